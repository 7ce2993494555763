"""The way of one link from the first request to its verdict: redirects, second looks, retries.

A journey never asks itself: it says what to ask next, and is told what came of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import NamedTuple

from awesomelint.facts.web.cookies import Cookies
from awesomelint.facts.web.exchange import Failed, Reply, Request, follows, is_permanent
from awesomelint.facts.web.places import (
    drops_path,
    is_error_page,
    is_gate,
    is_home,
    is_login,
    is_parking_host,
    is_parking_page,
)
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.urls import BadUrl, OtherScheme, Target, join_url
from awesomelint.facts.web.verdicts import MEANINGS, Signal, status_signal
from awesomelint.needs import Verdict

MOST_HOPS = 10
_MOST_ROUNDS = 4
_LONGEST_URL = 8192
"""Characters of a redirect's target; hosts refuse longer ones, and what is kept and printed has an end."""
_STANDARD_TITLES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
_LEAST_SECONDS = 0.5
"""Below which another request is not worth making."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a link ended. `final_url` is where it led, if elsewhere."""

    signal: Signal
    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask on, after a rest of so many seconds. A round starts again from the link itself."""

    wait: float = 0.0
    is_new_round: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """The host wants to be left alone, for so many seconds if it says; then ask the same again."""

    seconds: float | None


class _Gate(NamedTuple):
    """A place that asks who one is, and the page that sent there."""

    before: Target
    place: Target


class Journey:
    """One link under way. `target` is what is to be asked next.

    Thousands wait for their turn, so what only some need is made late: signals, cookies, places visited.
    """

    __slots__ = (
        "_as_browser",
        "_cookies",
        "_fragment",
        "_gate",
        "_hops",
        "_is_permanent",
        "_last",
        "_seconds",
        "_sender",
        "_settings",
        "_signals",
        "_start",
        "_visited",
        "target",
        "url",
    )

    def __init__(self, url: str, start: Target, settings: WebSettings) -> None:
        self.url = url
        self._settings = settings
        self._start = start
        self._seconds = settings.link_timeout
        self._signals: tuple[Signal, ...] = ()
        self._last: Outcome | None = None
        self._as_browser = False
        self._begin_round()

    def _begin_round(self) -> None:
        self.target = self._start
        self._fragment = ""
        self._gate: _Gate | None = None
        self._sender: Outcome | None = None
        self._is_permanent = True
        self._hops = 0
        self._cookies: Cookies | None = None
        self._visited: set[tuple[str, str]] | None = None

    def request(self) -> Request:
        """What to ask next."""
        cookies = self._cookies_for(self.target)
        return Request(self.target, self._seconds, self._start.url, cookies, self._as_browser)

    def advance(self, came: Reply | Failed, spent: float) -> Ask | Pause | Outcome:
        """What follows from an answer that took `spent` seconds."""
        self._seconds -= spent
        if isinstance(came, Failed):
            return self._conclude(came.signal, came.reason)
        if came.sign is None and came.status in self._settings.manners(self.target.netloc).accept:
            return self._conclude(Signal.OK, _title(came), came)
        if came.status == HTTPStatus.TOO_MANY_REQUESTS and came.sign is None:
            return Pause(came.retry_after)
        if follows(came.status) and came.sign is None:
            return self._follow(came)
        if came.refresh and came.sign is None and (step := self._refresh(came)) is not None:
            return step
        signal, reason = self._final_signal(came)
        return self._conclude(signal, reason, came)

    def give_up(self, signal: Signal, reason: str) -> Outcome:
        """How the link ends when it cannot be asked further: by the last round, if there was one."""
        if self._last is None:
            return Outcome(signal, MEANINGS[signal].verdict, reason)
        return _unconfirmed(self._last)

    def _follow(self, reply: Reply) -> Ask | Outcome:
        location = _as_text(reply.location)
        if not location.strip():
            return self._conclude(Signal.BAD_REDIRECT, f"{_title(reply)} without a target", reply)
        if len(location) > _LONGEST_URL:
            return self._conclude(Signal.BAD_REDIRECT, "redirects to a URL without end", reply)
        try:
            target = join_url(self.target, location)
        except OtherScheme as error:
            return self._conclude(Signal.OTHER_SCHEME, f"redirects elsewhere: {error}", reply)
        except BadUrl as error:
            return self._conclude(Signal.BAD_REDIRECT, f"redirects to a broken URL: {error}", reply)
        self._keep_cookies(reply)
        before = self.target
        is_new = self._move(target, location, is_for_good=is_permanent(reply.status))
        if not is_new:
            return self._conclude(Signal.LOOP, "redirects in a circle", reply)
        if self._hops > MOST_HOPS:
            return self._conclude(Signal.TOO_MANY_REDIRECTS, f"more than {MOST_HOPS} redirects", reply)
        return self._arrive(before, reply)

    def _refresh(self, reply: Reply) -> Ask | Outcome | None:
        """Go where a page sends the reader; None to take the page itself, as where it only loads again."""
        try:
            target = join_url(self.target, reply.refresh)
        except BadUrl:
            return None
        visited = self._visited or {(self._start.url, "")}
        is_again = any(target.url == url for url, _ in visited)
        if is_again or self._hops >= MOST_HOPS or len(reply.refresh) > _LONGEST_URL:
            return None
        self._keep_cookies(reply)
        before = self.target
        self._sender = self._outcome(*self._final_signal(reply), reply)
        self._move(target, reply.refresh, is_for_good=False)
        return self._arrive(before, reply)

    def _move(self, target: Target, location: str, *, is_for_good: bool) -> bool:
        """Take another step; whether it leads to where the link has not been."""
        self._fragment = location.partition("#")[2] or self._fragment
        self._is_permanent = self._is_permanent and is_for_good
        self._hops += 1
        self.target = target
        visit = (target.url, self._cookies_for(target))
        if self._visited is None:
            self._visited = {(self._start.url, "")}
        is_new = visit not in self._visited
        self._visited.add(visit)
        return is_new

    def _keep_cookies(self, reply: Reply) -> None:
        if reply.cookies:
            self._cookies = self._cookies or Cookies()
            self._cookies.keep(self.target.url, reply.cookies)

    def _is_through(self, gate: _Gate, reply: Reply | None) -> bool:
        """Whether the link came back to the page that had sent it through a gate."""
        if reply is None or follows(reply.status):
            return False
        here, before = self.target, gate.before
        return here.host == before.host and here.path.partition("?")[0] == before.path.partition("?")[0]

    def _cookies_for(self, target: Target) -> str:
        return self._cookies.header(target.url) if self._cookies else ""

    def _arrive(self, before: Target, reply: Reply) -> Ask | Outcome:
        """What a redirect's aim says by itself, before it is asked."""
        target = self.target
        if is_error_page(target) and not is_error_page(self._start):
            return self._conclude(Signal.SOFT_404, f"redirects to the error page {target.path[:80]}", reply)
        if is_gate(target, self._start) or (is_login(target) and not is_login(self._start)):
            # Many only hand out a cookie there and send the reader back.
            self._gate = self._gate or _Gate(before, target)
        if is_parking_host(target.host) and not is_parking_host(self._start.host):
            return self._conclude(Signal.PARKED, f"the domain is for sale at {target.host}", reply)
        if is_parking_page(target, self._start):
            return self._conclude(Signal.PARKED, f"the domain is parked at {target.host}", reply)
        if self._seconds < _LEAST_SECONDS:
            return self._conclude(Signal.DEADLINE, "the redirects took too long", reply)
        return Ask()

    def _final_signal(self, reply: Reply) -> tuple[Signal, str]:
        if reply.sign is not None:
            return reply.sign, reply.sign_detail
        signal = status_signal(reply.status)
        if signal is Signal.OK and self._hops:
            if drops_path(self._start, self.target):
                return Signal.HOME, "redirects to the home page"
            if self._is_permanent and (not is_home(self.target) or is_home(self._start)):
                return Signal.PERMANENT_REDIRECT, "moved permanently"
        return signal, _title(reply)

    def _conclude(self, signal: Signal, reason: str, reply: Reply | None = None) -> Ask | Outcome:
        if self._gate is not None and not self._is_through(self._gate, reply):
            self.target = self._gate.place
            signal, reason = Signal.LOGIN, "redirects to a login page"
        meaning = MEANINGS[signal]
        outcome = self._outcome(signal, reason, reply)
        self._signals += (signal,)
        if self._signals.count(signal) > meaning.retries:
            return self._said_of_sender(outcome)
        asked_for = reply.retry_after if reply and signal is Signal.SERVER_ERROR else None
        wait = max(meaning.wait, asked_for or 0.0)
        if (
            self._seconds < _LEAST_SECONDS
            or len(self._signals) >= _MOST_ROUNDS
            or wait > self._settings.patience
        ):
            return self._said_of_sender(_unconfirmed(outcome))
        self._last = outcome
        self._as_browser = self._as_browser or meaning.as_browser
        self._begin_round()
        return Ask(wait, is_new_round=True)

    def _outcome(self, signal: Signal, reason: str, reply: Reply | None) -> Outcome:
        final = self.target.url + (f"#{self._fragment}" if self._fragment else "")
        status = reply.status if reply else None
        return Outcome(signal, MEANINGS[signal].verdict, reason, status, final if self._hops else None)

    def _said_of_sender(self, outcome: Outcome) -> Outcome:
        """The outcome; of a page that is there and sent the reader on by itself, what that shows of it."""
        if self._sender is None:
            return outcome
        if outcome.verdict == "dead":
            reason = f"sends the reader on to what is not there: {outcome.reason}"
            return replace(outcome, signal=Signal.SOFT_404, verdict="suspect", reason=reason)
        return self._sender if outcome.verdict in {"unreachable", "skipped"} else outcome


def _unconfirmed(outcome: Outcome) -> Outcome:
    """What was seen once where it takes two looks is no evidence."""
    if outcome.verdict not in {"dead", "suspect"}:
        return outcome
    return Outcome(
        outcome.signal, "unreachable", f"{outcome.reason}, not confirmed", outcome.status, outcome.final_url
    )


def _title(reply: Reply) -> str:
    """The status with its standard phrase, such as `404 Not Found`, or else with the host's own."""
    return _STANDARD_TITLES.get(reply.status) or f"{reply.status} {reply.phrase}".strip()


def _as_text(location: str) -> str:
    """Headers arrive as Latin-1; many hosts write UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
