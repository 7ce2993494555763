"""Copies of dead pages in the Wayback Machine: the one provider that is asked about what others found out."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from awesomelint.facts.web.history import History
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.providers.every import enabled_providers
from awesomelint.facts.web.providers.inquiry import Inquiry, Wanted
from awesomelint.facts.web.providers.provider import DAY
from awesomelint.facts.web.providers.wayback import Wayback, copy_of
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.transport import Transport
from awesomelint.needs import Liveness

_LIFETIME = 30 * DAY
"""For how long a copy need not be looked for again."""
_TICK = 0.1


def with_copies(
    found: Iterable[Liveness],
    settings: WebSettings,
    names: Names,
    history: History | None,
    seconds: float | None,
) -> dict[str, Liveness]:
    """The dead links that have a copy, with it, by URL; none unless it is enabled.

    Takes so many seconds at most, and ends with an interrupt; what is not found by then another run may find.
    """
    dead = {each.url: each for each in found if each.verdict == "dead"}
    if not dead or Wayback.name not in settings.providers.enabled:
        return {}
    transport = Transport(settings, names)
    (wayback,) = (
        each for each in enabled_providers(settings.providers, transport) if isinstance(each, Wayback)
    )
    wanted: Wanted = {wayback: dict.fromkeys(dead, _LIFETIME)}
    inquiry = Inquiry([wayback], {}, wanted, settings, history, settings.clock())
    with suppress(KeyboardInterrupt):
        _ask(inquiry, seconds)
    inquiry.stop()
    if history:
        history.flush()
    copies = {url: inquiry.facts(Wayback.name, url, _LIFETIME) for url in dead}
    places = {url: copy_of(facts) for url, facts in copies.items() if facts is not None}
    return {
        url: replace(dead[url], archived_url=place, archived_on=day) for url, (place, day) in places.items()
    }


def _ask(inquiry: Inquiry, seconds: float | None) -> None:
    ends_at = None if seconds is None else time.monotonic() + seconds
    inquiry.start()
    while inquiry.is_open() and (ends_at is None or time.monotonic() < ends_at):
        inquiry.wait(_TICK)
