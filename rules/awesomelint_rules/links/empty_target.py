"""LNK009 empty-target."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Fix, Severity
from awesomelint.document import Document, Link
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.links.shapes import fix_of, shown


class EmptyTarget(FileRule):
    """A link or an image without a target: `[text]()`.

    ## What it does

    Finds Markdown links and images with nothing between the parentheses, and `<a href="">`. `[top](#)` is in order.

    ## Why is this bad?

    It looks like a link, and leads back to the list itself. An image without a source is shown as broken.

    ## Example

    ```bad
    - [GeoDream](https://mabaorui.github.io/GeoDream_page/) [[Code]()]
    ```

    Use instead:

    ```good
    - [GeoDream](https://mabaorui.github.io/GeoDream_page/) [Code]
    ```

    ## Fix safety

    The fix keeps the text and makes it no link. It is unsafe, for the target may only be missing yet. HTML has no fix.

    ## References

    - [WCAG: link purpose](https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html)
    """

    code = "LNK009"
    name = "empty-target"
    severity = Severity.WARNING
    stands_for = ("no-empty-url",)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link that leads nowhere."""
        for link in (*document.links, *document.images):
            if link.kind in ("inline", "html") and not link.url.strip():
                what = "image" if link.is_image else "link"
                written = shown(document.source.slice(link.span))
                yield self.diagnostic(
                    document, link.span, f"`{written}` is a {what} without a target", fix=_fix(document, link)
                )


def _fix(document: Document, link: Link) -> Fix | None:
    following = document.text[link.span.end : link.span.end + 1]
    # `[Code]()https://…` would become `Codehttps://…`.
    if link.kind == "html" or link.is_image or following.isalnum():
        return None
    before, after = Span(link.span.start, link.text_span.start), Span(link.text_span.end, link.span.end)
    if document.source.slice(link.text_span).strip():
        return fix_of("make it no link", [(before, ""), (after, "")], is_safe=False)
    return fix_of("remove it", [(link.span, "")], is_safe=False)
