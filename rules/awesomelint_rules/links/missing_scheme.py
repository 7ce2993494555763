"""LNK001 missing-scheme."""

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document, Link
from awesomelint.needs import Need, PathNeed
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint.values.urls import UrlFault, missing_scheme, split_url


class MissingScheme(FileRule):
    """A link to another site without `https://` in front.

    ## What it does

    Finds links and images whose target begins with a host, such as `arxiv.org/abs/2001.08361`. Names that only
    look like hosts (`install.sh`, `README.md`), and targets that exist beside the list, are left alone: what is
    reported leads nowhere on GitHub, whatever was meant.

    ## Why is this bad?

    GitHub takes the target for a path in the list's own repository: the link leads to a page that does not exist.

    ## Example

    ```bad
    - [Scaling Laws for Neural Language Models](arxiv.org/abs/2001.08361)
    ```

    Use instead:

    ```good
    - [Scaling Laws for Neural Language Models](https://arxiv.org/abs/2001.08361)
    ```

    ## Fix safety

    The fix puts the scheme in front. It is safe where the host is well known or stands with a scheme elsewhere
    in the file, and unsafe elsewhere.

    ## References

    - [RFC 3986: relative references](https://www.rfc-editor.org/rfc/rfc3986#section-4.2)
    """

    code = "LNK001"
    name = "missing-scheme"
    severity = Severity.ERROR
    reads = frozenset({"tree"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """Whether a target that looks like a host is a file after all."""
        for link, _ in document.derive(_suspects):
            yield _need(document, link)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every target that is a host and no file."""
        for link, fault in document.derive(_suspects):
            if context.answers.paths.get(_need(document, link)):
                continue
            edit = Edit(Span(link.url_span.start, link.url_span.start), "https://")
            applicability = Applicability.SAFE if fault.is_certain else Applicability.UNSAFE
            fix = Fix(f"write `https://{link.url}`", (edit,), applicability)
            yield self.diagnostic(document, link.url_span, f"`{link.url}` {fault.reason}", fix=fix)


def _suspects(document: Document) -> tuple[tuple[Link, UrlFault], ...]:
    links = (*document.links, *document.images)
    relative = [link for link in links if not link.is_external and not link.url.startswith(("#", "/"))]
    hosts = {
        url.host.removeprefix("www.") for link in links if link.is_external and (url := split_url(link.url))
    }
    # A reference's definition is one place, however many links go by it.
    by_place = {link.url_span: link for link in relative}
    faults = ((link, missing_scheme(link.url, hosts)) for link in by_place.values())
    return tuple((link, fault) for link, fault in faults if fault is not None)


def _need(document: Document, link: Link) -> PathNeed:
    return PathNeed(document.path, link.url.partition("#")[0].partition("?")[0])
