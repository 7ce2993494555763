"""What one rule says about a text, in the shortest form."""

from collections.abc import Sequence
from datetime import date

from awesomelint.diagnostics import Diagnostic
from awesomelint.document import Document, parse
from awesomelint.linter import lint
from awesomelint.needs import Answers
from awesomelint.rule import Rule
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode

TODAY = date(2025, 6, 15)


def findings(
    rule: Rule, text: str, *, today: date = TODAY, answers: Answers | None = None
) -> list[Diagnostic]:
    """The findings of one rule, in the order of their places; `answers` is what the web says."""
    source = decode(text.encode(), "README.md")
    answer = None if answers is None else lambda needs: answers
    result = lint([source], RuleSet((rule,)), today=today, answer=answer)
    assert result.faults == ()
    return list(result.diagnostics)


def parsed(text: str) -> Document:
    """A list as rules see it."""
    return parse(decode(text.encode(), "README.md"))


def table(header: Sequence[str], *rows: Sequence[str]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def excerpts(text: str, found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    """Severity and marked text of each finding."""
    source = decode(text.encode(), "README.md")
    return [(each.severity.value, source.slice(each.span)) for each in found]
