"""HTML elements that matter, paired over the whole file: links, headings, anchors, code."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesomelint.document.contents import Content, PlacedTag
from awesomelint.document.model import Link
from awesomelint.document.outline import HeadingDraft
from awesomelint.document.reading import image_text
from awesomelint.source import Span

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CODE = frozenset(("pre", "code"))


class Occurrence(NamedTuple):
    """A tag and the content it stands in, by number."""

    content: int
    placed: PlacedTag


class Element(NamedTuple):
    """A start tag and what ends the element: its end tag, or else the end of its content."""

    start: Occurrence
    end_content: int
    end_shown: int
    inner: Span
    outer: Span


def occurrences(contents: Sequence[Content]) -> list[Occurrence]:
    """All tags of a file in source order."""
    return [Occurrence(number, placed) for number, content in enumerate(contents) for placed in content.tags]


def anchors(tags: Sequence[Occurrence]) -> frozenset[str]:
    """The fragments that tags make."""
    found: set[str] = set()
    for _, placed in tags:
        attributes = placed.tag.attributes
        if "id" in attributes:
            found.add(attributes["id"].value)
        if "name" in attributes and placed.tag.name == "a":
            found.add(attributes["name"].value)
    return frozenset(found)


def add_links(tags: Sequence[Occurrence], contents: Sequence[Content]) -> None:
    """Add each `<a href>` to the links of the content that it starts in."""
    for element in _anchor_elements(tags, contents):
        if element.start.placed.tag.is_link:
            contents[element.start.content].links.append(_link(element, contents))


def html_headings(tags: Sequence[Occurrence], contents: Sequence[Content]) -> list[HeadingDraft]:
    """The headings of HTML blocks; GitHub gives them fragments as it does those of Markdown."""
    headings: list[HeadingDraft] = []
    opening: Occurrence | None = None
    for occurrence in tags:
        tag = occurrence.placed.tag
        if tag.name not in _HEADINGS or contents[occurrence.content].kind != "html":
            continue
        if not tag.is_end:
            opening = occurrence
        elif opening is not None and tag.name == opening.placed.tag.name:
            inside = list(contents[opening.content : occurrence.content])
            span = Span(opening.placed.span.start, occurrence.placed.span.end)
            headings.append(HeadingDraft(int(tag.name[1]), span, inside))
            for content in inside:
                content.kind = "heading"
            opening = None
    return headings


def code_spans(tags: Sequence[Occurrence]) -> Iterator[Span]:
    """The `<pre>` and `<code>` elements that start and end in one content."""
    opening: Occurrence | None = None
    for occurrence in tags:
        tag = occurrence.placed.tag
        if tag.name not in _CODE:
            continue
        if not tag.is_end:
            opening = opening or occurrence
        elif opening is not None and opening.placed.tag.name == tag.name:
            yield Span(opening.placed.span.start, occurrence.placed.span.end)
            opening = None


def _anchor_elements(tags: Sequence[Occurrence], contents: Sequence[Content]) -> Iterator[Element]:
    """The `<a>` elements. One ends at the latest where the next begins, and never leaves a cell in pipes."""
    opening: Occurrence | None = None
    for occurrence in tags:
        if occurrence.placed.tag.name != "a":
            continue
        if opening is not None:
            yield _element(opening, occurrence, contents)
        opening = None if occurrence.placed.tag.is_end else occurrence
    if opening is not None:
        yield _element(opening, None, contents)


def _element(start: Occurrence, end: Occurrence | None, contents: Sequence[Content]) -> Element:
    number, opening = start
    own = contents[number]
    closes = end is not None and end.placed.tag.is_end
    if end is None or (end.content != number and (not closes or own.kind == "cell")):
        span = Span(opening.span.end, max(own.span.end, opening.span.end))
        return Element(start, number, len(own.visible.text), span, Span(opening.span.start, span.end))
    inner = Span(opening.span.end, end.placed.span.start)
    outer = Span(opening.span.start, end.placed.span.end if closes else end.placed.span.start)
    return Element(start, end.content, end.placed.shown, inner, outer)


def _images_in(content: Content, span: Span) -> list[Link]:
    """The images of a content that stand in a span."""
    first = bisect_left(content.images, span.start, key=lambda image: image.span.start)
    last = bisect_left(content.images, span.end, key=lambda image: image.span.start)
    return content.images[first:last]


def _link(element: Element, contents: Sequence[Content]) -> Link:
    number, opening = element.start
    inside = contents[number : element.end_content + 1]
    texts = [content.visible.text for content in inside]
    texts[-1] = texts[-1][: element.end_shown]
    texts[0] = texts[0][opening.shown :]
    text = "\n".join(texts) if len(texts) > 1 else texts[0]
    images = tuple(image for content in inside for image in _images_in(content, element.inner))
    attributes = opening.tag.attributes
    return Link(
        kind="html",
        url=attributes["href"].value,
        url_span=opening.attribute_span("href"),
        text=text if text.strip() else image_text(images) or text,
        span=element.outer,
        text_span=element.inner,
        title=attributes["title"].value if "title" in attributes else "",
        images=images,
    )
