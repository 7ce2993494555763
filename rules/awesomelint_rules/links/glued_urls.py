"""LNK003 glued-urls."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Fix, Severity
from awesomelint.document import Document
from awesomelint.document.url_faults import LinkFault
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.links.shapes import about_broken, about_fault, broken_of, faults_of, fix_of, shown


class GluedUrls(FileRule):
    """Two URLs in one, or a link pasted into another link's target.

    ## What it does

    Finds a second `https://` inside a target where nothing leads over to it, `[text](https://a.example](https://b.example)`, and well-known
    hosts that run on without a slash: `https://github.comyahoo/…`.

    Archives, proxies, mirrors and redirectors, whose addresses hold whole URLs (`web.archive.org/web/…/https://…`,
    `sci-hub.se/https://…`), are in order, and so are URLs in queries and fragments.

    ## Why is this bad?

    The link leads nowhere, and one of two addresses cannot be reached.

    ## Example

    ```bad
    - [photo-background-generation](https://github.comyahoo/photo-background-generation/)
    - [RAG](https://arxiv.org/abs/2005.11401https://arxiv.org/abs/2005.11401)
    ```

    Use instead:

    ```good
    - [photo-background-generation](https://github.com/yahoo/photo-background-generation/)
    - [RAG](https://arxiv.org/abs/2005.11401)
    ```

    ## Fix safety

    Safe where both URLs are the same, or the first is no more than the beginning of the second. A missing slash is put in by an unsafe
    fix. Of two different URLs each one is suggested.

    ## References

    - [RFC 3986: authority](https://www.rfc-editor.org/rfc/rfc3986#section-3.2)
    """

    code = "LNK003"
    name = "glued-urls"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every target that holds two addresses."""
        for found in faults_of(document, "glued-urls", "glued-host"):
            # Of a bare one the brackets in it tell the story.
            if not (found.link.kind == "bare" and "](" in found.link.url):
                yield about_fault(self, document, found, suggestions=_either(document, found))
        for broken in broken_of(document, "pasted"):
            yield about_broken(self, document, broken)


def _either(document: Document, found: LinkFault) -> list[Fix]:
    """The first URL alone and the second alone, where nobody can tell which was meant."""
    if found.fault.replacement is not None:
        return []
    before = Span(found.link.url_span.start, found.span.start)
    first, second = document.source.slice(before), document.source.slice(found.span)
    return [
        fix_of(f"keep `{shown(first)}`", [(found.span, "")], is_safe=False),
        fix_of(f"keep `{shown(second)}`", [(before, "")], is_safe=False),
    ]
