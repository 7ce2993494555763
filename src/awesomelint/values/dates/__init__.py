"""Dates as lists write them, in English, Chinese, Japanese and Korean; see `parse_date`."""

from awesomelint.values.dates.columns import months_padded, settle, with_year
from awesomelint.values.dates.forms import DatePart, DateValue, form_parts, format_date, without_padding
from awesomelint.values.dates.parse import find_dates, parse_date
from awesomelint.values.dates.reading import (
    DateMatch,
    DateProblem,
    DateReading,
    Interpretation,
    months_between,
)  # fmt: skip

__all__ = [
    "DateMatch", "DatePart", "DateProblem", "DateReading", "DateValue", "Interpretation",
    "find_dates", "form_parts", "format_date", "months_between", "months_padded",
    "parse_date", "settle", "with_year", "without_padding",
]  # fmt: skip
