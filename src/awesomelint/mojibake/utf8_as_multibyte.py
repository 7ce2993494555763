"""UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR.

It shows as rare Han characters whose bytes are UTF-8 of common ones. Bytes that make no character there were
replaced by U+FFFD, and a clean character's last byte can have joined the ASCII character after it, which
then comes back as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, product

from awesomelint.mojibake.channels import FLAVOURS, Channel
from awesomelint.mojibake.damage import HOLE, Findings, Hole, Run, applied
from awesomelint.mojibake.frequent import share
from awesomelint.mojibake.oddity import is_unlikely
from awesomelint.source import Span

_REPLACEMENT = "\ufffd"
_UNKNOWN = 0xFF
"""Stands for a byte that U+FFFD has replaced; no encoding here uses it."""
_CHARACTER = (
    rb"[\xc2-\xdf][\x80-\xbf\xff]|\xe0[\xa0-\xbf\xff][\x80-\xbf\xff]"
    rb"|[\xe1-\xef][\x80-\xbf\xff]{2}|\xf0[\x90-\xbf\xff][\x80-\xbf\xff]{2}"
)
_RUN = re.compile(b"(?:" + _CHARACTER + b")+")
_ASCII = bytes(range(0x80))
_PIECE = re.compile(_CHARACTER + rb"|[\x00-\x7f]")
_TELLING = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]|[\xe2-\xef][\x80-\xbf]{2}|\xf0\x9f[\x80-\xbf]{2}")
_PREFILTER = re.compile(b"(?:" + _TELLING.pattern + b").{0,9}(?:" + _TELLING.pattern + b")", re.DOTALL)
_MIN_TELLING = 2
_MIN_LINES = 3
"""In a text with so many damaged lines one whole character is enough to count a further line in."""
_MIN_IMPROVEMENT = 0.4
"""By how much the share of common characters must rise."""
_EAST_ASIAN = re.compile("[\u2e80-\ud7ff\ue000-\uf8ff\uf900-\ufaff\uff61-\uffdc]{2}")
"""Two of what UTF-8 looks like in these encodings."""


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line; one item for each encoding that the text was read as."""
    left = {index: line for index, line in enumerate(lines) if _EAST_ASIAN.search(line)}
    while left:
        scores = {codec: _score(left.values(), codec) for codec in FLAVOURS}
        channel = Channel("utf-8", max(scores, key=lambda codec: scores[codec]))
        found = {index: _damaged(line, channel) for index, line in left.items()}
        damaged = {index: runs for index, runs in found.items() if runs}
        if not damaged:
            return
        if len(damaged) >= _MIN_LINES:
            weak = {
                index: _damaged(line, channel, min_telling=1)
                for index, line in left.items()
                if index not in damaged
            }
            damaged |= {index: runs for index, runs in weak.items() if runs}
        yield channel, damaged
        for index in damaged:
            del left[index]


def _score(lines: Iterable[str], codec: str) -> int:
    """How many whole UTF-8 characters the bytes hold, in lines with two near each other."""
    written = (line.encode(codec, "replace") for line in lines)
    return sum(len(_TELLING.findall(data)) for data in written if _PREFILTER.search(data))


def _damaged(line: str, channel: Channel, min_telling: int = _MIN_TELLING) -> list[Run]:
    if min_telling > 1 and not _PREFILTER.search(line.encode(channel.read, "replace")):
        return []
    runs = [run for run in _runs(line, channel) if _improvement([run], line) > 0]
    known = "".join(run.restored for run in runs).replace(HOLE, "").encode()
    if len(_TELLING.findall(known)) < min_telling or _improvement(runs, line) < _MIN_IMPROVEMENT:
        return []
    is_doubtful = _looks_damaged(applied(line, [run._replace(restored="") for run in runs]), channel.read)
    return [run._replace(is_doubtful=True) for run in runs] if is_doubtful else runs


