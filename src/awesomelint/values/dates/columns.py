"""What only the other values of a column can say about a date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from awesomelint.values.dates.forms import DateValue, form_words, without_padding
from awesomelint.values.dates.reading import DateReading, Interpretation, calendar_problem


def months_padded(readings: Sequence[DateReading]) -> bool | None:
    """Whether a column writes its months with a leading zero; None if no value shows it, or if they disagree.

    Only `2023.05` and `2023.5` show it: `2023.12` is the same either way, and `2023.1` may have been
    `2023.10`.
    """
    shown: set[bool] = set()
    for reading in readings:
        padded = {word == "MM" for form in reading.forms for word in form_words(form) if word in ("MM", "M")}
        if len(padded) == 1 and not reading.is_ambiguous:
            shown |= padded
    return shown.pop() if len(shown) == 1 else None


def settle(readings: Sequence[DateReading]) -> list[DateReading]:
    """The readings of one column, each narrowed by the others to its form and, where they show it, its date.

    `12/06/2023` becomes 12 June beside `25/06/2023`, and `2023.1` January beside `2023.5`; what nothing
    decides stays ambiguous. A reading that means one date is left with one form, of those that it can have
    the one that most of the column can have, so that forms can be counted.
    """
    orders = _orders_shown(readings)
    without_zero = months_padded(readings) is False
    narrowed = [_narrow(reading, orders, without_zero) for reading in readings]
    support = Counter(form for reading in narrowed for form in reading.forms)
    return [_choose_forms(reading, support) for reading in narrowed]


def with_year(reading: DateReading, year: int) -> DateReading:
    """The reading with a year known from elsewhere, such as a heading.

    Interpretations of another year are ruled out; where the year leaves none (`02-29` under 2023), the
    reading has that problem. A reading whose own year is another one stays as it is.
    """
    dated = tuple(
        i._replace(value=i.value._replace(year=year))
        for i in reading.interpretations
        if i.value.year in (None, year)
    )
    if not dated or reading.problem is not None:
        return reading
    existing = tuple(i for i in dated if calendar_problem(i.value) is None)
    if existing:
        return replace(reading, interpretations=existing)
    return replace(reading, interpretations=dated, problem=calendar_problem(dated[0].value))


def _orders_shown(readings: Sequence[DateReading]) -> frozenset[str]:
    """The orders of parts in which some value of the column must be written."""
    return frozenset(
        without_padding(reading.form)
        for reading in readings
        if not reading.is_ambiguous and reading.problem is None
    )


def _narrow(reading: DateReading, orders: frozenset[str], without_zero: bool) -> DateReading:
    if not reading.is_ambiguous:
        return reading
    kept = tuple(i for i in reading.interpretations if not (i.is_truncated and without_zero))
    shown = {without_padding(i.form) for i in kept} & orders
    if len(shown) == 1:
        kept = tuple(i for i in kept if without_padding(i.form) in shown)
    return replace(reading, interpretations=kept)


def _choose_forms(reading: DateReading, support: Counter[str]) -> DateReading:
    """One interpretation for each date that the reading can mean."""
    best: dict[DateValue, Interpretation] = {}
    for interpretation in reading.interpretations:
        chosen = best.setdefault(interpretation.value, interpretation)
        if support[interpretation.form] > support[chosen.form]:
            best[interpretation.value] = interpretation
    return replace(reading, interpretations=tuple(best.values()))
