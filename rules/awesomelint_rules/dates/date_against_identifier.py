"""DAT005 date-against-identifier."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.dates import DateMention, dates_of_preprints
from awesomelint.needs import ArxivNeed, Need
from awesomelint.rule import Context, FileRule
from awesomelint.values.dates import DateValue, months_between
from awesomelint.values.venues import Kind, VenueReading, parse_venue
from awesomelint.works import Work, announcement_day

MIN_DATES = 10
MIN_SHARE = 0.85
"""So large a part of a list's dates must lie in their identifiers' month before one that does not is a fault.

Of 9,201 dates beside an arXiv identifier in real lists 94 % do; lists below 85 % write another date, such as that of
the conference.
"""
LONGEST_HOLD = timedelta(days=46)
"""So long before the identifier's month was a held paper submitted: the longest seen in 9,312 machine-made entries."""
LARGEST_DAY_OFFSET = 2
"""Where the day, the month aside, is so near that of the announcement, the month or the year is a slip."""
TIME_ZONES = timedelta(days=1)
"""arXiv writes days in UTC; where the sun sets later it may be the day before."""
NORMAL_LAG = 1
"""Months that a date may lie before its identifier: papers are held for moderation, and months end."""


class DateAgainstIdentifier(FileRule):
    """A date that does not fit the month in the paper's arXiv identifier.

    ## What it does

    An arXiv identifier holds the month in which the paper was announced: `2310.00492` appeared in October 2023.
    Where at least 85 % of a list's dates lie in the month of their identifiers, the rule reports dates two or more
    months before it. A difference of exactly twelve months is called what it probably is: a slip in the year; and
    where only the month differs it says so. It can tell, because identifiers are numbered within their month:
    `2311.17911` was announced near the end of November, so `2023-09-29` is a slip for `2023-11-29`.

    As info it reports dates up to 46 days before the month that have another day, for moderation holds some papers
    so long; those that are the venue's; and those two or more months after it. Columns of updates are left alone.

    Unless `--offline` is given, arXiv is asked for the first day of the papers whose date lies before. That day decides
    then: a date that is not before it is right, and one that is, is wrong however near it lies.

    ## Why is this bad?

    A reader who sorts by date finds the paper in the wrong place.

    ## Example

    ```bad
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
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2023-06-24 |
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

    This is fine, for arXiv says that the paper was submitted in June, and held back until August:

    ```good facts='{"arxiv:2408.01234": {"title": "Held Back", "first_day": "2024-06-20"}}'
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
    | [Held Back](https://arxiv.org/abs/2408.01234) | 2024-06-20 |
    ```

    ## Fix safety

    There is no fix: the identifier tells the month, but not the day, and the identifier may be the one that is wrong.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    - [arXiv: submission schedule and moderation](https://info.arxiv.org/help/availability.html)
    """

    code = "DAT005"
    name = "date-against-identifier"
    severity = Severity.WARNING
    consults = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """The first day of each paper whose date lies before it, as far as the identifier shows."""
        pairs = _pairs(document)
        if _fitting(pairs) is not None:
            for pair in pairs:
                if pair.months < -NORMAL_LAG:
                    yield ArxivNeed(pair.work.id)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every date that differs from its identifier, in a list whose dates mostly do not."""
        pairs = _pairs(document)
        fitting = _fitting(pairs)
        if fitting is None:
            return
        for pair in pairs:
            if -NORMAL_LAG <= pair.months < 2:
                continue
            paper = context.answers.arxiv.get(pair.work.id) if pair.months < 0 else None
            first = paper.first_day if paper is not None else None
            if first is not None and not _is_before(pair, first):
                continue
            is_certain = pair.months < 0 and not _is_explained(pair, first)
            severity = Severity.WARNING if is_certain else Severity.INFO
            message = _message(pair, first, fitting, len(pairs))
            yield self.diagnostic(document, pair.mention.span, message, severity=severity)


class _Pair(NamedTuple):
    mention: DateMention
    work: Work
    months: int
    """How many months the date lies after the identifier's."""


def _pairs(document: Document) -> list[_Pair]:
    pairs = []
    for mention, work in document.derive(dates_of_preprints):
        months = months_between(DateValue(work.year, work.month), mention.reading)
        if months is not None:
            pairs.append(_Pair(mention, work, months))
    return pairs


def _fitting(pairs: Sequence[_Pair]) -> int | None:
    """How many of a list's dates fit their identifiers; None where it does not write that kind of date."""
    fitting = sum(-NORMAL_LAG <= pair.months <= 0 for pair in pairs)
    return fitting if len(pairs) >= MIN_DATES and fitting >= MIN_SHARE * len(pairs) else None


def _is_before(pair: _Pair, first: date) -> bool:
    """Whether a date lies before the day on which the paper was first submitted."""
    reading = pair.mention.reading
    if reading.day is not None and reading.earliest is not None and not reading.is_ambiguous:
        return first - reading.earliest > TIME_ZONES
    months = months_between(DateValue(first.year, first.month), reading)
    return months is None or months < 0


def _is_explained(pair: _Pair, first: date | None) -> bool:
    """Whether a date before the identifier may be right: moderation took long, or the venue was first."""
    day, entry = pair.mention.reading.earliest, pair.mention.entry
    if day is None or pair.work.year is None or pair.work.month is None:
        return True
    is_near = date(pair.work.year, pair.work.month, 1) - day <= LONGEST_HOLD
    is_held = (
        first is None
        and is_near
        and pair.mention.reading.day is not None
        and not _has_day_of_announcement(pair)
    )
    venue = parse_venue(entry.venue.text) if entry is not None and entry.venue is not None else None
    is_venues = (
        isinstance(venue, VenueReading) and venue.venue.kind is not Kind.PREPRINT and venue.year == day.year
    )
    return is_held or (is_venues and day.year < pair.work.year)


def _has_day_of_announcement(pair: _Pair) -> bool:
    """Whether the date, month and year aside, is about the day on which the paper was announced."""
    day, announced = pair.mention.reading.day, announcement_day(pair.work)
    return day is not None and announced is not None and abs(day - announced.day) <= LARGEST_DAY_OFFSET


def _message(pair: _Pair, first: date | None, fitting: int, total: int) -> str:
    count = abs(pair.months)
    side = "before" if pair.months < 0 else "after"
    distance = "exactly a year" if count == 12 else f"{count} months"
    if count == 12:
        advice = "probably a slip in the year"
    elif pair.months < 0 and pair.mention.reading.year == pair.work.year and _has_day_of_announcement(pair):
        advice = "probably a slip in the month"
    else:
        advice = "see whether the date or the link is wrong"
    if first is not None:
        advice = f"it was first submitted on {first.isoformat()}"
    return (
        f"`{pair.mention.text}` is {distance} {side} the month of {pair.work.label}: {advice};"
        f" {fitting} of {total} dates in this file fit their identifiers"
    )
