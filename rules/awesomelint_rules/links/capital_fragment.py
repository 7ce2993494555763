"""LNK019 capital-fragment."""

from collections.abc import Iterator
from urllib.parse import unquote

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.fragments import fragments
from awesomelint.document.url_faults import distinct_links
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.shapes import fix_of, shown


class CapitalFragment(FileRule):
    """A link to a heading in capital letters: `#Base-Models` for a heading "Base Models".

    ## What it does

    Finds fragments that lead to a heading only if capitals count as small letters.

    ## Why is this bad?

    GitHub finds the heading in any case. Other sites that show the list, such as documentation and package pages, compare letter by letter, and
    the link does nothing there.

    ## Example

    ```bad
    - [Base models](#Base-Models)

    ## Base Models
    ```

    Use instead:

    ```good
    - [Base models](#base-models)

    ## Base Models
    ```

    ## Fix safety

    The fix writes small letters, as the anchor is written. It is safe.

    ## References

    - [markdownlint MD051: link fragments should be valid](https://github.com/DavidAnson/markdownlint/blob/main/doc/md051.md)
    """

    code = "LNK019"
    name = "capital-fragment"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every fragment that is found only in small letters."""
        known = document.derive(fragments).known
        for link in document.derive(distinct_links):
            if not link.url.startswith("#"):
                continue
            span = link.url_span
            fragment = unquote(link.url[1:])
            if fragment in known or fragment.lower() not in known:
                continue
            written = document.source.slice(span).lower()
            fix = fix_of(f"write `{written}`", [(span, written)], is_safe=True)
            message = f"`#{shown(fragment)}` is written `#{shown(fragment.lower())}`, which only GitHub finds"
            yield self.diagnostic(document, span, message, fix=fix)
