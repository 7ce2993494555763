"""Config files: where they lie, and their text as TOML."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from awesomelint.config.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NAMES = ("awesomelint.toml", ".awesomelint.toml")
PYPROJECT = "pyproject.toml"
_LARGEST = 1_000_000
"""Bytes; a config that a pull request brings must not take memory and time at will."""


def find_config(folder: Path) -> Path | None:
    """The config that counts in a folder: its own or the nearest one above, up to the root of the repository.

    `pyproject.toml` counts only with a table `[tool.awesomelint]`. Raises ConfigError where a folder has two.
    """
    for place in (folder, *folder.parents):
        found = [place / name for name in NAMES if (place / name).is_file()]
        pyproject = place / PYPROJECT
        if pyproject.is_file() and "awesomelint" in _tools(read_toml(pyproject)):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise ConfigError(f"{place}: there are two configs, {names}; keep one of them")
        if found:
            return found[0]
        if (place / ".git").exists():
            return None
    return None


def read_config(file: Path) -> dict[str, Any]:
    """The settings of a config file; of a `pyproject.toml` those under `[tool.awesomelint]`."""
    table = read_toml(file)
    if file.name != PYPROJECT:
        return table
    settings = _tools(table).get("awesomelint", {})
    if not isinstance(settings, dict):
        raise ConfigError(f"{file}: tool.awesomelint must be a table")
    return settings


def read_toml(file: Path) -> dict[str, Any]:
    """A TOML file's content; raises ConfigError, one line, where it cannot be read."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror or error}") from error
    if len(data) > _LARGEST:
        raise ConfigError(f"{file}: too large for a config: {len(data):,} bytes, the limit is {_LARGEST:,}")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        reason = str(error).split("\n", maxsplit=1)[0]
        raise ConfigError(f"{file}: not valid TOML: {reason}") from error
    except RecursionError as error:
        raise ConfigError(f"{file}: nested too deeply") from error


def _tools(pyproject: dict[str, Any]) -> dict[str, Any]:
    tools = pyproject.get("tool", {})
    return tools if isinstance(tools, dict) else {}
