"""A small hostile internet on loopback for `links.py`: how hosts answer, and what is true of them.

Hosts are addresses 127.x.y.z with one port (Linux). A path is `/BEHAVIOUR/NUMBER`; what is done with it is
looked up in `BEHAVIOURS`. The server ends by itself after `LIFETIME` seconds.
"""

from __future__ import annotations

import asyncio
import gzip
import resource
import socket
import ssl
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

LIFETIME = 900.0
Truth = Literal["alive", "moved", "no evidence", "dead"]

PAGE = (
    "<!doctype html><title>A study of {n}</title><h1>A study of something</h1>" + "<p>It says a lot.</p>" * 60
)
ARTICLE = (
    "<!doctype html><title>{title}</title><h1>{title}</h1>" + "<p>A long article about a page.</p>" * 200
)
NOT_FOUND_PAGES = (
    "<title>404 Not Found</title><h1>Not Found</h1>",
    "<title>Page not found | Example</title><h1>Oops! That page can't be found.</h1><nav>"
    + "<a href=/>Home</a>" * 80 + "</nav>",
    "<title>页面不存在</title><p>抱歉，您访问的页面不存在</p>",
    "<title>Example</title><h1>404</h1><p>Page not found</p>",
    "<title>Seite nicht gefunden - Beispiel</title><h1>Seite nicht gefunden</h1>",
)  # fmt: skip
PARKED_PAGES = (
    "<title>example.test</title><h1>This domain is for sale!</h1>",
    "<title>example.test</title><script src='https://www.sedoparking.com/x.js'></script>",
    "<title>example.test - domain has expired</title><p>This domain has expired.</p>",
)


@cache
def bomb() -> bytes:
    """Small on the wire, 200 MB unpacked."""
    return response(200, gzip.compress(b"\0" * 200_000_000), "Content-Encoding: gzip")


