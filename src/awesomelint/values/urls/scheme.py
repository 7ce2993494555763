"""How a URL begins: a scheme that is missing, misspelt, doubled, or preceded by something else."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from awesomelint.values.edits import one_edit_away
from awesomelint.values.hosts import is_known_host, is_like_file, looks_like_host
from awesomelint.values.urls.faults import UrlFault

_LEADING = re.compile(
    r"(?:%20|%09|%0A|%C2%A0|%E3%80%80|[\s()\[\]{}<>\"'`*|,;:，。、：；“”‘’「『（【《])+", re.IGNORECASE
)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z]{3,7})(\s?[:;.：；]?\s?[/\\]{0,4}:?[/\\]{0,2})")
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,63}")
_FIRST_SEGMENT = re.compile(r"[^/?#\\\s]+")


def leading_text(url: str) -> UrlFault | None:
    """Blanks, brackets, quotes or punctuation before the scheme: `(https://…`."""
    leading = _LEADING.match(url)
    if leading is None or not _WEB.match(url, leading.end()):
        return None
    if leading[0].isspace():
        return UrlFault("outer-space", "begins with a blank", 0, leading.end(), "", True)
    return UrlFault("leading-text", "does not begin with its scheme", 0, leading.end(), "", True)


def broken_scheme(url: str) -> UrlFault | None:
    """A scheme that is none: `ttps://…`, `https:/github.com`, `https//…`, `https:www.…`, `https://https://…`."""
    names: list[str] = []
    end = 0
    while (scheme := _SCHEME.match(url, end)) and _is_meant_as_scheme(scheme[1], scheme[2]):
        names.append(scheme[1])
        end = scheme.end()
    if not names:
        return None
    if _WEB.fullmatch(url):
        return UrlFault("no-host", "has no host", 0, end, None)
    if _WEB.fullmatch(url, 0, end) or not _HOST.match(url, end):
        return None
    reason = "has two schemes" if len(names) > 1 else "has a misspelt scheme"
    return UrlFault("broken-scheme", reason, 0, end, f"{_meant_scheme(names[-1])}://", True)


def missing_scheme(url: str, hosts: Collection[str] = ()) -> UrlFault | None:
    """A host without `https://` before it, which a browser takes for a folder of the list's own site.

    Certain where it is a well-known host or among `hosts` (in lower case, without `www.`), or begins with
    `www.`. Whether a file of that name exists is for the caller to see.
    """
    segment = _FIRST_SEGMENT.match(url)
    if segment is None:
        return None
    name = segment[0].lower()
    is_known = name.removeprefix("www.") in hosts or is_known_host(name)
    if not (is_known or looks_like_host(name)) or (
        is_like_file(name) and segment.end() == len(url) and not name.startswith("www.")
    ):
        return None
    is_certain = is_known or name.startswith("www.")
    return UrlFault("missing-scheme", "has no scheme", 0, 0, "https://", is_certain)


def _is_meant_as_scheme(name: str, mark: str) -> bool:
    if name.lower() in ("http", "https"):
        return any(sign in mark for sign in (":", "：", "//", "\\\\"))
    return name.lower() in _misspelt() and any(sign in mark for sign in ("//", ":/", ":\\"))


def _meant_scheme(name: str) -> str:
    return (
        "http"
        if name.lower() == "http" or name.lower() not in one_edit_away("https") | {"https"}
        else "https"
    )


@cache
def _misspelt() -> frozenset[str]:
    return one_edit_away("https") | one_edit_away("http")
