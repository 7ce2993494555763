"""DAT002 mixed-date-format."""

import re
from collections.abc import Iterator, Sequence

from awesomelint.conventions import Majority, majority
from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.dates import DateMention, date_columns
from awesomelint.rule import Context, FileRule
from awesomelint.values.dates import form_parts, format_date

MIN_ENOUGH = 10
"""From so many dates on, a column that has no convention of its own is not measured by the file's."""

_STOP_AFTER_MONTH = re.compile(r"(?<=Mon)\.|(?<=Sept)\.")


class MixedDateFormat(FileRule):
    """A date that is written otherwise than the rest of its column.

    ## What it does

    Works out how a column writes its dates, and reports those that are written in another way or that leave
    out the day or the month. A column with too few dates to tell goes by all date columns of the file, if most
    of its own dates agree. Where no form has at least 80 % of at least five dates, nothing is reported. A lone year
    of what is no paper is info, for books have no day; and so is a date that says more than the rest.

    ## Why is this bad?

    A column of dates is sorted and searched by machines and read at a glance by people. One `2023` among full
    dates is usually a date that somebody meant to look up later.

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
    | [LLaMA-MoE](https://arxiv.org/abs/2406.16554) | 2024/06/24 |
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

    The fix writes the same date in the column's form, and is safe. There is none where the date is less exact
    than the form, or can be read in two ways.

    ## References

    - [ISO 8601: date and time format](https://www.iso.org/iso-8601-date-and-time-format.html)
    """

    code = "DAT002"
    name = "mixed-date-format"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every date that differs from its column's convention."""
        columns = document.derive(date_columns)
        everywhere = [mention for column in columns for mention in column.mentions]
        for column in columns:
            convention, voters, place = _convention(column.mentions, everywhere)
            if convention is None:
                continue
            sample = next(m.text for m in voters if m.reading.form == convention.form)
            usual = f"`{sample}`, as {convention.count} of {convention.total} dates in {place}"
            for mention in column.mentions:
                if mention.reading.problem is None and not _is_written_in(mention, convention.form):
                    message = (
                        f"`{mention.text}`{_difference(mention, convention.form)}: write it like {usual}"
                    )
                    fix = _rewrite(mention, convention.form)
                    is_choice = _may_be_all(mention) or _is_more_exact(mention, convention.form)
                    severity = Severity.INFO if is_choice else Severity.WARNING
                    yield self.diagnostic(document, mention.span, message, severity=severity, fix=fix)


def _convention(
    column: Sequence[DateMention], everywhere: Sequence[DateMention]
) -> tuple[Majority[str] | None, Sequence[DateMention], str]:
    """The column's own convention, or the file's where most of a short column follows it; and who voted."""
    own = majority(_forms(column))
    if own is not None:
        return own, column, "this column"
    whole = majority(_forms(everywhere))
    if whole is not None and len(column) < MIN_ENOUGH and _forms(column).count(whole.form) * 2 > len(column):
        return whole, everywhere, "the date columns of this file"
    return None, (), ""


def _forms(mentions: Sequence[DateMention]) -> list[str]:
    return [mention.reading.form for mention in mentions if mention.reading.problem is None]


def _is_written_in(mention: DateMention, form: str) -> bool:
    """Whether a date has a form. Only what is abbreviated needs a full stop: `May 2024` fits `Jul. 2021`."""
    if form in mention.reading.forms:
        return True
    name = format_date(mention.reading.value, "Month")
    without_stop = format_date(mention.reading.value, _STOP_AFTER_MONTH.sub("", form))
    return name is not None and name in mention.text and mention.text == without_stop


def _difference(mention: DateMention, form: str) -> str:
    missing = form_parts(form) - form_parts(mention.reading.form)
    named = " and ".join(part for part in ("year", "month", "day") if part in missing)
    return f" leaves out the {named}" if named else ""


def _may_be_all(mention: DateMention) -> bool:
    """Whether a year is all that is known of it: books and sites have no day, papers do."""
    work = mention.entry.work if mention.entry else None
    return mention.reading.precision == "year" and not (work is not None and work.is_paper)


def _is_more_exact(mention: DateMention, form: str) -> bool:
    """Whether the column's form would lose a part of the date, as a month among lone years."""
    return form_parts(mention.reading.form) > form_parts(form)


def _rewrite(mention: DateMention, form: str) -> Fix | None:
    """The same date in the given form; None where that would have to guess or to drop a part."""
    reading = mention.reading
    if reading.is_ambiguous or form_parts(reading.form) != form_parts(form):
        return None
    written = format_date(reading.value, form)
    return Fix(f"write `{written}`", (Edit(mention.span, written),)) if written else None
