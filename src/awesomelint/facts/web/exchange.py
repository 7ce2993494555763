"""One request and what came of it: the values that transport, journey and pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from awesomelint.facts.web.urls import Target
from awesomelint.facts.web.verdicts import Signal


@dataclass(frozen=True, slots=True)
class Request:
    """One GET. `seconds` is what the link has left of its time; `cookies` is the header's value, or empty."""

    target: Target
    seconds: float
    link: str
    """The link's URL, from which redirects may have led elsewhere."""
    cookies: str = ""
    as_browser: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer whose head was understood. `sign` is what its first 64 KB show, if they show anything."""

    status: int
    phrase: str
    location: str = ""
    refresh: str = ""
    """Where a page that came with a good status sends the reader on to by itself."""
    cookies: tuple[str, ...] = ()
    """The values of the `Set-Cookie` headers."""
    retry_after: float | None = None
    """Seconds, where the host says so."""
    sign: Signal | None = None
    sign_detail: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One request to an API: a GET, or with a body a POST. Its headers go to the target and nowhere else."""

    target: Target
    seconds: float
    headers: Mapping[str, str]
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What an API answered: the whole body, decoded."""

    status: int
    headers: Mapping[str, str]
    """The first value of each header that the transport reads, by its name in small letters."""
    body: bytes


class Failed(Exception):  # noqa: N818 - that a link fails is a fact about the link
    """No answer came, or none that can be read; the message is a short phrase for people."""

    def __init__(self, signal: Signal, reason: str) -> None:
        super().__init__(reason)
        self.signal = signal
        self.reason = reason

    def __str__(self) -> str:
        return self.reason


def follows(status: int) -> bool:
    """Whether a status sends the reader elsewhere."""
    return status in {301, 302, 303, 307, 308}


def is_permanent(status: int) -> bool:
    """Whether a redirect is meant to stay."""
    return status in {301, 308}
