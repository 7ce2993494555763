import os
import re
import stat
import subprocess
from pathlib import Path

import pytest

from cli.harness import Run
from cli.words import RULES

LNK = b"[a](arxiv.org/abs/2001.08361) [b](https://arxiv.org/abs/1706.03762)\n"


@pytest.fixture(autouse=True)
def _rules_about_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))


def test_fix_writes_the_safe_fixes_and_prints_what_remains(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong doubtful\r\n")
    outcome = run("check", "list.md", "--fix")
    assert (folder / "list.md").read_bytes() == b"# WRONG doubtful\r\n"
    assert outcome.code == 1
    assert "list.md:1:9: warning WRD002" in outcome.out
    assert "Fixed 1 finding (WRD001 1).\n" in outcome.out
    assert "1 fixable with --unsafe-fixes." in outcome.out


def test_unsafe_fixes_are_applied_with_the_safe_ones(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong doubtful\n")
    outcome = run("check", "list.md", "--unsafe-fixes")
    assert (folder / "list.md").read_bytes() == b"# WRONG DOUBTFUL\n"
    assert outcome.code == 0
    assert outcome.out == "Fixed 2 findings (WRD001 1, WRD002 1).\nNo errors or warnings in list.md.\n"


def test_findings_that_are_not_listed_are_not_fixed(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# doubtful\n")
    run("check", "list.md", "--unsafe-fixes", "--show", "error")
    assert (folder / "list.md").read_bytes() == b"# doubtful\n"


def test_diff_prints_a_patch_that_git_applies_and_writes_nothing(run: Run, folder: Path) -> None:
    before = "# 标题 wrong\r\n\r\ntext\x1b\r\nwrong"
    (folder / "list.md").write_bytes(before.encode())
    outcome = run("check", "list.md", "--diff")
    assert outcome.code == 1
    assert (folder / "list.md").read_bytes() == before.encode()
    assert outcome.err == "awesomelint: --fix would fix 2 findings (WRD001 2)\n"
    subprocess.run(["git", "apply", "-p1", "-"], input=outcome.raw, check=True)
    assert (folder / "list.md").read_bytes() == before.replace("wrong", "WRONG").encode()


def test_diff_of_a_list_without_fixes_is_empty(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# fine\n")
    outcome = run("check", "list.md", "--diff")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "awesomelint: --fix would fix 0 findings\n"


def test_a_coloured_diff_is_for_people_and_safe_to_print(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong\x1b[2J\n")
    outcome = run("check", "list.md", "--diff", "--color", "always")
    plain = re.sub(r"\x1b\[[\d;]*m", "", outcome.out)
    assert "+# WRONG<U+001B>[2J\n" in plain
    assert "\x1b" not in plain


def test_diff_into_a_file(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong\n")
    assert run("check", "list.md", "--diff", "-o", "fix.patch").out == ""
    assert b"+# WRONG\n" in (folder / "fix.patch").read_bytes()


def test_standard_input_is_fixed_to_standard_output_and_findings_go_to_standard_error(process: Run) -> None:
    outcome = process("check", "-", "--fix", stdin=b"\xef\xbb\xbf" + LNK.replace(b"\n", b"\r\n"))
    assert outcome.raw == b"\xef\xbb\xbf" + LNK.replace(b"(arxiv", b"(https://arxiv").replace(b"\n", b"\r\n")
    assert "Fixed 1 finding (LNK001 1)." in outcome.err


def test_standard_input_without_anything_to_fix_comes_out_as_it_went_in(process: Run) -> None:
    data = "你好\r\nno end".encode()
    assert process("check", "-", "--fix", stdin=data).raw == data


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mode")
def test_a_read_only_file_is_left_alone_and_a_fault(run: Run, folder: Path) -> None:
    path = folder / "list.md"
    path.write_bytes(b"# wrong\n")
    path.chmod(stat.S_IRUSR)
    outcome = run("check", "list.md", "--fix")
    assert path.read_bytes() == b"# wrong\n"
    assert outcome.code == 3
    assert re.fullmatch(r"awesomelint: list\.md: .*read-only.*\n", outcome.err)
    assert "list.md:1:3: error WRD001" in outcome.out
    assert "Fixed" not in outcome.out


def test_an_interrupted_run_writes_nothing(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong interrupt\n")
    assert run("check", "list.md", "--fix").code == 130
    assert (folder / "list.md").read_bytes() == b"# wrong interrupt\n"


def test_fixing_twice_changes_nothing_more(run: Run, folder: Path) -> None:
    (folder / "list.md").write_bytes(b"# wrong wrong\n")
    run("check", "list.md", "--fix")
    once = (folder / "list.md").read_bytes()
    assert "Fixed" not in run("check", "list.md", "--fix").out
    assert (folder / "list.md").read_bytes() == once
