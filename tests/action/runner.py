"""A stand-in for GitHub's runner: it runs the steps of our action, and of workflows, as that does."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from checkouts import environment, run
from conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
DEFAULTS = {name: str(given["default"]) for name, given in ACTION["inputs"].items()}
SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass
class Outcome:
    """What a run of the action left behind."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str

    @property
    def commands(self) -> list[str]:
        """The lines of the log that the runner obeys: in the new form, or in the old one anywhere in a line."""
        obeyed, resume = [], ""
        for line in self.log.split("\n"):
            if resume:
                resume = "" if line.strip() == f"::{resume}::" else resume
            elif line.startswith("::stop-commands::"):
                resume = line.removeprefix("::stop-commands::").strip()
            elif line.lstrip().startswith("::") or "##[" in line:
                obeyed.append(line)
        return obeyed


@dataclass
class Runner:
    """One machine: where the action lies, where its environment is built, and the files of each step."""

    action: Path
    temp: Path
    installed: dict[str, str] = field(default_factory=dict)
    """The outputs of the step that installs, which is run once."""

    def variables(self, workspace: Path, **more: str) -> dict[str, str]:
        """What the runner sets for every step."""
        defaults = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"),
            "GITHUB_REPOSITORY": "owner/list",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_SHA": "0" * 40,
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(self.temp),
        }
        return environment(**{**defaults, **more})

    def install(self, workspace: Path, **more: str) -> Outcome:
        """Run the step that installs."""
        outcome = self.step("install", workspace, {}, more)
        self.installed = dict(outcome.outputs)
        return outcome

    def check(self, workspace: Path, inputs: Mapping[str, str] | None = None, **more: str) -> Outcome:
        """Run the step that checks, offline unless the inputs say otherwise."""
        return self.step("check", workspace, {"links": "false", "token": "", **(inputs or {})}, more)

    def step(self, name: str, workspace: Path, inputs: Mapping[str, str], more: Mapping[str, str]) -> Outcome:
        """Run one step's script by the shell that it asks for, in the workspace."""
        (step,) = [step for step in ACTION["runs"]["steps"] if step.get("id") == name]
        assert step["shell"] == "bash"
        output, summary, script = (self.temp / f"{name}.{kind}" for kind in ("output", "summary", "sh"))
        output.write_bytes(b"")
        summary.write_bytes(b"")
        script.write_text(step["run"], "utf-8")
        given = {key: self.evaluated(value, inputs) for key, value in step["env"].items()}
        files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
        done = run(
            workspace, *SHELL, str(script), env={**self.variables(workspace, **more), **files, **given}
        )
        lines = output.read_text("utf-8").strip().split("\n")
        outputs = dict(line.split("=", 1) for line in lines if line)
        return Outcome(done.returncode, done.stdout, outputs, summary.read_text("utf-8"))

    def evaluated(self, text: str, inputs: Mapping[str, str]) -> str:
        """A value of `env` with its expressions evaluated; a KeyError for one that we do not use."""
        contexts = {
            "github.action_path": str(self.action),
            "github.token": "a-token",
            "steps.python.outputs.python-path": sys.executable,
            **{f"steps.install.outputs.{name}": value for name, value in self.installed.items()},
            **{f"inputs.{name}": value for name, value in {**DEFAULTS, **inputs}.items()},
        }
        return _EXPRESSION.sub(lambda match: contexts[match[1]], text)
