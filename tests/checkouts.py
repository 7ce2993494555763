"""Git repositories for tests, and an environment that nothing of the machine's own settings reaches."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from conftest import ROOT

_PACKAGE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml")
_FOLDERS = ("src", "rules", "action")
_GIT = {
    "user.name": "A Maintainer",
    "user.email": "maintainer@example.org",
    "init.defaultBranch": "main",
    "protocol.file.allow": "always",
    "commit.gpgSign": "false",
    "core.autocrlf": "false",
    "core.quotePath": "false",
}


def environment(**changes: str) -> dict[str, str]:
    """The process's environment without what would lead a child astray: git's, Python's and our own variables."""
    strange = ("GIT_", "AWESOMELINT_", "PYTHON", "PRE_COMMIT", "VIRTUAL_ENV", "GITHUB_", "CI_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    settings = {f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(_GIT)}
    settings |= {f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(_GIT.values())}
    settings |= {"GIT_CONFIG_COUNT": str(len(_GIT)), "NO_PROXY": "127.0.0.1"}
    return {**kept, **settings, **changes}


def run(
    folder: Path, *command: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A program's end in a folder: its exit code, and all that it printed in `stdout`."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment() if env is None else env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def git(folder: Path, *arguments: str) -> str:
    """What a git command prints; it must succeed."""
    done = run(folder, "git", *arguments)
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Files by path, with the folders that they need."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def commit(folder: Path, files: Mapping[str, str], message: str = "change") -> str:
    """Commit some files to a repository, which is made if need be; its new revision."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def copy_of_this_repository(folder: Path) -> str:
    """What other repositories take of this one, as a repository of its own; its revision."""
    folder.mkdir(parents=True)
    for name in _PACKAGE:
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, folder / name)
    for name in _FOLDERS:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
    return commit(folder, {})
