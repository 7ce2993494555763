"""The lists of a run, read; and what stood in the way."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from awesomelint.config import ConfigError, Settings
from awesomelint.diagnostics import Fault
from awesomelint.discovery import STANDARD_INPUT, discover, read, read_standard_input
from awesomelint.source import Source


@dataclass
class Inputs:
    """The files that will be looked at, and in one line each why others are not."""

    sources: list[Source] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    config_errors: list[str] = field(default_factory=list)
    excluded: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    """Those that the change which is checked has removed."""


def from_paths(paths: tuple[str, ...], settings: Settings) -> Inputs:
    """Read the files that the paths mean. A file whose config is wrong is left out, the others are read."""
    inputs = Inputs()

    def is_left_out(path: str) -> bool:
        try:
            return settings.for_path(path).excludes(path)
        except ConfigError as error:
            inputs.config_errors.append(str(error))
            return True

    discovery = discover(paths, is_left_out)
    inputs.faults += discovery.faults
    if not inputs.config_errors:
        inputs.excluded = discovery.excluded
    inputs.config_errors = list(dict.fromkeys(inputs.config_errors))
    for path in discovery.paths:
        _add(read(path), inputs)
    return inputs


def from_standard_input(name: str | None, settings: Settings) -> Inputs:
    """Read standard input under a name. Raises ConfigError for a wrong config of the folder of that name."""
    inputs = Inputs()
    path = name or STANDARD_INPUT
    settings.for_path(path)
    _add(read_standard_input(sys.stdin.buffer, path), inputs)
    return inputs


def _add(item: Source | Fault, inputs: Inputs) -> None:
    if isinstance(item, Source):
        inputs.sources.append(item)
    else:
        inputs.faults.append(item)
