"""The workflows of this repository, and those in the documentation, which are to be copied."""

import os
import re
import shutil
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from action.runner import ACTION, SHELL
from awesomelint.cli import main
from awesomelint.facts.web.history import open_history
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.verdicts import Signal
from checkouts import environment
from conftest import ROOT

OWN = "awesomelint/awesomelint@v0.1.0"
FOLDER = ROOT / ".github" / "workflows"
DOCUMENTATION = (ROOT / "docs" / "ci.md").read_text("utf-8")
PAGES = DOCUMENTATION + (ROOT / "README.md").read_text("utf-8")
BLOCKS = [textwrap.dedent(block) for block in re.findall(r"```yaml\n(.*?)```", PAGES, re.DOTALL)]
TEXTS = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yml"))}
WORKFLOWS = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
JOBS = [
    pytest.param(workflow, job, id=f"{name}-{key}")
    for name, workflow in WORKFLOWS.items()
    for key, job in workflow["jobs"].items()
]
CHECK, LINKS = WORKFLOWS["awesomelint.yml"], WORKFLOWS["links.yml"]
ALLOWED = {"awesomelint": {"contents": "read"}, "links": {"contents": "read", "issues": "write"}}


def steps(workflow: Any) -> list[Any]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def using(workflow: Any, action: str) -> Any:
    (step,) = [step for step in steps(workflow) if step.get("uses", "").partition("@")[0] == action]
    return step


def named(name: str) -> Any:
    (step,) = [step for step in steps(LINKS) if step.get("name") == name]
    return step


@pytest.mark.parametrize("name", TEXTS)
def test_the_documentation_has_each_workflow_word_for_word(name: str) -> None:
    assert TEXTS[name].replace("uses: ./\n", f"uses: {OWN}\n") in BLOCKS


@pytest.mark.parametrize("text", [*TEXTS.values(), *BLOCKS])
def test_actions_of_others_are_pinned_to_a_commit_with_its_version_beside_it(text: str) -> None:
    for used in re.findall(r"uses: (.*)", text):
        assert used in ("./", OWN) or re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used)


@pytest.mark.parametrize("text", [*TEXTS.values(), *BLOCKS])
def test_nothing_runs_with_secrets_on_what_strangers_sent(text: str) -> None:
    assert "pull_request_target" not in text


def test_the_documentation_warns_of_that_event() -> None:
    assert re.search(r"> \[!WARNING\]\n> Do not run it on `pull_request_target`", DOCUMENTATION)


@pytest.mark.parametrize("text", [*TEXTS.values(), *BLOCKS])
def test_no_script_holds_an_expression(text: str) -> None:
    parsed = yaml.safe_load(text)
    jobs = parsed.get("jobs", {}) if isinstance(parsed, dict) else {}
    scripts = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert [script for script in scripts if "${{" in script] == []


