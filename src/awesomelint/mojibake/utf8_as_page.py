"""UTF-8 that was read through a single-byte code page.

The page is found by a vote of the whole text; then each line is read through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import Findings, Hole, Run
from awesomelint.mojibake.gain import gain
from awesomelint.mojibake.oddity import oddity, script
from awesomelint.mojibake.pages import PAGE_NAMES, in_any_page, page, page_pieces
from awesomelint.mojibake.shapes import HIGH, Shapes, candidates, has_telling, shapes
from awesomelint.source import Span

MIN_GAIN = 2
"""How many oddities decoding must take away in a text before anything in it counts as damage."""
_MOST_CHANNELS = 4
"""So many pages a text can have come through, each in some of its lines."""
_VOTERS = 400
"""How many lines vote, and how many of their characters: enough to tell every page from every other."""
_VOTED = 4000
_MIN_TELLING_BYTES = 200
"""With so many continuation bytes seen, a defined one that never occurs was lost: each is one of 64."""
_LEADS = frozenset(b"\xc2\xc3\xc4\xc5\xcc\xcd\xce\xcf\xd0\xd1\xd7\xd8\xd9\xda\xdb")
"""Lead bytes of the alphabets in use. Other accented capitals, as É or Ü, lead to letters of none."""
_EMOJI_LEAD = 0xF0
_MIN_LINES = 3
_MIN_SHARE = 0.8
"""A text is garbled as a whole if so many of its lines with more than ASCII are, and this share of them."""


class _Reading(NamedTuple):
    """Shapes in a line; `gain` is the oddity that goes when they are read so."""

    shapes: Shapes
    gain: int

    @property
    def length(self) -> int:
        """How many characters it has in the garbled text."""
        return self.shapes.end - self.shapes.start

    @property
    def is_telling(self) -> bool:
        """Whether a continuation byte shows that a lead byte is more than an accented letter."""
        return self.shapes.whole > 0 or not all(part.is_bare for part in self.shapes.parts)


@dataclass
class _Ballot:
    """What one page makes of the text."""

    codec: str
    whole: int = 0
    apart: int = 0
    gain: int = 0
    holed: int = 0
    bare: int = 0
    """Lead bytes without any continuation byte: lost ones, or accented letters under the wrong page."""
    seen: set[int] = field(default_factory=set)
    continuations: int = 0
    covered: int = 0
    """Characters that the page reads in the lines that have a vote."""
    foreign: int = 0
    """Characters of all lines with whole shapes that the page does not have."""

    @property
    def score(self) -> int:
        return self.whole - self.apart

    @property
    def unexplained(self) -> int:
        """How many continuation bytes the page could show and never does; 0 when too few were seen."""
        if not self.holed or self.continuations < _MIN_TELLING_BYTES:
            return 0
        return len(set(range(0x80, 0xC0)) - self.seen - _droppable(self.codec))


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line, by index into `lines`; one item for each code page.

    Parts of a file can have come through different pages, so what one page leaves over is put to the next.
    """
    left = dict(enumerate(lines))
    for _ in range(_MOST_CHANNELS):
        elected = _elect(list(left.values()))
        if elected is None:
            return
        channel, keeps_all = elected
        found = {index: _accepted(line, channel, keeps_all=keeps_all) for index, line in left.items()}
        damaged = {index: runs for index, runs in found.items() if runs}
        if len(damaged) >= max(_MIN_LINES, _MIN_SHARE * len(left)):
            damaged |= _remaining(left, damaged, channel)
        if not damaged:
            return
        yield channel, damaged
        left = {index: line for index, line in left.items() if index not in damaged}


def _elect(lines: Sequence[str]) -> tuple[Channel, bool] | None:
    """The channel that explains most, and whether it is known that it has lost no byte."""
    pieces = [page_pieces(line) for line in lines]
    different = frozenset[bytes]().union(*pieces)
    if not different:
        return None
    ballots = [_count(lines, pieces, _telling(different, codec), codec) for codec in PAGE_NAMES]
    ballots = [ballot for ballot in ballots if ballot.gain >= MIN_GAIN and ballot.score > 0]
    if not ballots:
        return None
    top = max(ballot.score for ballot in ballots)
    tied = [ballot for ballot in ballots if ballot.score == top]
    best = min(tied, key=lambda ballot: (-ballot.covered, ballot.foreign, ballot.unexplained, ballot.bare))
    keeps_all = not best.holed and bool(best.seen & _droppable(best.codec) or not _droppable(best.codec))
    return Channel("utf-8", best.codec, _lost(best, tied)), keeps_all


def _telling(pieces: frozenset[bytes], codec: str) -> frozenset[bytes]:
    """Those of some pieces in which a page shows UTF-8."""
    if not has_telling(_read_back(b" ".join(pieces), codec)):
        return frozenset()
    return frozenset(piece for piece in pieces if has_telling(_read_back(piece, codec)))


def _read_back(piece: bytes, codec: str) -> bytes:
    return page(codec).bytes_for(piece.decode("utf-8", "ignore"))


