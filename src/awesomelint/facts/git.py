"""What git remembers of a list: its earlier versions, and the Markdown files beside it.

The index is never touched.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from awesomelint.facts.git_process import run_git
from awesomelint.facts.repository import repository_root
from awesomelint.source import decode

MOST_REVISIONS = 30
"""How many commits that touched the list are looked at, the newest first."""
MOST_NEIGHBOURS = 30
"""How many other Markdown files of the last commit are looked at."""
MOST_BYTES = 16_000_000
"""How much text is read in all."""
MOST_SECONDS = 5.0
"""How long git may take in all."""


def history(list_path: str) -> tuple[str, ...]:
    """The texts of a list's earlier versions, the newest first, then those of its neighbours.

    Nothing for a list that is no file, lies outside a repository or is not tracked, and where git is missing.
    """
    file = Path(list_path)
    root = repository_root(file) if file.is_file() else None
    if root is None:
        return ()
    name = file.resolve().relative_to(root).as_posix()
    repository = _Repository(root, monotonic() + MOST_SECONDS)
    revisions = repository.lines("log", f"-n{MOST_REVISIONS}", "--format=%H", "-z", "--", name)
    tracked = repository.lines("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD")
    wanted = [f"{revision}:{name}" for revision in revisions]
    wanted += [f"HEAD:{other}" for other in _markdown(tracked) if other != name]
    if revisions:
        # Where the list's history begins it may have been renamed, too garbled for git to see it.
        before = f"{revisions[-1]}^"
        former = repository.lines("ls-tree", "-r", "-z", "--name-only", "--full-tree", before)
        wanted += [f"{before}:{other}" for other in _markdown(former) if other not in tracked]
    return tuple(dict.fromkeys(_texts(repository.contents(wanted))))


def _markdown(names: Sequence[str]) -> list[str]:
    return [name for name in names if name.lower().endswith(".md") and "\n" not in name][:MOST_NEIGHBOURS]


class TrackedFile(NamedTuple):
    """A path in git's index, from the repository's root, and its mode there (https://git-scm.com/docs/index-format)."""

    path: str
    mode: str


def tracked_files(root: Path) -> tuple[TrackedFile, ...]:
    """What git tracks in the repository at a root, added files included; nothing where git fails."""
    entries = _Repository(root, monotonic() + MOST_SECONDS).lines("ls-files", "-z", "--stage")
    parted = (entry.partition("\t") for entry in entries)
    return tuple(TrackedFile(path, about[:6]) for about, _, path in parted)


def _texts(contents: Iterable[bytes]) -> Iterator[str]:
    """Those that are UTF-8, with line ends as everywhere else."""
    for data in contents:
        source = decode(data)
        if source.undecodable is None:
            yield source.text


class _Repository:
    def __init__(self, root: Path, deadline: float) -> None:
        self._root = root
        self._deadline = deadline

    def lines(self, *arguments: str) -> list[str]:
        """The NUL-separated answers of a command; none where it fails."""
        answer = self._run(arguments).decode("utf-8", "surrogateescape")
        return [part for part in answer.split("\0") if part]

    def contents(self, objects: Sequence[str]) -> Iterator[bytes]:
        """The contents of those objects that exist, up to `MOST_BYTES`."""
        asked = "".join(f"{name}\n" for name in objects).encode("utf-8", "surrogateescape")
        sizes = self._run(("cat-file", "--batch-check=%(objectsize) %(objectname)"), asked).split(b"\n")
        names: list[bytes] = []
        total = 0
        for line in dict.fromkeys(sizes):
            size, _, name = line.partition(b" ")
            if size.isdigit() and total + int(size) <= MOST_BYTES:
                total += int(size)
                names.append(name)
        answer = self._run(("cat-file", "--batch=%(objectsize)"), b"".join(name + b"\n" for name in names))
        position = 0
        while position < len(answer):
            end_of_head = answer.index(b"\n", position)
            start = end_of_head + 1
            end = start + int(answer[position:end_of_head])
            yield answer[start:end]
            position = end + 1

    def _run(self, arguments: Sequence[str], asked: bytes = b"") -> bytes:
        try:
            done = run_git(self._root, arguments, asked, seconds=self._deadline - monotonic())
        except (OSError, subprocess.TimeoutExpired):
            return b""
        return done.stdout if done.returncode == 0 else b""
