"""Standard output and standard error: always UTF-8, never a traceback because a reader has gone."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Literal, TextIO

import click

from awesomelint.reporters.safe import visible

When = Literal["auto", "always", "never"]

WIDTH_WITHOUT_TERMINAL = 100


def prepare() -> None:
    """Write UTF-8 on every platform; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def write(text: str, to: TextIO, *, color: bool = False) -> None:
    """Print text as it is. When its reader has gone (`| head`) the rest is dropped silently."""
    try:
        click.echo(text, file=to, nl=False, color=color)
        to.flush()
    except BrokenPipeError:
        _discard(to)


def write_bytes(data: bytes) -> None:
    """Print a file's bytes on standard output, line ends as they are."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)


def complain(message: str) -> None:
    """One line on standard error."""
    write(f"awesomelint: {visible(message)}\n", sys.stderr)


def _discard(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not complain at its end."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, stream.fileno())
    os.close(devnull)


def has_color(stream: TextIO, when: When) -> bool:
    """Whether to colour: as told, else by `NO_COLOR` and `FORCE_COLOR`, else on a terminal that can."""
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Cells of a line: `COLUMNS`, else those of the terminal, else 100."""
    if stream.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns
    return WIDTH_WITHOUT_TERMINAL
