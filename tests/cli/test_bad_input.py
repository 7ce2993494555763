"""Every kind of bad input: one clear line on standard error, the right exit code, nothing written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from awesomelint.diagnostics import Fault
from cli.harness import Outcome, Run
from cli.words import RULES


@pytest.fixture(autouse=True)
def _rules_about_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))


def one_line(outcome: Outcome, code: int, *words: str) -> None:
    assert outcome.code == code
    assert outcome.err.count("\n") == 1, outcome.err
    assert outcome.err.startswith("awesomelint: ")
    for word in words:
        assert word in outcome.err


def test_a_missing_path(run: Run) -> None:
    outcome = run("check", "missing.md")
    one_line(outcome, 3, "missing.md", "no such file or folder")
    assert outcome.out == ""


def test_the_other_paths_are_checked_all_the_same(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    outcome = run("check", "missing.md", "list.md")
    one_line(outcome, 3, "missing.md")
    assert "list.md:1:3: error WRD001" in outcome.out


def test_a_folder_without_a_readme(run: Run, folder: Path) -> None:
    (folder / "docs").mkdir()
    one_line(run("check", "docs"), 3, "docs", "no README.md")


def test_no_path_in_a_folder_without_a_readme(run: Run) -> None:
    one_line(run("check"), 3, "no README.md")


def test_a_binary_file(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"\x89PNG\0\0")
    outcome = run("check", "list.md", "--fix")
    one_line(outcome, 3, "list.md", "not a text file")
    assert (folder / "list.md").read_bytes() == b"\x89PNG\0\0"


def test_a_file_that_may_not_be_read(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "list.md").write_text("# wrong\n")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    one_line(run("check", "list.md"), 3, "list.md", "permission denied")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_a_file_without_the_right_to_read_it(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    (folder / "list.md").chmod(0)
    if os.access(folder / "list.md", os.R_OK):
        pytest.skip("this user may read everything")
    one_line(run("check", "list.md"), 3, "list.md", "permission denied")


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select"])
def test_an_unknown_rule(run: Run, folder: Path, option: str) -> None:
    (folder / "list.md").write_text("# wrong\n")
    outcome = run("check", "list.md", option, "wrong-wrod")
    one_line(outcome, 2, "'wrong-wrod'", "did you mean 'wrong-word'")
    assert outcome.out == ""


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ('fial-on = "error"', ["fial-on", "fail-on"]),
        ('exclude = "docs"', ["exclude"]),
        ('fail-on = "eror"', ["fail-on", "error"]),
        ('select = ["WRD01"]', ["select", "WRD01"]),
        ("[rules.wrong-word]\nlevel = 1", ["level"]),
        ("= 1", ["TOML"]),
    ],
)
def test_a_wrong_config_names_file_and_key(run: Run, folder: Path, config: str, words: list[str]) -> None:
    (folder / "list.md").write_text("# wrong\n")
    (folder / "awesomelint.toml").write_text(config)
    outcome = run("check", "list.md")
    one_line(outcome, 2, "awesomelint.toml", *words)
    assert outcome.out == ""


def test_two_configs_in_one_folder(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    (folder / "awesomelint.toml").write_text("")
    (folder / ".awesomelint.toml").write_text("")
    one_line(run("check", "list.md"), 2, "awesomelint.toml", ".awesomelint.toml")


def test_a_wrong_config_of_one_folder_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    (folder / "docs").mkdir()
    for name in ("a.md", "b.md"):
        (folder / "docs" / name).write_text("# wrong\n")
    (folder / "docs" / "awesomelint.toml").write_text("nonsense = 1")
    outcome = run("check", "list.md", "docs/a.md", "docs/b.md")
    one_line(outcome, 2, "docs", "nonsense")
    assert "list.md:1:3: error WRD001" in outcome.out
    assert "docs/" not in outcome.out


def test_a_missing_config(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    one_line(run("check", "list.md", "--config", "missing.toml"), 2, "missing.toml")


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["--isolated", "--config", "x.toml"], "--isolated"),
        (["-", "list.md"], "'-'"),
        (["--stdin-filename", "x.md"], "--stdin-filename"),
        (["--diff", "--format", "json"], "--diff"),
        (["--statistics", "--format", "json"], "--statistics"),
        (["--show", "everything"], "everything"),
        (["--format", "xml"], "xml"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_options_that_make_no_sense(run: Run, folder: Path, args: list[str], word: str) -> None:
    (folder / "list.md").write_text("# wrong\n")
    outcome = run("check", *args)
    one_line(outcome, 2, word, "'awesomelint check --help'")
    assert outcome.out == ""


def test_everything_excluded(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong\n")
    (folder / "awesomelint.toml").write_text('exclude = ["*.md"]')
    outcome = run("check", "list.md")
    one_line(outcome, 0, "list.md", "excludes")
    assert outcome.out == ""


def test_gbk_is_a_finding_and_no_fault(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes("# 标题 wrong\n".encode("gbk"))
    outcome = run("check", "list.md")
    assert (outcome.code, outcome.err) == (1, "")
    assert "list.md:1:1: error WRD007" in outcome.out
    assert "WRD001" not in outcome.out


def test_a_rule_that_fails_is_named_and_the_others_run(run: Run, folder: Path) -> None:
    (folder / "list.md").write_text("# wrong raise\n")
    outcome = run("check", "list.md", "--select", "WRD001,WRD004")
    one_line(outcome, 3, "list.md", "failing-word", "ValueError: broken<U+001B>", "words.py")
    assert "list.md:1:3: error WRD001" in outcome.out


def test_a_broken_plug_in_is_named_and_the_others_run(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Fault("", "plug-in lists cannot be loaded: ImportError")
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, (fault,)))
    (folder / "list.md").write_text("# wrong\n")
    outcome = run("check", "list.md")
    one_line(outcome, 3, "plug-in lists cannot be loaded")
    assert "list.md:1:3: error WRD001" in outcome.out


def test_ctrl_c_prints_what_was_found(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("# wrong interrupt\n")
    (folder / "b.md").write_text("# wrong\n")
    outcome = run("check", "a.md", "b.md")
    assert outcome.code == 130
    assert "a.md:1:3: error WRD001" in outcome.out
    assert "Interrupted" in outcome.err


def test_an_internal_error_is_a_fault_of_ours(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("odd\u202e")

    monkeypatch.setattr("awesomelint.cli.run.load_rules", fail)
    outcome = run("check")
    assert outcome.code == 3
    last = outcome.err.rstrip("\n").split("\n")[-1]
    assert last == "awesomelint: this is a fault of awesomelint, not of your list: RuntimeError: odd<U+202E>"


@pytest.mark.skipif(os.name == "nt", reason="names of files are Unicode there")
def test_a_file_name_that_is_not_utf8_is_printed(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b.md")
    (folder / name).write_text("# wrong\n")
    outcome = run("check", name)
    assert outcome.code == 1
    assert outcome.out.startswith("caf<U+DCE9><U+001B>.md:1:3: error WRD001")
    assert "caf<U+DCE9>" in run("check", name, "--format", "json").out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="it has no such device")
def test_a_full_disk_is_a_fault(folder: Path) -> None:
    (folder / "list.md").write_text("# fine\n")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "awesomelint", "check", "list.md"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b"awesomelint: the output cannot be written: no space left on device\n"
    assert done.returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="it has no such pipe")
@pytest.mark.parametrize(("args", "code"), [(["check", "list.md"], 1), (["rules"], 0)])
def test_a_reader_that_goes_away_is_no_matter(folder: Path, args: list[str], code: int) -> None:
    (folder / "list.md").write_text("[a](arxiv.org/abs/2001.08361)\n\n" * 3000)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "awesomelint", *args], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == code
