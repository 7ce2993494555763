"""Fixes are all or nothing, touch nothing else, and are proven."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.diagnostics import Applicability
from awesomelint.fixer import write
from awesomelint.linter import Linter
from awesomelint.results import RunResult
from awesomelint.ruleset import RuleSet
from engine import Word, mend, places, rule


def data(result: RunResult) -> bytes:
    return result.files[0].source.data


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"bad\r\nx\r\n", b"good\r\nx\r\n"),
        (b"\xef\xbb\xbfbad\n", b"\xef\xbb\xbfgood\n"),
        (b"x\n\tbad  \ny", b"x\n\tgood  \ny"),
        (b"a\rbad\rb", b"a\rgood\rb"),
        ("多bad🤗".encode(), "多good🤗".encode()),
        (b"bad bad\nbad", b"good good\ngood"),
    ],
    ids=["CRLF", "BOM", "tab and trailing blanks", "CR", "wide characters", "several"],
)
def test_bytes_outside_the_edits_stay(before: bytes, after: bytes) -> None:
    assert data(mend(before)) == after


def test_what_remains_and_what_was_fixed_is_told() -> None:
    result = mend("bad worse", rule("TST001"), rule("TST002", word="worse", replacement=None))
    assert (places(result), dict(result.files[0].fixed)) == ([("TST002", 1)], {"TST001": 1})


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    unsafe = rule("TST001", applicability=Applicability.UNSAFE)
    assert (data(mend("bad", unsafe)), data(mend("bad", unsafe, unsafe=True))) == (b"bad", b"good")


def test_of_two_fixes_that_overlap_the_later_waits_for_the_next_pass() -> None:
    first = rule("TST001", word="abc", replacement="xbc")
    second = rule("TST002", word="bc", replacement="yz")
    assert data(mend("abc", first, second)) == b"xyz"


def test_a_fix_that_comes_back_is_dropped_with_its_rule() -> None:
    growing = rule("TST002", word="q", replacement="qq")
    result = mend("q bad", growing, Word())
    assert [(fault.rule, data(result)) for fault in result.faults] == [("TST002", b"q good")]


def test_a_fix_that_loses_a_link_is_dropped_with_its_rule() -> None:
    """An opening fence swallows all that follows."""
    destructive = rule("TST002", word="x\n", replacement="```\n")
    result = mend("x\n\n- [a](https://b.c)\n\nbad\n", Word(), destructive)
    assert [fault.rule for fault in result.faults] == ["TST002"]
    assert data(result) == b"x\n\n- [a](https://b.c)\n\ngood\n"


def test_fixing_twice_changes_nothing_more() -> None:
    once = data(mend("bad [bad](bad) `bad`\n"))
    assert data(mend(once)) == once


@given(
    st.lists(
        st.sampled_from(["bad", "x", " ", "\n", "\r\n", "\t", "[a](b)", "| c |", "中", "🤗", "- "]),
        max_size=20,
    ),
    st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_a_fix_is_a_replacement_and_nothing_else(parts: list[str], bom: bool) -> None:
    before = (b"\xef\xbb\xbf" if bom else b"") + "".join(parts).encode()
    result = mend(before)
    assert result.faults == ()
    assert data(result) == before.replace(b"bad", b"good")


@pytest.mark.parametrize(
    "before",
    [
        b"a\nbad\nb\n",
        b"a\r\nbad\r\nb\r\n",
        b"bad",
        b"\xef\xbb\xbfbad\nx",
        b"1\n2\n3\n4\n5\n6\n7\n8\nbad\n9\nbad\n",
    ],
    ids=["LF", "CRLF", "no final newline", "BOM", "two places"],
)
@pytest.mark.parametrize("name", ["README.md", "a b.md", "列表.md"])
def test_git_applies_the_diff(before: bytes, name: str, tmp_path: Path) -> None:
    from engine import decode, fix

    (tmp_path / name).write_bytes(before)
    result = fix(Linter(RuleSet((Word(),))), [decode(before, name)])
    patch = result.files[0].diff
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch.encode(), check=True)
    assert (tmp_path / name).read_bytes() == data(result)


def test_a_written_file_keeps_its_mode_and_its_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "list.md"
    target.write_bytes(b"bad")
    target.chmod(0o640)
    Path("README.md").symlink_to(target)
    result = write(mend("bad"))
    assert (target.read_bytes(), target.stat().st_mode & 0o777, Path("README.md").is_symlink()) == (
        b"good",
        0o640,
        True,
    )
    assert result.faults == ()


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("README.md").write_bytes(b"something else")
    result = write(mend("bad"))
    assert Path("README.md").read_bytes() == b"something else"
    assert "changed since it was read" in result.faults[0].message
