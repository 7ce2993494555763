"""A whole run: takes links from the schedule, has them fetched, and lets each journey decide what follows."""

from __future__ import annotations

import time
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass, field

from awesomelint.facts.web.exchange import Failed, Reply
from awesomelint.facts.web.journey import Ask, Journey, Outcome, Pause
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.schedule import Schedule
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.transport import Transport
from awesomelint.facts.web.urls import Target
from awesomelint.facts.web.verdicts import HOST_SIGNALS, MEANINGS, Signal
from awesomelint.facts.web.workers import Workers

_TICK = 0.2
"""Seconds between two looks at the clock while nothing happens; an interrupt is seen within it."""
_ODDMENT = 0.01
_ROLL_CALL = 1.0
"""Seconds between two looks for requests that hang."""
_GRACE = 5.0
"""Seconds beyond its time after which a request that does not come back is left behind."""
_HEARD = frozenset({Signal.TLS, Signal.UNKNOWN_AUTHORITY, Signal.NOT_HTTP})
"""What shows that a host is there, though no answer came that can be read."""
_SILENT_HOSTS = 20
_SILENT_SECONDS = 10.0
"""So many hosts in so long a time, and none that answered: there is no network, and no use in asking on.
Hosts that fail are often heard of before the first that answers."""


@dataclass
class Hosts:
    """How the hosts of a run behaved."""

    answered: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    silent_before: Set[str] = frozenset()
    """Those that did not answer in the run before either. Failures are asked for anew and good answers are
    not, so a later run may ask hardly anyone else: their silence shows nothing about this machine."""

    def count_silent(self) -> int:
        """How many hosts are silent that should not be."""
        return len(self.silent - self.answered - self.silent_before)

    def seem_offline(self) -> bool:
        """Whether most hosts failed, of so many that this cannot be their fault."""
        silent = self.count_silent()
        return silent > len(self.answered) and silent > 2


@dataclass(slots=True)
class _Underway:
    journey: Journey
    host: str
    origin: str
    overdue_at: float


