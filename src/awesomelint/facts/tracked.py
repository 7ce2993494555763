"""Whether git tracks what a list's relative links lead to: only that is there on GitHub."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from awesomelint.facts.git import TrackedFile, tracked_files
from awesomelint.facts.repository import repository_root
from awesomelint.needs import Tracked, TrackedNeed

_SUBMODULE, _SYMLINK = "160000", "120000"
_PAGES = frozenset(
    (
        "actions", "archive", "blame", "blob", "branches", "commit", "commits", "compare", "contributors",
        "discussions", "edit", "fork", "forks", "graphs", "issues", "labels", "milestone", "milestones",
        "network", "new", "packages", "projects", "pull", "pulls", "pulse", "raw", "releases", "security",
        "settings", "sponsors", "stargazers", "subscription", "tags", "tree", "watchers", "wiki",
    )
)  # fmt: skip
"""What a repository has on GitHub besides its files, as the first segment after its name."""
_PAGE_ENDS = (".md", ".markdown", ".mdx", ".html", "/index.md", "/README.md")


def look_up_tracked(
    needs: Iterable[TrackedNeed], files: Callable[[Path], Iterable[TrackedFile]] = tracked_files
) -> dict[TrackedNeed, Tracked]:
    """Whether each target is tracked, in the exact case, by the repository of its list.

    What lies in a submodule or behind a symbolic link counts as tracked. So do GitHub's own pages
    (`/issues`), and those that a site's generator makes of tracked files (`guide.html` of `guide.md`).
    There is no answer for a list that is no file or a symbolic link; without a repository, or with an empty
    one; and for targets outside of it. `files` says what is tracked in the repository at a root.
    """
    answers: dict[TrackedNeed, Tracked] = {}
    trees: dict[Path, _Tree | None] = {}
    for need in needs:
        listed = Path(need.list_path)
        if not listed.is_file() or listed.is_symlink():
            continue
        folder = listed.resolve().parent
        if folder not in trees:
            trees[folder] = _tree(folder, files)
        tree = trees[folder]
        answer = tree and tree.look_up(need.target)
        if answer:
            answers[need] = answer
    return answers


def _tree(folder: Path, files: Callable[[Path], Iterable[TrackedFile]]) -> _Tree | None:
    root = repository_root(folder)
    tracked = tuple(files(root)) if root is not None else ()
    return _Tree(folder.relative_to(root).as_posix(), tracked) if root is not None and tracked else None


class _Tree:
    """What is tracked, seen from a folder."""

    def __init__(self, folder: str, files: Iterable[TrackedFile]) -> None:
        self._folder = folder
        self._paths: set[str] = set()
        self._opaque: set[str] = set()
        for path, mode in files:
            path = normalize("NFC", path)
            if mode in (_SUBMODULE, _SYMLINK):
                self._opaque.add(path)
            while path and path not in self._paths:
                self._paths.add(path)
                path = path.rpartition("/")[0]
        self._by_case: dict[str, list[str]] = {}
        for path in sorted(self._paths):
            self._by_case.setdefault(path.casefold(), []).append(path)

    def look_up(self, target: str) -> Tracked | None:
        """The answer about a target; None for one outside the repository."""
        decoded = normalize("NFC", unquote(target))
        joined = decoded.lstrip("/") if decoded.startswith("/") else posixpath.join(self._folder, decoded)
        path = posixpath.normpath(joined)
        if path == ".":
            return Tracked(True)
        if path.startswith(".."):
            return None
        if self._is_there(path):
            return Tracked(True)
        others = self._by_case.get(path.casefold(), [])
        return Tracked(False, _respelled(decoded, others[0]) if len(others) == 1 else None)

    def _is_there(self, path: str) -> bool:
        first = path.partition("/")[0]
        if path in self._paths or (first in _PAGES and first not in self._paths):
            return True
        if any(folder in self._opaque for folder in _ancestors(path)):
            return True
        stem = path.removesuffix(".html")
        return any(f"{stem}{end}" in self._paths for end in _PAGE_ENDS)


def _ancestors(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _respelled(target: str, path: str) -> str | None:
    """A target with the case of a path that it ends like."""
    bare = target.rstrip("/")
    while path and not bare.casefold().endswith(path.casefold()):
        path = path.partition("/")[2]
    return f"{bare[: len(bare) - len(path)]}{path}{target[len(bare) :]}" if path else None
