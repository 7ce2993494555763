"""URLs taken apart, and brought into the one form that equal URLs share (RFC 3986, section 6.2)."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

TRACKING_PARAMETERS = frozenset(
    (
        "_hsenc", "_hsmi", "dclid", "fbclid", "gbraid", "gclid", "igsh", "igshid", "mc_cid", "mc_eid",
        "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "ref_src", "ref_url", "ttclid", "twclid",
        "vero_id", "wbraid", "yclid",
    )
)  # fmt: skip
"""Query parameters that say where a visitor came from and never what is shown; so does every `utm_…`."""

_SHAPE = re.compile(
    r"(?:(https?|ftp):)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)
_AUTHORITY = re.compile(r"(\[[^\]]*\]|[^:]*)(?::(\d*))?", re.DOTALL)
_DEFAULT_PORTS = {"http": "80", "https": "443", "ftp": "21"}
_PLAIN = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@/?-]*")
_PERCENT = re.compile(r"%(?:([0-9A-Fa-f]{2})|)")
_NOT_IN_HOST = re.compile(r"[\s/?#@:\[\]\\%]")
_LONGEST_HOST = 253
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Url(NamedTuple):
    """The parts of a web link; `netloc` is the host with user and port."""

    scheme: str
    netloc: str
    host: str
    path: str
    query: str
    fragment: str

    @property
    def text(self) -> str:
        """The URL without its fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}{'?' if self.query else ''}{self.query}"

    @property
    def site(self) -> str:
        """The host without `www.`: what the site is known by."""
        return self.host.removeprefix("www.")

    @property
    def segments(self) -> list[str]:
        """The path's segments that are not empty."""
        return [segment for segment in self.path.split("/") if segment]

    def parameter(self, name: str) -> str:
        """The first value of a query parameter as it stands there; empty where it is missing."""
        for pair in self.query.split("&"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""


def split_url(text: str) -> Url | None:
    """The parts of a link that leads to another host, in normal form; None for any other text.

    Scheme and host are in lower case, the host in its ASCII form; the default port, dot segments and an
    empty query are gone; the path is at least `/`; characters are percent-encoded exactly where RFC 3986
    wants it. A link without a scheme (`//host/path`) is read as https. The fragment is left as it is. Without
    a host, or with a port that is no number, it leads nowhere.
    """
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None:
        return None
    scheme = (shape[1] or "https").lower()
    user, at, address = shape[2].rpartition("@")
    authority = _AUTHORITY.fullmatch(address)
    if authority is None:
        return None
    host, port = _normal_host(authority[1]), authority[2]
    if not host:
        return None
    suffix = f":{port}" if port and port != _DEFAULT_PORTS[scheme] else ""
    path = _without_dot_segments(_normal_encoding(shape[3]))
    query = _normal_encoding(shape[4] or "")
    return Url(scheme, f"{user}{at}{host}{suffix}", host, path, query, shape[5] or "")


def without_tracking(query: str) -> str:
    """A query without the parameters that only say where a visitor came from."""
    if not query:
        return query
    return "&".join(pair for pair in query.split("&") if not is_tracking(pair.partition("=")[0]))


def is_tracking(name: str) -> bool:
    """Whether a query parameter only says where a visitor came from."""
    return name in TRACKING_PARAMETERS or name.startswith("utm_")


def _normal_host(host: str) -> str:
    host = host.rstrip(".").lower()
    if host.isascii() or len(host) > _LONGEST_HOST:
        return host
    try:
        mapped = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        return host
    # The mapping can bring forth delimiters (U+2100 becomes `a/c`), and with them another host.
    return host if _NOT_IN_HOST.search(mapped) else mapped


def _normal_encoding(part: str) -> str:
    """Unreserved characters bare, everything that may not stand in a URL percent-encoded."""
    if _PLAIN.fullmatch(part):
        return part
    part = quote(part, safe="/:@!$&'()*+,;=?%~", errors="surrogatepass")
    return _PERCENT.sub(_normal_triplet, part)


def _normal_triplet(match: re.Match[str]) -> str:
    digits = match[1]
    if digits is None:
        return "%25"
    character = chr(int(digits, 16))
    return character if character in _UNRESERVED else f"%{digits.upper()}"


def _without_dot_segments(path: str) -> str:
    if "/." not in path:
        return path or "/"
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments[1:]:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
