"""The files of a repository as they were in a revision, and as they were when the work since it began."""

from __future__ import annotations

import os
import posixpath
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from awesomelint.errors import UsageError
from awesomelint.facts.git import TrackedFile
from awesomelint.facts.git_process import run_git
from awesomelint.facts.repository import repository_root

MOST_SECONDS = 30.0
"""How long one call of git may take."""
MOST_RENAMES = 400
"""So many new files are compared with as many that are gone, to find what was renamed and edited."""
_MOST_LINKS = 5
_SYMBOLIC_LINK = "120000"


class RevisionError(UsageError):
    """A revision of git cannot be used."""


class _Object(NamedTuple):
    mode: str
    kind: str
    id: str


@dataclass
class Revision:
    """One revision of one repository.

    `commit` is the revision itself, `base` the commit at which HEAD parted from it. Paths are those that a
    file has on disk, where it need not exist.
    """

    root: Path
    name: str
    commit: str
    base: str
    _folders: dict[tuple[str, str], dict[str, _Object]] = field(default_factory=dict)

    def read(self, path: Path) -> bytes | None:
        """A file as it is in the revision; None where it has no such file."""
        return self._read(self.commit, self._inside(path))

    def read_base(self, path: Path) -> bytes | None:
        """A file as it was when the work began, under its former name where git sees that it was renamed."""
        inside = self._inside(path)
        data = self._read(self.base, inside)
        if data is None and inside in self._renamed:
            data = self._read(self.base, self._renamed[inside])
        return data

    def held_base(self, path: Path) -> bool:
        """Whether there was such a file or folder when the work began; not one outside of the repository."""
        return self._is_inside(path) and self._inside(path) in self._base_paths

    @cached_property
    def base_files(self) -> tuple[TrackedFile, ...]:
        """All files when the work began, and the submodules."""
        answer = os.fsdecode(self._git("ls-tree", "-r", "-z", "--full-tree", self.base))
        lines = (line.partition("\t") for line in answer.split("\0") if line)
        return tuple(TrackedFile(path, about[:6]) for about, _, path in lines)

    @cached_property
    def _base_paths(self) -> frozenset[str]:
        """All files and folders when the work began, the root as `.`."""
        paths = {"."}
        for path, _ in self.base_files:
            while path and path not in paths:
                paths.add(path)
                path = path.rpartition("/")[0]
        return frozenset(paths)

    def _is_inside(self, path: Path) -> bool:
        return place_of(path).is_relative_to(self.root)

    def _inside(self, path: Path) -> str:
        if not self._is_inside(path):
            raise RevisionError(f"{path}: lies outside of the repository {self.root}")
        return place_of(path).relative_to(self.root).as_posix()

    def _read(self, commit: str, inside: str) -> bytes | None:
        """The content of a file; symbolic links are followed inside the repository."""
        for _ in range(_MOST_LINKS):
            folder, name = posixpath.split(inside)
            found = self._folder(commit, folder).get(name)
            if found is None or found.kind != "blob":
                return None
            content = self._git("cat-file", "blob", found.id)
            if found.mode != _SYMBOLIC_LINK:
                return content
            inside = posixpath.normpath(posixpath.join(folder, os.fsdecode(content)))
        return None

    def _folder(self, commit: str, folder: str) -> dict[str, _Object]:
        """What lies in a folder; nothing where there is none."""
        if (commit, folder) not in self._folders:
            self._folders[commit, folder] = self._listed(commit, folder)
        return self._folders[commit, folder]

    def _listed(self, commit: str, folder: str) -> dict[str, _Object]:
        if folder.startswith(("/", "..")):
            return {}
        paths = ("--", f"{folder}/") if folder else ()
        answer = os.fsdecode(self._git("ls-tree", "-z", "--full-tree", commit, *paths))
        found: dict[str, _Object] = {}
        for line in filter(None, answer.split("\0")):
            attributes, _, name = line.partition("\t")
            found[posixpath.basename(name)] = _Object(*attributes.split(" "))
        return found

    @cached_property
    def _renamed(self) -> dict[str, str]:
        """The former names, by the new ones, of the files that were renamed in commits or in the index."""
        answer = self._git(
            "diff-index", "--cached", "-r", "-z", "--name-status", "--diff-filter=R", "--find-renames",
            f"-l{MOST_RENAMES}", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", self.base,
        )  # fmt: skip
        words = os.fsdecode(answer).split("\0")
        return dict(zip(words[2::3], words[1::3], strict=False))

    def _git(self, *arguments: str) -> bytes:
        done = _run(self.root, arguments)
        if done.returncode == 0:
            return done.stdout
        if _run(self.root, ("config", "--get-regexp", r"^remote\..*\.promisor$")).returncode == 0:
            raise RevisionError(
                f"this partial clone lacks files of {self.name}; run 'git fetch --refetch --no-filter', "
                "or clone without --filter"
            )
        raise RevisionError(f"git cannot read {self.name}: {_complaint(done)}")


