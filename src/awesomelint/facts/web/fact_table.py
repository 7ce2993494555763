"""What providers have said, as a table in the history's file: JSON by provider and key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from awesomelint.facts.web.streak import DAY

SCHEMA = """
CREATE TABLE IF NOT EXISTS facts (
    provider TEXT NOT NULL,
    key TEXT NOT NULL,
    facts TEXT NOT NULL,
    checked_at REAL NOT NULL,
    PRIMARY KEY (provider, key)
) WITHOUT ROWID
"""
_KEPT_DAYS = 3 * 365
"""Beyond which nobody seems to want them any more, even of what never changes."""
_AT_ONCE = 500


class Fact(NamedTuple):
    """One answer; `checked_at` is in seconds since 1970, in UTC."""

    facts: Mapping[str, Any]
    checked_at: float


def read_facts(connection: sqlite3.Connection, provider: str, keys: Iterable[str]) -> dict[str, Fact]:
    """What is known of some things, by key."""
    wanted = list(keys)
    found: dict[str, Fact] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT key, facts, checked_at FROM facts WHERE provider = ? AND key IN ({marks})"  # noqa: S608
        for key, text, checked_at in connection.execute(query, (provider, *some)):
            found[key] = Fact(json.loads(text), checked_at)
    return found


def write_facts(connection: sqlite3.Connection, facts: Mapping[tuple[str, str], Fact]) -> None:
    """Keep answers by provider and key, in place of older ones and of those that a wrong clock dated."""
    rows = ((*place, json.dumps(fact.facts), fact.checked_at, DAY) for place, fact in facts.items())
    connection.executemany(
        "INSERT INTO facts VALUES (?, ?, ?, ?) ON CONFLICT (provider, key) DO UPDATE"
        " SET facts = excluded.facts, checked_at = excluded.checked_at"
        " WHERE excluded.checked_at >= facts.checked_at OR facts.checked_at > excluded.checked_at + ?",
        rows,
    )


def forget_old_facts(connection: sqlite3.Connection, now: float) -> None:
    """Leave out what is so old that it has no readers."""
    connection.execute("DELETE FROM facts WHERE checked_at < ?", (now - _KEPT_DAYS * DAY,))
