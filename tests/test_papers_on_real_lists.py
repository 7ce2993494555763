"""What the rules about papers say of real lists that lie beside the checkout."""

import pytest

from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.source import decode
from conftest import seed_file

RULES, _ = load_rules()
PAPERS = ("VEN", "DAT", "DUP")


@pytest.fixture(scope="module")
def said_of_the_seed() -> set[tuple[str, int, str]]:
    """Rule, line and severity of each finding."""
    if not seed_file().exists():
        pytest.skip("the list that arrived garbled is not beside this checkout")
    result = lint([decode(seed_file().read_bytes(), "README.md")], RULES)
    return {(d.rule, d.start.line, d.severity.value) for d in result.diagnostics if d.rule.startswith(PAPERS)}


def test_a_garbled_list_shows_its_faults_about_papers(said_of_the_seed: set[tuple[str, int, str]]) -> None:
    assert {each for each in said_of_the_seed if each[2] != "info"} == {
        ("VEN001", 112, "warning"),
        ("VEN001", 145, "warning"),
        ("VEN001", 250, "warning"),
        ("VEN003", 79, "warning"),
        ("VEN003", 80, "warning"),
        ("DAT002", 146, "warning"),
        ("DAT005", 79, "warning"),
    }


def test_one_spelling_that_it_uses_throughout_is_one_finding(
    said_of_the_seed: set[tuple[str, int, str]],
) -> None:
    assert {each for each in said_of_the_seed if each[0] == "VEN001" and each[2] == "info"} == {
        ("VEN001", 74, "info")
    }


def test_dates_at_the_end_of_the_month_before_are_no_fault(
    said_of_the_seed: set[tuple[str, int, str]],
) -> None:
    assert not {each for each in said_of_the_seed if each[1] in (229, 302)}
