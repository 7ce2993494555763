import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from awesomelint.diagnostics import Applicability, Fault, Fix, Severity, Transcode
from awesomelint.plugins import load_rules
from awesomelint.reporters import Layout
from awesomelint.reporters.json import render
from awesomelint.results import FileResult, LinkCounts, RunResult
from reporters.findings import edit, finding, place, run, source

LIST = source("# List\n\n| 标题 | NIPS2022 |\n")
SCHEMA = json.loads((files("awesomelint.reporters") / "diagnostics.schema.json").read_text("utf-8"))


def loaded(result: RunResult) -> Any:
    report = json.loads(render(result, Layout()))
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    return report


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_an_empty_run() -> None:
    assert loaded(RunResult()) == {
        "version": 1,
        "files": [],
        "diagnostics": [],
        "faults": [],
        "summary": {
            "error": 0,
            "warning": 0,
            "info": 0,
            "fixable": 0,
            "suppressed": 0,
            "unchanged": 0,
            "baselined": 0,
            "links": {"alive": 0, "dead": 0, "skipped": 0},
        },
    }


def test_a_finding_has_the_keys_of_the_contract_in_its_order() -> None:
    fix = Fix("Write NeurIPS2022", (edit(LIST, "NIPS2022", "NeurIPS2022"),))
    found = finding(LIST, "NIPS2022", fix=fix, related=(place(LIST, "List", "here"),))
    (diagnostic,) = loaded(run(LIST, found))["diagnostics"]
    at = {"start": {"line": 3, "column": 8}, "end": {"line": 3, "column": 16}}
    assert list(diagnostic.items()) == [
        ("rule", "VEN001"),
        ("name", "noncanonical-venue"),
        ("severity", "warning"),
        ("path", "README.md"),
        ("start", at["start"]),
        ("end", at["end"]),
        ("message", "the venue has another name"),
        ("url", None),
        ("fingerprint", "0f"),
        (
            "related",
            [
                {
                    "path": "README.md",
                    "start": {"line": 1, "column": 3},
                    "end": {"line": 1, "column": 7},
                    "message": "here",
                }
            ],
        ),
        (
            "fix",
            {
                "applicability": "safe",
                "title": "Write NeurIPS2022",
                "evidence": "exact",
                "edits": [{**at, "content": "NeurIPS2022"}],
            },
        ),
        ("suggestions", []),
    ]


def test_a_rule_is_named_with_the_address_of_its_page() -> None:
    rules = {rule.code: rule for rule in load_rules()[0]}
    (diagnostic,) = loaded(run(LIST, finding(LIST, "NIPS2022"), rules=rules))["diagnostics"]
    assert diagnostic["url"].endswith("/rules/awesomelint_rules/venues/noncanonical_venue.py")


def test_no_fix_is_null_and_a_change_of_encoding_has_no_edits() -> None:
    transcode = Fix("Rewrite as UTF-8", transcode=Transcode("gb18030"), evidence="statistics")
    report = loaded(run(LIST, finding(LIST, "List"), finding(LIST, "NIPS2022", suggestions=(transcode,))))
    assert [d["fix"] for d in report["diagnostics"]] == [None, None]
    assert report["diagnostics"][1]["suggestions"] == [
        {
            "applicability": "safe",
            "title": "Rewrite as UTF-8",
            "evidence": "statistics",
            "transcode": {"from": "gb18030", "to": "utf-8"},
        }
    ]


def test_every_severity_is_listed_and_counted() -> None:
    safe = Fix("a", (edit(LIST, "NIPS", "b"),))
    unsafe = Fix("a", (edit(LIST, "NIPS", "b"),), Applicability.UNSAFE)
    found = (
        finding(LIST, "List", severity=Severity.INFO, fix=safe),
        finding(LIST, "NIPS", severity=Severity.ERROR, fix=unsafe),
    )
    report = loaded(RunResult((FileResult(LIST, found, suppressed=2),)))
    assert [d["severity"] for d in report["diagnostics"]] == ["info", "error"]
    assert {k: v for k, v in report["summary"].items() if k != "links"} == {
        "error": 1,
        "warning": 0,
        "info": 1,
        "fixable": 1,
        "suppressed": 2,
        "unchanged": 0,
        "baselined": 0,
    }


def test_links_count_every_verdict_that_occurred() -> None:
    links = LinkCounts(7, {"moved": 2, "alive": 1, "blocked": 1})
    assert loaded(RunResult(links=links))["summary"]["links"] == {
        "alive": 1,
        "dead": 0,
        "skipped": 7,
        "blocked": 1,
        "moved": 2,
    }


def test_faults_are_part_of_the_report() -> None:
    report = loaded(RunResult(faults=(Fault("x.md", "cannot be read"), Fault("", "raised", "VEN001"))))
    assert report["faults"] == [
        {"path": "x.md", "rule": None, "message": "cannot be read"},
        {"path": "", "rule": "VEN001", "message": "raised"},
    ]


def test_the_text_is_ascii_and_a_path_without_encoding_is_readable_by_strict_parsers() -> None:
    odd = source("# 标题 \u202e\x1b\n", "论文\udcff.md")
    text = render(run(odd, finding(odd, "标题", message="\u202e")), Layout())
    assert text.isascii()
    assert "\\udcff" not in text
    assert json.loads(text)["files"] == ["论文<U+DCFF>.md"]


def test_what_is_shown_to_people_does_not_change_it() -> None:
    result = run(LIST, finding(LIST, "NIPS", severity=Severity.INFO))
    assert render(result, Layout(Severity.ERROR, 40, True, True, True, True)) == render(result, Layout())


@pytest.mark.parametrize("broken", [{"version": 2}, {"files": "README.md"}, {"summary": {}}])
def test_the_schema_refuses_what_breaks_the_contract(broken: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**loaded(RunResult()), **broken}, SCHEMA)


def test_the_schema_allows_new_keys() -> None:
    jsonschema.validate({**loaded(RunResult()), "later": 1}, SCHEMA)
