import json
import re
from pathlib import Path
from typing import get_args

import pytest

from awesomelint.cli.check import PROFILES
from awesomelint.rule import Profile
from cli.harness import Run
from cli.words import RULES


@pytest.fixture(autouse=True)
def _rules_about_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))


def places(text: str) -> list[str]:
    return re.findall(r"^(\S+:\d+:\d+: \w+ \w+)", text, re.MULTILINE)


def test_a_clean_list_exits_with_0(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# fine\n")
    outcome = run("check", "list.md")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "No errors or warnings in list.md.\n"


def test_findings_go_to_standard_output_and_exit_with_1(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n\ndoubtful\n")
    outcome = run("check", "list.md")
    assert (outcome.code, outcome.err) == (1, "")
    assert places(outcome.out) == ["list.md:1:3: error WRD001", "list.md:3:1: warning WRD002"]


def test_without_a_path_it_reads_the_readme_of_the_folder(run: Run, folder: Path) -> None:
    (folder / "README.md").write_text("# wrong\n")
    (folder / "other.md").write_text("# wrong\n")
    assert places(run("check").out) == ["README.md:1:3: error WRD001"]


def test_several_files_are_reported_by_path(run: Run, folder: Path) -> None:
    for name in "ba":
        (folder / f"{name}.md").write_text("# wrong\n")
    outcome = run("check", "b.md", "a.md")
    assert places(outcome.out) == ["a.md:1:3: error WRD001", "b.md:1:3: error WRD001"]
    assert "Found 2 errors in 2 files." in outcome.out


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("curious", "warning", 0),
        ("curious", "info", 1),
        ("doubtful", "warning", 1),
        ("doubtful", "error", 0),
        ("wrong", "error", 1),
    ],
)
def test_fail_on_sets_the_level_that_fails(run: Run, folder: Path, text: str, level: str, code: int) -> None:
    (folder / "list.md").write_text(f"# {text}\n")
    assert run("check", "list.md", "--fail-on", level).code == code


def test_infos_are_counted_and_listed_on_request(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# curious curious\n")
    counted = run("check", "list.md")
    assert "Not listed: 2 infos (WRD003 curious-word 2). List them with --show info.\n" in counted.out
    assert places(counted.out) == []
    assert len(places(run("check", "list.md", "--show", "info").out)) == 2


@pytest.mark.parametrize("selector", ["WRD001", "wrong-word", "wrd001", "WRD001,WRD003", " WRD001 "])
def test_select_runs_only_what_it_names(run: Run, folder: Path, selector: str) -> None:
    (folder / "list.md").write_text("# wrong doubtful\n")
    assert places(run("check", "list.md", "--select", selector).out) == ["list.md:1:3: error WRD001"]


def test_ignore_leaves_out_what_it_names(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong doubtful\n")
    outcome = run("check", "list.md", "--ignore", "WRD002", "--ignore", "WRD003")
    assert places(outcome.out) == ["list.md:1:3: error WRD001"]


def test_json_has_the_findings_of_every_level(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong curious\n")
    report = json.loads(run("check", "list.md", "--format", "json").out)
    assert [d["rule"] for d in report["diagnostics"]] == ["WRD001", "WRD003"]


def test_output_writes_the_report_to_a_file(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong 标题\n", encoding="utf-8")
    outcome = run("check", "list.md", "--output", "report.txt")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    report = (folder / "report.txt").read_bytes().decode("utf-8")
    assert places(report) == ["list.md:1:3: error WRD001"]
    assert "标题" in report


def test_a_report_that_cannot_be_written_is_a_fault(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    outcome = run("check", "list.md", "-o", "missing/report.txt")
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == "awesomelint: missing/report.txt: cannot be written: no such file or directory\n"


def test_quiet_prints_findings_and_nothing_else(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong curious\n")
    assert run("check", "list.md", "-q").out.count("\n") == 4
    (folder / "list.md").write_text("# curious\n")
    assert run("check", "list.md", "-q").out == ""


def test_statistics_count_by_rule(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong wrong curious\n")
    outcome = run("check", "list.md", "--statistics", "-q")
    assert (outcome.code, outcome.out) == (
        1,
        "2 error   WRD001 wrong-word (2 fixable)\n1 info    WRD003 curious-word\n",
    )


def test_standard_input_is_a_list_of_that_name(process: Run) -> None:
    outcome = process("check", "-", "--stdin-filename", "docs/x.md", stdin=b"[a](arxiv.org/abs/2001.08361)\n")
    assert outcome.code == 1
    assert places(outcome.out) == ["docs/x.md:1:5: error LNK001"]


def test_offline_no_link_is_looked_up(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the web was asked")

    monkeypatch.setattr("awesomelint.cli.online.answer", refuse)
    (folder / "list.md").write_text("[a](https://example.org/a) [b](https://example.org/b)\n")
    assert run("check", "list.md", "--offline").out.endswith("links: 0 of 2 looked up; 2 not (offline)\n")


def test_a_check_offline_never_loads_the_network(process: Run, folder: Path) -> None:
    (folder / "README.md").write_text("[a](https://example.org/a)\n")
    (folder / "watch.py").write_text(
        "import sys\nfrom awesomelint.cli import main\nmain(['check'])\n"
        "sys.exit(','.join(sorted({'requests', 'urllib3', 'sqlite3'} & set(sys.modules))) or 0)\n"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "watch.py"], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_option_knows_every_profile() -> None:
    assert get_args(Profile) == PROFILES


def test_settings_are_shown_with_who_made_them(run: Run, folder: Path) -> None:
    (folder / "awesomelint.toml").write_text('fail-on = "error"\nexclude = ["old.md"]\n')
    outcome = run("check", "list.md", "--show-settings", "--show", "info")
    assert outcome.code == 0
    lines = dict(re.findall(r"^(\S+ = .*?)  +# (.*)$", outcome.out, re.MULTILINE))
    assert lines['show = "info"'] == "command line"
    assert lines['fail-on = "error"'].endswith("awesomelint.toml")
    assert lines['exclude = ["old.md"]'].endswith("awesomelint.toml")
    assert lines["online = false"] == "environment variable AWESOMELINT_OFFLINE"
