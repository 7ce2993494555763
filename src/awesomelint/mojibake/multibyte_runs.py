"""Garbled runs of a line that went through an East Asian encoding: from its bytes to what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from awesomelint.mojibake.channels import Channel, read_as
from awesomelint.mojibake.damage import HOLE, Hole, Run
from awesomelint.mojibake.multibyte_pieces import CHARACTER, all_pieces, may_be_all
from awesomelint.mojibake.multibyte_reading import (
    REPLACEMENT,
    UNKNOWN,
    Codecs,
    characters,
    choices,
    in_pairs,
    written,
)
from awesomelint.source import Span

_MARK = re.compile(r"\?(?<=[^\x00-\x7f]\?)")
"""A question mark behind a character that is not ASCII, found much faster than the latter."""
_MARKED = re.compile(r"(?<![^\x00-\x7f])([^\x00-\x7f]+)\?")
_RUN = re.compile(b"(?:" + CHARACTER + b")+")
_CHARACTER = re.compile(CHARACTER)


class Carrier(NamedTuple):
    """What a text went through: the encoding, and what can have read it."""

    channel: Channel
    codecs: Codecs

    @property
    def codec(self) -> str:
        """The encoding by Python's name."""
        return self.channel.read


class _Placed(NamedTuple):
    """The bytes of a line, and its characters' places by where their bytes begin or end."""

    line: str
    data: bytes
    places: dict[int, int]


def runs_among_clean(line: str, carrier: Carrier) -> Iterator[Run]:
    """What can be UTF-8 of a line of which the rest is clean; its lead bytes must be known."""
    placed = _placed(line, characters(line, carrier.codec))
    for match in _RUN.finditer(placed.data):
        start, end = match.span()
        end = _whole_characters(placed, end)
        if start in placed.places and end in placed.places:
            pieces = [piece.span() for piece in _CHARACTER.finditer(placed.data, *match.span())]
            yield _run(placed, pieces, end, carrier)


def runs_of_all(line: str, carrier: Carrier, usual: int) -> list[Run]:
    """A line of which all that the encoding has is UTF-8; nothing where it is not.

    `usual` is the length of most of the text's characters, in bytes.
    """
    return _runs_of_all(_placed(line, characters(line, carrier.codec)), carrier, usual)


def runs_in_pairs(line: str, carrier: Carrier, usual: int) -> list[Run]:
    """The same if U+FFFD stands for two bytes, before ASCII perhaps for one."""
    paired = carrier._replace(codecs=carrier.codecs._replace(is_paired=True))
    for before_ascii in (2, 1):
        placed = _placed(line, in_pairs(line, carrier.codec, before_ascii=before_ascii))
        runs = _runs_of_all(placed, paired, usual) if may_be_all(placed.data) else []
        if runs:
            return runs
    return []


def _runs_of_all(placed: _Placed, carrier: Carrier, usual: int) -> list[Run]:
    pieces = all_pieces(placed.data, usual)
    return [] if pieces is None else list(_runs(placed, pieces, carrier))


def with_marks(line: str, codec: str) -> str | None:
    """A line with U+FFFD for the question marks that programs have put for the last byte of a character.

    Those of Windows put one for the ASCII character behind it as well. None where there is none.
    """
    if not _MARK.search(line):
        return None
    marked = _MARKED.sub(lambda match: _marked(match[1], codec), line)
    return None if marked == line or not may_be_all(written(marked, codec)) else marked


def _marked(garbled: str, codec: str) -> str:
    """Characters before a question mark, with U+FFFD for it if just one byte is missing there."""
    is_cut_off = may_be_all(written(f"{garbled}{REPLACEMENT}", codec)) and not may_be_all(
        written(garbled, codec)
    )
    return garbled + (REPLACEMENT if is_cut_off else "?")


def _placed(line: str, written: Sequence[bytes]) -> _Placed:
    ends = accumulate(map(len, written))
    return _Placed(line, b"".join(written), {end: index for index, end in enumerate(ends, 1)} | {0: 0})


def _whole_characters(placed: _Placed, end: int) -> int:
    """The end of a run, with the ASCII character that its last byte may have been joined to."""
    data = placed.data
    return end + 1 if end not in placed.places and end < len(data) and data[end] < 0x80 else end


def _runs(placed: _Placed, pieces: Iterable[tuple[int, int]], carrier: Carrier) -> Iterator[Run]:
    """The runs of neighbouring pieces; those of which nothing is known are apart where they can be."""
    group: list[tuple[int, int]] = []
    is_known = True
    for start, end in pieces:
        was_known, is_known = is_known, placed.data.count(UNKNOWN, start, end) < end - start
        is_new = group and (start != group[-1][1] or (is_known != was_known and start in placed.places))
        if is_new:
            yield _run(placed, group, _whole_characters(placed, group[-1][1]), carrier)
            group = []
        group.append((start, end))
    if group:
        yield _run(placed, group, _whole_characters(placed, group[-1][1]), carrier)


def _run(placed: _Placed, pieces: Sequence[tuple[int, int]], end: int, carrier: Carrier) -> Run:
    """What neighbouring pieces of the bytes, and the rest up to an end, stand for."""
    restored = []
    holes = []
    for index, (first, last) in enumerate(pieces):
        piece = placed.data[first:last]
        found = choices(piece, placed.data[last : last + 1], carrier.codecs)
        is_known = len(found) == 1 and piece.count(UNKNOWN) < 2 and piece[0] != UNKNOWN
        if not is_known:
            holes.append(Hole(index, found))
        restored.append(found[0] if is_known else HOLE)
    restored.append(placed.data[pieces[-1][1] : end].decode("ascii"))
    span = Span(placed.places[pieces[0][0]], placed.places[end])
    text = "".join(restored)
    is_proven = bool(holes) or _is_proven(text, placed.line[span.start : span.end], carrier)
    return Run(span, text, tuple(holes), (carrier.channel,), is_doubtful=not is_proven)


def _is_proven(restored: str, garbled: str, carrier: Carrier) -> bool:
    """Whether some program makes of one exactly the other; at its end, what follows in the line decides."""
    return any(is_read_by(flavour, restored, garbled) for flavour in carrier.codecs.flavours)


def is_read_by(flavour: str, restored: str, garbled: str) -> bool:
    """Whether a codec makes of a restored text exactly the garbled one."""
    return read_as(restored.encode("utf-8"), flavour) == garbled
