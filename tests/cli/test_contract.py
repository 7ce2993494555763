"""The output of the real program on real lists."""

import json
import os
import re
import signal
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from cli.harness import Run
from conftest import ROOT, corpus_files, seed_file

SCHEMA = json.loads((files("awesomelint.reporters") / "diagnostics.schema.json").read_text("utf-8"))
LISTS = [path for path in [seed_file(), *corpus_files()] if path.is_file()]
SMALL_LISTS = sorted((path for path in LISTS if path.stat().st_size < 60_000), key=lambda path: path.name)
FIXTURES = sorted((ROOT / "fixtures").glob("*/*.md"))


def short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize(
    "path", [*FIXTURES, *SMALL_LISTS], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_json_keeps_the_contract(path: Path, run: Run) -> None:
    outcome = run("check", str(path), "--isolated", "--format", "json")
    report = json.loads(outcome.out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["files"] == [path.as_posix()]
    assert report["faults"] == []
    assert outcome.code == (1 if report["summary"]["error"] + report["summary"]["warning"] else 0)


@pytest.mark.parametrize("path", FIXTURES, ids=short)
def test_text_and_json_tell_the_same(path: Path, run: Run) -> None:
    text = run("check", str(path), "--isolated", "--show", "info").out
    report = json.loads(run("check", str(path), "--isolated", "--format", "json").out)
    heads = re.findall(r"^\S.*?:(\d+):(\d+): (\w+) (\w+) ", text, re.MULTILINE)
    assert heads == [
        (str(d["start"]["line"]), str(d["start"]["column"]), d["severity"], d["rule"])
        for d in report["diagnostics"]
    ]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_two_runs_print_the_same(process: Run, format_: str) -> None:
    paths = [str(path) for path in FIXTURES]
    first, second = (process("check", *paths, "--format", format_, PYTHONHASHSEED=seed) for seed in "12")
    assert first == second


@pytest.mark.skipif(os.name == "nt", reason="it has no such terminal")
def test_on_a_terminal_the_report_is_coloured_and_as_wide_as_that(folder: Path) -> None:
    import pty

    (folder / "list.md").write_text("[a](arxiv.org/abs/2001.08361) [b](https://arxiv.org/abs/1706.03762)\n")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "50"}
    command = [sys.executable, "-m", "awesomelint", "check", "list.md"]
    subprocess.run(command, stdout=theirs, env=environment, check=False)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode("utf-8")
    os.close(ours)
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert plain != shown
    lines = plain.split("\r\n")
    assert lines[0] == "list.md:1:5: error LNK001 missing-scheme:"
    assert max(map(len, lines)) <= 50


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_ctrl_c_while_it_waits_for_input_ends_it_silently(folder: Path) -> None:
    code = (
        "import signal, sys; from awesomelint.cli import inputs, main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "read = inputs.read_standard_input\n"
        "inputs.read_standard_input = lambda *args: (print('waiting', flush=True), read(*args))[1]\n"
        "sys.exit(main(['check', '-']))"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"waiting\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err.strip()) == (130, b"", b"")
