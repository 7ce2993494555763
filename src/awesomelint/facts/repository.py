"""The git repository that a file lies in."""

from __future__ import annotations

from pathlib import Path


def repository_root(path: Path) -> Path | None:
    """The nearest folder above a file, or the folder itself, that holds `.git`; None outside a repository."""
    place = path.resolve()
    try:
        return next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), None)
    except OSError:  # a name that is too long for a folder
        return None
