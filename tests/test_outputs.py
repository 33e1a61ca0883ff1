"""Outputs: what cannot be written is one error, whether it shows at once or at the end."""

import io
from pathlib import Path

import pytest

from lorbeer.outputs import OutputError, open_output, write_utf8

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_of() -> None:
    with pytest.raises(OutputError, match="cannot be written"), open_output(FULL, []) as stream:
        stream.write("Ada\n")


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.jsonl"
    with pytest.raises(OutputError, match="cannot be written"), open_output(path, []):
        pass


def test_what_is_written_arrives(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with open_output(path, []) as stream:
        stream.write("Ada\n")
    assert path.read_text("utf-8") == "Ada\n"


def test_pipes_and_files_get_utf8_whatever_the_system_writes() -> None:
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="cp1252")
    write_utf8(stream)
    stream.write("🏆")
    stream.flush()
    assert buffer.getvalue() == "🏆".encode()
