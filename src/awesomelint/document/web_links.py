"""Which links of a list lead to the web."""

from __future__ import annotations

from awesomelint.document.document import Document
from awesomelint.document.model import Link


def web_links(document: Document) -> tuple[Link, ...]:
    """The links and images for HTTP, each place once: a reference's definition serves many links."""
    by_place = {
        link.url_span: link
        for link in (*document.links, *document.images)
        if link.url[:8].lower().startswith(("http://", "https://"))
    }
    return tuple(by_place[place] for place in sorted(by_place))
