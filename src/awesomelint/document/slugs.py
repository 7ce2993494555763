"""The fragments that GitHub gives headings."""

from __future__ import annotations

import unicodedata

# Letters, marks, decimal digits, connectors, and what else Unicode calls alphabetic.
_KEPT_CATEGORIES = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
_KEPT_SYMBOLS = (
    range(0x24B6, 0x24EA),
    range(0x1F130, 0x1F14A),
    range(0x1F150, 0x1F16A),
    range(0x1F170, 0x1F18A),
)


class _Kept(dict[int, "int | None"]):
    """A table for `str.translate` that works out what becomes of a character when it is first met."""

    def __missing__(self, code: int) -> int | None:
        is_kept = unicodedata.category(chr(code)) in _KEPT_CATEGORIES or any(code in r for r in _KEPT_SYMBOLS)
        self[code] = code if is_kept else None
        return self[code]


_TABLE = _Kept({ord(" "): ord("-"), ord("-"): ord("-")})


def slug(text: str) -> str:
    """The fragment of a heading that shows `text`, before GitHub makes it unique in its file.

    Follows github-slugger: lower case, everything deleted but letters, marks, digits, connectors, hyphens and
    spaces, which become hyphens; nothing is stripped or collapsed, and images count as nothing.
    """
    return text.lower().translate(_TABLE)


class Slugger:
    """Gives each heading of one file its fragment, in source order; with `-1`, `-2` … where it is taken."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def unique(self, text: str) -> str:
        """The fragment of the next heading, which shows `text`."""
        base = fragment = slug(text)
        while fragment in self._counts:
            self._counts[base] += 1
            fragment = f"{base}-{self._counts[base]}"
        self._counts[fragment] = 0
        return fragment
