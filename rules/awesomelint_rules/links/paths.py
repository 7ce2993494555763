"""Which targets of links are paths in the list's own repository."""

import re

from awesomelint.values.urls import find_url_faults, missing_scheme

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|[#?\s]|$")
_NO_PATH = re.compile(r"[<>{}|\\\x00-\x1f]|%7B|%7D", re.IGNORECASE)


def relative_target(url: str) -> str | None:
    """The path that a link's target names, without query and fragment; None where it names none.

    A template (`{{ url }}`) is no path, and neither is a host or a URL whose scheme is missing or broken.
    """
    if _ELSEWHERE.match(url) or _NO_PATH.search(url):
        return None
    if missing_scheme(url) or find_url_faults(url):
        return None
    return url.partition("#")[0].partition("?")[0]
