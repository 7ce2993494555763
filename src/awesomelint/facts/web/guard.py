"""What is never contacted on behalf of a list, which a stranger's pull request may have changed.

Names are judged here; the address that a connection really got to is judged in `connection`, before the
first byte is sent. A name that stands for a private address is found out there, or by the proxy.
"""

from __future__ import annotations

from awesomelint.facts.web.address import is_public, parse_address
from awesomelint.facts.web.urls import Target

_LOCAL_NAMES = frozenset({"localhost", "ip6-localhost", "ip6-loopback", "broadcasthost", "instance-data"})
_LOCAL_SUFFIXES = (
    ".localhost",  # RFC 6761
    ".localdomain",
    ".local",  # RFC 6762
    ".internal",  # reserved by ICANN for private use; Google's metadata
    ".home.arpa",  # RFC 8375
)


class NotPublic(Exception):  # noqa: N818 - a refusal, not an error
    """A target that must not be contacted; the message says why."""


def refuse_private_target(target: Target, *, behind_proxy: bool) -> None:
    """Raise `NotPublic` for a private address or a local name.

    A proxy resolves names itself and may know more than the public does: names without a dot are out.
    """
    host = target.host
    if parse_address(host) is not None:
        if not is_public(host):
            raise NotPublic(f"{host} is not a public address")
        return
    if host in _LOCAL_NAMES or host.endswith(_LOCAL_SUFFIXES):
        raise NotPublic(f"{host} is a local name")
    if behind_proxy and "." not in host:
        raise NotPublic(f"{host} is a name without a domain")


def public_addresses(host: str, addresses: list[str]) -> list[str]:
    """Those addresses of a host that may be contacted. Raises `NotPublic` where there are none."""
    public = [address for address in addresses if is_public(address)]
    if addresses and not public:
        raise NotPublic(f"{host} stands for {addresses[0]}, which is not a public address")
    return public
