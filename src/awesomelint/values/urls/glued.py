"""Two things run together: URL and URL, host and path."""

from __future__ import annotations

import re

from awesomelint.values.hosts import known_hosts
from awesomelint.values.urls.faults import UrlFault

_HOST_OF = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
_NEXT_URL = re.compile(r"https?:/{1,2}(?=[A-Za-z0-9])", re.IGNORECASE)
_OVERLONG_END = re.compile(r"((?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net))([a-z0-9][a-z0-9-]*)")
_LONG_TOP_LEVELS = frozenset(
    (
        "commbank",
        "community",
        "company",
        "compare",
        "computer",
        "comsec",
        "netbank",
        "netflix",
        "network",
        "organic",
    )
)
_CARRIERS = re.compile(
    r"(?:^|\.)(?:archive\.(?:org|is|ph|today|md|vn|fo|li)|ghostarchive\.org|webcitation\.org|perma\.cc|megalodon\.jp"
    r"|sci-?hub\.\w+|readmedium\.com|freedium(?:-mirror)?\.\w+|scribe\.rip|12ft\.io|1ft\.io|removepaywall\.com"
    r"|smry\.ai|r\.jina\.ai|s\.jina\.ai|googleusercontent\.com|translate\.goog|hypothes\.is|href\.li|urldefense\.com"
    r"|mementoweb\.org|microlink\.io|weserv\.nl|wsrv\.nl|wp\.com|thum\.io|outline\.com|shields\.io|badgen\.net)$"
    r"|proxy|redirect|mirror|archive|ghfast|unpaywall|wayback|cache|screenshot",
)
"""Archives, proxies and redirectors, whose paths hold whole URLs."""


def glued_urls(url: str) -> UrlFault | None:
    """A second URL after or inside the first: `https://a.b/chttps://d.e`, `https://a.b](https://c.d`.

    The fault is the second one. It has a replacement only where both are the same; where the first is no
    more than the beginning of the second, the fault is the first one. URLs in queries and fragments are in
    order, and so they are in the paths of archives, proxies and redirectors.
    """
    first = _HOST_OF.match(url)
    if first is None:
        return None
    second = _NEXT_URL.search(url, first.end(1))
    if second is None or _CARRIERS.search(first[1].lower()):
        return None
    start = second.start()
    head, tail = url[:start], url[start:]
    if "?" in head or "#" in head or not _is_glue(head, first[1].lower()):
        return None
    reason = "is two URLs in one"
    if head.rstrip("/") == tail.rstrip("/"):
        return UrlFault("glued-urls", reason, start, len(url), "", True)
    second_host = _HOST_OF.match(tail)
    is_beginning = second_host is not None and second_host[1].lower() == first[1].lower()
    if is_beginning and tail.startswith(head):
        return UrlFault("glued-urls", reason, 0, start, "", True)
    return UrlFault("glued-urls", reason, start, len(url), None)


def glued_host(url: str) -> UrlFault | None:
    """A well-known host that runs on without a slash: `https://github.comMay2333/FDCA`."""
    host = _HOST_OF.match(url)
    name = host and _OVERLONG_END.fullmatch(host[1].lower())
    if not (host and name) or name[1].removeprefix("www.") not in known_hosts():
        return None
    end = name[1].rpartition(".")[2] + name[2]
    if end in _LONG_TOP_LEVELS:
        return None
    place = host.start(1) + len(name[1])
    return UrlFault("glued-host", "has no slash after its host", place, place, "/")


def _is_glue(head: str, host: str) -> bool:
    """Whether what stands before the second URL cannot be there to introduce it."""
    last = head[-1]
    if last == "/":
        return host.removeprefix("www.") in known_hosts() and not host.endswith("google.com")
    return last.isalnum() or last.isspace() or last in "()[]{}<>\"',.;"
