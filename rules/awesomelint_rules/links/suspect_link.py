"""LNK102 suspect-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.needs import Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs, when


class SuspectLink(FileRule):
    """A link that answers, but hardly with what was meant.

    ## What it does

    Reports links whose server says that all is well while the page says otherwise: a page that calls itself "not
    found", a domain that is for sale, a link into a site that ends at its home page, and redirects in a circle.

    ## Why is this bad?

    The page is gone, and programs that only look at status codes do not notice.

    ## Example

    ```bad facts='{"https://example.com/a/b": {"verdict": "suspect", "reason": "redirects to the home page"}}'
    - [A Study of Something](https://example.com/a/b)
    ```

    Use instead:

    ```good facts='{"https://example.com/study": {"verdict": "alive", "reason": "200 OK"}}'
    - [A Study of Something](https://example.com/study)
    ```

    ## Fix safety

    There is no fix: someone has to look at the page.

    ## References

    - [Soft 404 errors](https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors)
    """

    code = "LNK102"
    name = "suspect-link"
    severity = Severity.WARNING
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether each link still leads anywhere."""
        yield from liveness_needs(document)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every place of a suspect link."""
        for link, liveness in links_found(document, context, "suspect"):
            yield self.diagnostic(document, link.url_span, f"suspect link: {liveness.reason}{when(liveness)}")
