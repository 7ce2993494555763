"""Copies of dead pages in the Wayback Machine: the one provider that is asked about what others found out."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from awesomelint.facts.web.history import History
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.providers.every import enabled_providers
from awesomelint.facts.web.providers.inquiry import Inquiry, Wanted
from awesomelint.facts.web.providers.provider import DAY, Facts
from awesomelint.facts.web.providers.wayback import Wayback, copy_of
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.transport import Transport
from awesomelint.needs import Liveness

_LIFETIME = 30 * DAY
"""For how long a copy need not be looked for again."""
_TICK = 0.1


class Copies(NamedTuple):
    """The dead links that have a copy, by URL, what went wrong, and whether someone interrupted."""

    liveness: Mapping[str, Liveness] = MappingProxyType({})
    problem: str = ""
    interrupted: bool = False


def find_copies(
    found: Iterable[Liveness],
    settings: WebSettings,
    names: Names,
    history: History | None,
    seconds: float | None,
) -> Copies:
    """Copies of the dead links, if the provider is enabled.

    Takes so many seconds at most; what is not found by then another run may find.
    """
    dead = {each.url: each for each in found if each.verdict == "dead"}
    if not dead or Wayback.name not in settings.providers.enabled:
        return Copies()
    providers = enabled_providers(settings.providers, Transport(settings, names))
    wanted: Wanted = {each: dict.fromkeys(dead, _LIFETIME) for each in providers if isinstance(each, Wayback)}
    inquiry = Inquiry([], {}, wanted, settings, history, settings.clock())
    interrupted = _ask(inquiry, seconds)
    if history:
        history.flush()
    copies = {url: inquiry.facts(Wayback.name, url, _LIFETIME) for url in dead}
    liveness = {url: _with_copy(dead[url], facts) for url, facts in copies.items() if facts is not None}
    return Copies(liveness, "; ".join(inquiry.problems.values()), interrupted)


def recalled_copies(found: Iterable[Liveness], history: History) -> Mapping[str, Liveness]:
    """The dead links of which an earlier run has found a copy, by URL."""
    dead = {each.url: each for each in found if each.verdict == "dead"}
    return {url: _with_copy(dead[url], fact.facts) for url, fact in history.facts(Wayback.name, dead).items()}


def _with_copy(liveness: Liveness, facts: Facts) -> Liveness:
    place, day = copy_of(facts)
    return replace(liveness, archived_url=place, archived_on=day)


def _ask(inquiry: Inquiry, seconds: float | None) -> bool:
    """Ask until all is answered or the time is used up; whether someone interrupted."""
    ends_at = None if seconds is None else time.monotonic() + seconds
    inquiry.start()
    try:
        while inquiry.is_open() and (ends_at is None or time.monotonic() < ends_at):
            inquiry.wait(_TICK)
    except KeyboardInterrupt:
        return True
    finally:
        inquiry.stop()
    return False
