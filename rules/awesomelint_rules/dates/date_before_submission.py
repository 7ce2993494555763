"""DAT007 date-before-submission."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.dates import DateMention, dates_of_preprints
from awesomelint.needs import ArxivNeed, Need
from awesomelint.rule import Context, FileRule
from awesomelint.values.dates import DateValue, format_date, months_between
from awesomelint.works import Work

MIN_DATES = 10
MIN_SHARE = 0.85
"""So large a part of a list's days must be about those of submission: others write the day of the conference."""
MIN_EXACT_SHARE = 0.8
"""So many must be just that day before it is offered as a fix: others write the day of announcement."""
LONGEST_LAG = timedelta(days=7)
"""So long after its submission a paper is announced, over a weekend or a holiday."""
TIME_ZONES = timedelta(days=1)
"""arXiv writes days in UTC; where the sun sets later it may be the day before."""


class DateBeforeSubmission(FileRule):
    """A date before the day on which the paper was first submitted to arXiv.

    ## What it does

    Asks arXiv for the first day of each paper. Where at least 85 % of a list's days lie within a week after it, the
    rule reports days that lie two or more days before it: no reader could find the paper there on that day. Months and
    years without a day are left alone, and so are dates two months or more before the identifier, which
    `date-against-identifier` finds without a look-up.

    ## Why is this bad?

    A reader who sorts by date finds the paper in the wrong place.

    ## Example

    ```bad facts='{"arxiv:2203.00759": {"title": "HyperPrompt", "first_day": "2022-03-01"}, "arxiv:2211.12485": {"title": "HyperTuning", "first_day": "2022-11-22"}, "arxiv:2212.10315": {"title": "HINT", "first_day": "2022-12-20"}, "arxiv:2307.13269": {"title": "LoraHub", "first_day": "2023-07-25"}, "arxiv:2310.06694": {"title": "Sheared LLaMA", "first_day": "2023-10-10"}, "arxiv:2310.11670": {"title": "HyperAdapter", "first_day": "2023-10-18"}, "arxiv:2310.17157": {"title": "Deja Vu", "first_day": "2023-10-26"}, "arxiv:2312.11983": {"title": "FLAP", "first_day": "2023-12-19"}, "arxiv:2312.15230": {"title": "PERP", "first_day": "2023-12-23"}, "arxiv:2406.16554": {"title": "LLaMA-MoE", "first_day": "2024-06-24"}}'
    | Title | Date |
    | --- | --- |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | 2022-03-01 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | 2022-11-22 |
    | [HINT](https://arxiv.org/abs/2212.10315) | 2022-12-20 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [HyperAdapter](https://arxiv.org/abs/2310.11670) | 2023-10-18 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2023-12-23 |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-04 |
    ```

    Use instead:

    ```good
    | Title | Date |
    | --- | --- |
    | [HyperPrompt](https://arxiv.org/abs/2203.00759) | 2022-03-01 |
    | [HyperTuning](https://arxiv.org/abs/2211.12485) | 2022-11-22 |
    | [HINT](https://arxiv.org/abs/2212.10315) | 2022-12-20 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [HyperAdapter](https://arxiv.org/abs/2310.11670) | 2023-10-18 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2023-12-23 |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-24 |
    ```

    ## Fix safety

    The fix writes the first day in the date's own form, where four of five dates in the list are that day. It is
    unsafe: the link may be wrong and the date right.

    ## References

    - [arXiv: submission schedule](https://info.arxiv.org/help/availability.html)
    """

    code = "DAT007"
    name = "date-before-submission"
    severity = Severity.WARNING
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """The first day of each paper that has a day in the list."""
        for mention, work in document.derive(dates_of_preprints):
            if mention.reading.precision == "day":
                yield ArxivNeed(work.id)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every day before a paper's first one, in a list whose days mostly are about that."""
        pairs = [
            _Pair(mention, work, context.answers.arxiv[work.id].first_day, day)
            for mention, work in document.derive(dates_of_preprints)
            if (day := _day(mention)) is not None and work.id in context.answers.arxiv
        ]
        fitting = sum(-TIME_ZONES <= pair.day - pair.first <= LONGEST_LAG for pair in pairs)
        if len(pairs) < MIN_DATES or fitting < MIN_SHARE * len(pairs):
            return
        is_exact = _is_exact(pairs)
        for pair in pairs:
            if pair.first - pair.day > TIME_ZONES and not _is_far(pair):
                fix = _fix(pair) if is_exact else None
                yield self.diagnostic(
                    document, pair.mention.span, _message(pair, fitting, len(pairs)), fix=fix
                )


class _Pair(NamedTuple):
    mention: DateMention
    work: Work
    first: date
    day: date


def _day(mention: DateMention) -> date | None:
    """The day, where it is written and sure."""
    reading = mention.reading
    return reading.earliest if reading.day is not None and not reading.is_ambiguous else None


def _is_far(pair: _Pair) -> bool:
    """Whether the identifier alone shows that the date is wrong."""
    months = months_between(DateValue(pair.work.year, pair.work.month), pair.mention.reading)
    return months is not None and months < -1


def _is_exact(pairs: Sequence[_Pair]) -> bool:
    return sum(pair.day == pair.first for pair in pairs) >= MIN_EXACT_SHARE * len(pairs)


def _fix(pair: _Pair) -> Fix | None:
    first = DateValue(pair.first.year, pair.first.month, pair.first.day)
    text = format_date(first, pair.mention.reading.form)
    if text is None:
        return None
    return Fix(f"write `{text}`", (Edit(pair.mention.span, text),), Applicability.UNSAFE)


def _message(pair: _Pair, fitting: int, total: int) -> str:
    days = (pair.first - pair.day).days
    return (
        f"`{pair.mention.text}` is {days} days before {pair.work.label} was first submitted, on {pair.first.isoformat()};"
        f" {fitting} of {total} days in this file fit their papers"
    )
