"""What the exit code says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command."""

    CLEAN = 0
    FINDINGS = 1
    """Findings at or above `--fail-on` remain, or `--diff` would change something."""
    USAGE = 2
    """Wrong options or a wrong config."""
    FAULT = 3
    """Input that cannot be read or written, a rule or a plug-in that failed, an internal error."""
    INTERRUPTED = 130


_GRAVEST_FIRST = (Exit.INTERRUPTED, Exit.USAGE, Exit.FAULT, Exit.FINDINGS)


def gravest(exits: Iterable[Exit]) -> Exit:
    """The one code for everything that happened: interrupted, then 2, 3, 1, then 0."""
    happened = set(exits)
    return next((code for code in _GRAVEST_FIRST if code in happened), Exit.CLEAN)
