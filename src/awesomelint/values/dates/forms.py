"""How a date is written: a form such as `YYYY-MM-DD`, `Mon., YYYY` or `YYYY年M月`.

A form is text in which some words stand for a part of the date and everything else for itself:

| word | part |
| --- | --- |
| `YYYY`, `YY` | year, in four and in two digits |
| `MM`, `M` | month, with and without a leading zero |
| `DD`, `D`, `Do` | day, with and without a leading zero; `1st`, `2nd` … |
| `Month` | January, February … |
| `Mon` | Jan, Feb, … in three letters |
| `Sept` | Jan., Feb., … as in print: like `Mon`, but June, July and Sept have four letters |

The month's words are written `Mon`, `mon` or `MON` to say the case. Two dates are written alike exactly when
their forms are equal, and `format_date` writes another date in the same form.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PRINT_NAMES = tuple({6: "June", 7: "July", 9: "Sept"}.get(i, n[:3]) for i, n in enumerate(MONTH_NAMES, 1))
_NAMES_BY_WORD = {"Month": MONTH_NAMES, "Mon": tuple(n[:3] for n in MONTH_NAMES), "Sept": _PRINT_NAMES}
_WORD = re.compile(r"YYYY|YY|MM|DD|Do|D|(?i:Month|Mon|Sept)|M")
_FIRST_TWO_DIGIT_YEAR = 1970

MONTH_OF_NAME = {
    name.casefold(): number for names in _NAMES_BY_WORD.values() for number, name in enumerate(names, start=1)
}
"""Every English name and abbreviation of a month, case-folded, with its number."""


DatePart = Literal["year", "month", "day"]


class DateValue(NamedTuple):
    """A date as far as it is known; a part that is not given is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def two_digit_year(number: int) -> int:
    """The year from 1970 to 2069 that ends in these two digits, as POSIX reads them."""
    return _FIRST_TWO_DIGIT_YEAR + (number - _FIRST_TWO_DIGIT_YEAR) % 100


def ordinal_suffix(day: int) -> str:
    """`st`, `nd`, `rd` or `th`."""
    if day in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def month_words(name: str) -> tuple[str, ...]:
    """The words of a form that can stand for a month's name as it is written; none for letters in mixed case.

    `May` is both a name and an abbreviation, so it has several.
    """
    month = MONTH_OF_NAME.get(name.casefold())
    if month is None:
        return ()
    return tuple(
        recase(word)
        for word, names in _NAMES_BY_WORD.items()
        for recase in (str.title, str.lower, str.upper)
        if recase(names[month - 1]) == name
    )


def format_date(value: DateValue, form: str) -> str | None:
    """The date written in a form; None if the form needs a part that the date does not have.

    Parts of the date that the form has no word for are left out: compare `form_parts` where that matters.
    """
    pieces: list[str] = []
    end = 0
    for match in _WORD.finditer(form):
        written = _written(value, match.group())
        if written is None:
            return None
        pieces += (form[end : match.start()], written)
        end = match.end()
    return "".join(pieces) + form[end:]


def form_words(form: str) -> list[str]:
    """The words of a form that stand for a part of the date, in order."""
    return _WORD.findall(form)


def form_parts(form: str) -> frozenset[DatePart]:
    """Which of year, month and day a form writes."""
    parts: dict[str, DatePart] = {"Y": "year", "M": "month", "S": "month", "D": "day"}
    return frozenset(parts[word[0].upper()] for word in form_words(form))


def without_padding(form: str) -> str:
    """The form with leading zeros left open: the order of the parts and what stands between them."""
    return _WORD.sub(lambda match: {"MM": "M", "DD": "D"}.get(match.group(), match.group()), form)


def _written(value: DateValue, word: str) -> str | None:
    part = {"Y": value.year, "D": value.day}.get(word[0], value.month)
    if part is None:
        return None
    if word == "YY":
        return f"{part % 100:02}" if two_digit_year(part % 100) == part else None
    if word in ("YYYY", "MM", "DD"):
        return f"{part:0{len(word)}}"
    if word in ("M", "D"):
        return str(part)
    if word == "Do":
        return f"{part}{ordinal_suffix(part)}"
    name = _NAMES_BY_WORD[word.title()][part - 1]
    return name.upper() if word.isupper() else name.lower() if word.islower() else name
