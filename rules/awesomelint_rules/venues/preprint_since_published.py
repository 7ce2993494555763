"""VEN008 preprint-since-published."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document, Entry
from awesomelint.document.preprints import only_preprint
from awesomelint.document.venues import VenueMention, venue_mentions, venues_of_entries
from awesomelint.needs import ArxivNeed, Need
from awesomelint.rule import Context, FileRule
from awesomelint.values.venues import Kind, Publication, Style, Track, publication
from awesomelint.works import Work

MIN_REVIEWED = 0.05
"""So large a part of a list's venues are conferences or journals where it keeps track of them."""
MOST_YEARS_AFTER = 6
"""A later publication is rather that of another paper."""
LONGEST_EVIDENCE = 100
"""Characters of the authors' words that are shown."""


class PreprintSincePublished(FileRule):
    """A paper that the list calls a preprint and that has been published since.

    ## What it does

    Asks arXiv for the comments and journal references of papers that the list labels `arXiv`, and reports those whose
    authors name the conference or the journal that accepted them. Submissions, workshops, challenges and extended
    versions of other papers do not count, and comments that could be read in two ways are left alone. Lists that
    label nothing but preprints are left alone as well.

    ## Why is this bad?

    It need not be: the label was right when it was written. A reader may want to know that the paper was reviewed.

    ## Example

    ```bad facts='{"arxiv:2310.06694": {"title": "Sheared LLaMA", "first_day": "2023-10-10", "comment": "Accepted at ICLR 2024. Code at https://github.com/princeton-nlp/LLM-Shearing", "journal_reference": ""}}'
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | arXiv 2023 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    ```

    Use instead:

    ```good facts='{"arxiv:2310.06694": {"title": "Sheared LLaMA", "first_day": "2023-10-10", "comment": "Accepted at ICLR 2024. Code at https://github.com/princeton-nlp/LLM-Shearing", "journal_reference": ""}}'
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2024 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    ```

    ## Fix safety

    The fix writes the venue as the list writes its venues. It is unsafe: comments are free text, and some lists mean
    the version that they link to.

    ## References

    - [arXiv: comments and journal references](https://info.arxiv.org/help/prep.html)
    """

    code = "VEN008"
    name = "preprint-since-published"
    severity = Severity.INFO
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """What the authors of each preprint say today."""
        for _, work in document.derive(_preprints):
            yield ArxivNeed(work.id, is_current=True)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every label of a preprint whose authors say that it was published."""
        for mention, work in document.derive(_preprints):
            paper = context.answers.arxiv.get(work.id)
            if paper is None or paper.comment is None or paper.journal_reference is None:
                continue
            found = publication(paper.comment, paper.journal_reference, document.known_venues)
            if found is None or not _is_its_own(found, work):
                continue
            message = (
                f"{work.label} has been published: {_shown(found)}, as its authors say: “{_evidence(found)}”"
            )
            yield self.diagnostic(document, mention.span, message, fix=_fix(document, mention, found))


def _preprints(document: Document) -> tuple[tuple[VenueMention, Work], ...]:
    """The labels `arXiv` of entries that name no other venue, in a list that names others elsewhere."""
    mentions = document.derive(venue_mentions)
    reviewed = sum(mention.reading.venue.kind in (Kind.CONFERENCE, Kind.JOURNAL) for mention in mentions)
    if reviewed < max(MIN_REVIEWED * len(mentions), 1):
        return ()
    found = []
    for entry, own in document.derive(venues_of_entries):
        work = only_preprint(entry)
        is_alone = len(own) == 1 and own[0].reading.venue.name == "arXiv" and not own[0].reading.rest
        if entry.is_work and work is not None and is_alone and not _is_label(entry, own[0]):
            found.append((own[0], work))
    return tuple(found)


def _is_label(entry: Entry, mention: VenueMention) -> bool:
    """Whether it only says where a link leads: `[[arXiv](https://arxiv.org/abs/2310.00492)]`."""
    return mention.reading.year is None and any(
        link.link.span.start <= mention.span.start and mention.span.end <= link.link.span.end
        for link in entry.links
    )


def _is_its_own(found: Publication, work: Work) -> bool:
    """Whether the year can be that of this paper."""
    return found.year is None or work.year is None or -1 <= found.year - work.year <= MOST_YEARS_AFTER


def _shown(found: Publication) -> str:
    name = found.venue.name_in(found.year)
    track = " Findings" if found.track is Track.FINDINGS else ""
    return f"{name} {found.year}{track}" if found.year else f"{name}{track}"


def _evidence(found: Publication) -> str:
    text = found.evidence
    return text if len(text) <= LONGEST_EVIDENCE else f"{text[:LONGEST_EVIDENCE].rstrip()} …"


def _fix(document: Document, mention: VenueMention, found: Publication) -> Fix | None:
    """Writes the venue in the list's style; nothing in a badge, whose text is escaped."""
    if mention.is_badge or found.year is None:
        return None
    style = document.derive(_style)
    track = " Findings" if found.track is Track.FINDINGS else ""
    name = document.derive(_spellings).get(found.venue.name) or found.venue.name_in(found.year)
    text = f"{name}{_year(found.year, style)}{track}"
    return Fix(f"write `{text}`", (Edit(mention.span, text),), Applicability.UNSAFE)


def _style(document: Document) -> Style | None:
    """How the list mostly puts name and year together; None where it mostly leaves the year out."""
    styles = Counter(
        mention.reading.style
        for mention in document.derive(venue_mentions)
        if mention.reading.venue.kind is Kind.CONFERENCE
        and (mention.reading.style is not None or mention.reading.year is None)
    )
    return styles.most_common(1)[0][0] if styles else Style(" ", 4)


def _year(year: int, style: Style | None) -> str:
    if style is None:
        return ""
    return style.separator + (f"{year % 100:02}" if style.digits == 2 else str(year))


def _spellings(document: Document) -> dict[str, str]:
    """Each venue's name as the list mostly writes it."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in document.derive(venue_mentions):
        if not mention.is_badge:
            written[mention.reading.venue.name][mention.reading.name] += 1
    return {venue: names.most_common(1)[0][0] for venue, names in written.items()}
