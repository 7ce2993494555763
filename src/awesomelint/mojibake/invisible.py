"""Characters that nobody sees: what they are called, and where they do harm.

Sources: Unicode Standard Annexes 9 (bidirectional text) and 31 (joiners), Unicode Technical Standard 51
(emoji), and "Trojan Source" (Boucher and Anderson, 2021).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from awesomelint.source import Span

_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
_MARKS = "\u200e\u200f\u061c"
_REORDERING = frozenset(_OVERRIDES + _EMBEDDINGS)
_DIRECTIONAL = frozenset(_EMBEDDINGS + _MARKS)
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH = "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u180e\u034f\ufff9\ufffa\ufffb"
_TAGS = "\U000e0001\U000e0020-\U000e007f"
_CONTROLS = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f"
_INVISIBLE = re.compile(f"[{_OVERRIDES}{_EMBEDDINGS}{_MARKS}\u200c\u200d{_ZERO_WIDTH}{_TAGS}{_CONTROLS}]+")

_CONTROL_BYTES = bytes([*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
_CONTROL = re.compile(b"[" + re.escape(_CONTROL_BYTES) + b"]")
_TRACES = tuple(
    re.compile(pattern)
    for pattern in (
        b"\xe2[\x80\x81][\x8b-\x8f\xa0-\xae]",
        b"\xc2\xad",
        b"\xef[\xbb\xbf][\xb9-\xbf]",
        b"\xe1\xa0\x8e",
        b"\xcd\x8f",
        b"\xd8\x9c",
        b"\xf3\xa0[\x80\x81]",
    )
)
"""What begins with one certain byte is searched for many times faster than one of a set of characters."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_JOINING_SCRIPTS = re.compile(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"
)
"""Arabic, the scripts of India, Tibetan, Burmese, Khmer, Mongolian: joiners shape their letters."""
_SPACELESS_SCRIPTS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Burmese, Khmer: a zero-width space says where a line may break."""
_EMOJI = re.compile("[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
_FLAG = "\U0001f3f4"

_NAMES = {"\u00ad": "soft hyphen", "\ufeff": "byte order mark", "\u200b": "zero-width space"}


class Invisible(NamedTuple):
    """Invisible characters in a row. Reordering ones can change the order in which a line is shown.

    `is_needless` says that without them a reader sees the same, or what programs have read all the time.
    """

    span: Span
    name: str
    is_reordering: bool
    is_needless: bool


def invisible_characters(text: str) -> Iterator[Invisible]:
    """Those that have no business where they stand, in order.

    Fine are joiners between emoji and in scripts that need them, tags in emoji flags, zero-width spaces in
    scripts without spaces, and directional marks in lines of right-to-left writing, overrides excepted.
    """
    line_end = -1
    is_right_to_left = False
    for match in _matches(text):
        if match.start() > line_end:
            line_start, line_end = _line(text, match.start())
            is_right_to_left = _RIGHT_TO_LEFT.search(text, line_start, line_end) is not None
        if not _is_fine(text, match, is_right_to_left=is_right_to_left):
            yield _invisible(text, match, is_right_to_left=is_right_to_left)


def _matches(text: str) -> Iterator[re.Match[str]]:
    position = 0
    for place in _traces(text):
        match = _INVISIBLE.match(text, place) if place >= position else None
        if match:
            yield match
            position = match.end()


def _traces(text: str) -> Iterator[int]:
    """Where a closer look is worth its time, in order; nowhere in nearly all texts."""
    data = text.encode("utf-8", "replace")
    found = {match.start() for trace in _TRACES for match in trace.finditer(data)}
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        found.update(match.start() for match in _CONTROL.finditer(data))
    position = offset = 0
    for place in sorted(found):
        offset += len(data[position:place].decode("utf-8"))
        position = place
        yield offset


def _invisible(text: str, match: re.Match[str], *, is_right_to_left: bool) -> Invisible:
    is_reordering = not _REORDERING.isdisjoint(match[0])
    is_reference = text[max(match.start() - 1, 0) : match.start()] in ("@", "#")
    is_escape = "\x1b" in match[0]
    # A space without width after @ or # keeps a name from being a mention; ESC may switch a character set.
    is_needless = not (is_reference or is_escape or (is_reordering and is_right_to_left))
    return Invisible(Span(*match.span()), _name(match[0][0]), is_reordering, is_needless)


def _is_fine(text: str, match: re.Match[str], *, is_right_to_left: bool) -> bool:
    characters = set(match[0])
    before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    if characters <= _JOINERS:
        return _may_join(before, after)
    if characters == {"\u200b"}:
        return bool(_SPACELESS_SCRIPTS.match(before) or _SPACELESS_SCRIPTS.match(after))
    if characters <= _DIRECTIONAL:
        return is_right_to_left
    return before == _FLAG and all(character >= "\U000e0020" for character in characters)


def _may_join(before: str, after: str) -> bool:
    if _EMOJI.match(before) and _EMOJI.match(after):
        return True
    return bool(_JOINING_SCRIPTS.match(before) or _JOINING_SCRIPTS.match(after))


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line of an offset begins and ends."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


def _name(character: str) -> str:
    return _NAMES.get(character) or unicodedata.name(character, "control character").lower()
