"""What lies beside a list: files and folders of its own repository."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote

from awesomelint.document import parse
from awesomelint.document.fragments import fragments
from awesomelint.facts.origin import Origins
from awesomelint.facts.repository import repository_root
from awesomelint.needs import FragmentsNeed, PathNeed
from awesomelint.source import decode

MOST_BYTES = 4_000_000
"""How much Markdown is read for the fragments of a run's links."""
_MARKDOWN = (".md", ".markdown")


def exists_on_disk(path: Path) -> bool:
    """Whether there is a file or a folder today; not where its name is too long for one."""
    return _size(path) is not None


def read_from_disk(path: Path, most: int) -> bytes | None:
    """A file as it is today; None for what is no file, or is longer than `most` bytes."""
    size = _size(path)
    return path.read_bytes() if size is not None and size <= most and path.is_file() else None


def look_up_paths(
    needs: Iterable[PathNeed], exists: Callable[[Path], bool] = exists_on_disk
) -> dict[PathNeed, bool]:
    """Whether each target exists; one that leaves the repository does not.

    A list that is no file (standard input) has no answer.
    """
    answers = {}
    for need in needs:
        root, target = _resolved(need)
        if root is not None:
            answers[need] = target.is_relative_to(root) and exists(target)
    return answers


def look_up_fragments(
    needs: Iterable[FragmentsNeed], read: Callable[[Path, int], bytes | None] = read_from_disk
) -> dict[FragmentsNeed, tuple[str, ...]]:
    """The fragments that lead somewhere in each target that is a Markdown file of the repository.

    Others have no answer, and neither have files beyond `MOST_BYTES` in all, or that are not UTF-8.
    """
    answers: dict[FragmentsNeed, tuple[str, ...]] = {}
    known: dict[Path, tuple[str, ...] | None] = {}
    origins = Origins()
    left = MOST_BYTES
    for need in needs:
        root, target = _resolved_page(need, origins) if _is_absolute(need.target) else _resolved(need)
        if root is None or target is None or not target.is_relative_to(root):
            continue
        if target.suffix.lower() not in _MARKDOWN:
            continue
        if target not in known:
            data = read(target, left)
            known[target] = None if data is None else _fragments_in(data, str(target))
            left -= len(data or b"")
        found = known[target]
        if found is not None:
            answers[need] = found
    return answers


def _fragments_in(data: bytes, path: str) -> tuple[str, ...] | None:
    source = decode(data, path)
    return tuple(sorted(fragments(parse(source)).known)) if source.undecodable is None else None


def _is_absolute(target: str) -> bool:
    return target.lower().startswith(("https:", "http:"))


def _resolved_page(need: FragmentsNeed, origins: Origins) -> tuple[Path | None, Path | None]:
    """As `_resolved`, for what a URL at GitHub shows."""
    listed = Path(need.list_path)
    root = repository_root(listed) if listed.is_file() else None
    file = origins.shown_file(root, need.target) if root is not None else None
    try:
        return root, file and file.resolve()
    except (OSError, RuntimeError):
        return root, None


def _resolved(need: PathNeed | FragmentsNeed) -> tuple[Path | None, Path]:
    """The root that a target may not leave, and where it leads; no root for a list that is no file."""
    listed = Path(need.list_path)
    if not listed.is_file():
        return None, listed
    folder = listed.resolve().parent
    root = repository_root(listed) or folder
    base = root if need.target.startswith("/") else folder
    # A NUL is in no file's name, and Python's functions for paths raise at it.
    name = unquote(need.target).lstrip("/").replace("\0", "\ufffd")
    try:
        return root, (base / name).resolve()
    except (OSError, RuntimeError):
        return root, base / name


def _size(path: Path) -> int | None:
    """A file's length in bytes; None for what is not there, or cannot be because its name is too long."""
    try:
        return path.stat().st_size
    except OSError:
        return None
