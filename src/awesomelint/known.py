"""Leaves out findings that are not new: what an older version of the lists had, and what a baseline holds.

A finding is known by its fingerprint, and a fingerprint counts as often as it was met before: of three equal
faults where there were two, one is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from awesomelint.diagnostics import Diagnostic
from awesomelint.results import FileResult

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
        shelves = (_Shelf(self.unchanged), _Shelf(self.baselined))
        known: tuple[set[int], set[int]] = (set(), set())
        ordered = [(file.source.path, d) for file in files for d in self._old_lines_first(file)]
        for elsewhere in (False, True):
            for path, diagnostic in ordered:
                if not any(id(diagnostic) in found for found in known):
                    for shelf, found in zip(shelves, known, strict=True):
                        if shelf.takes(diagnostic, None if elsewhere else path):
                            found.add(id(diagnostic))
        unchanged, baselined = known
        return tuple(_without(file, unchanged - baselined, baselined) for file in files)

    def _old_lines_first(self, file: FileResult) -> list[Diagnostic]:
        old = self.old_lines.get(file.source.path, frozenset())
        return sorted(file.diagnostics, key=lambda d: file.source.line_text(d.start.line) not in old)


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


def _without(file: FileResult, unchanged: set[int], baselined: set[int]) -> FileResult:
    return replace(
        file,
        diagnostics=tuple(d for d in file.diagnostics if id(d) not in unchanged and id(d) not in baselined),
        unchanged=tuple(d for d in file.diagnostics if id(d) in unchanged),
        baselined=tuple(d for d in file.diagnostics if id(d) in baselined),
    )
