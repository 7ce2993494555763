"""DUP001 duplicate-work."""

from collections import defaultdict
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.titles import agree


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
        seen: defaultdict[tuple[int, int, str], list[Entry]] = defaultdict(list)
        for entry in document.entries:
            if not entry.is_work or entry.work is None or entry.title is None:
                continue
            if not (entry.work.is_paper or entry.work.is_repository):
                continue
            # Tables under one heading are topics of their own.
            group = seen[id(entry.section), id(entry.table), entry.work.identity]
            first = next((e for e in group if e.title and agree(e.title.text, entry.title.text)), None)
            if first is None:
                group.append(entry)
                continue
            assert first.title is not None
            place = document.source.position(first.title.span.start)
            yield self.diagnostic(
                document,
                entry.title.span,
                f"{entry.work.label} is already listed in line {place.line}",
                related=[related(document, first.title.span, "first listed here")],
            )
