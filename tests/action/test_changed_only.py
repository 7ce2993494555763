"""The action on pull requests: it reports what a change did, and nothing else."""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from action.lists import GOOD, HEAD, LIST, NEW_FAULT, OLD_FAULT
from action.runner import Outcome, Runner
from checkouts import commit, git, write
from facts.web.servers import Server, response

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its bash is another one there")


class Forge:
    """A repository on a code host with a pull request, and checkouts of it as `actions/checkout` makes them."""

    def __init__(self, folder: Path, branch: str, base: str) -> None:
        self.origin, self.workspace = folder / "origin", folder / "workspace"
        self.base, self.branch = base, branch
        commit(self.origin, {"README.md": LIST})
        git(self.origin, "branch", "--move", "--force", base)

    def open(self, change: Mapping[str, str], meanwhile: Mapping[str, str] | None = None) -> None:
        """Change files on the branch, and others on the base after it was left; merge them on trial."""
        git(self.origin, "checkout", "--quiet", "-b", self.branch)
        commit(self.origin, change)
        git(self.origin, "checkout", "--quiet", self.base, "--")
        commit(self.origin, meanwhile or {"NOTES": "meanwhile\n"})
        git(self.origin, "checkout", "--quiet", "--detach")
        git(self.origin, "merge", "--quiet", "--no-ff", "-m", "Merge", f"refs/heads/{self.branch}")
        git(self.origin, "update-ref", "refs/pull/1/merge", "HEAD")

    def check_out(self, depth: int, ref: str = "refs/pull/1/merge") -> Path:
        self.workspace.mkdir()
        git(self.workspace, "init", "--quiet")
        git(self.workspace, "remote", "add", "origin", self.origin.as_uri())
        deep = [f"--depth={depth}"] if depth else []
        refs = [f"+{ref}:refs/remotes/pull/1/merge"]
        refs += [] if depth else ["+refs/heads/*:refs/remotes/origin/*"]
        git(self.workspace, "fetch", "--quiet", "--no-tags", *deep, "origin", *refs)
        git(self.workspace, "checkout", "--quiet", "--force", "refs/remotes/pull/1/merge")
        return self.workspace

    def check(self, runner: Runner, inputs: Mapping[str, str] | None = None, **more: str) -> Outcome:
        variables = {
            "GITHUB_EVENT_NAME": "pull_request",
            "GITHUB_BASE_REF": self.base,
            "GITHUB_HEAD_REF": self.branch,
            "GITHUB_SHA": git(self.origin, "rev-parse", "refs/pull/1/merge"),
            "GITHUB_REF": "refs/pull/1/merge",
        }
        return runner.check(self.workspace, inputs, **{**variables, **more})


HOSTILE_BRANCH = "x;touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`&'\"|"


PLAIN = ("feature", "main")
WITH_ANY_NAMES = pytest.mark.parametrize(
    "forge", [PLAIN, (HOSTILE_BRANCH, HOSTILE_BRANCH + "2")], ids=["plain", "hostile"], indirect=True
)
"""For what comes near the names of a branch and its base."""


@pytest.fixture
def forge(tmp_path: Path, request: pytest.FixtureRequest) -> Forge:
    """A pull request's home; the names of branch and base are plain unless a test wants others."""
    return Forge(tmp_path, *getattr(request, "param", PLAIN))


def places(outcome: Outcome) -> list[str]:
    return re.findall(r"^::\w+ file=([^,]*,line=\d+)", "\n".join(outcome.commands), re.MULTILINE)


@WITH_ANY_NAMES
def test_a_pull_request_is_told_what_it_did_and_nothing_else(runner: Runner, forge: Forge) -> None:
    forge.open({"README.md": LIST + GOOD + NEW_FAULT})
    forge.check_out(depth=2)
    outcome = forge.check(runner)
    assert (outcome.code, places(outcome)) == (1, ["README.md,line=7"])
    assert (outcome.outputs["errors"], outcome.outputs["exit-code"]) == ("1", "1")
    assert "LNK001" in outcome.summary
    assert "DAT001" not in outcome.summary
    assert not (forge.workspace / "pwned").exists()


def test_a_pull_request_without_faults_of_its_own_succeeds(runner: Runner, forge: Forge) -> None:
    forge.open(
        {"README.md": LIST + GOOD}, meanwhile={"README.md": HEAD + NEW_FAULT + OLD_FAULT, "NOTES": "x\n"}
    )
    forge.check_out(depth=2)
    outcome = forge.check(runner)
    assert (outcome.code, places(outcome)) == (0, [])


@WITH_ANY_NAMES
def test_the_head_of_a_pull_request_is_compared_with_where_it_left_its_base(
    runner: Runner, forge: Forge
) -> None:
    forge.open({"README.md": LIST + NEW_FAULT}, meanwhile={"README.md": NEW_FAULT + LIST})
    forge.check_out(depth=0, ref=f"refs/heads/{forge.branch}")
    outcome = forge.check(runner)
    assert (outcome.code, places(outcome)) == (1, ["README.md,line=6"])
    assert not (forge.workspace / "pwned").exists()


