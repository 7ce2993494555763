"""Fills the holes of garbled runs by what is likely: Han characters from words, signs as lists use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from awesomelint.mojibake import frequent, lattice, signs
from awesomelint.mojibake.channels import FLAVOURS
from awesomelint.mojibake.damage import Hole, Run, applied
from awesomelint.mojibake.lattice import Guess

CERTAIN = 0.98
"""From this posterior on a guess is as good as certain. It is still a guess."""
_DOUBTFUL = 0.5
"""The posterior of signs at most, and of all guesses outside of simplified Chinese: little is known of
them.
"""
_PLAUSIBLE = 0.97
"""The posterior at most where an East Asian encoding could not read the bytes: programs differ in what they
keep, so the candidates may lack the right one.
"""
_MIN_RATIO = 2
"""How many times as many characters must be those of simplified Chinese alone as those of others alone."""
_BESIDE = 40
"""How many characters beside a run are looked at."""


class Filled(NamedTuple):
    """A run without holes, and the guess at each of them by its offset in the restored text."""

    run: Run
    guesses: dict[int, Guess]


def fill_line(line: str, runs: Sequence[Run], *, is_simplified: bool = True) -> Iterator[tuple[Run, Filled]]:
    """Each garbled run of a line that has holes, and the run with all of them filled.

    Left out are those with a hole of which nothing is known. The words are those of simplified Chinese: in
    another text, in a line of another language, and for signs, no guess is certain.
    """
    restored = applied(line, runs)
    ours, theirs = _sides([restored])
    is_simplified = is_simplified and theirs <= ours
    shift = 0
    for run in runs:
        start = run.span.start + shift
        end = start + len(run.restored)
        shift = end - run.span.end
        if run.holes:
            before, after = restored[max(start - _BESIDE, 0) : start], restored[end : end + _BESIDE]
            filled = _filled(run, before, after, is_simplified=is_simplified)
            if filled is not None:
                yield run, filled


def _filled(run: Run, before: str, after: str, *, is_simplified: bool) -> Filled | None:
    holes = {hole.offset: hole for hole in run.holes}
    places = []
    for offset, character in enumerate(run.restored):
        place = _possible(run, holes[offset], before, after) if offset in holes else {character: 0.0}
        if not place:
            return None
        places.append(place)
    found = lattice.guess(places, before.rstrip(" ")[-1:], after.lstrip(" ")[:1])
    ceiling = _PLAUSIBLE if any(channel.read in FLAVOURS for channel in run.layers) else 1.0
    guesses = {
        offset: guess.at_most(ceiling if is_simplified and _is_han(guess.character) else _DOUBTFUL)
        for offset, guess in enumerate(found)
        if offset in holes
    }
    restored = "".join(guess.character for guess in found)
    return Filled(run._replace(restored=restored, holes=()), guesses)


def commonest_first(candidates: Iterable[str]) -> list[str]:
    """Candidates for a lost character, those that texts hold most often first."""
    return sorted(candidates, key=lambda each: (frequent.rank(each), signs.rank(each), each))


def _possible(run: Run, hole: Hole, before: str, after: str) -> dict[str, float]:
    """What can stand at a hole and is known, with a logarithm of the likelihood of what is no word."""
    words = _han(hole.candidates)
    if words:
        return words
    left = before + run.restored[max(hole.offset - _BESIDE, 0) : hole.offset]
    right = run.restored[hole.offset + 1 : hole.offset + 1 + _BESIDE] + after
    return signs.likelihoods(hole.candidates, left, right)


@lru_cache(1 << 12)
def _han(candidates: tuple[str, ...]) -> dict[str, float]:
    return dict.fromkeys(lattice.commonest(filter(_is_han, candidates)), 0.0)


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def is_simplified(texts: Iterable[str]) -> bool:
    """Whether Chinese is written in simplified characters, and hardly any of another language."""
    ours, theirs = _sides(texts)
    return ours > _MIN_RATIO * theirs


def _sides(texts: Iterable[str]) -> tuple[int, int]:
    """How many characters are of simplified Chinese alone, and how many of another language."""
    characters = Counter(character for text in texts for character in text)
    simplified, others = frequent.scripts_apart()
    ours = sum(count for character, count in characters.items() if character in simplified)
    theirs = sum(
        count for character, count in characters.items() if character in others or _is_foreign(character)
    )
    return ours, theirs


def _is_foreign(character: str) -> bool:
    """Whether it is a kana or a Korean syllable."""
    return "\u3041" <= character <= "\u30fa" or "\uac00" <= character <= "\ud7a3"
