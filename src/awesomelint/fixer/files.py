"""Puts fixed lists in the place of the old ones, whole or not at all."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

from awesomelint.atomic import replace_whole
from awesomelint.diagnostics import Fault
from awesomelint.results import FileResult, RunResult
from awesomelint.source import Source

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write(result: RunResult) -> RunResult:
    """Replace the files that were fixed. One that cannot be replaced is a fault and has the unfixed result.

    A symbolic link stays one: what it leads to is replaced. Modes are kept. A file that is read-only, or is
    no longer what was read, is left alone.
    """
    files: list[FileResult] = []
    faults = list(result.faults)
    for file in result.files:
        problem = _written(file.before.source, file.source) if file.before else None
        if file.before is None or problem is None:
            files.append(file)
        else:
            faults.append(Fault(file.source.path, f"not fixed: {problem}"))
            files.append(file.before)
    return replace(result, files=tuple(files), faults=tuple(faults))


def _written(before: Source, after: Source) -> str | None:
    """Replace one file, or say why it was left as it is."""
    try:
        target = Path(after.path).resolve(strict=True)
        if not target.stat().st_mode & _WRITABLE or not os.access(target, os.W_OK):
            return "it is read-only; make it writable to have it fixed"
        if target.read_bytes() != before.data:
            return "it was changed since it was read; run the command again"
        replace_whole(target, after.data)
    except OSError as error:
        return f"it cannot be written: {(error.strerror or type(error).__name__).lower()}"
    return None
