"""One provider at work: threads that take things from its queue, at its pace, until all is asked."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from queue import SimpleQueue

from awesomelint.facts.web.providers.api import Ailing, Refused, Throttled
from awesomelint.facts.web.providers.provider import Facts, Provider

_REST = 2.0
"""Seconds before another try, where the provider does not say."""
_TRIES = 2
_MOST_FAILURES = 2
"""So many queries in vain, one after the other, and the provider is asked no more."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of some keys. Those that are not in `found` were asked for in vain."""

    provider: Provider
    keys: tuple[str, ...]
    found: Mapping[str, Facts | None] = field(default_factory=dict)
    problem: str = ""
    """Why nothing was found, for people; empty where the provider did answer."""


class Turns:
    """When a provider may be asked next; kept over all questions of this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}

    def take(self, name: str, pace: float) -> float:
        """The next free moment, by `time.monotonic`; it is then taken."""
        with self._lock:
            moment = max(self._next.get(name, 0.0), time.monotonic())
            self._next[name] = moment + pace
            return moment

    def give_back(self, name: str, moment: float) -> None:
        """Leave a moment to another, for it was not used."""
        with self._lock:
            self._next[name] = min(self._next[name], moment)


_TURNS = Turns()


class Line:
    """Asks one provider for some keys; what comes of them goes into `results`."""

    def __init__(
        self,
        provider: Provider,
        keys: Iterable[str],
        results: SimpleQueue[Answered],
        pace: float,
        patience: float,
    ) -> None:
        self._provider = provider
        self._keys = deque(keys)
        self._results = results
        self._pace = pace
        self._patience = patience
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._failures = 0
        self._under_way: dict[tuple[str, ...], float] = {}
        """Since when the queries under way are, by `time.monotonic`."""

    @property
    def provider(self) -> Provider:
        """Who is asked."""
        return self._provider

    def hangs(self, seconds: float) -> bool:
        """Whether a query is under way for longer than that."""
        began = min(tuple(self._under_way.values()), default=None)
        return began is not None and time.monotonic() - began > seconds

    def start(self) -> None:
        """Begin to ask. The threads are daemons: none holds up the exit."""
        for _ in range(self._provider.threads):
            threading.Thread(target=self._work, daemon=True, name="awesomelint-provider").start()

    def stop(self) -> None:
        """Ask no more. What is under way comes to its end."""
        self._stopped.set()

    def _work(self) -> None:
        while keys := self._take(self._provider.at_once):
            self._serve(keys)

    def _serve(self, keys: tuple[str, ...]) -> None:
        try:
            found = self._ask(keys)
        except Ailing as ailing:
            self._failures += 1
            self._fail(keys, str(ailing), is_final=self._failures >= _MOST_FAILURES)
        except (Refused, Throttled) as refusal:
            self._fail(keys, str(refusal))
        except Exception as error:  # noqa: BLE001 - a fault of ours must not hang the run
            self._fail(keys, f"{type(error).__name__}: {error}")
        else:
            self._failures = 0
            self._results.put(Answered(self._provider, keys, found))

    def _take(self, most: int) -> tuple[str, ...]:
        with self._lock:
            if self._stopped.is_set():
                return ()
            return tuple(self._keys.popleft() for _ in range(min(most, len(self._keys))))

    def _fail(self, keys: tuple[str, ...], reason: str, *, is_final: bool = True) -> None:
        """Give keys back, and with them all others if the provider is not to be asked any further."""
        if is_final:
            with self._lock:
                keys += tuple(self._keys)
                self._keys.clear()
        problem = f"{self._provider.title} gave no answer: {reason}"
        self._results.put(Answered(self._provider, keys, problem=problem))

    def _ask(self, keys: tuple[str, ...]) -> Mapping[str, Facts | None]:
        """One query, tried again where that may help. Raises as `Provider.ask` does where it did not."""
        waited = 0.0
        for attempt in range(1, _TRIES + 1):
            self._await_turn()
            self._under_way[keys] = time.monotonic()
            try:
                return self._provider.ask(keys)
            except (Throttled, Ailing) as problem:
                asked_for = problem.seconds if isinstance(problem, Throttled) else None
                rest = _REST if asked_for is None else asked_for
                waited += rest
                if attempt == _TRIES or waited > self._patience or self._stopped.wait(rest):
                    raise
            finally:
                del self._under_way[keys]
        raise AssertionError

    def _await_turn(self) -> None:
        turn = _TURNS.take(self._provider.name, self._pace)
        if self._stopped.wait(max(turn - time.monotonic(), 0.0)):
            _TURNS.give_back(self._provider.name, turn)
            raise Refused("stopped")
