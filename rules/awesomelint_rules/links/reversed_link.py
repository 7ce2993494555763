"""LNK014 reversed-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_broken, broken_of


class ReversedLink(FileRule):
    """A link with its brackets the wrong way round: `(text)[url]`.

    ## What it does

    Finds text in parentheses and a URL in square brackets after it.

    ## Why is this bad?

    GitHub shows it as it stands: neither the text nor the URL is a link.

    ## Example

    ```bad
    - (Denoising diffusion)[https://arxiv.org/abs/2006.11239] started it.
    ```

    Use instead:

    ```good
    - [Denoising diffusion](https://arxiv.org/abs/2006.11239) started it.
    ```

    ## Fix safety

    The fix exchanges the brackets. It is unsafe, since the parentheses may have been meant as such.

    ## References

    - [GitHub Flavored Markdown: inline links](https://github.github.com/gfm/#inline-link)
    """

    code = "LNK014"
    name = "reversed-link"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link with its brackets exchanged."""
        for broken in broken_of(document, "reversed"):
            yield about_broken(self, document, broken)
