"""An evaluation as text: a table, JSON, Markdown or HTML."""

from collections.abc import Callable, Mapping
from typing import Literal, TextIO

from lorbeer.evaluate.evaluation import Evaluation
from lorbeer.evaluate.rendering.html import write_html
from lorbeer.evaluate.rendering.json_document import write_json
from lorbeer.evaluate.rendering.markdown import write_markdown
from lorbeer.evaluate.rendering.table import write_tables

Format = Literal["table", "json", "markdown", "html"]

_WRITERS: Mapping[Format, Callable[[Evaluation, TextIO], None]] = {
    "table": write_tables,
    "json": write_json,
    "markdown": write_markdown,
    "html": write_html,
}


def render(evaluation: Evaluation, format: Format, stream: TextIO) -> None:
    """Write an evaluation to a text stream."""
    _WRITERS[format](evaluation, stream)