@WITH_ANY_NAMES
def test_a_checkout_that_is_too_shallow_is_told_what_it_needs(runner: Runner, forge: Forge) -> None:
    forge.open({"README.md": LIST + NEW_FAULT})
    forge.check_out(depth=1)
    outcome = forge.check(runner)
    assert outcome.code == 2
    assert "fetch-depth: 2" in outcome.commands[0]
    assert not (forge.workspace / "pwned").exists()


def test_only_links_of_the_change_are_asked_for(runner: Runner, forge: Forge) -> None:
    server = Server()
    old, new = (server.on(f"/{age}", response(404)) for age in ("old", "new"))
    entry = "| Linked | [paper]({}) | 2022-03-29 |\n"
    commit(forge.origin, {"README.md": LIST + entry.format(old)})
    forge.open({"README.md": LIST + entry.format(old) + GOOD + entry.format(new).replace("Linked", "Other")})
    forge.check_out(depth=2)
    arguments = "--allow-private-addresses\n--no-history\n--select=dead-link"
    outcome = forge.check(runner, {"links": "true", "args": arguments})
    server.close()
    assert {asked.target for asked in server.asked} == {"/new"}
    assert (outcome.code, places(outcome), outcome.outputs["dead-links"]) == (1, ["README.md,line=8"], "1")
    assert "### Dead links\n" in outcome.summary


def test_the_event_that_is_not_for_it_is_warned_of(runner: Runner, forge: Forge) -> None:
    forge.open({"README.md": LIST + NEW_FAULT})
    forge.check_out(depth=0, ref=f"refs/heads/{forge.branch}")
    outcome = forge.check(runner, GITHUB_EVENT_NAME="pull_request_target")
    assert outcome.commands[0].startswith("::warning title=awesomelint on pull_request_target::")
    assert places(outcome) == ["README.md,line=6"]


def test_a_pull_request_can_be_checked_whole(runner: Runner, forge: Forge) -> None:
    forge.open({"README.md": LIST + NEW_FAULT})
    forge.check_out(depth=1)
    assert places(forge.check(runner, {"changed-only": "false"})) == ["README.md,line=5", "README.md,line=6"]


def test_a_pull_request_cannot_silence_its_own_faults_unseen(runner: Runner, forge: Forge) -> None:
    quiet = "<!-- awesomelint: disable-file -- quiet -->\n"
    forge.open({"README.md": LIST + NEW_FAULT + f"\n{quiet}", "awesomelint.toml": 'ignore = ["LNK"]\n'})
    forge.check_out(depth=2)
    summary = forge.check(runner).summary
    part = summary.partition("### What the change does to the checks\n")[2].partition("\n### ")[0]
    assert "- `awesomelint.toml` added" in part
    assert f"`{quiet.strip()}`" in part
    assert ") missing-scheme |" in part


def test_a_push_can_be_told_what_it_did(runner: Runner, workspace: Path) -> None:
    before = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"README.md": LIST + NEW_FAULT})
    (runner.temp / "event.json").write_text(json.dumps({"before": before}), "utf-8")
    assert places(runner.check(workspace, {"changed-only": "true"})) == ["README.md,line=6"]


def test_a_push_that_makes_a_branch_is_compared_with_the_default_branch(
    runner: Runner, workspace: Path
) -> None:
    git(workspace, "update-ref", "refs/remotes/origin/trunk", "HEAD")
    commit(workspace, {"README.md": LIST + NEW_FAULT})
    event = {"before": "0" * 40, "repository": {"default_branch": "trunk"}}
    (runner.temp / "event.json").write_text(json.dumps(event), "utf-8")
    assert places(runner.check(workspace, {"changed-only": "true"})) == ["README.md,line=6"]


def test_a_merge_queue_can_be_told_what_it_does(runner: Runner, workspace: Path) -> None:
    base = git(workspace, "rev-parse", "HEAD")
    commit(workspace, {"README.md": LIST + NEW_FAULT})
    (runner.temp / "event.json").write_text(json.dumps({"merge_group": {"base_sha": base}}), "utf-8")
    outcome = runner.check(workspace, {"changed-only": "true"}, GITHUB_EVENT_NAME="merge_group")
    assert places(outcome) == ["README.md,line=6"]


def test_an_event_without_a_change_is_said(runner: Runner, workspace: Path) -> None:
    (runner.temp / "event.json").write_text("{}", "utf-8")
    outcome = runner.check(workspace, {"changed-only": "true"}, GITHUB_EVENT_NAME="schedule")
    assert (outcome.code, "tells of no change" in outcome.commands[0]) == (2, True)


def test_findings_of_a_baseline_stay_quiet(runner: Runner, workspace: Path) -> None:
    runner.check(workspace, {"baseline": "known.json", "args": "--update-baseline"})
    write(workspace, {"README.md": HEAD + GOOD + OLD_FAULT + NEW_FAULT})
    outcome = runner.check(workspace, {"baseline": "known.json"})
    assert (outcome.code, places(outcome)) == (1, ["README.md,line=7"])
