"""Values out of a config, checked: every wrong one is an error that names file, key and what was expected."""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from awesomelint.config.errors import ConfigError
from awesomelint.ruleset import nearest

T = TypeVar("T")
_FEW = 8
"""So many valid words are listed where none is like the wrong one."""
_SHORT = 40

Check = Callable[[Any], T]
"""Gives the value in the form that is wanted, or raises UnfitError."""


class UnfitError(Exception):
    """A value is not what was expected; the text completes "KEY: …"."""


class Table:
    """A TOML table that is read key by key; what is left over at the end is unknown."""

    def __init__(self, values: Mapping[str, Any], file: str, name: str = "") -> None:
        self.file = file
        self.name = name
        self._values = values
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def take(self, key: str, check: Check[T], default: T) -> T:
        """The checked value of a key, or the default where the key is missing."""
        self._known.add(key)
        if key not in self._values:
            return default
        try:
            return check(self._values[key])
        except UnfitError as problem:
            raise self.error(key, str(problem)) from None

    def table(self, key: str) -> Table:
        """The table of a key; an empty one where it is missing."""
        return Table(self.take(key, a_table, {}), self.file, self.path(key))

    def tables(self, key: str) -> list[Table]:
        """The tables of an array `[[key]]`."""
        found: tuple[Mapping[str, Any], ...] = self.take(key, a_list_of(a_table, "a list of tables"), ())
        return [Table(values, self.file, f"{self.path(key)}[{n}]") for n, values in enumerate(found, 1)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def path(self, key: str) -> str:
        """A key with the names of the tables it stands in."""
        return f"{self.name}.{key}" if self.name else key

    def error(self, key: str, problem: str) -> ConfigError:
        """What is wrong with a key, to be raised."""
        return ConfigError(f"{self.file}: {self.path(key)}: {problem}")

    def finish(self) -> None:
        """Raise for the first key that nobody asked for."""
        for key in self._values:
            if key not in self._known:
                guess = did_you_mean(key, self._known)
                raise ConfigError(f"{self.file}: unknown key '{self.path(key)}'{guess}")


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """The remedy for a wrong word: the nearest valid one, or all if there are few."""
    valid = sorted(valid)
    guess = nearest(word, valid)
    if guess is not None:
        return f"; did you mean '{guess}'?"
    if 0 < len(valid) <= _FEW:
        return f"; valid: {', '.join(valid)}"
    return ""


def a_bool(value: Any) -> bool:
    """`true` or `false`."""
    if type(value) is not bool:
        raise _expected("true or false", value)
    return value


def a_string(value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise _expected("a string", value)
    return value


def a_number(least: float, most: float = math.inf) -> Check[float]:
    """A number between two others, both included."""

    def check(value: Any) -> float:
        if type(value) not in (int, float) or not least <= value <= most:
            raise _expected(f"a number {_range(least, most)}", value)
        return float(value)

    return check


def a_whole_number(least: int, most: int) -> Check[int]:
    """A whole number between two others, both included."""

    def check(value: Any) -> int:
        if type(value) is not int or not least <= value <= most:
            raise _expected(f"a whole number {_range(least, most)}", value)
        return value

    return check


def a_table(value: Any) -> Mapping[str, Any]:
    """A table."""
    if not isinstance(value, dict):
        raise _expected("a table", value)
    return value


def one_of(words: Sequence[T]) -> Check[T]:
    """One of some words."""

    def check(value: Any) -> T:
        if a_string(value) not in words:
            raise UnfitError(f"'{value}' is none of {', '.join(map(str, words))}{_guess(value, words)}")
        return words[words.index(value)]

    return check


def a_list_of(check: Check[T], what: str = "a list") -> Check[tuple[T, ...]]:
    """A list of such values."""

    def check_all(value: Any) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise _expected(what, value)
        return tuple(check(item) for item in value)

    return check_all


strings: Check[tuple[str, ...]] = a_list_of(a_string, "a list of strings")


def option_names(kind: type) -> dict[str, str]:
    """The fields of a rule's `Options` by their keys in a config, which are written with hyphens."""
    return {field.name.replace("_", "-"): field.name for field in fields(kind)}


def fitting(kind: type, name: str) -> Check[Any]:
    """A value that the field `name` of a rule's `Options` can hold."""
    hint = get_type_hints(kind)[name]
    return lambda value: _fit(value, hint)


def _fit(value: Any, wanted: Any) -> Any:
    """The value in the form of a type hint."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _fit_any(value, [part for part in parts if part is not type(None)])
    if origin is Literal:
        words = [part for part in parts if isinstance(part, str)]
        if value in words or any(value == part and type(value) is type(part) for part in parts):
            return value
        guess = _guess(value, words) if isinstance(value, str) else ""
        raise UnfitError(f"{_shown(value)} is none of {', '.join(map(str, parts))}{guess}")
    if origin in _LISTS:
        if not isinstance(value, list):
            raise _expected("a list", value)
        return _LISTS[origin](_fit(item, parts[0]) for item in value)
    if origin in (dict, Mapping):
        return {key: _fit(item, parts[1]) for key, item in a_table(value).items()}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(one_of([str(member.value) for member in wanted])(value))
    return _fit_scalar(value, wanted)


def _fit_any(value: Any, choices: Sequence[Any]) -> Any:
    problems = []
    for choice in choices:
        try:
            return _fit(value, choice)
        except UnfitError as problem:  # noqa: PERF203  a union has two or three members
            problems.append(str(problem))
    raise UnfitError(", or ".join(problems))


def _fit_scalar(value: Any, wanted: Any) -> Any:
    if wanted is bool:
        return a_bool(value)
    if wanted is str:
        return a_string(value)
    if wanted is int and type(value) is int:
        return value
    if wanted is float and type(value) in (int, float):
        return float(value)
    if wanted is date and isinstance(value, date) and not isinstance(value, datetime):
        return value
    if wanted in _NAMES:
        raise _expected(_NAMES[wanted], value)
    raise UnfitError("cannot be set in a config")


def _expected(what: str, value: Any) -> UnfitError:
    return UnfitError(f"expected {what}, got {_shown(value)}")


def _range(least: float, most: float) -> str:
    return f"from {least:g} on" if most == math.inf else f"from {least:g} to {most:g}"


def _shown(value: Any) -> str:
    """What kind of value it is, and the value itself where it is short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= _SHORT else "a string"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"


def _guess(value: str, words: Iterable[Any]) -> str:
    guess = nearest(value, map(str, words))
    return f"; did you mean '{guess}'?" if guess else ""


_NAMES: dict[Any, str] = {int: "a whole number", float: "a number", date: "a date such as 2025-01-31"}
_LISTS: dict[Any, Callable[[Iterable[Any]], Any]] = {
    list: list,
    tuple: tuple,
    frozenset: frozenset,
    set: set,
    Sequence: tuple,
}
