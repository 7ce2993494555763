"""UTF-8 that was read through a single-byte code page.

The page is found by a vote of the whole text; then each line is read through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from awesomelint.mojibake.channels import Channel
from awesomelint.mojibake.damage import Findings, Hole, Run
from awesomelint.mojibake.election import Elected, elect
from awesomelint.mojibake.oddity import oddity, script
from awesomelint.mojibake.pages import in_any_page, page
from awesomelint.mojibake.readings import Reading, read_through
from awesomelint.mojibake.shapes import HIGH, Shapes, candidates, has_telling
from awesomelint.source import Span

_MOST_CHANNELS = 4
"""So many pages a text can have come through, each in some of its lines."""
_LEADS = frozenset(b"\xc2\xc3\xc4\xc5\xcc\xcd\xce\xcf\xd0\xd1\xd7\xd8\xd9\xda\xdb")
"""Lead bytes of the alphabets in use. Other accented capitals, as É or Ü, lead to letters of none."""
_EMOJI_LEAD = 0xF0
_MIN_LINES = 3
_MIN_SHARE = 0.8
"""A text is garbled as a whole if so many of its lines with more than ASCII are, and this share of them."""


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line, by index into `lines`; one item for each code page.

    Parts of a file can have come through different pages, so what one page leaves over is put to the next.
    """
    left = dict(enumerate(lines))
    for _ in range(_MOST_CHANNELS):
        elected = elect(list(left.values()))
        if elected is None:
            return
        channel = elected.channel
        found = {index: _accepted(line, elected) for index, line in left.items()}
        damaged = {index: runs for index, runs in found.items() if runs}
        if len(damaged) >= max(_MIN_LINES, _MIN_SHARE * len(left)):
            damaged |= _remaining(left, damaged, channel)
        if not damaged:
            return
        yield channel, damaged
        left = {index: line for index, line in left.items() if index not in damaged}


def _accepted(line: str, elected: Elected) -> list[Run]:
    """The garbled runs of a line: those that decoding improves, or all where all of it reads as UTF-8."""
    channel, keeps_all, is_exclusive = elected
    data = page(channel.read).bytes_for(line)
    if not has_telling(data) and not channel.lost:
        return []
    readings = read_through(line, data, is_exclusive=is_exclusive)
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


def _oddity_beside(line: str, improved: Sequence[Reading]) -> int:
    """How odd the rest of a line is."""
    bounds = [0, *(place for reading in improved for place in reading.shapes[:2]), len(line)]
    return oddity(" ".join(line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)))


def _with_neighbours(readings: Sequence[Reading], improved: Sequence[Reading]) -> list[Reading]:
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
    line: str, readings: Sequence[Reading], improved: Sequence[Reading], *, keeps_all: bool
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


def _is_all_read(readings: Sequence[Reading], data: bytes, channel: Channel) -> bool:
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
        readings = read_through(line, data)
        if _is_all_read(readings, data, channel) and sum(reading.gain for reading in readings) >= 0:
            found[index] = [run for reading in readings for run in _restored(reading, channel)]
    return found


def _restored(reading: Reading, channel: Channel, *, is_doubtful: bool = False) -> Iterator[Run]:
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
