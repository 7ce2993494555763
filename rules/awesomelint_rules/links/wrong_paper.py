"""LNK107 wrong-paper."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry, EntryLink
from awesomelint.document.preprints import only_preprint
from awesomelint.needs import Answers, ArxivNeed, Need, OpenReviewNeed
from awesomelint.rule import Context, FileRule
from awesomelint.values.titles import clearly_different, title_key, topic_words


class WrongPaper(FileRule):
    """A link to another paper than the one that the entry names.

    ## What it does

    Asks arXiv (and OpenReview, where that is among the `providers` of `[links]`) for the titles of the papers that
    the list links to, and reports entries whose title is clearly that of another one. Labels, titles of a few words,
    translations, titles that share the name before the colon and entries that name one of the paper's authors are left
    alone, and so are lines of news, tables of models or scores, and entries with several papers.

    ## Why is this bad?

    Somebody pasted the link of another entry: readers get another paper than the one they wanted. Now and then authors
    give a paper a wholly new title; then the list has the old one.

    ## Example

    ```bad facts='{"arxiv:2310.06694": {"title": "Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning", "first_day": "2023-10-10"}}'
    - [Learning to Route Among Specialized Experts for Zero-Shot Generalization](https://arxiv.org/abs/2310.06694)
    ```

    Use instead:

    ```good facts='{"arxiv:2402.05859": {"title": "Learning to Route Among Specialized Experts for Zero-Shot Generalization", "first_day": "2024-02-08"}}'
    - [Learning to Route Among Specialized Experts for Zero-Shot Generalization](https://arxiv.org/abs/2402.05859)
    ```

    ## Fix safety

    There is no fix: the title may be the right one, or the link.

    ## References

    - [arXiv API](https://info.arxiv.org/help/api/user-manual.html)
    """

    code = "LNK107"
    name = "wrong-paper"
    severity = Severity.WARNING
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """The title of each paper that an entry is about."""
        for entry in document.derive(_titled_papers):
            assert entry.work is not None
            yield ArxivNeed(entry.work.id) if entry.work.kind == "arxiv" else OpenReviewNeed(entry.work.id)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every entry whose paper has clearly another title."""
        entries = document.derive(_titled_papers)
        topic = topic_words(_title(entry) for entry in entries)
        for entry in entries:
            found = _paper(entry, context.answers)
            if found is None:
                continue
            title, authors = found
            # Nearly all titles are right: comparing them to the letter first saves most of the time.
            if title_key(_title(entry)) == title_key(title):
                continue
            if clearly_different(_title(entry), title, topic) and not _names_author(document, entry, authors):
                yield self._report(document, entry, title)

    def _report(self, document: Document, entry: Entry, title: str) -> Diagnostic:
        assert entry.work is not None
        link = next(link.link for link in entry.links if _is_same(link, entry))
        message = f"{entry.work.label} is “{title}”: see whether the link or the title is wrong"
        return self.diagnostic(document, link.url_span, message)


_KINDS = ("arxiv", "openreview")


def _titled_papers(document: Document) -> tuple[Entry, ...]:
    """The entries with a title that are about one paper."""
    return tuple(
        entry
        for entry in document.entries
        if entry.is_work and entry.title is not None and _is_about_one(entry)
    )


def _is_about_one(entry: Entry) -> bool:
    work = entry.work
    if work is None or work.kind not in _KINDS:
        return False
    papers = {
        link.work.identity for link in entry.links if link.work is not None and link.work.kind in _KINDS
    }
    return only_preprint(entry) is not None or papers == {work.identity}


def _title(entry: Entry) -> str:
    return entry.title.text if entry.title else ""


def _is_same(link: EntryLink, entry: Entry) -> bool:
    return link.work is not None and entry.work is not None and link.work.identity == entry.work.identity


def _paper(entry: Entry, answers: Answers) -> tuple[str, tuple[str, ...]] | None:
    """Title and authors as the provider has them."""
    assert entry.work is not None
    if entry.work.kind == "arxiv":
        preprint = answers.arxiv.get(entry.work.id)
        return (preprint.title, preprint.authors) if preprint else None
    reviewed = answers.openreview.get(entry.work.id)
    return (reviewed.title, ()) if reviewed else None


def _names_author(document: Document, entry: Entry, authors: tuple[str, ...]) -> bool:
    """Whether the entry names an author of the paper, who then has only changed its title."""
    # A title's own words are no names: `Bridging` is a family, too.
    said = document.source.slice(entry.span).replace(_title(entry), " ").casefold()
    families = (author.split()[-1].casefold() for author in authors if author.strip())
    return any(re.search(rf"\b{re.escape(family)}\b", said) for family in families if len(family) > 3)
