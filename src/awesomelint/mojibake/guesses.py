"""Fills the holes of garbled runs by what is likely: Han characters from words, signs as lists use them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from awesomelint.mojibake import lattice
from awesomelint.mojibake.damage import Hole, Run
from awesomelint.mojibake.lattice import Guess

CERTAIN = 0.98
"""From this posterior on a guess is as good as certain. It is still a guess."""
_SIGNS = "、”！」】』》）。，：？；“’‘《（【『「…—–·"
"""Signs that lists use, of those with the same lead bytes the commonest first."""
_SIGN_POSTERIOR = 0.5
"""Signs are no words: nothing more is known of them than that lists use them."""


class Filled(NamedTuple):
    """A run without holes, and the guess at each of them by its offset in the restored text."""

    run: Run
    guesses: dict[int, Guess]


def fill(run: Run) -> Filled | None:
    """The run with all of its holes filled; None where nothing is known of one of them."""
    holes = {hole.offset: hole for hole in run.holes}
    places = [_possible(offset, character, holes) for offset, character in enumerate(run.restored)]
    guesses: dict[int, Guess] = {}
    for is_han, group in groupby(enumerate(places), lambda place: place[1] != ()):
        if is_han:
            offsets, stretch = zip(*group, strict=True)
            if any(offset in holes for offset in offsets):
                guesses |= dict(zip(offsets, lattice.guess(stretch), strict=True))
    guesses = {offset: guess for offset, guess in guesses.items() if offset in holes} | dict(_signs(holes))
    if holes.keys() - guesses.keys():
        return None
    characters = list(run.restored)
    for offset, guess in guesses.items():
        characters[offset] = guess.character
    return Filled(run._replace(restored="".join(characters), holes=()), guesses)


def _possible(offset: int, character: str, holes: dict[int, Hole]) -> tuple[str, ...]:
    """The Han characters that can stand at a place; none where it is no Han character."""
    candidates = holes[offset].candidates if offset in holes else (character,)
    return tuple(candidate for candidate in candidates if "\u3400" <= candidate <= "\u9fff")


def _signs(holes: dict[int, Hole]) -> Iterator[tuple[int, Guess]]:
    for offset, hole in holes.items():
        signs = sorted((sign for sign in hole.candidates if sign in _SIGNS), key=_SIGNS.index)
        if signs:
            yield offset, Guess(signs[0], _SIGN_POSTERIOR, "".join(signs[1:2]))
