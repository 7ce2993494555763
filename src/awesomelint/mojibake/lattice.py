"""Fills holes in Chinese text from how often its words are written.

A stretch of Han characters with several candidates at each hole is a lattice of words. A reading of it is as
likely as its words are frequent; how sure a character is comes from the sum over all readings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from math import exp, inf, log
from typing import NamedTuple

_LONGEST_WORD = 5
_UNKNOWN = 1e-9
"""The frequency of a character that is no word of the list: less than the rarest that is."""
_NEVER_LAST = frozenset("不与")
"""Written before another word only, so never at a clause's end. Both look like 中 when a byte is lost."""
_CAUTION = 0.85
"""Frequencies are raised to this power, for neighbouring words are not independent.

So calibrated, 1 of 2,544 holes with a posterior of at least 0.98 was wrong, in three Chinese lists damaged
by windows-1254 without its undefined bytes; the best guess was right for 96 %.
"""


class Guess(NamedTuple):
    """The likeliest character of a hole, how likely it is, from 0 to 1, and the next likely one, if any."""

    character: str
    posterior: float
    runner_up: str = ""

    def at_most(self, posterior: float) -> Guess:
        """The same guess, less sure."""
        return self._replace(posterior=min(self.posterior, posterior))


class _Arc(NamedTuple):
    """A word that may stand from one place to another; `weight` is the logarithm of its frequency."""

    start: int
    end: int
    word: str
    weight: float


def is_available() -> bool:
    """Whether the word frequencies, an optional extra, are installed."""
    return find_spec("wordfreq") is not None


def guess(places: Sequence[Sequence[str]]) -> list[Guess]:
    """The likeliest character of each place of a stretch of Han characters, given candidates for each."""
    arcs = [arc for start in range(len(places)) for arc in _arcs(places, start)]
    before = _sums(len(places), ((arc.start, arc.end, arc.weight) for arc in arcs))
    after = _sums(
        len(places), ((len(places) - a.end, len(places) - a.start, a.weight) for a in reversed(arcs))
    )
    shares: list[dict[str, float]] = [{} for _ in places]
    for arc in arcs:
        share = exp(before[arc.start] + arc.weight + after[len(places) - arc.end] - before[-1])
        for place, character in enumerate(arc.word, arc.start):
            shares[place][character] = shares[place].get(character, 0.0) + share
    return [_best(share) for share in shares]


def _best(shares: dict[str, float]) -> Guess:
    first, *others = sorted(shares, key=lambda character: (-shares[character], character))
    return Guess(first, min(shares[first], 1.0), others[0] if others else "")


def _arcs(places: Sequence[Sequence[str]], start: int) -> Iterator[_Arc]:
    """The words that can stand from a place on; each single character is one, however rare."""
    weights, prefixes = _words()
    words = [""]
    for end in range(start + 1, min(start + _LONGEST_WORD, len(places)) + 1):
        longer = (word + character for word in words for character in places[end - 1])
        words = [word for word in longer if word in prefixes or end == start + 1]
        for word in words:
            if word in weights:
                is_misplaced = word in _NEVER_LAST and end == len(places)
                yield _Arc(start, end, word, _CAUTION * log(_UNKNOWN) if is_misplaced else weights[word])
            elif end == start + 1:
                yield _Arc(start, end, word, _CAUTION * log(_UNKNOWN))


def _sums(size: int, arcs: Iterable[tuple[int, int, float]]) -> list[float]:
    """For each place the logarithm of the sum over all ways that lead to it from the start."""
    arriving: list[list[tuple[int, float]]] = [[] for _ in range(size + 1)]
    for start, end, weight in arcs:
        arriving[end].append((start, weight))
    sums = [0.0]
    for end in range(1, size + 1):
        terms = [sums[start] + weight for start, weight in arriving[end]]
        top = max(terms, default=-inf)
        sums.append(top + log(sum(exp(term - top) for term in terms)))
    return sums


@cache
def _words() -> tuple[dict[str, float], frozenset[str]]:
    """Each Chinese word's weight, and all that such a word begins with."""
    from wordfreq import get_frequency_dict  # 57 MB of data, wanted only where a hole is

    weights = {
        word: _CAUTION * log(frequency)
        for word, frequency in get_frequency_dict("zh", "large").items()
        if len(word) <= _LONGEST_WORD and "\u4e00" <= word[0] <= "\u9fff"
    }
    prefixes = {word[:end] for word in weights for end in range(1, len(word) + 1)}
    return weights, frozenset(prefixes)
