"""Everything that is wrong with the shape of a URL, told from its text alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from awesomelint.values.urls.ends import inner_spaces, invisible_characters, swallowed_text, trailing_text
from awesomelint.values.urls.faults import UrlFault
from awesomelint.values.urls.glued import glued_host, glued_urls
from awesomelint.values.urls.scheme import broken_scheme, leading_text, missing_scheme

_PLAIN = re.compile(
    r"https?://(?:[A-Za-z0-9-]+\.)+(?!(?i:com|net|org)[A-Za-z0-9-])[A-Za-z0-9-]+"
    r"(?:/[A-Za-z0-9_./~=&?#+-]*)?(?<=[A-Za-z0-9/_-])"
)
"""A URL with which nothing is wrong, as nearly all are. An end like `.community` could be a glued host."""
_WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)


def find_url_faults(url: str, hosts: Collection[str] = ()) -> list[UrlFault]:
    """Every fault of a link's target, in order and without overlap; none where it may be meant as it is.

    `url` is what a browser gets, `hosts` are those that stand with a scheme elsewhere in the file. A relative
    path has a fault only if it is a URL whose scheme is missing or broken.
    """
    if _PLAIN.fullmatch(url):
        return []
    leading = leading_text(url)
    begin = leading.end if leading else 0
    body = url[begin:]
    scheme = broken_scheme(body) or missing_scheme(body, hosts)
    if not (scheme or _WEB.match(body)):
        return []
    inside = [scheme, glued_host(body), glued_urls(body), *invisible_characters(body)]
    inside += [swallowed_text(body), trailing_text(body), *inner_spaces(body)]
    moved = (fault._replace(start=fault.start + begin, end=fault.end + begin) for fault in inside if fault)
    return _without_overlap([*([leading] if leading else []), *moved])


def _without_overlap(faults: Iterable[UrlFault]) -> list[UrlFault]:
    """In order of place; of those that overlap, the one that starts first, or else the first in the list."""
    kept: list[UrlFault] = []
    for fault in sorted(faults, key=lambda fault: fault.start):
        if not kept or fault.start >= kept[-1].end:
            kept.append(fault)
    return kept
