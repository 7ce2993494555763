"""DUP001 duplicate-work."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.source import Span
from awesomelint.values.titles import MIN_WORDS, agree, title_key, title_words
from awesomelint.works import Work

MOST_COMPARED = 30
"""With so many entries of one work an entry is compared; more are some other kind of list, or an attack."""


class DuplicateWork(FileRule):
    """The same paper or repository twice.

    ## What it does

    Finds entries whose links lead to the same work and whose titles agree: in one section as a warning, under
    different topics, where it may be on purpose, as info. Links are compared by
    what they point at: `arxiv.org/abs/2310.06694`, `arxiv.org/pdf/2310.06694v2.pdf` and
    `huggingface.co/papers/2310.06694` are one paper, and so are a DOI under `doi.org` and `dx.doi.org`, or a
    repository with and without `.git`.

    ## Why is this bad?

    Readers meet the work twice and wonder what differs; counts are wrong; and whoever corrects one of the two leaves
    the other as it is.

    ## Example

    ```bad
    # Pruning

    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Fluctuation-based Adaptive Structured Pruning](https://arxiv.org/abs/2312.11983)
    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/pdf/2310.06694v2)
    ```

    Use instead:

    ```good
    # Pruning

    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Fluctuation-based Adaptive Structured Pruning](https://arxiv.org/abs/2312.11983)
    ```

    A row that repeats another cell by cell is an error:

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2024 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2024 |
    ```

    ```good
    | Title | Venue |
    | --- | --- |
    | [Sheared LLaMA](https://arxiv.org/abs/2310.06694) | ICLR 2024 |
    | [Deja Vu](https://arxiv.org/abs/2310.17157) | ICML 2023 |
    ```

    A mention in a line of news is no fault:

    ```good
    # Small models

    ## News

    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694) is out.

    ## Pruning

    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)
    ```

    ## Fix safety

    Removing a row that repeats another cell by cell is safe. Elsewhere there is no fix: the two entries may carry
    different links and dates, and a person has to merge them.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "DUP001"
    name = "duplicate-work"
    severity = Severity.WARNING
    stands_for = ("double-link",)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every later entry of a work that an earlier entry has."""
        parents = {child.span.start: id(item) for item in document.items for child in item.children}
        listed: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in document.entries:
            work = entry.work
            if not entry.is_work or entry.title is None or work is None:
                continue
            if not (work.is_paper or work.is_repository):
                continue
            # A place in a repository's page is not the whole of it.
            known = listed[work.identity, work.fragment if work.is_repository else ""]
            earlier = [each for each in known if _same_title(each, entry)]
            if len(known) < MOST_COMPARED:
                known.append(entry)
            if not earlier:
                continue
            # Tables under one heading, and items under one item, are topics of their own.
            topic = _topic(entry, parents)
            near = next((each for each in earlier if _topic(each, parents) == topic), None)
            yield self._report(document, near or earlier[0], entry, work, is_near=near is not None)

    def _report(
        self, document: Document, first: Entry, entry: Entry, work: Work, *, is_near: bool
    ) -> Diagnostic:
        assert first.title is not None
        assert entry.title is not None
        is_copy = is_near and _is_copy(document, first, entry)
        line = document.source.position(first.title.span.start).line
        what = "this row repeats" if is_copy else f"{work.label} is already listed in"
        fix = None
        if is_copy:
            fix = Fix("remove the later row", (Edit(_line_of(document, entry.span), ""),))
        return self.diagnostic(
            document,
            entry.title.span,
            f"{what} line {line}" + (": keep one of them" if is_near else ", under another topic"),
            severity=Severity.ERROR if is_copy else Severity.WARNING if is_near else Severity.INFO,
            fix=fix,
            related=[related(document, first.title.span, "first listed here")],
        )


def _topic(entry: Entry, parents: Mapping[int, int]) -> tuple[object, ...]:
    return (id(entry.section), id(entry.table), parents.get(entry.span.start))


def _is_copy(document: Document, first: Entry, entry: Entry) -> bool:
    """Whether a row of a table repeats another cell by cell, and has its line for itself."""
    if first.row is None or entry.row is None or entry.row.surplus or first.row.surplus:
        return False
    cells = [[document.source.slice(cell.span) for cell in row.cells] for row in (first.row, entry.row)]
    line = document.source.line_text(document.source.position(entry.span.start).line)
    return cells[0] == cells[1] and line.strip() == document.source.slice(entry.span).strip()


def _line_of(document: Document, span: Span) -> Span:
    start = document.source.line_starts[document.source.position(span.start).line - 1]
    end = document.text.find("\n", span.end)
    return Span(start, len(document.text) if end < 0 else end + 1)


def _same_title(entry: Entry, other: Entry) -> bool:
    """Whether the titles agree; names of a few words must be equal, for a paper may bring `X` and `X Mini`."""
    if entry.title is None or other.title is None:
        return False
    one, two = entry.title.text, other.title.text
    if min(len(title_words(one)), len(title_words(two))) < MIN_WORDS:
        return title_key(one) == title_key(two)
    return agree(one, two)
