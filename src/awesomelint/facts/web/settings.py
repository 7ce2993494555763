"""How a run asks the web. Flags and the environment set these; a list's config only what its comment says."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from awesomelint.facts.web.provider_settings import ProviderSettings, providers_from_environment

ALLOW_PRIVATE_VARIABLE = "AWESOMELINT_ALLOW_PRIVATE_ADDRESSES"
_DAY = 86400.0


@dataclass(frozen=True)
class HostManners:
    """How one host is treated: requests at once, seconds between them, statuses that are as good as 200."""

    at_once: int | None = None
    pace: float | None = None
    accept: frozenset[int] = frozenset()


_KNOWN_MANNERS = {
    "github.com": HostManners(at_once=2, pace=0.25),
    "arxiv.org": HostManners(at_once=1, pace=0.25),
}
"""Hosts that turn programs away which ask as fast as others allow; arXiv asks for four requests a second."""

_T = TypeVar("_T")


@dataclass(frozen=True)
class WebSettings:
    """Limits and manners. Times are in seconds.

    `allow_private` lifts the guard on addresses, for lists of an intranet and for tests; nothing else does. A
    list's config may set `exclude`, `hosts` and which providers are enabled, and no more.
    """

    max_time: float | None = None
    max_age: float = 7 * _DAY
    """For how long a good answer of an earlier run is believed."""
    allow_private: bool = False
    exclude: tuple[str, ...] = ()
    """Patterns of hosts and URLs that are not looked up (see `exclusion`)."""
    hosts: Mapping[str, HostManners] = field(default_factory=dict)
    """By host name, with the port where it is not the usual one."""
    threads: int = 160
    """Requests under way in all. With what is kept open beside them this stays below the 256 files that
    macOS allows a process."""
    per_host: int = 4
    """Requests under way at one host; those that it keeps waiting for more than two seconds count less."""
    pace: float = 0.05
    """Between the starts of two requests at one host."""
    connect_timeout: float = 5.0
    read_timeout: float = 10.0
    link_timeout: float = 20.0
    """For all requests of a link together, redirects and retries included."""
    patience: float = 20.0
    """The longest that a host may ask us to pause, in one run."""
    providers: ProviderSettings = field(default_factory=ProviderSettings)
    """Which hosts are asked about their own things, and where."""
    clock: Callable[[], float] = time.time
    """Seconds since 1970, in UTC."""

    def manners(self, netloc: str) -> HostManners:
        """How a host is treated: as the list wants, else as the host is known to want, else as all are."""
        own, known = self.hosts.get(netloc, HostManners()), _KNOWN_MANNERS.get(netloc, HostManners())
        at_once = (own.at_once, known.at_once, self.per_host)
        pace = (own.pace, known.pace, self.pace)
        return HostManners(_first(at_once), _first(pace), own.accept)


def _first(values: tuple[_T | None, ...]) -> _T | None:
    return next((value for value in values if value is not None), None)


def settings_from_environment(environ: Mapping[str, str]) -> WebSettings:
    """The defaults, with what only the environment may say: private addresses, tokens, where APIs lie."""
    return WebSettings(
        allow_private=environ.get(ALLOW_PRIVATE_VARIABLE, "") not in {"", "0", "false"},
        providers=providers_from_environment(environ),
    )


@dataclass(frozen=True)
class Progress:
    """How far a run has come: distinct URLs, and how many have which verdict."""

    done: int
    total: int
    verdicts: dict[str, int] = field(default_factory=dict)
