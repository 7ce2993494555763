"""VEN006 preprint-year-against-identifier."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.document.preprints import only_preprint
from awesomelint.document.venues import VenueMention, venue_mentions
from awesomelint.rule import Context, FileRule
from awesomelint.values.dates import DateValue, months_between, parse_date
from awesomelint.works import Work

NORMAL_MONTHS = 1
"""Papers are submitted in one month and announced in the next, and months end."""


class PreprintYearAgainstIdentifier(FileRule):
    """A label `arXiv 2023` beside an arXiv identifier of another year.

    ## What it does

    An arXiv identifier holds the month in which the paper was announced: `2310.00492` appeared in October 2023. The
    rule reports a label whose year, or month, lies before that, for no paper can be at arXiv before its announcement.
    A label that lies after it is reported as info, because some authors cite the year of the latest version, unless
    the entry has a date of its own in the identifier's year. A difference of one month is normal, also over the turn
    of the year: `arXiv 2023` beside `2401.15670` is no fault.

    It looks only at entries that link one arXiv paper. Of some 3,150 such labels with a year in 25 real lists eleven
    disagree: five that cannot be right, and six that lie after the identifier.

    ## Why is this bad?

    Either the label is wrong, or the link leads to another paper.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Code as Policies](https://arxiv.org/abs/2209.07753) | arXiv 2021 |
    | [OpenVLA](https://arxiv.org/abs/2406.09246) | arXiv 2024.01 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Code as Policies](https://arxiv.org/abs/2209.07753) | arXiv 2022 |
    | [OpenVLA](https://arxiv.org/abs/2406.09246) | arXiv 2024.06 |
    ```

    ## Fix safety

    There is no fix: the label may be wrong, or the identifier.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "VEN006"
    name = "preprint-year-against-identifier"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every label of arXiv that lies in another year, or at least two months, from its identifier."""
        for mention in document.derive(venue_mentions):
            work = only_preprint(mention.entry) if mention.entry else None
            if work is None or mention.entry is None or mention.reading.venue.name != "arXiv":
                continue
            months = _months_apart(mention, work)
            if abs(months) <= NORMAL_MONTHS:
                continue
            is_sure = months < 0 or _own_year(mention.entry) == work.year
            side = "before" if months < 0 else "after"
            message = f"`{document.source.slice(mention.span)}` lies {side} {work.label}, of {_month(work)}"
            severity = Severity.WARNING if is_sure else Severity.INFO
            yield self.diagnostic(document, mention.span, message, severity=severity)


def _months_apart(mention: VenueMention, work: Work) -> int:
    """By how many months, at least, the label lies after the identifier; negative if before, 0 if unknown."""
    year, month = mention.reading.year, mention.reading.month
    if year is None or work.year is None or work.month is None:
        return 0
    nearest = month or (1 if year > work.year else 12 if year < work.year else work.month)
    return months_between(DateValue(work.year, work.month), DateValue(year, nearest)) or 0


def _month(work: Work) -> str:
    return f"{work.year}-{work.month:02}"


def _own_year(entry: Entry) -> int | None:
    reading = parse_date(entry.date.text) if entry.date else None
    return reading.year if reading else None
