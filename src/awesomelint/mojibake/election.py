"""The vote of a whole text on the code page that it came through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.pages import PAGE_NAMES, page, page_pieces
from awesomelint.mojibake.readings import read_through
from awesomelint.mojibake.shapes import has_telling, without_whole

MIN_GAIN = 2
"""How many oddities decoding must take away in a text before anything in it counts as damage."""
_VOTERS = 400
"""How many lines vote, and how many of their characters: enough to tell every page from every other."""
_VOTED = 4000
_MIN_TELLING_BYTES = 200
"""With so many continuation bytes seen, a defined one that never occurs was lost: each is one of 64."""
_FOREIGN = {
    "cp1251": re.compile("[\u0400-\u04ff]"),
    "mac-roman": re.compile("[¬√≈ƒ∆◊]"),
    "cp437": re.compile("[\u2500-\u257f]"),
}
"""What garbled text has in some pages, and Latin text has none of as a rule."""


class Elected(NamedTuple):
    """The channel of some lines. `keeps_all`: it has lost no byte; `is_exclusive`: as for `gain`."""

    channel: Channel
    keeps_all: bool
    is_exclusive: bool


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
    is_exclusive: bool = False

    @property
    def score(self) -> int:
        return self.whole - self.apart

    @property
    def unexplained(self) -> int:
        """How many continuation bytes the page could show and never does; 0 when too few were seen."""
        if not self.holed or self.continuations < _MIN_TELLING_BYTES:
            return 0
        return len(set(range(0x80, 0xC0)) - self.seen - _droppable(self.codec))


def elect(lines: Sequence[str]) -> Elected | None:
    """The channel that explains most."""
    pieces = [page_pieces(line) for line in lines]
    different = frozenset[bytes]().union(*pieces)
    if not different:
        return None
    voters = {codec: _voters(lines, pieces, _telling(different, codec)) for codec in PAGE_NAMES}
    most = max(map(len, voters.values()))
    ballots = [_count(lines, voters[codec], codec, most) for codec in PAGE_NAMES]
    ballots = [ballot for ballot in ballots if ballot.gain >= MIN_GAIN and ballot.score > 0]
    if not ballots:
        return None
    top = max(ballot.score for ballot in ballots)
    tied = [ballot for ballot in ballots if ballot.score == top]
    best = min(tied, key=lambda ballot: (-ballot.covered, ballot.foreign, ballot.unexplained, ballot.bare))
    keeps_all = not best.holed and bool(best.seen & _droppable(best.codec) or not _droppable(best.codec))
    return Elected(Channel("utf-8", best.codec, _lost(best, tied)), keeps_all, best.is_exclusive)


def _telling(pieces: frozenset[bytes], codec: str) -> frozenset[bytes]:
    """Those of some pieces in which a page shows UTF-8."""
    if not has_telling(_read_back(b" ".join(pieces), codec)):
        return frozenset()
    return frozenset(piece for piece in pieces if has_telling(_read_back(piece, codec)))


def _read_back(piece: bytes, codec: str) -> bytes:
    return page(codec).bytes_for(piece.decode("utf-8", "ignore"))


def _voters(lines: Sequence[str], pieces: Sequence[frozenset[bytes]], telling: frozenset[bytes]) -> list[str]:
    """The different lines that have some of the `telling` pieces."""
    if not telling:
        return []
    found = (line for line, own in zip(lines, pieces, strict=True) if not telling.isdisjoint(own))
    return list(dict.fromkeys(found))


def _count(lines: Sequence[str], voters: Sequence[str], codec: str, most: int) -> _Ballot:
    """What a page makes of the lines that vote on it, where `most` vote on some page."""
    ballot = _Ballot(codec)
    if not voters:
        return ballot
    ballot.is_exclusive = _is_exclusive(lines, codec)
    ballot.foreign = page(codec).bytes_for("".join(voters)).count(b"?")
    for line in _sample(voters, most if 2 * len(voters) > most else len(voters)):
        _add(ballot, line[:_VOTED])
    return ballot


def _sample(voters: Sequence[str], count: int) -> Iterator[str]:
    """Some of the lines, as many as if they were `count`.

    Which ones depends on the lines alone, so pages that much the same lines vote on are compared by the same.
    """
    share = count // _VOTERS + 1
    return (line for line in voters if share == 1 or crc32(line.encode("utf-8", "replace")) % share == 0)


def _is_exclusive(lines: Sequence[str], codec: str) -> bool:
    """Whether the characters of a page that Latin text has none of all belong to whole characters."""
    if codec not in _FOREIGN:
        return False
    foreign = _FOREIGN[codec]
    texts = (line for line in lines if foreign.search(line))
    return not any(foreign.search(without_whole(line, page(codec).bytes_for(line))) for line in texts)


def _add(ballot: _Ballot, line: str) -> None:
    """Count the readings of a line. Only those have a vote that become less odd."""
    data = page(ballot.codec).bytes_for(line)
    readings = read_through(line, data, is_exclusive=ballot.is_exclusive)
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
