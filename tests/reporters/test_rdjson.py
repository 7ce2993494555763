import json
from typing import Any

import jsonschema
import pytest

from awesomelint.diagnostics import Fix, Severity, Transcode
from awesomelint.plugins import load_rules
from awesomelint.reporters import Layout
from awesomelint.reporters.rdjson import render
from awesomelint.results import RunResult
from awesomelint.source import decode
from reporters.findings import edit, finding, run, source

LIST = source("# 列表\n\n| 标题👍 | NIPS2022 |\n")
RULES = {rule.code: rule for rule in load_rules()[0]}

POSITION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start", "end"],
    "properties": {"start": POSITION, "end": POSITION},
}
SUGGESTION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["range", "text"],
    "properties": {"range": RANGE, "text": {"type": "string"}},
}
DIAGNOSTIC = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message", "location", "severity", "code"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": {
            "type": "object",
            "additionalProperties": False,
            "required": ["path", "range"],
            "properties": {"path": {"type": "string"}, "range": RANGE},
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {
            "type": "object",
            "additionalProperties": False,
            "required": ["value"],
            "properties": {"value": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
        },
        "suggestions": {"type": "array", "items": SUGGESTION},
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name"],
            "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
        },
        "diagnostics": {"type": "array", "items": DIAGNOSTIC},
    },
}
"""The messages of `reviewdog.proto` as far as they are used. That file's reader passes over unknown keys, so a
misspelt one would be lost silently: here none is allowed."""


def loaded(result: RunResult, show: Severity = Severity.WARNING) -> list[Any]:
    report = json.loads(render(result, Layout(show=show)))
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    diagnostics: list[Any] = report["diagnostics"]
    return diagnostics


def place(line: int, start: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}


def test_columns_are_bytes_of_utf8_and_the_end_is_exclusive() -> None:
    (found,) = loaded(run(LIST, finding(LIST, "NIPS2022"), rules=RULES))
    assert found == {
        "message": "the venue has another name",
        "location": {"path": "README.md", "range": place(3, 16, 24)},
        "severity": "WARNING",
        "code": {"value": "VEN001", "url": found["code"]["url"]},
        "suggestions": [],
    }
    assert found["code"]["url"].endswith("/rules/awesomelint_rules/venues/noncanonical_venue.py")


def test_a_byte_order_mark_counts_in_the_first_line_only() -> None:
    marked = decode(b"\xef\xbb\xbfNIPS\nList\n", "README.md")
    first, second = loaded(run(marked, finding(marked, "NIPS"), finding(marked, "List")))
    assert first["location"]["range"] == place(1, 4, 8)
    assert second["location"]["range"] == place(2, 1, 5)


def test_a_fix_and_the_alternatives_are_suggestions() -> None:
    fix = Fix("Write it", (edit(LIST, "NIPS", "NeurIPS"),))
    other = Fix("Write it out", (edit(LIST, "NIPS2022", ""),))
    (found,) = loaded(run(LIST, finding(LIST, "NIPS2022", fix=fix, suggestions=(other,))))
    assert found["suggestions"] == [
        {"range": place(3, 16, 20), "text": "NeurIPS"},
        {"range": place(3, 16, 24), "text": ""},
    ]


def test_a_fix_in_several_places_is_one_suggestion_for_it_is_all_or_nothing() -> None:
    fix = Fix("Both", (edit(LIST, "NIPS", "NeurIPS"), edit(LIST, "列表", "List")))
    (found,) = loaded(run(LIST, finding(LIST, "NIPS2022", fix=fix)))
    assert found["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 3}, "end": {"line": 3, "column": 20}},
            "text": "List\n\n| 标题👍 | NeurIPS",
        }
    ]


@pytest.mark.parametrize("text", ["a" + "x" * 3000 + "b\n", "a" + "\n" * 3000 + "b\n"])
def test_a_fix_over_too_much_text_is_no_suggestion(text: str) -> None:
    long = source(text)
    fix = Fix("Both", (edit(long, "a", "A"), edit(long, "b", "B")))
    (found,) = loaded(run(long, finding(long, "a", fix=fix)))
    assert found["suggestions"] == []


def test_a_change_of_encoding_is_no_suggestion() -> None:
    fix = Fix("Rewrite as UTF-8", transcode=Transcode("gb18030"))
    assert loaded(run(LIST, finding(LIST, "NIPS", fix=fix)))[0]["suggestions"] == []


def test_only_what_is_shown_is_reported() -> None:
    result = run(LIST, finding(LIST, "NIPS", severity=Severity.INFO))
    assert loaded(result) == []
    assert loaded(result, Severity.INFO)[0]["severity"] == "INFO"


def test_many_findings_in_a_long_line_take_linear_time() -> None:
    words = source(" ".join(f"é{number}" for number in range(20_000)))
    found = [finding(words, f"é{number}") for number in range(10_000, 10_400)]
    assert len(loaded(run(words, *found))) == 400
