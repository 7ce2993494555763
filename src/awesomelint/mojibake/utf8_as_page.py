"""UTF-8 that was read through a single-byte code page: finds the page by a vote of the whole text, then
reads line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import HOLE, Findings, Hole, Run
from awesomelint.mojibake.oddity import oddity
from awesomelint.mojibake.pages import PAGE_NAMES, page
from awesomelint.mojibake.shapes import Shape, candidates, complete_shape, high_run, shapes
from awesomelint.source import Span

_MIN_GAIN = 2
"""How many oddities decoding must take away before one lone run counts as damage."""
_MIN_TELLING_BYTES = 200
"""With so many continuation bytes seen, a defined one that never occurs was lost: each occurs once in 64 or
so.
"""
_UNMISTAKABLE = frozenset("‘’“”–—…•€™★✓→←「」、。，：（）")
"""Characters of three bytes so common, and so strange when garbled, that no oddity is needed besides."""


class _PageRun(NamedTuple):
    """Neighbouring characters of a line that read as whole or incomplete UTF-8 characters. `gain` is the
    oddity that goes.
    """

    start: int
    end: int
    shapes: tuple[Shape, ...]
    gain: int

    @property
    def is_complete(self) -> bool:
        """Whether no byte is missing."""
        return all(shape.is_complete for shape in self.shapes)


@dataclass
class _Ballot:
    """What one page makes of the text."""

    codec: str
    complete: int = 0
    strays: int = 0
    gain: int = 0
    holed: int = 0
    seen: set[int] = field(default_factory=set)
    continuations: int = 0

    @property
    def score(self) -> int:
        return self.complete - self.strays

    @property
    def unexplained(self) -> int:
        """How many continuation bytes the page could show and never does; 0 when too few were seen."""
        if not self.holed or self.continuations < _MIN_TELLING_BYTES:
            return 0
        return len(set(range(0x80, 0xC0)) - self.seen - page(self.codec).undefined)


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line, by index into `lines`; one item for each code page.

    Parts of a file can have come through different pages, so what one page leaves over is put to the next.
    """
    left = set(range(len(lines)))
    while (channel := _elect([lines[index] for index in sorted(left)])) is not None:
        damaged = {index: runs for index in sorted(left) if (runs := _accepted(lines[index], channel))}
        if not damaged:
            return
        yield channel, damaged
        left -= damaged.keys()


def _elect(lines: Sequence[str]) -> Channel | None:
    joined = "\n".join(lines)
    ballots = [_count(lines, codec) for codec in PAGE_NAMES if complete_shape(codec).search(joined)]
    ballots = [ballot for ballot in ballots if ballot.gain >= _MIN_GAIN and ballot.score > 0]
    if not ballots:
        return None
    top = max(ballot.score for ballot in ballots)
    tied = [ballot for ballot in ballots if ballot.score == top]
    best = min(tied, key=lambda ballot: ballot.unexplained)
    return Channel("utf-8", best.codec, _lost(best, tied))


def _count(lines: Sequence[str], codec: str) -> _Ballot:
    ballot = _Ballot(codec)
    is_shape = complete_shape(codec)
    for line in lines:
        if is_shape.search(line):
            for match in high_run(codec).finditer(line):
                _add(ballot, len(match[0]), list(_divided(line, match, codec, may_be_incomplete=True)))
    return ballot


def _add(ballot: _Ballot, length: int, runs: Sequence[_PageRun]) -> None:
    """Count the readings of neighbouring characters; only those with a whole character that is less odd
    have a vote.
    """
    voting = [run for run in runs if run.gain > 0 and any(shape.is_complete for shape in run.shapes)]
    if not voting:
        return
    ballot.strays += length - sum(run.end - run.start for run in voting)
    for run in voting:
        ballot.gain += run.gain
        ballot.holed += not run.is_complete
        for shape in run.shapes:
            ballot.complete += shape.is_complete
            ballot.seen.update(shape.seen[1:])
            ballot.continuations += len(shape.seen) - 1


def _lost(best: _Ballot, tied: Sequence[_Ballot]) -> frozenset[int]:
    """The bytes that left no character: none where nothing is incomplete, else the ones that never occur
    and that programs drop.
    """
    if not best.holed:
        return frozenset()
    droppable = {0xA0, 0xAD}.union(*(page(ballot.codec).undefined for ballot in tied))
    if best.codec == "latin-1":
        droppable.update(range(0x80, 0xA0))
    return frozenset(droppable - best.seen)


def _accepted(line: str, channel: Channel) -> list[Run]:
    """The garbled runs of a line: those that decoding improves, and all of them where the whole line reads
    as UTF-8.
    """
    runs = list(_runs(line, channel.read, may_be_incomplete=bool(channel.lost)))
    improved = [run for run in runs if run.gain > 0]
    if not improved:
        return []
    covered = sum(run.end - run.start for run in runs)
    high = sum(match.end() - match.start() for match in high_run(channel.read).finditer(line))
    return [_restored(run, channel) for run in (runs if covered == high else improved)]


def _restored(run: _PageRun, channel: Channel) -> Run:
    holes = tuple(
        Hole(index, candidates(shape, channel.lost))
        for index, shape in enumerate(run.shapes)
        if not shape.is_complete
    )
    return Run(Span(run.start, run.end), "".join(shape.text for shape in run.shapes), holes, (channel,))


def _runs(line: str, codec: str, *, may_be_incomplete: bool) -> Iterator[_PageRun]:
    for match in high_run(codec).finditer(line):
        yield from _divided(line, match, codec, may_be_incomplete=may_be_incomplete)


def _divided(line: str, match: re.Match[str], codec: str, *, may_be_incomplete: bool) -> Iterator[_PageRun]:
    """The parts of neighbouring high characters that lie between stray bytes."""
    start = position = match.start()
    pending: list[Shape] = []
    for shape in shapes(page(codec).bytes_of(match[0])):
        position += len(shape.seen)
        if shape.is_complete or (may_be_incomplete and not shape.is_stray):
            pending.append(shape)
            continue
        if pending:
            yield _run(line, start, pending)
        start, pending = position, []
    if pending:
        yield _run(line, start, pending)


def _run(line: str, start: int, found: Sequence[Shape]) -> _PageRun:
    end = start + sum(len(shape.seen) for shape in found)
    before, after = line[max(start - 1, 0) : start], line[end : end + 1]
    decoded = "".join("\u4e00" if shape.text == HOLE else shape.text for shape in found)
    gain = oddity(before + line[start:end] + after) - oddity(before + decoded + after)
    gain += 2 * sum(shape.text in _UNMISTAKABLE for shape in found)
    return _PageRun(start, end, tuple(found), gain)
