"""One list is parsed once, a rule that fails fails alone, and files that are not UTF-8 are a finding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from awesomelint.diagnostics import Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.linter import lint
from awesomelint.needs import Answers, Liveness, LivenessNeed, Need
from awesomelint.rule import Context, FileRule, RunRule, SourceRule
from awesomelint.ruleset import RuleSet
from awesomelint.source import Source, Span, decode
from engine import Word, places, rule, run


class Failing(Word):
    """Raises after its first finding."""

    code = "TST008"
    name = "failing"

    def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
        yield from super().check(document, context)
        raise ValueError("boom")


class Bytes(SourceRule):
    """Sees files that are not UTF-8."""

    code = "TST007"
    name = "bytes"
    severity = Severity.ERROR

    def check(self, source: Source, context: Context) -> Iterable[Diagnostic]:
        if source.undecodable is not None:
            yield self.diagnostic(source, Span(0, 1), "not UTF-8")


class Gone(FileRule):
    """Asks the web."""

    code = "TST006"
    name = "gone"
    severity = Severity.ERROR
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterable[Need]:
        return [LivenessNeed(link.url) for link in document.links]

    def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
        for link in document.links:
            answer = context.answers.liveness.get(link.url)
            if answer is not None and answer.verdict == "dead":
                yield self.diagnostic(document, link.url_span, "gone")


@dataclass(frozen=True)
class Titles:
    path: str
    count: int


class Counting(RunRule):
    """Compares lists."""

    code = "TST005"
    name = "counting"
    severity = Severity.INFO

    def summarise(self, document: Document) -> Titles:
        return Titles(document.path, len(document.sections))

    def check(self, summaries: Sequence[Titles], context: Context) -> Iterable[Diagnostic]:
        largest = max(summaries, key=lambda titles: titles.count)
        yield self.diagnostic(decode(b"# T\n", largest.path), Span(0, 1), f"longest of {len(summaries)}")


def test_a_rule_that_raises_is_a_fault_with_file_and_line_and_the_others_run() -> None:
    result = run("bad\n", Failing(), rule("TST001"))
    [fault] = result.faults
    assert (fault.rule, fault.path, "boom" in fault.message, "line" in fault.message) == (
        "TST008",
        "README.md",
        True,
        True,
    )
    assert places(result) == [("TST001", 1)]


def test_only_source_rules_see_what_is_not_utf8() -> None:
    assert places(run(b"bad \xff\n", Bytes(), Word())) == [("TST007", 1)]


def test_needs_of_all_lists_are_asked_for_once() -> None:
    asked: list[Sequence[Need]] = []

    def answer(needs: Sequence[Need]) -> Answers:
        asked.append(needs)
        return Answers(
            {need.url: Liveness(need.url, "dead", "404") for need in needs if isinstance(need, LivenessNeed)}
        )

    sources = [decode(b"[a](https://b.c) [d](https://b.c)\n", name) for name in ("one.md", "two.md")]
    result = lint(sources, RuleSet((Gone(),)), answer=answer)
    assert asked == [[LivenessNeed("https://b.c")]]
    assert len(result.diagnostics) == 4


def test_without_an_answerer_rules_that_ask_the_web_are_silent() -> None:
    result = run("[a](https://b.c)\n", Gone())
    assert (places(result), result.links.skipped) == ([], 1)


def test_an_answerer_that_fails_is_a_fault_and_the_rest_runs() -> None:
    def answer(needs: Sequence[Need]) -> Answers:
        raise OSError("no network")

    result = lint([decode(b"bad [a](https://b.c)\n", "README.md")], RuleSet((Word(), Gone())), answer=answer)
    assert (places(result), len(result.faults)) == ([("TST001", 1)], 1)


def test_an_interruption_keeps_what_was_found_and_looks_at_nothing_more() -> None:
    class Interrupted(Word):
        code, name = "TST009", "interrupted"

        def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
            raise KeyboardInterrupt

    sources = [decode(b"bad\n", name) for name in ("one.md", "two.md")]
    result = lint(sources, RuleSet((rule("TST001"), Interrupted())))
    assert (places(result), result.interrupted, len(result.files)) == ([("TST001", 1)], True, 1)


@pytest.mark.parametrize(
    "found",
    [
        "not a finding",
        replace(run("bad\n").diagnostics[0], path="other.md"),
        replace(run("bad\n").diagnostics[0], span=Span(0, 99)),
        replace(run("bad\n").diagnostics[0], fix=Fix("nothing")),
        replace(run("bad\n").diagnostics[0], fix=Fix("x", (Edit(Span(0, 2), ""), Edit(Span(1, 3), "")))),
        replace(run("bad\n").diagnostics[0], fix=Fix("x", (Edit(Span(0, 2), ""),), evidence="statistics")),
    ],
    ids=[
        "no diagnostic",
        "another file",
        "beyond the end",
        "an empty fix",
        "edits that overlap",
        "a safe guess",
    ],
)
def test_what_nobody_could_use_is_a_fault_of_its_rule(found: Diagnostic) -> None:
    class Careless(Word):
        code, name = "TST009", "careless"

        def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
            yield found

    result = run("bad\n", rule("TST001"), Careless())
    assert (places(result), [fault.rule for fault in result.faults]) == ([("TST001", 1)], ["TST009"])


def test_what_says_the_same_of_the_same_place_is_said_once() -> None:
    class Twice(Word):
        def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
            yield from [*super().check(document, context)] * 2

    assert places(run("bad\n", Twice())) == [("TST001", 1)]


def test_lists_are_compared() -> None:
    sources = [decode(b"# A\n", "one.md"), decode(b"# A\n\n# B\n", "two.md")]
    [diagnostic] = lint(sources, RuleSet((Counting(),))).diagnostics
    assert (diagnostic.path, diagnostic.message) == ("two.md", "longest of 2")


def test_findings_are_sorted_by_place() -> None:
    result = run("worse bad\nbad\n", rule("TST001"), rule("TST002", word="worse"))
    assert places(result) == [("TST002", 1), ("TST001", 1), ("TST001", 2)]


def test_the_date_is_given_to_the_rules() -> None:
    class Today(Word):
        code, name = "TST004", "today"

        def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
            yield self.diagnostic(document, Span(0, 1), str(context.today))

    result = lint([decode(b"x\n", "README.md")], RuleSet((Today(),)), today=date(2025, 1, 31))
    assert [d.message for d in result.diagnostics] == ["2025-01-31"]


@pytest.mark.parametrize(("above", "same"), [("x\n\ny\n\n", True), ("", True)])
def test_a_fingerprint_survives_moved_lines(above: str, same: bool) -> None:
    [before], [after] = run("bad\n").diagnostics, run(above + "bad\n").diagnostics
    assert (before.fingerprint == after.fingerprint) is same


def test_two_entries_have_two_fingerprints() -> None:
    first, second = run(
        "- bad [a](https://arxiv.org/abs/2301.00001)\n- bad [b](https://arxiv.org/abs/2301.00002)\n"
    ).diagnostics
    assert first.fingerprint != second.fingerprint
