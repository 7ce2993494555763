"""requests' adapter, made lean and guarded.

It parses no URL twice, reads the certificates once, and makes connections that ask the guard.
"""

from __future__ import annotations

import os
import ssl
import threading
from collections import OrderedDict
from functools import cached_property
from typing import Any, cast

import certifi
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool
from urllib3.util.ssl_ import create_urllib3_context

from awesomelint.facts.web.connection import POOLS, GuardedPool, GuardedTlsPool
from awesomelint.facts.web.urls import Target

_CA_VARIABLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")
_IDLE_CONNECTIONS = 2
"""Kept open at each host."""
_MOST_POOLS = 500
_FEW_FILES = 1024
"""Open files; where the system allows fewer, fewer idle connections are kept."""


def tls_context() -> ssl.SSLContext:
    """The one TLS context of a run: certifi's authorities, or those that the environment names."""
    context = create_urllib3_context()
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    named = next((os.environ[name] for name in _CA_VARIABLES if os.environ.get(name)), certifi.where())
    is_folder = os.path.isdir(named)  # noqa: PTH112  the variable may name either, as with requests
    context.load_verify_locations(capath=named) if is_folder else context.load_verify_locations(cafile=named)
    return context


class Prepared(PreparedRequest):
    """A request that knows its target: a GET, or with a body a POST."""

    def __init__(self, target: Target, headers: dict[str, str], body: bytes | None = None) -> None:
        super().__init__()
        self.method = "GET" if body is None else "POST"
        self.url = target.url
        self.target = target
        self.headers = headers  # type: ignore[assignment]
        self.body = body


class Adapter(HTTPAdapter):
    """Sends `Prepared` requests; safe to use from several threads."""

    def __init__(self) -> None:
        super().__init__(pool_maxsize=_IDLE_CONNECTIONS)
        self._lock = threading.Lock()
        self._pools: OrderedDict[str, HTTPConnectionPool] = OrderedDict()
        self._most_pools = _MOST_POOLS if _file_limit() >= _FEW_FILES else _MOST_POOLS // 10

    @cached_property
    def _context(self) -> ssl.SSLContext:
        return tls_context()

    def get_connection_with_tls_context(
        self, request: PreparedRequest, verify: Any, proxies: Any = None, cert: Any = None
    ) -> HTTPConnectionPool:
        """The pool of the target's origin, or of the proxy."""
        assert isinstance(request, Prepared)
        if proxies:
            through_proxy: Any = super().get_connection_with_tls_context(request, verify, proxies, cert)
            return cast("HTTPConnectionPool", through_proxy)
        origin = request.target.origin
        with self._lock:
            pool = self._pools.get(origin)
            if pool is None:
                pool = self._pools[origin] = self._new_pool(request.target)
                if len(self._pools) > self._most_pools:
                    # It closes its connections when the last request that uses it is through.
                    self._pools.popitem(last=False)
            else:
                self._pools.move_to_end(origin)
            return pool

    def forget(self, target: Target) -> None:
        """Close the idle connections to an origin."""
        with self._lock:
            self._pools.pop(target.origin, None)

    def close(self) -> None:
        """Close all idle connections."""
        super().close()
        with self._lock:
            self._pools.clear()

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: Any, cert: Any = None
    ) -> Any:
        """As requests does it, with the one TLS context."""
        host, tls = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            with self._lock:
                tls["ssl_context"] = self._context
        return host, tls

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> Any:
        """As requests does it, with the one TLS context and with connections of our own."""
        with self._lock:
            manager = super().proxy_manager_for(proxy, proxy_ssl_context=self._context, **proxy_kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Nothing: the context has the authorities, and reading them again for each connection is slow."""

    def request_url(self, request: PreparedRequest, proxies: Any) -> str:
        """What stands in the request line."""
        assert isinstance(request, Prepared)
        return super().request_url(request, proxies) if proxies else request.target.path

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:  # noqa: ARG002
        """The raw response only: cookies are kept by link."""
        response = Response()
        response.raw = resp
        return response

    def _new_pool(self, target: Target) -> HTTPConnectionPool:
        if target.scheme == "http":
            return GuardedPool(target.host, target.port, maxsize=_IDLE_CONNECTIONS)
        return GuardedTlsPool(
            target.host,
            target.port,
            maxsize=_IDLE_CONNECTIONS,
            ssl_context=self._context,
            cert_reqs="CERT_REQUIRED",
        )


def _file_limit() -> int:
    try:
        import resource
    except ImportError:
        return _FEW_FILES
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return _FEW_FILES if limit == resource.RLIM_INFINITY else limit
