"""One GET through requests: what was answered, judged as far as one answer can be.

The adapter is requests' own; the pools under it make connections that ask the guard (`connection`).
Redirects, retries and pace are decided elsewhere.
"""

from __future__ import annotations

import os
import ssl
import threading
import time
import zlib
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import certifi
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies, select_proxy
from urllib3.util import Timeout
from urllib3.util.ssl_ import create_urllib3_context

from awesomelint.facts.web.connection import POOLS, attempt, dialler
from awesomelint.facts.web.exchange import Failed, Reply, Request, follows
from awesomelint.facts.web.failures import classify
from awesomelint.facts.web.guard import NotPublic, refuse_private_target
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.page import challenge_title, decode_page, judge_page
from awesomelint.facts.web.retry_after import seconds_to_wait
from awesomelint.facts.web.settings import PROJECT_URL, WebSettings
from awesomelint.facts.web.urls import Target
from awesomelint.facts.web.verdicts import Signal

PAGE_BYTES = 65536
_PAGE_SECONDS = 3.0
"""How long a page may take to show itself after its head: a drip then counts as it stands."""
_DRAINED_BYTES = 16384
"""A rest that is read to keep the connection; a longer one is cut off with it."""
_MOST_POOLS = 256
_IDLE_CONNECTIONS = 2
_CHALLENGE_STATUSES = frozenset({202, 403, 503})
_CA_VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


def _user_agent() -> str:
    try:
        number = version("awesomelint")
    except PackageNotFoundError:
        number = "0"
    return f"awesomelint/{number} (+{PROJECT_URL})"


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


def tls_context() -> ssl.SSLContext:
    """The one TLS context of a run: certifi's authorities, or those that the environment names."""
    context = create_urllib3_context()
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    named = next((os.environ[name] for name in _CA_VARIABLES if os.environ.get(name)), certifi.where())
    is_folder = os.path.isdir(named)  # noqa: PTH112 - requests takes either by the same variable
    context.load_verify_locations(capath=named) if is_folder else context.load_verify_locations(cafile=named)
    return context


