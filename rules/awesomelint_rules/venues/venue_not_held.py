"""VEN004 venue-not-held."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.venues import venue_mentions
from awesomelint.rule import Context, FileRule
from awesomelint.values.venues import Venue


class VenueNotHeld(FileRule):
    """A venue in a year in which it was not held.

    ## What it does

    Finds conferences with a year in which they did not take place: ICCV is held in odd years and ECCV in even ones,
    and there was no NAACL in 2023. It knows the years of the conferences that are not yearly, or began late, and is
    silent about every venue and year of which it is not sure, and about years to come. It cannot be wrong about a
    list, only about a conference; of 2,612 ways in which 154 real lists write venues it finds two, `NAACL, 2020` and
    `OSDI'17`, and neither was held.

    ## Why is this bad?

    Either the year or the venue is wrong, and nobody finds the paper in the proceedings.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Masked Diffusion Transformer](https://arxiv.org/abs/2303.14389) | ICCV 2022 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Masked Diffusion Transformer](https://arxiv.org/abs/2303.14389) | ICCV 2023 |
    ```

    Years to come are not judged:

    ```good now=2021-06-01
    | Title | Venue |
    | --- | --- |
    | [Some Paper](https://arxiv.org/abs/2103.14389) | ICCV 2022 |
    ```

    ## Fix safety

    There is no fix: the year may be wrong, or the venue.

    ## References

    - [CVF open access: all conferences](https://openaccess.thecvf.com/menu)
    - [ACL Anthology: venues and their years](https://aclanthology.org/)
    """

    code = "VEN004"
    name = "venue-not-held"
    severity = Severity.WARNING
    reads = frozenset({"clock"})

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every venue with a year up to today's in which it was certainly not held."""
        for mention in document.derive(venue_mentions):
            venue, year = mention.reading.venue, mention.reading.year
            if year is None or year > context.today.year or venue.held_in(year) is not False:
                continue
            message = f"`{document.source.slice(mention.span)}`: {venue.name} was not held in {year}"
            yield self.diagnostic(document, mention.span, message + _neighbours(venue, year))


def _neighbours(venue: Venue, year: int) -> str:
    """The years before and after, if it was held in them."""
    held = [str(near) for near in (year - 1, year + 1) if venue.held_in(near)]
    return f", but in {' and '.join(held)}" if held else ""
