"""UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR.

It shows as rare Han characters whose bytes are UTF-8 of common ones. Bytes that make no character there were
replaced by U+FFFD, and a clean character's last byte can have joined the ASCII character after it, which
then comes back as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from awesomelint.mojibake.channels import FLAVOURS, Channel
from awesomelint.mojibake.damage import HOLE, Findings, Hole, Run, applied
from awesomelint.mojibake.frequent import frequent_characters, is_common, share
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
# These begin with a set of bytes and look back at it, which lets the search skip what is not in the set.
_SIGN = rb"[\xe2\xf0](?:(?<=\xe2)[\x80\x86\x98-\x9e\xac][\x80-\xbf\xff]|(?<=\xf0)\x9f[\x80-\xbf\xff]{2})"
_LONG = (
    rb"[\xe1-\xf0](?:(?<=\xe1)[\xba\xbb][\x80-\xbf]|(?<=\xf0)\x9f[\x80-\xbf]{2}"
    rb"|(?<=[\xe2-\xef])(?:[\x80-\xbf]{2}|\xff[\x80-\xbf]|[\x80-\xbf]\xff))"
)
_TELLING = re.compile(_LONG)
"""A character of three or four bytes, of which one may be lost."""
_TELLING_ALONE = re.compile(_SIGN)
"""Dashes, quotes, arrows, symbols and emoji: what they become is never written."""
_NEAR = re.compile(_LONG + b".{0,9}?" + _LONG, re.DOTALL)
_MIN_TELLING = 2
_MIN_LINES = 3
_MIN_SHARE_OF_LINES = 0.5
"""A text is garbled as a whole if so many of its lines that can be are, and this share of them."""
_MIN_IMPROVEMENT = 0.4
"""By how much the share of common characters must rise."""
_MIN_SHARE_BESIDE = 0.5
"""The share of common characters in what is clean of a line."""
_EAST_ASIAN = re.compile("[\u2e80-\ud7ff\ue000-\uf8ff\uf900-\ufaff\uff61-\uffdc\ufffd]")
"""What UTF-8 looks like in these encodings."""


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
        if len(damaged) >= max(_MIN_LINES, _MIN_SHARE_OF_LINES * len(left)):
            rest = {index: line for index, line in left.items() if index not in damaged}
            weak = {index: _damaged(line, channel, min_telling=0) for index, line in rest.items()}
            damaged |= {index: runs for index, runs in weak.items() if runs}
        yield channel, damaged
        left = {index: line for index, line in left.items() if index not in damaged}


def _score(lines: Iterable[str], codec: str) -> int:
    """How many UTF-8 characters the bytes hold, in lines with two near each other."""
    written = (_written(line, codec) for line in lines)
    return sum(len(_TELLING.findall(data)) for data in written if _may_be_damaged(data))


def _may_be_damaged(data: bytes) -> bool:
    return bool(_NEAR.search(data) or _TELLING_ALONE.search(data))


def _written(line: str, codec: str) -> bytes:
    return bytes([_UNKNOWN]).join(part.encode(codec, "replace") for part in line.split(_REPLACEMENT))


def _damaged(line: str, channel: Channel, min_telling: int = _MIN_TELLING) -> list[Run]:
    data = _written(line, channel.read)
    if min_telling and not _may_be_damaged(data):
        return []
    runs = [run for run in _runs(line, channel) if _improvement([run], line) > 0]
    rest = applied(line, [run._replace(restored="", holes=()) for run in runs])
    if min_telling == 0 and _EAST_ASIAN.search(rest):
        return []
    telling = sum(_weight(line[run.span.start : run.span.end], channel.read) for run in runs)
    if telling < min_telling or _improvement(runs, line) < _MIN_IMPROVEMENT:
        return []
    is_doubtful = _looks_damaged(rest, channel.read)
    return [run._replace(is_doubtful=True) for run in runs] if is_doubtful else runs


def _weight(garbled: str, codec: str) -> int:
    data = _written(garbled, codec)
    return len(_TELLING.findall(data)) + len(_TELLING_ALONE.findall(data))


def _improvement(runs: Sequence[Run], line: str) -> float:
    """How much the share of common characters rises; a hole is one where it can be."""
    garbled = "".join(line[run.span.start : run.span.end] for run in runs).replace(_REPLACEMENT, "")
    restored = "".join(run.restored for run in runs).replace(HOLE, "")
    holes = [hole for run in runs for hole in run.holes]
    count = sum(not character.isascii() for character in restored)
    common = count * share(restored) + sum(any(map(is_common, hole.candidates)) for hole in holes)
    return common / max(count + len(holes), 1) - share(garbled)


def _looks_damaged(rest: str, codec: str) -> bool:
    """Whether what lies between a line's runs still has traces of the damage, or is hardly language."""
    beside = "".join(_EAST_ASIAN.findall(rest))
    if beside and share(beside) < _MIN_SHARE_BESIDE:
        return True
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
    restored = []
    holes = []
    for index, match in enumerate(_PIECE.finditer(data, start, end)):
        choices = _choices(match[0], data[match.end() : match.end() + 1], channel.read)
        is_known = len(choices) == 1 and match[0].count(_UNKNOWN) < 2
        if not is_known:
            holes.append(Hole(index, choices))
        restored.append(choices[0] if is_known else HOLE)
    span = Span(places[start], places[end])
    text = "".join(restored)
    is_proven = bool(holes) or _is_proven(text, line[span.start : span.end], channel)
    return Run(span, text, tuple(holes), (channel,), is_doubtful=not is_proven)


def _is_proven(restored: str, garbled: str, channel: Channel) -> bool:
    """Whether some program makes of one exactly the other; at its end, what follows in the line decides."""
    data = restored.encode(channel.written)
    return any(data.decode(codec, "replace") == garbled for codec in FLAVOURS[channel.read])


@cache
def _choices(piece: bytes, following: bytes, codec: str) -> tuple[str, ...]:
    """What a character can be that may lack bytes, before another byte. Of very many, the common ones."""
    places = [index for index, byte in enumerate(piece) if byte == _UNKNOWN]
    return tuple(
        character
        for character in _fitting(piece, len(places))
        if any(_is_lost(character.encode(), following, places, flavour) for flavour in FLAVOURS[codec])
    )


def _fitting(piece: bytes, unknown: int) -> Iterator[str]:
    if unknown > 1:
        pattern = re.compile(re.escape(piece).replace(bytes([_UNKNOWN]), b"."), re.DOTALL)
        yield from (c for c in frequent_characters() if pattern.fullmatch(c.encode()))
        return
    for byte in range(0x80, 0xC0) if unknown else (_UNKNOWN,):
        character = piece.replace(bytes([_UNKNOWN]), bytes([byte])).decode("utf-8", "ignore")
        if character and (not unknown or not is_unlikely(character)):
            yield character


def _is_lost(data: bytes, following: bytes, places: Sequence[int], codec: str) -> bool:
    """Whether each of the bytes at these places, with the one after it, makes no character in an encoding."""
    after = data[1:] + following
    return all(not _is_character(data[place], after[place : place + 1], codec) for place in places)


@cache
def _is_character(byte: int, following: bytes, codec: str) -> bool:
    if following == bytes([_UNKNOWN]):
        return False
    return not (bytes([byte]) + following).decode(codec, "replace").startswith(_REPLACEMENT)


@cache
def _bytes_of(character: str, codec: str) -> bytes:
    """The bytes that are read as a character; a NUL, which no text holds, where there are none."""
    if character == _REPLACEMENT:
        return bytes([_UNKNOWN])
    return character.encode(codec, "ignore") or b"\0"
