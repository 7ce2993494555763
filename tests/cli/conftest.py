"""How tests run the command line: in this process, or as a real one where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from awesomelint.cli import main
from cli.harness import Outcome, Run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with the root of a repository, away from any config and setting."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command with some arguments in `folder`."""

    def call(*args: str) -> Outcome:
        code = main(args)
        captured = capfdbinary.readouterr()
        return Outcome(code, captured.out, captured.err.decode("utf-8"))

    return call


@pytest.fixture
def process(folder: Path) -> Run:
    """Runs the command as a process of its own in `folder`."""

    def call(*args: str, stdin: bytes | None = None, **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "awesomelint", *args],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
            timeout=60,
        )
        return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8"))

    return call
