"""What is known of links from earlier runs: one SQLite file, shared by all runs of one user.

A file that is something else is never touched. A history that is broken is set aside and begun anew. Runs may
use one file at the same time: each writes in short transactions, on what the file says at that moment, and
takes back only what is still as it wrote it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from awesomelint.facts.web.fact_table import SCHEMA as FACT_SCHEMA
from awesomelint.facts.web.fact_table import Fact, forget_old_facts, read_facts, write_facts
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.streak import DAY, Record, continued
from awesomelint.facts.web.verdicts import Signal

APPLICATION_ID = 0x41776C48
"""`AwlH`; registered nowhere, but nobody else's."""
SCHEMA_VERSION = 1
_MAGIC = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68
_HEADER = 100
_BUSY_SECONDS = 10.0
_KEPT_DAYS = 400
_FLUSH_SECONDS = 0.5
_AT_ONCE = 500
_COLUMNS = ", ".join(Record._fields)
_SCHEMA = """
CREATE TABLE IF NOT EXISTS links (
    url TEXT PRIMARY KEY,
    signal TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    status INTEGER,
    final_url TEXT,
    checked_at REAL NOT NULL,
    failing_since REAL,
    failures INTEGER NOT NULL,
    counted_at REAL,
    moves INTEGER NOT NULL
) WITHOUT ROWID
"""


class HistoryError(Exception):
    """The file cannot serve as a history; the message says why. Nothing was changed."""


class UnusableHistoryError(HistoryError):
    """The file may be a history, and cannot be had: no right, no space, locked."""


def default_path() -> Path:
    """Where the history lies when nobody says otherwise: in the user's cache directory."""
    from platformdirs import user_cache_path

    return user_cache_path("awesomelint", appauthor=False) / "links.sqlite"


def open_history(path: Path, *, is_named: bool = True) -> History:
    """Open or begin a history. Raises `HistoryError`.

    A file that somebody named must be a history or not exist; at our own place, whatever is no database is a
    broken history.
    """
    with _explaining(path):
        _refuse_foreign(path, is_named=is_named)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return History(path, _connect(path))
        except sqlite3.DatabaseError as error:
            # A run that sets a broken history aside takes it from under those that have it open.
            if _is_passing(error) and "disk i/o" not in str(error).lower():
                raise
        return _begun_anew(path)


