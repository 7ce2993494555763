"""How a run asks the web. Only flags and the environment may set these, never a list's own config."""

from __future__ import annotations

from dataclasses import dataclass, field

PROJECT_URL = "https://github.com/awesomelint/awesomelint"


@dataclass(frozen=True)
class WebSettings:
    """Limits and manners. Times are in seconds.

    `allow_private` lifts the guard on addresses, for lists of an intranet and for tests; nothing else does.
    """

    max_time: float | None = None
    allow_private: bool = False
    threads: int = 128
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


@dataclass(frozen=True)
class Progress:
    """How far a run has come: distinct URLs, and how many have which verdict."""

    done: int
    total: int
    verdicts: dict[str, int] = field(default_factory=dict)
