"""Reads what stands beside a venue's name, word by word: year, month, track, award."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from awesomelint.values.venues.decorations import Award, Month, Track, decorations
from awesomelint.values.venues.phrases import Token
from awesomelint.values.venues.reading import Place

_APOSTROPHE = re.compile(r"['’‘`´]")
_DATE_SIGNS = frozenset(".-/,")
_ISSUE = r"(?:\.\d{1,2}|\(\d{1,3}\))"
_PAGES = r"(?:[:,] ?(?:pp?\. ?)?\d{1,5}(?:[-–−]\d{1,5})?)?"
_PAGE_RANGE = r": ?\d{1,5}[-–−]\d{1,5}"
_AFTER_VOLUME = re.compile(
    rf"(?P<numbers>{_ISSUE}?{_PAGES}),? ?\((?:19|20)\d\d\)"
    rf"|(?P<issue>{_ISSUE}{_PAGES}|{_PAGE_RANGE})[,:]? (?:19|20)\d\d(?![-./]?\d)"
    r"|(?P<lone>\(\d{1,2}\))"
)
"""What makes the number before it a volume: `39(6)`, `24.7: 2002`, `30 (2017)`."""
_LONG_YEAR_NEXT = re.compile(r", ((?:19|20)\d\d)(?![-./]?\d)")
_TOO_FAR = 3
"""A number that would be a year so many years after the one that follows it is a volume: `NIPS 26, 2013`."""
_SHORT_YEAR_GAPS = frozenset({"", " ", ". ", " (", "(", "-", ") ", "\u00a0"})


class Parts:
    """What was found beside one name, in the order of the text."""

    def __init__(self, text: str, end: int, *, after_name: bool, identifiers: bool = False) -> None:
        """Start at `end`: right after a name, or anywhere before one.

        `identifiers` says that numbers may be arXiv identifiers.
        """
        self.end = end
        self.year: int | None = None
        self.year_span: Place | None = None
        self.month: int | None = None
        self.track: Track | None = None
        self.award: Award | None = None
        self.unknown: list[Token] = []
        self.between = False
        """Whether a word stands between the name and the year."""
        self._text = text
        self._after_name = after_name
        self._identifiers = identifiers
        self._month_before: int | None = None
        self._short_year_may_follow = after_name

    def read_all(self, tokens: Sequence[Token], first: int, last: int) -> None:
        """Take in `tokens[first:last]`."""
        tokens = tokens[:last]
        while first < last:
            first = self.read(tokens, first)

    def read(self, tokens: Sequence[Token], at: int) -> int:
        """Take in the word at `at` and those that belong to it; return the index of the next one."""
        if tokens[at].is_number:
            return self._number(tokens, at)
        found = decorations().longest(self._text, tokens, at)
        meaning, count = found or (None, 1)
        if meaning is None:
            self.unknown.append(tokens[at])
        elif isinstance(meaning, Track):
            self.track = self.track or meaning
        elif isinstance(meaning, Award):
            self.award = self.award or meaning
        elif isinstance(meaning, Month):
            self._month_before = meaning.number
        self._short_year_may_follow = self._after_name and isinstance(meaning, (Track, Award))
        return self._advance(tokens, at, count)

    @property
    def rest(self) -> tuple[str, ...]:
        """What was not understood, word by word, as it is written: `AI4CC` is one."""
        spans: list[Place] = []
        for token in self.unknown:
            if spans and spans[-1][1] == token.start:
                spans[-1] = (spans[-1][0], token.end)
            else:
                spans.append((token.start, token.end))
        return tuple(self._text[start:end] for start, end in spans)

    def _advance(self, tokens: Sequence[Token], at: int, count: int) -> int:
        self.between = self.between or self.year_span is None
        self.end = tokens[at + count - 1].end
        return at + count

    def _number(self, tokens: Sequence[Token], at: int) -> int:
        token = tokens[at]
        gap = self._text[self.end : token.start]
        if self._identifiers and self._is_identifier(tokens, at, gap):
            return self._advance(tokens, at, 2 if self._is_tied(tokens, at, ".") else 1)
        if self.year_span is None:
            volume_end = self._volume_end(token, gap)
            if volume_end is not None:
                count = sum(other.end <= volume_end for other in tokens[at:])
                self._short_year_may_follow = False
                return self._advance(tokens, at, count)
            year = self._year(token.folded, gap)
            if year is not None:
                return self._take_year(tokens, at, year)
            if self._is_broken_year(token.folded, gap):
                self.year_span = (token.start, token.end)
            elif not self._is_day(tokens, at):
                self.unknown.append(token)
        elif self.unknown and self.unknown[-1].end == token.start:
            self.unknown.append(token)
        self._short_year_may_follow = False
        return self._advance(tokens, at, 1)

    def _volume_end(self, token: Token, gap: str) -> int | None:
        """Where a journal's volume, issue and pages end; None for what may be a year in two digits."""
        if len(token.folded) != 2 or gap not in (" ", ", ", "\u00a0"):
            return None
        match = _AFTER_VOLUME.match(self._text, token.end)
        if match and match.lastgroup:
            return match.end(match.lastgroup)
        year, following = _full_year(token.folded), _LONG_YEAR_NEXT.match(self._text, token.end)
        is_volume = year is not None and following is not None and year - int(following[1]) >= _TOO_FAR
        return token.end if is_volume else None

    def _year(self, digits: str, gap: str) -> int | None:
        if len(digits) == 4 and digits[:2] in ("19", "20"):
            return int(digits)
        if len(digits) != 2:
            return None
        marked = _APOSTROPHE.search(gap) is not None
        if marked or (self._short_year_may_follow and gap in _SHORT_YEAR_GAPS):
            return _full_year(digits)
        return None

    def _take_year(self, tokens: Sequence[Token], at: int, year: int) -> int:
        """The year, and what is tied to it: `2023.12`, `2025-06`, `2024/2023.10`."""
        token = tokens[at]
        self.year, self.year_span = year, (token.start, token.end)
        self.month = self._month_before
        self._short_year_may_follow = False
        self.end = token.end
        while self._is_tied(tokens, at, _DATE_SIGNS) and len(tokens[at + 1].folded) <= 2:
            number = int(tokens[at + 1].folded)
            if self.month is None and tokens[at] is token and 1 <= number <= 12:
                self.month = number
            at += 1
            self.end = tokens[at].end
        return at + 1

    def _is_tied(self, tokens: Sequence[Token], at: int, signs: Collection[str]) -> bool:
        """Whether the next word is a number too, with just one of `signs` between."""
        if at + 1 >= len(tokens) or not tokens[at + 1].is_number:
            return False
        return self._text[tokens[at].end : tokens[at + 1].start] in signs

    def _is_identifier(self, tokens: Sequence[Token], at: int, gap: str) -> bool:
        """`2308.14383`, and `1911` right after `arXiv:`."""
        if len(tokens[at].folded) == 4 and self._is_tied(tokens, at, "."):
            return len(tokens[at + 1].folded) in (4, 5, 6)
        return self._after_name and gap.strip() == ":"

    def _is_broken_year(self, digits: str, gap: str) -> bool:
        return self._after_name and len(gap) <= 2 and len(digits) in (3, 5) and digits[:2] in ("19", "20")

    def _is_day(self, tokens: Sequence[Token], at: int) -> bool:
        """`17` in `May 17th`, `30` in `30 April`."""
        if len(tokens[at].folded) > 2:
            return False
        if self._month_before is not None:
            return True
        found = decorations().longest(self._text, tokens, at + 1) if at + 1 < len(tokens) else None
        return found is not None and isinstance(found[0], Month)


def _full_year(digits: str) -> int | None:
    """The year that two digits mean: 1960 to 2049."""
    number = int(digits)
    if number < 50:
        return 2000 + number
    return 1900 + number if number >= 60 else None
