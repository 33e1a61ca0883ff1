"""Architecture: imports point down only, stages keep apart, modules stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import de_lorbeer
import lorbeer

PIPELINE = Path(lorbeer.__file__).parent
MODELS = Path(de_lorbeer.__file__).parent
STAGES = frozenset({"load", "clean", "annotate", "assemble", "validate", "store", "evaluate"})
FLOORS = {
    **dict.fromkeys(("records", "flow", "reasons", "roles", "values"), 1),
    **dict.fromkeys(STAGES, 2),
    **dict.fromkeys(("chain", "batch", "duplicates", "explain", "fitting", "rules"), 3),
    **dict.fromkeys(("__init__", "__main__", "cli", "fetching", "running", "outputs"), 4),
    **dict.fromkeys(("terminal", "tables", "evaluating", "options"), 4),
    **dict.fromkeys(("explaining", "narrative", "rule_views"), 4),
}
#: What those below `annotate` may know of German: word lists, cues and award nouns, no spaCy.
GERMAN_DATA = frozenset({"de_lorbeer.data", "de_lorbeer.cues", "de_lorbeer.award_heads"})
LONGEST = 300


def modules(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


def part(path: Path) -> str:
    """The module or folder of `lorbeer` to which a file belongs ("assemble")."""
    return path.relative_to(PIPELINE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Dotted names of the modules that a file imports, at any depth."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names = [alias.name for alias in node.names]
            yield from (_module(node.module or "", name) for name in names)


def _module(package: str, name: str) -> str:
    """`lorbeer` and `batch` make `lorbeer.batch`; `lorbeer` and `Award` only `lorbeer`."""
    top, _, rest = package.partition(".")
    folder = {"lorbeer": PIPELINE, "de_lorbeer": MODELS}.get(top)
    inside = folder / rest.replace(".", "/") / name if folder else None
    is_module = inside is not None and (inside.with_suffix(".py").exists() or inside.is_dir())
    return f"{package}.{name}" if is_module else package


def own_parts(path: Path) -> set[str]:
    """The parts of `lorbeer` that a file imports, less its own; the package itself is its top."""
    names = [name.split(".") for name in imported(path)]
    parts = {name[1] if len(name) > 1 else "__init__" for name in names if name[0] == "lorbeer"}
    return parts - {part(path)}


def german(path: Path) -> set[str]:
    return {name for name in imported(path) if name.split(".")[0] == "de_lorbeer"}


def each(root: Path) -> list[object]:
    return [pytest.param(path, id=path.relative_to(root).as_posix()) for path in modules(root)]


def test_every_part_has_its_floor() -> None:
    assert {part(path) for path in modules(PIPELINE)} == set(FLOORS)


@pytest.mark.parametrize("path", each(PIPELINE))
def test_imports_point_down(path: Path) -> None:
    floor = FLOORS[part(path)]
    assert {name for name in own_parts(path) if FLOORS[name] > floor} == set()


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_no_stage_imports_another(stage: str) -> None:
    files = [path for path in modules(PIPELINE) if part(path) == stage]
    assert files
    assert {name for path in files for name in own_parts(path)} <= {
        "records",
        "flow",
        "reasons",
        "roles",
        "values",
    }


@pytest.mark.parametrize("path", each(PIPELINE))
def test_only_annotate_knows_spacy(path: Path) -> None:
    uses_spacy = any(name.split(".")[0] == "spacy" for name in imported(path))
    assert not uses_spacy or part(path) == "annotate"


@pytest.mark.parametrize("path", each(PIPELINE))
def test_german_is_known_to_few(path: Path) -> None:
    if part(path) in {"assemble", "rules", "values"}:
        assert german(path) <= GERMAN_DATA
    elif part(path) == "running":
        assert german(path) <= {"de_lorbeer"}, "only for the error it turns into one line"
    elif part(path) != "annotate":
        assert german(path) == set()


@pytest.mark.parametrize("path", each(MODELS))
def test_german_does_not_know_press_releases(path: Path) -> None:
    assert {name for name in imported(path) if name.split(".")[0] == "lorbeer"} == set()


@pytest.mark.parametrize("path", each(PIPELINE) + each(MODELS))
def test_modules_are_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST
