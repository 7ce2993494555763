"""SUP002 unknown-suppression."""

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.directives import SuppressionReport
from awesomelint.document import Document
from awesomelint.rule import Context, SuppressionRule


class UnknownSuppression(SuppressionRule):
    """A comment for awesomelint that it does not understand.

    ## What it does

    Finds comments that begin with `awesomelint:` and go on with a word that means nothing, or that name a rule that
    does not exist.

    ## Why is this bad?

    The comment has no effect, and whoever wrote it believes that it has.

    ## Example

    ```bad
    <!-- awesomelint: disable-next-line VEN001 noncanonical-venues -->
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NIPS 2022)
    ```

    Use instead:

    ```good
    <!-- awesomelint: disable-next-line VEN001 noncanonical-venue -->
    - [Training Compute-Optimal Models](https://arxiv.org/abs/2203.15556) (NIPS 2022)
    ```

    ## Fix safety

    The fix writes the word that is spelt most like the unknown one. It is unsafe, because it is a guess.

    ## References

    - [How to suppress a finding](https://github.com/awesomelint/awesomelint#suppressions)
    """

    code = "SUP002"
    name = "unknown-suppression"
    severity = Severity.WARNING

    def check(self, report: SuppressionReport, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every word of a comment that means nothing."""
        for unknown in report.unknown:
            word = unknown.word
            what = "what to do" if word == unknown.directive.verb else "the name of a rule"
            message = f"`{word.text}` is not {what}"
            fix = None
            if unknown.nearest is not None:
                message += f"; did you mean `{unknown.nearest}`?"
                edit = Edit(word.span, unknown.nearest)
                fix = Fix(f"write `{unknown.nearest}`", (edit,), Applicability.UNSAFE)
            yield self.diagnostic(document, word.span, message, fix=fix)
