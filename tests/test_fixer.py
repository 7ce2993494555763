"""Fixes are all or nothing, touch nothing else, and are proven."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity, Transcode
from awesomelint.document import Document
from awesomelint.fixer import write
from awesomelint.fixer.diff import Step, unified_diff
from awesomelint.fixer.proof import is_same_outside
from awesomelint.linter import Linter
from awesomelint.results import RunResult
from awesomelint.rule import Context, SourceRule
from awesomelint.ruleset import RuleSet
from awesomelint.source import Source, Span, decode
from engine import Word, fix, mend, places, rule


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


def test_rules_that_undo_each_other_do_not_run_for_ever() -> None:
    there = rule("TST002", word="left", replacement="right")
    back = rule("TST003", word="right", replacement="left")
    result = mend("left bad", Word(), there, back)
    assert (data(result), [fault.rule for fault in result.faults]) == (b"left good", ["TST002"])


def test_equal_neighbours_wait_for_each_other_and_do_not_come_back() -> None:
    removing = rule("TST002", word="\u200b", replacement="")
    result = mend("a\u200b\u200b\u200b\u200bb\n", removing)
    assert (data(result), result.faults) == (b"ab\n", ())


def test_what_ten_passes_leave_is_left_and_no_fault() -> None:
    """Every other one of some neighbours is done in a pass."""
    removing = rule("TST002", word="\u200b", replacement="")
    result = mend("\u200b" * 3000, removing)
    assert (result.files[0].fixed["TST002"] > 2900, result.faults) == (True, ())
    assert result.diagnostics


def test_a_fix_that_does_not_settle_is_dropped_with_its_rule() -> None:
    class Counter(Word):
        """Each time another text, each time at the same place."""

        code, name = "TST002", "counter"

        def check(self, document: Document, context: Context) -> Iterable[Diagnostic]:
            number = document.text.split()[0]
            span = Span(0, len(number))
            edit = Edit(span, str(int(number) + 1))
            yield self.diagnostic(document, span, "one more", fix=Fix("count", (edit,)))

    result = mend("7 bad\n", Word(), Counter())
    assert (data(result), [fault.rule for fault in result.faults]) == (b"7 good\n", ["TST002"])


def test_a_transcoding_goes_first_and_the_text_is_fixed_after_it() -> None:
    class Gbk(SourceRule):
        """A file in GBK."""

        code, name, severity = "TST002", "gbk", Severity.ERROR

        def check(self, source: Source, context: Context) -> Iterable[Diagnostic]:
            if source.undecodable is not None:
                repair = Fix("write UTF-8", transcode=Transcode("gb18030"))
                yield self.diagnostic(source, Span(0, 1), "GBK", fix=repair)

    result = mend("多模态\r\nbad\r\n".encode("gbk"), Gbk(), Word())
    assert data(result) == "多模态\r\ngood\r\n".encode()
    assert (dict(result.files[0].fixed), result.files[0].diff) == ({"TST001": 1, "TST002": 1}, "")


def test_a_transcoding_that_fails_is_dropped_with_its_rule() -> None:
    class Wrong(SourceRule):
        """Takes the file for something that it is not."""

        code, name, severity = "TST002", "wrong", Severity.ERROR

        def check(self, source: Source, context: Context) -> Iterable[Diagnostic]:
            yield self.diagnostic(source, Span(0, 1), "x", fix=Fix("x", transcode=Transcode("ascii")))

    result = mend(b"\xff bad\n", Wrong(), Word())
    assert (data(result), [fault.rule for fault in result.faults]) == (b"\xff bad\n", ["TST002"])


@pytest.mark.parametrize(
    ("text", "word", "replacement"),
    [
        ("# Title\n\nx\n", "x\n", "y\n<!--\n"),
        ("x\n\n# Title\n", "x\n", "y\n<!--\n"),
        ("x\n\n- ![a](b.png)\n", "x\n", "<!--\n"),
        ("x [a][r] y\n\n[r]: https://a.b\n", "[r]: https://a.b\n", "z\n"),
        ("| t | u |\n|---|---|\n| [a](https://a.b) | c |\nx\n", "---|---|", "---|"),
        ("[x](https://a.b/c) d", "](", "] ("),
    ],
    ids=["harmless", "section", "image", "definition", "rows", "link's text"],
)
def test_what_a_fix_takes_away_that_it_does_not_touch_is_noticed(
    text: str, word: str, replacement: str
) -> None:
    result = mend(text, rule("TST002", word=word, replacement=replacement))
    is_lost = not text.startswith("# Title")
    assert ([fault.rule for fault in result.faults] == ["TST002"]) is is_lost
    assert (data(result) == text.encode()) is is_lost


def test_of_two_rules_only_the_one_that_loses_something_is_dropped() -> None:
    together = [rule(f"TST00{n}", word=w, replacement=r) for n, (w, r) in enumerate(PAIRS, 2)]
    result = mend("- bad [a](https://b.c)\n- p q\n", Word(), *together)
    assert (data(result), [fault.rule for fault in result.faults]) == (
        b"- good [a](https://b.c)\n- P q\n",
        ["TST003"],
    )


PAIRS = (("p q", "P q"), ("](", "] \n\n("))


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


LINES = st.lists(
    st.tuples(st.sampled_from(["", "a", "多 b ", "\u0085"]), st.sampled_from(["\n", "\r\n"])), max_size=12
)


@given(LINES, st.booleans(), st.data())
@settings(max_examples=40, deadline=None)
def test_git_applies_the_diff_of_any_edits_in_any_passes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]], bom: bool, draw: st.DataObject
) -> None:
    text = "".join(line + end for line, end in lines) + draw.draw(st.sampled_from(["", "z"]))
    first = now = decode((b"\xef\xbb\xbf" if bom else b"") + text.encode(), "list.md")
    steps = []
    for _ in range(draw.draw(st.integers(1, 3))):
        edits = draw.draw(some_edits(len(now.text)))
        after = decode(now.with_edits((edit.span, edit.content) for edit in edits), "list.md")
        assert is_same_outside(now, after, edits)
        steps.append(Step(now, edits))
        now = after
    patch = unified_diff(steps, now)
    assert bool(patch) is (first.data != now.data)
    folder = tmp_path_factory.mktemp("patched")
    (folder / "list.md").write_bytes(first.data)
    if patch:
        command = ["git", "apply", "--whitespace=nowarn", "-"]
        subprocess.run(command, cwd=folder, input=patch.encode(), check=True, capture_output=True)
    assert (folder / "list.md").read_bytes() == now.data


@st.composite
def some_edits(draw: st.DrawFn, size: int) -> tuple[Edit, ...]:
    """Edits in order that do not touch each other."""
    cuts = sorted(draw(st.sets(st.integers(0, size), max_size=6)))
    contents = st.sampled_from(["", "X", "\n", "Y\nZ", "\nW\n"])
    return tuple(Edit(Span(a, b), draw(contents)) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


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
