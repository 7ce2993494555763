"""UTF-8 that was read through a single-byte code page.

The page is found by a vote of the whole text; then each line is read through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import HOLE, Findings, Hole, Run
from awesomelint.mojibake.frequent import share
from awesomelint.mojibake.oddity import oddity
from awesomelint.mojibake.pages import PAGE_NAMES, page
from awesomelint.mojibake.shapes import Shape, candidates, complete_shape, high_run, shapes
from awesomelint.source import Span

MIN_GAIN = 2
"""How many oddities decoding must take away in a text before anything in it counts as damage."""
_MIN_TELLING_BYTES = 200
"""With so many continuation bytes seen, a defined one that never occurs was lost: each is one of 64."""
_UNMISTAKABLE = re.compile("[‘’“”–—…•€™★→←「」、。，：（）\u2600-\u27bf\U0001f300-\U0001faff]")
"""Characters of three or four bytes so common, and so strange when garbled, that they count as oddities."""
_SURE_BY_CHANCE = 2
"""What it counts that two or more characters are whole and in common use: accents hardly ever fall so."""
_DOUBLED = re.compile("Â[\xa0-\xbf]")
"""What Latin-1's signs become: no word ends in this capital, so a sign after it is a little odd."""


class _PageRun(NamedTuple):
    """Neighbours that read as whole or incomplete UTF-8 characters; `gain` is the oddity that goes."""

    start: int
    end: int
    shapes: tuple[Shape, ...]
    gain: int

    def places(self) -> Iterator[tuple[int, Shape]]:
        """Each shape with the place in the line where it starts."""
        starts = accumulate((len(shape.seen) for shape in self.shapes), initial=self.start)
        return zip(starts, self.shapes, strict=False)


@dataclass
class _Ballot:
    """What one page makes of the text."""

    codec: str
    complete: int = 0
    strays: int = 0
    gain: int = 0
    holed: int = 0
    bare: int = 0
    """Lead bytes without any continuation byte: lost ones, or accented letters under the wrong page."""
    seen: set[int] = field(default_factory=set)
    continuations: int = 0
    covered: int = 0

    @property
    def score(self) -> int:
        return self.complete - self.strays

    @property
    def unexplained(self) -> int:
        """How many continuation bytes the page could show and never does; 0 when too few were seen."""
        if not self.holed or self.continuations < _MIN_TELLING_BYTES:
            return 0
        return len(set(range(0x80, 0xC0)) - self.seen - _droppable(self.codec))


def find(lines: Sequence[str], min_gain: int = MIN_GAIN) -> Findings:
    """The garbled runs of each damaged line, by index into `lines`; one item for each code page.

    Parts of a file can have come through different pages, so what one page leaves over is put to the next.
    """
    left = set(range(len(lines)))
    while (channel := _elect([lines[index] for index in sorted(left)], min_gain)) is not None:
        damaged = {index: runs for index in sorted(left) if (runs := _accepted(lines[index], channel))}
        if not damaged:
            return
        yield channel, damaged
        left -= damaged.keys()


def _elect(lines: Sequence[str], min_gain: int) -> Channel | None:
    joined = "\n".join(lines)
    ballots = [_count(lines, codec) for codec in PAGE_NAMES if complete_shape(codec).search(joined)]
    ballots = [ballot for ballot in ballots if ballot.gain >= min_gain and ballot.score > 0]
    if not ballots:
        return None
    top = max(ballot.score for ballot in ballots)
    tied = [ballot for ballot in ballots if ballot.score == top]
    best = min(tied, key=lambda ballot: (-ballot.covered, ballot.unexplained, ballot.bare))
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
    """Count the readings of neighbouring characters. Only those have a vote that become less odd."""
    voting = [run for run in runs if run.gain > 0 and any(_is_telling(shape) for shape in run.shapes)]
    if not voting:
        return
    ballot.strays += length - sum(run.end - run.start for run in voting)
    for run in voting:
        ballot.gain += run.gain
        ballot.covered += run.end - run.start
        for shape in run.shapes:
            ballot.complete += shape.is_complete or _is_emoji(shape)
            ballot.bare += not _is_telling(shape)
            ballot.holed += _is_telling(shape) and not shape.is_complete
            ballot.seen.update(shape.seen[1:])
            ballot.continuations += len(shape.seen) - 1


def _is_telling(shape: Shape) -> bool:
    """Whether a continuation byte shows that a lead byte is more than an accented letter."""
    return not shape.is_stray and len(shape.seen) > 1


def _is_emoji(shape: Shape) -> bool:
    """Whether three bytes of an emoji are there, which are as telling as a whole character."""
    return len(shape.seen) > 2 and shape.seen.startswith(b"\xf0\x9f")


def _lost(best: _Ballot, tied: Sequence[_Ballot]) -> frozenset[int]:
    """The bytes that left no character: those that programs drop and that never occur.

    None where nothing is missing.
    """
    if not best.holed:
        return frozenset()
    droppable = {0xA0, 0xAD}.union(*(_droppable(ballot.codec) for ballot in tied))
    return frozenset(droppable - best.seen)


def _droppable(codec: str) -> Set[int]:
    """The bytes that programs drop: those without a character, which in Latin-1 are the controls."""
    return frozenset(range(0x80, 0xA0)) if codec == "latin-1" else page(codec).undefined


def _accepted(line: str, channel: Channel) -> list[Run]:
    """The garbled runs of a line: those that decoding improves, or all where all of it reads as UTF-8."""
    runs = list(_runs(line, channel.read, may_be_incomplete=bool(channel.lost)))
    improved = [run for run in runs if run.gain > 0]
    if not improved:
        return []
    covered = sum(run.end - run.start for run in runs)
    high = sum(match.end() - match.start() for match in high_run(channel.read).finditer(line))
    if covered == high:
        return [_restored(run, channel, is_doubtful=False) for run in runs]
    known = {index for run in improved for index in range(run.start, run.end)}
    possible = _runs(line, channel.read, may_be_incomplete=True)
    is_doubtful = any(_is_in_doubt(run, known) for run in possible)
    return [_restored(run, channel, is_doubtful=is_doubtful) for run in improved]


def _is_in_doubt(run: _PageRun, known: Set[int]) -> bool:
    """Whether it leaves what may be damage: beside a garbled character, or with a continuation byte."""
    left = [shape for start, shape in run.places() if start not in known]
    return (len(left) < len(run.shapes) and bool(left)) or any(_is_telling(shape) for shape in left)


def _restored(run: _PageRun, channel: Channel, *, is_doubtful: bool) -> Run:
    holes = tuple(
        Hole(index, candidates(shape, channel.lost))
        for index, shape in enumerate(run.shapes)
        if not shape.is_complete
    )
    restored = "".join(shape.text for shape in run.shapes)
    return Run(Span(run.start, run.end), restored, holes, (channel,), is_doubtful)


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
    garbled = line[start:end]
    gain = oddity(before + garbled + after) - oddity(before + decoded + after)
    gain += 2 * len(_UNMISTAKABLE.findall(decoded)) + len(_DOUBLED.findall(garbled))
    if (
        sum(shape.length == 3 for shape in found) > 1
        and share(decoded) == 1
        and all(s.is_complete for s in found)
    ):
        gain += _SURE_BY_CHANCE
    return _PageRun(start, end, tuple(found), gain)
