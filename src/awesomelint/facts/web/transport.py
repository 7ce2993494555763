"""One request through requests: what was answered, and of a page as much as one answer can show.

The adapter is requests' own; the pools under it make connections that ask the guard (`connection`).
Redirects, retries and pace are decided elsewhere.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import cast
from urllib.request import getproxies

from requests.utils import select_proxy, should_bypass_proxies

from awesomelint import project
from awesomelint.facts.web.adapter import Adapter, Prepared
from awesomelint.facts.web.connection import PooledAnswer, attempt, dialler
from awesomelint.facts.web.exchange import Call, Failed, Reply, Request, Result, follows
from awesomelint.facts.web.failures import classify
from awesomelint.facts.web.guard import NotPublic, refuse_private_target
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.page import challenge_title, decode_page, judge_page, refresh_target
from awesomelint.facts.web.retry_after import seconds_to_wait
from awesomelint.facts.web.settings import WebSettings
from awesomelint.facts.web.urls import Target
from awesomelint.facts.web.verdicts import Signal

PAGE_BYTES = 65536
LONGEST_RESULT = 16 << 20
"""Bytes of an API's answer; a hundred papers with some hundred authors each are about a twentieth of it."""
_PAGE_SECONDS = 3.0
"""How long a page may take to show itself after its head: a drip then counts as it stands."""
_REST_SECONDS = 1.0
_DRAINED_BYTES = 16384
"""A rest that is read to keep the connection; a longer one is cut off with it."""
_CHALLENGE_STATUSES = frozenset({202, 403, 503})


def _user_agent() -> str:
    return f"{project.NAME}/{project.installed_version()} (+{project.URL})"


_BROWSER_HEADERS = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.5",
    "Accept-Encoding": "gzip",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
}


class Transport:
    """Sends the requests of a whole run; safe to use from several threads."""

    def __init__(self, settings: WebSettings, names: Names) -> None:
        self._settings = settings
        self._adapter = Adapter()
        self._dial = dialler(names, allow_private=settings.allow_private)
        self._proxies = getproxies()
        self._proxies_by_origin: dict[str, dict[str, str]] = {}
        self._headers = {"User-Agent": _user_agent(), "Accept": "*/*", "Accept-Encoding": "gzip"}

    def is_proxied(self, target: Target) -> bool:
        """Whether the environment sends a target through a proxy."""
        proxies = self._proxies_for(target)
        return bool(proxies) and select_proxy(target.url, proxies) is not None

    def fetch(self, request: Request) -> Reply:
        """Ask once. Raises `Failed` where no readable answer came, or none may be asked for."""
        prepared = Prepared(request.target, self._headers_for(request))
        with self._answer(prepared, request.seconds, self._settings.read_timeout) as answer:
            return _read(answer, request)

    def call(self, call: Call) -> Result:
        """Ask an API once; a redirect is an answer like any other. Raises `Failed` as `fetch` does."""
        headers = {**self._headers, **call.headers}
        if call.body is not None:
            headers["Content-Length"] = str(len(call.body))
        with self._answer(Prepared(call.target, headers, call.body), call.seconds, call.seconds) as answer:
            return Result(answer.status, answer.first_values(), _whole_body(answer))

    def forget(self, target: Target) -> None:
        """Close the idle connections to a host that nothing more is asked of."""
        self._adapter.forget(target)

    def close(self) -> None:
        """Let go of all connections that are not in use."""
        self._adapter.close()

    @contextmanager
    def _answer(self, prepared: Prepared, seconds: float, patience: float) -> Iterator[PooledAnswer]:
        """The head of an answer, and its body to be read; its connection goes back when that is done."""
        attempt.dial = self._dial
        attempt.netloc = prepared.target.netloc
        attempt.deadline = time.monotonic() + seconds
        attempt.read_timeout = patience
        attempt.is_reused = False
        try:
            answer = self._send(prepared, seconds)
            try:
                yield answer
            finally:
                _let_go(answer)
        except NotPublic as refusal:
            raise Failed(Signal.NOT_PUBLIC, str(refusal)) from None
        except Failed:
            raise
        except Exception as error:
            raise classify(error) from error

    def _send(self, prepared: Prepared, seconds: float) -> PooledAnswer:
        target = prepared.target
        proxies = self._proxies_for(target)
        proxy = select_proxy(target.url, proxies) if proxies else None
        if not self._settings.allow_private:
            refuse_private_target(target, behind_proxy=proxy is not None)
        if proxy is not None and proxy.lower().startswith("socks"):
            raise Failed(Signal.PROXY, "proxies over SOCKS are not supported")
        timeout = (min(self._settings.connect_timeout, seconds), self._settings.read_timeout)
        try:
            response = self._adapter.send(prepared, stream=True, timeout=timeout, proxies=proxies)
        except Exception as error:
            is_slow = isinstance(error, Failed) and error.signal in {Signal.READ_TIMEOUT, Signal.DEADLINE}
            if is_slow or not attempt.is_reused:
                raise
            # The host closed the idle connection as we took it up: that says nothing about the page.
            response = self._adapter.send(prepared, stream=True, timeout=timeout, proxies=proxies)
        answer = cast("PooledAnswer", response.raw)
        if proxy is not None and answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            _let_go(answer)
            raise Failed(Signal.PROXY, "the proxy wants a password")
        return answer

    def _headers_for(self, request: Request) -> dict[str, str]:
        headers = dict(_BROWSER_HEADERS if request.as_browser else self._headers)
        if request.cookies:
            headers["Cookie"] = request.cookies
        return headers

    def _proxies_for(self, target: Target) -> dict[str, str]:
        if not self._proxies:
            return self._proxies
        proxies = self._proxies_by_origin.get(target.origin)
        if proxies is None:
            proxies = {} if should_bypass_proxies(target.origin, no_proxy=None) else self._proxies
            self._proxies_by_origin[target.origin] = proxies
        return proxies


