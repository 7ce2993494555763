"""DAT003 future-date."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.dates import DateMention, date_columns, dates_of_preprints, text_dates
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint.values.dates import DateReading, DateValue, months_between
from awesomelint.works import Work

MAX_FUTURE_PERCENT = 10
"""Where more of the dates lie ahead they are meant to, like those of conferences."""

MIN_PAPERS = 5
"""Fewer papers do not show whose dates a column holds."""


class FutureDate(FileRule):
    """A date that has not come yet.

    ## What it does

    Finds days more than one ahead of today, for somewhere it is tomorrow already, and months after the current one,
    in columns of dates and in the entries of papers. Years alone are not judged, for next year's conferences accept
    papers in this one. Where more than a tenth of a column's dates lie ahead they are left alone: it may hold the
    dates of conferences; and so are columns that mostly hold other dates than the papers' own: they may say when a
    paper is read. It cannot be wrong about the calendar.

    ## Why is this bad?

    What is listed exists, and so its date has come: there is a slip in the year or in the month.

    ## Example

    ```bad now=2024-07-01
    | Title | Date |
    | --- | --- |
    | [HyperTuning](https://github.com/example/tuning) | 2022-11-22 |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-24 |
    | [HINT](https://github.com/example/hint) | 2022-12-20 |
    | [HyperPrompt](https://github.com/example/prompt) | 2022-03-01 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2032-12-23 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [HyperAdapter](https://github.com/example/adapter) | 2023-10-18 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    ```

    Use instead:

    ```good now=2024-07-01
    | Title | Date |
    | --- | --- |
    | [HyperTuning](https://github.com/example/tuning) | 2022-11-22 |
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024-06-24 |
    | [HINT](https://github.com/example/hint) | 2022-12-20 |
    | [HyperPrompt](https://github.com/example/prompt) | 2022-03-01 |
    | [PERP](https://arxiv.org/abs/2312.15230) | 2023-12-23 |
    | [FLAP](https://arxiv.org/abs/2312.11983) | 2023-12-19 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    | [HyperAdapter](https://github.com/example/adapter) | 2023-10-18 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | 2023-10-10 |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | 2023-07-25 |
    ```

    ## Fix safety

    There is no fix: only the work itself says what its date is.

    ## References

    - [ISO 8601: date and time format](https://www.iso.org/iso-8601-date-and-time-format.html)
    """

    code = "DAT003"
    name = "future-date"
    severity = Severity.WARNING
    reads = frozenset({"clock"})

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every future date among dates that mostly are not."""
        works = {mention.span: work for mention, work in document.derive(dates_of_preprints)}
        in_text = [mention for mention in document.derive(text_dates) if _is_of_paper(mention)]
        for mentions in (*(column.mentions for column in document.derive(date_columns)), in_text):
            future = [mention for mention in mentions if _is_future(mention.reading, context.today)]
            is_rare = 100 * len(future) <= MAX_FUTURE_PERCENT * len(mentions)
            if future and is_rare and not _is_schedule(mentions, works):
                yield from self._report(document, future, context.today)

    def _report(self, document: Document, future: Sequence[DateMention], today: date) -> Iterator[Diagnostic]:
        for mention in future:
            message = f"`{mention.text}` lies in the future: today is {today.isoformat()} (UTC)"
            yield self.diagnostic(document, mention.span, message)


def _is_schedule(mentions: Sequence[DateMention], works: Mapping[Span, Work]) -> bool:
    """Whether most dates are not those of their papers, as in a reading group's, whose next meetings lie ahead."""
    offsets = [
        months_between(DateValue(work.year, work.month), mention.reading)
        for mention in mentions
        if (work := works.get(mention.span)) is not None
    ]
    known = [offset for offset in offsets if offset is not None]
    return len(known) >= MIN_PAPERS and 2 * sum(abs(offset) > 1 for offset in known) > len(known)


def _is_of_paper(mention: DateMention) -> bool:
    """Whether it belongs to a paper: other paragraphs may announce an event."""
    work = mention.entry.work if mention.entry else None
    return work is not None and work.is_paper


def _is_future(reading: DateReading, today: date) -> bool:
    """Whether everything that the text can mean lies ahead."""
    earliest = reading.earliest
    if earliest is None or reading.precision == "year":
        return False
    if reading.precision == "month":
        return (earliest.year, earliest.month) > (today.year, today.month)
    return earliest > today + timedelta(days=1)
