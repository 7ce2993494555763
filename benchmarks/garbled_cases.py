"""Clean text garbled in every known way: whole files, single lines, single cells."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from awesomelint.mojibake import Channel, garble

CP1252_LOST = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
CP1254_LOST = frozenset({0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E})
PAGES = ("cp1252", "cp1254", "latin-1", "cp1250", "cp1251", "mac-roman", "cp437")
LEGACY = ("gbk", "big5", "cp932", "cp949")
CHANNELS: dict[str, tuple[Channel, ...]] = {
    **{f"UTF-8 as {page}": (Channel("utf-8", page),) for page in PAGES},
    "UTF-8 as cp1252, bytes lost": (Channel("utf-8", "cp1252", CP1252_LOST),),
    "UTF-8 as cp1254, bytes lost": (Channel("utf-8", "cp1254", CP1254_LOST),),
    "UTF-8 as cp1254, AD lost too": (Channel("utf-8", "cp1254", CP1254_LOST | {0xAD}),),
    "UTF-8 as cp1252, twice": (Channel("utf-8", "cp1252"),) * 2,
    "UTF-8 as cp1252, three times": (Channel("utf-8", "cp1252"),) * 3,
    "UTF-8 as cp1254, twice": (Channel("utf-8", "cp1254"),) * 2,
    **{f"UTF-8 as {read}": (Channel("utf-8", read),) for read in ("gb18030", *LEGACY)},
    **{
        f"{written} as {page}": (Channel(written, page),)
        for written in LEGACY
        for page in ("latin-1", "cp1252")
    },
}
MIN_LETTERS = 20
MIN_WRITABLE = 0.9
"""An East Asian encoding must have so many of the letters of a text that are not ASCII."""
CONTEXT = 12
"""Clean lines around a line of which one thing is garbled."""
_CELL = re.compile(r"[^|\[\]()\n]*[^\x00-\x7f][^|\[\]()\n]*")


class Case(NamedTuple):
    """A text in which some lines, given by number from 0, are garbled; `clean` has the same lines."""

    clean: list[str]
    garbled: list[str]
    damaged: frozenset[int]


def is_writable(text: str, layers: Sequence[Channel]) -> bool:
    """Whether someone may have written a text in the encoding that the damage begins with.

    Russian or French can be written in East Asian encodings, but nobody does.
    """
    codec = layers[0].written
    if codec == "utf-8":
        return True
    letters = [character for character in text if not character.isascii() and character.isalpha()]
    writable = sum(
        character >= "\u2e80" and character.encode(codec, "ignore") != b"" for character in letters
    )
    return len(letters) >= MIN_LETTERS and writable >= MIN_WRITABLE * len(letters)


def case(clean: Sequence[str], garbled: Sequence[str]) -> Case:
    changed = frozenset(n for n, (a, b) in enumerate(zip(clean, garbled, strict=True)) if a != b)
    return Case(list(clean), list(garbled), changed)


def garbled_line(line: str, layers: Sequence[Channel]) -> str:
    """A line after the damage; the line itself where it cannot be written in the encoding at all."""
    try:
        return line if line.isascii() else garble(line, layers)
    except UnicodeEncodeError:
        return line


def whole_file(text: str, layers: Sequence[Channel], count: int) -> Iterator[Case]:
    """All of it at once; `count` is for the other modes."""
    del count
    lines = text.split("\n")
    yield case(lines, [garbled_line(line, layers) for line in lines])


def single_lines(text: str, layers: Sequence[Channel], count: int) -> Iterator[Case]:
    for lines, place in _samples(text, count):
        garbled = garbled_line(lines[place], layers)
        yield case(lines, [*lines[:place], garbled, *lines[place + 1 :]])


def single_cells(text: str, layers: Sequence[Channel], count: int) -> Iterator[Case]:
    for lines, place in _samples(text, count):
        cells = list(_CELL.finditer(lines[place]))
        cell = cells[len(cells) // 2]
        garbled = lines[place][: cell.start()] + garbled_line(cell[0], layers) + lines[place][cell.end() :]
        yield case(lines, [*lines[:place], garbled, *lines[place + 1 :]])


def _samples(text: str, count: int) -> Iterator[tuple[list[str], int]]:
    """Some lines that are not ASCII, each among its neighbours and with its place there."""
    lines = text.split("\n")
    fitting = [number for number, line in enumerate(lines) if not line.isascii()]
    for number in sorted(random.Random(len(text)).sample(fitting, min(count, len(fitting)))):
        start = max(number - CONTEXT, 0)
        yield lines[start : number + CONTEXT], number - start


Modes = dict[str, Callable[[str, Sequence[Channel], int], Iterator[Case]]]
MODES: Modes = {"file": whole_file, "line": single_lines, "cell": single_cells}