@dataclass
class Revisions:
    """A revision by its name, in each repository that somebody asks about."""

    name: str
    _by_root: dict[Path, Revision] = field(default_factory=dict)

    @property
    def found(self) -> tuple[Revision, ...]:
        """Those that were asked for so far."""
        return tuple(self._by_root.values())

    def of(self, path: Path) -> Revision | None:
        """The revision of the repository that a file lies in; None outside of any."""
        root = repository_root(place_of(path).parent)
        if root is not None and root not in self._by_root:
            self._by_root[root] = find_revision(root, self.name)
        return self._by_root[root] if root is not None else None

    def known(self, path: Path) -> Revision | None:
        """The same, but None as well for a repository that nobody asked about before."""
        root = repository_root(place_of(path).parent)
        return self._by_root.get(root) if root is not None else None

    def needed(self, path: str) -> Revision:
        """The same for a list. Raises RevisionError outside of a repository."""
        revision = self.of(Path(path))
        if revision is None:
            raise RevisionError(
                f"{path}: lies in no git repository, so there is no {self.name} to compare it with; "
                "leave out --changed-since"
            )
        return revision


def place_of(path: Path) -> Path:
    """Where a file lies, whatever its own name leads to."""
    return path.parent.resolve() / path.name


def find_revision(root: Path, name: str) -> Revision:
    """The revision of a name in the repository at `root`, and where HEAD parted from it.

    Raises RevisionError for an unknown name, for histories that do not meet, and where git fails.
    """
    if not name or "\0" in name:
        raise RevisionError("--changed-since wants a revision of git, such as main or HEAD^1")
    done = _run(root, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"))
    if done.returncode != 0:
        raise RevisionError(_unknown(root, name))
    commit = done.stdout.decode("ascii").strip()
    if _run(root, ("rev-parse", "--verify", "--quiet", "HEAD^{commit}")).returncode != 0:
        raise RevisionError(
            f"the branch that is checked out has no commit yet, so nothing changed since {name}; commit first"
        )
    done = _run(root, ("merge-base", commit, "HEAD"))
    if done.returncode != 0:
        raise RevisionError(_parted(root, name))
    return Revision(root, name, commit, done.stdout.decode("ascii").strip())


def _run(root: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return run_git(root, arguments, seconds=MOST_SECONDS)
    except FileNotFoundError:
        raise RevisionError("git is not installed, or is not on the PATH; --changed-since needs it") from None
    except OSError as error:
        raise RevisionError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git gave no answer within {MOST_SECONDS:.0f} seconds") from None


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().split("\n")
    return lines[0].removeprefix("fatal: ") or f"it ended with {done.returncode}"


def _unknown(root: Path, name: str) -> str:
    """Why there is no such revision: no repository, nothing in it, not fetched, or a slip."""
    state = _run(root, ("rev-parse", "--is-shallow-repository"))
    if state.returncode != 0:
        complaint = _complaint(state)
        if "dubious ownership" in complaint:
            trust = f"git config --global --add safe.directory {shlex.quote(str(root))}"
            return f"git does not trust the folder {root}, which belongs to another user; run: {trust}"
        return f"git cannot read the repository {root}: {complaint}"
    if not _run(root, ("rev-list", "-n1", "--all")).stdout.strip():
        return f"the repository {root} has no commit yet, so there is no {name}; commit first"
    if state.stdout.strip() == b"true":
        return f"there is no revision {name} in this shallow clone. {_fetch(name)}"
    return f"there is no revision {name} in the repository {root}; 'git branch --all' lists the branches"


def _parted(root: Path, name: str) -> str:
    if _run(root, ("rev-parse", "--is-shallow-repository")).stdout.strip() == b"true":
        return f"this shallow clone does not reach back to where HEAD parted from {name}. {_fetch(name)}"
    return f"HEAD and {name} have no commit in common; name a revision that HEAD descends from"


def _fetch(name: str) -> str:
    """What makes a shallow clone deep enough."""
    remote, _, branch = name.partition("/")
    if remote == "origin" and branch:
        refs = shlex.quote(f"+refs/heads/{branch}:refs/remotes/origin/{branch}")
        command = f"git fetch --deepen=100 origin {refs}"
    else:
        command = "git fetch --deepen=100"
    return (
        f"Run '{command}', or 'git fetch --unshallow'; in a GitHub workflow check out with fetch-depth: 2 "
        "and compare with HEAD^1"
    )
