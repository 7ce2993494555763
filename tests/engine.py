"""Small rules for tests of the engine, and how to run them."""

from collections.abc import Iterable

from awesomelint.config import FileConfig
from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.fixer import fix
from awesomelint.linter import Linter, lint
from awesomelint.results import RunResult
from awesomelint.rule import Context, FileRule, Rule
from awesomelint.ruleset import RuleSet
from awesomelint.source import Span, decode


class Word(FileRule):
    """Finds a word, and may replace it."""

    code = "TST001"
    name = "foul-word"
    severity = Severity.WARNING
    word = "bad"
    replacement: str | None = "good"
    applicability = Applicability.SAFE

    def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
        place = document.text.find(self.word)
        while place >= 0:
            span = Span(place, place + len(self.word))
            edits = (Edit(span, self.replacement),) if self.replacement is not None else ()
            repair = Fix("replace it", edits, self.applicability) if edits else None
            yield self.diagnostic(document, span, f"`{self.word}` stands here", fix=repair)
            place = document.text.find(self.word, span.end)


def rule(code: str, **attributes: object) -> Rule:
    """A `Word` with another code and other attributes."""
    name = f"word-{code.lower()}"
    return type(code, (Word,), {"code": code, "name": name, "__doc__": Word.__doc__, **attributes})()


def run(text: str | bytes, *rules: Rule, config: FileConfig | None = None) -> RunResult:
    data = text.encode() if isinstance(text, str) else text
    return lint(
        [decode(data, "README.md")], RuleSet(rules or (Word(),)), config=lambda path: config or FileConfig()
    )


def mend(text: str | bytes, *rules: Rule, unsafe: bool = False) -> RunResult:
    data = text.encode() if isinstance(text, str) else text
    return fix(Linter(RuleSet(rules or (Word(),))), [decode(data, "README.md")], unsafe=unsafe)


def places(result: RunResult) -> list[tuple[str, int]]:
    return [(d.rule, d.start.line) for d in result.diagnostics]
