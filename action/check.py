"""The action's work: inputs to arguments, one run of awesomelint, its reports to where the runner wants them.

Everything comes in through the environment: the inputs as `INPUT_…`, the rest as the runner sets it. The
interpreter is that of the action's own environment, isolated: the checked out repository is only data.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from awesomelint.reporters.github import command
from awesomelint.reporters.safe import visible

_PULL_REQUESTS = ("pull_request", "pull_request_target")
_SWITCHES = {"true": True, "false": False}
_NEVER = "never"
_TOKENS = ("GH_TOKEN", "GITHUB_TOKEN")
_USAGE = 2
_ANNOTATING = (b"::", b"Not annotated: ")
_UNSAFE_EVENT = (
    "pull_request_target gives this job secrets and a token that can write, for files that a stranger sent. "
    "Run it on pull_request, which needs neither."
)


class InputError(Exception):
    """An input that means nothing; the text says which, and what it may be."""


def main(environ: Mapping[str, str]) -> int:
    """Check what the inputs name, publish the reports, and give the exit code of the step."""
    reports = Path(tempfile.mkdtemp(prefix="awesomelint-", dir=environ["RUNNER_TEMP"]))
    try:
        arguments = _arguments(environ, reports)
    except InputError as error:
        print(command("error", str(error), title="awesomelint: wrong input"))
        return _USAGE
    if environ["GITHUB_EVENT_NAME"] == "pull_request_target":
        print(command("warning", _UNSAFE_EVENT, title="awesomelint on pull_request_target"))
    code, complaints = _run(arguments, environ)
    _publish(reports, code, complaints, environ)
    return 0 if code == 1 and environ["INPUT_FAIL_ON"] == _NEVER else code


def _arguments(environ: Mapping[str, str], reports: Path) -> list[str]:
    """What `awesomelint` is called with. Raises InputError."""
    arguments = [
        "check",
        "--online" if _switch("links", environ["INPUT_LINKS"]) else "--offline",
        f"--report=github={reports / 'annotations'}",
        f"--report=markdown={reports / 'summary.md'}",
        f"--report=sarif={reports / 'awesomelint.sarif'}",
        f"--report=json={reports / 'awesomelint.json'}",
    ]
    for option, value in (
        ("profile", environ["INPUT_PROFILE"]),
        ("fail-on", "" if environ["INPUT_FAIL_ON"] == _NEVER else environ["INPUT_FAIL_ON"]),
        ("baseline", environ["INPUT_BASELINE"]),
        ("changed-since", _revision(environ)),
    ):
        if value:
            arguments.append(f"--{option}={value}")
    return [*arguments, *_lines(environ["INPUT_ARGS"]), "--", *_lines(environ["INPUT_PATH"])]


def _switch(name: str, value: str) -> bool:
    if value.strip().lower() not in _SWITCHES:
        raise InputError(f"The input '{name}' is '{visible(value)}'; it must be true or false.")
    return _SWITCHES[value.strip().lower()]


def _lines(value: str) -> list[str]:
    """The lines of an input, without blanks around them; empty ones mean nothing."""
    return [line for part in value.split("\n") if (line := part.strip())]


def _revision(environ: Mapping[str, str]) -> str:
    """What the change is compared with; empty where everything is to be reported. Raises InputError."""
    event = environ["GITHUB_EVENT_NAME"]
    wanted = environ["INPUT_CHANGED_ONLY"].strip().lower()
    if wanted == "auto":
        wanted = "true" if event in _PULL_REQUESTS else "false"
    if not _switch("changed-only", wanted):
        return ""
    if event == "pull_request" and _is_at_the_merge_commit(environ):
        return "HEAD^1"
    if event in _PULL_REQUESTS:
        return f"origin/{environ['GITHUB_BASE_REF']}"
    payload = json.loads(Path(environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    before = {"push": payload.get("before"), "merge_group": payload.get("merge_group", {}).get("base_sha")}
    if not before.get(event):
        raise InputError(f"The input 'changed-only' is true, but the event '{event}' tells of no change.")
    if not before[event].strip("0"):  # the push has made the branch
        return f"origin/{payload['repository']['default_branch']}"
    return str(before[event])


def _is_at_the_merge_commit(environ: Mapping[str, str]) -> bool:
    """Whether what is checked out is GitHub's trial merge, whose first parent is the branch's tip."""
    parents = subprocess.run(
        ["git", "rev-list", "--parents", "--max-count=1", "HEAD"],  # noqa: S607
        capture_output=True,
        encoding="ascii",
        check=False,
    ).stdout.split()
    return len(parents) == 3 and parents[0] == environ.get("GITHUB_SHA")


def _run(arguments: list[str], environ: Mapping[str, str]) -> tuple[int, str]:
    """Run awesomelint, its report to the log; the exit code, and what it complained of."""
    ours = ("INPUT_", *_TOKENS)
    environment = {name: value for name, value in environ.items() if not name.startswith(ours)}
    if environ["INPUT_TOKEN"]:
        environment["GITHUB_TOKEN"] = environ["INPUT_TOKEN"]
    # Until it sees this word again the runner takes no line for a command, whatever a list brings along.
    word = secrets.token_hex(16)
    print(f"::stop-commands::{word}", flush=True)
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-m", "awesomelint", *arguments],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=environment,
        check=False,
    )
    print(f"{done.stderr}\n::{word}::", flush=True)
    return done.returncode, done.stderr


def _publish(reports: Path, code: int, complaints: str, environ: Mapping[str, str]) -> None:
    """Annotations to the log, the summary to its page, counts and places to the outputs."""
    annotations, summary = reports / "annotations", reports / "summary.md"
    if code == _USAGE or (code != 0 and not annotations.is_file()):
        print(command("error", complaints.strip(), title=f"awesomelint ended with {code}"), flush=True)
    if annotations.is_file():
        # What else that report says of the run stands in the log already.
        lines = [line for line in annotations.read_bytes().split(b"\n") if line.startswith(_ANNOTATING)]
        sys.stdout.buffer.write(b"".join(line + b"\n" for line in lines))
        sys.stdout.buffer.flush()
    if summary.is_file():
        with Path(environ["GITHUB_STEP_SUMMARY"]).open("ab") as page:
            page.write(summary.read_bytes())
    outputs = {"exit-code": code, **_outputs(reports)}
    with Path(environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in outputs.items())


def _outputs(reports: Path) -> dict[str, Any]:
    """The counts of a run that came through, and where its reports lie."""
    file = reports / "awesomelint.json"
    if not file.is_file():
        return {}
    summary = json.loads(file.read_bytes())["summary"]
    return {
        "errors": summary["error"],
        "warnings": summary["warning"],
        "infos": summary["info"],
        "fixable": summary["fixable"],
        "dead-links": summary["links"]["dead"],
        "sarif": reports / "awesomelint.sarif",
        "json": file,
        "summary": reports / "summary.md",
    }


if __name__ == "__main__":
    sys.exit(main(os.environ))
