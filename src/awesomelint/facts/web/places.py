"""Places on the web that a link may end up at instead of its page: logins, home pages, error pages …"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from awesomelint.facts.web.urls import Target

PARKING_HOSTS = (
    "hugedomains.com",
    "dan.com",
    "afternic.com",
    "sedo.com",
    "sedoparking.com",
    "undeveloped.com",
    "domainmarket.com",
    "parkingcrew.com",
    "bodis.com",
)
"""Markets that a parked domain redirects to."""

_LOGIN_SEGMENT = re.compile(
    r"(?:log[-_]?in|sign[-_]?in|log[-_]?on|sign[-_]?on|sso|servicelogin|wp-login|saml2?|cas|adfs|shibboleth"
    r"|authenticate|authentication|oauth2?|authwall)(?:\.(?:php|aspx?|jsp|html?|do|action))?"
)
_FOR_ERRORS = re.compile(r"(?i)/err(?:or)?s?\b")
"""Pages for errors have the link in their query as well."""
_LOGIN_HOST = re.compile(r"(?:log[-_]?in|sign[-_]?in|sso|auth|idp|cas|accounts?|passport)\..+\..+")
_AUTH_PATH = re.compile(r"/(?:auth|authorize|session/new|accounts?/login|identity|uas)(?:[/?]|$)")
_ERROR_PAGE = re.compile(
    r"(?i)/(?:error[-_/]?)?(?:404|410)(?:\.\w{2,5})?/?(?:\?|$)|/(?:page-?)?not-?_?found(?:\.\w{2,5})?/?(?:\?|$)"
    r"|[?&]aspxerrorpath="
)
_PARKED_PREFIX = re.compile(r"ww\d\d")
"""One digit is common on living sites, too."""
_HOME = re.compile(r"(?i)/(?:(?:index|default|home|main)(?:\.\w{2,5})?)?/?")
_LANGUAGE_HOME = re.compile(r"(?i)/[a-z]{2}(?:[-_][a-z]{2})?/?")
_CERTAIN_LANGUAGE_HOME = re.compile(r"(?i)/(?:en|de|fr|es|pt|ru|zh|ja|ko|[a-z]{2}[-_][a-z]{2})/?")
"""`/it/` and `/cs/` are departments, too."""
_FRONT_END = re.compile(
    r"(?i)(?:^|/)(?:(?:index|default)\.\w{2,5}"
    r"|(?:[a-z]{2}(?:[-_][a-z]{2})?/)?(?:latest|stable|v?\d{1,2}(?:\.\d{1,3})+)(?:/index\.html?)?)$"
)
"""How the path of a front page ends: that of a folder, or of a manual in one of its versions."""
_TELLING_PATH = 4
"""Characters from which a path is not found in a query by chance."""


def is_login(place: Target) -> bool:
    """Whether a place asks who one is, by its host and path."""
    path = place.path.partition("?")[0].lower()
    if any(_LOGIN_SEGMENT.fullmatch(segment) for segment in path.split("/")):
        return True
    return bool(_AUTH_PATH.search(path) or _LOGIN_HOST.fullmatch(place.host))


def is_gate(place: Target, start: Target) -> bool:
    """Whether a place means to send the reader back, as consents do: it has the link in its query."""
    path, _, query = place.path.partition("?")
    wanted = start.path.partition("?")[0]
    if len(wanted) < _TELLING_PATH or path == "/" or wanted in path or _FOR_ERRORS.search(path):
        return False
    return wanted in unquote(query) or quote(wanted, safe="") in query


def is_parking_host(host: str) -> bool:
    """Whether a host is a market of domains."""
    return host in PARKING_HOSTS or host.endswith(tuple("." + parking for parking in PARKING_HOSTS))


def is_parking_page(place: Target, start: Target) -> bool:
    """Whether a parked domain shows its advertisements there: at `ww25.` before the link's own host."""
    prefix, dot, host = place.host.partition(".")
    is_own = dot and host == start.host.removeprefix("www.")
    return bool(is_own and (_PARKED_PREFIX.fullmatch(prefix) or (prefix == "ww1" and "sub" in place.path)))


def is_error_page(place: Target) -> bool:
    """Whether a place is, by its path, where a site says that a page does not exist."""
    return bool(_ERROR_PAGE.search(place.path))


def is_home(place: Target) -> bool:
    """Whether a place is a site's home page."""
    return bool(_HOME.fullmatch(place.path))


def drops_path(start: Target, final: Target) -> bool:
    """Whether a deep link ended at a home page. A short path may well have got a site of its own."""
    if is_home(start) or _LANGUAGE_HOME.fullmatch(start.path):
        return False
    segments = _segments(start)
    if not is_home(final):
        # One segment may have become the home page of a part of the site.
        return len(segments) > 1 and bool(_CERTAIN_LANGUAGE_HOME.fullmatch(final.path))
    if start.host.removeprefix("www.") == final.host.removeprefix("www."):
        return bool(segments)
    return len(segments) > 1


def _segments(start: Target) -> list[str]:
    """The path's parts, without what only says that it is a front page."""
    path = start.path.partition("?")[0].strip("/")
    match = _FRONT_END.search(path)
    return [segment for segment in (path[: match.start()] if match else path).split("/") if segment]
