"""LNK103 moved-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.needs import Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs, replacement_fix

RUNS_BEFORE_A_FIX = 2
"""In so many runs a page must have been at its new place before a fix is offered."""


class MovedLink(FileRule):
    """A link whose page has moved for good.

    ## What it does

    Reports links that their server redirects permanently (`301`, `308`) to a page that exists. Redirects to a
    login, to a home page, and temporary ones are left alone; what was renamed is left to `renamed-repository`.

    ## Why is this bad?

    Servers keep such redirects for some years, and then the link is dead.

    ## Example

    ```bad facts='{"http://example.com/a": {"verdict": "moved", "reason": "moved permanently", "final_url": "https://example.com/a", "replacement": "https://example.com/a", "is_same_page": true}}'
    - [A Study of Something](http://example.com/a)
    ```

    Use instead:

    ```good facts='{"https://example.com/a": {"verdict": "alive", "reason": "200 OK"}}'
    - [A Study of Something](https://example.com/a)
    ```

    ## Fix safety

    The fix writes the new URL and keeps the fragment. It is safe where only `http` became `https`, or a slash came
    at the end. Other moves are unsafe to follow, and a fix is offered only when two runs have found the page at the
    same new place.

    ## References

    - [RFC 9110: 301 Moved Permanently](https://www.rfc-editor.org/rfc/rfc9110#name-301-moved-permanently)
    """

    code = "LNK103"
    name = "moved-link"
    severity = Severity.INFO
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether each link still leads anywhere."""
        yield from liveness_needs(document)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every place of a link that moved."""
        for link, liveness in links_found(document, context, "moved"):
            if liveness.is_renamed:
                continue
            message = f"moved permanently to {liveness.replacement or liveness.final_url}"
            is_enough = liveness.is_same_page or liveness.times_moved >= RUNS_BEFORE_A_FIX
            fix = replacement_fix(document, link, liveness) if is_enough else None
            yield self.diagnostic(document, link.url_span, message, fix=fix)
