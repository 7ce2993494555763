"""Text as words with places, and an index that finds the longest known phrase at a word.

Letters and digits are words apart, so that `ACL2022` reads as `ACL` and `2022`; a phrase knows what stands
between its words, so that `3DV` is found in `3DV 2024` and not in `3 DV`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
"""Letters that make one word; letters of other scripts stand beside Latin ones without a blank."""

_TOKEN = re.compile(
    rf"(?P<skip><[^<>]*>|:[a-z_]{{2,40}}:)|[{LATIN}]+|[0-9]+|[^\W_]",
)
_WORD = re.compile(rf"[{LATIN}]+|[0-9]+|[^\W_]")
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


class _Group(Generic[T]):
    """The phrases that begin with one word, by their keys."""

    def __init__(self) -> None:
        self.values: dict[str, T] = {}
        self.longest = 0


class PhraseIndex(Generic[T]):
    """Phrases and what they stand for; a look-up is linear in the longest phrase of its first word.

    Phrases are taken apart when a text first holds their first word: most of a large table never is.
    """

    def __init__(self, choose: Callable[[T, T], T] = lambda _, value: value) -> None:
        """Make an empty index; of two values for one phrase it keeps what `choose(earlier, later)` gives."""
        self._choose = choose
        self._waiting: dict[str, list[tuple[str, T]]] = {}
        self._groups: dict[str, _Group[T]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Let a phrase of at least one word stand for `value`; look-ups come after the last of them."""
        first = _first_word(phrase)
        if first in self._waiting:
            self._waiting[first].append((phrase, value))
        else:
            self._waiting[first] = [(phrase, value)]

    def get(self, key: str) -> T | None:
        """What a phrase, given as its `phrase_key`, stands for."""
        group = self._group(_first_word(key)) if key else None
        return group.values.get(key) if group else None

    def items(self) -> Iterator[tuple[str, T]]:
        """Every phrase's key and what it stands for."""
        for first in self._waiting:
            group = self._group(first)
            if group:
                yield from group.values.items()

    def longest_from(self, folded: str) -> int:
        """The number of words of the longest phrase that has this first word; 0 where none has."""
        group = self._group(folded)
        return group.longest if group else 0

    def longest(self, text: str, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The value of the longest phrase that starts with `tokens[at]`, and its number of words."""
        group = self._group(tokens[at].folded)
        if group is None:
            return None
        found = None
        key, end = "", tokens[at].start
        for count in range(1, group.longest + 1):
            if at + count > len(tokens):
                break
            token = tokens[at + count - 1]
            tie = joint(text[end : token.start])
            if tie is None:
                break
            key += tie + token.folded
            end = token.end
            if key in group.values:
                found = group.values[key], count
        return found

    def _group(self, first: str) -> _Group[T] | None:
        """The phrases with this first word; None where there are none."""
        group = self._groups.get(first)
        if group is None and first in self._waiting:
            group = self._groups[first] = _Group()
            for phrase, value in self._waiting[first]:
                key = phrase_key(phrase)
                taken = group.values.get(key)
                group.values[key] = value if taken is None else self._choose(taken, value)
                group.longest = max(group.longest, len(tokenize(key)))
        return group


def _first_word(phrase: str) -> str:
    match = _WORD.match(phrase)
    if match is not None:
        return match[0].casefold()
    return next((token.folded for token in tokenize(phrase, limit=1)), "")
