"""LNK011 split-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import about_broken, broken_of


class SplitLink(FileRule):
    """A blank or a line break between a link's text and its target: `[text] (url)`.

    ## What it does

    Finds text in square brackets, a blank or a line break, and a URL in parentheses. Brackets that hold no letter, such as `[1]` or
    `[2024/05]`, are left alone, and so are brackets that are links by themselves, and line breaks that are wanted: two blanks or a
    backslash before them.

    ## Why is this bad?

    GitHub shows the brackets as they stand, and the text leads nowhere.

    ## Example

    ```bad
    - OpenReview [[Blog]] (https://openreview.net/about)
    - OpenReview, whose blog has a rather long name: [All that is new in reviewing]
      (https://openreview.net/about)
    ```

    Use instead:

    ```good
    - OpenReview [[Blog]](https://openreview.net/about)
    - OpenReview, whose blog has a rather long name: [All that is new in reviewing](https://openreview.net/about)
    ```

    ## Fix safety

    The fix removes what is between them and is safe: the URL was already a link, and becomes that of the text.

    ## References

    - [GitHub Flavored Markdown: inline links](https://github.github.com/gfm/#inline-link)
    """

    code = "LNK011"
    name = "split-link"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link that a blank keeps from being one."""
        for broken in broken_of(document, "split"):
            yield about_broken(self, document, broken)
