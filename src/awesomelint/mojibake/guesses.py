"""Fills the holes of garbled runs by what is likely: Han characters from words, signs as lists use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from awesomelint.mojibake import lattice
from awesomelint.mojibake.damage import Hole, Run
from awesomelint.mojibake.frequent import scripts_apart
from awesomelint.mojibake.lattice import Guess

CERTAIN = 0.98
"""From this posterior on a guess is as good as certain. It is still a guess."""
_SIGNS = "\ufe0f、”！」】』》）。，：？；“’‘《（【『「…—–·"
"""Signs that lists use, of those with the same lead bytes the commonest first."""
_STOPS = "。："
"""The commonest ones at the end of a line."""
_SIGN_POSTERIOR = 0.5
"""Signs are no words: nothing more is known of them than that lists use them."""


_MIN_RATIO = 2
"""How many times as many characters must be those of simplified Chinese alone as those of others alone."""


class Filled(NamedTuple):
    """A run without holes, and the guess at each of them by its offset in the restored text."""

    run: Run
    guesses: dict[int, Guess]


def fill(run: Run, *, is_simplified: bool = True, is_last: bool = False) -> Filled | None:
    """The run with all of its holes filled; None where nothing is known of one of them.

    The words are those of simplified Chinese: in another text, and for signs, no guess is certain. A run that
    is the last of its line may end in a full stop.
    """
    holes = {hole.offset: hole for hole in run.holes}
    places = [_possible(offset, character, holes) for offset, character in enumerate(run.restored)]
    guesses: dict[int, Guess] = {}
    for is_han, group in groupby(enumerate(places), lambda place: place[1] != ()):
        if is_han:
            offsets, stretch = zip(*group, strict=True)
            if any(offset in holes for offset in offsets):
                guesses |= dict(zip(offsets, lattice.guess(stretch), strict=True))
    guesses = {offset: guess for offset, guess in guesses.items() if offset in holes}
    if not is_simplified:
        guesses = {offset: guess.at_most(_SIGN_POSTERIOR) for offset, guess in guesses.items()}
    guesses |= dict(_signs(holes, len(run.restored) - 1 if is_last else None))
    if holes.keys() - guesses.keys():
        return None
    characters = list(run.restored)
    for offset, guess in guesses.items():
        characters[offset] = guess.character
    return Filled(run._replace(restored="".join(characters), holes=()), guesses)


def _possible(offset: int, character: str, holes: dict[int, Hole]) -> tuple[str, ...]:
    """The Han characters that can stand at a place; none where it is no Han character."""
    candidates = holes[offset].candidates if offset in holes else (character,)
    return tuple(candidate for candidate in candidates if "\u4e00" <= candidate <= "\u9fff")


def _signs(holes: dict[int, Hole], end: int | None) -> Iterator[tuple[int, Guess]]:
    for offset, hole in holes.items():
        order = _STOPS + _SIGNS if offset == end else _SIGNS
        signs = sorted((sign for sign in hole.candidates if sign in _SIGNS), key=order.index)
        if signs:
            yield offset, Guess(signs[0], _SIGN_POSTERIOR, "".join(signs[1:2]))


def is_simplified(texts: Iterable[str]) -> bool:
    """Whether Chinese is written in simplified characters, and hardly any of another language."""
    characters = Counter(character for text in texts for character in text)
    simplified, others = scripts_apart()
    ours = sum(count for character, count in characters.items() if character in simplified)
    theirs = sum(
        count for character, count in characters.items() if character in others or _is_foreign(character)
    )
    return ours > _MIN_RATIO * theirs


def _is_foreign(character: str) -> bool:
    """Whether it is a kana or a Korean syllable."""
    return "\u3041" <= character <= "\u30fa" or "\uac00" <= character <= "\ud7a3"
