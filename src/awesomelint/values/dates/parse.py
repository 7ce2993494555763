"""Text → date: `parse_date` for a text that is a date, `find_dates` for running text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from awesomelint.source import Span
from awesomelint.values.dates.forms import (
    MONTH_OF_NAME,
    DateValue,
    month_words,
    ordinal_suffix,
    two_digit_year,
)  # fmt: skip
from awesomelint.values.dates.reading import (
    DateMatch,
    DateProblem,
    DateReading,
    Interpretation,
    calendar_problem,
)  # fmt: skip
from awesomelint.values.dates.shapes import CANDIDATE, Shape, shapes_in_prose, shapes_of_text

_LONGEST = 40
_MARKS_AT_THE_END = ".,;。"
_OPENING, _CLOSING = tuple("[(（【"), tuple("])）】")
_LAST_LONE_YEAR = 2039
"""From here on, a number in running text is rather a size, such as 2048."""
_MISTYPED_YEAR = re.compile(r"0[0-9]{3}|(?:19|20)[0-9]{3}|(?:19|20)[0-9]")


class _Part(NamedTuple):
    """A group of a shape in its role. `number` is None for `??`; `words` are what a form can call it."""

    role: str
    text: str
    span: Span
    number: int | None
    words: tuple[str, ...]


@lru_cache(maxsize=1 << 14)  # columns repeat their dates, and a cell is read by several rules
def parse_date(text: str) -> DateReading | None:
    """Read a text that is a date and nothing else, such as a table's cell without its markup.

    Surrounding blanks are skipped; one mark at the end (`December 2024.`) belongs to the form. Returns None
    for what is not shaped like a date. A date-shaped text that no calendar has, such as `2023-13-01`, is a
    reading with a problem: no evidence that a column holds dates, but a fault where it does. Texts such as
    `07-29`, `20.10` or `3/4` are readings too, ambiguous or without a year; they are dates only where the
    place says so.
    """
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if not 0 < end - start <= _LONGEST:
        return None
    mark = text[end - 1] if text[end - 1] in _MARKS_AT_THE_END else ""
    for shape in shapes_of_text(text[start]):
        match = shape.pattern.fullmatch(text, start, end - len(mark))
        if match is not None:
            return _read(match, shape, mark)
    return None


def find_dates(text: str) -> list[DateMatch]:
    """The dates in running text, in order, without overlap; spans count code points of `text`.

    Only what is a date wherever it stands: two small numbers are not, nor is a number in a version, a path or
    an identifier. Bare years are found from 1900 to 2039. Problems are reported only where day, month and
    year stand together, and in `2023年13月`, which can be nothing else.
    """
    found: list[DateMatch] = []
    end = 0
    for candidate in CANDIDATE.finditer(text):
        if candidate.start() >= end:
            reading = _read_in_prose(text, candidate.start())
            if reading is not None:
                found.append(DateMatch(reading.span, reading))
                end = reading.span.end
    return found


def _read_in_prose(text: str, start: int) -> DateReading | None:
    """The longest date that starts at a place."""
    best: DateReading | None = None
    for shape in shapes_in_prose(text[start]):
        match = shape.pattern.match(text, start)
        if match is not None and (best is None or match.end() > best.span.end):
            reading = _read(match, shape, "")
            if reading is not None and _is_date_in_prose(match, reading):
                best = reading
    return best


def _is_date_in_prose(match: re.Match[str], reading: DateReading) -> bool:
    year, month, day = reading.interpretations[0].value
    separator = match.groupdict().get("separator")
    if reading.problem is not None:
        if year is None or (day is None and match.group()[-1] not in "月월"):
            return False
        # 2024.13.1 is rather a version.
        return "." not in (separator or "") or _is_padded_in_brackets(match, reading)
    if separator is not None and day is None:
        # "in 2024. 5 models", "5.2023"
        return separator in ("-", "/") or (separator == "." and match.start("a") == _start_of_year(reading))
    if match.group().islower() and (year is None or day is None):
        # "in 2023 may"
        return False
    return month is not None or year is None or year <= _LAST_LONE_YEAR


def _is_padded_in_brackets(match: re.Match[str], reading: DateReading) -> bool:
    """Whether it is `[2023.02.30]`, with year first, all its zeros and nothing else in the brackets."""
    is_padded = "MM" in reading.form and "DD" in reading.form and match.start() == _start_of_year(reading)
    text = match.string
    return (
        is_padded
        and text[max(match.start() - 1, 0) : match.start()] in _OPENING
        and text[match.end() : match.end() + 1] in _CLOSING
    )


def _start_of_year(reading: DateReading) -> int | None:
    span = reading.span_of("year")
    return span.start if span else None


def _read(match: re.Match[str], shape: Shape, mark: str) -> DateReading | None:
    possible: list[Interpretation] = []
    impossible: list[tuple[DateProblem, list[Interpretation]]] = []
    for order in shape.orders:
        parts = _parts(match, order)
        if not all(part.words for part in parts) or not _is_meant_as_date(parts):
            continue
        value = _value(parts)
        readings = _interpretations(match, parts, value, mark)
        problem = _problem(parts, value)
        if problem is None:
            possible += readings
        else:
            impossible.append((problem, readings))
    span = Span(match.start(), match.end() + len(mark))
    if possible:
        return DateReading(span, tuple(possible))
    if not impossible or not shape.shows_problems:
        return None
    # Of 31/06 and 06/31 the one whose month exists was meant.
    problem, readings = next((item for item in impossible if item[0].part != "month"), impossible[0])
    return DateReading(span, tuple(readings), problem)


def _parts(match: re.Match[str], order: str) -> list[_Part]:
    return [
        _part(role, match[group], Span(*match.span(group)))
        for role, group in zip(order, "abc", strict=False)
        if match[group] is not None
    ]


def _part(role: str, text: str, span: Span) -> _Part:
    if text.casefold() in MONTH_OF_NAME:
        return _Part(role, text, span, MONTH_OF_NAME[text.casefold()], month_words(text))
    digits = text.rstrip("stndrh")
    if not digits.isdecimal():
        return _Part(role, text, span, None, (text,))
    number = int(digits)
    suffix = text[len(digits) :]
    if role == "Y":
        words: tuple[str, ...] = ("YYYY",)
    elif role == "y":
        return _Part("Y", text, span, two_digit_year(number), ("YY",) if len(text) == 2 else ())
    elif suffix and suffix == ordinal_suffix(number) and not digits.startswith("0"):
        words = ("Do",)
    elif digits.startswith("0"):
        words = (role * 2 + suffix,)
    elif len(digits) == 1:
        words = (role + suffix,)
    else:
        words = (role * 2 + suffix, role + suffix)
    return _Part(role, text, span, number, words)


def _is_meant_as_date(parts: list[_Part]) -> bool:
    """Whether numbers in a date's shape are one: not `4096`, `1024/32`, `2023-24`, nor a day in no month."""
    by_role = {part.role: part for part in parts}
    year, month, day = by_role.get("Y"), by_role.get("M"), by_role.get("D")
    if day and day.number is not None and month and month.number is None:
        return False
    if year is None or year.number is None:
        return True
    has_name = month is not None and month.text.isalpha()
    is_glued = month is not None and year.span.end == month.span.start
    earliest, latest = (1000, 2999) if (day or has_name) and not is_glued else (1900, 2099)
    if not earliest <= year.number <= latest and not _MISTYPED_YEAR.fullmatch(year.text):
        return False
    is_range = (
        month is not None
        and month.number is not None
        and day is None
        and year.span < month.span
        and year.number % 100 < month.number
        and month.number > 12
    )
    return not is_range


