"""What the README shows is what a reader gets."""

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"


def test_python_example_prints_what_the_readme_shows() -> None:
    text = README.read_text(encoding="utf-8")
    example = re.search(
        r"The docs test runs this.*?```python\n(.*?)```\n\n```text\n(.*?)```", text, re.S
    )
    assert example is not None
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(example[1], str(README), "exec"), {})
    assert printed.getvalue() == example[2]


def test_commands_in_the_readme_exist() -> None:
    from lorbeer.cli import app

    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    shown = set(
        re.findall(r"^\$ (?:cat \S+ \| )?lorbeer (\w+)", README.read_text(encoding="utf-8"), re.M)
    )
    assert shown
    assert shown <= commands


def test_linked_files_exist() -> None:
    links = re.findall(r"\]\(((?!https?:)[^)]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert all((README.parent / link).exists() for link in links)
