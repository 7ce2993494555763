"""VEN002 misspelt-venue."""

from collections import Counter
from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.venues import doubtful_venues, venue_mentions
from awesomelint.rule import Context, FileRule
from awesomelint.values.venues import find_misspelling

MIN_FAMILIAR = 3
"""A venue that a list names so often is one in whose name its author may swap two letters."""


class MisspeltVenue(FileRule):
    """A venue's name, award or year with a slip of the finger.

    ## What it does

    Finds names in columns of venues, and with a year in brackets beside a title, that differ by one letter from
    exactly one known name (`INFCOM 2022`), awards and tracks that do (`Splotlight`), and digits that are no year
    (`NeurIPS 20222`). Names of fewer than six letters are left alone, for too many of them differ by one letter,
    unless two letters are swapped in a name that the list itself writes at least three times (`CPVR 2024`); and
    so are names of which nothing is known. Of 2,612 ways in which 154 real lists
    write venues, it takes none for a slip that is not one.

    ## Why is this bad?

    Nobody who searches or filters for the venue finds the paper.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | COLM 2024 Splotlight |
    | [FlexiBench](https://arxiv.org/abs/2211.12485) | INFCOM 2022 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [LoraHub](https://arxiv.org/abs/2307.13269) | COLM 2024 Spotlight |
    | [FlexiBench](https://arxiv.org/abs/2211.12485) | INFOCOM 2022 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    ```

    ## Fix safety

    The fix writes the name that was probably meant, and is unsafe. There is none for a wrong year.

    ## References

    - [DBLP: conferences and workshops](https://dblp.org/db/conf/)
    """

    code = "VEN002"
    name = "misspelt-venue"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every misspelt word in a column of venues or a label, and every year that is none."""
        familiar = _familiar(document)
        for doubtful in doubtful_venues(document):
            slip = find_misspelling(doubtful.text, document.known_venues, familiar)
            if slip is None or _may_be_another(doubtful.text[slip.start : slip.end], slip.meant):
                continue
            span = doubtful.place(slip.start, slip.end)
            fix = Fix(f"write `{slip.meant}`", (Edit(span, slip.meant),), Applicability.UNSAFE)
            message = f"`{document.source.slice(span)}` is probably `{slip.meant}`"
            yield self.diagnostic(document, span, message, fix=fix)
        for mention in document.derive(venue_mentions):
            if mention.reading.malformed_year and mention.year_span is not None:
                message = f"`{document.source.slice(mention.year_span)}` is no year"
                yield self.diagnostic(document, mention.year_span, message)


def _familiar(document: Document) -> frozenset[str]:
    """The official names of the venues that the list often writes."""
    counts = Counter(mention.reading.venue.name for mention in document.derive(venue_mentions))
    return frozenset(name for name, count in counts.items() if count >= MIN_FAMILIAR)


def _may_be_another(written: str, meant: str) -> bool:
    """Whether only the last letter differs: conferences name themselves after others in this way."""
    return written.casefold()[:-1] == meant.casefold() or written.casefold() == meant.casefold()[:-1]
