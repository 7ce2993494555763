"""Places on the web that a link may end up at instead of its page: logins, markets of domains."""

from __future__ import annotations

import re

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
_LOGIN_HOST = re.compile(r"(?:log[-_]?in|sign[-_]?in|sso|auth|idp|cas|accounts?|passport)\..+\..+")
_AUTH_PATH = re.compile(r"/(?:auth|authorize|session/new|accounts?/login|identity|uas)(?:[/?]|$)")


def is_login(host: str, path: str) -> bool:
    """Whether a place asks who one is, by its host and path."""
    plain = path.partition("?")[0].lower()
    if any(_LOGIN_SEGMENT.fullmatch(segment) for segment in plain.split("/")):
        return True
    return bool(_AUTH_PATH.search(path.lower()) or _LOGIN_HOST.fullmatch(host))


def is_parking_host(host: str) -> bool:
    """Whether a host is a market of domains."""
    return host in PARKING_HOSTS or host.endswith(tuple("." + parking for parking in PARKING_HOSTS))
