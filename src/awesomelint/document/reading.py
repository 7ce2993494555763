"""From a block's source to its content: what markdown-it-py's inline tokens and HTML show and hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from awesomelint.document import autolinks, html
from awesomelint.document.contents import Content, ContentBuilder, ContentKind
from awesomelint.document.inline import TooIntricateError, is_plain
from awesomelint.document.links import DefinitionPlace, destination, reference_label
from awesomelint.document.maps import OffsetMap
from awesomelint.document.model import Comment, Link, LinkKind
from awesomelint.document.pipes import trim
from awesomelint.source import Span

MAX_INLINE = 200_000
"""Characters of one inline content beyond which it stays plain text: hostile input is slow to read."""


@dataclass(slots=True, eq=False)
class Reader:
    """Reads the contents of one file, and keeps what is found in them in source order."""

    parser: MarkdownIt
    environment: dict[str, Any]
    definitions: dict[str, DefinitionPlace]
    contents: list[Content] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    unparsed: list[Span] = field(default_factory=list)
    used_labels: set[str] = field(default_factory=set)
    footnote_references: dict[str, list[Span]] = field(default_factory=dict)

    def inline(self, kind: ContentKind, content: str, places: OffsetMap, span: Span) -> Content:
        """Read a paragraph, a heading or a cell."""
        builder = ContentBuilder(content, places)
        if is_plain(content):
            builder.verbatim(0, len(content))
        elif (tokens := self._tokens(content)) is None:
            self.unparsed.append(span)
            builder.verbatim(0, len(content))
        else:
            _InlineReading(self, builder).read(tokens)
        finished = builder.finish(kind, span)
        self.contents.append(finished)
        return finished

    def _tokens(self, content: str) -> list[Token] | None:
        """The inline tokens of a content; None for one that is too long or too intricate to read."""
        if len(content) > MAX_INLINE:
            return None
        try:
            return self.parser.inline.parse(content, self.parser, self.environment, [])
        except TooIntricateError:
            return None

    def html_block(self, content: str, places: OffsetMap) -> list[Content]:
        """Read an HTML block. A tag that separates one text from the next is the first of a new content."""
        first = len(self.contents)
        builder = ContentBuilder(content, places)
        start = position = 0
        for markup in html.find_markup(content):
            builder.html_text(position, markup.start)
            position = markup.end
            if isinstance(markup, html.CommentMarkup):
                self.comment(markup, places, is_block=markup.start == 0)
                continue
            if markup.name in html.BLOCK_ELEMENTS:
                self._finish_html(builder, start, markup.start)
                builder, start = ContentBuilder(content, places), markup.end
            builder.tag(markup)
        builder.html_text(position, len(content))
        self._finish_html(builder, start, len(content))
        return self.contents[first:]

    def _finish_html(self, builder: ContentBuilder, start: int, end: int) -> None:
        inner = trim(builder.content, Span(start, end))
        self.contents.append(builder.finish("html", builder.places.span(*inner)))

    def comment(self, markup: html.CommentMarkup, places: OffsetMap, *, is_block: bool) -> None:
        """Keep a comment."""
        self.comments.append(Comment(markup.text, places.span(markup.start, markup.end), is_block))


@dataclass(slots=True, eq=False)
class _OpenLink:
    token: Token
    parts: int
    images: int


class _InlineReading:
    """Follows the tokens of one content; `position` is the end of what has been read of it."""

    def __init__(self, reader: Reader, builder: ContentBuilder) -> None:
        self.reader = reader
        self.builder = builder
        self.position = 0
        self.open_links: list[_OpenLink] = []
        self.open_styles: list[int] = []
        self.is_in_anchor = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Read all tokens of the content."""
        for token in tokens:
            if token.type == "text":
                self._text(token)
                continue
            start, end = token.meta["span"]
            self.position = _HANDLERS[token.type](self, token, start, end)

    def _text(self, token: Token) -> None:
        start, end = self.position, self.position + len(token.content)
        self.builder.verbatim(start, end)
        self.position = end
        if "@" in token.content and not self.open_links and not self.is_in_anchor:
            for bare in autolinks.find_addresses(token.content):
                span = self.builder.places.span(start + bare.start, start + bare.end)
                text = token.content[bare.start : bare.end]
                self.builder.links.append(Link("bare", bare.url, span, text, span, span))

    # Each of these reads one token, which stands from `start` to `end`, and says where the next text begins.

    def _special(self, token: Token, start: int, end: int) -> int:
        self.builder.replaced(token.content, self.builder.places.span(start, end))
        return end

    def _soft_break(self, _token: Token, start: int, end: int) -> int:
        self.builder.verbatim(start, start + 1)
        return end

    def _hard_break(self, _token: Token, start: int, end: int) -> int:
        line_feed = self.builder.content.index("\n", start)
        self.builder.breaks.append(self.builder.places.span(self.position, line_feed + 1))
        self.builder.verbatim(line_feed, line_feed + 1)
        return end

    def _code(self, token: Token, start: int, end: int) -> int:
        width = len(token.markup)
        is_padded = len(token.content) < end - start - 2 * width
        self.builder.verbatim(start + width + is_padded, end - width - is_padded)
        self.reader.code.append(self.builder.places.span(start, end))
        return end

    def _open_style(self, _token: Token, _start: int, end: int) -> int:
        self.open_styles.append(end)
        return end

    def _close_style(self, token: Token, start: int, end: int) -> int:
        inner = self.builder.places.span(self.open_styles.pop(), start)
        if token.type == "strong_close":
            self.builder.strong.append(inner)
            # Of the two markers that close bold text only the first became the token.
            return end + 1
        if token.type == "em_close":
            self.builder.emphasis.append(inner)
        return end

    def _html(self, token: Token, start: int, end: int) -> int:
        markup = token.meta["markup"]
        if markup is None:
            self.builder.verbatim(start, end)
        elif isinstance(markup, html.CommentMarkup):
            self.reader.comment(markup, self.builder.places, is_block=False)
        else:
            self.builder.tag(markup)
            if markup.name == "a":
                self.is_in_anchor = markup.is_link
        return end

    def _footnote_reference(self, token: Token, start: int, end: int) -> int:
        references = self.reader.footnote_references.setdefault(token.meta["label"], [])
        references.append(self.builder.places.span(start, end))
        return end

    def _open_link(self, token: Token, _start: int, _end: int) -> int:
        self.open_links.append(_OpenLink(token, len(self.builder.parts), len(self.builder.images)))
        label_start: int = token.meta["text"][0]
        return label_start

    def _close_link(self, _token: Token, _start: int, end: int) -> int:
        opened = self.open_links.pop()
        images = tuple(self.builder.images[opened.images :])
        text = "".join(self.builder.parts[opened.parts :])
        link = self._link(opened.token, text if text.strip() else image_text(images) or text, images)
        self.builder.links.append(link)
        return end

    def _image(self, token: Token, start: int, end: int) -> int:
        token.meta["text"] = (start + 2, start + 2 + len(token.content))
        text = "".join(_plain_text(token.children or []))
        self.builder.images.append(self._link(token, text, ()))
        return end

    def _link(self, token: Token, text: str, images: tuple[Link, ...]) -> Link:
        """The link or image that a token starts."""
        content, places, meta = self.builder.content, self.builder.places, token.meta
        label, span, reference = Span(*meta["text"]), Span(*meta["span"]), None
        kind: LinkKind
        url = str(token.attrs["src" if token.type == "image" else "href"])
        if token.markup == "autolink":
            kind, url_span = "autolink", places.span(*label)
        elif token.markup == "linkify":
            kind, url_span = "bare", places.span(*label)
        elif "label" in meta:
            kind, url_span = "reference", self.reader.definitions[meta["label"]].url_span
            reference = reference_label(content, label, span.end)
            self.reader.used_labels.add(meta["label"])
        else:
            kind, url_span = "inline", places.span(*destination(content, label.end))
        return Link(
            kind=kind,
            url=url,
            url_span=url_span,
            text=text,
            span=places.span(*span),
            text_span=places.span(*label),
            title=str(token.attrs.get("title", "")),
            reference=reference,
            is_image=token.type == "image",
            images=images,
        )


def image_text(images: Sequence[Link]) -> str:
    """What a link shows that shows nothing but images."""
    return " ".join(image.text for image in images if image.text)


def _plain_text(tokens: Sequence[Token]) -> list[str]:
    """The alternative text that an image's label makes: links in it are text."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "image":
            parts += _plain_text(token.children or [])
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type != "html_inline":
            parts.append(token.content)
    return parts


_HANDLERS = {
    "text_special": _InlineReading._special,
    "softbreak": _InlineReading._soft_break,
    "hardbreak": _InlineReading._hard_break,
    "code_inline": _InlineReading._code,
    "strong_open": _InlineReading._open_style,
    "em_open": _InlineReading._open_style,
    "s_open": _InlineReading._open_style,
    "strong_close": _InlineReading._close_style,
    "em_close": _InlineReading._close_style,
    "s_close": _InlineReading._close_style,
    "html_inline": _InlineReading._html,
    "footnote_ref": _InlineReading._footnote_reference,
    "link_open": _InlineReading._open_link,
    "link_close": _InlineReading._close_link,
    "image": _InlineReading._image,
}
