"""DUP004 near-equal-title."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Entry
from awesomelint.rule import Context, FileRule, related
from awesomelint.values.titles import near_equal_pairs


class NearEqualTitle(FileRule):
    """Two titles that differ by no more than a slip of the pen.

    ## What it does

    Finds entries whose titles are the same but for a letter or two in a word, an article, or a name before a colon,
    and whose links do not lead to one and the same work. Numbers must be equal: `GPT-3` and `GPT-4` are two things.

    ## Why is this bad?

    It is one work listed twice, and one of the two spells its title wrongly.

    ## Example

    ```bad
    - Fluctuation-based Adaptive Structured Pruning for Large Language Models [[paper]](https://arxiv.org/abs/2312.11983)
    - Fluctuation-based Adaptive Structured Prunning for Large Language Models [[paper]](https://ojs.aaai.org/index.php/AAAI/article/view/28960)
    ```

    Use instead:

    ```good
    - Fluctuation-based Adaptive Structured Pruning for Large Language Models [[paper]](https://arxiv.org/abs/2312.11983)
    ```

    ## Fix safety

    There is no fix: which of the two entries stays is for a person to say.

    ## References

    - [Levenshtein distance](https://en.wikipedia.org/wiki/Levenshtein_distance)
    """

    code = "DUP004"
    name = "near-equal-title"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every later title that an earlier one nearly equals."""
        entries = [entry for entry in document.entries if entry.is_work and entry.title is not None]
        titles = [entry.title.text for entry in entries if entry.title is not None]
        for one, other in near_equal_pairs(titles):
            first, entry = entries[one], entries[other]
            if first.title is None or entry.title is None or _is_same_work(first, entry):
                continue
            line = document.source.position(first.title.span.start).line
            yield self.diagnostic(
                document,
                entry.title.span,
                f"this title is nearly that in line {line}",
                related=[related(document, first.title.span, first.title.text)],
            )


def _is_same_work(entry: Entry, other: Entry) -> bool:
    return entry.work is not None and other.work is not None and entry.work.identity == other.work.identity
