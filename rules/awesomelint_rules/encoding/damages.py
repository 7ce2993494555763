"""What the rules about encoding all look at."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from awesomelint.document import Document
from awesomelint.mojibake import Damage, detect
from awesomelint.source import Span

WHOLE_FILE_LINES = 5
"""A file is garbled as a whole from so many damaged lines on, if they are at least half of its non-ASCII lines."""


def damages(document: Document) -> Sequence[Damage]:
    """The garbled lines of a list. Code may quote mojibake, so it counts only in a file that is garbled as a whole."""
    outside_code = detect(document.text, document.code)
    return detect(document.text) if is_whole_file(document, len(outside_code)) else outside_code


def is_whole_file(document: Document, garbled_lines: int) -> bool:
    """Whether so many garbled lines mean that the file was read wrongly as a whole."""
    if garbled_lines < WHOLE_FILE_LINES:
        return False
    return garbled_lines * 2 >= sum(not line.isascii() for line in document.text.split("\n"))


def within(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """Tells whether a span overlaps one of some others."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    reaches = list(accumulate((span.end for span in ordered), max))

    def overlaps_one(span: Span) -> bool:
        before = bisect_left(starts, span.end)
        return before > 0 and reaches[before - 1] > span.start

    return overlaps_one
