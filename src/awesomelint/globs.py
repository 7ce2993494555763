"""File-name patterns: `*` and `?` stay inside one folder, `**` crosses folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

_SETS = re.compile(r"\[!?\]?[^\]]*\]")
"""`[abc]`, `[!abc]`, `[]abc]`, as fnmatch reads them."""


def problem(pattern: str) -> str | None:
    """Why a pattern of a config can never mean what it seems to; None where it can."""
    parts = _parts(pattern)
    if not parts:
        return "names no file or folder"
    if ".." in parts:
        return "leads out of the folder that patterns count from"
    if any("[" in _SETS.sub("", part) for part in parts):
        return "has a '[' without its ']'; write '[[]' for the bracket itself"
    return None


def matches(pattern: str, path: str) -> bool:
    """Whether a path with `/`, or one of the folders that it lies in, is meant by a pattern of a config.

    A pattern without `/` means a file or a folder of that name anywhere: `vendor` and `*.zh.md`. One with `/`
    counts from the folder that both are relative to: `docs/*.md`, `**/old/**`.
    """
    parts, wanted = _parts(path), _parts(pattern)
    if "/" not in pattern.rstrip("/"):
        return any(fnmatchcase(part, name) for name in wanted for part in parts)
    return any(len(wanted) in states for states in _states(parts, wanted)) and bool(wanted)


def matches_whole(pattern: str, path: str) -> bool:
    """Whether the whole of a path is what a pattern of a command line says."""
    wanted = _parts(pattern)
    *_, states = _states(_parts(path), wanted)
    return len(wanted) in states


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]


def _states(parts: Sequence[str], wanted: Sequence[str]) -> Iterable[set[int]]:
    """How many parts of the pattern can be used up, before the first part of the path and after each."""
    states = _with_skipped({0}, wanted)
    yield states
    for part in parts:
        stays = {n for n in states if n < len(wanted) and wanted[n] == "**"}
        moves = {n + 1 for n in states if n < len(wanted) and n not in stays and fnmatchcase(part, wanted[n])}
        states = _with_skipped(stays | moves, wanted)
        yield states


def _with_skipped(states: set[int], wanted: Sequence[str]) -> set[int]:
    """A `**` may stand for no folder at all."""
    reached = set(states)
    for n in range(min(states, default=0), len(wanted)):
        if n in reached and wanted[n] == "**":
            reached.add(n + 1)
    return reached
