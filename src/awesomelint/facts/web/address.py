"""Which IP addresses are public, by an explicit table: `ipaddress.is_global` differs between Python versions.

Source: the IANA IPv4 and IPv6 Special-Purpose Address Registries, multicast included. Anycast services that
are "globally reachable" there (AS112, AMT, ORCHID) are in the table too: no web page lives at them.
"""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

IPAddress = IPv4Address | IPv6Address

_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared address space; Alibaba's metadata at 100.100.100.200
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # Azure's host, though the address is public
        "169.254.0.0/16",  # link-local; cloud metadata at 169.254.169.254 and .170.2
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # IETF protocol assignments; Oracle's metadata at 192.0.0.192
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relay
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and the limited broadcast
    )
)

_GLOBAL_UNICAST_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # IETF protocol assignments: ORCHID, benchmarking, AMT …
        "2001:db8::/32",  # documentation
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
"""Inside 2000::/3. All outside it is special: loopback, unique local, link-local, multicast, discard …"""

_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")
_ISATAP = (0x00005EFE, 0x02005EFE)
_LOW_32_BITS = 0xFFFFFFFF


def parse_address(text: str) -> IPAddress | None:
    """An address as `getaddrinfo` and `getpeername` write it, an IPv6 scope included; None for a name."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None


def embedded_addresses(address: IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that a packet to an IPv6 address ends up at, as far as the address itself tells."""
    bits = int(address)
    low = IPv4Address(bits & _LOW_32_BITS)
    if address in _MAPPED or address in _NAT64:
        return (low,)
    if address in _6TO4:
        return (IPv4Address(bits >> 80 & _LOW_32_BITS),)
    if address in _TEREDO:
        return (IPv4Address(bits >> 64 & _LOW_32_BITS), IPv4Address(bits & _LOW_32_BITS ^ _LOW_32_BITS))
    if bits >> 32 & _LOW_32_BITS in _ISATAP:
        return (low,)
    return ()


@lru_cache(maxsize=4096)
def is_public(text: str) -> bool:
    """Whether an address may be contacted on behalf of a stranger's list; False for what is no address."""
    address = parse_address(text)
    if address is None:
        return False
    if isinstance(address, IPv4Address):
        return _is_public_4(address)
    embedded = embedded_addresses(address)
    if not all(_is_public_4(inner) for inner in embedded):
        return False
    if address in _MAPPED or address in _NAT64 or address in _TEREDO:
        return True
    return address in _GLOBAL_UNICAST_6 and not any(address in network for network in _NOT_PUBLIC_6)


def _is_public_4(address: IPv4Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC_4)
