"""Lines in which marks replaced some characters, known again by what the same loss makes of clean lines.

So much is lost that a line alone proves little: one of the lines beside it must be known as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import takewhile

from awesomelint.mojibake.channels import FLAVOURS
from awesomelint.mojibake.lost import has_losses

_HIGH = re.compile(r"[^\x00-\x7f]")


def _by_character(line: str) -> str:
    return _HIGH.sub("\ufffd", line)


def _by_byte(line: str) -> str:
    return line.encode("utf-8", "replace").decode("ascii", "replace")


def _taken_for_utf8(codec: str, line: str) -> str:
    return line.encode(codec).decode("utf-8", "replace")


def _taken_for_utf8_and_back(codec: str, line: str) -> str:
    return _taken_for_utf8(codec, line).encode("utf-8").decode(codec, "replace")


_LOSSES: tuple[Callable[[str], str], ...] = (
    _by_character,
    _by_byte,
    *(partial(_taken_for_utf8, codec) for codec in ("cp1252", *FLAVOURS)),
    *(partial(_taken_for_utf8_and_back, codec) for codec in FLAVOURS),
)
"""What puts marks into a text. All raise UnicodeEncodeError where a line could not have been written so."""
_MOST_ALIKE = 20
"""A line that so many others come to is not told from them."""
_MOST_BESIDE = 40
"""So many lines on each side are compared."""

_CUT_OFF = re.compile("\ufffd{1,3}$")
_MIN_BEGINNING = 12
_MIN_HIGH = 4
"""So many characters, and so many that are not ASCII, must be left of a line that ends within one: it is
known again by nothing else, and where these are left no other loss has come over it.
"""

_Place = tuple[int, int]
"""A text, and a line in it."""


class Aligned:
    """Clean texts, given as framed lines, the newest one first, beside what a damage makes of them."""

    def __init__(self, texts: Sequence[Sequence[str]], damage: Callable[[str], str]) -> None:
        made = {line: damage(line) for text in texts for line in text}
        self._texts = texts
        self._damaged = [[made[line] for line in text] for text in texts]
        self._places: dict[str, list[_Place]] = defaultdict(list)
        for number, text in enumerate(texts):
            for place, line in enumerate(text):
                if made[line] != line:
                    self._add(self._places[made[line]], (number, place))

    def _add(self, places: list[_Place], place: _Place) -> None:
        """Keep a place while there are not too many; the first text, the newest one, has all of its own."""
        if len(places) < _MOST_ALIKE or (len(places) == _MOST_ALIKE and places[0][0] == place[0]):
            places.append(place)

    def knows(self, line: str) -> bool:
        """Whether some clean line comes to this one."""
        return line in self._places

    def line(self, seen: Sequence[str], number: int) -> str | None:
        """The one clean line that comes to a line of framed ones, where lines beside agree.

        One of them is enough if no other line comes to the same; else it is the one that most of them agree
        with, above and below.
        """
        places = self._places.get(seen[number], ())
        if not places or len(places) > _MOST_ALIKE:
            return None
        agreeing = {place: self._agreement(seen, number, place) for place in places}
        above, below = (max(counts) for counts in zip(*agreeing.values(), strict=True))
        best = {self._clean(place) for place, counts in agreeing.items() if counts == (above, below)}
        is_alone = len(set(map(self._clean, places))) == 1
        has_neighbour = (above > 0 and seen[number - 1] != "") or (below > 0 and seen[number + 1] != "")
        is_known = has_neighbour if is_alone else self._is_held(seen, number, above, below)
        return best.pop() if len(best) == 1 and is_known else None

    def _is_held(self, seen: Sequence[str], number: int, above: int, below: int) -> bool:
        """Whether on both sides, among so many lines that agree, is one that only one clean line comes to.

        Then no line like this one has come or gone between the two.
        """
        sides = (seen[max(number - above, 0) : number], seen[number + 1 : number + 1 + below])
        return all(any(map(self._is_unique, side)) for side in sides)

    def _is_unique(self, line: str) -> bool:
        return len(set(map(self._clean, self._places.get(line, ())))) <= 1

    def _clean(self, place: _Place) -> str:
        return self._texts[place[0]][place[1]]

    def _agreement(self, seen: Sequence[str], number: int, place: _Place) -> tuple[int, int]:
        """How many lines above and below a line are as they are about a place."""
        damaged, line = self._damaged[place[0]], place[1]
        most = _MOST_BESIDE
        return (
            _alike(seen[max(number - most, 0) : number][::-1], damaged[max(line - most, 0) : line][::-1]),
            _alike(seen[number + 1 : number + 1 + most], damaged[line + 1 : line + 1 + most]),
        )


def framed(text: str) -> list[str]:
    """The lines of a text that are not blank, and a blank one at each end."""
    return ["", *(line for line in text.split("\n") if line), ""]


class Recalled:
    """The lines of clean texts, by what losses make of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self._texts = [framed(text) for text in texts]
        self._clean = frozenset(line for text in texts if not has_losses(text) for line in text.split("\n"))

    def lines(self, text: str) -> dict[int, str]:
        """What the damaged lines of a text were, by their number among its framed lines.

        Only where all losses that explain a line agree on it.
        """
        seen = framed(text)
        numbers = [n for n, line in enumerate(seen) if not line.isascii() and line not in self._clean]
        found: dict[int, set[str | None]] = defaultdict(set)
        for loss in _LOSSES:
            aligned = Aligned(self._texts, partial(_damaged, loss))
            for number in numbers:
                if aligned.knows(seen[number]):
                    found[number].add(aligned.line(seen, number))
        known = {number: clean for number, (clean, *others) in found.items() if clean and not others}
        return known | {
            number: clean
            for number in numbers
            if number not in found
            and (clean := self._cut_off(seen[number])) is not None
            and clean not in seen
        }

    def _cut_off(self, line: str) -> str | None:
        """The one clean line that begins as a line does that ends within a character."""
        beginning = _CUT_OFF.sub("", line)
        if beginning == line or len(beginning) < _MIN_BEGINNING or len(_HIGH.findall(beginning)) < _MIN_HIGH:
            return None
        first = bisect_left(self._sorted, beginning)
        alike = self._sorted[first : first + _MOST_ALIKE]
        longer = list(takewhile(lambda clean: clean.startswith(beginning), alike))
        cut = [clean for clean in longer if not clean[len(beginning) : len(beginning) + 1].isascii()]
        return cut[0] if len(cut) == 1 and len(longer) < _MOST_ALIKE else None

    @cached_property
    def _sorted(self) -> list[str]:
        lines = {line for text in self._texts for line in text}
        return sorted(line for line in lines if not line.isascii() and not has_losses(line))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _damaged(loss: Callable[[str], str], line: str) -> str:
    try:
        return line if line.isascii() else loss(line)
    except UnicodeEncodeError:
        return line
