"""What does not belong to a URL: punctuation and text after it, blanks and invisible characters in it."""

from __future__ import annotations

import re
from collections import Counter

from awesomelint.values.urls.faults import UrlFault

_OPENING = {")": "(", "]": "[", "}": "{", ">": "<", "）": "（"}
_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|[\x00-\x08\x0e-\x1b\x7f]+"
    # Joiners have work to do between letters of Indic and Arabic scripts and between emoji.
    "|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
    "|(?:%E2%80%8B|%E2%80%8E|%E2%80%8F|%E2%80%A[A-E]|%E2%81%A0|%EF%BB%BF|%C2%AD)+",
    re.IGNORECASE,
)
_INNER_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_ENCODED_BLANK = re.compile(r"%(?:20|09|0A|0D|C2%A0|E3%80%80)$", re.IGNORECASE)
_LONGEST_ENCODED_BLANK = 9
_CJK_SIGN = re.compile("[，。；：、！？（）【】《》〈〉「」『』“”‘’]")
_CJK_LETTER = re.compile("[\u3040-\u9fff\uac00-\ud7af]")


def trailing_text(url: str) -> UrlFault | None:
    """Unopened brackets, quotes, punctuation and blanks at the end: `…/2310.00492)]`, `…/repo},`.

    A final full stop, comma or colon is left alone where it may belong to the name: in wiki titles, in
    queries, in text fragments, and after another full stop.
    """
    if url[-1:].isalnum() and url[-3:-2] != "%":
        return None
    counts = Counter(
        character for character in url if character in _OPENING or character in _OPENING.values()
    )
    counts["'"] = url.count("'")
    ending = _part_of_end(url)
    start = len(url)
    while start and (width := _stray(url, start, counts, ending)):
        start -= width
        counts[url[start]] -= 1
    tail = url[start:]
    if not tail or not start:
        return None
    if not tail.strip():
        return UrlFault("outer-space", "ends with a blank", start, len(url), "", True)
    is_certain = not any(sign in tail for sign in ".:'%")
    return UrlFault("trailing-text", f"ends in a stray `{tail.strip()}`", start, len(url), "", is_certain)


def swallowed_text(url: str, *, letters: bool = False) -> UrlFault | None:
    """Chinese or Japanese punctuation right after an ASCII URL, and all that follows it.

    With `letters` also Han characters, kana and hangul right after a Latin letter or digit: what GitHub takes
    into a bare URL when no blank stands between. In a bare URL the text is to be kept, after a blank.
    """
    sign = _CJK_SIGN.search(url)
    letter = _CJK_LETTER.search(url) if letters else None
    starts = [found.start() for found in (sign, letter) if found]
    if not starts:
        return None
    start = min(starts)
    head = url[:start]
    is_letter = letter is not None and letter.start() == start
    if (
        not head.isascii()
        or "%" in head
        or "?" in head
        or "#" in head
        or "/wiki/" in head
        or "/badge/" in head
    ):
        return None
    if not (head[-1:].isalnum() or (head.endswith("/") and not is_letter)):
        return None
    is_only_punctuation = not _CJK_SIGN.sub("", url[start:])
    return UrlFault(
        "swallowed-text", "goes on into the text after it", start, len(url), "", is_only_punctuation
    )


def invisible_characters(url: str) -> list[UrlFault]:
    """Zero-width, directional and control characters, bare or percent-encoded."""
    return [
        UrlFault("invisible-character", "holds an invisible character", found.start(), found.end(), "", True)
        for found in _INVISIBLE.finditer(url)
    ]


def inner_spaces(url: str) -> list[UrlFault]:
    """Blanks inside, which should be `%20`; a tab or a line end has no replacement."""
    return [
        UrlFault(
            "inner-space", "holds a blank", found.start(), found.end(),
            "%20" * len(found[0]) if set(found[0]) == {" "} else None,
        )
        for found in _INNER_SPACE.finditer(url)
    ]  # fmt: skip


def _part_of_end(url: str) -> str:
    fragment = url.find("#")
    if fragment >= 0:
        return "text fragment" if url.startswith(":~:", fragment + 1) else "fragment"
    if "?" in url:
        return "query"
    return "wiki" if "/wiki/" in url else "path"


def _stray(url: str, end: int, counts: Counter[str], ending: str) -> int:
    """How many characters before `end` do not belong to the URL."""
    last = url[end - 1]
    if last.isspace() or last in '"`\\“”':
        return 1
    if last in _OPENING:
        return int(last == ">" or counts[last] > counts[_OPENING[last]])
    if last in _OPENING.values():
        return int(
            counts[last] > sum(counts[closing] for closing, opening in _OPENING.items() if opening == last)
        )
    if ending in ("path", "fragment"):
        return _stray_sign(url, end, counts)
    return 0


def _stray_sign(url: str, end: int, counts: Counter[str]) -> int:
    last, before = url[end - 1], url[end - 2 : end - 1]
    if last in ",;":
        return 1
    if last in ".:":
        return int(before.isalnum() or before in _OPENING)
    if last == "'":
        return counts["'"] % 2
    if last == "*" and before == "*":
        return 2
    blank = _ENCODED_BLANK.search(url, max(end - _LONGEST_ENCODED_BLANK, 0), end)
    return len(blank[0]) if blank else 0