class _Adapter(HTTPAdapter):
    """requests' adapter without what it repeats for every request: certificates read anew, cookie jars."""

    def __init__(self) -> None:
        super().__init__(pool_connections=_MOST_POOLS, pool_maxsize=_IDLE_CONNECTIONS)
        self.poolmanager.pool_classes_by_scheme = POOLS
        self._context_lock = threading.Lock()

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return tls_context()

    def context(self) -> ssl.SSLContext:
        """Made by whoever needs it first: reading the certificates takes a while."""
        with self._context_lock:
            return self._context

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            tls["ssl_context"] = self.context()
        return host, tls

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing: the context has the authorities."""

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, proxy_ssl_context=self.context(), **proxy_kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:  # noqa: ARG002
        response = Response()
        response.raw = resp
        return response


class Transport:
    """Sends GETs for a whole run; safe to use from several threads."""

    def __init__(self, settings: WebSettings, names: Names) -> None:
        self._settings = settings
        self._adapter = _Adapter()
        self._dial = dialler(names, allow_private=settings.allow_private)
        self._proxies: dict[str, dict[str, str]] = {}
        self._headers = {"User-Agent": _user_agent(), "Accept": "*/*", "Accept-Encoding": "gzip"}

    def is_proxied(self, target: Target) -> bool:
        """Whether the environment sends a target through a proxy."""
        return select_proxy(target.url, self._proxies_for(target)) is not None

    def fetch(self, request: Request) -> Reply:
        """Ask once. Raises `Failed` where no readable answer came, or none may be asked for."""
        target = request.target
        attempt.dial = self._dial
        attempt.deadline = time.monotonic() + request.seconds
        attempt.read_timeout = self._settings.read_timeout
        attempt.is_reused = False
        try:
            return self._fetch(request, target)
        except NotPublic as refusal:
            raise Failed(Signal.NOT_PUBLIC, str(refusal)) from None
        except Failed:
            raise
        except Exception as error:
            is_late = time.monotonic() >= attempt.deadline
            raise classify(error, is_late=is_late, read_timeout=self._settings.read_timeout) from error

    def close(self) -> None:
        """Let go of all connections that are not in use."""
        self._adapter.close()

    def _fetch(self, request: Request, target: Target) -> Reply:
        proxies = self._proxies_for(target)
        proxy = select_proxy(target.url, proxies)
        if not self._settings.allow_private:
            refuse_private_target(target, behind_proxy=proxy is not None)
        if proxy is not None and proxy.lower().startswith("socks"):
            raise Failed(Signal.PROXY, "proxies over SOCKS are not supported")
        prepared = self._prepare(request)
        timeout = Timeout(
            connect=min(self._settings.connect_timeout, request.seconds), read=self._settings.read_timeout
        )
        try:
            response = self._adapter.send(prepared, stream=True, timeout=timeout, proxies=proxies)  # type: ignore[arg-type]
        except Exception:
            if not attempt.is_reused:
                raise
            # The host closed the idle connection as we took it up: that says nothing about the page.
            response = self._adapter.send(prepared, stream=True, timeout=timeout, proxies=proxies)  # type: ignore[arg-type]
        try:
            return _read(response.raw, target)
        finally:
            _let_go(response.raw)

    def _prepare(self, request: Request) -> PreparedRequest:
        prepared = PreparedRequest()
        prepared.method = "GET"
        prepared.url = request.target.url
        headers = dict(_BROWSER_HEADERS if request.as_browser else self._headers)
        if request.cookies:
            headers["Cookie"] = request.cookies
        prepared.headers = headers  # type: ignore[assignment]
        prepared.hooks = {}
        return prepared

    def _proxies_for(self, target: Target) -> dict[str, str]:
        proxies = self._proxies.get(target.origin)
        if proxies is None:
            proxies = self._proxies[target.origin] = get_environ_proxies(target.origin)
        return proxies


def _read(raw: Any, target: Target) -> Reply:
    headers = raw.headers
    status = int(raw.status)
    sign = _sign(raw, status, headers, target)
    return Reply(
        status=status,
        phrase=str(raw.reason or "")[:80],
        location=headers.get("location", "") if follows(status) else "",
        cookies=tuple(headers.getlist("set-cookie")) if "set-cookie" in headers else (),
        retry_after=seconds_to_wait(headers.get("retry-after")),
        sign=sign[0] if sign else None,
        sign_detail=sign[1] if sign else "",
    )


def _sign(raw: Any, status: int, headers: Any, target: Target) -> tuple[Signal, str] | None:
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return Signal.CHALLENGE, "Cloudflare challenge"
    if status == 202 and "x-amzn-waf-action" in headers:
        return Signal.CHALLENGE, "AWS WAF challenge"
    is_good = 200 <= status < 300
    if not is_good and status not in _CHALLENGE_STATUSES:
        return None
    kind = headers.get("content-type", "")
    if kind and "html" not in kind.lower():
        return None
    page = decode_page(_first_bytes(raw, headers.get("content-encoding", "")), _charset(kind))
    if status in _CHALLENGE_STATUSES and challenge_title(page):
        return Signal.CHALLENGE, f'challenge page "{challenge_title(page)}"'
    return judge_page(page, target.path) if is_good else None


def _charset(kind: str) -> str | None:
    _, found, charset = kind.lower().partition("charset=")
    return charset.partition(";")[0].strip(" \"'") if found else None


def _first_bytes(raw: Any, coding: str) -> bytes:
    """The first 64 KB of the body, or what came of them in time: that it breaks off is no news."""
    end = min(attempt.deadline, time.monotonic() + _PAGE_SECONDS)
    attempt.deadline = end
    pieces: list[bytes] = []
    size = 0
    try:
        while size < PAGE_BYTES and (piece := raw.read1(PAGE_BYTES - size, decode_content=False)):
            pieces.append(piece)
            size += len(piece)
    except Exception:  # noqa: BLE001, S110 - whatever ends the body early, the head was good
        pass
    body = b"".join(pieces)
    return _unpacked(body) if coding.strip().lower() in {"gzip", "x-gzip"} else body


def _unpacked(body: bytes) -> bytes:
    """Limited by zlib itself, so a bomb costs no more than a page."""
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, PAGE_BYTES)
    except zlib.error:
        return b""


def _let_go(raw: Any) -> None:
    """Give the connection back where little is left to read, else close it."""
    rest = raw.length_remaining
    try:
        if rest is not None and rest <= _DRAINED_BYTES:
            attempt.deadline = min(attempt.deadline, time.monotonic() + 1.0)
            raw.read(rest + 1, decode_content=False)
            raw.release_conn()
    except Exception:  # noqa: BLE001, S110 - the answer is read; what remained of it is of no use
        pass
    finally:
        raw.close()
