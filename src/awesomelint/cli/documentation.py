"""A rule's docstring, which is its documentation, as it is read on a terminal.

A docstring is a sentence, then sections under `##` headings with prose, lists and fenced examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

from awesomelint.reporters.prose import Pen, Piece, joined
from awesomelint.reporters.safe import visible
from awesomelint.rule import Rule

_FENCE = re.compile(r"(`{3,}|~{3,})\s*(\S*)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ITEM = re.compile(r"(?:[-*]|\d+\.)\s+")
_LINK = re.compile(r"\[([^\]\[]+)\]\(([^()\s]+)\)")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z`\"'(])")
_WITHOUT_A_FIX = "there is no fix"
_MARGIN = "  "


def summary(rule: Rule) -> str:
    """The first sentence of a rule's documentation, without its final period."""
    opening = cleandoc(rule.__doc__ or "").split("\n\n", maxsplit=1)[0].replace("\n", " ")
    return _SENTENCE_END.split(opening, maxsplit=1)[0].rstrip(".")


def has_fix(rule: Rule) -> bool:
    """Whether the rule offers fixes, which its section "Fix safety" tells."""
    lines = iter(cleandoc(rule.__doc__ or "").split("\n"))
    for line in lines:
        if line == "## Fix safety":
            text = " ".join(lines).strip().casefold()
            return not text.startswith(_WITHOUT_A_FIX)
    return False


def state(rule: Rule) -> str:
    """When a rule runs if nothing is selected: `on`, `online` (without `--offline`), `off` or `preview`."""
    if rule.preview:
        return "preview"
    if "default" not in rule.profiles:
        return "off"
    return "online" if "web" in rule.reads else "on"


def page(rule: Rule, pen: Pen) -> str:
    """The whole documentation, each line ended: prose wrapped, examples as they are."""
    facts = [rule.severity.value, _state_in_words(rule)]
    if rule.aliases:
        facts.append(f"formerly {joined(list(rule.aliases))}")
    lines = [
        f"{pen.paint(rule.code, 'code')} {pen.paint(rule.name, 'strong')}",
        pen.line([Piece("; ".join(facts), "faint")]),
        "",
        *_body(cleandoc(rule.__doc__ or "").split("\n"), pen),
    ]
    return "\n".join(lines) + "\n"


def _state_in_words(rule: Rule) -> str:
    if rule.preview:
        return f"preview: on only with --select {rule.code}"
    if "default" in rule.profiles:
        return "on unless --offline" if "web" in rule.reads else "on by default"
    profiles = "".join(f" --profile {profile} or" for profile in sorted(rule.profiles))
    return f"on with{profiles} --select {rule.code}"


def _body(lines: list[str], pen: Pen) -> Iterator[str]:
    prose: list[str] = []
    fence = ""
    for line in lines:
        opening = _FENCE.match(line)
        if fence:
            if line.strip() == fence:
                fence = ""
            else:
                yield f"{_MARGIN * 2}{visible(line)}".rstrip()
        elif opening or not line.strip() or _HEADING.match(line) or _ITEM.match(line):
            yield from _paragraph(prose, pen)
            prose = []
            if opening:
                fence = opening[1]
                if opening[2]:
                    yield f"{_MARGIN}{pen.paint(f'{visible(opening[2])}:', 'faint')}"
            elif heading := _HEADING.match(line):
                yield pen.paint(visible(heading[1]), "strong")
            elif not line.strip():
                yield ""
            else:
                prose = [line.strip()]
        else:
            prose.append(line.strip())
    yield from _paragraph(prose, pen)


def _paragraph(prose: list[str], pen: Pen) -> Iterator[str]:
    if prose:
        text = _LINK.sub(r"\1 <\2>", " ".join(prose))
        hanging = _MARGIN * 2 if _ITEM.match(text) else _MARGIN
        yield pen.line([Piece(visible(text))], indent=hanging, first=_MARGIN)
