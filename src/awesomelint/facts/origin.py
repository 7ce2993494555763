"""Which file of a list's own repository an absolute URL at GitHub shows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from awesomelint.facts.git_process import run_git

_REMOTE = re.compile(
    r"(?:https?://(?:[^/@]*@)?|git://|ssh://(?:git@)?|git@)(?:www\.)?github\.com[/:]"
    r"([\w.-]+/[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+?)"
    r"(?:(?:/tree/([^/?#]+))?/?(?:\?tab=readme-ov-file)?|/blob/([^/?#]+)/([^?#]+))",
    re.IGNORECASE,
)
_USUAL_DEFAULTS = frozenset({"main", "master"})
_README_FOLDERS = (".github", "", "docs")
"""In this order GitHub looks for the README that it shows."""
_README = re.compile(r"readme(?:\.\w+)?", re.IGNORECASE)
_SECONDS = 2.0


class _Origin(NamedTuple):
    """The repository that a folder was cloned from."""

    name: str
    """`owner/name` in small letters."""
    branch: str
    """What is checked out."""
    is_default: bool
    """Whether that is what GitHub shows first."""


class Origins:
    """The repositories at GitHub that folders were cloned from; git is asked once for each."""

    def __init__(self) -> None:
        self._known: dict[Path, _Origin | None] = {}

    def shown_file(self, root: Path, url: str) -> Path | None:
        """The file in the repository at a root that a URL shows on GitHub.

        None for a URL of another repository, of none of its files, or of another branch than the one that is
        checked out, which may have other files; and where git knows no `origin` there.
        """
        match = _SHOWN.fullmatch(url)
        if match is None:
            return None
        if root not in self._known:
            self._known[root] = _origin(root)
        origin = self._known[root]
        name, folder_branch, file_branch, file = match.groups()
        branch = unquote(folder_branch or file_branch or "HEAD")
        if origin is None or name.lower() != origin.name:
            return None
        if branch != origin.branch and not (branch == "HEAD" and origin.is_default):
            return None
        return root / unquote(file).replace("\0", "\ufffd") if file else _readme(root)


def _origin(root: Path) -> _Origin | None:
    """None for another host than GitHub, and where no branch is checked out, as for a pull request in CI."""
    try:
        remote = _REMOTE.fullmatch(_said(root, "remote", "get-url", "origin"))
        branch = _said(root, "symbolic-ref", "--quiet", "--short", "HEAD")
        if remote is None or not branch:
            return None
        default = _said(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
    except (OSError, subprocess.TimeoutExpired):
        return None
    defaults = {default.removeprefix("origin/")} if default else _USUAL_DEFAULTS
    return _Origin(remote[1].lower(), branch, branch in defaults)


def _said(root: Path, *command: str) -> str:
    done = run_git(root, command, seconds=_SECONDS)
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def _readme(root: Path) -> Path | None:
    """The README that GitHub shows of a repository; None where two may be it."""
    for folder in _README_FOLDERS:
        place = root / folder
        found = [path for path in place.iterdir() if _README.fullmatch(path.name)] if place.is_dir() else []
        if found:
            return found[0] if len(found) == 1 else None
    return None
