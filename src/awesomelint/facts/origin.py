"""Which file of a list's own repository an absolute URL at GitHub shows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

from awesomelint.facts.git_process import run_git

_REMOTE = re.compile(
    r"(?:https?://(?:[^/@]*@)?|git://|ssh://(?:git@)?|git@)(?:www\.)?github\.com[/:]"
    r"([\w.-]+/[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+?)"
    r"(?:/tree/(?:HEAD|main|master))?/?(?:\?tab=readme-ov-file)?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"https?://(?:www\.)?github\.com/([\w.-]+/[\w.-]+)/blob/(?:HEAD|main|master)/([^?#]+)", re.IGNORECASE
)
"""Other branches and commits may have another version of it."""
_README_FOLDERS = (".github", "", "docs")
"""In this order GitHub looks for the README that it shows."""
_README_NAMES = frozenset({"readme.md", "readme.markdown"})
_SECONDS = 2.0


class Origins:
    """The repositories at GitHub that folders were cloned from; git is asked once for each."""

    def __init__(self) -> None:
        self._known: dict[Path, str | None] = {}

    def shown_file(self, root: Path, url: str) -> Path | None:
        """The file in the repository at a root that a URL shows on GitHub.

        None for a URL of another repository, or of none of its files, and where git knows no `origin` there.
        """
        page, file = _SHOWN.fullmatch(url), _FILE.fullmatch(url)
        named = page or file
        if named is None:
            return None
        if root not in self._known:
            self._known[root] = _origin(root)
        if named[1].lower() != self._known[root]:
            return None
        return root / unquote(file[2]).replace("\0", "\ufffd") if file else _readme(root)


def _origin(root: Path) -> str | None:
    """`owner/name` in small letters."""
    try:
        done = run_git(root, ("remote", "get-url", "origin"), seconds=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    remote = _REMOTE.fullmatch(done.stdout.decode("utf-8", "replace").strip())
    return remote[1].lower() if done.returncode == 0 and remote else None


def _readme(root: Path) -> Path | None:
    for folder in _README_FOLDERS:
        place = root / folder
        names = sorted(path.name for path in place.iterdir()) if place.is_dir() else []
        if found := next((name for name in names if name.lower() in _README_NAMES), None):
            return place / found
    return None
