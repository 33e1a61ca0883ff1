"""The stages in order, with an account of what each release became and why."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lorbeer import assemble
from lorbeer.annotate import annotate, language_pipeline
from lorbeer.chain import in_memory, texts, validated
from lorbeer.flow import Extractor, Text, Unreadable
from lorbeer.load import Fields
from lorbeer.reasons import Explanation
from lorbeer.records import ReleaseInfo

_USUAL = Fields()


def explain(
    inputs: Iterable[str | Path],
    *,
    language_pipeline: str | None = None,
    extractor: Extractor = "both",
    fields: Fields = _USUAL,
) -> Iterator[Explanation | Unreadable]:
    """Yield the explanation of each release, in order, in whatever language, copies too.

    Arguments and errors as of `lorbeer.extract`.
    """
    for read in texts(inputs, fields):
        yield (
            read if isinstance(read, Unreadable) else _explain(*read, language_pipeline, extractor)
        )


def explain_text(
    text: str, *, language_pipeline: str | None = None, extractor: Extractor = "both"
) -> Explanation:
    """The explanation of a release in memory: plain text, Markdown or HTML."""
    return _explain(*in_memory(text), language_pipeline, extractor)


def _explain(
    info: ReleaseInfo, text: Text, pipeline: str | None, extractor: Extractor
) -> Explanation:
    account = assemble.explain(annotate(text, language_pipeline(pipeline), extractor))
    return Explanation(validated(info, text, account.drafts), account.passages, account.candidates)
