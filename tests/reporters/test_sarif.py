import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from awesomelint.diagnostics import Applicability, Fault, Fix, Severity, Transcode
from awesomelint.linter import lint
from awesomelint.plugins import load_rules
from awesomelint.reporters import Layout
from awesomelint.reporters.sarif import render
from awesomelint.results import RunResult
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from conftest import ROOT
from reporters.findings import edit, finding, place, run, source

LIST = source("# 列表\n\n| 标题👍 | NIPS2022 |\n")
RULES = {rule.code: rule for rule in load_rules()[0]}
SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def loaded(result: RunResult, show: Severity = Severity.WARNING) -> Any:
    report = json.loads(render(result, Layout(show=show)))
    VALIDATOR.validate(report)
    (the_run,) = report["runs"]
    return the_run


def test_an_empty_run_is_valid() -> None:
    assert loaded(RunResult())["results"] == []


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "bad").glob("*.md")), ids=lambda path: path.stem)
def test_the_report_of_a_whole_list_is_valid(path: Path) -> None:
    result = lint([decode(path.read_bytes(), str(path))], RuleSet(tuple(RULES.values())))
    found = loaded(result, Severity.INFO)["results"]
    assert [each["ruleId"] for each in found] == [d.rule for d in result.diagnostics]


def test_columns_count_code_points_and_the_report_says_so() -> None:
    report = loaded(run(LIST, finding(LIST, "NIPS2022")))
    assert report["columnKind"] == "unicodeCodePoints"
    assert report["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "README.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 17},
            }
        }
    ]


def test_a_result_points_to_its_rule_with_help_for_people() -> None:
    report = loaded(run(LIST, finding(LIST, "NIPS2022"), rules=RULES))
    (rule,) = report["tool"]["driver"]["rules"]
    (found,) = report["results"]
    assert (found["ruleId"], found["ruleIndex"], found["level"]) == ("VEN001", 0, "warning")
    assert (rule["id"], rule["name"]) == ("VEN001", "noncanonical-venue")
    assert "## Why is this bad?" in rule["help"]["markdown"]
    assert "```markdown\n" in rule["help"]["markdown"]
    assert "```bad" not in rule["help"]["markdown"]
    assert rule["helpUri"].startswith("https://")
    assert rule["helpUri"].endswith("/rules/awesomelint_rules/venues/noncanonical_venue.py")


def test_every_shipped_rules_page_is_a_file_at_that_address() -> None:
    for code in RULES:
        report = loaded(run(LIST, finding(LIST, "NIPS2022", rule=code), rules=RULES))
        address = report["tool"]["driver"]["rules"][0]["helpUri"]
        assert (ROOT / "rules" / address.partition("/rules/")[2]).is_file()


def test_fingerprints_outlive_moved_lines_and_tell_equal_faults_apart() -> None:
    twice = [
        finding(LIST, "NIPS"),
        finding(LIST, "2022", fingerprint="0f"),
        finding(LIST, "列表", fingerprint="ab"),
    ]
    found = loaded(run(LIST, *twice))["results"]
    assert [each["partialFingerprints"] for each in found] == [
        {"awesomelint/v1": "ab:1"},
        {"awesomelint/v1": "0f:1"},
        {"awesomelint/v1": "0f:2"},
    ]


def test_fixes_replace_insert_and_delete() -> None:
    fix = Fix("Write it", (edit(LIST, "NIPS", "NeurIPS"), edit(LIST, "列表", "")))
    other = Fix("Guess", (edit(LIST, "2022", "2023"),), Applicability.UNSAFE, evidence="statistics")
    (found,) = loaded(run(LIST, finding(LIST, "NIPS2022", fix=fix, suggestions=(other,))))["results"]
    first, second = found["fixes"]
    assert first["properties"] == {"applicability": "safe", "evidence": "exact"}
    assert second["properties"] == {"applicability": "suggestion", "evidence": "statistics"}
    assert [
        (
            each["deletedRegion"]["startLine"],
            each["deletedRegion"]["startColumn"],
            each["insertedContent"]["text"],
        )
        for each in first["artifactChanges"][0]["replacements"]
    ] == [(1, 3, ""), (3, 9, "NeurIPS")]


def test_a_change_of_encoding_is_no_fix_that_the_format_knows() -> None:
    fix = Fix("Rewrite as UTF-8", transcode=Transcode("gb18030"))
    assert "fixes" not in loaded(run(LIST, finding(LIST, "NIPS", fix=fix)))["results"][0]


def test_related_places_have_numbers_and_words() -> None:
    there = (place(LIST, "列表", "here"), place(LIST, "2022"))
    (found,) = loaded(run(LIST, finding(LIST, "NIPS", related=there)))["results"]
    assert [(each["id"], each.get("message")) for each in found["relatedLocations"]] == [
        (0, {"text": "here"}),
        (1, None),
    ]


def test_faults_are_notifications_and_the_run_was_no_success() -> None:
    report = loaded(
        RunResult(faults=(Fault("a b.md", "cannot be read"), Fault("", "a rule failed", "VEN001")))
    )
    (invocation,) = report["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == [
        "cannot be read",
        "a rule failed",
    ]


def test_only_what_is_shown_is_reported() -> None:
    result = run(LIST, finding(LIST, "NIPS", severity=Severity.INFO))
    assert loaded(result)["results"] == []
    assert loaded(result, Severity.INFO)["results"][0]["level"] == "note"


def test_a_path_is_a_uri_reference() -> None:
    odd = source("NIPS\n", "论文 [1]%#?.md")
    (found,) = loaded(run(odd, finding(odd, "NIPS")))["results"]
    uri = found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E8%AE%BA%E6%96%87%20%5B1%5D%25%23%3F.md"


def test_a_message_is_no_link() -> None:
    (found,) = loaded(run(LIST, finding(LIST, "NIPS", message="see [this](https://example.org)")))["results"]
    assert found["message"]["text"] == r"see \[this](https://example.org)"
