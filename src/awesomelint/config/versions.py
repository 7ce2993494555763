"""`required-version`: which versions of awesomelint a config is written for."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

_CLAUSE = re.compile(r"\s*(==|!=|>=|<=|>|<|)\s*(\d{1,9}(?:\.\d{1,9}){0,5})\s*")
_RELEASE = re.compile(r"\d+(?:\.\d+)*")
_LENGTH = 6
_COMPARISONS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    "": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


def satisfies(version: str, requirement: str) -> bool:
    """Whether a version fulfils all clauses of a requirement such as `>=0.2, <1`.

    A bare `0.2.1` means exactly that. Only the release numbers count. Raises ValueError for another form.
    """
    release = _RELEASE.match(version)
    clauses = [_CLAUSE.fullmatch(clause) for clause in requirement.split(",")]
    if release is None or None in clauses:
        raise ValueError(f"{requirement!r} is no version requirement such as '>=0.2' or '>=0.2, <1'")
    return all(
        _COMPARISONS[clause[1]](_numbers(release[0]), _numbers(clause[2])) for clause in clauses if clause
    )


def _numbers(release: str) -> tuple[int, ...]:
    numbers = [int(number) for number in release.split(".")]
    return tuple(numbers + [0] * (_LENGTH - len(numbers)))
