"""DUP003 repeated-title."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.titles import MIN_WORDS, title_key, title_words


class RepeatedTitle(FileRule):
    """One title under two different identifiers.

    ## What it does

    Finds entries with the same title, case, markup and punctuation aside, whose links lead to two different papers of
    one kind: two arXiv identifiers, two DOIs. Titles of fewer than four words are left alone.

    ## Why is this bad?

    One of the two links leads to another paper, or to a copy that was withdrawn.

    ## Example

    ```bad
    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Fluctuation-based Adaptive Structured Pruning](https://arxiv.org/abs/2312.11983)
    - [Sheared LLaMA: Accelerating language model pre-training via structured pruning](https://arxiv.org/abs/2310.06649)
    ```

    Use instead:

    ```good
    - [Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning](https://arxiv.org/abs/2310.06694)
    - [Fluctuation-based Adaptive Structured Pruning](https://arxiv.org/abs/2312.11983)
    ```

    ## Fix safety

    There is no fix: which of the identifiers is right is written nowhere in the list.

    ## References

    - [arXiv: understanding the identifier](https://info.arxiv.org/help/arxiv_identifier.html)
    """

    code = "DUP003"
    name = "repeated-title"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every later entry whose title an earlier one has with another paper of the same kind."""
        first_of: dict[tuple[str, str], Entry] = {}
        for entry in document.entries:
            work = entry.work
            if not entry.is_work or entry.title is None or work is None or not work.is_paper:
                continue
            if len(title_words(entry.title.text)) < MIN_WORDS:
                continue
            first = first_of.setdefault((title_key(entry.title.text), work.kind), entry)
            if first.work is None or first.title is None or first.work.identity == work.identity:
                continue
            line = document.source.position(first.title.span.start).line
            yield self.diagnostic(
                document,
                entry.title.span,
                f"the same title leads to {work.label} here and to {first.work.label} in line {line}",
                related=[related(document, first.title.span, "first listed here")],
            )
