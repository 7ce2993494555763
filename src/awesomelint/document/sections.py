"""The tree of sections that a file's headings make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from awesomelint.document.model import Link, Section
from awesomelint.document.outline import HeadingDraft
from awesomelint.document.slugs import Slugger
from awesomelint.source import Span


class Sections:
    """The sections of a file in source order, the part before the first heading first."""

    def __init__(self, headings: Sequence[HeadingDraft], length: int) -> None:
        headings = sorted(headings, key=lambda heading: heading.span)
        slugger = Slugger()
        first = headings[0].span.start if headings else length
        nothing = Span(0, 0)
        self.all = [Section("", 0, "", nothing, nothing, Span(0, first), None)]
        self._starts = [0]
        open_sections: list[Section] = []
        for heading, end in zip(headings, _ends(headings, length), strict=True):
            while open_sections and open_sections[-1].level >= heading.level:
                open_sections.pop()
            section = _section(heading, end, open_sections[-1] if open_sections else None, slugger)
            open_sections.append(section)
            self.all.append(section)
            self._starts.append(heading.span.start)

    def at(self, place: int) -> Section:
        """The innermost section that holds a place."""
        return self.all[bisect_right(self._starts, place) - 1]


def _ends(headings: Sequence[HeadingDraft], length: int) -> list[int]:
    """Where each heading's section ends: at the next heading of its level or a higher one."""
    ends = [length] * len(headings)
    open_headings: list[int] = []
    for index, heading in enumerate(headings):
        while open_headings and headings[open_headings[-1]].level >= heading.level:
            ends[open_headings.pop()] = heading.span.start
        open_headings.append(index)
    return ends


def _section(heading: HeadingDraft, end: int, parent: Section | None, slugger: Slugger) -> Section:
    shown = [content for content in heading.contents if not content.is_blank] or heading.contents[:1]
    text = "".join(content.visible.text for content in heading.contents)
    links: list[Link] = [link for content in heading.contents for link in content.links]
    return Section(
        title=" ".join(text.split()),
        level=heading.level,
        slug=slugger.unique(text),
        heading_span=heading.span,
        title_span=Span(shown[0].span.start, shown[-1].span.end),
        span=Span(heading.span.start, end),
        parent=parent,
        links=tuple(links),
    )
