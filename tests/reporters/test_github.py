import re
from pathlib import Path

import pytest

from awesomelint.diagnostics import Applicability, Fault, Fix, Severity
from awesomelint.reporters import Layout
from awesomelint.reporters.github import command, escape_data, escape_property, render
from awesomelint.results import LinkCounts, RunResult
from reporters.findings import edit, finding, run, source

LIST = source("# List\n\n| Title | NIPS2022 |\n")
FINDINGS_ONLY = Layout(quiet=True)


def test_a_finding_is_one_command_with_its_place() -> None:
    assert render(run(LIST, finding(LIST, "NIPS2022")), FINDINGS_ONLY) == (
        "::warning file=README.md,line=3,endLine=3,col=11,endColumn=19,title=VEN001 noncanonical-venue"
        "::the venue has another name\n"
    )


def test_severities_are_the_three_types_of_github_and_errors_come_first() -> None:
    found = [finding(LIST, "List", severity=severity) for severity in reversed(Severity)]
    report = render(run(LIST, *found), Layout(show=Severity.INFO, quiet=True))
    assert re.findall(r"^::(\w+)", report, re.MULTILINE) == ["error", "warning", "notice"]


def test_what_is_not_shown_is_not_annotated() -> None:
    assert render(run(LIST, finding(LIST, "List", severity=Severity.INFO)), FINDINGS_ONLY) == ""


def test_a_place_over_several_lines_has_no_columns_which_github_would_refuse() -> None:
    report = render(run(LIST, finding(LIST, "List\n\n|")), FINDINGS_ONLY)
    assert report.startswith("::warning file=README.md,line=1,endLine=3,title=")


def test_a_fix_is_told_on_a_second_line_with_its_option() -> None:
    change = (edit(LIST, "NIPS", "NeurIPS"),)
    safe = finding(LIST, "NIPS2022", fix=Fix("Write it", change))
    unsafe = finding(LIST, "NIPS2022", fix=Fix("Write it", change, Applicability.UNSAFE))
    assert render(run(LIST, safe), FINDINGS_ONLY).endswith("name%0A--fix: NIPS → NeurIPS\n")
    assert render(run(LIST, unsafe), FINDINGS_ONLY).endswith("name%0A--unsafe-fixes: NIPS → NeurIPS\n")


def test_of_each_type_the_first_ten_are_annotated_and_one_line_counts_the_others() -> None:
    names = [f"n{number:02}" for number in range(25)]
    many = source("\n".join(names))
    found = [finding(many, name) for name in names]
    found += [finding(many, name, severity=Severity.ERROR) for name in names[:11]]
    found += [finding(many, name, severity=Severity.INFO) for name in names[:10]]
    lines = render(run(many, *found), Layout(show=Severity.INFO, quiet=True)).split("\n")
    assert [
        sum(line.startswith(f"::{word} ") for line in lines) for word in ("error", "warning", "notice")
    ] == [10] * 3
    assert lines[30:] == ["Not annotated: 1 more error and 15 more warnings; GitHub shows 10 of a type.", ""]
    assert ",line=10," in lines[19]


def test_faults_are_errors_and_come_first() -> None:
    result = RunResult(faults=(Fault("a,b.md", "cannot be read"), Fault("", "a rule failed", "VEN001")))
    assert render(result, FINDINGS_ONLY) == (
        "::error file=a%2Cb.md,title=awesomelint could not do its work::cannot be read\n"
        "::error title=awesomelint could not do its work::a rule failed\n"
    )


def test_the_counts_stand_below_unless_it_is_to_be_quiet() -> None:
    report = render(run(LIST, finding(LIST, "NIPS"), links=LinkCounts(2, reasons={"offline": 2})), Layout())
    assert "\nFound 1 warning in README.md.\n" in report
    assert report.endswith("\nlinks: 0 of 2 looked up; 2 not (offline)\n")


def test_the_same_path_in_another_folder_is_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = source("NIPS\n")
    (tmp_path / ".git").mkdir()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "README.md").write_text("x")
        monkeypatch.chdir(tmp_path / folder)
        report = render(run(here, finding(here, "NIPS")), FINDINGS_ONLY)
        assert report.startswith(f"::warning file={folder}/README.md,")


def test_the_file_is_named_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "README.md").write_text("x")
    monkeypatch.chdir(tmp_path / "docs")
    here = source("NIPS\n", "../docs/README.md")
    assert render(run(here, finding(here, "NIPS")), FINDINGS_ONLY).startswith(
        "::warning file=docs/README.md,"
    )


@pytest.mark.parametrize(
    ("text", "data", "value"),
    [
        ("100%", "100%25", "100%25"),
        ("%0A", "%250A", "%250A"),
        ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
        ("a: b, c", "a: b, c", "a%3A b%2C c"),
        ("::error::x", "::error::x", "%3A%3Aerror%3A%3Ax"),
    ],
)
def test_escaping_is_that_of_the_runner(text: str, data: str, value: str) -> None:
    assert (escape_data(text), escape_property(text)) == (data, value)


def test_a_command_without_properties_has_no_blank() -> None:
    assert command("endgroup", "") == "::endgroup::"
