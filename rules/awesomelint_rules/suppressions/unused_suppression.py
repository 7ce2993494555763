"""SUP001 unused-suppression."""

from collections.abc import Iterator

from awesomelint import directives
from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, SuppressionRule
from awesomelint.source import Span
from awesomelint_rules.suppressions.table_breaks import breaks_table


class UnusedSuppression(SuppressionRule):
    """A comment that switches a rule off where the rule has nothing to say.

    ## What it does

    Finds `<!-- awesomelint: disable… -->` comments, and single rules named in them, that kept no finding quiet. It
    speaks only when all rules ran that the comment names, and never of other tools' comments. A comment that breaks a
    table apart has a rule of its own, `table-breaking-suppression`.

    ## Why is this bad?

    The fault is mended, but the comment would hide the next one at the same place.

    ## Example

    ```bad
    <!-- awesomelint: disable-next-line VEN001 -->
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NeurIPS 2022)
    ```

    Use instead:

    ```good
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NeurIPS 2022)
    ```

    ## Fix safety

    The fix removes the comment, or those of its rules that kept nothing quiet. It is safe: no finding comes back.

    ## References

    - [How to suppress a finding](https://github.com/awesomelint/awesomelint#suppressions)
    """

    code = "SUP001"
    name = "unused-suppression"
    severity = Severity.WARNING

    def check(
        self, report: directives.SuppressionReport, document: Document, context: Context
    ) -> Iterator[Diagnostic]:
        """Every comment, or part of one, that silenced nothing."""
        for unused in report.unused:
            directive = unused.directive
            if breaks_table(document, directive.comment):
                continue
            if len(unused.selectors) < len(directive.selectors):
                named = ", ".join(f"`{word.text}`" for word in unused.selectors)
                span = Span(unused.selectors[0].span.start, unused.selectors[-1].span.end)
                fix = Fix(f"leave {named} out", (_without_words(unused),))
                yield self.diagnostic(document, span, f"{named} would say nothing here", fix=fix)
            else:
                fix = Fix("remove the comment", (Edit(_removable(document, directive.comment.span), ""),))
                yield self.diagnostic(
                    document, directive.comment.span, "this comment silences nothing", fix=fix
                )


def _without_words(unused: directives.UnusedSuppression) -> Edit:
    words = unused.directive.selectors
    kept = [word.text for word in words if word not in unused.selectors]
    return Edit(Span(words[0].span.start, words[-1].span.end), ", ".join(kept))


def _removable(document: Document, comment: Span) -> Span:
    """The comment with its line if nothing else stands there, or else with the blanks before it."""
    text = document.text
    line_start = text.rfind("\n", 0, comment.start) + 1
    line_end = text.find("\n", comment.end)
    line_end = len(text) if line_end < 0 else line_end
    if not text[line_start : comment.start].strip() and not text[comment.end : line_end].strip():
        return Span(line_start, min(line_end + 1, len(text)))
    start = len(text[: comment.start].rstrip(" \t"))
    return Span(max(start, line_start), comment.end)