def _improvement(runs: Sequence[Run], line: str) -> float:
    garbled = "".join(line[run.span.start : run.span.end] for run in runs).replace(_REPLACEMENT, "")
    return share("".join(run.restored for run in runs).replace(HOLE, "")) - share(garbled)


def _looks_damaged(rest: str, codec: str) -> bool:
    """Whether what lies between a line's runs still has traces of the damage."""
    return _REPLACEMENT in rest or bool(_PIECE.search(rest.encode(codec, "ignore").translate(None, _ASCII)))


def _runs(line: str, channel: Channel) -> Iterator[Run]:
    pieces = [_bytes_of(character, channel.read) for character in line]
    ends = list(accumulate(map(len, pieces)))
    places = {end: index + 1 for index, end in enumerate(ends)} | {0: 0}
    data = b"".join(pieces)
    for match in _RUN.finditer(data):
        bounds = _aligned(data, match, places)
        if bounds is not None:
            yield _restore(line, data, bounds, places, channel)


def _aligned(data: bytes, match: re.Match[bytes], places: dict[int, int]) -> tuple[int, int] | None:
    """The match's bounds where they fall between characters; the end may take one ASCII byte in."""
    start, end = match.span()
    if end not in places and end < len(data) and data[end] < 0x80:
        end += 1
    return (start, end) if start in places and end in places else None


def _restore(
    line: str, data: bytes, bounds: tuple[int, int], places: dict[int, int], channel: Channel
) -> Run:
    """What the bytes within `bounds` stand for; `places` are the line's characters by offset in `data`."""
    start, end = bounds
    pieces = _PIECE.findall(data, start, end)
    restored = ""
    holes = []
    sample = ""
    garbled_from = position = start
    for index, piece in enumerate(pieces):
        if position in places:
            sample, garbled_from = "", position
        fitting = _choices(piece)
        if len(fitting) > 1:
            following = "".join(_choices(pieces[index + 1])[:1]) if index + 1 < len(pieces) else ""
            garbled = line[places[garbled_from] : places[end]][: 2 * len(piece) * (len(sample) + 2)]
            fitting = tuple(c for c in fitting if _fits(sample + c + following, garbled, channel)) or fitting
        if len(fitting) != 1:
            holes.append(Hole(len(restored), fitting))
        restored += fitting[0] if len(fitting) == 1 else HOLE
        sample += fitting[0] if fitting else HOLE
        position += len(piece)
    span = Span(places[start], places[end])
    is_proven = bool(holes) or _is_proven(restored, line[span.start : span.end], channel)
    return Run(span, restored, tuple(holes), (channel,), is_doubtful=not is_proven)


def _fits(sample: str, garbled: str, channel: Channel) -> bool:
    """Whether some program makes of `sample` what the garbled text begins with, a last half aside."""
    return any(garbled.startswith(read[:-1]) for read in _garbled(sample, channel))


def _is_proven(restored: str, garbled: str, channel: Channel) -> bool:
    return garbled in _garbled(restored, channel)


def _garbled(text: str, channel: Channel) -> Iterator[str]:
    data = text.encode(channel.written)
    return (data.decode(codec, "replace") for codec in FLAVOURS[channel.read])


@cache
def _choices(piece: bytes) -> tuple[str, ...]:
    """What a character can be that lacks one byte; nothing where it lacks more, which would be thousands."""
    places = [index for index, byte in enumerate(piece) if byte == _UNKNOWN]
    if len(places) > 1:
        return ()
    found = []
    for fill in product(range(0x80, 0xC0), repeat=len(places)):
        data = bytearray(piece)
        for place, byte in zip(places, fill, strict=True):
            data[place] = byte
        found.append(data.decode("utf-8", "ignore"))
    return tuple(c for c in found if c and (not places or not is_unlikely(c)))


@cache
def _bytes_of(character: str, codec: str) -> bytes:
    """The bytes that are read as a character; a NUL, which no text holds, where there are none."""
    if character == _REPLACEMENT:
        return bytes([_UNKNOWN])
    return character.encode(codec, "ignore") or b"\0"
