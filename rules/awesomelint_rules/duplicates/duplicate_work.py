"""DUP001 duplicate-work."""

from collections import defaultdict
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.titles import MIN_WORDS, agree, title_key, title_words


class DuplicateWork(FileRule):
    """The same paper or repository twice in one section.

    ## What it does

    Finds entries of one section whose links lead to the same work and whose titles agree. Links are compared by
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

    The same work under two topics is no fault, nor is a mention in a line of news:

    ```good
    # Pruning

    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)

    # Pre-training

    - [Sheared LLaMA](https://arxiv.org/abs/2310.06694)
    ```

    ## Fix safety

    There is no fix: the two may carry different links and dates, and a person has to merge them.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "DUP001"
    name = "duplicate-work"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every later entry of a work that an earlier entry of the same group has."""
        parents = {child.span.start: id(item) for item in document.items for child in item.children}
        seen: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
        for entry in document.entries:
            work = entry.work
            if not entry.is_work or entry.title is None or work is None:
                continue
            if not (work.is_paper or work.is_repository):
                continue
            # Tables under one heading, and items under one item, are topics of their own.
            topic = (id(entry.section), id(entry.table), parents.get(entry.span.start), work.identity)
            earlier = seen[topic]
            first = next((each for each in earlier if _same_title(each, entry)), None)
            if first is None or first.title is None:
                earlier.append(entry)
                continue
            line = document.source.position(first.title.span.start).line
            yield self.diagnostic(
                document,
                entry.title.span,
                f"{work.label} is already listed in line {line}",
                related=[related(document, first.title.span, "first listed here")],
            )


def _same_title(entry: Entry, other: Entry) -> bool:
    """Whether the titles agree; names of a few words must be equal, for a paper may bring `X` and `X Mini`."""
    if entry.title is None or other.title is None:
        return False
    one, two = entry.title.text, other.title.text
    if min(len(title_words(one)), len(title_words(two))) < MIN_WORDS:
        return title_key(one) == title_key(two)
    return agree(one, two)
