"""What a change does to the configs of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from awesomelint.config.errors import ConfigError
from awesomelint.config.files import Read, find_config, from_disk, read_config, shown
from awesomelint.config.lists import load_file_config
from awesomelint.results import ConfigChange
from awesomelint.ruleset import RuleSet


def config_changes(
    folders: Iterable[Path], named: Path | None, then: Read, rules: RuleSet
) -> tuple[ConfigChange, ...]:
    """How the configs of some folders, or the one that is `named`, differ from what they were `then`.

    One that differs only in comments does not. Raises ConfigError for one that is wrong today.
    """
    files = (
        {named} if named else {find_config(folder, read) for folder in folders for read in (from_disk, then)}
    )
    return tuple(change for file in sorted(filter(None, files)) for change in _changes(file, then, rules))


def _changes(file: Path, then: Read, rules: RuleSet) -> Iterator[ConfigChange]:
    was, is_now = then(file) is not None, from_disk(file) is not None
    old = _settings(file, then) if was else {}
    new = read_config(file) if is_now else {}
    if is_now:
        load_file_config(file, rules)
    keys = sorted(key for key in {**old, **new} if old.get(key) != new.get(key))
    if was and not is_now:
        yield ConfigChange(shown(file), "removed", tuple(keys))
    elif keys:
        yield ConfigChange(shown(file), "changed" if was else "added", tuple(keys))


def _settings(file: Path, then: Read) -> dict[str, Any]:
    """What an older config said; nothing where it was wrong."""
    try:
        return read_config(file, then)
    except ConfigError:
        return {}
