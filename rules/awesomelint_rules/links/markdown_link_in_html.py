"""LNK026 markdown-link-in-html."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_broken, broken_of


class MarkdownLinkInHtml(FileRule):
    """A Markdown link between HTML tags, where Markdown is not read.

    ## What it does

    Finds `[text](https://…)` within a block of HTML: between `<div>` and `</div>`, or in a cell `<td>`, with no empty line between
    the tag and the link.

    ## Why is this bad?

    Until the next empty line GitHub takes everything for HTML, and shows the brackets as they stand.

    ## Example

    ```bad
    <p align="center">
    [Website](https://example.org/)
    </p>
    ```

    Use instead:

    ```good
    <p align="center">
    <a href="https://example.org/">Website</a>
    </p>
    ```

    ## Fix safety

    The fix writes the link in HTML and is safe. A link around an image has no fix: an empty line before it does as well.

    ## References

    - [GitHub Flavored Markdown: HTML blocks](https://github.github.com/gfm/#html-blocks)
    """

    code = "LNK026"
    name = "markdown-link-in-html"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every Markdown link within HTML."""
        for broken in broken_of(document, "html"):
            yield about_broken(self, document, broken)
