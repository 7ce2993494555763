"""A URL as a browser reads it: which host is asked for what. After the WHATWG URL standard.

What is connected to and what is checked come from this one reading, so that a URL cannot mean one host to
the guard and another to the socket. User names and passwords are dropped.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_C0_OR_SPACE = "".join(map(chr, range(0x21)))
_FORBIDDEN_IN_HOST = re.compile(r"[\x00-\x20\x7f#%/:<>?@\[\\\]^|\"`{}]")
_DOT_SEGMENT = re.compile(r"(?i)/(?:\.|%2e){1,2}(?:/|$)")
_PATH_SAFE = "!$%&'()*+,/:;=@[]~"
_QUERY_SAFE = _PATH_SAFE + "?"
_MAX_NAME = 253
_MAX_LABEL = 63
_MAX_PORT = 65535


class BadUrl(ValueError):  # noqa: N818
    """A URL that no browser can open; the message says why."""


class OtherScheme(BadUrl):
    """A URL that is not for HTTP."""


class Target(NamedTuple):
    """A request's aim. `host` is lower-case ASCII, an IP address in its usual form; `path` has the query."""

    scheme: str
    host: str
    port: int
    path: str
    netloc: str
    """Host and port as a URL has them, without a default port."""

    @property
    def url(self) -> str:
        """The URL without credentials and fragment."""
        return f"{self.scheme}://{self.netloc}{self.path}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one connection serves."""
        return f"{self.scheme}://{self.netloc}"


def parse_url(url: str) -> Target:
    """Read a URL. Raises `OtherScheme` where it is not for HTTP, `BadUrl` where it cannot be opened."""
    text = _without_blanks(url)
    match = _SCHEME.match(text)
    if match is None:
        raise BadUrl("no scheme")
    scheme = match[1].lower()
    if scheme not in _DEFAULT_PORTS:
        raise OtherScheme(f"{scheme}: is not for HTTP")
    rest = text[match.end() :].partition("#")[0]
    hierarchy, question, query = rest.partition("?")
    hierarchy = hierarchy.replace("\\", "/")
    if not hierarchy.startswith("//"):
        raise BadUrl("no host")
    authority, slash, path = hierarchy[2:].partition("/")
    host, port = _host_and_port(authority)
    encoded = quote(_without_dot_segments(slash + path) or "/", safe=_PATH_SAFE, errors="replace")
    if question:
        encoded += "?" + quote(query, safe=_QUERY_SAFE, errors="replace")
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[scheme]:
        netloc += f":{port}"
    return Target(scheme, host, port or _DEFAULT_PORTS[scheme], encoded, netloc)


def join_url(base: Target, location: str) -> Target:
    """Where a redirect leads. Raises as `parse_url` does."""
    text = _without_blanks(location)
    scheme = _SCHEME.match(text)
    if scheme is not None:
        is_relative = scheme[1].lower() == base.scheme and not text[scheme.end() :].startswith(("/", "\\"))
        if not is_relative:
            return parse_url(text)
        text = text[scheme.end() :]
    text = text.partition("#")[0]
    reference, question, query = text.partition("?")
    reference = reference.replace("\\", "/")
    if reference.startswith("//"):
        return parse_url(f"{base.scheme}:{reference}{question}{query}")
    path = base.path.partition("?")[0]
    if not reference:
        tail = f"{path}?{query}" if question else base.path
    elif reference.startswith("/"):
        tail = reference + question + query
    else:
        tail = f"{path.rpartition('/')[0]}/{reference}{question}{query}"
    return parse_url(base.origin + tail)


def _without_blanks(url: str) -> str:
    return url.strip(_C0_OR_SPACE).replace("\t", "").replace("\n", "").replace("\r", "")


def _host_and_port(authority: str) -> tuple[str, int | None]:
    place = authority.rpartition("@")[2]
    host, port = place, ""
    if place.startswith("["):
        inner, bracket, after = place[1:].partition("]")
        if not bracket or (after and not after.startswith(":")):
            raise BadUrl("an IPv6 address that is not closed")
        return _ipv6(inner), _port(after[1:])
    if ":" in place:
        host, _, port = place.rpartition(":")
    return parse_host(host), _port(port)


def _port(digits: str) -> int | None:
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()) or not 0 < int(digits[:6]) <= _MAX_PORT or len(digits) > 5:
        raise BadUrl(f"no such port: {digits[:20]}")
    return int(digits)


def _ipv6(text: str) -> str:
    try:
        return str(IPv6Address(text.partition("%")[0]))
    except AddressValueError:
        raise BadUrl("not an IPv6 address") from None


def parse_host(text: str) -> str:
    """A host without port as it is looked up: decoded, lower-case ASCII, IPv4 in four decimal parts."""
    if "%" in text:
        text = unquote_to_bytes(text).decode("utf-8", "replace")
    host = text.lower() if text.isascii() else _to_ascii(text)
    forbidden = _FORBIDDEN_IN_HOST.search(host)
    if forbidden:
        raise BadUrl(f"{forbidden[0]!r} in the host name")
    host = host.removesuffix(".")
    if _ends_in_number(host):
        return _ipv4(host)
    labels = host.split(".")
    if not all(labels):
        raise BadUrl("the host name has an empty part" if host else "no host")
    if not all(map(_is_sound, labels)):
        raise BadUrl("the host name is no valid IDNA")
    if len(host) > _MAX_NAME or max(map(len, labels)) > _MAX_LABEL:
        raise BadUrl("the host name is too long")
    return host


def _is_sound(label: str) -> bool:
    if not label.startswith("xn--"):
        return True
    try:
        return bool(label[4:].encode("ascii").decode("punycode"))
    except UnicodeError:
        return False


def _to_ascii(host: str) -> str:
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        pass
    # Browsers map by UTS 46 only, and so open names that IDNA 2008 refuses, such as those of emoji.
    try:
        mapped = idna.uts46_remap(host, std3_rules=False)
    except idna.IDNAError as error:
        raise BadUrl(f"the host name is no valid IDNA: {error}") from None
    labels = (
        label if label.isascii() else "xn--" + label.encode("punycode").decode()
        for label in mapped.split(".")
    )
    return ".".join(labels)


def _ends_in_number(host: str) -> bool:
    last = host.rpartition(".")[2]
    return last.isdigit() or re.fullmatch("0x[0-9a-f]*", last) is not None


def _ipv4(host: str) -> str:
    parts = host.split(".")
    try:
        numbers = [_number(part) for part in parts]
        *heads, tail = numbers
        if len(parts) > 4 or max(heads, default=0) > 0xFF or tail >= 256 ** (5 - len(parts)):
            raise BadUrl("not an IPv4 address")
    except ValueError:
        raise BadUrl("not an IPv4 address") from None
    value = tail + sum(head * 256 ** (3 - place) for place, head in enumerate(heads))
    return str(IPv4Address(value))


def _number(part: str) -> int:
    if len(part) > 20:
        raise ValueError
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") and part != "0" else int(part)


def _without_dot_segments(path: str) -> str:
    if not _DOT_SEGMENT.search(path):
        return path
    kept: list[str] = []
    pieces = path.split("/")[1:]
    for index, piece in enumerate(pieces):
        plain = piece.lower().replace("%2e", ".")
        is_last = index == len(pieces) - 1
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(piece)
        if is_last and plain in {".", ".."}:
            kept.append("")
    return "/" + "/".join(kept)
