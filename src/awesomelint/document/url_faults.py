"""What is wrong with the URLs of a list's links, and where in the source."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from awesomelint.document.document import Document
from awesomelint.document.model import Link
from awesomelint.source import Span
from awesomelint.values.urls import UrlFault, find_url_faults, swallowed_text
from awesomelint.works import check_identifier

_REPLACED = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_REPOSITORY = re.compile(r"https://github\.com/[A-Za-z0-9_./-]*[A-Za-z0-9_/-]")
"""What half of all links in lists look like; nothing can be wrong with such a URL."""


class LinkFault(NamedTuple):
    """A fault of a link's URL and its place in the source."""

    link: Link
    fault: UrlFault
    span: Span


def url_faults(document: Document) -> tuple[LinkFault, ...]:
    """The faults in the URLs of all links and images, in source order, each place once.

    A fault of an identifier that a fault of the URL's shape explains is left out.
    """
    found = (
        LinkFault(link, fault, source_span(document, link, fault.start, fault.end))
        for link in document.derive(distinct_links)
        for fault in _faults(link)
    )
    return tuple(sorted(found, key=lambda each: each.span))


def distinct_links(document: Document) -> tuple[Link, ...]:
    """The links and images whose URLs stand at different places: of those by one definition the last."""
    return tuple({link.url_span: link for link in (*document.images, *document.links)}.values())


def source_span(document: Document, link: Link, start: int, end: int) -> Span:
    """The source of `link.url[start:end]`; escapes and entities count whole."""
    raw = document.source.slice(link.url_span)
    base = link.url_span.start
    if link.kind == "bare" and not link.url.startswith(raw):
        added = len(link.url) - len(raw)
        return Span(base + max(start - added, 0), base + max(end - added, 0))
    if raw == link.url:
        return Span(base + start, base + end)
    places = _places(raw)
    last = len(places) - 1
    return Span(base + places[min(start, last)], base + places[min(end, last)])


def _places(raw: str) -> list[int]:
    """For each character of the decoded URL, and for its end, where it begins in the source."""
    places: list[int] = []
    done = 0
    for match in _REPLACED.finditer(raw):
        places += range(done, match.start())
        decoded = match[0][1:] if match[0][0] == "\\" else html.unescape(match[0])
        places += [match.start()] * len(decoded)
        done = match.end()
    return [*places, *range(done, len(raw) + 1)]


def _faults(link: Link) -> list[UrlFault]:
    url = link.url
    if _REPOSITORY.fullmatch(url):
        return []
    faults = find_url_faults(url)
    if link.kind == "bare":
        swallowed = swallowed_text(url, letters=True)
        kept = [fault for fault in faults if fault.kind != "swallowed-text"]
        faults = [*kept, swallowed] if swallowed else kept
    identifiers = check_identifier(url)
    if not identifiers:
        return faults
    return faults + [fault for fault in identifiers if not any(_meet(fault, other) for other in faults)]


def _meet(fault: UrlFault, other: UrlFault) -> bool:
    return fault.start <= other.end and other.start <= fault.end
