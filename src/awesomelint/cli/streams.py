"""Standard output and standard error: always UTF-8, never a traceback because a reader has gone."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TextIO

import click

from awesomelint.cli.exits import Exit
from awesomelint.reporters.safe import defused, visible

When = Literal["auto", "always", "never"]

WIDTH_WITHOUT_TERMINAL = 100


def prepare() -> None:
    """Write UTF-8 on every platform; what cannot be encoded is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class UnwritableError(click.ClickException):
    """What was to be printed could not be: the disk is full."""

    exit_code = Exit.FAULT


def write(text: str, to: TextIO, *, color: bool = False) -> None:
    """Print text as it is. When its reader has gone (`| head`) the rest is dropped silently.

    Raises UnwritableError.
    """
    with _until_the_reader_goes(to):
        click.echo(text, file=to, nl=False, color=color)
        to.flush()


def write_bytes(data: bytes) -> None:
    """Print a file's bytes on standard output, line ends as they are. Raises UnwritableError."""
    with _until_the_reader_goes(sys.stdout):
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def complain(message: str) -> None:
    """One line on standard error."""
    write(without_commands(f"awesomelint: {visible(message)}\n"), sys.stderr)


def without_commands(text: str) -> str:
    """Text for people; where GitHub's runner reads it, so that it obeys nothing in it."""
    return defused(text) if os.environ.get("GITHUB_ACTIONS") == "true" else text


@contextmanager
def _until_the_reader_goes(stream: TextIO) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # What is still buffered goes nowhere, so that the interpreter does not complain at its end.
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())
        os.close(devnull)
        if not _is_broken_pipe(error):
            raise UnwritableError(
                f"the output cannot be written: {(error.strerror or '').lower()}"
            ) from error


def _is_broken_pipe(error: OSError) -> bool:
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


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