def _count(
    lines: Sequence[str], pieces: Sequence[frozenset[bytes]], telling: frozenset[bytes], codec: str
) -> _Ballot:
    """What a page makes of the lines that have some of the `telling` pieces."""
    ballot = _Ballot(codec)
    if not telling:
        return ballot
    voters = [line for line, own in zip(lines, pieces, strict=True) if not telling.isdisjoint(own)]
    ballot.foreign = page(codec).bytes_for("".join(voters)).count(b"?")
    for line in voters[:: len(voters) // _VOTERS + 1]:
        _add(ballot, line[:_VOTED])
    return ballot


def _add(ballot: _Ballot, line: str) -> None:
    """Count the readings of a line. Only those have a vote that become less odd."""
    readings = _readings(line, page(ballot.codec).bytes_for(line))
    voting = [reading for reading in readings if reading.gain > 0 and reading.is_telling]
    if voting:
        ballot.covered += sum(reading.length for reading in readings if reading.is_telling)
    for reading in voting:
        found = reading.shapes
        emoji = sum(part.is_emoji for part in found.parts)
        bare = sum(part.is_bare for part in found.parts)
        ballot.apart += found.apart
        ballot.gain += reading.gain
        ballot.whole += found.whole + emoji
        ballot.bare += bare
        ballot.holed += len(found.parts) - bare
        ballot.continuations += reading.length - len(found.text)
        ballot.seen.update(page(ballot.codec).bytes_for(line[found.start : found.end]))


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


def _accepted(line: str, channel: Channel, *, keeps_all: bool) -> list[Run]:
    """The garbled runs of a line: those that decoding improves, or all where all of it reads as UTF-8."""
    data = page(channel.read).bytes_for(line)
    if not has_telling(data) and not channel.lost:
        return []
    readings = _readings(line, data)
    improved = [reading for reading in readings if reading.gain > 0 and reading.is_telling]
    if not improved:
        return []
    if _is_all_read(readings, data, channel):
        return [run for reading in readings for run in _restored(reading, channel)]
    improved = _with_neighbours(readings, improved)
    left = _oddity_beside(line, improved)
    if left > sum(reading.gain for reading in improved):
        return []
    is_doubtful = left > 0 or _is_in_doubt(line, readings, improved, keeps_all=keeps_all)
    return [run for reading in improved for run in _restored(reading, channel, is_doubtful=is_doubtful)]


def _oddity_beside(line: str, improved: Sequence[_Reading]) -> int:
    """How odd the rest of a line is."""
    bounds = [0, *(place for reading in improved for place in reading.shapes[:2]), len(line)]
    return oddity(" ".join(line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)))


def _with_neighbours(readings: Sequence[_Reading], improved: Sequence[_Reading]) -> list[_Reading]:
    """The improved ones and what lies between them that reads as whole letters of the same alphabet."""
    scripts = {script(reading.shapes.text) for reading in improved} - {""}
    known = {reading.shapes.start for reading in improved}
    between = range(min(known), max(known))
    return [
        reading
        for reading in readings
        if reading.shapes.start in known
        or (reading.shapes.start in between and reading.gain == 0 and script(reading.shapes.text) in scripts)
    ]


def _is_in_doubt(
    line: str, readings: Sequence[_Reading], improved: Sequence[_Reading], *, keeps_all: bool
) -> bool:
    """Whether something that is left can be damage as well."""
    if any(reading.shapes.apart or reading.shapes.parts for reading in improved):
        return True
    beside = {place for reading in improved for place in (reading.shapes.start - 1, reading.shapes.end)}
    covered = {place for reading in improved for place in range(*reading.shapes[:2])}
    if any(line[place : place + 1] in in_any_page() for place in beside - covered - {-1}):
        return True
    known = {reading.shapes.start for reading in improved}
    left = [reading for reading in readings if reading.shapes.start not in known]
    return any(reading.is_telling or (not keeps_all and _can_be_bare(reading.shapes)) for reading in left)


def _can_be_bare(found: Shapes) -> bool:
    """Whether lead bytes can be all that is left of characters. Clean words have other letters as well."""
    return not found.apart and all(part.seen[0] in _LEADS for part in found.parts)


def _is_all_read(readings: Sequence[_Reading], data: bytes, channel: Channel) -> bool:
    """Whether they are all that is not ASCII, and nothing is wrong but what the channel has lost."""
    if not channel.lost and any(reading.shapes.parts for reading in readings):
        return False
    return sum(reading.length for reading in readings) == sum(map(len, HIGH.findall(data)))


def _remaining(
    left: Mapping[int, str], damaged: Mapping[int, Sequence[Run]], channel: Channel
) -> dict[int, list[Run]]:
    """The lines of a text garbled as a whole in which reading makes nothing better, but all of it reads."""
    found = {}
    for index, line in left.items():
        data = page(channel.read).bytes_for(line)
        if index in damaged or len(HIGH.sub(b"", data)) != sum(map(str.isascii, line)):
            continue
        readings = _readings(line, data)
        if _is_all_read(readings, data, channel) and sum(reading.gain for reading in readings) >= 0:
            found[index] = [run for reading in readings for run in _restored(reading, channel)]
    return found


def _restored(reading: _Reading, channel: Channel, *, is_doubtful: bool = False) -> Iterator[Run]:
    """The runs of a reading: emoji that lack bytes, of which nothing can be known, are runs by themselves."""
    found = reading.shapes
    parts = {part.offset: part.seen for part in found.parts}
    emoji = [offset for offset, seen in parts.items() if seen[0] >= _EMOJI_LEAD]
    bounds = sorted({0, len(found.text), *emoji, *(offset + 1 for offset in emoji)})
    position = found.start
    for first, last in pairwise(bounds):
        end = position + sum(len(parts.get(i) or found.text[i].encode()) for i in range(first, last))
        holes = tuple(
            Hole(offset - first, candidates(seen, channel.lost))
            for offset, seen in parts.items()
            if first <= offset < last
        )
        yield Run(Span(position, end), found.text[first:last], holes, (channel,), is_doubtful)
        position = end


def _readings(line: str, data: bytes) -> list[_Reading]:
    return [
        _Reading(found, gain(line, found))
        for match in HIGH.finditer(data)
        for found in shapes(data, *match.span())
    ]
