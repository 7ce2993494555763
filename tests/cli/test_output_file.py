"""Reports go to files, several of one run, but never over a list."""

import json
from pathlib import Path

import pytest

from cli.harness import Run

LIST = b"- [Scaling Laws](arxiv.org/abs/2001.08361)\n"


@pytest.mark.parametrize("option", [("--output", "README.md"), ("--report", "json=README.md")])
def test_a_report_never_overwrites_the_list(run: Run, folder: Path, option: tuple[str, str]) -> None:
    (folder / "README.md").write_bytes(b"# T\n")
    done = run("check", *option, "README.md")
    assert (folder / "README.md").read_bytes() == b"# T\n"
    assert (done.code, "another file" in done.err) == (3, True)


def test_one_run_writes_several_reports(run: Run, folder: Path) -> None:
    (folder / "README.md").write_bytes(LIST)
    reports = [
        f"--report={name}=out.{name}" for name in ("json", "sarif", "github", "markdown", "rdjson", "text")
    ]
    done = run("check", "--offline", *reports, "README.md")
    assert done.out.startswith("README.md:1:18: error LNK001 ")
    assert json.loads((folder / "out.json").read_text())["summary"]["error"] == 1
    assert json.loads((folder / "out.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((folder / "out.rdjson").read_text())["diagnostics"][0]["severity"] == "ERROR"
    assert (folder / "out.github").read_text().startswith("::error file=README.md,line=1,")
    assert "| error | `README.md:1` |" in (folder / "out.markdown").read_text()
    assert (folder / "out.text").read_text() == done.out


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("sarif", "FORMAT=FILE"),
        ("=x", "none of text, json"),
        ("xml=x", "none of text, json"),
        ("json=", "FORMAT=FILE"),
    ],
)
def test_a_report_that_is_not_understood_is_a_usage_error(run: Run, value: str, remedy: str) -> None:
    done = run("check", "--report", value)
    assert (done.code, remedy in done.err) == (2, True)


def test_a_report_that_cannot_be_written_is_a_fault(run: Run, folder: Path) -> None:
    (folder / "README.md").write_bytes(b"# T\n")
    done = run("check", "--offline", "--report", "json=nowhere/out.json", "README.md")
    assert (done.code, "nowhere/out.json: cannot be written" in done.err) == (3, True)


def test_a_diff_has_no_reports(run: Run) -> None:
    assert run("check", "--diff", "--report", "json=out.json").code == 2


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({}, ""),
        (
            {
                "GITHUB_ACTIONS": "true",
                "GITHUB_SERVER_URL": "https://h",
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_SHA": "a1",
            },
            "https://h/o/r/blob/a1",
        ),
        ({"CI_PROJECT_URL": "https://g/o/r", "CI_COMMIT_SHA": "a1"}, "https://g/o/r/-/blob/a1"),
    ],
)
def test_the_summary_links_to_the_lines_of_the_revision_at_hand(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], address: str
) -> None:
    for name in ("GITHUB_ACTIONS", "CI_PROJECT_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (folder / "README.md").write_bytes(LIST)
    place = f"[`README.md:1`]({address}/README.md?plain=1#L1)" if address else "`README.md:1`"
    assert f"| error | {place} |" in run("check", "--offline", "--format", "markdown").out


@pytest.mark.parametrize(("variable", "is_defused"), [("true", True), ("", False)])
def test_in_a_workflow_no_line_for_people_is_a_command(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, is_defused: bool
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", variable)
    (folder / "list.md").write_bytes(b"- ##[add-mask]a [Scaling Laws](arxiv.org/abs/2001.08361)\n")
    for format_ in ("text", "markdown"):
        report = run("check", "--offline", "--format", format_, "list.md").out
        assert ("##[add-mask]" in report, r"##\[add-mask]" in report) == (not is_defused, is_defused)
    complaint = run("check", "--offline", "::error::##[x].md").err
    assert ("##[x]" not in complaint) == is_defused
    assert not complaint.startswith("::")
