"""What a command gave, and how one is called."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """The exit code, and what was printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]
