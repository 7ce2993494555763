"""LNK012 broken-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_broken, broken_of


class BrokenLinkSyntax(FileRule):
    """A link whose brackets are missing, doubled or wrong, so that GitHub shows text.

    ## What it does

    Finds a URL beside square brackets that was meant as a link and is none: `[text](https://…` without its end, `[text(https://…)]`,
    `text](https://…)`, `[text]((https://…)`, `[text][https://…]`, `[text]（https://…）`, and a link in the text of another link.

    It finds only what GitHub's own parser leaves as text.

    ## Why is this bad?

    The reader sees brackets and an address, or the address is no link at all.

    ## Example

    ```bad
    - [[Paper(https://arxiv.org/abs/2303.16852)]
    - [Code](https://github.com/lucidrains/denoising-diffusion-pytorch
    ```

    Use instead:

    ```good
    - [[Paper](https://arxiv.org/abs/2303.16852)]
    - [Code](https://github.com/lucidrains/denoising-diffusion-pytorch)
    ```

    ## Fix safety

    Safe where one bracket more or less at the end makes the link, and nothing follows it; unsafe where the place of the bracket is only
    probable. A link in another link's text has no fix, for one of the two has to go.

    ## References

    - [GitHub Flavored Markdown: links](https://github.github.com/gfm/#links)
    """

    code = "LNK012"
    name = "broken-link"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link that its brackets keep from being one."""
        for broken in broken_of(document, "other"):
            yield about_broken(self, document, broken)
