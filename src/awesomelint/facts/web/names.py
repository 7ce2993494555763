"""Name look-ups: one for each host and run, with a second look before a name is said not to exist."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

from awesomelint.facts.web.exchange import Failed
from awesomelint.facts.web.verdicts import Signal

KNOWN_NAME = "github.com"
"""Looked up to learn whether names can be resolved at all, where no name of the list was."""

_REST = 1.5
"""Seconds for which a failed look-up is believed; shorter than the rest before a retry."""
_MOST_LOOKUPS = {Signal.NO_SUCH_NAME: 2, Signal.NAME_FAILURE: 3}


@dataclass(slots=True)
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    addresses: tuple[str, ...] = ()
    failure: Failed | None = None
    lookups: int = 0
    at: float = 0.0


class Names:
    """The addresses of hosts, each looked up once. Safe to use from several threads."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._lock = threading.Lock()
        self._resolved_one = False

    def addresses(self, host: str) -> list[str]:
        """The addresses of a name. Raises `Failed` with `NO_SUCH_NAME` or `NAME_FAILURE`."""
        with self._lock:
            entry = self._entries.setdefault(host, _Entry())
        with entry.lock:
            if not entry.addresses and self._is_worth_asking(entry):
                self._ask(host, entry)
            if entry.addresses:
                return list(entry.addresses)
            assert entry.failure is not None
            raise Failed(entry.failure.signal, entry.failure.reason)

    def can_resolve(self, *, may_ask: bool) -> bool:
        """Whether any name can be resolved; without that, nothing is known about those that cannot.

        Where none was so far, a known one is looked up if that `may_ask`.
        """
        if not self._resolved_one and may_ask:
            with suppress(Failed):
                self.addresses(KNOWN_NAME)
        return self._resolved_one

    @staticmethod
    def _is_worth_asking(entry: _Entry) -> bool:
        if entry.failure is None:
            return True
        rested = time.monotonic() - entry.at >= _REST
        return rested and entry.lookups < _MOST_LOOKUPS[entry.failure.signal]

    def _ask(self, host: str, entry: _Entry) -> None:
        try:
            answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            entry.failure = _name_failure(error)
        else:
            entry.addresses = tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))
            if entry.addresses:
                self._resolved_one = True
            else:
                entry.failure = Failed(Signal.NAME_FAILURE, "the name has no address")
        entry.lookups += 1
        entry.at = time.monotonic()


def _name_failure(error: Exception) -> Failed:
    if isinstance(error, UnicodeError):
        return Failed(Signal.NO_SUCH_NAME, "no such host name")
    # Only EAI_NONAME says that the name does not exist; EAI_NODATA is a name without an address.
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_NONAME:
        return Failed(Signal.NO_SUCH_NAME, "the host name does not exist")
    detail = getattr(error, "strerror", None) or str(error)
    return Failed(Signal.NAME_FAILURE, f"the host name could not be looked up ({detail})")
