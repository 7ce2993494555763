"""HTML inside Markdown: tags, comments and attributes with their places, and what a reader sees of text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# https://github.github.com/gfm/#disallowed-raw-html-extension-: GitHub shows these tags as text.
_FILTERED = frozenset("title textarea style xmp iframe noembed noframes script plaintext".split())

BLOCK_ELEMENTS = frozenset(
    "address article aside blockquote caption center col colgroup dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre search "
    "section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that separate one text from the next."""

# No bare `<` inside a tag, so that a text full of them is read in linear time.
_MARKUP = re.compile(
    r"""<!--(?:>|->|(?P<comment>.*?)(?:-->|--!>|\Z))
    |<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>
    |<[?!][^<>]*>""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


class Attribute(NamedTuple):
    """An attribute's decoded value and its place, without quotes."""

    value: str
    start: int
    end: int


class Tag(NamedTuple):
    """A start or end tag; the name in lower case. Offsets count in the content that holds it.

    A declaration or an instruction is a tag that is named by its first two characters.
    """

    name: str
    is_end: bool
    start: int
    end: int
    attributes: dict[str, Attribute]

    @property
    def is_link(self) -> bool:
        """Whether it starts a link, whose text then holds no further links."""
        return self.name == "a" and not self.is_end and "href" in self.attributes


class CommentMarkup(NamedTuple):
    """A comment; `text` is what stands between its delimiters."""

    text: str
    start: int
    end: int


Markup = Tag | CommentMarkup


def find_markup(content: str) -> Iterator[Markup]:
    """The tags and comments of a content in order; tags that GitHub shows as text are text."""
    for match in _MARKUP.finditer(content):
        markup = _read_markup(match)
        if markup is not None:
            yield markup


def markup_at(content: str, start: int, end: int) -> Markup | None:
    """The tag or comment at a place; None for a tag that GitHub shows as text."""
    match = _MARKUP.match(content, start, end)
    return match and _read_markup(match)


def _read_markup(match: re.Match[str]) -> Markup | None:
    name = match["name"]
    if name is None:
        if match[0].startswith("<!--"):
            return CommentMarkup(match["comment"] or "", *match.span())
        return Tag(match[0][:2], False, *match.span(), {})
    if name.lower() in _FILTERED:
        return None
    attributes = {} if match["slash"] else _attributes(match.string, *match.span("attributes"))
    return Tag(name.lower(), bool(match["slash"]), *match.span(), attributes)


def _attributes(content: str, start: int, end: int) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(content, start, end):
        group = match.lastindex or 1
        span = match.span(group) if group > 1 else (match.end(), match.end())
        value = _decode_attribute(content, *span)
        found.setdefault(match[1].lower(), Attribute(value, *span))
    return found


def _decode_attribute(content: str, start: int, end: int) -> str:
    if content.find("&", start, end) < 0:
        return content[start:end]
    return _REFERENCE.sub(_attribute_character, content[start:end])


def _attribute_character(match: re.Match[str]) -> str:
    """A character reference in an attribute: `?a=1&section=2` holds none although `&sect` is one in text."""
    reference = match[0]
    if not reference.endswith(";") and match.string[match.end() : match.end() + 1] in _CONTINUES:
        return reference
    return html.unescape(reference)


_CONTINUES = frozenset("=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


class TextPiece(NamedTuple):
    """A part of HTML text: what a reader sees, and its place; a character reference is a piece of its own."""

    text: str
    start: int
    end: int
    is_decoded: bool


def text_pieces(content: str, start: int, end: int) -> Iterator[TextPiece]:
    """What a reader sees of `content[start:end]`, which holds no tags."""
    for match in _REFERENCE.finditer(content, start, end):
        decoded = html.unescape(match[0])
        if decoded == match[0]:
            continue
        if match.start() > start:
            yield TextPiece(content[start : match.start()], start, match.start(), False)
        yield TextPiece(decoded, *match.span(), True)
        start = match.end()
    if start < end:
        yield TextPiece(content[start:end], start, end, False)
