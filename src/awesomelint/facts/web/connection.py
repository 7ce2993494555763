"""Connections that ask the guard before they send a byte, keep a deadline, and read any server's headers.

urllib3 makes them; what belongs to one request (its deadline, how to dial) cannot be handed through its
pools, so each worker thread keeps that in `attempt`.
"""

from __future__ import annotations

import errno
import io
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from awesomelint.facts.web.address import is_public, parse_address
from awesomelint.facts.web.exchange import Failed
from awesomelint.facts.web.guard import NotPublic, public_addresses
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.verdicts import Signal

Dial = Callable[[str, int, float], socket.socket]
"""Connects to a host and port within so many seconds. Raises `Failed`."""

HEADERS_READ = frozenset(
    b"connection content-encoding content-length content-type cf-mitigated keep-alive location "
    b"proxy-connection retry-after set-cookie transfer-encoding x-amzn-waf-action".split()
)
_MOST_COOKIES = 40
_MOST_INTERIM = 16
_LONGEST_HEAD = 1 << 20
_LONGEST_LINE = 1 << 16
_LEAST_SHARE = 1.0
"""Seconds that each of a host's addresses gets at least."""


class Attempt(threading.local):
    """What the request in this thread may do, and what became known of it."""

    dial: Dial
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


class _PatientReader(io.RawIOBase):
    """A socket's bytes until the attempt's deadline: a read timeout alone does not stop a drip."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._bytes = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = attempt.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("deadline")
        self._socket.settimeout(min(left, attempt.read_timeout))
        return self._bytes.readinto(buffer)

    def close(self) -> None:
        self._bytes.close()
        super().close()


class _Source:
    """What `HTTPResponse` takes for a socket: it only asks it for a reader."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def makefile(self, mode: str) -> Any:  # noqa: ARG002
        return self._reader


class _HeaderLines:
    """Only the header lines that are read here: `http.client` gives up on more than a hundred."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._cookies = 0
        self._has_length = False
        self._bytes = 0

    def readline(self, limit: int = -1) -> bytes:
        while True:
            line: bytes = self._reader.readline(limit)
            self._bytes += len(line)
            if self._bytes > _LONGEST_HEAD:
                raise HTTPException("endless headers")
            if line in {b"\r\n", b"\n", b""} or self._is_read(line):
                return line

    def close(self) -> None:
        self._reader.close()

    def _is_read(self, line: bytes) -> bool:
        name, _, value = line.partition(b":")
        name = name.lower()
        if name == b"set-cookie":
            self._cookies += 1
            return self._cookies <= _MOST_COOKIES
        if name == b"content-length":
            # Two lengths that differ would make urllib3 throw the whole answer away.
            is_sane = value.strip().isdigit() and not self._has_length
            self._has_length = True
            return is_sane
        return name in HEADERS_READ


class _PatientResponse(HTTPResponse):
    """An answer read under the attempt's deadline; interim answers (100-199) are passed over."""

    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
        self._reader: Any = io.BufferedReader(_PatientReader(sock))
        super().__init__(_Source(self._reader), *args, **kwargs)  # type: ignore[arg-type]

    def begin(self) -> None:
        lines: Any = _HeaderLines(self._reader)
        self.fp = lines
        try:
            super().begin()
        finally:
            if self.fp is lines:
                self.fp = self._reader

    def _read_status(self) -> tuple[str, int, str]:
        lines, self.fp = self.fp, self._reader
        try:
            for _ in range(_MOST_INTERIM):
                version, status, phrase = super()._read_status()  # type: ignore[misc]
                if not 100 <= status < 200 or status == HTTPStatus.SWITCHING_PROTOCOLS:
                    return version, status, phrase
                while self.fp.readline(_LONGEST_LINE).strip():
                    pass
            raise HTTPException("endless interim answers")
        finally:
            if self.fp is self._reader:
                self.fp = lines


class GuardedConnection(HTTPConnection):
    """A connection for http."""

    response_class: Any = _PatientResponse
    _has_answered = False

    def _new_conn(self) -> socket.socket:
        self._has_answered = False
        if self.proxy is not None:
            return super()._new_conn()
        return attempt.dial(self._dns_host.strip("[]"), self.port, float(self.timeout or 0))

    def request(self, *args: Any, **kwargs: Any) -> None:
        """Send a request, and note whether the connection had served one before."""
        attempt.is_reused = self.sock is not None and self._has_answered
        super().request(*args, **kwargs)
        self._has_answered = True


class GuardedTlsConnection(GuardedConnection, HTTPSConnection):
    """A connection for https."""


class GuardedPool(HTTPConnectionPool):
    """The connections to one http host."""

    ConnectionCls: Any = GuardedConnection


class GuardedTlsPool(HTTPSConnectionPool):
    """The connections to one https host."""

    ConnectionCls: Any = GuardedTlsConnection


POOLS = {"http": GuardedPool, "https": GuardedTlsPool}
