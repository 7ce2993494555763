"""On about which day of its month arXiv announced a paper, told from the paper's number in that month."""

from __future__ import annotations

import calendar
from datetime import date

from awesomelint.works.work import Work

_PAPERS_A_MONTH = {
    2015: 8_800, 2016: 9_400, 2017: 10_300, 2018: 11_700, 2019: 13_000, 2020: 14_900, 2021: 15_100,
    2022: 15_500, 2023: 19_000, 2024: 20_700, 2025: 23_800, 2026: 26_000,
}  # fmt: skip
"""Means of a year's months: up to 2022 from arXiv's yearly totals, then from the highest numbers in lists."""


def announcement_day(work: Work) -> date | None:
    """About the day on which an arXiv paper was announced; None for other works, and for papers before 2015.

    Identifiers are numbered from 1 in every month, so 17911 of some 19,000 lies near the month's end.
    """
    serial = work.id.partition(".")[2]
    if work.kind != "arxiv" or not serial or work.year is None or work.month is None:
        return None
    if work.year < min(_PAPERS_A_MONTH):
        return None
    papers = _PAPERS_A_MONTH[min(work.year, max(_PAPERS_A_MONTH))]
    days = calendar.monthrange(work.year, work.month)[1]
    return date(work.year, work.month, min(1 + int(serial) * days // papers, days))
