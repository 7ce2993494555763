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
    if underscores and len(others) <= 10:
        return None
    if needs_dot and text.find(".", start, min(position, end - 1)) < 0:
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


_MAIL_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_")
_MAIL_SCHEME = re.compile(r"(?<![A-Za-z0-9])(?:mailto|xmpp):\Z")
_MAIL_HOST = re.compile(r"(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))*")
_XMPP_HOST = re.compile(r"(?:[A-Za-z0-9_/-]|\.(?=[A-Za-z0-9]))*")


def find_addresses(text: str) -> Iterator[Bare]:
    """The mail addresses in a text that holds no markup."""
    position = 0
    while (at := text.find("@", position)) >= 0:
        start, scheme = _mail_start(text, position, at)
        host = (_XMPP_HOST if scheme == "xmpp:" else _MAIL_HOST).match(text, at + 1)
        assert host is not None, "it may be empty"
        end = host.end()
        if text[end : end + 1] == "@":
            position = at + 1
            continue
        if start < at and "." in host[0] and text[end - 1].isalpha():
            yield Bare(start, end, f"{'' if scheme else 'mailto:'}{text[start:end]}")
        position = end


def _mail_start(text: str, limit: int, at: int) -> tuple[int, str]:
    """Where the address that holds the `@` starts, not before `limit`, and its scheme if it has one."""
    start = at
    while start > limit and text[start - 1] in _MAIL_NAME:
        start -= 1
    scheme = _MAIL_SCHEME.search(text, max(limit, start - len("mailto:")), start)
    return (scheme.start(), scheme[0]) if scheme else (start, "")
