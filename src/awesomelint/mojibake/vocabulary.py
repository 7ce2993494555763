"""The words of simplified Chinese and how likely each is; word frequencies are an optional extra."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from math import log
from typing import NamedTuple

from awesomelint.mojibake.manuals import word_counts

LONGEST_WORD = 5
UNKNOWN = 1e-9
"""The frequency of a character that is no word: less than that of the rarest word."""
_MORE_IN_LISTS = {"与": 1.0}
"""How much more frequent a word is in lists, as a natural logarithm: their headings are of the kind A与B."""
_SHARE_OF_MANUALS = 0.7
"""How much the words of manuals count beside those of news, subtitles and novels."""


class Vocabulary(NamedTuple):
    """Words with the logarithms of their frequencies, and what helps to find the words in a lattice."""

    weights: dict[str, float]
    prefixes: frozenset[str]
    """What longer words begin with."""
    seconds: dict[str, set[str]]
    """The characters that come second in a word, by the first one."""


def is_available() -> bool:
    """Whether the word frequencies are installed."""
    return find_spec("wordfreq") is not None


@cache
def vocabulary() -> Vocabulary:
    """All words of the word frequencies, weighted towards what lists are about."""
    counts = word_counts()
    total = sum(counts.values())
    weights: dict[str, float] = {}
    for share, words in frequencies():
        weight = log((1 - _SHARE_OF_MANUALS) * share)
        for word in words:
            weights[word] = weight
            if word in counts:
                in_manuals = _SHARE_OF_MANUALS * counts[word] / total
                weights[word] = log((1 - _SHARE_OF_MANUALS) * share + in_manuals)
    for word, more in _MORE_IN_LISTS.items():
        weights[word] += more
    longer = [word for word in weights if len(word) > 1]
    prefixes = {word[:-1] for word in longer}
    prefixes |= {prefix[:end] for prefix in prefixes for end in range(1, len(prefix))}
    seconds: dict[str, set[str]] = {}
    for word in longer:
        seconds.setdefault(word[0], set()).add(word[1])
    return Vocabulary(weights, frozenset(prefixes), seconds)


def frequencies() -> Iterator[tuple[float, list[str]]]:
    """Shares of all written words, and the words that each have this share."""
    from wordfreq import cB_to_freq, get_frequency_list  # 57 MB of data, wanted only where a hole is

    for centibels, words in enumerate(get_frequency_list("zh", "large")):
        yield (
            cB_to_freq(-centibels),
            [word for word in words if len(word) <= LONGEST_WORD and "\u4e00" <= word[0] <= "\u9fff"],
        )
