"""Which link is asked when: one queue a host, few requests at a time and a pause between, breadth first.

Everything here belongs to the thread that runs the loop; nothing is locked.
"""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field

from awesomelint.facts.web.journey import Journey
from awesomelint.facts.web.settings import WebSettings

_SLOW = 2.0
"""Seconds after which a request no longer counts against its host's limit: it waits, it does not work."""
_MOST_SLOW = 4
"""How many times the limit may be under way when they are slow."""
_FIRST_PAUSE = 2.0
"""Seconds for which a host is left alone that says too many, but not how long; doubled each time."""
_LEAST_PAUSE = 0.5


@dataclass
class _Host:
    name: str
    limit: int
    pace: float
    first: deque[Journey] = field(default_factory=deque)
    later: list[tuple[float, int, Journey]] = field(default_factory=list)
    """Links that rest before their next round; taken up after the first pass."""
    running: dict[Journey, float] = field(default_factory=dict)
    not_before: float = 0.0
    wakes_at: float | None = None
    next_pause: float = _FIRST_PAUSE
    paused: float = 0.0


class Schedule:
    """The links of a run that wait to be asked. Times are those of `time.monotonic`."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings
        self._hosts: dict[str, _Host] = {}
        self._wakes: list[tuple[float, int, _Host]] = []
        self._count = 0

    def add(self, journey: Journey, now: float) -> None:
        """Put a link at the end of its host's first pass."""
        host = self._host(journey)
        host.first.append(journey)
        self._plan(host, now)

    def go_on(self, journey: Journey, now: float) -> None:
        """Put a link that was redirected at the head of the queue of the host that it was sent to."""
        host = self._host(journey)
        host.first.appendleft(journey)
        self._plan(host, now)

    def rest(self, journey: Journey, until: float, now: float) -> None:
        """Put a link aside until a time, behind the first pass."""
        host = self._host(journey)
        self._count += 1
        heapq.heappush(host.later, (until, self._count, journey))
        self._plan(host, now)

    def next(self, now: float) -> Journey | None:
        """The next link that may be asked now, taken out."""
        while self._wakes and self._wakes[0][0] <= now:
            at, _, host = heapq.heappop(self._wakes)
            if at != host.wakes_at:
                continue
            host.wakes_at = None
            start = self._earliest(host, now)
            if start is None or start > now:
                self._plan(host, now)
                continue
            journey = host.first.popleft() if host.first else heapq.heappop(host.later)[2]
            host.running[journey] = now
            host.not_before = max(host.not_before, now + host.pace)
            self._plan(host, now)
            return journey
        return None

    def wakes_at(self) -> float | None:
        """When to call `next` again, unless an answer comes first; it may be too early, never too late."""
        return self._wakes[0][0] if self._wakes else None

    def answered(self, journey: Journey, host: str, now: float) -> bool:
        """Note that a request at a host has ended; whether nothing more waits for the host."""
        queue = self._hosts[host]
        queue.running.pop(journey, None)
        self._plan(queue, now)
        return not (queue.first or queue.later or queue.running)

    def pause(self, host: str, seconds: float | None, now: float) -> float | None:
        """Leave a host alone for a while. Returns until when, or None where it asks for too much patience."""
        queue = self._hosts[host]
        if queue.not_before > now + queue.pace:
            return queue.not_before
        if not seconds:
            # Not even a host that says 0 seconds wants to be asked forty times for one link.
            seconds = queue.next_pause
            queue.next_pause *= 2
        queue.paused += max(seconds, _LEAST_PAUSE)
        if queue.paused > self._settings.patience:
            return None
        queue.not_before = now + max(seconds, _LEAST_PAUSE)
        return queue.not_before

    def take_all(self, host: str) -> list[Journey]:
        """All links that wait for a host, taken out."""
        queue = self._hosts[host]
        waiting = [*queue.first, *(journey for _, _, journey in sorted(queue.later))]
        queue.first.clear()
        queue.later.clear()
        return waiting

    def take_due(self, host: str, origin: str, now: float) -> list[Journey]:
        """The links to one origin of a host that would be asked now if only there were room, taken out."""
        queue = self._hosts[host]
        due = [journey for journey in queue.first if journey.target.origin == origin]
        due += [journey for at, _, journey in queue.later if at <= now and journey.target.origin == origin]
        taken = set(due)
        queue.first = deque(journey for journey in queue.first if journey not in taken)
        queue.later = [entry for entry in queue.later if entry[2] not in taken]
        heapq.heapify(queue.later)
        return due

    def _host(self, journey: Journey) -> _Host:
        name = journey.target.netloc
        if name not in self._hosts:
            manners = self._settings.manners(name)
            self._hosts[name] = _Host(name, max(manners.at_once or 1, 1), manners.pace or 0.0)
        return self._hosts[name]

    def _earliest(self, host: _Host, now: float) -> float | None:
        """When the host's next link may start; None where it has none or an answer must come first."""
        if host.first:
            ready = now
        elif host.later:
            ready = host.later[0][0]
        else:
            return None
        limit = host.limit
        if len(host.running) >= limit * _MOST_SLOW:
            return None
        if len(host.running) >= limit:
            # Free as soon as all but `limit - 1` of them have become slow.
            ready = max(ready, sorted(host.running.values())[-limit] + _SLOW)
        return max(ready, host.not_before)

    def _plan(self, host: _Host, now: float) -> None:
        at = self._earliest(host, now)
        if at is None or (host.wakes_at is not None and host.wakes_at <= at):
            return
        host.wakes_at = at
        self._count += 1
        heapq.heappush(self._wakes, (at, self._count, host))
