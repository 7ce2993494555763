"""Where things can be read on the web: a file's path as a code host knows it, a rule's page."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from awesomelint.facts.repository import repository_root
from awesomelint.results import RunResult
from awesomelint.rule_page import address


def path_in_repository(path: str) -> str:
    """The path from the root of the repository that the file lies in; as given where it is no file in one."""
    return _found(path, Path.cwd())


@lru_cache(maxsize=1024)
def _found(path: str, folder: Path) -> str:
    file = folder / path
    try:
        place = file.resolve() if file.is_file() else None
    except OSError:  # a name that no file can have
        return path
    root = repository_root(place) if place is not None else None
    return place.relative_to(root).as_posix() if place is not None and root is not None else path


def as_address(path: str) -> str:
    """The path as a relative URI reference: everything but letters, digits and `-._~/` is percent-encoded."""
    return quote(path.encode("utf-8", "surrogateescape"))


def page_of(code: str, result: RunResult) -> str | None:
    """The address of the page of one of the run's rules; None for one that has none."""
    rule = result.rules.get(code)
    return address(rule) if rule is not None else None
