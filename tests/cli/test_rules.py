import json
import re

import pytest

from awesomelint.cli.documentation import has_fix, summary
from awesomelint.diagnostics import Fault
from awesomelint.plugins import load_rules
from awesomelint.rule import Rule
from cli.harness import Run
from cli.words import RULES


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("rule", "rules"):
        monkeypatch.setattr(f"awesomelint.cli.{module}.load_rules", lambda: (RULES, ()))


@pytest.mark.usefixtures("words")
def test_the_catalogue_has_a_line_for_each_rule(run: Run) -> None:
    outcome = run("rules")
    assert (outcome.code, outcome.err) == (0, "")
    assert [re.split(r" {2,}", line) for line in outcome.out.split("\n")[:4]] == [
        ["WRD001", "wrong-word", "error", "on", "fix", "A wrong word"],
        ["WRD002", "doubtful-word", "warning", "on", "A doubtful word"],
        ["WRD003", "curious-word", "info", "on", "A curious word"],
        ["WRD004", "failing-word", "error", "preview", "A rule that fails where it finds its word"],
    ]


@pytest.mark.usefixtures("words")
def test_the_catalogue_for_programs(run: Run) -> None:
    rules = json.loads(run("rules", "--format", "json").out)
    assert rules[0] == {
        "code": "WRD001",
        "name": "wrong-word",
        "family": "WRD",
        "severity": "error",
        "default": True,
        "preview": False,
        "reads": [],
        "consults": [],
        "profiles": ["awesome", "default", "strict"],
        "fixable": True,
        "summary": "A wrong word",
        "aliases": ["false-word"],
    }
    assert [rule["code"] for rule in rules if rule["preview"]] == ["WRD004"]
    assert [rule["code"] for rule in rules if rule["reads"] == ["web"]] == ["WRD006"]


@pytest.mark.usefixtures("words")
@pytest.mark.parametrize("name", ["WRD001", "wrd001", "wrong-word", "false-word"])
def test_a_rule_is_explained_by_code_name_or_former_name(run: Run, name: str) -> None:
    outcome = run("rule", name)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("WRD001 wrong-word\nerror; on by default; formerly false-word\n")


@pytest.mark.usefixtures("words")
def test_a_page_wraps_prose_and_leaves_examples_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    page = run("rule", "WRD001").out
    assert "\nWhat it does\n\n  Finds the word `wrong` in a list, see the words\n" in page
    assert "\n  <https://example.org/words>, and says so in a paragraph" in page
    assert "\n  - one item\n  - another item that goes on in the next line\n" in page
    assert "\n  bad:\n    # wrong  [x](y)\n" in page
    assert max(map(len, page.split("\n"))) <= 60


@pytest.mark.usefixtures("words")
def test_an_unknown_rule_is_told_the_nearest(run: Run) -> None:
    outcome = run("rule", "wrong-wrod")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("awesomelint: There is no rule 'wrong-wrod'. Did you mean 'wrong-word'?")
    assert outcome.err.count("\n") == 1


def test_a_broken_plug_in_is_a_fault_here_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.cli.rules.load_rules", lambda: (RULES, (Fault("", "plug-in x broke"),)))
    outcome = run("rules")
    assert (outcome.code, outcome.err) == (3, "awesomelint: plug-in x broke\n")
    assert "WRD001" in outcome.out


@pytest.mark.parametrize("rule", load_rules()[0].rules, ids=lambda rule: rule.code)
def test_every_shipped_rule_has_a_page_and_a_line(rule: Rule, run: Run) -> None:
    assert 10 < len(summary(rule)) < 90
    page = run("rule", rule.code).out
    assert "What it does" in page
    assert "```" not in page


def test_a_page_without_the_section_has_no_fix() -> None:
    assert [has_fix(rule) for rule in RULES][:3] == [True, False, False]