def _begun_anew(path: Path) -> History:
    """A history in place of a broken one: of several runs that find it so one makes it, the others wait."""
    with closing(sqlite3.connect(path.with_name(f"{path.name}.lock"), timeout=_BUSY_SECONDS)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        try:
            return History(path, _connect(path))
        except sqlite3.DatabaseError as error:
            if _is_passing(error):
                raise
        aside = _set_aside(path)
        warning = f"{path}: the history was broken; it is set aside as {aside.name}"
        return History(path, _connect(path), warning)


@contextmanager
def _explaining(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.DatabaseError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnusableHistoryError(f"{path}: the history cannot be used: {why.lower()}") from error


class History:
    """Records by URL, as they are in the file, and those that wait to be written."""

    def __init__(self, path: Path, connection: sqlite3.Connection, warning: str = "") -> None:
        self.path = path
        self.warning = warning
        """What went wrong with the file, for people; empty where nothing did."""
        self._connection: sqlite3.Connection | None = connection
        self._waiting: dict[str, tuple[Outcome, float]] = {}
        self._waiting_facts: dict[tuple[str, str], Fact] = {}
        self._revocable: dict[str, tuple[Record | None, Record]] = {}
        """Records before and after our own bad answers, which a look at the whole run may yet belie."""
        self._flushed_at = time.monotonic()

    def records(self, urls: Iterable[str]) -> dict[str, Record]:
        """What is known of some URLs."""
        with self._using() as connection:
            return _read(connection, urls)
        return {}

    def facts(self, provider: str, keys: Iterable[str]) -> dict[str, Fact]:
        """What a provider has said of some things."""
        with self._using() as connection:
            return read_facts(connection, provider, keys)
        return {}

    def note_fact(self, provider: str, key: str, fact: Fact) -> None:
        """Keep what a provider says; it is written as answers are."""
        self._waiting_facts[provider, key] = fact

    def note(self, url: str, outcome: Outcome, now: float) -> None:
        """Keep an answer; it is written within a second if `flush_if_due` is called now and then."""
        self._waiting[url] = (outcome, now)

    def flush_if_due(self) -> None:
        """Write what waits, unless that was done a moment ago."""
        if time.monotonic() - self._flushed_at >= _FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits, on top of what other runs have written meanwhile."""
        self._flushed_at = time.monotonic()
        if not (self._waiting or self._waiting_facts):
            return
        waiting, self._waiting = self._waiting, {}
        facts, self._waiting_facts = self._waiting_facts, {}
        with self._using() as connection, _transaction(connection):
            write_facts(connection, facts)
            previous = _read(connection, waiting)
            records = [
                continued(previous.get(url), url, outcome, at) for url, (outcome, at) in waiting.items()
            ]
            _write(connection, records)
            self._revocable |= {
                record.url: (previous.get(record.url), record) for record in records if record.is_failing
            }

    def revoke(self, urls: Iterable[str]) -> None:
        """Take back the bad answers that were noted about some URLs, but nothing that other runs said."""
        urls = list(urls)
        for url in urls:
            self._waiting.pop(url, None)
        written = {url: self._revocable.pop(url) for url in urls if url in self._revocable}
        if not written:
            return
        with self._using() as connection, _transaction(connection):
            current = _read(connection, written)
            for url, (before, ours) in written.items():
                if current.get(url) != ours:
                    continue
                connection.execute("DELETE FROM links WHERE url = ?", (url,))
                if before is not None:
                    _write(connection, [before])

    def close(self) -> None:
        """Write what waits and let go of the file."""
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        """The file, if it still serves: a run does not fail because its history does."""
        if self._connection is None:
            with closing(_nowhere()) as nowhere:
                yield nowhere
            return
        try:
            yield self._connection
        except sqlite3.Error as error:
            self.warning = f"{self.path}: the history is not used any further: {error}"
            self._connection.close()
            self._connection = None


def _refuse_foreign(path: Path, *, is_named: bool) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return
    if not header:
        return
    is_database = header.startswith(_MAGIC)
    application_id = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    is_ours = is_database and application_id == APPLICATION_ID
    if not is_ours and (is_named or is_database):
        raise HistoryError(f"{path}: this file is not a history of awesomelint")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("the file is malformed")
        with _transaction(connection):
            _prepare(connection, path)
        # After the first transaction: the file itself, not only its log, then says whose it is.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise HistoryError(f"{path}: this history was written by a newer awesomelint")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute(_SCHEMA)
    connection.execute(FACT_SCHEMA)
    forget_old_facts(connection, time.time())
    connection.execute("DELETE FROM links WHERE checked_at < ?", (time.time() - _KEPT_DAYS * DAY,))


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _read(connection: sqlite3.Connection, urls: Iterable[str]) -> dict[str, Record]:
    wanted = list(urls)
    found: dict[str, Record] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT {_COLUMNS} FROM links WHERE url IN ({marks})"  # noqa: S608  only question marks
        records = (Record(*row) for row in connection.execute(query, some))
        # Another version may share the file, and know signals that this one does not.
        found.update((record.url, record) for record in records if record.signal in Signal.__members__)
    return found


def _write(connection: sqlite3.Connection, records: Iterable[Record]) -> None:
    marks = ", ".join("?" * len(Record._fields))
    connection.executemany(f"INSERT OR REPLACE INTO links ({_COLUMNS}) VALUES ({marks})", records)  # noqa: S608


def _nowhere() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(_SCHEMA)
    connection.execute(FACT_SCHEMA)
    return connection


def _is_passing(error: sqlite3.DatabaseError) -> bool:
    """Whether the file may be sound and only cannot be had: locked, read-only, no space."""
    return isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error)


def _set_aside(path: Path) -> Path:
    aside = next(
        candidate
        for number in range(1, 1000)
        if not (candidate := path.with_name(f"{path.name}.broken-{number}")).exists()
    )
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return aside
