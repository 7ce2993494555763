"""Text as words with places, and an index that finds the longest known phrase at a word.

Letters and digits are words apart, so that `ACL2022` reads as `ACL` and `2022`; a phrase knows what stands
between its words, so that `3DV` is found in `3DV 2024` and not in `3 DV`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
"""Letters that make one word; letters of other scripts stand beside Latin ones without a blank."""

_TOKEN = re.compile(
    rf"(?P<skip><[^<>]*>|:[a-z_]{{2,40}}:)|[{LATIN}]+|[0-9]+|[^\W_]",
)
_LIKE_BLANK = " \t\n\r\u00a0.,:_-–—'’‘"
_BLANKS = str.maketrans(dict.fromkeys(_LIKE_BLANK, " "))
_SIGNS = frozenset("&+/@")
_MAX_GAP = 4


class Token(NamedTuple):
    """A word: its place in the text, in code points, and itself without case."""

    start: int
    end: int
    folded: str

    @property
    def is_number(self) -> bool:
        """Whether it is digits, which are never mixed with letters in one token."""
        return self.folded[0] in "0123456789"


def tokenize(text: str, start: int = 0, end: int | None = None, limit: int = 80) -> list[Token]:
    """The first `limit` words of `text[start:end]`; tags and emoji short codes are no words."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        if match.lastgroup is None:
            tokens.append(Token(*match.span(), match[0].casefold()))
            if len(tokens) == limit:
                break
    return tokens


def joint(gap: str) -> str | None:
    """What ties two words into one phrase: nothing, a blank, one of `& + / @`; None where nothing does."""
    if not gap or gap == " ":
        return gap
    if len(gap) > _MAX_GAP:
        return None
    sign = gap.strip(_LIKE_BLANK)
    if not sign:
        return " "
    return sign if sign in _SIGNS else None


def phrase_key(text: str) -> str:
    """A phrase without case, and with a single blank for whatever is like a blank between its words.

    Signs before the first and after the last word do not count: `FAT*` and `fat` have one key.
    """
    if text.isascii():
        if text.isalpha():
            return text.lower()
        words = text.translate(_BLANKS).split()
        if "".join(words).isalpha():
            return " ".join(words).lower()
    key, end = "", 0
    for token in tokenize(text):
        tie = joint(text[end : token.start]) if key else ""
        key += (" " if tie is None else tie) + token.folded
        end = token.end
    return key


class PhraseIndex(Generic[T]):
    """Phrases and what they stand for; a look-up is linear in the longest phrase of its first word."""

    def __init__(self) -> None:
        """Make an empty index."""
        self.values: dict[str, T] = {}
        self._longest: dict[str, int] = {}

    def add(self, key: str, value: T) -> None:
        """Let a phrase, given as its `phrase_key`, stand for `value`; the last one added counts."""
        self.values[key] = value
        words = key.split(" ")
        if key.isascii() and "".join(words).isalpha():
            first, count = words[0], len(words)
        else:
            tokens = tokenize(key)
            first, count = tokens[0].folded, len(tokens)
        if count > self._longest.get(first, 0):
            self._longest[first] = count

    def longest_from(self, folded: str) -> int:
        """The number of words of the longest phrase that has this first word; 0 where none has."""
        return self._longest.get(folded, 0)

    def longest(self, text: str, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that starts with `tokens[at]`, and its number of words."""
        found = None
        key, end = "", tokens[at].start
        for count in range(1, self._longest.get(tokens[at].folded, 0) + 1):
            if at + count > len(tokens):
                break
            token = tokens[at + count - 1]
            tie = joint(text[end : token.start])
            if tie is None:
                break
            key += tie + token.folded
            end = token.end
            if key in self.values:
                found = self.values[key], count
        return found
