"""How far looking links up has come, on standard error: a bar on a terminal, elsewhere lines."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from awesomelint.cli import streams
from awesomelint.facts.web import Progress

Show = Callable[[Progress], None]

_ERASE_LINE = "\r\x1b[2K"
_LINE_SECONDS = 10.0
_BAR = 24
_WIDTH_WITHOUT_TERMINAL = 80
_NOTEWORTHY = ("dead", "suspect", "unreachable", "blocked", "moved")


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Show | None]:
    """What is called with each progress; nothing of a bar remains in the end."""
    if quiet:
        yield None
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        try:
            yield _draw
        finally:
            streams.write(_ERASE_LINE, sys.stderr, color=True)
    else:
        yield _lines()


def _draw(progress: Progress) -> None:
    done = _BAR * progress.done // max(progress.total, 1)
    text = f"[{'#' * done}{'.' * (_BAR - done)}] {_counts(progress)}"
    streams.write(_ERASE_LINE + text[: _width() - 1], sys.stderr, color=True)


def _lines() -> Show:
    said_at = time.monotonic()

    def say(progress: Progress) -> None:
        nonlocal said_at
        if time.monotonic() - said_at >= _LINE_SECONDS:
            said_at = time.monotonic()
            streams.complain(_counts(progress))

    return say


def _counts(progress: Progress) -> str:
    found = [f", {count:,} {name}" for name in _NOTEWORTHY if (count := progress.verdicts.get(name))]
    return f"links: {progress.done:,} of {progress.total:,} looked up{''.join(found)}"


def _width() -> int:
    """Cells of the terminal of standard error; standard output may go elsewhere."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH_WITHOUT_TERMINAL
    except (OSError, ValueError):
        return _WIDTH_WITHOUT_TERMINAL