@pytest.mark.parametrize(("workflow", "job"), JOBS)
def test_a_job_may_do_what_it_needs_and_ends(workflow: Any, job: Any) -> None:
    assert job.get("permissions", workflow["permissions"]) == ALLOWED[workflow["name"]]
    assert workflow["permissions"] in ({}, {"contents": "read"})
    assert job["timeout-minutes"] <= 60
    assert using({"jobs": {"job": job}}, "actions/checkout")["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("workflow", "job"), JOBS)
def test_our_action_is_given_what_it_knows(workflow: Any, job: Any) -> None:
    (step,) = [step for step in job["steps"] if step.get("uses") == "./"]
    assert set(step.get("with", {})) <= set(ACTION["inputs"])
    used = re.findall(rf"steps\.{step.get('id')}\.outputs\.([\w-]+)", str(job))
    assert set(used) <= set(ACTION["outputs"])


def test_a_pull_request_is_checked_out_with_the_parents_of_its_merge() -> None:
    assert CHECK[True] == "pull_request"
    assert using(CHECK, "actions/checkout")["with"]["fetch-depth"] == 2


def test_links_are_looked_up_anew_twice_a_week() -> None:
    (schedule,) = LINKS[True]["schedule"]
    assert len(schedule["cron"].split()[4].split(",")) == 2
    given = using(LINKS, "./")["with"]
    assert "--max-age=0" in given["args"].split("\n")
    assert given["fail-on"] == "never"


def test_the_arguments_in_the_workflow_are_understood(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = using(LINKS, "./")["with"]["args"].split()
    assert main(["check", *arguments, "--show-settings"]) == 0
    settings = capsys.readouterr().out
    assert re.search(r"^max-age = 0(\.0)? ", settings, re.MULTILINE)
    assert re.search(r"^require-coverage = 90(\.0)? ", settings, re.MULTILINE)


def test_what_was_learnt_of_links_is_kept_whatever_happened_under_a_key_that_changes() -> None:
    restore, save = (using(LINKS, f"actions/cache/{half}") for half in ("restore", "save"))
    assert restore["with"]["path"] == save["with"]["path"]
    assert restore["with"]["key"] == save["with"]["key"]
    assert "github.run_id" in save["with"]["key"]
    assert "github.run_attempt" in save["with"]["key"]
    assert save["with"]["key"].startswith(restore["with"]["restore-keys"])
    assert save["if"] == "${{ !cancelled() }}"
    assert f"--history={save['with']['path']}/" in using(LINKS, "./")["with"]["args"]


FAKE = """#!{python}
import json, os, sys
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps(sys.argv[1:]) + "\\n")
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ["OPEN"], end="")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="its bash is another one there")
@pytest.mark.parametrize(
    ("dead", "code", "is_open", "remembered", "done"),
    [
        ("3", "1", "", "x\n", ["issue list", "label create", "issue create"]),
        ("3", "1", "17\n", "x\n", ["issue list", "issue edit 17"]),
        ("0", "0", "17\n", "", ["issue list", "issue close 17"]),
        ("0", "0", "", "", ["issue list"]),
        pytest.param("0", "1", "17\n", "", ["issue list"], id="too few links were looked up"),
        pytest.param("0", "0", "17\n", "x\n", ["issue list"], id="one was not seen alive"),
    ],
)
def test_one_issue_about_dead_links_is_opened_updated_and_closed(
    tmp_path: Path, dead: str, code: str, is_open: str, remembered: str, done: list[str]
) -> None:
    program = tmp_path / "gh"
    program.write_text(FAKE.format(python=sys.executable), "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    step = named("Open, update or close the issue")
    (tmp_path / ".awesomelint").mkdir()
    (tmp_path / ".awesomelint" / "dead.txt").write_text(remembered, "utf-8")
    script = tmp_path / "script.sh"
    script.write_text(step["run"], "utf-8")
    variables = environment(
        PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        CALLS=str(tmp_path / "calls"),
        OPEN=is_open,
        DEAD=dead,
        EXIT_CODE=code,
        SUMMARY=str(tmp_path / "a summary.md"),
    )
    subprocess.run([*SHELL, str(script)], env=variables, check=True, cwd=tmp_path)
    calls = [yaml.safe_load(line) for line in (tmp_path / "calls").read_text("utf-8").strip().split("\n")]
    assert [" ".join(call[: len(wanted.split())]) for call, wanted in zip(calls, done, strict=True)] == done
    written = [call[call.index("--body-file") + 1] for call in calls if "--body-file" in call]
    assert written == ([str(tmp_path / "a summary.md")] if dead != "0" else [])


@pytest.mark.skipif(shutil.which("jq") is None, reason="GitHub's machines have jq, this one has not")
def test_dead_links_are_remembered_until_they_are_seen_alive(tmp_path: Path) -> None:
    script = tmp_path / "script.sh"
    script.write_text(named("Remember the dead links")["run"].replace(" -I ", " "), "utf-8")
    place = tmp_path / ".awesomelint"
    place.mkdir()
    urls = {name: f"https://a.example/{name}" for name in ("gone", "other", "removed")}
    (tmp_path / "README.md").write_text(f"# A list\n\n- <{urls['gone']}>\n- <{urls['other']}>\n", "utf-8")
    (place / "dead.txt").write_text(f"{urls['removed']}\n", "utf-8")
    gone = Outcome(Signal.GONE, "dead", "410 Gone", 410)
    silent = Outcome(Signal.READ_TIMEOUT, "unreachable", "no answer within 10 s")
    alive = Outcome(Signal.OK, "alive", "200 OK", 200)
    remembered = []
    for outcome in (gone, silent, silent, alive):
        history = open_history(place / "links.sqlite")
        history.note(urls["gone"], outcome, time.time())
        history.note(urls["other"], silent, time.time())
        history.close()
        variables = environment(PYTHON=sys.executable, PYTHONPATH=os.environ.get("PYTHONPATH", ""))
        subprocess.run([*SHELL, str(script)], env=variables, check=True, cwd=tmp_path)
        remembered.append((place / "dead.txt").read_text("utf-8"))
    assert remembered == [f"{urls['gone']}\n"] * 3 + [""]


@pytest.mark.skipif(shutil.which("jq") is None, reason="GitHub's machines have jq, this one has not")
def test_dead_links_are_not_forgotten_when_the_list_cannot_be_read(tmp_path: Path) -> None:
    step = named("Remember the dead links")
    assert step["shell"] == "bash"  # else GitHub runs it without pipefail
    script = tmp_path / "script.sh"
    script.write_text(step["run"], "utf-8")
    remembered = tmp_path / ".awesomelint" / "dead.txt"
    remembered.parent.mkdir()
    remembered.write_text("https://a.example/gone\n", "utf-8")
    done = subprocess.run([*SHELL, str(script)], env=environment(PYTHON="false"), cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert remembered.read_text("utf-8") == "https://a.example/gone\n"


def test_dead_links_are_remembered_before_that_is_kept() -> None:
    names = [step.get("name") or step["uses"].partition("@")[0] for step in steps(LINKS)]
    assert names.index("Remember the dead links") < names.index("actions/cache/save")


def test_the_hooks_in_the_documentation_exist() -> None:
    hooks = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    shown = [yaml.safe_load(block)["repos"][0]["hooks"] for block in BLOCKS if block.startswith("repos:")]
    assert {hook["id"] for block in shown for hook in block} == hooks


def test_every_input_and_output_is_documented() -> None:
    inputs = re.search(r"### Inputs\n(.*?)\n### Outputs\n(.*?)\n### ", DOCUMENTATION, re.DOTALL)
    assert inputs is not None
    assert re.findall(r"^\| `([\w-]+)`", inputs[1], re.MULTILINE) == list(ACTION["inputs"])
    assert set(ACTION["outputs"]) <= set(re.findall(r"`([\w-]+)`", inputs[2]))
