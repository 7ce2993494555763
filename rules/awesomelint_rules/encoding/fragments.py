"""Links within a file that lead to headings which an edit renames."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from awesomelint.diagnostics import Edit
from awesomelint.document import Document, Link, Section, parse
from awesomelint.document.slugs import slug
from awesomelint.source import Span, decode

_Targets = dict[tuple[str, str], "Section | None"]
"""Headings by what a link can know of them; None where several share it."""


def with_fragments(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits, sorted, and those that let each link within the file lead to its heading's new name.

    A link belongs to the heading whose name its fragment is; would be, if it lacked the signs that names leave
    out; or whose text it shows.
    """
    kept = sorted(edits)
    links = {link.url_span: link for link in document.links if link.url.startswith("#")}
    if not kept or not links:
        return kept
    after = parse(decode(document.source.with_edits((edit.span, edit.content) for edit in kept)))
    if len(after.sections) != len(document.sections):
        return kept
    names = {old: new.slug for old, new in zip(document.sections, after.sections, strict=True)}
    targets = _targets(document.sections)
    wanted = []
    for link in links.values():
        section = _target(link, targets)
        if section is not None and names[section] != section.slug:
            wanted.append(Edit(link.url_span, f"#{names[section]}"))
    return _merged(document, kept, wanted, after.anchors)


def _targets(sections: Sequence[Section]) -> _Targets:
    targets: _Targets = {}
    for section in sections:
        for key in dict.fromkeys(
            (("name", section.slug), ("loose", slug(section.slug)), ("text", section.title))
        ):
            targets[key] = None if key in targets else section
    return targets


def _target(link: Link, targets: _Targets) -> Section | None:
    fragment = unquote(link.url[1:])
    if section := targets.get(("name", fragment)):
        return section
    if fragment.isascii():
        return None
    return targets.get(("loose", slug(fragment))) or targets.get(("text", link.text))


def _merged(
    document: Document, edits: Sequence[Edit], wanted: Sequence[Edit], anchors: frozenset[str]
) -> list[Edit]:
    """The edits and those of fragments, which replace what was to be done within the fragments before."""
    starts = [edit.span.start for edit in edits]
    replaced: set[int] = set()
    added = []
    for want in wanted:
        inside = list(_overlapping(edits, starts, want.span))
        if not all(want.span.covers(edits[index].span) for index in inside):
            continue
        content = _applied(document, want.span, [edits[index] for index in inside])
        name = unquote(content[1:])
        if name != want.content[1:] and name not in anchors:
            replaced.update(inside)
            added.append(want)
    return sorted([*(edit for index, edit in enumerate(edits) if index not in replaced), *added])


def _overlapping(edits: Sequence[Edit], starts: Sequence[int], span: Span) -> Iterator[int]:
    index = max(bisect_left(starts, span.start) - 1, 0)
    while index < len(edits) and edits[index].span.start < span.end:
        if edits[index].span.overlaps(span):
            yield index
        index += 1


def _applied(document: Document, span: Span, edits: Sequence[Edit]) -> str:
    parts = []
    position = span.start
    for edit in edits:
        parts += [document.text[position : edit.span.start], edit.content]
        position = edit.span.end
    return "".join([*parts, document.text[position : span.end]])
