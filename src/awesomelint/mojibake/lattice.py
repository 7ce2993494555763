"""Fills holes in Chinese text from how often its words are written, and which follow which.

A stretch of text with several candidates at each hole is a lattice of words. A reading of it is as likely as
its words are frequent and fit each other where they meet; how sure a character is comes from the sum over all
readings (the forward-backward algorithm).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import exp, inf, log
from typing import NamedTuple

from awesomelint.mojibake.manuals import affinity, symbol
from awesomelint.mojibake.vocabulary import LONGEST_WORD, UNKNOWN, Vocabulary, vocabulary

_CAUTION = 0.9
_TRUST_IN_NEIGHBOURS = 0.8
"""Frequencies and affinities are raised to these powers, for neighbouring words are not independent."""
_MOST_CANDIDATES = 48
"""So many candidates for a character are looked at: the commonest."""
_MOST_WORDS = 24
"""So many words at most stand between the same two places: the likeliest."""
_MOST_ENDINGS = 8
"""So many characters at most are looked back at: those that the likeliest readings end with."""

_Places = Sequence[Mapping[str, float]]


class Guess(NamedTuple):
    """The likeliest character of a hole, how likely it is, from 0 to 1, and the next likely one, if any."""

    character: str
    posterior: float
    runner_up: str = ""

    def at_most(self, posterior: float) -> Guess:
        """The same guess, less sure."""
        return self._replace(posterior=min(self.posterior, posterior))


class _Arc(NamedTuple):
    """A word that may stand from one place to another; `weight` is the logarithm of how likely it is."""

    end: int
    word: str
    weight: float


def commonest(characters: Iterable[str]) -> list[str]:
    """The characters that are looked at where too many can stand."""
    known = vocabulary()
    return nlargest(_MOST_CANDIDATES, characters, key=lambda each: _weight(each, -inf, known))


def guess(places: _Places, before: str = "", after: str = "") -> list[Guess]:
    """The likeliest character of each place of a text, and how likely it is.

    A place has candidates, each with a logarithm of its own likelihood that counts for what is no Chinese
    word. `before` and `after` are the characters beside the text, empty at the ends of a line.
    """
    arcs = [_arcs(places, start) for start in range(len(places))]
    arriving, entering = _forward(arcs, symbol(before))
    leaving = _backward(arcs, arriving, symbol(after))
    total = _sum([arriving[-1][last] + leaving[-1][last] for last in arriving[-1]])
    shares: list[dict[str, float]] = [{} for _ in places]
    for start, words in enumerate(arcs):
        for end, word, weight in words:
            if word[-1] not in leaving[end]:
                continue
            share = exp(entering[start][word[0]] + weight + leaving[end][word[-1]] - total)
            for place, character in enumerate(word, start):
                shares[place][character] = shares[place].get(character, 0.0) + share
    return [_best(share) for share in shares]


def _best(shares: dict[str, float]) -> Guess:
    first, *others = sorted(shares, key=lambda character: (-shares[character], character))
    return Guess(first, min(shares[first], 1.0), others[0] if others else "")


_States = list[dict[str, float]]
"""By place and character, the logarithm of the sum over all readings of what lies on one side of it."""


def _forward(arcs: Sequence[Sequence[_Arc]], before: str) -> tuple[_States, _States]:
    """For all before each place: by the last character there, and by the first one after it."""
    terms: list[dict[str, list[float]]] = [{} for _ in range(len(arcs) + 1)]
    terms[0][before] = [0.0]
    arriving: _States = []
    entering: _States = []
    for start, words in enumerate(arcs):
        arriving.append(_likeliest({last: _sum(sums) for last, sums in terms[start].items()}))
        before_it = [(_fits(last), weight) for last, weight in arriving[start].items()]
        entering.append(
            {
                first: _sum([weight + fits[first] for fits, weight in before_it])
                for first in {arc.word[0] for arc in words}
            }
        )
        for end, word, weight in words:
            terms[end].setdefault(word[-1], []).append(entering[start][word[0]] + weight)
    arriving.append(_likeliest({last: _sum(sums) for last, sums in terms[-1].items()}))
    return arriving, entering


def _likeliest(endings: dict[str, float]) -> dict[str, float]:
    if len(endings) <= _MOST_ENDINGS:
        return endings
    return {last: endings[last] for last in nlargest(_MOST_ENDINGS, endings, key=lambda last: endings[last])}


def _backward(arcs: Sequence[Sequence[_Arc]], arriving: _States, after: str) -> _States:
    """For all after each place: by the last character before it."""
    leaving: _States = [{} for _ in arriving]
    leaving[-1] = {last: _fits(last)[after] for last in arriving[-1]}
    for start in range(len(arcs) - 1, -1, -1):
        terms: dict[str, list[float]] = {}
        for end, word, weight in arcs[start]:
            if word[-1] in leaving[end]:
                terms.setdefault(word[0], []).append(weight + leaving[end][word[-1]])
        following = [(first, _sum(sums)) for first, sums in terms.items()]
        for last in arriving[start]:
            fits = _fits(last)
            leaving[start][last] = _sum([weight + fits[first] for first, weight in following])
    return leaving


class _Fits(dict[str, float]):
    """How well words fit behind a character, by what they begin with; looked up when first asked for."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def __missing__(self, first: str) -> float:
        self[first] = fit = _TRUST_IN_NEIGHBOURS * affinity(self._last, first)
        return fit


@lru_cache(1024)
def _fits(last: str) -> _Fits:
    return _Fits(last)


def _sum(terms: Sequence[float]) -> float:
    """The logarithm of a sum, from logarithms."""
    if len(terms) == 1:
        return terms[0]
    top = max(terms, default=-inf)
    if top == -inf:
        return top
    return top + log(sum([exp(term - top) for term in terms]))


def _arcs(places: _Places, start: int) -> list[_Arc]:
    """The words that can stand from a place on; each single character is one, however rare."""
    known = vocabulary()
    arcs = [_Arc(start + 1, each, _weight(each, places[start][each], known)) for each in places[start]]
    arcs = nlargest(_MOST_WORDS, arcs, key=lambda arc: arc.weight)
    beginnings = [arc.word for arc in arcs if arc.word in known.seconds]
    for end in range(start + 2, min(start + LONGEST_WORD, len(places)) + 1):
        words = list(_longer(beginnings, places[end - 1], known))
        found = [_Arc(end, word, _CAUTION * known.weights[word]) for word in words if word in known.weights]
        arcs += nlargest(_MOST_WORDS, found, key=lambda arc: arc.weight)
        beginnings = [word for word in words if word in known.prefixes]
        if not beginnings:
            break
    return arcs


def _weight(character: str, own: float, known: Vocabulary) -> float:
    """How likely a character is by itself."""
    if character in known.weights:
        return _CAUTION * known.weights[character]
    return _CAUTION * log(UNKNOWN) if "\u4e00" <= character <= "\u9fff" else own


def _longer(beginnings: Iterable[str], place: Mapping[str, float], known: Vocabulary) -> Iterator[str]:
    """Beginnings of words with one more character."""
    for beginning in beginnings:
        if len(beginning) == 1:
            yield from (beginning + each for each in known.seconds[beginning] & place.keys())
        else:
            longer = (beginning + each for each in place)
            yield from (word for word in longer if word in known.weights or word in known.prefixes)
