"""VEN005 venue-year-against-paper."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.document.venues import VenueMention, venues_of_entries
from awesomelint.rule import Context, FileRule
from awesomelint.values.venues import Kind

MOST_YEARS_BEFORE = 1
"""Authors upload a paper after the conference, but within a year."""
MOST_YEARS_AFTER = 3
"""Of 8,673 years of venues beside an arXiv identifier in 154 real lists 13 lie three years or more after it."""
_REVIEWED = (Kind.CONFERENCE, Kind.JOURNAL)


class VenueYearAgainstPaper(FileRule):
    """A venue whose year is far from that of the paper's arXiv identifier.

    ## What it does

    Reports a conference or a journal whose year lies two or more years before that of the paper's arXiv identifier,
    or four or more after it. Of 8,673 such pairs in 154 real lists 6 lie so far before it and 13 three years or more
    after it. It is info: a paper may be uploaded, or published, years later. Where an entry names several venues, all
    of them must be that far away.

    ## Why is this bad?

    Often the link leads to another paper of a similar name, or the year is a slip of the finger.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2014 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2024 |
    ```

    ## Fix safety

    There is no fix: the year may be wrong, or the link, or neither.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "VEN005"
    name = "venue-year-against-paper"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """The venues of every arXiv paper that has none of a year near its own."""
        for entry, mentions in document.derive(venues_of_entries):
            yield from self._judge(document, entry, mentions)

    def _judge(
        self, document: Document, entry: Entry, mentions: Sequence[VenueMention]
    ) -> Iterator[Diagnostic]:
        work = entry.work
        if work is None or work.kind != "arxiv" or work.year is None:
            return
        for mention in mentions:
            year = mention.reading.year
            is_near = year is None or -MOST_YEARS_BEFORE <= year - work.year <= MOST_YEARS_AFTER
            if is_near or mention.reading.venue.kind not in _REVIEWED:
                return
        for mention in mentions:
            years = (mention.reading.year or work.year) - work.year
            side = "before" if years < 0 else "after"
            written = document.source.slice(mention.span)
            message = f"`{written}` lies {abs(years)} years {side} {work.label}, of {work.year}"
            yield self.diagnostic(document, mention.span, message)
