"""LNK007 space-in-url."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_broken, about_fault, broken_of, faults_of


class SpaceInUrl(FileRule):
    """A blank in a URL, or before or after it.

    ## What it does

    Finds targets with a raw blank. In `[text](a b.pdf)` Markdown then sees no link at all, and GitHub shows the brackets; in
    `<a href="…">` it does. `%20` is in order, and so is `[text](<a b.pdf>)`.

    ## Why is this bad?

    Where it is no link, nobody can follow it. Where it is one, browsers guess, and programs do not.

    ## Example

    ```bad
    - [Slides](https://example.org/talks/opening talk.pdf)
    - ![Overview](figures/system overview.png)
    ```

    Use instead:

    ```good
    - [Slides](https://example.org/talks/opening%20talk.pdf)
    - ![Overview](figures/system%20overview.png)
    ```

    ## Fix safety

    The fix writes `%20` for each blank, or removes those before and after. It is safe where the target ends like a file beside
    the list, and for outer blanks; else it is unsafe, since what follows the blank may be no part of the URL.

    ## References

    - [GitHub Flavored Markdown: link destination](https://github.github.com/gfm/#link-destination)
    """

    code = "LNK007"
    name = "space-in-url"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every blank in a target, whether GitHub makes it a link or not."""
        for found in faults_of(document, "inner-space", "outer-space"):
            # A no-break space is an invisible character's matter, and in `(<…>)` blanks are allowed.
            if found.link.kind != "inline" and document.source.slice(found.span).strip("\u00a0"):
                yield about_fault(self, document, found)
        for broken in broken_of(document, "space"):
            yield about_broken(self, document, broken)
