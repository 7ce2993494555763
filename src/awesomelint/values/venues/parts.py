"""Reads what stands beside a venue's name, word by word: year, month, track, award."""

from __future__ import annotations

import re
from collections.abc import Sequence

from awesomelint.values.venues.decorations import Award, Month, Track, decorations
from awesomelint.values.venues.phrases import Token
from awesomelint.values.venues.reading import Place

_APOSTROPHE = re.compile(r"['’‘`´]")
_DATE_SIGN = frozenset(".-/,")
_ORDINARY_BLANK = frozenset({" ", ". ", " (", "\u00a0"})


class Parts:
    """What was found beside one name, in the order of the text."""

    def __init__(self, text: str, end: int, *, after_name: bool, identifiers: bool = False) -> None:
        """Start at `end`, right after the name; `identifiers` says that numbers may be arXiv identifiers."""
        self.text = text
        self.end = end
        self.beside_name = after_name
        self.identifiers = identifiers
        self.year: int | None = None
        self.year_span: Place | None = None
        self.month: int | None = None
        self.track: Track | None = None
        self.award: Award | None = None
        self.unknown: list[Token] = []
        self.between: bool = False
        """Whether a word stands between the name and the year."""
        self._pending_month: int | None = None
        self._may_be_short_year = after_name

    def read(self, tokens: Sequence[Token], at: int) -> int:
        """Take in the word at `at`, and the words that belong to it; return the index of the next one."""
        if tokens[at].is_number:
            return self._number(tokens, at)
        found = decorations().longest(self.text, tokens, at)
        if found is None:
            self.unknown.append(tokens[at])
            count = 1
        else:
            meaning, count = found
            if isinstance(meaning, Track):
                self.track = self.track or meaning
            elif isinstance(meaning, Award):
                self.award = self.award or meaning
            elif isinstance(meaning, Month):
                self._pending_month = meaning.number
        self._may_be_short_year = self.beside_name and found is not None and not self._pending_month
        return self._advance(tokens, at, count)

    def _advance(self, tokens: Sequence[Token], at: int, count: int) -> int:
        self.between = self.between or self.year_span is None
        self.end = tokens[at + count - 1].end
        return at + count

    def _number(self, tokens: Sequence[Token], at: int) -> int:
        token = tokens[at]
        gap = self.text[self.end : token.start]
        if self.identifiers and self._is_identifier(tokens, at, gap):
            has_tail = len(token.folded) == 4 and self._tied(tokens, at, ".")
            return self._advance(tokens, at, 2 if has_tail else 1)
        year = self._year(token.folded, gap) if self.year_span is None else None
        if year is not None:
            return self._take_year(tokens, at, year)
        if self.year_span is None and self._looks_like_broken_year(token.folded, gap):
            self.year_span = (token.start, token.end)
        elif self.year_span is None and self._pending_month is None and not self._is_day(tokens, at):
            self.unknown.append(token)
        self._may_be_short_year = False
        return self._advance(tokens, at, 1)

    def _year(self, digits: str, gap: str) -> int | None:
        if len(digits) == 4 and digits[:2] in ("19", "20"):
            return int(digits)
        if len(digits) != 2:
            return None
        marked = _APOSTROPHE.search(gap) is not None
        near = self._may_be_short_year and (gap == "" or gap in _ORDINARY_BLANK or gap.startswith(")"))
        return _full_year(digits) if marked or near else None

    def _take_year(self, tokens: Sequence[Token], at: int, year: int) -> int:
        token = tokens[at]
        self.year, self.year_span = year, (token.start, token.end)
        self.month = self._pending_month
        self._may_be_short_year = False
        self.end = token.end
        at += 1
        while at < len(tokens) and self._tied(tokens, at - 1, _DATE_SIGN) and len(tokens[at].folded) <= 2:
            number = int(tokens[at].folded)
            if self.month is None and 1 <= number <= 12 and tokens[at - 1] is token:
                self.month = number
            self.end = tokens[at].end
            at += 1
        return at

    def _tied(self, tokens: Sequence[Token], at: int, signs: str | frozenset[str]) -> bool:
        """Whether another number follows the one at `at`, with one of `signs` between and nothing else."""
        if at + 1 >= len(tokens) or not tokens[at + 1].is_number:
            return False
        gap = self.text[tokens[at].end : tokens[at + 1].start]
        return len(gap) == 1 and gap in signs

    def _is_identifier(self, tokens: Sequence[Token], at: int, gap: str) -> bool:
        """`2308.14383`, and `1911` right after `arXiv:`."""
        if len(tokens[at].folded) == 4 and self._tied(tokens, at, "."):
            return len(tokens[at + 1].folded) in (4, 5, 6)
        return gap.strip() == ":" and self.beside_name

    def _looks_like_broken_year(self, digits: str, gap: str) -> bool:
        return self.beside_name and len(gap) <= 2 and len(digits) in (3, 5) and digits[:2] in ("19", "20")

    def _is_day(self, tokens: Sequence[Token], at: int) -> bool:
        """`30` in `30 April`."""
        if len(tokens[at].folded) > 2 or at + 1 == len(tokens):
            return False
        found = decorations().longest(self.text, tokens, at + 1)
        return found is not None and isinstance(found[0], Month)


def _full_year(digits: str) -> int | None:
    """The year that two digits mean: 1960 to 2049."""
    number = int(digits)
    if number < 50:
        return 2000 + number
    return 1900 + number if number >= 60 else None