def response(
    status: int, body: bytes | str = b"", *headers: str, kind: str = "text/html", length: bool = True
) -> bytes:
    """An HTTP/1.1 response."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} Status", f"Content-Type: {kind}", *headers]
    if length:
        lines.append(f"Content-Length: {len(data)}")
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + data


class Visit(asyncio.Protocol):
    """One connection."""

    visits: ClassVar[Counter[str]] = Counter()
    latency = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.buffer = b""
        self.answered = 0

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while b"\r\n\r\n" in self.buffer:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
            self.method, self.path, self.head = method, path, head.lower()
            self.visits[path] += 1
            if self.latency:
                asyncio.get_running_loop().call_later(self.latency, self.dispatch, path)
            else:
                self.dispatch(path)

    def dispatch(self, path: str) -> None:
        _, name, number = (path.partition("?")[0] + "//").split("/")[:3]
        behaviour = BEHAVIOURS.get(name)
        if behaviour is None:
            self.send(response(200, PAGE) if path == "/" else response(404))
        elif not self.transport.is_closing():
            behaviour.act(self, int(number or 0))

    # What behaviours do with the connection.

    def send(self, data: bytes, *, close: bool = False) -> None:
        if self.transport.is_closing():
            return
        if self.method == "HEAD":
            data = data.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
        self.answered += 1
        self.transport.write(data)
        if close:
            self.transport.close()

    def later(self, seconds: float, data: bytes) -> None:
        asyncio.get_running_loop().call_later(seconds, self.send, data)

    def drip(self, start: bytes, piece: bytes = b"x", seconds: float = 0.5) -> None:
        if self.transport.is_closing():
            return
        self.transport.write(start)
        asyncio.get_running_loop().call_later(seconds, self.drip, piece, piece, seconds)

    def flood(self, left: int) -> None:
        """Send so many megabytes as the other side takes."""
        if self.transport.is_closing() or not left:
            return
        if self.transport.get_write_buffer_size() < 1 << 20:
            self.transport.write(b"<p>x</p>" * (1 << 17))
            left -= 1
        asyncio.get_running_loop().call_later(0.002, self.flood, left)

    def reset(self) -> None:
        self.transport.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0"
        )
        self.transport.close()

    @property
    def is_first(self) -> bool:
        return self.visits[self.path] == 1

    @property
    def is_browser(self) -> bool:
        return b"user-agent: mozilla" in self.head


Act = Callable[[Visit, int], object]


@dataclass(frozen=True)
class Behaviour:
    """What a host does with some links. `host` is "any", or the kind of host that they need."""

    truth: Truth
    links: int
    act: Act
    host: str = "any"


def says(status: int, body: bytes | str = PAGE, *headers: str, **options: object) -> Act:
    data = response(status, body, *headers, **options)  # type: ignore[arg-type]
    return lambda visit, _: visit.send(data)


def leads(status: int, location: str, *headers: str) -> Act:
    return lambda visit, n: visit.send(
        response(status, b"", "Location: " + location.replace("{n}", str(n)), *headers)
    )


def raw(data: bytes) -> Act:
    return lambda visit, _: visit.send(data, close=True)


def at_first(first: Act, then: Act) -> Act:
    return lambda visit, n: (first if visit.is_first else then)(visit, n)


def for_browsers(act: Act, otherwise: Act) -> Act:
    return lambda visit, n: (act if visit.is_browser else otherwise)(visit, n)


def one_of(pages: tuple[str, ...]) -> Act:
    return lambda visit, n: visit.send(response(200, pages[n % len(pages)]))


def chain(status: int, length: int) -> Act:
    def act(visit: Visit, n: int) -> None:
        step = visit.path.partition("step=")[2]
        hop = int(step or 0) + 1
        target = f"/page/{n}" if hop >= length else f"{visit.path.partition('?')[0]}?step={hop}"
        visit.send(response(status, b"", f"Location: {target}"))

    return act


def hints(visit: Visit, _: int) -> None:
    visit.transport.write(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    visit.send(response(200, PAGE))


OK = says(200)
BEHAVIOURS: dict[str, Behaviour] = {
    # Alive.
    "page": Behaviour("alive", 630, lambda visit, n: visit.send(response(200, PAGE.replace("{n}", str(n))))),
    "slow": Behaviour("alive", 40, lambda visit, _: visit.later(0.3, response(200, PAGE))),
    "slower": Behaviour("alive", 20, lambda visit, _: visit.later(2.0, response(200, PAGE))),
    "chunked": Behaviour(
        "alive", 20, raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n")
    ),
    "gzip": Behaviour("alive", 30, says(200, gzip.compress(PAGE.encode()), "Content-Encoding: gzip")),
    "brotli": Behaviour("alive", 5, says(200, b"\x8b\x00\x80\x70\x61\x67\x65\x03", "Content-Encoding: br")),
    "lengthless": Behaviour(
        "alive", 20, raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())
    ),
    "http10": Behaviour("alive", 20, raw(b"HTTP/1.0 200 OK\r\n\r\npage")),
    "pdf": Behaviour("alive", 60, says(200, b"%PDF" + b"x" * 30000, kind="application/pdf")),
    "gigabyte": Behaviour(
        "alive",
        5,
        lambda visit, _: (
            visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1073741824\r\n\r\n"),
            visit.flood(1024),
        ),
    ),
    "drip": Behaviour(
        "alive",
        10,
        lambda visit, _: visit.drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>x</title>"),
    ),
    "bomb": Behaviour("alive", 5, lambda visit, _: visit.send(bomb())),
    "nohead": Behaviour(
        "alive", 30, lambda visit, _: visit.send(response(404 if visit.method == "HEAD" else 200, PAGE))
    ),
    "empty": Behaviour("alive", 10, raw(b"HTTP/1.1 204 No Content\r\n\r\n")),
    "found": Behaviour("alive", 40, leads(302, "/page/{n}")),
    "other": Behaviour("alive", 5, leads(303, "/page/{n}")),
    "temporary": Behaviour("alive", 20, leads(307, "/page/{n}")),
    "chain": Behaviour("alive", 10, chain(302, 6)),
    "cookie": Behaviour(
        "alive",
        10,
        lambda visit, _: visit.send(
            response(200, PAGE)
            if b"cookie: seen=1" in visit.head
            else response(302, b"", f"Location: {visit.path}", "Set-Cookie: seen=1; Path=/")
        ),
    ),
    "browsers": Behaviour("alive", 30, for_browsers(OK, says(403))),
    "browsers404": Behaviour("alive", 10, for_browsers(OK, says(404))),
    "browsers406": Behaviour("alive", 10, for_browsers(OK, says(406))),
    "browsers400": Behaviour("alive", 5, for_browsers(OK, says(400))),
    "flaky404": Behaviour("alive", 20, at_first(says(404), OK)),
    "flaky500": Behaviour("alive", 20, at_first(says(500), OK)),
    "flaky503": Behaviour("alive", 25, at_first(says(503, "", "Retry-After: 1"), OK)),
    "flakyreset": Behaviour("alive", 20, at_first(lambda visit, _: visit.reset(), OK)),
    "flakyempty": Behaviour("alive", 20, at_first(lambda visit, _: visit.transport.close(), OK)),
    "oneshot": Behaviour(
        "alive",
        20,
        lambda visit, _: visit.transport.close() if visit.answered else visit.send(response(200, PAGE)),
    ),
    "throttled": Behaviour("alive", 20, at_first(says(429, "", "Retry-After: 1"), OK), "throttling"),
    "throttledmute": Behaviour("alive", 10, at_first(says(429), OK), "throttling"),
    "hints": Behaviour("alive", 10, hints),
    "headers": Behaviour("alive", 10, says(200, PAGE, *(f"X-{n}: x" for n in range(150)))),
    "lengths": Behaviour(
        "alive", 5, raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx")
    ),
    "cut": Behaviour(
        "alive", 10, raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\nx")
    ),
    "badchunk": Behaviour("alive", 5, raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
    "badgzip": Behaviour("alive", 5, says(200, b"not gzip", "Content-Encoding: gzip")),
    "about404": Behaviour("alive", 10, says(200, ARTICLE.replace("{title}", "How to design a 404 page"))),
    "aboutsale": Behaviour("alive", 5, says(200, ARTICLE.replace("{title}", "When a domain is for sale"))),
    "401": Behaviour("alive", 10, says(401, "", "WWW-Authenticate: Basic")),
    "403": Behaviour("alive", 40, says(403)),
    "418": Behaviour("alive", 2, says(418)),
    "451": Behaviour("alive", 5, says(451)),
    "999": Behaviour("alive", 20, says(999)),
    "challenge": Behaviour(
        "alive", 20, says(403, "<title>Just a moment...</title>", "cf-mitigated: challenge")
    ),
    "moment": Behaviour("alive", 10, says(503, "<title>Just a moment...</title>")),
    "waf": Behaviour("alive", 10, says(202, "", "x-amzn-waf-action: challenge")),
    "wall": Behaviour("alive", 23, leads(302, "/login?next=/wall/{n}")),
    # Moved.
    "moved": Behaviour("moved", 80, leads(301, "/page/{n}")),
    "permanent": Behaviour("moved", 20, leads(308, "/page/{n}")),
    "movedtwice": Behaviour("moved", 20, leads(301, "/moved/{n}")),
    # No evidence.
    **{
        f"{status}": Behaviour("no evidence", links, says(status))
        for status, links in (
            (500, 30),
            (502, 20),
            (503, 30),
            (504, 10),
            (520, 10),
            (400, 10),
            (405, 10),
            (501, 5),
            (408, 5),
        )
    },
    "silent": Behaviour("no evidence", 30, lambda *_: None),
    "headdrip": Behaviour("no evidence", 15, lambda visit, _: visit.drip(b"HTTP/1.1 200 OK\r\nX-A: ")),
    "late": Behaviour("no evidence", 5, lambda visit, _: visit.later(25.0, response(200, PAGE))),
    "reset": Behaviour("no evidence", 20, lambda visit, _: visit.reset()),
    "hangup": Behaviour("no evidence", 15, lambda visit, _: visit.transport.close()),
    "garbage": Behaviour("no evidence", 10, raw(b"220 mail.example ESMTP\r\n")),
    "refused": Behaviour("no evidence", 15, OK, "closed"),
    "blackhole": Behaviour("no evidence", 10, OK, "deaf"),
    "plaintls": Behaviour("no evidence", 5, OK, "plain over https"),
    "selfsigned": Behaviour("no evidence", 15, OK, "tls"),
    # Dead.
    "404": Behaviour("dead", 75, says(404)),
    "410": Behaviour("dead", 20, says(410)),
    "movedaway": Behaviour("dead", 20, leads(301, "/404/{n}")),
    "404drip": Behaviour(
        "dead", 5, lambda visit, _: visit.drip(b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n")
    ),
    "soft": Behaviour("dead", 30, one_of(NOT_FOUND_PAGES)),
    "parked": Behaviour("dead", 15, one_of(PARKED_PAGES)),
    "home": Behaviour("dead", 25, leads(302, "/")),
    "circle": Behaviour("dead", 10, leads(302, "/circle/{n}")),
    "endless": Behaviour("dead", 10, chain(302, 1000)),
}


async def serve(
    hosts: list[str], port: int, tls_hosts: list[str], tls_files: tuple[str, str] | None, latency: float
) -> None:
    """Listen on every host, and on the TLS hosts with that certificate; say so, and go on for a while."""
    Visit.latency = latency
    bomb()
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(Visit, host, port, backlog=512) for host in hosts]
    if tls_files:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls_files)
        servers += [await loop.create_server(Visit, host, port, ssl=context) for host in tls_hosts]
    print("ready", flush=True)
    await asyncio.sleep(LIFETIME)
    for server in servers:
        server.close()


if __name__ == "__main__":
    _hosts, _port, _tls_hosts, _cert, _key, _latency = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    asyncio.run(
        serve(_hosts.split(","), int(_port), [host for host in _tls_hosts.split(",") if host],
              (_cert, _key) if _cert else None, float(_latency))
    )  # fmt: skip
