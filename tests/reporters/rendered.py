"""Markdown as a code host shows it."""

import cmarkgfm
from cmarkgfm.cmark import Options

_EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]


def html(markdown: str) -> str:
    """The HTML of some GitHub Flavored Markdown, raw HTML left in."""
    text: str = cmarkgfm.markdown_to_html_with_extensions(
        markdown, options=Options.CMARK_OPT_UNSAFE, extensions=_EXTENSIONS
    )
    return text
