"""The GitHub Action: its own steps, run by bash with the runner's files and variables."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from action.lists import GOOD, HEAD, LIST, MODULES
from action.runner import ACTION, Runner
from checkouts import commit, git, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its bash is another one there")


def test_it_uses_nothing_but_setup_python_pinned_to_a_commit() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert len(used) == 1
    assert re.fullmatch(r"actions/setup-python@[0-9a-f]{40}", used[0])
    assert ACTION["runs"]["steps"][0]["with"]["update-environment"] is False


def test_no_script_holds_an_expression_and_every_input_is_used() -> None:
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])
    values = str([step.get(key, {}) for step in ACTION["runs"]["steps"] for key in ("env", "with")])
    assert [name for name in ACTION["inputs"] if f"inputs.{name} }}" not in values] == []


def test_every_input_and_output_says_what_it_is_and_no_input_is_required() -> None:
    parts = [*ACTION["inputs"].values(), *ACTION["outputs"].values()]
    assert all(part["description"].endswith(".") for part in parts)
    assert not any(given.get("required") for given in ACTION["inputs"].values())


def test_it_is_installed_into_an_environment_of_its_own(runner: Runner) -> None:
    python = Path(runner.installed["python"])
    assert python.is_relative_to(runner.temp / "awesomelint")
    assert list(python.parent.glob("awesomelint*"))
    assert not (runner.temp.parent / "elsewhere").exists()


def test_a_push_is_annotated_summed_up_and_counted(runner: Runner, workspace: Path) -> None:
    sha = git(workspace, "rev-parse", "HEAD")
    outcome = runner.check(workspace, GITHUB_SHA=sha)
    assert outcome.code == 1
    (annotation,) = outcome.commands
    assert annotation.startswith("::error file=README.md,line=5,endLine=5,col=")
    assert "impossible date `2020-02-30`" in annotation
    assert (
        f"[`README.md:5`](https://github.example/owner/list/blob/{sha}/README.md?plain=1#L5)"
        in outcome.summary
    )
    assert {name: outcome.outputs[name] for name in ("errors", "warnings", "dead-links", "exit-code")} == {
        "errors": "1",
        "warnings": "0",
        "dead-links": "0",
        "exit-code": "1",
    }
    assert {*outcome.outputs, *runner.installed} == set(ACTION["outputs"])


def test_the_reports_are_left_for_later_steps(runner: Runner, workspace: Path) -> None:
    outputs = runner.check(workspace).outputs
    assert json.loads(Path(outputs["sarif"]).read_bytes())["runs"][0]["results"][0]["ruleId"] == "DAT001"
    assert json.loads(Path(outputs["json"]).read_bytes())["summary"]["error"] == 1
    assert "DAT001" in Path(outputs["summary"]).read_text("utf-8")


def test_the_log_tells_it_to_people_as_well(runner: Runner, workspace: Path) -> None:
    log = runner.check(workspace).log
    assert "README.md:5:53: error DAT001 impossible-date: " in log
    assert "Found 1 error in README.md." in log


def test_of_many_findings_ten_are_annotated_and_a_line_counts_the_others(
    runner: Runner, tmp_path: Path
) -> None:
    rows = (
        f"| Work {number} | [p](arxiv.org/abs/2310.{number:05}) | 2023-10-10 |\n" for number in range(1, 31)
    )
    commit(tmp_path, {"README.md": HEAD + "".join(rows)})
    outcome = runner.check(tmp_path)
    assert (len(outcome.commands), outcome.outputs["errors"]) == (10, "30")
    assert outcome.log.rstrip().endswith("\nNot annotated: 20 more errors; GitHub shows 10 of a type.")


def test_a_clean_list_succeeds(runner: Runner, tmp_path: Path) -> None:
    commit(tmp_path, {"README.md": HEAD + GOOD})
    outcome = runner.check(tmp_path)
    assert (outcome.code, outcome.commands, outcome.outputs["errors"]) == (0, [], "0")
    assert "No errors or warnings in README.md." in outcome.summary


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_level_that_fails_can_be_chosen(runner: Runner, workspace: Path, level: str, code: int) -> None:
    assert runner.check(workspace, {"fail-on": level}).code == code


def test_several_paths_and_patterns_one_a_line(runner: Runner, tmp_path: Path) -> None:
    commit(tmp_path, dict.fromkeys(("a list.md", "论文/x.md", "论文/y.md", "other.md"), LIST))
    outcome = runner.check(tmp_path, {"path": "a list.md\n\n  论文/*.md  \n"})
    assert sorted(re.findall("file=([^,]*),", outcome.log)) == ["a list.md", "论文/x.md", "论文/y.md"]


def test_more_arguments_one_a_line_reach_the_program_as_they_are(runner: Runner, workspace: Path) -> None:
    arguments = "--select\nLNK,VEN\n--output=$(touch pwned) `touch pwned`;touch pwned"
    outcome = runner.check(workspace, {"args": arguments})
    assert outcome.code == 0
    assert (workspace / "$(touch pwned) `touch pwned`;touch pwned").is_file()
    assert not (workspace / "pwned").exists()


def test_inputs_are_settings(runner: Runner, workspace: Path) -> None:
    log = runner.check(workspace, {"profile": "strict", "links": "true", "args": "--show-settings"}).log
    assert re.search(r'^profile = "strict" +# command line$', log, re.MULTILINE)
    assert re.search(r"^online = true +# command line$", log, re.MULTILINE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("links", "maybe"),
        ("changed-only", "$(x)"),
        ("profile", "--fix"),
        ("fail-on", "always"),
        ("args", "--nope"),
    ],
)
def test_a_wrong_input_is_said_on_the_page_of_the_run(
    runner: Runner, workspace: Path, name: str, value: str
) -> None:
    outcome = runner.check(workspace, {name: value})
    assert outcome.code == 2
    (annotation,) = outcome.commands
    assert annotation.startswith("::error title=awesomelint")
    assert value in annotation


def test_a_wrong_config_is_said_on_the_page_of_the_run(runner: Runner, workspace: Path) -> None:
    write(workspace, {"awesomelint.toml": "ignroe = []\n"})
    outcome = runner.check(workspace)
    assert (outcome.code, outcome.outputs["exit-code"]) == (2, "2")
    assert any("ignroe" in command for command in outcome.commands)


def test_a_missing_list_is_an_error_with_its_name(runner: Runner, workspace: Path) -> None:
    outcome = runner.check(workspace, {"path": "nowhere.md"})
    assert outcome.code == 3
    assert outcome.commands[0].startswith("::error file=nowhere.md,")


def test_nothing_of_the_workspace_is_imported(runner: Runner, workspace: Path) -> None:
    write(workspace, MODULES)
    outcome = runner.check(workspace, PYTHONPATH=str(workspace), PYTHONSTARTUP=str(workspace / "pip.py"))
    assert (outcome.code, "was imported" in outcome.log) == (1, False)


HOSTILE = {
    "README.md": LIST
    + "| ##[add-mask]a ::error::b <script>x</script> | [p](arxiv.org/abs/2310.00001) | 2023-10-01 |\n"
    + "| \x1b[2J%0A::set-output name=x::y | [p](arxiv.org/abs/2310.00002) | 2023-10-02 |\n",
    "::error::x,y.md": LIST,
    "##[add-path]x]/README.md": LIST,
    "$(touch pwned)`touch pwned`.md": LIST,
    "line\n::error::end.md": LIST,
    "--fix.md": LIST,
}


def test_hostile_lists_and_names_are_only_text(runner: Runner, tmp_path: Path) -> None:
    commit(tmp_path, HOSTILE)
    outcome = runner.check(tmp_path, {"path": "*.md\n*/*.md"})
    assert outcome.code == 1
    assert len(outcome.commands) == int(outcome.outputs["errors"]) + int(outcome.outputs["warnings"]) >= 8
    assert all(re.match("::(error|warning) file=", command) for command in outcome.commands)
    assert not (tmp_path / "pwned").exists()
    assert "\x1b" not in outcome.log
    assert git(tmp_path, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("given", "environment", "used"),
    [
        ("secret", {}, {"GITHUB_TOKEN": "secret"}),
        ("secret", {"GH_TOKEN": "of the job"}, {"GITHUB_TOKEN": "secret"}),
        ("", {"GH_TOKEN": "of the job", "GITHUB_TOKEN": "of the job"}, {}),
    ],
)
def test_only_the_token_that_was_given_is_used_and_nobody_sees_it(
    runner: Runner, workspace: Path, given: str, environment: dict[str, str], used: dict[str, str]
) -> None:
    packages = subprocess.run(
        [runner.installed["python"], "-I", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout.strip()
    spy = Path(packages, "spy.pth")
    seen = runner.temp / "seen.json"
    code = f"import os, json; open({str(seen)!r}, 'w').write(json.dumps(dict(os.environ)))"
    spy.write_text(f"{code}\n", "utf-8")
    try:
        log = runner.check(workspace, {"token": given}, **environment).log
    finally:
        spy.unlink()
    variables = json.loads(seen.read_text("utf-8"))
    assert {name: value for name, value in variables.items() if name.endswith("_TOKEN")} == used
    assert "secret" not in log
