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
_SMALL = "[0-9]{1,2}"
_TWO = "[0-9]{2}"
_NUMBER = f"{_SMALL}|{_UNKNOWN}"
_NAME = "(?i:" + "|".join(sorted(MONTH_OF_NAME, key=len, reverse=True)) + ")(?![A-Za-z])"
_DAY = r"[0-9]{1,2}(?:(?:st|nd|rd|th)(?![A-Za-z]))?(?![0-9])"
_SEPARATOR = rf"(?P<separator>{_BLANK}[-/.‐‑–−／．]{_BLANK})"
_BETWEEN = r"(?:[.,]{0,2}[ \u00a0\u3000]{0,2}|[-/])"
_BREAK = r"(?:[.,]{0,2}[ \u00a0\u3000]{1,2}|[.,]{1,2}|[-/])"
_END = r"(?![0-9A-Za-z_%])(?![-/.+=&#~][0-9A-Za-z_])"

CANDIDATE = re.compile(r"[0-9JFMASOND](?<![0-9A-Za-z_@#$\\].)(?<![0-9A-Za-z_][-/.+=&?#%~].)")
"""The first sign of a date in running text, but not inside `v2023.12`, `10.2024` or `/2023/12/`."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern with up to three groups `a`, `b`, `c`, and the orders of parts for which they can stand.

    An order is a letter per group: `Y` year, `y` year in two digits, `M` month, `D` day. `in_prose` says
    whether such a text is a date wherever it stands; the others are dates only where a date is expected.
    `shows_problems` says whether a text of this shape is meant as a date even if no calendar has it.
    """

    pattern: re.Pattern[str]
    orders: tuple[str, ...]
    in_prose: bool
    shows_problems: bool


def _shape(pattern: str, *orders: str, in_prose: bool = True, shows_problems: bool = True) -> Shape:
    return Shape(re.compile(f"(?:{pattern}){_END}"), orders, in_prose, shows_problems)


def _numbers(*groups: str) -> str:
    """The groups a, b, c with one and the same separator between them."""
    named = [f"(?P<{name}>{group})" for name, group in zip("abc", groups, strict=False)]
    return named[0] + _SEPARATOR + "(?P=separator)".join(named[1:])


_DIGITS_FIRST = (
    # 2024-05-06, 2024/5/20, 2024.02.29, 2024-05-??
    _shape(_numbers(_YEAR, _NUMBER, _NUMBER), "YMD"),
    # 2024-05, 2026.03, 2023.1, 2023/??
    _shape(_numbers(_LONE_YEAR, _NUMBER), "YM"),
    # 2024
    _shape(f"(?P<a>{_LONE_YEAR})", "Y"),
    # 12 Jun 2023, 10th July, 2021
    _shape(rf"(?P<a>{_DAY}){_BETWEEN}(?P<b>{_NAME}){_BETWEEN}(?P<c>{_YEAR})", "DMY"),
    # 06/2024
    _shape(_numbers(_SMALL, _LONE_YEAR), "MY"),
    # 12/06/2023
    _shape(_numbers(_SMALL, _SMALL, _YEAR), "DMY", "MDY"),
    # 2024年5月6日, 2022 年 1 月, 2024년 5월, 2024年
    _shape(
        rf"(?P<a>{_LONE_YEAR}){_BLANK}[年년]"
        rf"(?:{_BLANK}(?P<b>{_NUMBER}){_BLANK}[月월](?:{_BLANK}(?P<c>{_NUMBER}){_BLANK}[日號号일])?)?",
        "YMD",
    ),
    # 24年5月
    _shape(
        rf"(?P<a>{_TWO}){_BLANK}[年년]"
        rf"{_BLANK}(?P<b>{_SMALL}){_BLANK}[月월](?:{_BLANK}(?P<c>{_SMALL}){_BLANK}[日號号일])?",
        "yMD",
        shows_problems=False,
    ),
    # 5月6日
    _shape(rf"(?P<a>{_SMALL}){_BLANK}[月월]{_BLANK}(?P<b>{_SMALL}){_BLANK}[日號号일]", "MD"),
    # 2023 Jun 12, 2023-Dec
    _shape(rf"(?P<a>{_LONE_YEAR}){_BETWEEN}(?P<b>{_NAME})(?:{_BETWEEN}(?P<c>{_DAY}))?", "YMD"),
    # 07月
    _shape(rf"(?P<a>{_SMALL}){_BLANK}[月월]", "M", in_prose=False),
    # 30 April
    _shape(rf"(?P<a>{_DAY}){_BETWEEN}(?P<b>{_NAME})", "DM", in_prose=False),
    # 12/06/23, 12.06.23
    _shape(_numbers(_TWO, _TWO, _TWO), "DMy", "MDy", "yMD", in_prose=False, shows_problems=False),
    # 7/9/23
    _shape(
        f"(?P<a>{_SMALL})/(?P<b>{_SMALL})/(?P<c>{_TWO})", "DMy", "MDy", in_prose=False, shows_problems=False
    ),
    # 07-29
    _shape(f"(?P<a>{_TWO})-(?P<b>{_TWO})", "MD", "DM", "yM", in_prose=False, shows_problems=False),
    # 7/29
    _shape(f"(?P<a>{_SMALL})/(?P<b>{_SMALL})", "MD", "DM", "My", in_prose=False, shows_problems=False),
    # 20.10
    _shape(rf"(?P<a>{_TWO})\.(?P<b>{_TWO})", "yM", "MD", "DM", in_prose=False, shows_problems=False),
    # 20240506
    _shape(f"(?P<a>[0-9]{{4}})(?P<b>{_TWO})(?P<c>{_TWO})", "YMD", in_prose=False),
)
_NAME_FIRST = (
    # Dec., 2023; December 2024
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_YEAR})", "MY"),
    # Apr. 30, 2024; Sep., 29 2023
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_DAY}){_BREAK}(?P<c>{_YEAR})", "MDY"),
    # Dec '23
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}['’‘](?P<b>{_TWO})", "My"),
    # Apr. 30; Dec-23
    _shape(rf"(?P<a>{_NAME}){_BETWEEN}(?P<b>{_DAY})", "MD", "My"),
    # December
    _shape(f"(?P<a>{_NAME})", "M", in_prose=False),
)


_DIGITS_FIRST_IN_PROSE = tuple(shape for shape in _DIGITS_FIRST if shape.in_prose)
_NAME_FIRST_IN_PROSE = tuple(shape for shape in _NAME_FIRST if shape.in_prose)


def shapes_of_text(first: str) -> tuple[Shape, ...]:
    """The shapes that a whole text with this first character can have."""
    if "0" <= first <= "9":
        return _DIGITS_FIRST
    return _NAME_FIRST if first.isalpha() else ()


def shapes_in_prose(first: str) -> tuple[Shape, ...]:
    """The shapes that a date in running text can have, if this is its first character."""
    return _DIGITS_FIRST_IN_PROSE if "0" <= first <= "9" else _NAME_FIRST_IN_PROSE
