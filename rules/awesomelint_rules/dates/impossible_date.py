"""DAT001 impossible-date."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.dates import date_columns, text_dates
from awesomelint.rule import Context, FileRule


class ImpossibleDate(FileRule):
    """A date that no calendar has.

    ## What it does

    Finds dates with a month, a day or a year that does not exist: month 13, 30 February, year 20233. It looks
    at columns of dates and at the dates of entries in list items and paragraphs. It cannot be wrong about the
    calendar, and it looks only at what is written as a date with all its parts.

    ## Why is this bad?

    It is a slip of the finger, and nobody can tell what was meant without looking the work up. Whoever sorts
    or filters the list by date gets an error or a wrong place.

    ## Example

    ```bad
    | Title | Date |
    | --- | --- |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-02-30 |
    ```

    Use instead:

    ```good
    | Title | Date |
    | --- | --- |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | 2023-10-26 |
    ```

    ## Fix safety

    There is no fix: only the work itself says what its date is.

    ## References

    - [ISO 8601: date and time format](https://www.iso.org/iso-8601-date-and-time-format.html)
    """

    code = "DAT001"
    name = "impossible-date"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every date with a problem."""
        columns = document.derive(date_columns)
        mentions = [mention for column in columns for mention in column.mentions]
        for mention in (*mentions, *document.derive(text_dates)):
            problem = mention.reading.problem
            if problem is not None:
                message = f"impossible date `{mention.text}`: {problem.reason}"
                yield self.diagnostic(document, mention.span, message)
