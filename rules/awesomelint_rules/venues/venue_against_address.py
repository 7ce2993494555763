"""VEN007 venue-against-address."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry, EntryLink
from awesomelint.document.venues import VenueMention, venues_of_entries
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.venues import Catalogue, Kind, Track, Venue, VenueReading, catalogue
from awesomelint.works import VenueHint

_COLLECTIONS_OF_TWO_YEARS = frozenset({"VLDB"})
"""A volume begins in the year before the conference in which its papers are presented."""


class VenueAgainstAddress(FileRule):
    """A venue that contradicts the address of the paper in its proceedings.

    ## What it does

    Many addresses tell where a paper was published: `aclanthology.org/2024.emnlp-main.12` is EMNLP 2024,
    `openaccess.thecvf.com/…_CVPR_2023_paper.html` CVPR 2023. The rule reports an entry that names another conference,
    or the same one in another year. It looks only at entries with a single such paper, and is silent where one of
    the entry's venues agrees, where conferences were held jointly, about workshops, and about journals, whose papers
    are also presented at conferences.

    It compares two statements of one entry, of which one must be wrong. In the 25 real lists that it was tried on,
    all 58 addresses of that kind that stand beside a venue agree with it.

    ## Why is this bad?

    Readers cite the wrong venue, or the link leads to another paper.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Knowledge Conflicts](https://aclanthology.org/2024.emnlp-main.486/) | ICML 2024 |
    | [SODA](https://aclanthology.org/2023.emnlp-main.799/) | EMNLP 2022 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Knowledge Conflicts](https://aclanthology.org/2024.emnlp-main.486/) | EMNLP 2024 |
    | [SODA](https://aclanthology.org/2023.emnlp-main.799/) | EMNLP 2023 |
    ```

    Jointly held conferences and journals' papers at conferences are right:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Summaries](https://aclanthology.org/2024.lrec-main.12/) | COLING 2024 |
    | [Retrieval](https://aclanthology.org/2023.tacl-1.75/) | EMNLP 2024 |
    ```

    ## Fix safety

    There is no fix: the venue may be wrong, or the link.

    ## References

    - [ACL Anthology: identifiers](https://aclanthology.org/info/ids/)
    - [Proceedings of Machine Learning Research](https://proceedings.mlr.press/)
    """

    code = "VEN007"
    name = "venue-against-address"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """The venues of every entry whose only address in proceedings tells another one."""
        known = document.known_venues or catalogue()
        for entry, mentions in document.derive(venues_of_entries):
            link = _only_address(entry)
            hint = link.work.venue if link and link.work else None
            if link is not None and hint is not None:
                yield from self._judge(document, mentions, link, hint, _venues(hint, known))

    def _judge(
        self,
        document: Document,
        mentions: Sequence[VenueMention],
        link: EntryLink,
        hint: VenueHint,
        told: Sequence[Venue],
    ) -> Iterator[Diagnostic]:
        if not all(_contradicts(mention.reading, hint, told) for mention in mentions):
            return
        address = " ".join(str(part) for part in (hint.name, hint.year) if part)
        for mention in mentions:
            written = document.source.slice(mention.span)
            message = (
                f"`{written}` contradicts the paper's address, one of {address}: one of the two is wrong"
            )
            place = related(document, link.link.url_span, f"an address of {address}")
            yield self.diagnostic(document, mention.span, message, related=[place])


def _only_address(entry: Entry) -> EntryLink | None:
    """The first link to the one paper in proceedings that the entry has; None if it has none, or several."""
    links = [link for link in entry.links if link.work is not None and link.work.venue is not None]
    papers = {link.work.identity for link in links if link.work is not None}
    if len(papers) != 1:
        return None
    link = links[0]
    return link if link.role == "paper" or link.work == entry.work else None


def _venues(hint: VenueHint, known: Catalogue) -> list[Venue]:
    """What the address tells, as known venues; empty where one of them is not known."""
    names = [known.find(name) for name in (hint.name, *hint.also)]
    found = [name.venue for name in names if name is not None]
    return found if len(found) == len(names) else []


def _contradicts(reading: VenueReading, hint: VenueHint, told: Sequence[Venue]) -> bool:
    """Whether a conference, and no workshop beside it, is another one than the address tells."""
    venues = [reading.venue, *told]
    if not told or any(venue.kind is not Kind.CONFERENCE for venue in venues):
        return False
    if reading.track in (Track.WORKSHOP, Track.UNDER_REVIEW) or hint.track == "Workshop":
        return False
    if reading.venue not in told:
        return True
    is_dated = reading.year is not None and hint.year is not None
    return is_dated and reading.year != hint.year and hint.name not in _COLLECTIONS_OF_TWO_YEARS
