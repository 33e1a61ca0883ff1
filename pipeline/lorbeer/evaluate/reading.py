"""Gold and found facts, read from JSON Lines files."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self, TypeVar

from pydantic import BaseModel, Field, ValidationError, model_validator

from lorbeer.evaluate.facts import AwardFacts, GoldRelease
from lorbeer.records import Extraction

_Model = TypeVar("_Model", bound=BaseModel)


class EvaluationError(Exception):
    """Gold or found facts that cannot be used; the message names file, line and fault."""


class _FoundAward(AwardFacts):
    """An award as `lorbeer extract` writes it, where the place belongs to the event."""

    @model_validator(mode="before")
    @classmethod
    def _split_event(cls, award: object) -> object:
        if not isinstance(award, dict) or not isinstance(event := award.get("event"), dict):
            return award
        return award | {"event": event.get("name"), "place": event.get("place")}


class _FoundSource(BaseModel):
    source: str


class _FoundRelease(BaseModel):
    """What was found in one release; joined on `id`, else on the name of its source file."""

    id: str | None = None
    release: _FoundSource | None = None
    awards: tuple[_FoundAward, ...] = Field(default=())

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if self.id is None and self.release is None:
            raise ValueError("wants `id` or `release.source` to tell which release it is")
        return self

    @property
    def key(self) -> str:
        return self.id or Path(self.release.source if self.release else "").stem


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


def read_found(path: Path) -> dict[str, tuple[AwardFacts, ...]]:
    """The awards found in each release, from what `lorbeer extract --format jsonl` wrote."""
    lines = (_parse(_FoundRelease, line, path, number) for number, line in _lines(path))
    return {release.key: release.awards for release in lines}


def documents(path: Path, gold: Iterable[GoldRelease]) -> dict[str, Path]:
    """Where the document of each release lies, by release id; `path` is the gold file's."""
    found: dict[str, Path] = {}
    for release in gold:
        if release.source.file is None:
            raise EvaluationError(f"{path}: {release.id} names no document under source.file")
        found[release.id] = path.parent / release.source.file
    return found


def found_awards(extraction: Extraction) -> tuple[AwardFacts, ...]:
    """The awards of an extraction as the evaluation compares them."""
    return tuple(
        _FoundAward.model_validate(award.model_dump(mode="json")) for award in extraction.awards
    )


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
