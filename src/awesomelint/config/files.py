"""Config files: where they lie, and their text as TOML."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from awesomelint.config.errors import ConfigError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

NAMES = ("awesomelint.toml", ".awesomelint.toml")
PYPROJECT = "pyproject.toml"
_LARGEST = 200_000
"""Bytes; a config that a pull request brings must not take memory and time at will."""
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")
"""A key of that many parts is none of ours, and the parser's memory grows with the square of their number."""


Read = Callable[[Path], "bytes | None"]
"""Gives the content of a file, or None where there is none. Raises ConfigError where it cannot be read."""


def from_disk(file: Path) -> bytes | None:
    """A file as it is today. What is no regular file is none."""
    if not file.is_file():
        return None
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read: {error.strerror or error}") from error


def find_config(folder: Path, read: Read = from_disk) -> Path | None:
    """The config that counts in a folder: its own or the nearest one above, up to the root of the repository.

    `pyproject.toml` counts only with a table `[tool.awesomelint]`. Raises ConfigError where a folder has two.
    """
    for place in (folder, *folder.parents):
        found = [place / name for name in NAMES if read(place / name) is not None]
        pyproject = place / PYPROJECT
        if _has_table_of_ours(pyproject, read):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise ConfigError(f"{shown(place)}: there are two configs, {names}; keep one of them")
        if found:
            return found[0]
        if (place / ".git").exists():
            return None
    return None


def read_config(file: Path, read: Read = from_disk) -> dict[str, Any]:
    """The settings of a config file; of a `pyproject.toml` those under `[tool.awesomelint]`."""
    table = read_toml(file, read)
    if file.name != PYPROJECT:
        return table
    settings = _tools(table).get("awesomelint", {})
    if not isinstance(settings, dict):
        raise ConfigError(f"{shown(file)}: tool.awesomelint must be a table")
    return settings


def read_toml(file: Path, read: Read = from_disk) -> dict[str, Any]:
    """A TOML file's content; raises ConfigError, one line, where it cannot be read."""
    data = read(file)
    if data is None:
        reason = "it is no regular file" if file.exists() else "there is no such file"
        raise ConfigError(f"{shown(file)}: cannot be read: {reason}")
    if len(data) > _LARGEST:
        raise ConfigError(f"{shown(file)}: too large for a config; the limit is {_LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    if _LONG_KEY.search(text):
        raise ConfigError(f"{shown(file)}: a key has too many parts")
    try:
        return tomllib.loads(text)
    except ValueError as error:  # also for a number of thousands of digits
        reason = str(error).split("\n", maxsplit=1)[0]
        raise ConfigError(f"{shown(file)}: not valid TOML: {reason}") from error
    except RecursionError as error:
        raise ConfigError(f"{shown(file)}: nested too deeply") from error


def shown(path: Path) -> str:
    """A path as people know it: from the working directory where it lies below."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _has_table_of_ours(pyproject: Path, read: Read) -> bool:
    """Whether there is a `[tool.awesomelint]`; a file that does not mention the name is not parsed."""
    data = read(pyproject)
    if data is None or b"awesomelint" not in data:
        return False
    return "awesomelint" in _tools(read_toml(pyproject, read))


def _tools(pyproject: dict[str, Any]) -> dict[str, Any]:
    tools = pyproject.get("tool", {})
    return tools if isinstance(tools, dict) else {}
