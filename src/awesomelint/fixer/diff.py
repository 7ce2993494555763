"""What fixing changed, as a patch that `git apply` takes."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from awesomelint.diagnostics import Edit
from awesomelint.source import Source

_CONTEXT = 3
_NEW = -1
_ESCAPES = {
    0x07: "\\a", 0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0B: "\\v", 0x0C: "\\f", 0x0D: "\\r",
    0x22: '\\"', 0x5C: "\\\\",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """A source and the edits that were made in it, sorted; none for a transcoding."""

    source: Source
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class _Change:
    """Old lines that became new lines; counted from 0, ends are exclusive."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def unified_diff(steps: Sequence[Step], after: Source) -> str:
    r"""The patch from the first step's source to `after`; empty where they are equal.

    Lines are git's: they end at a line feed, so a carriage return belongs to its line's text. To be written
    as UTF-8 without translation of line ends.
    """
    before = steps[0].source
    sources = [*(step.source for step in steps[1:]), after]
    origins = list(range(len(_line_starts(before))))
    for step, result in zip(steps, sources, strict=True):
        origins = _carried(origins, step, result)
    old, new = _lines(before), _lines(after)
    hunks = list(_hunks(_changes(origins, old, new)))
    if not hunks:
        return ""
    name = before.path.lstrip("/")
    old_name, new_name = (_quoted(f"{side}/{name}") for side in "ab")
    tab = "\t" if " " in name else ""
    head = f"diff --git {old_name} {new_name}\n--- {old_name}{tab}\n+++ {new_name}{tab}\n"
    return head + "".join(_written(hunk, old, new) for hunk in hunks)


def _carried(origins: Sequence[int], step: Step, after: Source) -> list[int]:
    """For each line after a step, which line of the first source it is, or that it is new."""
    old_starts, new_starts = _line_starts(step.source), _line_starts(after)
    carried: list[int] = []
    taken = growth = 0
    for first, last, grown in _edited_lines(step.edits, old_starts):
        carried += origins[taken:first]
        start = bisect_left(new_starts, old_starts[first] + growth)
        growth += grown
        taken = last + 1
        is_last = taken == len(old_starts)
        end = len(new_starts) if is_last else bisect_left(new_starts, old_starts[taken] + growth)
        carried += [_NEW] * (end - start)
    return [*carried, *origins[taken:]]


def _edited_lines(edits: Sequence[Edit], starts: Sequence[int]) -> list[tuple[int, int, int]]:
    """Runs of lines that edits reach: first line, last line, and by how much the run grows."""
    runs: list[tuple[int, int, int]] = []
    for edit in edits:
        first = bisect_right(starts, edit.span.start) - 1
        last = bisect_right(starts, edit.span.end) - 1
        growth = len(edit.content) - (edit.span.end - edit.span.start)
        if runs and first <= runs[-1][1]:
            first, _, before = runs.pop()
            growth += before
        runs.append((first, last, growth))
    return runs


def _line_starts(source: Source) -> list[int]:
    """Where lines start that git sees as lines: after a line feed, not after a lone carriage return."""
    ends = zip(source.line_starts[1:], source.line_ends, strict=True)
    return [0, *(start for start, end in ends if end != "\r")]


def _lines(source: Source) -> list[str]:
    """The lines of a file as git sees them, with their line feeds."""
    text = source.data.decode("utf-8")
    lines = [line + "\n" for line in text.split("\n")]
    if text.endswith("\n") or not text:
        lines.pop()
    else:
        lines[-1] = lines[-1][:-1]
    return lines


def _changes(origins: Sequence[int], old: Sequence[str], new: Sequence[str]) -> Iterator[_Change]:
    """What lies between the lines that were carried over, without the lines that are equal after all."""
    old_start = new_start = 0
    kept = [(n, origin) for n, origin in enumerate(origins) if origin != _NEW and n < len(new)]
    for new_end, old_end in (*kept, (len(new), len(old))):
        change = _trimmed(_Change(old_start, old_end, new_start, new_end), old, new)
        if change.old_start < change.old_end or change.new_start < change.new_end:
            yield change
        old_start, new_start = old_end + 1, new_end + 1


def _trimmed(change: _Change, old: Sequence[str], new: Sequence[str]) -> _Change:
    old_start, old_end, new_start, new_end = (
        change.old_start, change.old_end, change.new_start, change.new_end,
    )  # fmt: skip
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return _Change(old_start, old_end, new_start, new_end)


def _hunks(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Changes whose context lines meet, together."""
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.old_start - hunk[-1].old_end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _written(hunk: Sequence[_Change], old: Sequence[str], new: Sequence[str]) -> str:
    first, last = hunk[0], hunk[-1]
    before = min(_CONTEXT, first.old_start)
    after = min(_CONTEXT, len(old) - last.old_end)
    lines: list[str] = []
    position = first.old_start - before
    for change in hunk:
        lines += (f" {line}" for line in old[position : change.old_start])
        lines += (f"-{line}" for line in old[change.old_start : change.old_end])
        lines += (f"+{line}" for line in new[change.new_start : change.new_end])
        position = change.old_end
    lines += (f" {line}" for line in old[position : position + after])
    old_range = _range(first.old_start - before, last.old_end + after)
    new_range = _range(first.new_start - before, last.new_end + after)
    text = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
    return f"@@ -{old_range} +{new_range} @@\n{text}"


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"


def _quoted(name: str) -> str:
    """A file name as git writes it: in quotes where it holds more than printable ASCII."""
    data = os.fsencode(name)
    if all(32 <= byte < 127 and byte not in b'"\\' for byte in data):
        return name
    escaped = (
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else _ESCAPES.get(byte, f"\\{byte:03o}")
        for byte in data
    )
    return f'"{"".join(escaped)}"'
