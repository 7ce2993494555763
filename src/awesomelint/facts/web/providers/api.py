"""One provider's API as its module sees it: a path to get, and what went wrong as three kinds of errors."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from awesomelint.facts.web.exchange import Call, Failed, Result
from awesomelint.facts.web.retry_after import seconds_to_wait
from awesomelint.facts.web.transport import Transport
from awesomelint.facts.web.urls import BadUrl, Target, parse_url
from awesomelint.facts.web.verdicts import Signal

_TIMEOUTS = frozenset({Signal.CONNECT_TIMEOUT, Signal.READ_TIMEOUT, Signal.DEADLINE})
"""Another try would take as long: who waits for an answer is better served by asking for the pages."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Throttled(Exception):  # noqa: N818 - a request, not an error
    """The provider wants to be left alone, for so many seconds if it says."""

    def __init__(self, reason: str, seconds: float | None) -> None:
        super().__init__(reason)
        self.seconds = seconds


class Ailing(Exception):  # noqa: N818 - a state, not an error
    """No answer that can be read; another try may bring one."""


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """The provider will not answer in this run."""


class Api:
    """Asks at one base URL. `token` goes there and nowhere else: redirects are not followed."""

    def __init__(self, transport: Transport, base: str, timeout: float, token: str = "") -> None:
        self._transport = transport
        self._base = base.rstrip("/")
        self._timeout = timeout
        self._token = token

    def get(self, path: str, accept: str = "application/json") -> Result:
        """What the API answers, whatever its status. Raises `Throttled`, `Ailing` or `Refused`."""
        return self._ask(path, {"Accept": accept}, None)

    def post(self, path: str, value: Any) -> Result:
        """As `get`, for a question in JSON."""
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        return self._ask(path, headers, json.dumps(value).encode())

    def _ask(self, path: str, headers: Mapping[str, str], body: bytes | None) -> Result:
        try:
            target = parse_url(self._base + path)
        except BadUrl as error:
            raise Refused(f"{self._base}: {error}") from error
        is_token_sent = bool(self._token) and self._is_confidential(target)
        own = {"Authorization": f"Bearer {self._token}"} if is_token_sent else {}
        try:
            result = self._transport.call(Call(target, self._timeout, {**headers, **own}, body))
        except Failed as failure:
            if failure.signal is Signal.NOT_PUBLIC or failure.signal in _TIMEOUTS:
                raise Refused(failure.reason) from failure
            raise Ailing(failure.reason) from failure
        if _is_throttled(result):
            raise Throttled(f"status {result.status}", _seconds_to_wait(result))
        if result.status >= 500 or result.status == 408:
            raise Ailing(f"status {result.status}")
        return result

    def _is_confidential(self, target: Target) -> bool:
        """Whether nobody on the way can read what is sent."""
        is_local = target.host in _LOCAL and not self._transport.is_proxied(target)
        return target.scheme == "https" or is_local


def read_json(result: Result) -> Any:
    """The value in an answer. Raises `Ailing` where there is none."""
    try:
        return json.loads(result.body)
    except (ValueError, RecursionError) as error:
        raise Ailing("the answer is no JSON") from error


def _is_throttled(result: Result) -> bool:
    if result.status == 429:
        return True
    spent = result.headers.get("x-ratelimit-remaining") == "0"
    return result.status == 403 and (spent or "retry-after" in result.headers)


def _seconds_to_wait(result: Result) -> float | None:
    asked = seconds_to_wait(result.headers.get("retry-after", ""))
    reset = result.headers.get("x-ratelimit-reset", "")
    if asked is None and reset.isascii() and reset.isdigit():
        return max(float(reset[:12]) - time.time(), 0.0)
    return asked
