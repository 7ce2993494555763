"""A badge's address as the text that the badge shows, with the way back to places in the address."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from awesomelint.values.venues.reading import Place, VenueReading

_BADGE = re.compile(r"(?:(?:shields\.io|badgen\.net)/|\A)badge/(?P<path>[^?#\s\"<>]+)")
_UNIT = re.compile(r"(?:%[0-9A-Fa-f]{2})+|__|--|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BadgeLabel:
    """What a badge shows; `starts[i]` is where `text[i]` stands in the address."""

    text: str
    starts: tuple[int, ...]

    def relocate(self, reading: VenueReading) -> VenueReading:
        """The same reading with its places in the address."""
        return replace(
            reading,
            name_span=self._place(reading.name_span),
            span=self._place(reading.span),
            year_span=None if reading.year_span is None else self._place(reading.year_span),
            others=tuple(self.relocate(other) for other in reading.others),
        )

    def _place(self, place: Place) -> Place:
        return self.starts[place[0]], self.starts[place[1]]


def badge_label(address: str) -> BadgeLabel | None:
    """What a shields.io or badgen.net badge shows, without its color; None for any other text."""
    match = _BADGE.search(address)
    if match is None:
        return None
    start, end = match.span("path")
    if "badgen.net" in match[0]:
        start, end = _badgen_part(address, start, end)
    else:
        end = max(address.rfind("-", start, end), start) or end
    return _decode(address, start, end)


def _badgen_part(address: str, start: int, end: int) -> Place:
    """badgen.net divides by slashes, `label/message/color`, and a query of `label=` replaces the label."""
    parts = address[start:end].split("/")
    if len(parts) > 2:
        end = start + len("/".join(parts[:2]))
    if "label=" in address[end:]:
        start += len(parts[0]) + 1
    return min(start, end), end


def _decode(address: str, start: int, end: int) -> BadgeLabel:
    text: list[str] = []
    starts: list[int] = []
    for match in _UNIT.finditer(address, start, end):
        unit = match[0]
        if unit.startswith("%") and len(unit) > 1:
            shown = unquote_to_bytes(unit).decode("utf-8", "replace")
            text.append(shown)
            step = len(unit) // len(shown)
            starts.extend(match.start() + step * index for index in range(len(shown)))
            continue
        text.append({"__": "_", "--": "-", "_": " "}.get(unit, unit))
        starts.append(match.start())
    return BadgeLabel("".join(text), (*starts, end))
