"""`[links]`: which links a list does not want looked up, and how their hosts are treated.

A pull request may bring the config: it can make us gentler and more lenient, not reach what is guarded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from awesomelint.config.values import (
    Check,
    Table,
    UnfitError,
    a_list_of,
    a_number,
    a_string,
    a_whole_number,
    one_of,
)
from awesomelint.facts.web.provider_settings import BASES, DEFAULT_PROVIDERS
from awesomelint.facts.web.settings import HostManners

KEYS = ("exclude", "hosts", "providers")
"""The keys that belong to no rule."""

_MOST_AT_ONCE = 16
_LONGEST_PACE = 60.0
_STATUSES = (100, 999)
_API_HOSTS = frozenset({"api.github.com", "export.arxiv.org", "api2.openreview.net"})
"""Hosts whose statuses say what is true of a link."""
_MOST_PATTERNS = 200
"""Each is tried on each link."""
_LONGEST_PATTERN = 300


@dataclass(frozen=True)
class LinkSettings:
    """What a config says about looking links up."""

    exclude: tuple[str, ...] = ()
    """Patterns of hosts and of URLs, as in `awesomelint.facts.web.exclusion`."""
    hosts: Mapping[str, HostManners] = field(default_factory=dict)
    """By host, with the port where it is not the usual one."""
    providers: tuple[str, ...] | None = None
    """Those that are asked, in place of the usual ones."""

    @property
    def enabled_providers(self) -> tuple[str, ...]:
        """The providers that are asked."""
        return DEFAULT_PROVIDERS if self.providers is None else self.providers

    def __or__(self, other: LinkSettings) -> LinkSettings:
        """What both say together: all exclusions, all providers, and for a host the gentler limits."""
        hosts = dict(self.hosts)
        for host, manners in other.hosts.items():
            hosts[host] = _both(hosts[host], manners) if host in hosts else manners
        named = [each for each in (self.providers, other.providers) if each is not None]
        providers = tuple(dict.fromkeys(name for names in named for name in names)) if named else None
        return LinkSettings(tuple(dict.fromkeys((*self.exclude, *other.exclude))), hosts, providers)


def united(all_settings: Iterable[LinkSettings]) -> LinkSettings:
    """What the configs of all lists of a run say together."""
    result = LinkSettings()
    for settings in all_settings:
        result |= settings
    return result


def take_link_settings(links: Table) -> LinkSettings:
    """Read the part of `[links]` that belongs to no rule. Raises ConfigError."""
    exclude: tuple[str, ...] = links.take("exclude", _patterns, ())
    table = links.table("hosts")
    hosts = {}
    for name in table:
        host = _host(table, name)
        if host in hosts:
            raise table.error(name, "this host is there twice")
        hosts[host] = _manners(table.table(name))
        if hosts[host].accept and host in _API_HOSTS:
            raise table.error(name, "the answers of an API are not taken for others; leave 'accept' out")
    return LinkSettings(exclude, hosts, links.take("providers", _providers, None))


def _patterns(value: Any) -> tuple[str, ...]:
    patterns = a_list_of(a_string, "a list of patterns such as 'example.com' or 'https://example.com/*'")(
        value
    )
    if len(patterns) > _MOST_PATTERNS:
        raise UnfitError(f"{len(patterns)} patterns are too many; the limit is {_MOST_PATTERNS}")
    for pattern in patterns:
        if not pattern.strip() or len(pattern) > _LONGEST_PATTERN:
            raise UnfitError(f"a pattern must have 1 to {_LONGEST_PATTERN} characters")
    return patterns


_providers: Check[tuple[str, ...]] = a_list_of(one_of(tuple(BASES)), f"a list of {', '.join(BASES)}")


def _host(table: Table, name: str) -> str:
    """The host as links are compared with it."""
    from awesomelint.facts.web.urls import BadUrl, parse_url

    try:
        target = parse_url(f"https://{name}")
    except BadUrl as error:
        raise table.error(name, f"is no host such as 'example.com': {error}") from None
    if target.path != "/" or "@" in name or "#" in name:
        raise table.error(name, "is no host such as 'example.com', without scheme and path")
    return target.netloc


def _manners(table: Table) -> HostManners:
    statuses: tuple[int, ...] = table.take("accept", _statuses, ())
    at_once = table.take("at-once", a_whole_number(1, _MOST_AT_ONCE), None)
    pace = table.take("pace", a_number(0, _LONGEST_PACE), None)
    table.finish()
    return HostManners(at_once, pace, frozenset(statuses))


_statuses: Check[tuple[int, ...]] = a_list_of(a_whole_number(*_STATUSES), "a list of status codes")


def _both(one: HostManners, other: HostManners) -> HostManners:
    at_once = [each for each in (one.at_once, other.at_once) if each is not None]
    paces = [each for each in (one.pace, other.pace) if each is not None]
    return HostManners(min(at_once, default=None), max(paces, default=None), one.accept | other.accept)
