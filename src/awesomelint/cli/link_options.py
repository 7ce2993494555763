"""The options about looking links up, which `check` and `links` have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from math import inf
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from awesomelint.cli.sections import F, option

HISTORY_VARIABLE = "AWESOMELINT_HISTORY"
_LINKS = "Links"


@dataclass(frozen=True)
class LinkOptions:
    """What only the command line and the environment say about looking links up, never a config."""

    history: Path | None
    """None means the usual place."""
    no_history: bool
    allow_private_addresses: bool

    @classmethod
    def taken_from(cls, given: dict[str, Any]) -> LinkOptions:
        """Its own part of what click gives, which is taken out there."""
        return cls(**{field.name: given.pop(field.name) for field in fields(cls)})

    def contradictions(self) -> tuple[tuple[bool, str], ...]:
        """What cannot be meant together: whether it is so, and what to say of it."""
        source = click.get_current_context().get_parameter_source("history")
        both = self.no_history and source is ParameterSource.COMMANDLINE
        return ((both, "--no-history keeps no answers: leave it out, or leave --history out."),)


def link_options(command: F) -> F:
    """Add the options to a command."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


def _between(least: float, most: float) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A check whose range does not make the help longer, as click's own would."""

    def check(_context: click.Context, _parameter: click.Parameter, value: float | None) -> float | None:
        if value is not None and not least <= value <= most:
            limits = f"not at least {least:g}" if most == inf else f"not from {least:g} to {most:g}"
            raise click.BadParameter(f"{value:g} is {limits}.")
        return value

    return check


_OPTIONS = (
    option(_LINKS, "--online/--offline", default=None, help="Look links up, or do not. [online]"),
    option(
        _LINKS,
        "--max-time",
        type=float,
        callback=_between(0, inf),
        metavar="SECONDS",
        help="Look links up for so long at most, 0 without end. [120 on a terminal, 600 elsewhere]",
    ),
    option(
        _LINKS,
        "--max-age",
        type=float,
        callback=_between(0, inf),
        metavar="DAYS",
        help="Believe good answers of earlier runs for so long, 0 none of them. [7]",
    ),
    option(
        _LINKS,
        "--require-coverage",
        type=float,
        callback=_between(0, 100),
        metavar="PERCENT",
        help="Exit with 1 if fewer of the links were looked up.",
    ),
    option(
        _LINKS,
        "--history",
        type=click.Path(path_type=Path),
        metavar="FILE",
        envvar=HISTORY_VARIABLE,
        help="Where answers are kept for later runs. [in the user's cache]",
    ),
    option(_LINKS, "--no-history", is_flag=True, help="Keep no answers, and know of none."),
    option(
        _LINKS,
        "--allow-private-addresses",
        is_flag=True,
        help="Look up links of the own network, too. Not for lists that strangers can change.",
    ),
)
