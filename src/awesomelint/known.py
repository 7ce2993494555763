"""Leaves out findings that are not new: what an older version of the lists had, and what a baseline holds.

A finding is known by its fingerprint, and a fingerprint counts as often as it was met before: of three equal
faults where there were two, one is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from awesomelint.diagnostics import Diagnostic
from awesomelint.results import FileResult
from awesomelint.source import Source

_UNCHANGED, _BASELINED = range(2)
"""The shelves. What both have counts as baselined."""

Counts = Mapping[str, int]
"""How often each fingerprint was met. A finding of several places counts once for each of them."""


@dataclass(frozen=True)
class Known:
    """What is left out of the results of some lists, by the path of each list.

    `unchanged` are findings of an older version, `baselined` those of a baseline. They may be the same ones,
    so a finding that both know uses up both. `old_lines` are the lines of the older version: of equal
    findings those on other lines are the new ones.
    """

    unchanged: Mapping[str, Counts] = field(default_factory=dict)
    baselined: Mapping[str, Counts] = field(default_factory=dict)
    old_lines: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def left_out(self, files: Iterable[FileResult]) -> tuple[FileResult, ...]:
        """The results without what is known, which they keep apart.

        What is known of one list and is gone from it also covers the others: an entry may have moved.
        """
        files = tuple(files)
        if not self.unchanged and not self.baselined:
            return files
        sorting = _Sorting((_Shelf(self.unchanged), _Shelf(self.baselined)))
        sorting.sort([d for file in files for d in self._old_lines_first(file.source, file.diagnostics)])
        left = [(file.source, [part for d in sorting.new(file) for part in d.parts]) for file in files]
        sorting.sort([part for source, parts in left for part in self._old_lines_first(source, parts)])
        return tuple(_without(file, sorting) for file in files)

    def _old_lines_first(self, source: Source, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        old = self.old_lines.get(source.path, frozenset())
        return sorted(findings, key=lambda d: source.line_text(d.start.line) not in old)


def fingerprints(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Those of all places of a finding, which another text between them may divide, and less text unite."""
    return (diagnostic.fingerprint, *diagnostic.further_fingerprints)


def counted(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    """Some findings of one list as `Known` has them."""
    return Counter(each for diagnostic in diagnostics for each in fingerprints(diagnostic))


class _Shelf:
    """Known fingerprints, each to be taken as often as it was met."""

    def __init__(self, known: Mapping[str, Counts]) -> None:
        self._by_path = {path: Counter(counts) for path, counts in known.items()}
        self._paths_with: dict[str, list[str]] = {}
        for path, counts in known.items():
            for fingerprint in counts:
                self._paths_with.setdefault(fingerprint, []).append(path)

    def takes(self, diagnostic: Diagnostic, path: str | None) -> bool:
        """Whether a finding is known at a path, or with None at any; it is then taken off the shelf."""
        paths = self._paths_with.get(diagnostic.fingerprint, ()) if path is None else (path,)
        wanted = Counter(fingerprints(diagnostic))
        for there in (self._by_path[each] for each in paths if each in self._by_path):
            if all(there[each] >= count for each, count in wanted.items()):
                there.subtract(wanted)
                return True
        return False


class _Sorting:
    """What each of some shelves knows of findings, which are told apart by identity: they may be equal."""

    def __init__(self, shelves: Sequence[_Shelf]) -> None:
        self._shelves = shelves
        self._known: tuple[set[int], ...] = tuple(set() for _ in shelves)

    def sort(self, findings: Sequence[Diagnostic]) -> None:
        """Take findings off the shelves, the first ones first."""
        for elsewhere in (False, True):
            for diagnostic in findings:
                if not self.is_known(diagnostic):
                    for shelf, known in zip(self._shelves, self._known, strict=True):
                        if shelf.takes(diagnostic, None if elsewhere else diagnostic.path):
                            known.add(id(diagnostic))

    def new(self, file: FileResult) -> list[Diagnostic]:
        """The findings of a list that no shelf had."""
        return [diagnostic for diagnostic in file.diagnostics if not self.is_known(diagnostic)]

    def is_known(self, diagnostic: Diagnostic) -> bool:
        """Whether some shelf had it."""
        return self.shelf_of(diagnostic) is not None

    def divided(self, diagnostic: Diagnostic) -> Sequence[Diagnostic]:
        """The finding, or its parts where some of them are known."""
        return diagnostic.parts if any(map(self.is_known, diagnostic.parts)) else (diagnostic,)

    def shelf_of(self, diagnostic: Diagnostic) -> int | None:
        """The number of the last shelf that had it."""
        numbers = [number for number, known in enumerate(self._known) if id(diagnostic) in known]
        return numbers[-1] if numbers else None


def _without(file: FileResult, sorting: _Sorting) -> FileResult:
    findings = [part for diagnostic in file.diagnostics for part in sorting.divided(diagnostic)]
    shelves = [sorting.shelf_of(diagnostic) for diagnostic in findings]
    new, unchanged, baselined = (
        tuple(d for d, shelf in zip(findings, shelves, strict=True) if shelf == wanted)
        for wanted in (None, _UNCHANGED, _BASELINED)
    )
    return replace(file, diagnostics=new, unchanged=unchanged, baselined=baselined)
