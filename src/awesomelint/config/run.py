"""What belongs to a run, and where it was said: by a flag, in the environment, in the config, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from awesomelint.config.errors import ConfigError
from awesomelint.config.values import Check, Table, UnfitError, a_bool, a_number, a_string, one_of
from awesomelint.diagnostics import Severity
from awesomelint.rule import Profile

LEVELS = tuple(severity.value for severity in Severity)
PREFIX = "AWESOMELINT_"
COMMAND_LINE = "command line"
DEFAULT = "default"
_NUMBERS: dict[str, Check[Any]] = {
    "max-time": a_number(0),
    "max-age": a_number(0),
    "require-coverage": a_number(0, 100),
}
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


@dataclass(frozen=True)
class Flags:
    """What the command line says; None or empty where it says nothing."""

    select: tuple[str, ...] | None = None
    """In place of what profile and config select and ignore."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    config: Path | None = None
    """A config for all files, in place of the nearest ones."""
    isolated: bool = False
    """No config at all."""
    online: bool | None = None
    max_time: float | None = None
    max_age: float | None = None
    require_coverage: float | None = None
    fail_on: Severity | None = None
    show: Severity | None = None
    format: str | None = None


@dataclass(frozen=True)
class RunConfig:
    """How this run goes about it, whatever its lists say."""

    online: bool = True
    """Whether links are looked up."""
    max_time: float | None = None
    """Seconds for looking links up; 0 means any time, None what suits a terminal or a job."""
    max_age: float = 7.0
    """Days for which good answers of earlier runs are believed."""
    require_coverage: float | None = None
    """The least percentage of links that must be looked up for the exit code 0."""
    fail_on: Severity = Severity.WARNING
    """The least finding that makes the exit code 1."""
    show: Severity = Severity.WARNING
    """The least finding that is listed, and fixed."""
    format: str = "text"


@dataclass(frozen=True)
class Setting:
    """One line of `--show-settings`: a key, its value, and who said so."""

    key: str
    value: Any
    origin: str


def run_config(
    flags: Flags, environ: Mapping[str, str], table: Table, formats: Sequence[str]
) -> tuple[RunConfig, tuple[Setting, ...]]:
    """The settings of a run: flags before environment before the config of the working directory.

    `formats` are the valid output formats. Raises ConfigError for what environment or config have wrong.
    """
    checks: dict[str, Check[Any]] = {
        "online": a_bool,
        **_NUMBERS,
        "fail-on": one_of(LEVELS),
        "show": one_of(LEVELS),
        "format": one_of(formats),
    }
    default = RunConfig()
    chosen = {}
    for key, check in checks.items():
        attribute = key.replace("-", "_")
        sources = (
            (COMMAND_LINE, getattr(flags, attribute)),
            *_from_environment(environ, key, check),
            (table.file, _from_table(table, key, check)),
            (DEFAULT, getattr(default, attribute)),
        )
        chosen[key] = next((each for each in sources if each[1] is not None), (DEFAULT, None))
    values: dict[str, Any] = {key.replace("-", "_"): value for key, (_, value) in chosen.items()}
    levels = {key: Severity(values[key]) for key in ("fail_on", "show")}
    settings = (Setting(key, _plain(value), origin) for key, (origin, value) in chosen.items())
    return RunConfig(**{**values, **levels}), tuple(settings)


def take_run_keys(table: Table) -> None:
    """Check the keys of a run in a list's config, which count only if it is that of the working directory."""
    _online(table)
    for key, check in _NUMBERS.items():
        table.take(key, check, None)
    for key in ("fail-on", "show"):
        table.take(key, one_of(LEVELS), None)
    table.take("format", a_string, None)


def _from_table(table: Table, key: str, check: Check[Any]) -> Any:
    return _online(table) if key == "online" else table.take(key, check, None)


def _online(table: Table) -> bool | None:
    """What `online` or its opposite `offline` says."""
    online: bool | None = table.take("online", a_bool, None)
    offline: bool | None = table.take("offline", a_bool, None)
    if offline is None:
        return online
    if online == offline:
        raise table.error("offline", "contradicts 'online'; keep one of them")
    return not offline


def _from_environment(environ: Mapping[str, str], key: str, check: Check[Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for word in (key, "offline") if key == "online" else (key,):
        name = PREFIX + word.upper().replace("-", "_")
        text = environ.get(name, "").strip()
        if not text:
            continue
        try:
            value = check(_read(text, check))
        except UnfitError as problem:
            raise ConfigError(f"environment variable {name}: {problem}") from None
        found.append((f"environment variable {name}", not value if word == "offline" else value))
    return found


def _read(text: str, check: Check[Any]) -> Any:
    """The text of an environment variable as a value of the kind that its check wants."""
    if check is a_bool:
        return _switch(text)
    if check not in _NUMBERS.values():
        return text.lower()
    try:
        return float(text)
    except ValueError:
        return text


def _switch(text: str) -> bool:
    if text.lower() in _TRUE:
        return True
    if text.lower() in _FALSE:
        return False
    raise UnfitError(f"'{text}' is none of {', '.join((*_TRUE, *_FALSE))}")


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Severity) else value
