"""What a run wants to know of providers: from memory where that is fresh, else by asking all at once.

Everything here belongs to the thread that runs the loop; only the lines work in others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from queue import Empty, SimpleQueue

from awesomelint.facts.web.fact_table import Fact
from awesomelint.facts.web.history import History
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.line import Answered, Line
from awesomelint.facts.web.providers.provider import Facts, Provider
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.urls import Target

_GRACE = 5.0
"""Seconds beyond its time after which a query that does not come back is left behind."""

Wanted = Mapping[Provider, Mapping[str, float]]
"""What rules want to know: by provider, keys with the age in seconds that an answer may have."""


class Inquiry:
    """Asks providers for links and for facts. A link that none answers for is left alone."""

    def __init__(
        self,
        providers: Iterable[Provider],
        targets: Mapping[str, Target],
        wanted: Wanted,
        settings: WebSettings,
        history: History | None,
        now: float,
    ) -> None:
        self.problems: dict[str, str] = {}
        """What went wrong with a provider, by its name, for people."""
        self.answered: set[str] = set()
        """The providers that were asked and did answer."""
        self._settings = settings
        self._history = history
        self._now = now
        self._links: dict[tuple[Provider, str], list[str]] = {}
        self._facts: dict[tuple[str, str], Fact] = {}
        self._settled: list[tuple[str, Outcome]] = []
        self._returned: list[str] = []
        self._results: SimpleQueue[Answered] = SimpleQueue()
        self._lines: list[Line] = []
        self._open: dict[tuple[Provider, str], None] = {}
        self._claim(providers, targets)
        self.claimed = frozenset(url for urls in self._links.values() for url in urls)
        """The links that a provider may answer for; each is settled or returned, if time allows."""
        self._remember(wanted)

    def start(self) -> None:
        """Ask for what is not known."""
        keys: dict[Provider, list[str]] = {}
        for provider, key in self._open:
            keys.setdefault(provider, []).append(key)
        for provider, those in keys.items():
            pace = self._settings.providers.paces.get(provider.name, provider.pace)
            line = Line(provider, those, self._results, pace, self._settings.patience)
            self._lines.append(line)
            line.start()

    def is_open(self) -> bool:
        """Whether more is to come."""
        return bool(self._open or self._settled or self._returned)

    def wait(self, seconds: float) -> None:
        """Wait until something comes, for so long at most."""
        with suppress(Empty):
            self._take(self._results.get(timeout=seconds))
        self._collect()

    def stop(self) -> None:
        """Ask no more."""
        for line in self._lines:
            line.stop()

    def settled(self) -> list[tuple[str, Outcome]]:
        """The links whose end became known since the last call."""
        self._collect()
        settled, self._settled = self._settled, []
        return settled

    def returned(self) -> list[str]:
        """The links about which no provider said enough: they have to be asked for like any other."""
        self._collect()
        returned, self._returned = self._returned, []
        return returned

    def facts(self, provider: str, key: str, age: float) -> Facts | None:
        """What a provider says of a thing, in this run or in one not so many seconds ago; None if unknown."""
        fact = self._facts.get((provider, key))
        return fact.facts if fact is not None and 0 <= self._now - fact.checked_at < age else None

    def _claim(self, providers: Iterable[Provider], targets: Mapping[str, Target]) -> None:
        by_host = {host: provider for provider in providers for host in provider.hosts}
        for url, target in targets.items():
            provider = by_host.get(target.host)
            key = provider.key(url) if provider is not None else None
            if provider is not None and key is not None:
                self._links.setdefault((provider, key), []).append(url)

    def _remember(self, wanted: Wanted) -> None:
        """Take what is known and fresh; the rest is open."""
        ages = {(provider, key): provider.lifetime for provider, key in self._links}
        for provider, keys in wanted.items():
            for key, age in keys.items():
                ages[provider, key] = min(age, ages.get((provider, key), age))
        by_provider: dict[Provider, list[str]] = {}
        for provider, key in ages:
            by_provider.setdefault(provider, []).append(key)
        for provider, keys_of_it in by_provider.items():
            known = self._history.facts(provider.name, keys_of_it) if self._history else {}
            for key in sorted(keys_of_it, key=lambda key: key in known):
                fact = known.get(key)
                if fact is not None:
                    self._facts[provider.name, key] = fact
                if fact is not None and self._is_fresh(fact, ages[provider, key]):
                    self._settle(provider, key, fact.facts)
                else:
                    self._open[provider, key] = None

    def _is_fresh(self, fact: Fact, age: float) -> bool:
        # Who wants no answer from memory at all says so with an age of 0.
        return self._settings.max_age > 0 and 0 <= self._now - fact.checked_at < age

    def _collect(self) -> None:
        with suppress(Empty):
            while True:
                self._take(self._results.get_nowait())
        for line in self._lines:
            if self._open and line.hangs(self._settings.providers.timeout + _GRACE):
                line.stop()
                self._leave_behind(line.provider)

    def _leave_behind(self, provider: Provider) -> None:
        """Give up questions that hang where no timeout reaches, such as in the system's name look-up."""
        keys = tuple(key for each, key in self._open if each is provider)
        if keys:
            self._take(Answered(provider, keys, problem=f"{provider.title} gave no answer at all"))

    def _take(self, answered: Answered) -> None:
        provider = answered.provider
        if answered.problem:
            self.problems[provider.name] = answered.problem
        else:
            self.answered.add(provider.name)
        for key in answered.keys:
            self._open.pop((provider, key), None)
            if key not in answered.found:
                self._returned += self._links.pop((provider, key), ())
                continue
            facts = answered.found[key]
            if facts is None:
                self._facts.pop((provider.name, key), None)
            else:
                fact = self._facts[provider.name, key] = Fact(facts, self._now)
                if self._history:
                    self._history.note_fact(provider.name, key, fact)
            self._settle(provider, key, facts)

    def _settle(self, provider: Provider, key: str, facts: Facts | None) -> None:
        for url in self._links.pop((provider, key), ()):
            outcome = provider.outcome(url, facts)
            if outcome is None:
                self._returned.append(url)
            else:
                self._settled.append((url, outcome))
