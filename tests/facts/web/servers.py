"""Servers of our own on loopback: they answer byte for byte what a test wants, and note what they got."""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Conversation = Callable[[socket.socket], None]
Answer = bytes | Conversation
"""What is sent back; or what is done with the connection, which is closed after it."""

_PATIENCE = 30.0


def response(
    status: int | str = 200,
    body: bytes | str = b"",
    *,
    kind: str = "text/html; charset=utf-8",
    length: bool = True,
    **headers: str,
) -> bytes:
    """An HTTP/1.1 response. Underscores in the names of headers stand for hyphens."""
    if isinstance(body, str):
        body = body.encode()
    head = [f"HTTP/1.1 {status} Phrase" if isinstance(status, int) else f"HTTP/1.1 {status}"]
    if kind:
        head.append(f"Content-Type: {kind}")
    if length:
        head.append(f"Content-Length: {len(body)}")
    head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*head, "", ""]).encode("latin-1") + body


def redirect(location: str, status: int = 301, **headers: str) -> bytes:
    """A redirect."""
    return response(status, b"", Location=location, **headers)


def stay_silent(connection: socket.socket) -> None:
    """Say nothing until the other side has had enough."""
    with contextlib.suppress(OSError):
        connection.settimeout(_PATIENCE)
        while connection.recv(65536):
            pass


def drip(start: bytes, seconds: float = 0.2) -> Conversation:
    """Send a start, and then one byte now and then."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(start)
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            time.sleep(seconds)
            connection.sendall(b"x")

    return talk


def hang_up(connection: socket.socket) -> None:
    """Close without a word."""


def reset(connection: socket.socket) -> None:
    """Break the connection off."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


@dataclass
class Asked:
    """One request as it arrived; header names in small letters."""

    target: str
    headers: dict[str, str]
    body: bytes = b""
    at: float = field(default_factory=time.monotonic)


class Listener:
    """Takes connections until it is closed, each served by a thread of its own."""

    def __init__(self, listener: socket.socket) -> None:
        self.connections = 0
        self._listener = listener
        self.port: int = listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take no more connections."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        """Talk until the end of a connection."""
        raise NotImplementedError


class Server(Listener):
    """One origin. Each path has its answers in order; the last one is repeated."""

    def __init__(self, tls: ssl.SSLContext | None = None, address: str = "127.0.0.1") -> None:
        self.asked: list[Asked] = []
        self.received = b""
        """Every byte that arrived, where nothing is answered at all."""
        self._answers: dict[str, list[Answer]] = {}
        self._tls = tls
        self._address = address
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        super().__init__(socket.create_server((address, 0), family=family, backlog=200))

    def url(self, path: str = "/", host: str = "") -> str:
        """The URL of a path."""
        return f"{'https' if self._tls else 'http'}://{host or self._address}:{self.port}{path}"

    def on(self, path: str, *answers: Answer) -> str:
        """Set the answers of a path; returns its URL."""
        self._answers[path] = list(answers)
        return self.url(path)

    def reply(self, asked: Asked) -> Answer:
        """What is answered where the test has set nothing."""
        return response(404, "no such path in this test")

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked.target == path for asked in self.asked)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            connection.settimeout(_PATIENCE)
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            while self._exchange(connection):
                pass
        connection.close()

    def _exchange(self, connection: socket.socket) -> bool:
        """Answer one request; whether the connection stays open."""
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(65536)
            self.received += piece
            if not piece:
                return False
            head += piece
        head, _, body = head.partition(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").split("\r\n")
        target = re.sub("^http://[^/]*", "", line.split(" ")[1])
        headers = {
            name.lower(): value.strip()
            for name, _, value in (entry.partition(":") for entry in lines if entry)
        }
        while len(body) < int(headers.get("content-length", 0)):
            body += connection.recv(65536)
        asked = Asked(target, headers, body)
        self.asked.append(asked)
        answers = self._answers.get(target) or [self.reply(asked)]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if callable(answer):
            answer(connection)
            return False
        connection.sendall(answer)
        return any(sign in answer.lower() for sign in (b"content-length", b"chunked"))


class Proxy(Listener):
    """A forward proxy that knows its own hosts: plain requests and CONNECT."""

    def __init__(self, hosts: dict[str, int]) -> None:
        self.lines: list[str] = []
        """The request lines that it got."""
        self._hosts = hosts
        super().__init__(socket.create_server(("127.0.0.1", 0)))
        self.url = f"http://127.0.0.1:{self.port}"

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            line = head.decode("latin-1").split("\r\n")[0]
            self.lines.append(line)
            method, target, _ = line.split(" ")
            host = target if method == "CONNECT" else target.split("/")[2]
            port = self._hosts.get(host.partition(":")[0])
            if port is None:
                connection.sendall(
                    b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                )
                return
            with socket.create_connection(("127.0.0.1", port)) as onward:
                if method == "CONNECT":
                    connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                else:
                    onward.sendall(head)
                back = threading.Thread(target=_pump, args=(onward, connection), daemon=True)
                back.start()
                _pump(connection, onward)
                back.join(_PATIENCE)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65536):
            sink.sendall(piece)
        sink.shutdown(socket.SHUT_WR)
