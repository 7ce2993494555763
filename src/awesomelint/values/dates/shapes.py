"""The shapes of a written date: which parts stand in which order, and what may stand between them.

Every repetition in these patterns is bounded, so matching is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from awesomelint.values.dates.forms import MONTH_OF_NAME

_BLANK = r"[ \u00a0\u3000]{0,2}"
_UNKNOWN = r"[?？]{1,2}|[xX]{2}"
_YEAR = r"[0-9]{3,5}"
_LONE_YEAR = r"[0-9]{4,5}"
_NUMBER = rf"[0-9]{{1,2}}|{_UNKNOWN}"
_NAME = "(?i:" + "|".join(sorted(MONTH_OF_NAME, key=len, reverse=True)) + ")(?![A-Za-z])"
_DAY = r"[0-9]{1,2}(?:(?:st|nd|rd|th)(?![A-Za-z]))?(?![0-9])"
_SEPARATOR = rf"(?P<separator>{_BLANK}[-/.‐‑–−／．]{_BLANK})"
_BETWEEN = r"(?:[.,]{0,2}[ \u00a0\u3000]{0,2}|[-/])"
_BREAK = r"(?:[.,]{0,2}[ \u00a0\u3000]{1,2}|[.,]{1,2}|[-/])"
_AD_YEAR = r"[年년]"
_MONTH = r"[月월]"
_DAY_OF_MONTH = r"[日號号일]"


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern with up to three groups `a`, `b`, `c`, and the orders of parts for which they can stand.

    An order is a letter per group: `Y` year, `y` year in two digits, `M` month, `D` day. `in_prose` says
    whether such a text is a date wherever it stands; the others are dates only where a date is expected.
    `shows_problems` says whether a text of this shape is meant as a date even if no calendar has it.
    """

    pattern: re.Pattern[str]
    orders: tuple[str, ...]
    in_prose: bool = True
    shows_problems: bool = True


def _shape(pattern: str, *orders: str, in_prose: bool = True, shows_problems: bool = True) -> Shape:
    return Shape(re.compile(pattern), orders, in_prose, shows_problems)


def _numbers(*groups: str) -> str:
    """The groups a, b, c with one and the same separator between them."""
    named = [f"(?P<{name}>{group})" for name, group in zip("abc", groups, strict=False)]
    return named[0] + _SEPARATOR + "(?P=separator)".join(named[1:])


SHAPES = (
    # 2024-05-06, 2024/5/20, 2024.02.29, 2024-05-??
    _shape(_numbers(_YEAR, _NUMBER, _NUMBER), "YMD"),
    # 2024-05, 2026.03, 2023.1, 2023/??
    _shape(_numbers(_LONE_YEAR, _NUMBER), "YM"),
    # 06/2024
    _shape(_numbers("[0-9]{1,2}", _LONE_YEAR), "MY"),
    # 12/06/2023
    _shape(_numbers("[0-9]{1,2}", "[0-9]{1,2}", _YEAR), "DMY", "MDY"),
    # 2024年5月6日, 2022 年 1 月, 2024년 5월, 2024年
    _shape(
        rf"(?P<a>{_LONE_YEAR}){_BLANK}{_AD_YEAR}"
        rf"(?:{_BLANK}(?P<b>{_NUMBER}){_BLANK}{_MONTH}(?:{_BLANK}(?P<c>{_NUMBER}){_BLANK}{_DAY_OF_MONTH})?)?",
        "YMD",
    ),
    # 24年5月
    _shape(
        rf"(?P<a>[0-9]{{2}}){_BLANK}{_AD_YEAR}"
        rf"{_BLANK}(?P<b>[0-9]{{1,2}}){_BLANK}{_MONTH}(?:{_BLANK}(?P<c>[0-9]{{1,2}}){_BLANK}{_DAY_OF_MONTH})?",
        "yMD",
        shows_problems=False,
    ),
    # 5月6日
    _shape(rf"(?P<a>[0-9]{{1,2}}){_BLANK}{_MONTH}{_BLANK}(?P<b>[0-9]{{1,2}}){_BLANK}{_DAY_OF_MONTH}", "MD"),
    # 07月
    _shape(rf"(?P<a>[0-9]{{1,2}}){_BLANK}{_MONTH}", "M", in_prose=False),
    # 12 Jun 2023, 10th July, 2021
    _shape(rf"(?P<a>{_DAY}){_BETWEEN}(?P<b>{_NAME}){_BETWEEN}(?P<c>{_YEAR})", "DMY"),
    # Apr. 30, 2024; Sep., 29 2023
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_DAY}){_BREAK}(?P<c>{_YEAR})", "MDY"),
    # Dec., 2023; December 2024
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_YEAR})", "MY"),
    # Dec '23
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}['’‘](?P<b>[0-9]{{2}})", "My"),
    # 2023 Jun 12, 2023-Dec
    _shape(rf"(?P<a>{_LONE_YEAR}){_BETWEEN}(?P<b>{_NAME})(?:{_BETWEEN}(?P<c>{_DAY}))?", "YMD"),
    # Apr. 30, and as a whole text also Dec-23
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_DAY})", "MD", "My"),
    # 30 April
    _shape(rf"(?P<a>{_DAY}){_BETWEEN}(?P<b>{_NAME})", "DM", in_prose=False),
    _shape(rf"(?P<a>{_NAME})", "M", in_prose=False),
    # 12/06/23
    _shape(
        _numbers("[0-9]{1,2}", "[0-9]{1,2}", "[0-9]{1,2}"),
        "DMy", "MDy", "yMD",
        in_prose=False, shows_problems=False,
    ),
    # 07-29
    _shape(
        "(?P<a>[0-9]{2})(?P<separator>-)(?P<b>[0-9]{2})",
        "MD", "DM", "yM",
        in_prose=False, shows_problems=False,
    ),
    # 7/29
    _shape(
        "(?P<a>[0-9]{1,2})(?P<separator>/)(?P<b>[0-9]{1,2})",
        "MD", "DM", "My",
        in_prose=False, shows_problems=False,
    ),
    # 20.10
    _shape(
        r"(?P<a>[0-9]{2})(?P<separator>\.)(?P<b>[0-9]{2})",
        "yM", "MD", "DM",
        in_prose=False, shows_problems=False,
    ),
    # 20240506
    _shape("(?P<a>[0-9]{4})(?P<b>[0-9]{2})(?P<c>[0-9]{2})", "YMD", in_prose=False, shows_problems=False),
    # 2024
    _shape(f"(?P<a>{_LONE_YEAR})", "Y"),
)  # fmt: skip
