"""URLs and mail addresses that GitHub links though nothing marks them as links.

Follows the `autolink` extension of cmark-gfm, GitHub's parser (extensions/autolink.c), which differs in
places from its specification (https://github.github.com/gfm/#autolinks-extension-).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_SCHEMES = ("http", "https", "ftp")
_BEFORE_WWW = frozenset(" \t\n\v\f\r*_~(")
_URL_END = re.compile(r"[ \t\n\v\f\r<]")
_TRAILING = frozenset("?!.,:*_~'\"")
_ENTITY_END = re.compile(r"&[A-Za-z]+;\Z")


class Bare(NamedTuple):
    """A link without markup: its place in the content, and what it leads to."""

    start: int
    end: int
    url: str


def match_url(text: str, colon: int, end: int) -> Bare | None:
    """The URL around the `://` at `colon`, within `text[:end]`."""
    start = colon
    while (
        start > 0
        and colon - start <= len("https")
        and text[start - 1].isascii()
        and text[start - 1].isalpha()
    ):
        start -= 1
    if text[start:colon].lower() not in _SCHEMES:
        return None
    domain = colon + len("://")
    if domain >= end or not _is_host_character(text[domain]):
        return None
    return _bare(text, start, domain, end, needs_dot=False)


def match_www(text: str, start: int, end: int) -> Bare | None:
    """The URL that starts with the `www.` at `start`, within `text[:end]`; GitHub reads it as http."""
    if start > 0 and text[start - 1] not in _BEFORE_WWW:
        return None
    bare = _bare(text, start, start, end, needs_dot=True)
    return bare and bare._replace(url=f"http://{bare.url}")


def _bare(text: str, start: int, domain: int, end: int, *, needs_dot: bool) -> Bare | None:
    domain_end = _domain_end(text, domain, end, needs_dot=needs_dot)
    if domain_end is None:
        return None
    blank = _URL_END.search(text, domain_end, end)
    url_end = _without_trailing(text, start, blank.start() if blank else end)
    return Bare(start, url_end, text[start:url_end])


def _domain_end(text: str, start: int, end: int, *, needs_dot: bool) -> int | None:
    """Where the host that starts at `start` ends; None if it cannot be one."""
    position = start
    while position < end and (_is_host_character(text[position]) or text[position] in "-_."):
        position += 1
    *others, last = text[start:position].split(".")
    # An underscore may stand only before the last two labels; very long names are let through.
    underscores = "_" in last or bool(others and "_" in others[-1])
    if (underscores and len(others) <= 10) or (needs_dot and not others):
        return None
    return position


def _is_host_character(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    return not character.isspace() and not unicodedata.category(character).startswith("P")


def _without_trailing(text: str, start: int, end: int) -> int:
    """The end of a URL without what belongs to the sentence: punctuation, unopened parentheses, an entity."""
    surplus = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and surplus > 0:
            surplus -= 1
            end -= 1
        elif last in _TRAILING:
            end -= 1
        elif last == ";":
            entity = _ENTITY_END.search(text, max(start, end - 40), end)
            end = entity.start() if entity else end - 1
        else:
            break
    return end


_MAIL_NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+_-"
_MAIL_HOST = re.compile(r"(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))+")
_MAIL_SCHEME = re.compile(r"(?:mailto|xmpp):\Z")


def find_addresses(text: str) -> Iterator[Bare]:
    """The mail addresses in a text that holds no markup."""
    position = 0
    while (at := text.find("@", position)) >= 0:
        before, position = text[position:at], at + 1
        name = len(before) - len(before.rstrip(_MAIL_NAME))
        start = at - name
        host = _MAIL_HOST.match(text, position)
        if not name or host is None or text[start - 1 : start] == "/":
            continue
        end = host.end()
        if "." not in host[0] or not text[end - 1].isalpha() or text[end : end + 1] == "@":
            continue
        scheme = _MAIL_SCHEME.search(text, max(0, start - len("mailto:")), start)
        if scheme:
            start = scheme.start()
        yield Bare(start, end, text[start:end] if scheme else f"mailto:{text[start:end]}")
        position = end
