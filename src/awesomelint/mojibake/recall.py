"""Lines in which marks replaced some characters, known again by what the same loss makes of clean lines.

So much is lost that a line alone proves little: one of the lines beside it must be known as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial

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
_MOST_ALIKE = 50
"""A line that so many others come to is not told from them."""
_MOST_BESIDE = 8
"""So many lines on each side are compared."""

_Place = tuple[int, int]
"""A clean text, and a line in it that is not blank."""


class Recalled:
    """The lines of clean texts, by what losses make of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self._texts = [[line for line in text.split("\n") if line] for text in texts]
        self._clean = frozenset(line for text in texts if not has_losses(text) for line in text.split("\n"))

    def lines(self, text: str) -> dict[int, str]:
        """What the damaged lines of a text were, by their number among the lines that are not blank.

        Only where all losses that explain a line agree on it.
        """
        seen = [line for line in text.split("\n") if line]
        numbers = [n for n, line in enumerate(seen) if not line.isascii() and line not in self._clean]
        found: dict[int, set[str | None]] = defaultdict(set)
        for damaged, places in self._tables:
            for number in numbers:
                candidates = places.get(seen[number], ())
                if candidates:
                    found[number].add(self._line(seen, number, damaged, candidates))
        return {number: clean for number, (clean, *others) in found.items() if clean and not others}

    @cached_property
    def _tables(self) -> Sequence[tuple[Sequence[Sequence[str]], Mapping[str, Sequence[_Place]]]]:
        """For each loss the damaged texts, and where in them each line stands that was damaged."""
        tables = []
        for loss in _LOSSES:
            damage = {line: _damaged(line, loss) for text in self._texts for line in text}
            damaged = [[damage[line] for line in text] for text in self._texts]
            places: dict[str, list[_Place]] = defaultdict(list)
            for number, text in enumerate(self._texts):
                for place, line in enumerate(text):
                    if damage[line] != line and len(places[damage[line]]) <= _MOST_ALIKE:
                        places[damage[line]].append((number, place))
            tables.append((damaged, dict(places)))
        return tables

    def _line(
        self, seen: Sequence[str], number: int, damaged: Sequence[Sequence[str]], places: Sequence[_Place]
    ) -> str | None:
        """The clean line at that one of some places which more lines beside agree with, above and below."""
        if len(places) > _MOST_ALIKE:
            return None
        agreeing = {
            place: (
                _alike(seen[:number][::-1], damaged[place[0]][: place[1]][::-1]),
                _alike(seen[number + 1 :], damaged[place[0]][place[1] + 1 :]),
            )
            for place in places
        }
        above, below = (max(counts) for counts in zip(*agreeing.values(), strict=True))
        best = {
            self._texts[text][line] for (text, line), count in agreeing.items() if count == (above, below)
        }
        return best.pop() if len(best) == 1 and above + below else None


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one[:_MOST_BESIDE], other[:_MOST_BESIDE], strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other), _MOST_BESIDE))


def _damaged(line: str, loss: Callable[[str], str]) -> str:
    try:
        return line if line.isascii() else loss(line)
    except UnicodeEncodeError:
        return line
