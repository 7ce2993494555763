"""LNK104 unreachable-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.needs import Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs, when


class UnreachableLink(FileRule):
    """A link about which nothing could be learnt.

    ## What it does

    Reports links that gave no answer, or one that says nothing about the page: timeouts, refused connections, broken
    certificates, `5xx`. That is no evidence that a page is gone. A link that fails so in three runs, with three
    days between them and no success, is reported as dead.

    ## Why is this bad?

    It need not be: servers fail and come back. It is worth a look when it stays.

    ## Example

    ```bad facts='{"https://example.com/": {"verdict": "unreachable", "reason": "no connection within 5 s"}}'
    - [A Study of Something](https://example.com/)
    ```

    Use instead:

    ```good facts='{"https://example.com/": {"verdict": "alive", "reason": "200 OK"}}'
    - [A Study of Something](https://example.com/)
    ```

    ## Fix safety

    There is no fix.

    ## References

    - [RFC 9110: 5xx server errors](https://www.rfc-editor.org/rfc/rfc9110#name-server-error-5xx)
    """

    code = "LNK104"
    name = "unreachable-link"
    severity = Severity.INFO
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether each link still leads anywhere."""
        yield from liveness_needs(document)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every place of a link without an answer."""
        for link, liveness in links_found(document, context, "unreachable"):
            yield self.diagnostic(document, link.url_span, f"no answer: {liveness.reason}{when(liveness)}")
