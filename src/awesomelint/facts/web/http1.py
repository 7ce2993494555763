"""HTTP/1.1 answers, read under a deadline and from any server.

`http.client` takes an interim answer (103) for the final one, gives up above a hundred headers, lets a drip
of bytes go on for ever, and spends most of a link's computing time on headers that nobody reads.
"""

from __future__ import annotations

import re
import socket
import time

from awesomelint.facts.web.exchange import Failed
from awesomelint.facts.web.verdicts import Signal

HEADERS_READ = frozenset(
    b"cf-mitigated connection content-encoding content-length content-type location retry-after set-cookie "
    b"transfer-encoding x-amzn-waf-action x-error-code x-ratelimit-remaining x-ratelimit-reset".split()
)
_STATUS_LINE = re.compile(rb"HTTP/(\d(?:\.\d)?)[ \t]+(\d{3})(?!\d)(?:[ \t]+([^\r\n]*))?")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_LINE_END = re.compile(rb"\r?\n")
_LONGEST_HEAD = 1 << 20
_LONGEST_LINE = 1 << 12
_MOST_INTERIM = 16
_MOST_VALUES = 40
_PIECE = 1 << 16
_NO_BODY = frozenset({204, 304})


class Wire:
    """The bytes of a connection. `deadline` is by `time.monotonic`, `patience` is seconds of silence."""

    def __init__(self, sock: socket.socket) -> None:
        self.deadline = 0.0
        self.patience = 0.0
        self._socket = sock
        self._waiting = bytearray()
        self._blank = 0
        """Bytes of blank lines before the head."""

    def send(self, data: bytes) -> None:
        """Send it all. Raises `OSError`."""
        self._socket.settimeout(max(self.deadline - time.monotonic(), 0.001))
        self._socket.sendall(data)

    def head(self) -> bytes:
        """The next head: status line and headers. Raises `Failed`."""
        searched = 0
        self._blank = 0
        self._skip_blank_lines()
        while not (end := _END_OF_HEAD.search(self._waiting, searched)):
            if len(self._waiting) + self._blank > _LONGEST_HEAD:
                raise Failed(Signal.NOT_HTTP, "not an HTTP answer (endless headers)")
            searched = max(len(self._waiting) - 3, 0)
            if not self._more():
                if self._waiting:
                    raise Failed(Signal.NOT_HTTP, f"not an HTTP answer ({_excerpt(self._waiting)})")
                raise Failed(Signal.CONNECTION_LOST, "empty reply")
            self._skip_blank_lines()
        head = bytes(self._waiting[: end.start()])
        del self._waiting[: end.end()]
        return head

    def line(self) -> bytes:
        """The next line without its end. Raises `ValueError` where none comes."""
        while not (end := _LINE_END.search(self._waiting)):
            if len(self._waiting) > _LONGEST_LINE or not self._more():
                raise ValueError("no line")
        line = bytes(self._waiting[: end.start()])
        del self._waiting[: end.end()]
        return line

    def take(self, most: int) -> bytes:
        """Some of the next bytes, as soon as there are any; none at the end."""
        if not self._waiting:
            self._more()
        piece = bytes(self._waiting[:most])
        del self._waiting[:most]
        return piece

    def is_clear(self) -> bool:
        """Whether nothing has come that nobody asked for, beyond blank lines."""
        self._skip_blank_lines()
        return not self._waiting

    def _skip_blank_lines(self) -> None:
        """Some hosts send a line end too many after the answer before."""
        if self._waiting.startswith((b"\r", b"\n")):
            length = len(self._waiting)
            self._waiting = self._waiting.lstrip(b"\r\n")
            self._blank += length - len(self._waiting)

    def _more(self) -> bool:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise Failed(Signal.DEADLINE, "the whole answer took too long")
        self._socket.settimeout(min(left, self.patience))
        try:
            piece = self._socket.recv(_PIECE)
        except TimeoutError:
            if left < self.patience:
                raise Failed(Signal.DEADLINE, "the whole answer took too long") from None
            raise Failed(Signal.READ_TIMEOUT, f"no answer within {self.patience:.0f} s") from None
        except ConnectionError:
            raise Failed(Signal.CONNECTION_LOST, "connection reset") from None
        self._waiting += piece
        return bool(piece)


