"""Our own lists: each bad one has exactly the findings beside it, each good one has none.

Where `bad/NAME.facts.json` lies beside a list, its links are looked up there and not in the web.

`UPDATE_GOLDEN=1 pytest tests/test_fixtures.py` writes the expectations anew; read their diff before you commit it.
"""

import difflib
import json
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.fixer import fix
from awesomelint.linter import Answer, Linter, lint
from awesomelint.needs import Answers, Liveness, Need
from awesomelint.plugins import load_rules
from awesomelint.source import Source, decode

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
BAD = sorted((FIXTURES / "bad").glob("*.md"))
GOOD = sorted((FIXTURES / "good").glob("*.md"))
TODAY = date(2026, 1, 1)
RULES, _ = load_rules()


@pytest.fixture(autouse=True)
def no_history(monkeypatch: pytest.MonkeyPatch) -> None:
    """The good lists lie beside the bad ones in git, where a checkout has it, and would tell what is lost."""
    monkeypatch.setattr("awesomelint.facts.local.history", lambda list_path: ())


def read(path: Path) -> Source:
    return decode(path.read_bytes(), str(path))


def answer_for(path: Path) -> Answer | None:
    facts = FIXTURES / "bad" / f"{path.stem}.facts.json"
    if not facts.exists():
        return None
    known = json.loads(facts.read_text(encoding="utf-8"))

    def answer(needs: Sequence[Need]) -> Answers:
        return Answers({url: Liveness(url, **fact) for url, fact in known.items()})

    return answer


def line(diagnostic: Diagnostic) -> str:
    start, end = diagnostic.start, diagnostic.end
    fix_title = f"  [{diagnostic.fix.applicability.value}: {diagnostic.fix.title}]" if diagnostic.fix else ""
    place = f"{start.line}:{start.column}-{end.line}:{end.column}"
    return f"{place} {diagnostic.severity.value} {diagnostic.rule} {diagnostic.message}{fix_title}\n"


def expect(golden: Path, actual: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(actual.encode())
    assert actual == golden.read_bytes().decode()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_findings_in_a_bad_list(path: Path) -> None:
    result = lint([read(path)], RULES, answer=answer_for(path), today=TODAY)
    assert result.faults == ()
    expect(path.with_suffix(".findings"), "".join(line(d) for d in result.diagnostics))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_fixing_a_bad_list_gives_its_good_twin_but_for_what_nobody_can_know(path: Path) -> None:
    result = fix(
        Linter(RULES, answer=answer_for(path), today=TODAY), [read(path)], unsafe=True, show=Severity.INFO
    )
    twin = read(FIXTURES / "good" / path.name)
    differences = difflib.unified_diff(
        result.files[0].source.text.split("\n"), twin.text.split("\n"), n=0, lineterm=""
    )
    lines = [text for text in differences if not text.startswith(("---", "+++", "@@"))]
    expect(path.with_suffix(".unfixed"), "".join(f"{text}\n" for text in lines))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_list_has_no_finding(path: Path) -> None:
    result = lint([read(path)], RULES, answer=answer_for(path), today=TODAY)
    assert ([line(d) for d in result.diagnostics], result.faults) == ([], ())
