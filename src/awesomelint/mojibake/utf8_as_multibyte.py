"""UTF-8 that was read as GBK, Big5, Shift-JIS or EUC-KR: rare Han characters whose bytes are UTF-8 of common
ones.

Bytes that make no character there were replaced by U+FFFD, and a clean character's last byte can have joined
the
ASCII character after it, which then comes back as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, product

from awesomelint.mojibake.channels import MULTIBYTE_LABELS, Channel
from awesomelint.mojibake.damage import HOLE, Findings, Hole, Run
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
_PIECE = re.compile(_CHARACTER + rb"|[\x00-\x7f]")
_TELLING = re.compile(rb"[\xe1-\xef][\x80-\xbf]{2}|\xf0\x9f[\x80-\xbf]{2}")
_PREFILTER = re.compile(b"(?:" + _TELLING.pattern + b").{0,9}(?:" + _TELLING.pattern + b")", re.DOTALL)
_MIN_TELLING = 2
_MIN_IMPROVEMENT = 0.4
"""By how much the share of common characters must rise."""


def find(lines: Sequence[str]) -> Findings:
    """The garbled runs of each damaged line; one item for each encoding that the text was read as."""
    left = dict(enumerate(lines))
    while left:
        readings = [_damaged(left, Channel("utf-8", codec)) for codec in MULTIBYTE_LABELS]
        best = max(readings, key=_score)
        if not best:
            return
        yield next(iter(best.values()))[0].layers[0], best
        for index in best:
            del left[index]


def _score(damaged: dict[int, list[Run]]) -> int:
    """How many characters come back, those with a hole counting against."""
    return sum(len(run.restored) - 2 * len(run.holes) for runs in damaged.values() for run in runs)


def _damaged(lines: dict[int, str], channel: Channel) -> dict[int, list[Run]]:
    found = {}
    for index, line in lines.items():
        if _PREFILTER.search(line.encode(channel.read, "replace")):
            runs = [run for run in _runs(line, channel) if run.restored]
            if any(_is_telling(run, line) for run in runs):
                found[index] = [run for run in runs if _improvement(run, line) > 0]
    return found


def _is_telling(run: Run, line: str) -> bool:
    known = run.restored.replace(HOLE, "").encode()
    return (
        len(_TELLING.findall(known)) >= max(_MIN_TELLING, len(run.holes))
        and _improvement(run, line) >= _MIN_IMPROVEMENT
    )


def _improvement(run: Run, line: str) -> float:
    garbled = line[run.span.start : run.span.end]
    return share(run.restored.replace(HOLE, "")) - share(garbled)


def _runs(line: str, channel: Channel) -> Iterator[Run]:
    pieces = [_bytes_of(character, channel.read) for character in line]
    ends = list(accumulate(map(len, pieces)))
    characters = {end: index + 1 for index, end in enumerate(ends)} | {0: 0}
    data = b"".join(pieces)
    for match in _RUN.finditer(data):
        bounds = _aligned(data, match, characters)
        if bounds is not None:
            start, end = bounds
            span = Span(characters[start], characters[end])
            yield _restore(line, span, data[start:end], channel)


def _aligned(data: bytes, match: re.Match[bytes], characters: dict[int, int]) -> tuple[int, int] | None:
    """The match's bounds where they fall between characters of the line; the end may take one ASCII byte
    in.
    """
    start, end = match.span()
    if end not in characters and end < len(data) and data[end] < 0x80:
        end += 1
    return (start, end) if start in characters and end in characters else None


def _restore(line: str, span: Span, data: bytes, channel: Channel) -> Run:
    garbled = line[span.start : span.end]
    choices = [_choices(piece) for piece in _PIECE.findall(data)]
    restored, sample = "", ""
    holes = []
    for index, possible in enumerate(choices):
        following = choices[index + 1][0] if index + 1 < len(choices) else ""
        fitting = tuple(c for c in possible if _fits(sample + c + following, garbled, channel)) or possible
        if len(fitting) > 1:
            holes.append(Hole(len(restored), fitting))
        restored += HOLE if len(fitting) > 1 else fitting[0]
        sample += fitting[0]
    return Run(span, restored, tuple(holes), (channel,))


def _fits(sample: str, garbled: str, channel: Channel) -> bool:
    """Whether the damage makes of `sample` what the garbled text begins with; the last character may lack
    its second byte.
    """
    return garbled.startswith(channel.garble(sample)[:-1])


@cache
def _choices(piece: bytes) -> tuple[str, ...]:
    """What a character can be whose unknown bytes are any."""
    places = [index for index, byte in enumerate(piece) if byte == _UNKNOWN]
    found = []
    for fill in product(range(0x80, 0xC0), repeat=len(places)):
        data = bytearray(piece)
        for place, byte in zip(places, fill, strict=True):
            data[place] = byte
        found.append(data.decode("utf-8", "ignore"))
    return tuple(c for c in found if c and (not places or not is_unlikely(c))) or ("\ufffd",)


@cache
def _bytes_of(character: str, codec: str) -> bytes:
    """The bytes that are read as a character; a NUL for one that the encoding does not have, since no text
    holds one.
    """
    if character == _REPLACEMENT:
        return bytes([_UNKNOWN])
    return character.encode(codec, "ignore") or b"\0"