def _value(parts: list[_Part]) -> DateValue:
    numbers = {part.role: part.number for part in parts}
    return DateValue(numbers.get("Y"), numbers.get("M"), numbers.get("D"))


def _problem(parts: list[_Part], value: DateValue) -> DateProblem | None:
    for part in parts:
        if part.role == "Y" and part.words == ("YYYY",) and (len(part.text) != 4 or part.text[0] == "0"):
            return DateProblem("year", f"there is no year {part.text}")
    return calendar_problem(value)


def _interpretations(
    match: re.Match[str], parts: list[_Part], value: DateValue, mark: str
) -> list[Interpretation]:
    spans = {part.role: part.span for part in parts}
    places = (spans.get("Y"), spans.get("M"), spans.get("D"))
    choices = list(product(*(part.words for part in parts)))
    uniform = [words for words in choices if not _is_mixed(words)]
    found = [Interpretation(value, _form(match, parts, words, mark), places) for words in uniform or choices]
    if _may_be_truncated(match, parts):
        october = value._replace(month=10)
        found.append(
            Interpretation(october, _form(match, parts, ("YYYY", "MM"), mark), places, is_truncated=True)
        )
    return found


def _is_mixed(words: tuple[str, ...]) -> bool:
    """Whether only one of month and day has a leading zero."""
    return {"MM", "D"} <= set(words) or {"M", "DD"} <= set(words)


def _form(match: re.Match[str], parts: list[_Part], words: tuple[str, ...], mark: str) -> str:
    pieces: list[str] = []
    end = match.start()
    for part, word in zip(parts, words, strict=True):
        pieces += (match.string[end : part.span.start], word)
        end = part.span.end
    return "".join(pieces) + match.string[end : match.end()] + mark


def _may_be_truncated(match: re.Match[str], parts: list[_Part]) -> bool:
    if [part.role for part in parts] != ["Y", "M"]:
        return False
    year, month = parts
    return month.text == "1" and match.string[year.span.end : month.span.start] == "."
