"""LNK103 moved-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document, Link
from awesomelint.needs import Liveness, Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs

RUNS_BEFORE_A_FIX = 2
"""In so many runs a page must have been at its new place before a fix is offered."""


class MovedLink(FileRule):
    """A link whose page has moved for good.

    ## What it does

    Reports links that their server redirects permanently (`301`, `308`) to a page that exists. Redirects to a
    login, to a home page, and temporary ones are left alone.

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

    The fix writes the new URL and keeps the fragment. It is safe where only `http` became `https`, a slash came
    at the end, or the host itself states the new name. Other moves are unsafe to follow, and a fix is offered only
    when two runs have found the page at the same new place.

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
            message = f"moved permanently to {liveness.replacement or liveness.final_url}"
            yield self.diagnostic(document, link.url_span, message, fix=_fix(document, link, liveness))


def _fix(document: Document, link: Link, liveness: Liveness) -> Fix | None:
    new_url = liveness.replacement
    is_enough = liveness.is_same_page or liveness.times_moved >= RUNS_BEFORE_A_FIX
    # An escaped URL would have to be written with escapes again.
    if new_url is None or not is_enough or document.source.slice(link.url_span) != link.url:
        return None
    applicability = Applicability.SAFE if liveness.is_same_page else Applicability.UNSAFE
    return Fix(f"write `{new_url}`", (Edit(link.url_span, _escaped(new_url, link)),), applicability)


def _escaped(url: str, link: Link) -> str:
    """The URL without characters that would end it where the old one had none of them."""
    if link.kind == "html":
        return url.replace("'", "%27")
    if "(" in link.url or ")" in link.url:
        return url
    return url.replace("(", "%28").replace(")", "%29")
