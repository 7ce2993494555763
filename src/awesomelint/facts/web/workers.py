"""Threads that fetch. They grow in number only while the interpreter has time to spare.

Under the interpreter lock more threads than needed cost more than they bring: when hosts answer fast, a few
keep it busy; when hosts are slow, many wait at once.
"""

from __future__ import annotations

import threading
import time
from queue import Empty, SimpleQueue

from awesomelint.facts.web.exchange import Failed, Reply, Request
from awesomelint.facts.web.transport import Transport
from awesomelint.facts.web.verdicts import Signal

_FIRST_THREADS = 8
_GROWTH = 8
_MEASURED = 0.01
"""Seconds over which the load is measured before more threads start."""
_BUSY = 0.8
"""The share of one core above which more threads would not help."""

Result = tuple[int, Reply | Failed, float]
"""The ticket that the request was given, what came, and how many seconds it took."""


class Workers:
    """A bounded pool of daemon threads: one that hangs in a system call holds up neither run nor exit."""

    def __init__(self, transport: Transport, most: int) -> None:
        self._transport = transport
        self._most = most
        self._requests: SimpleQueue[tuple[int, Request] | None] = SimpleQueue()
        self._results: SimpleQueue[Result] = SimpleQueue()
        self._threads = 0
        self._busy = 0
        self._load_since = (time.monotonic(), time.process_time())

    def has_room(self) -> bool:
        """Whether a request would be taken up at once; may start threads."""
        if self._busy < self._threads:
            return True
        if self._threads >= self._most:
            return False
        if self._threads < _FIRST_THREADS:
            self._start(1)
            return True
        wall, cpu = time.monotonic(), time.process_time()
        elapsed = wall - self._load_since[0]
        if elapsed < _MEASURED:
            return False
        is_idle = (cpu - self._load_since[1]) / elapsed < _BUSY
        self._load_since = (wall, cpu)
        if is_idle:
            self._start(min(_GROWTH, self._most - self._threads))
        return is_idle

    def submit(self, ticket: int, request: Request) -> None:
        """Have a request fetched."""
        self._busy += 1
        self._requests.put((ticket, request))

    def result(self, timeout: float) -> Result | None:
        """The next result, waiting for it so many seconds."""
        try:
            result = self._results.get(timeout=timeout) if timeout > 0 else self._results.get_nowait()
        except Empty:
            return None
        self._busy -= 1
        return result

    def replace_one(self) -> None:
        """Let another thread do the work of one that does not come back."""
        self._most += 1

    def stop(self) -> None:
        """Tell idle threads to end; the others end with their request."""
        for _ in range(self._threads):
            self._requests.put(None)

    def _start(self, count: int) -> None:
        for _ in range(count):
            threading.Thread(target=self._work, daemon=True, name="awesomelint-web").start()
        self._threads += count

    def _work(self) -> None:
        while (job := self._requests.get()) is not None:
            ticket, request = job
            began = time.monotonic()
            came: Reply | Failed
            try:
                came = self._transport.fetch(request)
            except Failed as failure:
                came = failure.with_traceback(None)
            except Exception as error:  # noqa: BLE001 - a fault of ours must not hang the run
                came = Failed(Signal.NOT_HTTP, f"could not be asked ({type(error).__name__}: {error})")
            self._results.put((ticket, came, time.monotonic() - began))
