"""LNK101 dead-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Fix, Severity
from awesomelint.document import Document, Link
from awesomelint.needs import Liveness, Need
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.web_links import links_found, liveness_needs, other_url, when


class DeadLink(FileRule):
    """A link that leads nowhere.

    ## What it does

    Asks every link and image on the web for its page, and reports those that are gone: the server said `404` twice
    or `410` once, the host's name does not exist, or no browser could open the URL. Timeouts, `403`, `429`, `5xx`,
    broken certificates and bot walls are no evidence that a page is gone and are not reported here, however often
    they happen in one run.

    ## Why is this bad?

    The reader gets an error page instead of what was recommended.

    ## Example

    ```bad facts='{"https://example.com/gone": {"verdict": "dead", "reason": "404 Not Found"}}'
    - [A Study of Something](https://example.com/gone)
    ```

    Use instead:

    ```good facts='{"https://example.com/study": {"verdict": "alive", "reason": "200 OK"}}'
    - [A Study of Something](https://example.com/study)
    ```

    ## Fix safety

    There is no fix: where the page went, if anywhere, has to be found out. With `wayback` among the `providers` of
    `[links]`, the Wayback Machine's copy is suggested where it has one.

    ## References

    - [RFC 9110: 404 Not Found](https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found)
    - [RFC 9110: 410 Gone](https://www.rfc-editor.org/rfc/rfc9110#name-410-gone)
    """

    code = "LNK101"
    name = "dead-link"
    severity = Severity.ERROR
    stands_for = ("no-dead-urls",)
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether each link still leads anywhere."""
        yield from liveness_needs(document)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every place of a dead link."""
        for link, liveness in links_found(document, context, "dead"):
            message = f"dead link: {liveness.reason}{when(liveness)}"
            suggestions = _copies(document, link, liveness)
            yield self.diagnostic(document, link.url_span, message, suggestions=suggestions)


def _copies(document: Document, link: Link, liveness: Liveness) -> tuple[Fix, ...]:
    """The archived copy, as an alternative: whether it shows what was meant, only a reader can tell."""
    if liveness.archived_on is None:
        return ()
    title = f"link to the Wayback Machine's copy of {liveness.archived_on.isoformat()}"
    copy = other_url(document, link, liveness.archived_url, Applicability.UNSAFE, title)
    return (copy,) if copy else ()
