"""A line of a list as a finding shows it: safe to print, cut to the width, with the place to underline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from awesomelint.reporters.columns import display_width
from awesomelint.reporters.safe import visible_characters
from awesomelint.source import Span

ELLIPSIS = "…"
_TAB = "    "
_MARKS_PER_CELL = 2
"""Code points looked at for each cell of the width, so that a line of a megabyte costs as little."""

_width = lru_cache(maxsize=4096)(display_width)
"""The same few hundred characters make up most lines."""


class Excerpt(NamedTuple):
    """`text` is printed; the underline starts `indent` cells into it and is `length` cells long, or one."""

    text: str
    indent: int
    length: int


class _Cluster(NamedTuple):
    """What a reader takes for one character: where it starts, how it is printed, how many cells it takes."""

    start: int
    text: str
    width: int


def excerpt(text: str, line: Span, place: Span, width: int) -> Excerpt:
    """The part of a line around a place that fits into `width` cells, an ellipsis where it is cut.

    Both are spans of the text; what lies outside of the line is not shown. A place longer than the
    width is shown from its start; an empty one is underlined as one cell.
    """
    reach = width * _MARKS_PER_CELL
    end = min(place.end, line.end)
    low = max(line.start, place.start - reach)
    high = min(line.end, min(end, place.start + reach) + reach)
    clusters = _clusters(text[low:high])
    starts = [low + cluster.start for cluster in clusters]
    first = bisect_right(starts, place.start) - 1 if place.start < high else len(clusters)
    last = max(first, bisect_left(starts, end))
    is_cut_left, is_cut_right = low > line.start, high < line.end
    left, right = _window(clusters, first, last, width, cut=is_cut_left or is_cut_right)
    before = ELLIPSIS if is_cut_left or left > 0 else ""
    after = ELLIPSIS if is_cut_right or right < len(clusters) else ""
    return Excerpt(
        before + "".join(c.text for c in clusters[left:right]) + after,
        len(before) + sum(c.width for c in clusters[left:first]),
        max(1, sum(c.width for c in clusters[first : min(last, right)])),
    )


def shorten(text: str, width: int) -> str:
    """A printable text cut at its end to fit into `width` cells, with an ellipsis where it is cut."""
    # Marks take no cell: what has more of them than a script needs is cut as well.
    if len(text) <= width * _MARKS_PER_CELL and display_width(text) <= width:
        return text
    clusters = _clusters(text[: width * _MARKS_PER_CELL])
    _, right = _window(clusters, 0, 0, width, cut=True)
    return "".join(cluster.text for cluster in clusters[:right]) + ELLIPSIS


def _window(clusters: list[_Cluster], first: int, last: int, width: int, *, cut: bool) -> tuple[int, int]:
    """The range of clusters to show: of `first` to `last` what fits, then context on both sides in turn."""
    if not cut and sum(cluster.width for cluster in clusters) <= width:
        return 0, len(clusters)
    room = max(width - 2 * len(ELLIPSIS), 1)
    left = right = first
    while right < last and clusters[right].width <= room:
        room -= clusters[right].width
        right += 1
    may_grow_left, may_grow_right = True, right >= last
    while may_grow_left or may_grow_right:
        may_grow_right = may_grow_right and right < len(clusters) and clusters[right].width <= room
        if may_grow_right:
            room -= clusters[right].width
            right += 1
        may_grow_left = may_grow_left and left > 0 and clusters[left - 1].width <= room
        if may_grow_left:
            left -= 1
            room -= clusters[left].width
    return left, right


def _clusters(text: str) -> list[_Cluster]:
    """The characters as a reader counts them: a base with its marks, an emoji sequence, a flag, an escape."""
    clusters: list[_Cluster] = []
    start, held = 0, ""
    for place, (character, printed) in enumerate(zip(text, visible_characters(text), strict=True)):
        is_plain = printed == character
        if held and is_plain and _continues(held, character):
            held += character
            continue
        if held:
            clusters.append(_cluster(start, held))
        start, held = place, printed if is_plain else ""
        if not is_plain:
            printed = _TAB if character == "\t" else printed
            clusters.append(_Cluster(place, printed, len(printed)))
    if held:
        clusters.append(_cluster(start, held))
    return clusters


def _cluster(start: int, text: str) -> _Cluster:
    # A sequence is drawn as one picture of at most two cells; older versions of wcwidth add up its parts.
    width = _width(text)
    return _Cluster(start, text, width if len(text) == 1 else min(width, 2))


def _continues(held: str, character: str) -> bool:
    """Whether a character belongs to what is held: a mark, a joined emoji, a skin tone, half a flag."""
    if character.isascii():
        return False
    return (
        _width(character) == 0
        or held.endswith("\u200d")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or (len(held) == 1 and _is_regional(held) and _is_regional(character))
    )


def _is_regional(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
