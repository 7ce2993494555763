"""What a provider is: a host that is asked about its own things, many at once."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.providers.api import Api
from awesomelint.facts.web.verdicts import MEANINGS, Signal

Facts = Mapping[str, Any]
"""What a provider says of one thing, as it is kept: whatever JSON can hold."""

DAY = 86400.0
FOR_EVER = float("inf")


class Provider(ABC):
    """One API. A `key` names a thing there; several links may lead to one thing."""

    name: ClassVar[str]
    title: ClassVar[str]
    """The name for people."""
    hosts: ClassVar[frozenset[str]] = frozenset()
    """Whose links it may answer for."""
    at_once: ClassVar[int] = 1
    """Things in one query."""
    threads: ClassVar[int] = 1
    """Queries under way."""
    pace: ClassVar[float] = 0.1
    """Seconds between the starts of two queries."""
    lifetime: ClassVar[float] = 0.0
    """For how many seconds an answer shows that a link lives: for ever where nothing is taken away."""

    def __init__(self, api: Api) -> None:
        self.api = api

    def key(self, url: str) -> str | None:
        """The thing that a link leads to or into; None for a link that the provider knows nothing of."""
        return None

    @abstractmethod
    def ask(self, keys: Sequence[str]) -> Mapping[str, Facts | None]:
        """One query: what there is, None for what there is not; a key left out is one that it is silent on.

        Raises `Throttled`, `Ailing` or `Refused`.
        """

    def outcome(self, url: str, facts: Facts | None) -> Outcome | None:
        """How a link ends, given what there is; None where its page has to be asked for after all."""
        return None


def there(reason: str) -> Outcome:
    """A link to what the provider has."""
    return _outcome(Signal.OK, reason)


def gone(reason: str) -> Outcome:
    """A link to what the provider says does not exist."""
    return _outcome(Signal.API_GONE, reason)


def renamed(reason: str, new_url: str) -> Outcome:
    """A link to what the provider has under another name."""
    return _outcome(Signal.RENAMED, reason, new_url)


def moved(reason: str, new_url: str) -> Outcome:
    """A link to what the provider has at another address."""
    return _outcome(Signal.PERMANENT_REDIRECT, reason, new_url)


def _outcome(signal: Signal, reason: str, final_url: str | None = None) -> Outcome:
    return Outcome(signal, MEANINGS[signal].verdict, reason, None, final_url)
