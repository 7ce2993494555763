"""A fault of a URL as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

UrlFaultKind = Literal[
    "missing-scheme", "broken-scheme", "no-host", "glued-host", "glued-urls", "leading-text", "trailing-text",
    "inner-space", "outer-space", "invisible-character", "swallowed-text", "identifier",
]  # fmt: skip


class UrlFault(NamedTuple):
    """A fault of a URL: `url[start:end]` is wrong, and `replacement` should stand there instead."""

    kind: UrlFaultKind
    reason: str
    """What is wrong, as the rest of a sentence that the URL begins: "has no scheme"."""
    start: int
    end: int
    replacement: str | None
    """None where nobody but the author can tell."""
    is_certain: bool = False
    """Whether the replacement is certainly what the author meant."""


def repaired(url: str, faults: Iterable[UrlFault]) -> str | None:
    """The URL with every fault replaced; None if one has no replacement. The faults must not overlap."""
    pieces: list[str] = []
    done = 0
    for fault in sorted(faults, key=lambda fault: (fault.start, fault.end)):
        if fault.replacement is None:
            return None
        pieces += (url[done : fault.start], fault.replacement)
        done = fault.end
    return "".join(pieces) + url[done:]
