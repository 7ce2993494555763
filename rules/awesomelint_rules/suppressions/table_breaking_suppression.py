"""SUP003 table-breaking-suppression."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.directives import SuppressionReport
from awesomelint.document import Document
from awesomelint.rule import Context, SuppressionRule
from awesomelint_rules.suppressions.table_breaks import breaks_table


class TableBreakingSuppression(SuppressionRule):
    """A suppressing comment on a line of its own between the rows of a table.

    ## What it does

    Finds comments for a linter that stand on a line of their own right after a row, with further rows below.

    ## Why is this bad?

    A line with only a comment ends the table: GitHub shows the rows below it as plain text with bars.

    ## Example

    ```bad
    | Title | Venue |
    | --- | --- |
    | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | NIPS 2017 |
    <!-- awesomelint: disable-next-line VEN -->
    | [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) | NIPS 2022 |
    ```

    Use instead:

    ```good
    | Title | Venue |
    | --- | --- |
    | [Attention Is All You Need](https://arxiv.org/abs/1706.03762) | NIPS 2017 |
    | [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) | NIPS 2022 <!-- awesomelint: disable-line VEN001 --> |
    ```

    ## Fix safety

    There is no fix: which cell of which row the comment belongs in is for a person to see.

    ## References

    - [GitHub Flavored Markdown: tables](https://github.github.com/gfm/#tables-extension-)
    """

    code = "SUP003"
    name = "table-breaking-suppression"
    severity = Severity.WARNING

    def check(self, report: SuppressionReport, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every comment between two rows."""
        for directive in report.directives:
            if breaks_table(document, directive.comment):
                message = "this comment ends the table: put it into a cell, as `disable-line`"
                yield self.diagnostic(document, directive.comment.span, message)
