"""What was read from a date's text."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from awesomelint.source import Span
from awesomelint.values.dates.forms import MONTH_NAMES, DatePart, DateValue

PARTS: tuple[DatePart, ...] = ("year", "month", "day")


class Interpretation(NamedTuple):
    """One date that a text can mean, and the form that it is then written in.

    `spans` holds the place of year, month and day; a part that is not written has none.
    `is_truncated` marks October in `2023.1`: spreadsheets drop the zero of `2023.10`.
    """

    value: DateValue
    form: str
    spans: tuple[Span | None, Span | None, Span | None]
    is_truncated: bool = False


@dataclass(frozen=True, slots=True)
class DateProblem:
    """Why no calendar has this date: the part that is wrong, and a phrase such as "there is no month 13"."""

    part: DatePart
    reason: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date's text, read without guessing: whatever it can mean is there.

    `interpretations` is not empty; several of them may mean the same date in different forms, as `2024-12`
    does in `YYYY-MM` and `YYYY-M`. Where there is a `problem`, they hold what is written, though no calendar
    has it.
    """

    span: Span
    interpretations: tuple[Interpretation, ...]
    problem: DateProblem | None = None

    @property
    def values(self) -> tuple[DateValue, ...]:
        """The different dates that the text can mean."""
        return tuple(dict.fromkeys(i.value for i in self.interpretations))

    @property
    def is_ambiguous(self) -> bool:
        """Whether the text can mean two dates, as `12/06/2023` can."""
        return len(self.values) > 1

    @property
    def value(self) -> DateValue:
        """The parts on which all interpretations agree; the others are None."""
        parts = zip(*self.values, strict=True)
        return DateValue(*(part[0] if len(set(part)) == 1 else None for part in parts))

    @property
    def year(self) -> int | None:
        """The year, where it is written and sure."""
        return self.value.year

    @property
    def month(self) -> int | None:
        """The month, where it is written and sure."""
        return self.value.month

    @property
    def day(self) -> int | None:
        """The day of the month, where it is written and sure."""
        return self.value.day

    @property
    def precision(self) -> DatePart:
        """The smallest part that is written."""
        first = self.interpretations[0].value
        return "day" if first.day is not None else "month" if first.month is not None else "year"

    @property
    def form(self) -> str:
        """The likeliest form; `settle` knows it better when the text stands in a column."""
        return self.interpretations[0].form

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms in which the text may be written."""
        return tuple(dict.fromkeys(i.form for i in self.interpretations))

    @property
    def earliest(self) -> date | None:
        """The first day that the text can mean; None without a year or with a problem."""
        return self._bound(first=True)

    @property
    def latest(self) -> date | None:
        """The last day that the text can mean; None without a year or with a problem."""
        return self._bound(first=False)

    def span_of(self, part: DatePart) -> Span | None:
        """Where a part stands in the text, by the likeliest interpretation."""
        return self.interpretations[0].spans[PARTS.index(part)]

    def _bound(self, *, first: bool) -> date | None:
        if self.problem is not None:
            return None
        days = [_first_or_last_day(value, first=first) for value in self.values]
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            return None
        return min(known) if first else max(known)


class DateMatch(NamedTuple):
    """A date found in running text."""

    span: Span
    reading: DateReading


def months_between(earlier: DateReading | DateValue, later: DateReading | DateValue) -> int | None:
    """How many calendar months `later` lies after `earlier`, days aside; negative if before.

    None if either has no sure month and year.
    """
    if earlier.year is None or earlier.month is None or later.year is None or later.month is None:
        return None
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def days_in_month(year: int | None, month: int) -> int:
    """The length of a month; February has 29 days when the year is not known."""
    return calendar.monthrange(year if year is not None else 2000, month)[1]


def calendar_problem(value: DateValue) -> DateProblem | None:
    """Why a month or a day does not exist; None if it does."""
    year, month, day = value
    if month is not None and not 1 <= month <= 12:
        return DateProblem("month", f"there is no month {month}")
    if day is None:
        return None
    if not 1 <= day <= 31:
        return DateProblem("day", f"there is no day {day}")
    if month is not None and day > days_in_month(year, month):
        name = MONTH_NAMES[month - 1] + (f" {year}" if year is not None else "")
        return DateProblem("day", f"{name} has {days_in_month(year, month)} days")
    return None


def _first_or_last_day(value: DateValue, *, first: bool) -> date | None:
    if value.year is None:
        return None
    month = value.month or (1 if first else 12)
    return date(value.year, month, value.day or (1 if first else days_in_month(value.year, month)))
