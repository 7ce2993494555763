"""What lies beside a list: files and folders of its own repository."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from awesomelint.facts.repository import repository_root
from awesomelint.needs import PathNeed


def look_up_paths(needs: Iterable[PathNeed]) -> dict[PathNeed, bool]:
    """Whether each target exists; one that leaves the repository does not.

    A list that is no file (standard input) has no answer.
    """
    answers = {}
    for need in needs:
        listed = Path(need.list_path)
        if listed.is_file():
            root = repository_root(listed) or listed.resolve().parent
            base = root if need.target.startswith("/") else listed.resolve().parent
            target = (base / unquote(need.target).lstrip("/")).resolve()
            answers[need] = target.is_relative_to(root) and target.exists()
    return answers