def _read(answer: PooledAnswer, request: Request) -> Reply:
    sign, refresh = _look(answer, request)
    return Reply(
        status=answer.status,
        phrase=answer.phrase[:80],
        location=answer.header("location") if follows(answer.status) else "",
        refresh=refresh,
        cookies=answer.values("set-cookie"),
        retry_after=seconds_to_wait(answer.header("retry-after")),
        sign=sign[0] if sign else None,
        sign_detail=sign[1] if sign else "",
    )


def _look(answer: PooledAnswer, request: Request) -> tuple[tuple[Signal, str] | None, str]:
    """What the answer shows besides its status, and where its page sends the reader on to."""
    status = answer.status
    if answer.header("cf-mitigated").lower() == "challenge":
        return (Signal.CHALLENGE, "Cloudflare challenge"), ""
    if status == HTTPStatus.ACCEPTED and answer.header("x-amzn-waf-action"):
        return (Signal.CHALLENGE, "AWS WAF challenge"), ""
    is_good = 200 <= status < 300
    if not is_good and status not in _CHALLENGE_STATUSES:
        return None, ""
    kind = answer.header("content-type")
    if kind and "html" not in kind.lower():
        return None, ""
    page = decode_page(_first_bytes(answer), _charset(kind))
    if status in _CHALLENGE_STATUSES and challenge_title(page):
        return (Signal.CHALLENGE, f'challenge page "{challenge_title(page)}"'), ""
    return (judge_page(page, request.link), refresh_target(page)) if is_good else (None, "")


def _charset(kind: str) -> str | None:
    _, found, charset = kind.lower().partition("charset=")
    return charset.partition(";")[0].strip(" \"'") if found else None


def _first_bytes(answer: PooledAnswer) -> bytes:
    """The first 64 KB of the body, or what came of them in time: that it breaks off is no news."""
    answer.hurry(_PAGE_SECONDS)
    body = bytearray()
    try:
        while len(body) < PAGE_BYTES and (piece := answer.read(PAGE_BYTES - len(body))):
            body += piece
    except (Failed, ValueError, OSError):
        pass
    return _unpacked(body, PAGE_BYTES) if _is_packed(answer) else bytes(body)


def _whole_body(answer: PooledAnswer) -> bytes:
    """All of an API's answer. Raises `Failed` for one that breaks off or is too long."""
    body = bytearray()
    try:
        while piece := answer.read(PAGE_BYTES):
            body += piece
            if len(body) > LONGEST_RESULT:
                raise Failed(Signal.NOT_HTTP, "the answer is too long")
    except ValueError as error:
        raise Failed(Signal.CONNECTION_LOST, f"the answer breaks off ({error})") from error
    return _unpacked(body, LONGEST_RESULT) if _is_packed(answer) else bytes(body)


def _is_packed(answer: PooledAnswer) -> bool:
    return answer.header("content-encoding").lower() in {"gzip", "x-gzip"}


def _unpacked(body: bytearray, most: int) -> bytes:
    """Limited by zlib itself, so a bomb costs no more than what is wanted of it."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, most)
    except zlib.error:
        return b""


def _let_go(answer: PooledAnswer) -> None:
    """Read what little is left, to keep the connection for the next request."""
    room = _DRAINED_BYTES
    try:
        answer.hurry(_REST_SECONDS)
        while room > 0 and answer.ends_within(room) and (piece := answer.read(room)):
            room -= len(piece)
    except (Failed, ValueError, OSError):
        pass
    finally:
        answer.let_go()
