"""Runs git without anything that a repository could bring along to be executed, and without a network."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)


def run_git(
    folder: Path, arguments: Sequence[str], asked: bytes = b"", *, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    """What git answers in a folder, in English, within some seconds.

    Raises OSError where there is no git, and subprocess.TimeoutExpired. The exit code is the caller's affair.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603
        ["git", *_SAFE, *arguments],  # noqa: S607
        cwd=folder,
        input=asked,
        capture_output=True,
        timeout=max(seconds, 0.01),
        env=environment,
        check=False,
    )