class Run:
    """Looks up the links that it is given, once; those that are `held` only when they are released."""

    def __init__(
        self,
        targets: Mapping[str, Target],
        settings: WebSettings,
        names: Names,
        held: Container[str] = frozenset(),
        silent_before: Set[str] = frozenset(),
    ) -> None:
        self.hosts = Hosts(silent_before=silent_before)
        self.behind_proxy = False
        self.refusals: dict[str, str] = {}
        """Hosts that were given up, with the reason."""
        self._settings = settings
        self._transport = Transport(settings, names)
        self._workers = Workers(self._transport, settings.threads)
        self._schedule = Schedule(settings)
        self._held = held
        self._open = {url: Journey(url, target, settings) for url, target in targets.items()}
        self.total = len(self._open)
        self._underway: dict[int, _Underway] = {}
        self._tickets = 0
        self._next_roll_call = 0.0
        self._began_at = time.monotonic()
        self._ends_at = None if settings.max_time is None else self._began_at + settings.max_time

    def release(self, url: str) -> Outcome | None:
        """Look up a link that was held; how it ends where its host was given up meanwhile."""
        journey = self._open[url]
        refusal = self.refusals.get(journey.target.netloc)
        if refusal is None:
            self._enter(journey)
            return None
        _, outcome = self._close(journey, journey.give_up(Signal.HOST_GIVEN_UP, refusal))
        return outcome

    def settle(self, url: str) -> None:
        """Let go of a link that was held: its end is known from elsewhere."""
        self._open.pop(url, None)

    def outcomes(self) -> Iterator[tuple[str, Outcome] | None]:
        """Each link's outcome as it becomes known; None now and then, for whoever wants to look at the clock.

        Stops early when time is up or nothing answers; `remainder` then has the rest.
        """
        for url, journey in self._open.items():
            if url not in self._held:
                self._enter(journey)
        try:
            while self._open and not self.is_over():
                self._dispatch()
                yield from self._collect()
                yield None
        finally:
            self._workers.stop()
            self._transport.close()

    def _enter(self, journey: Journey) -> None:
        self.behind_proxy = self.behind_proxy or self._transport.is_proxied(journey.target)
        self._schedule.add(journey, time.monotonic())

    def remainder(self, signal: Signal, reason: str) -> Iterator[tuple[str, Outcome]]:
        """The links that were not looked up to the end."""
        for url, journey in self._open.items():
            yield url, journey.give_up(signal, reason)

    def is_out_of_time(self) -> bool:
        """Whether the run's own time is used up."""
        return self._ends_at is not None and time.monotonic() >= self._ends_at

    def is_over(self) -> bool:
        """Whether there is no use in asking on: the time is used up, or nothing answers."""
        return self.is_out_of_time() or (
            not self.hosts.answered
            and self.hosts.count_silent() >= _SILENT_HOSTS
            and time.monotonic() - self._began_at >= _SILENT_SECONDS
        )

    def _dispatch(self) -> None:
        while self._workers.has_room():
            now = time.monotonic()
            journey = self._schedule.next(now)
            if journey is None:
                return
            target = journey.target
            request = journey.request()
            self._tickets += 1
            self._underway[self._tickets] = _Underway(
                journey, target.netloc, target.origin, now + request.seconds + _GRACE
            )
            self._workers.submit(self._tickets, request)

    def _collect(self) -> Iterator[tuple[str, Outcome]]:
        wakes_at = self._schedule.wakes_at()
        timeout = _TICK if wakes_at is None else min(max(wakes_at - time.monotonic(), _ODDMENT), _TICK)
        result = self._workers.result(timeout)
        while result is not None:
            ticket, came, spent = result
            underway = self._underway.pop(ticket, None)
            if underway is not None:
                yield from self._take(underway, came, spent)
            result = self._workers.result(0)
        yield from self._leave_behind()

    def _take(self, underway: _Underway, came: Reply | Failed, spent: float) -> Iterator[tuple[str, Outcome]]:
        now = time.monotonic()
        if self._schedule.answered(underway.journey, underway.host, now):
            self._transport.forget(underway.journey.target)
        self._note_host(underway.host, came)
        yield from self._advance(underway.journey, underway.host, came, spent, now)
        if isinstance(came, Failed) and came.signal in HOST_SIGNALS:
            for journey in self._schedule.take_due(underway.host, underway.origin, now):
                yield from self._advance(journey, underway.host, came, 0.0, now)

    def _advance(
        self, journey: Journey, host: str, came: Reply | Failed, spent: float, now: float
    ) -> Iterator[tuple[str, Outcome]]:
        step = journey.advance(came, spent)
        if isinstance(step, Outcome):
            yield self._close(journey, step)
        elif isinstance(step, Pause):
            until = self._schedule.pause(host, step.seconds, now)
            if until is not None:
                self._schedule.rest(journey, until, now)
                return
            self.refusals[host] = self._refusal(host)
            yield self._close(
                journey,
                Outcome(Signal.THROTTLED, MEANINGS[Signal.THROTTLED].verdict, "429 Too Many Requests", 429),
            )
            for waiting in self._schedule.take_all(host):
                yield self._close(waiting, waiting.give_up(Signal.HOST_GIVEN_UP, self.refusals[host]))
        else:
            yield from self._go_on(journey, step, now)

    def _refusal(self, host: str) -> str:
        if host.partition(":")[0] == "github.com" and not self._settings.providers.github_token:
            return "github.com refuses without GITHUB_TOKEN"
        return f"{host} refuses further requests (429 Too Many Requests)"

    def _go_on(self, journey: Journey, step: Ask, now: float) -> Iterator[tuple[str, Outcome]]:
        refusal = self.refusals.get(journey.target.netloc)
        if refusal is not None:
            yield self._close(journey, journey.give_up(Signal.HOST_GIVEN_UP, refusal))
        elif step.is_new_round:
            self._schedule.rest(journey, now + step.wait, now)
        else:
            self._schedule.go_on(journey, now)

    def _close(self, journey: Journey, outcome: Outcome) -> tuple[str, Outcome]:
        self._open.pop(journey.url, None)
        return journey.url, outcome

    def _note_host(self, host: str, came: Reply | Failed) -> None:
        if isinstance(came, Reply) or came.signal in _HEARD:
            self.hosts.answered.add(host)
        elif came.signal not in {Signal.NOT_PUBLIC, Signal.DEADLINE}:
            self.hosts.silent.add(host)

    def _leave_behind(self) -> Iterator[tuple[str, Outcome]]:
        """Requests that hang where no timeout reaches, such as in the system's name look-up."""
        now = time.monotonic()
        if now < self._next_roll_call:
            return
        self._next_roll_call = now + _ROLL_CALL
        overdue = [ticket for ticket, underway in self._underway.items() if underway.overdue_at < now]
        for ticket in overdue:
            underway = self._underway.pop(ticket)
            self._workers.replace_one()
            failed = Failed(Signal.DEADLINE, "the request did not come back")
            yield from self._take(underway, failed, 0.0)