class Answer:
    """A head, and a body that is read as far as wanted. Header names are in small letters."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        for _ in range(_MOST_INTERIM):
            head = wire.head()
            self.version, self.status, self.phrase = _status(head)
            if not 100 <= self.status < 200 or self.status == 101:
                break
        else:
            raise Failed(Signal.NOT_HTTP, "not an HTTP answer (endless interim answers)")
        self._values = _read_headers(head)
        self._is_chunked = self.header("transfer-encoding").lower().endswith("chunked")
        self._left = self._length()
        self.is_complete = self._left == 0

    def header(self, name: str) -> str:
        """The first value of a header; empty where there is none."""
        values = self._values.get(name)
        return values[0] if values else ""

    def first_values(self) -> dict[str, str]:
        """The first value of each header that is read."""
        return {name: values[0] for name, values in self._values.items()}

    def values(self, name: str) -> tuple[str, ...]:
        """All values of a header."""
        return tuple(self._values.get(name, ()))

    @property
    def stays_open(self) -> bool:
        """Whether the host will answer another request on this connection.

        What came behind the body would be taken for the answer to the next request.
        """
        said = self.header("connection").lower()
        keeps = "keep-alive" in said if self.version == "1.0" else "close" not in said
        return keeps and self.is_complete and self._wire.is_clear()

    def ends_within(self, most: int) -> bool:
        """Whether the rest of the body has an end that may come within so many bytes."""
        return self._is_chunked or (self._left is not None and self._left <= most)

    def hurry(self, seconds: float) -> None:
        """Spend at most so much more time on this answer."""
        self._wire.deadline = min(self._wire.deadline, time.monotonic() + seconds)

    def read(self, most: int) -> bytes:
        """At most so many bytes of the body; none at its end. Raises `Failed`, or `ValueError` if broken."""
        if self.is_complete:
            return b""
        if self._is_chunked and not self._left and not self._next_chunk():
            return b""
        piece = self._wire.take(most if self._left is None else min(most, self._left))
        if self._left is not None:
            self._left -= len(piece)
            if not piece:
                raise ValueError("the body breaks off")
        if not self._is_chunked:
            self.is_complete = self._left == 0 if self._left is not None else not piece
        elif not self._left:
            self._wire.line()
        return piece

    def _length(self) -> int | None:
        if self.status in _NO_BODY or self.status == 101:
            self._is_chunked = False
            return 0
        if self._is_chunked:
            return None
        lengths = {part.strip() for part in ",".join(self.values("content-length")).split(",")}
        text = lengths.pop() if len(lengths) == 1 else ""
        return int(text[:18]) if text.isascii() and text.isdigit() else None

    def _next_chunk(self) -> bool:
        self._left = int(self._wire.line().partition(b";")[0], 16)
        if self._left < 0:
            raise ValueError("a chunk of negative length")
        if not self._left:
            while self._wire.line():
                pass
            self.is_complete = True
        return bool(self._left)


def _status(head: bytes) -> tuple[str, int, str]:
    match = _STATUS_LINE.match(head)
    if match is None:
        raise Failed(Signal.NOT_HTTP, f"not an HTTP answer ({_excerpt(head)})")
    return match[1].decode(), int(match[2]), (match[3] or b"").decode("latin-1").strip()


def _read_headers(head: bytes) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for line in _FOLD.sub(b" ", head).split(b"\n")[1:]:
        name, colon, value = line.partition(b":")
        lowered = name.lower()
        if colon and lowered in HEADERS_READ:
            those = values.setdefault(lowered.decode(), [])
            if len(those) < _MOST_VALUES:
                those.append(value.strip().replace(b"\r", b" ").decode("latin-1"))
    return values


def _excerpt(data: bytes | bytearray) -> str:
    return ascii(bytes(data[:40]))[1:]
