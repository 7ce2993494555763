"""What one inline content shows and holds, put together from its beginning to its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from awesomelint.document.html import Tag, text_pieces
from awesomelint.document.maps import OffsetMap
from awesomelint.document.model import Link
from awesomelint.document.visible import VisibleText
from awesomelint.source import Span

ContentKind = Literal["paragraph", "heading", "cell", "html"]

_STRONG = frozenset(("b", "strong"))
_EMPHASIS = frozenset(("i", "em"))


@dataclass(slots=True, eq=False)
class PlacedTag:
    """A tag, its place in the source, and how much its content shows before it."""

    tag: Tag
    span: Span
    shown: int
    places: OffsetMap

    def attribute_span(self, name: str) -> Span:
        """Where the value of an attribute stands in the source."""
        attribute = self.tag.attributes[name]
        return self.places.span(attribute.start, attribute.end)


@dataclass(slots=True, eq=False)
class Content:
    """One inline content: a block of the document before its section is known."""

    kind: ContentKind
    span: Span
    visible: VisibleText
    links: list[Link]
    images: list[Link]
    breaks: list[Span]
    strong: list[Span]
    emphasis: list[Span]
    tags: list[PlacedTag]

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return not (self.links or self.images or self.visible.text.strip())


@dataclass(slots=True, eq=False)
class ContentBuilder:
    """Takes the pieces of a content in their order; offsets count in the content."""

    content: str
    places: OffsetMap
    parts: list[str] = field(default_factory=list)
    length: int = 0
    text_starts: list[int] = field(default_factory=list)
    source_starts: list[int] = field(default_factory=list)
    source_ends: list[int] = field(default_factory=list)
    verbatim_end: int = -1
    """Where the last run ends in the source, if it stands for its source character by character."""
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    breaks: list[Span] = field(default_factory=list)
    strong: list[Span] = field(default_factory=list)
    emphasis: list[Span] = field(default_factory=list)
    tags: list[PlacedTag] = field(default_factory=list)
    open_styles: dict[str, list[int]] = field(default_factory=dict)
    """Where the contents of the open `<b>`, `<i>` … start."""

    def verbatim(self, start: int, end: int) -> None:
        """Show `content[start:end]` as it is."""
        for run_start, run_end, place in self.places.runs(start, end):
            length = run_end - run_start
            self.parts.append(self.content[run_start:run_end])
            if place == self.verbatim_end:
                self.source_ends[-1] = place + length
            else:
                self._start_run(Span(place, place + length))
            self.verbatim_end = place + length
            self.length += length

    def replaced(self, text: str, source: Span) -> None:
        """Show `text` for something in the source that reads otherwise."""
        self.parts.append(text)
        self._start_run(source)
        self.verbatim_end = -1
        self.length += len(text)

    def html_text(self, start: int, end: int) -> None:
        """Show `content[start:end]`, text between tags."""
        for piece in text_pieces(self.content, start, end):
            if piece.is_decoded:
                self.replaced(piece.text, self.places.span(piece.start, piece.end))
            else:
                self.verbatim(piece.start, piece.end)

    def tag(self, tag: Tag) -> None:
        """Note a tag; show what `<br>` and `<img>` show, and what `<b>` and `<i>` mean."""
        span = self.places.span(tag.start, tag.end)
        self.tags.append(PlacedTag(tag, span, self.length, self.places))
        if tag.name == "br":
            self.breaks.append(span)
            self.replaced("\n", span)
        elif tag.name == "img" and "src" in tag.attributes:
            self.images.append(_image(self.tags[-1]))
        elif tag.name in _STRONG or tag.name in _EMPHASIS:
            self._style(tag)

    def finish(self, kind: ContentKind, span: Span) -> Content:
        """The content, complete."""
        if not self.text_starts:
            self._start_run(Span(span.start, span.start))
        visible = VisibleText(
            "".join(self.parts), tuple(self.text_starts), tuple(self.source_starts), tuple(self.source_ends)
        )
        return Content(
            kind, span, visible, self.links, self.images, self.breaks, self.strong, self.emphasis, self.tags
        )

    def _start_run(self, source: Span) -> None:
        self.text_starts.append(self.length)
        self.source_starts.append(source.start)
        self.source_ends.append(source.end)

    def _style(self, tag: Tag) -> None:
        starts = self.open_styles.setdefault(tag.name, [])
        if not tag.is_end:
            starts.append(tag.end)
        elif starts:
            styles = self.strong if tag.name in _STRONG else self.emphasis
            styles.append(self.places.span(starts.pop(), tag.start))


def merged(contents: Sequence[Content], place: int) -> Content:
    """What several contents of one cell show, each on a line of its own; without any, nothing at `place`."""
    if len(contents) == 1:
        return contents[0]
    return Content(
        kind="cell",
        span=Span(contents[0].span.start, contents[-1].span.end) if contents else Span(place, place),
        visible=_lines([content.visible for content in contents], place),
        links=[link for content in contents for link in content.links],
        images=[image for content in contents for image in content.images],
        breaks=[span for content in contents for span in content.breaks],
        strong=[span for content in contents for span in content.strong],
        emphasis=[span for content in contents for span in content.emphasis],
        tags=[tag for content in contents for tag in content.tags],
    )


def _lines(visibles: Sequence[VisibleText], place: int) -> VisibleText:
    """Texts as lines of one; a line feed stands for what is between them in the source."""
    if not visibles:
        return VisibleText("", (0,), (place,), (place,))
    length = 0
    text_starts: list[int] = []
    source_starts: list[int] = []
    source_ends: list[int] = []
    for visible in visibles:
        if text_starts:
            text_starts.append(length)
            source_starts.append(source_ends[-1])
            source_ends.append(visible.source_starts[0])
            length += 1
        text_starts += (length + start for start in visible.text_starts)
        source_starts += visible.source_starts
        source_ends += visible.source_ends
        length += len(visible.text)
    text = "\n".join(visible.text for visible in visibles)
    return VisibleText(text, tuple(text_starts), tuple(source_starts), tuple(source_ends))


def _image(placed: PlacedTag) -> Link:
    attributes = placed.tag.attributes
    has_text = "alt" in attributes
    return Link(
        kind="html",
        url=attributes["src"].value,
        url_span=placed.attribute_span("src"),
        text=attributes["alt"].value if has_text else "",
        span=placed.span,
        text_span=placed.attribute_span("alt") if has_text else Span(placed.span.end, placed.span.end),
        title=attributes["title"].value if "title" in attributes else "",
        is_image=True,
    )
