"""Which files the paths of a command line mean, and their bytes.

A folder means the README that a code host shows for it: of the folder itself, else of `.github/`, else of
`docs/`; where there are only translations, `README.zh-CN.md` and its like, those. A file that the config
excludes is left out even when it is named, because hooks name every file that changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from awesomelint import globs
from awesomelint.diagnostics import Fault
from awesomelint.source import Source, decode

STANDARD_INPUT = "-"
VENDORED = frozenset(
    (
        ".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", ".mypy_cache", ".pytest_cache", ".ruff_cache",
        "__pycache__", "bower_components", "build", "dist", "node_modules", "site-packages", "vendor",
    )
)  # fmt: skip
"""Folders that a pattern does not look into: what lies there was written by others, or by programs."""

_README = re.compile(r"readme\.(md|markdown)", re.IGNORECASE)
_TRANSLATED = re.compile(r"readme[._-][\w-]+\.(md|markdown)", re.IGNORECASE)
_README_FOLDERS = (".", ".github", "docs")
_MAGIC = re.compile(r"[*?]|\[.+\]")


@dataclass(frozen=True)
class Discovery:
    """The files that were meant, each once, as given and with `/`; what was not found; what was left out."""

    paths: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    excluded: tuple[str, ...] = ()


def discover(arguments: Iterable[str], is_excluded: Callable[[str], bool] | None = None) -> Discovery:
    """The files that some arguments mean: files, folders, patterns, or nothing for the working directory.

    `is_excluded` says of a path whether its config leaves it out. Standard input has a function of its own.
    """
    paths: dict[Path, str] = {}
    faults: list[Fault] = []
    excluded: dict[str, None] = {}
    for argument in [*arguments] or ["."]:
        for path in _found(argument, faults):
            if is_excluded is not None and is_excluded(path):
                excluded[path] = None
            else:
                paths.setdefault(Path(path).resolve(), path)
    return Discovery(tuple(paths.values()), tuple(faults), tuple(excluded))


def read(path: str) -> Source | Fault:
    """A file as text, or in one line why it is none: unreadable, or binary."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return Fault(path, f"cannot be read: {_reason(error)}")
    return from_bytes(data, path)


def read_standard_input(stream: BinaryIO, name: str) -> Source | Fault:
    """What comes in through a pipe, under the name that it goes by."""
    return from_bytes(stream.read(), _tidy(name))


def from_bytes(data: bytes, path: str) -> Source | Fault:
    """Bytes as text; a fault for NUL bytes outside of UTF-16 and UTF-32.

    Those of ASCII letters are valid UTF-8 as well, and marked as undecodable all the same.
    """
    place = data.find(b"\0")
    if place < 0:
        return decode(data, path)
    from awesomelint.mojibake import wide_encoding  # its tables take time to load, and NULs are rare

    if wide_encoding(data) is None:
        return Fault(path, f"is not a text file: it holds a NUL byte (at byte {place})")
    source = decode(data, path)
    return replace(source, undecodable=place) if source.undecodable is None else source


class _NothingError(Exception):
    """An argument means no file; the text says why and what to do."""


def _found(argument: str, faults: list[Fault]) -> list[str]:
    try:
        return list(_meant(argument))
    except OSError as error:
        faults.append(Fault(_tidy(argument), f"cannot be read: {_reason(error)}"))
    except _NothingError as nothing:
        faults.append(Fault(_tidy(argument), str(nothing)))
    return []


def _meant(argument: str) -> Iterator[str]:
    place = Path(argument)
    if place.is_dir():
        yield from _readmes(place, argument)
    elif place.exists():
        if not place.is_file():
            raise _NothingError("is not a regular file; give it through a pipe: awesomelint check -")
        yield _tidy(argument)
    elif _MAGIC.search(argument):
        found = sorted(_matching(argument))
        if not found:
            raise _NothingError("no file matches this pattern")
        yield from found
    else:
        raise _NothingError("there is no such file or folder")


def _readmes(folder: Path, argument: str) -> list[str]:
    for pattern in (_README, _TRANSLATED):
        for place in _README_FOLDERS:
            if not (folder / place).is_dir():
                continue
            names = sorted(entry.name for entry in (folder / place).iterdir() if entry.is_file())
            found = [Path(argument, place, name).as_posix() for name in names if pattern.fullmatch(name)]
            if found:
                return found[:1] if pattern is _README else found
    raise _NothingError(
        "this folder has no README.md, nor have .github/ and docs/ in it; name the file to check"
    )


def _matching(pattern: str) -> Iterator[str]:
    """The regular files that a pattern matches, without a look into vendored folders."""
    parts = Path(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    root = Path(*parts[:fixed])
    wanted = "/".join(parts[fixed:])
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in VENDORED)
        for name in names:
            path = Path(folder, name)
            if globs.matches_whole(wanted, path.relative_to(root).as_posix()) and path.is_file():
                yield _tidy(str(path))


def _tidy(path: str) -> str:
    """The path as it is printed: with `/`, without a leading `./`."""
    return Path(path).as_posix() if path != STANDARD_INPUT else path


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
