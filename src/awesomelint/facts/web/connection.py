"""Connections that ask the guard before they send a byte.

urllib3 makes them; what belongs to one request (its deadline, how to dial) cannot be handed through its
pools, so each worker thread keeps that in `attempt`.
"""

from __future__ import annotations

import errno
import socket
import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from awesomelint.facts.web.address import is_public, parse_address
from awesomelint.facts.web.exchange import Failed
from awesomelint.facts.web.guard import NotPublic, public_addresses
from awesomelint.facts.web.http1 import Answer, Wire
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.verdicts import Signal

Dial = Callable[[str, int, float], socket.socket]
"""Connects to a host and port within so many seconds. Raises `Failed`."""

_LEAST_SHARE = 1.0
"""Seconds that each of a host's addresses gets at least."""


class Attempt(threading.local):
    """What the request in this thread may do, and what became known of it."""

    dial: Dial
    netloc: str = ""
    """What goes into the `Host` header."""
    deadline: float = 0.0
    """By `time.monotonic`."""
    read_timeout: float = 0.0
    is_reused: bool = False
    """Whether the connection had served an earlier request: the host may have closed it meanwhile."""


attempt = Attempt()


def dialler(names: Names, *, allow_private: bool) -> Dial:
    """How to connect directly: one look-up, only public addresses, and a look at who really answered."""

    def dial(host: str, port: int, timeout: float) -> socket.socket:
        addresses = [host] if parse_address(host) is not None else names.addresses(host)
        if not allow_private:
            addresses = public_addresses(host, addresses)
        deadline = time.monotonic() + timeout
        failure: Failed | None = None
        for index, address in enumerate(addresses):
            left = deadline - time.monotonic()
            if left <= 0:
                break
            share = max(left / (len(addresses) - index), min(_LEAST_SHARE, left))
            try:
                connection = _connect(address, port, share)
            except OSError as error:
                failed = _connect_failure(error, timeout)
                if failure is None or failed.signal is not Signal.NETWORK:
                    failure = failed
                continue
            if not allow_private:
                _refuse_private_peer(host, connection)
            return connection
        raise failure or Failed(Signal.CONNECT_TIMEOUT, f"no connection within {timeout:.0f} s")

    return dial


def _connect(address: str, port: int, timeout: float) -> socket.socket:
    connection = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        connection.connect((address, port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError:
        connection.close()
        raise
    return connection


def _refuse_private_peer(host: str, connection: socket.socket) -> None:
    """Whatever was looked up: this is who would get the first byte."""
    try:
        peer = str(connection.getpeername()[0])
    except OSError as error:
        connection.close()
        raise Failed(Signal.CONNECTION_LOST, "connection reset") from error
    if not is_public(peer):
        connection.close()
        raise NotPublic(f"{host} led to {peer}, which is not a public address")


def _connect_failure(error: OSError, timeout: float) -> Failed:
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return Failed(Signal.CONNECT_TIMEOUT, f"no connection within {timeout:.0f} s")
    if isinstance(error, ConnectionRefusedError):
        return Failed(Signal.CONNECTION_REFUSED, "connection refused")
    if isinstance(error, ConnectionError):
        return Failed(Signal.CONNECTION_LOST, "connection reset")
    return Failed(Signal.NETWORK, (error.strerror or str(error)).lower())


class GuardedConnection(HTTPConnection):
    """A connection for http, as urllib3's pools want it. It sends requests and reads the answers itself."""

    _wire: Wire | None = None

    def _new_conn(self) -> socket.socket:
        self._wire = None
        if self.proxy is not None:
            return super()._new_conn()
        return attempt.dial(self._dns_host.strip("[]"), self.port, float(self.timeout or 0))

    def request(self, method: str, url: str, *_: Any, **options: Any) -> None:
        """Send a request."""
        if self.sock is None:
            self.connect()
        attempt.is_reused = self._wire is not None
        if self._wire is None:
            self._wire = Wire(self.sock)
        self._wire.deadline = attempt.deadline
        self._wire.patience = attempt.read_timeout
        lines = [f"{method} {url} HTTP/1.1", f"Host: {attempt.netloc}"]
        lines += [f"{name}: {value}" for name, value in options["headers"].items()]
        self._wire.send("\r\n".join([*lines, "", ""]).encode("latin-1") + (options.get("body") or b""))

    def getresponse(self) -> Any:
        """The answer's head."""
        assert self._wire is not None
        return PooledAnswer(self._wire)


class GuardedTlsConnection(GuardedConnection, HTTPSConnection):
    """A connection for https."""


class PooledAnswer(Answer):
    """An answer that gives its connection back. urllib3's pool sets the attributes that it wants."""

    headers: Mapping[str, str] = MappingProxyType({})
    """urllib3 would look for `Retry-After` here, and wait."""
    retries: Any = None
    length_remaining: int | None = None
    _pool: Any = None
    _connection: Any = None

    @property
    def version_string(self) -> str:
        """For urllib3's log."""
        return f"HTTP/{self.version}"

    def let_go(self) -> None:
        """Give the connection back to its pool, open if it can serve another request."""
        if not self.stays_open:
            self._connection.close()
        self._pool._put_conn(self._connection)


class GuardedPool(HTTPConnectionPool):
    """The connections to one http host."""

    ConnectionCls: Any = GuardedConnection


class GuardedTlsPool(HTTPSConnectionPool):
    """The connections to one https host."""

    ConnectionCls: Any = GuardedTlsConnection


POOLS = {"http": GuardedPool, "https": GuardedTlsPool}
