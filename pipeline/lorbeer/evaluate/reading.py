"""Gold and found facts, read from JSON Lines files and from extractions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lorbeer.evaluate.facts import GoldRelease
from lorbeer.evaluate.found import FoundRelease
from lorbeer.records import Extraction

_Model = TypeVar("_Model", bound=BaseModel)


class EvaluationError(Exception):
    """Gold or found facts that cannot be used; the message names file, line and fault."""


def read_gold(path: Path) -> list[GoldRelease]:
    """The releases of a gold file; EvaluationError for one that breaks the guidelines."""
    releases: dict[str, GoldRelease] = {}
    for number, line in _lines(path):
        release = _parse(GoldRelease, line, path, number)
        if release.id in releases:
            raise EvaluationError(f"{path}:{number}: id {release.id!r} occurs twice")
        releases[release.id] = release
    if not releases:
        raise EvaluationError(f"{path}: holds no release")
    return list(releases.values())


def read_found(path: Path) -> dict[str, FoundRelease]:
    """What was found in each release, from what `lorbeer extract --format jsonl` wrote."""
    lines = (_parse(FoundRelease, line, path, number) for number, line in _lines(path))
    return {release.key: release for release in lines}


def joined(gold: Iterable[GoldRelease], path: Path) -> dict[str, FoundRelease]:
    """What a file says was found in the releases of gold; EvaluationError if it knows none."""
    found = read_found(path)
    known = {release.id for release in gold}
    if found and known.isdisjoint(found):
        one = next(iter(found))
        raise EvaluationError(
            f"{path}: none of its releases is in gold, neither {one!r} nor others"
        )
    return found


def documents(path: Path, gold: Iterable[GoldRelease]) -> dict[str, Path]:
    """Where the document of each release lies, by release id; `path` is the gold file's."""
    found: dict[str, Path] = {}
    for release in gold:
        if release.source.file is None:
            raise EvaluationError(f"{path}: {release.id} names no document under source.file")
        found[release.id] = path.parent / release.source.file
    return found


def found_release(extraction: Extraction) -> FoundRelease:
    """An extraction as the evaluation compares it."""
    return FoundRelease.model_validate(extraction.model_dump(mode="json", exclude={"rejected"}))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as problem:
        raise EvaluationError(f"{path}: cannot be read ({problem.strerror})") from problem
    except UnicodeDecodeError as problem:
        raise EvaluationError(f"{path}: is not UTF-8 ({problem.reason})") from problem


def _parse(model: type[_Model], line: str, path: Path, number: int) -> _Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as problem:
        raise EvaluationError(f"{path}:{number}: {_first_fault(problem)}") from problem


def _first_fault(problem: ValidationError) -> str:
    fault = problem.errors(include_url=False)[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"{where}: {fault['msg']}" if where else fault["msg"]
