"""A relational database, through SQLAlchemy."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from lorbeer.flow import Skipped
from lorbeer.records import Extraction
from lorbeer.store import rows
from lorbeer.store.schema import metadata
from lorbeer.store.writer import StoreError, Writer


class DatabaseWriter(Writer):
    """Stores each release in one transaction; a release stored again replaces itself."""

    def __init__(self, url: str) -> None:
        """Connect and create the tables that are not there yet; StoreError if that fails."""
        parsed = _parsed(url)
        self._name = parsed.render_as_string(hide_password=True)
        self._engine = _engine(parsed, self._name)
        try:
            metadata.create_all(self._engine)
        except SQLAlchemyError as problem:
            raise StoreError(f"{self._name}: cannot be opened ({_cause(problem)})") from problem

    def write(self, extraction: Extraction) -> None:
        """Store a release with its awards."""
        with self._transaction(extraction.release.source) as connection:
            rows.replace(connection, extraction)

    def skip(self, skipped: Skipped) -> None:
        """Store of which release the input is a copy, if it is one."""
        if skipped.duplicate_of:
            with self._transaction(skipped.source) as connection:
                rows.link(connection, skipped)

    def close(self) -> None:
        """Hang up."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, source: str) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as problem:
            raise StoreError(
                f"{self._name}: {source} could not be stored ({_cause(problem)})"
            ) from problem


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as problem:
        raise StoreError(
            "not a database URL: want one like sqlite:///awards.db or postgresql://host/awards"
        ) from problem


def _engine(url: URL, name: str) -> Engine:
    try:
        engine = create_engine(url)
    except NoSuchModuleError as problem:
        raise StoreError(
            f"{name}: databases of the kind {url.drivername!r} are not supported: "
            "use sqlite or postgresql"
        ) from problem
    except ModuleNotFoundError as problem:
        raise StoreError(
            f"{name}: needs a driver that is not installed: pip install {problem.name}"
        ) from problem
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _enforce_foreign_keys)
    return engine


def _enforce_foreign_keys(connection: DBAPIConnection, _: object) -> None:
    """SQLite cascades only if asked to, on every connection."""
    connection.cursor().execute("PRAGMA foreign_keys = ON")


def _cause(problem: SQLAlchemyError) -> str:
    """The database's own words, on one line."""
    return " ".join(str(getattr(problem, "orig", None) or problem).split())
