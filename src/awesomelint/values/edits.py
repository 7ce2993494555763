"""Slips of the finger."""

from __future__ import annotations

from functools import lru_cache
from string import ascii_lowercase


@lru_cache(maxsize=64)
def one_edit_away(word: str) -> frozenset[str]:
    """Every string that is one omission, addition, exchange or swap of lower-case letters from `word`."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    omissions = {head + tail[1:] for head, tail in cuts if tail}
    exchanges = {head + letter + tail[1:] for head, tail in cuts if tail for letter in ascii_lowercase}
    additions = {head + letter + tail for head, tail in cuts for letter in ascii_lowercase}
    return (frozenset(omissions | exchanges | additions) - {word}) | one_swap_away(word)


def one_swap_away(word: str) -> frozenset[str]:
    """Every other string in which two neighbouring letters of `word` stand the wrong way round."""
    swaps = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return frozenset(swaps - {word})
