"""Every rule's page is true: what it calls bad is found, what it calls good is not, and the fix makes one of the other."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from awesomelint.config import FileConfig
from awesomelint.config.lists import load_file_config
from awesomelint.diagnostics import Severity
from awesomelint.fixer import fix
from awesomelint.linter import Answer, Linter
from awesomelint.needs import Answers, Need
from awesomelint.plugins import load_rules
from awesomelint.results import RunResult
from awesomelint.rule import Rule
from awesomelint.rule_facts import answers_of
from awesomelint.rule_page import Block, Example, page
from awesomelint.source import Source, decode

ROOT = Path(__file__).resolve().parent.parent
RULES, FAULTS = load_rules()
SHIPPED = [rule for rule in RULES if type(rule).__module__.startswith("awesomelint_rules.")]
HEADINGS = ["What it does", "Why is this bad?", "Example", "Fix safety"]
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in SHIPPED
    for number, example in enumerate(page(rule).examples)
]


def linter(blocks: Sequence[Block], folder: Path) -> tuple[Linter, list[Source]]:
    """The blocks as files in a folder, and a linter with their config, date and facts."""
    for block in blocks:
        (folder / block.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / block.path).write_bytes(block.data)
    tracked = [path for block in blocks for path in block.tracked]
    if tracked:
        track(folder, tracked)
    config_text = "".join(block.config for block in blocks)
    config = FileConfig()
    if config_text:
        file = folder / "awesomelint.toml"
        file.write_text(config_text, encoding="utf-8")
        config = load_file_config(file, RULES)
    facts = {url: fact for block in blocks for url, fact in block.facts.items()}
    sources = [decode(block.data, block.path) for block in blocks]
    return Linter(RULES, lambda path: config, answering(facts) if facts else None, blocks[0].today), sources


def track(folder: Path, paths: Sequence[str]) -> None:
    """Make the folder a git repository that tracks some files; those that are missing are empty."""
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    subprocess.run(["git", "add", "--", *paths], cwd=folder, check=True)


def answering(facts: dict[str, dict[str, object]]) -> Answer:
    def answer(needs: Sequence[Need]) -> Answers:
        return answers_of(facts)

    return answer


def judged(blocks: Sequence[Block], folder: Path) -> RunResult:
    run, sources = linter(blocks, folder)
    return run.conclude(run.examine_all(sources))


def test_no_shipped_rule_fails_to_load() -> None:
    assert FAULTS == ()


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.code)
def test_page_has_all_headings(rule: Rule) -> None:
    written = page(rule)
    optional = ["Options"] if rule.Options.__dataclass_fields__ else []
    assert [title for title in written.sections if title != "References"] == [*HEADINGS, *optional]
    assert all(written.sections.values())
    assert written.sections["References"]


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.code)
def test_page_shows_what_is_bad_and_what_is_good(rule: Rule) -> None:
    blocks = page(rule).blocks
    assert {block.is_bad for block in blocks} == {True, False}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_bad_example_has_this_fault_and_no_other(
    rule: Rule, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if example.bad:
        result = judged(example.bad, tmp_path)
        assert ({d.rule for d in result.diagnostics}, result.faults) == ({rule.code}, ())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_good_example_has_no_fault(
    rule: Rule, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if example.good:
        result = judged(example.good, tmp_path)
        assert ([(d.rule, d.message) for d in result.diagnostics], result.faults) == ([], ())


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_fix_makes_the_good_example_of_the_bad_one(
    rule: Rule, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if not example.bad:
        return
    run, sources = linter(example.bad, tmp_path)
    result = fix(run, sources, unsafe=True, show=Severity.INFO)
    assert result.faults == ()
    fixed = {file.source.path: file.source.data for file in result.files if file.fixed}
    good = {block.path: block.data for block in example.good}
    assert fixed == {path: good[path] for path in fixed}


def test_the_catalogue_lists_exactly_the_shipped_rules() -> None:
    rows = re.findall(
        r"^\| +([A-Z]{3}\d{3}) +\| +([\w-]+) +\| +(\w+) +\|",
        (ROOT / "rules" / "CODES.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert rows == [(rule.code, rule.name, rule.severity.value) for rule in SHIPPED]
