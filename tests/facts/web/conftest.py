"""A small internet on loopback: servers, names that exist here only, and a fence around it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from awesomelint.facts.web import connection
from facts.web.servers import Server

_PROXY_VARIABLES = (
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "SSL_CERT_FILE",
)


class Names:
    """The names that exist: addresses, or the error that their look-up ends with."""

    def __init__(self) -> None:
        self.known: dict[str, list[str] | int] = {"github.com": ["192.0.2.1"]}
        self.looked_up: list[str] = []

    def getaddrinfo(self, host: str, port: Any, *args: Any, **kwargs: Any) -> list[Any]:
        if host[0].isdigit():
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        self.looked_up.append(host)
        found = self.known.get(host, socket.EAI_NONAME)
        if isinstance(found, int):
            raise socket.gaierror(found, "as the test wants it")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in found]


class Fence:
    """Lets connections out to loopback only, and remembers where they were going."""

    def __init__(self, connect: Callable[[str, int, float], socket.socket]) -> None:
        self.dialled: list[str] = []
        self._connect = connect

    def __call__(self, address: str, port: int, timeout: float) -> socket.socket:
        self.dialled.append(address)
        if not address.startswith("127.") and address != "::1":
            raise OSError(f"a test tried to connect to {address}")
        return self._connect(address, port, timeout)


@pytest.fixture(scope="module")
def _patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def names(_patch: pytest.MonkeyPatch) -> Names:
    names = Names()
    _patch.setattr(socket, "getaddrinfo", names.getaddrinfo)
    return names


@pytest.fixture(scope="module", autouse=True)
def fence(_patch: pytest.MonkeyPatch, names: Names) -> Fence:
    fence = Fence(connection._connect)
    _patch.setattr(connection, "_connect", fence)
    for variable in _PROXY_VARIABLES:
        _patch.delenv(variable, raising=False)
        _patch.delenv(variable.lower(), raising=False)
    return fence


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()
