"""The command line: one module a command. It joins the parts and prints; it decides nothing about lists."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Sequence

import click

from awesomelint.cli import streams
from awesomelint.cli.app import app
from awesomelint.cli.exits import Exit
from awesomelint.reporters.safe import visible

__all__ = ["main"]

_ALLOCATIONS_BETWEEN_COLLECTIONS = 50_000


def main(args: Sequence[str] | None = None) -> int:
    """Run the command with `args`, by default those of the process, and give its exit code."""
    streams.prepare()
    # Documents hold hundreds of thousands of objects to the end of the run: to search them for rubbish again
    # and again takes a tenth of the time and finds none.
    gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS)
    try:
        code = app.main(args, prog_name="awesomelint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        streams.write(f"{error.format_message()}\n", sys.stderr)
        return Exit.USAGE
    except click.ClickException as error:
        streams.complain(_with_remedy(error))
        return Exit.FAULT if error.exit_code == Exit.FAULT else Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001  whatever fails here is the tool's own fault
        for line in traceback.format_exc().rstrip().split("\n"):
            streams.write(streams.without_commands(f"{visible(line)}\n"), sys.stderr)
        kind = type(error).__name__
        streams.complain(f"this is a fault of awesomelint, not of your list: {kind}: {error}")
        return Exit.FAULT
    return int(code or Exit.CLEAN)


def _with_remedy(error: click.ClickException) -> str:
    message = error.format_message()
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} See '{context.command_path} --help'." if context else message
