"""What GitHub's own parser makes of a text."""

from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options

OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "tagfilter"]


def render(text: str) -> str:
    """The HTML of a Markdown text."""
    html: str = cmarkgfm.markdown_to_html_with_extensions(text, options=OPTIONS, extensions=EXTENSIONS)
    return html


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, str]] = []
        self._href: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href") is not None:
            self._href, self._text = values["href"] or "", ""
        elif tag == "img":
            self.links.append((values.get("alt") or "", values.get("src") or ""))

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href is not None:
            self.links.append((self._text, self._href))
            self._href = None


def links_of(text: str) -> list[tuple[str, str]]:
    """Text and target of every link and image that GitHub shows."""
    parser = _Links()
    parser.feed(render(text))
    return parser.links
