"""Text of strangers as Markdown that shows it and does nothing: no link, no mention, no markup, no HTML."""

from __future__ import annotations

import re

from awesomelint.reporters.excerpt import shorten
from awesomelint.reporters.safe import visible

_LONGEST = 400
"""Cells of a piece of text; what is longer is cut."""
_MARKUP = re.compile(r"[\\`*_\[\]<>&#~$]")
_NOTHING = "<!-- -->"
"""Keeps apart what a code host would make a link, a mention or a reference of."""
_JOINTS = re.compile(r"(?<=@)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=#)(?=\d)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_BACKTICKS = re.compile(r"`+")


def prose(text: str) -> str:
    """Words on one line; what stands between two backticks is code, as it is in messages of rules."""
    parts = shorten(visible(text), _LONGEST).split("`")
    if len(parts) % 2 == 0:
        return _plain("`".join(parts))
    return "".join(code(part) if index % 2 else _plain(part) for index, part in enumerate(parts))


def code(text: str) -> str:
    """Inline code on one line, whatever backticks it holds."""
    shown = shorten(visible(text), _LONGEST)
    if not shown:
        return ""
    fence = "`" * (_longest_run(shown) + 1)
    is_padded = shown.startswith(("`", " ")) or shown.endswith(("`", " "))
    return f"{fence} {shown} {fence}" if is_padded else f"{fence}{shown}{fence}"


def block(text: str, language: str) -> str:
    """Lines as a fenced block; a line's control and bidirectional characters are spelled out."""
    lines = "\n".join(visible(line) for line in text.split("\n"))
    fence = "`" * max(3, _longest_run(lines) + 1)
    return f"{fence}{language}\n{lines}\n{fence}\n"


def row(*cells: str) -> str:
    """One row of a table."""
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _JOINTS.sub("\x00", text)).replace("\x00", _NOTHING)


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
