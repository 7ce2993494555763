"""What is not new is left out, as often as it was met before."""

from collections.abc import Sequence
from dataclasses import replace

from awesomelint.document import Document, parse
from awesomelint.known import Known, counted
from awesomelint.results import FileResult
from awesomelint.rule import related
from awesomelint.source import Span, decode
from engine import Word

RULE = Word()


def document(text: str, path: str = "README.md") -> Document:
    return parse(decode(text.encode(), path))


def result(text: str, path: str = "README.md") -> FileResult:
    """One finding for each `bad`."""
    listed = document(text, path)
    spans = [Span(place, place + 3) for place in range(len(text)) if text.startswith("bad", place)]
    return FileResult(listed.source, tuple(RULE.diagnostic(listed, span, "m") for span in spans))


def of_lines(text: str, lines: Sequence[int]) -> FileResult:
    """One finding that speaks of several lines."""
    listed = document(text)
    first, *others = (listed.source.line_span(line) for line in lines)
    places = [related(listed, span, is_same_fault=True) for span in others]
    return FileResult(listed.source, (RULE.diagnostic(listed, first, "m", related=places),))


def new_lines(known: Known, *files: FileResult) -> list[int]:
    return [d.start.line for file in known.left_out(files) for d in file.diagnostics]


def before(*files: FileResult) -> Known:
    return Known({file.source.path: counted(file.diagnostics) for file in files})


def test_without_anything_known_all_is_new() -> None:
    assert new_lines(Known(), result("bad\n\nbad\n")) == [1, 3]


def test_a_fault_counts_as_often_as_it_was_met() -> None:
    assert new_lines(before(result("bad\n")), result("bad\n\nbad\n\nbad\n")) == [3, 5]
    assert new_lines(before(result("bad bad bad\n")), result("bad\n\nbad\n")) == []


def test_of_equal_faults_those_on_old_lines_are_old() -> None:
    old = result("said bad\n")
    known = Known({"README.md": counted(old.diagnostics)}, old_lines={"README.md": frozenset({"said bad"})})
    assert new_lines(known, result("new bad\n\nsaid bad\n")) == [1]


def test_what_is_known_is_kept_apart() -> None:
    (file,) = before(result("bad\n")).left_out([result("bad\n\nbad\n")])
    assert ([d.start.line for d in file.unchanged], [d.start.line for d in file.diagnostics]) == ([1], [3])


def test_what_both_know_is_used_up_in_both() -> None:
    counts = {"README.md": counted(result("bad\n").diagnostics)}
    (file,) = Known(counts, counts).left_out([result("bad\n\nbad\n")])
    assert (len(file.diagnostics), len(file.unchanged), len(file.baselined)) == (1, 0, 1)


def test_a_fault_may_move_to_another_list_but_not_be_copied() -> None:
    known = before(result("bad\n", "a.md"), result("fine\n", "b.md"))
    assert new_lines(known, result("fine\n", "a.md"), result("bad\n", "b.md")) == []
    assert new_lines(known, result("bad\n", "a.md"), result("bad\n", "b.md")) == [1]


def test_the_entry_is_part_of_what_is_known() -> None:
    known = before(result("- [one](https://one.example) bad\n"))
    assert new_lines(known, result("- [two](https://two.example) bad\n")) == [1]


def test_a_finding_of_several_places_is_known_where_all_of_them_are() -> None:
    text = "x\n\ny\n\nz\n"
    known = before(of_lines(text, [1, 3]))
    assert new_lines(known, of_lines(text, [1, 3])) == []
    assert new_lines(known, of_lines(text, [3])) == []
    assert new_lines(known, of_lines(text, [1, 3, 5])) == [1]


def test_of_a_finding_in_parts_those_that_are_new_are_told() -> None:
    text = "x\n\ny\n\nz\n"
    known = before(of_lines(text, [1, 3]))
    whole = of_lines(text, [1, 3, 5])
    parts = tuple(part for line in (1, 3, 5) for part in of_lines(text, [line]).diagnostics)
    divided = FileResult(whole.source, (replace(whole.diagnostics[0], parts=parts),))
    [file] = known.left_out([divided])
    assert [d.start.line for d in file.diagnostics] == [5]
    assert [d.start.line for d in file.unchanged] == [1, 3]
    assert new_lines(before(result("none")), divided) == [1]
