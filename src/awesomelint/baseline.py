"""Findings that a project lives with for the time being, kept in a file: a list with old faults starts today.

The file is JSON with one finding a line, sorted, so that a version control system can merge it. It holds no
line numbers: a finding is known again by its fingerprint, wherever it stands.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from awesomelint.atomic import replace_whole
from awesomelint.diagnostics import Diagnostic
from awesomelint.errors import UsageError
from awesomelint.facts.tree import exists_on_disk
from awesomelint.known import Counts, fingerprints
from awesomelint.results import FileResult
from awesomelint.source import Source

VERSION = 1
LARGEST = 50_000_000
"""Bytes; far more than any list has findings."""
_LONGEST_TEXT = 60
_MOST = 1_000_000
"""More than any list has findings; a wrong count in a file must not take memory at will."""
_KEY = "awesomelint-baseline"
_FINGERPRINT = re.compile(r"[0-9a-f]{8,64}")
_RULE = re.compile(r"[A-Z]+[0-9]+")


class BaselineError(UsageError):
    """A baseline cannot be used."""


class Remembered(NamedTuple):
    """One finding of a baseline. `path` counts from the baseline's folder; `text` is there to be read."""

    path: str
    rule: str
    fingerprint: str
    text: str


@dataclass(frozen=True)
class Baseline:
    """A baseline and where it lies; a finding that was met several times is there as often."""

    file: Path
    findings: tuple[Remembered, ...] = ()

    def known(self, paths: Iterable[str]) -> dict[str, Counts]:
        """What it holds of the lists of a run, by the path of each, and of lists that are gone."""
        by_name = {self._name(path): path for path in paths}
        known: dict[str, Counts] = {}
        for name, findings in self._by_name().items():
            if name in by_name or self._is_gone(name):
                known[by_name.get(name, name)] = Counter(finding.fingerprint for finding in findings)
        return known

    def stale(self, files: Iterable[FileResult]) -> int:
        """How many of its findings were looked for in a run and are gone."""
        files = tuple(files)
        expected = len(self.findings) - len(self._beyond(files))
        met = sum(len(fingerprints(d)) for file in files for d in file.baselined if d.rule in file.ran)
        return max(expected - met, 0)

    def updated(self, files: Iterable[FileResult]) -> Baseline:
        """The baseline of what a run found.

        What it holds of lists and rules that had no part in the run stays.
        """
        files = tuple(files)
        kept = Counter(self._beyond(files))
        found = Counter(
            remembered
            for file in files
            for diagnostic in (*file.diagnostics, *file.unchanged, *file.baselined)
            for remembered in self._remembered(file.source, diagnostic)
        )
        return Baseline(self.file, tuple(sorted((kept | found).elements())))

    def differences(self, old: Baseline) -> tuple[int, int]:
        """How many findings it has that `old` has not, and the other way round."""
        ours, theirs = Counter(self.findings), Counter(old.findings)
        return (ours - theirs).total(), (theirs - ours).total()

    def _beyond(self, files: Iterable[FileResult]) -> list[Remembered]:
        """The findings that a run says nothing of: those of other lists and of rules that lacked answers."""
        ran = {self._name(file.source.path): file.ran for file in files}
        return [
            finding
            for name, findings in self._by_name().items()
            if name in ran or not self._is_gone(name)
            for finding in findings
            if name not in ran or finding.rule not in ran[name]
        ]

    def _by_name(self) -> Mapping[str, list[Remembered]]:
        by_name: dict[str, list[Remembered]] = {}
        for finding in self.findings:
            by_name.setdefault(finding.path, []).append(finding)
        return by_name

    def _remembered(self, source: Source, diagnostic: Diagnostic) -> Iterator[Remembered]:
        """A finding as it is kept: a line for each place where the fault is."""
        path = self._name(diagnostic.path)
        spans = (diagnostic.span, *(each.span for each in diagnostic.related if each.is_same_fault))
        for span, fingerprint in zip(spans, fingerprints(diagnostic), strict=True):
            text = " ".join(source.slice(span).split())
            shown = text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
            yield Remembered(path, diagnostic.rule, fingerprint, shown)

    def _name(self, path: str) -> str:
        """A list's path from the baseline's folder."""
        place = Path(path).parent.resolve() / Path(path).name
        try:
            return Path(os.path.relpath(place, self.file.parent.resolve())).as_posix()
        except ValueError:  # on Windows, another drive
            return place.as_posix()

    def _is_gone(self, name: str) -> bool:
        return not exists_on_disk(self.file.parent / name)


def read_baseline(file: Path, data: bytes) -> Baseline:
    """A baseline out of its file's content. Raises BaselineError for anything that is none."""
    if len(data) > LARGEST:
        raise _not_one(file, f"it is larger than {LARGEST:,} bytes")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _not_one(file, "it is not UTF-8") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise _not_one(file, f"line {line} is not JSON" if line else "it is not JSON") from None
    except RecursionError:
        raise _not_one(file, "it is nested too deeply") from None
    if not isinstance(content, dict) or _KEY not in content:
        raise _not_one(file, f"it has no key '{_KEY}'")
    version = content[_KEY]
    if type(version) is not int or version != VERSION:
        if type(version) is int and version > VERSION:
            raise BaselineError(f"{file}: was written by a newer awesomelint; install that, or make it anew")
        raise _not_one(file, f"its version is {version!r:.20}")
    findings = content.get("findings")
    if not isinstance(findings, list):
        raise _not_one(file, "it has no list 'findings'")
    counted = [_read(item, number, file) for number, item in enumerate(findings, 1)]
    if sum(count for _, count in counted) > _MOST:
        raise _not_one(file, f"it counts more than {_MOST:,} findings")
    return Baseline(file, tuple(finding for finding, count in counted for _ in range(count)))


def write_baseline(baseline: Baseline) -> None:
    """Write a baseline in place of the old one. Raises BaselineError where that cannot be done."""
    file = baseline.file
    try:
        replace_whole(file.resolve(), dumped(baseline).encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise BaselineError(f"{file}: the baseline cannot be written: {reason}") from error


def dumped(baseline: Baseline) -> str:
    """The content of a baseline's file: the same for the same findings, whatever their order."""
    lines = [_line(finding, count) for finding, count in sorted(Counter(baseline.findings).items())]
    findings = "[\n  " + ",\n  ".join(lines) + "\n ]" if lines else "[]"
    return f'{{"{_KEY}": {VERSION},\n "findings": {findings}}}\n'


def _line(finding: Remembered, count: int) -> str:
    content: dict[str, str | int] = {"path": finding.path, "rule": finding.rule}
    content["fingerprint"] = finding.fingerprint
    if count > 1:
        content["count"] = count
    content["text"] = finding.text
    text = json.dumps(content, ensure_ascii=False)
    # Whoever reviews the file sees what is there: nothing in it is invisible, or turns the line around.
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def _read(item: Any, number: int, file: Path) -> tuple[Remembered, int]:
    """One item of the file, and how often it counts."""
    if not isinstance(item, dict):
        raise _not_one(file, f"finding {number} is not an object")
    path, rule, fingerprint = (item.get(key) for key in ("path", "rule", "fingerprint"))
    count, text = item.get("count", 1), item.get("text", "")
    if not isinstance(path, str) or not path or "\0" in path:
        raise _not_one(file, f"finding {number} has no path")
    if not isinstance(rule, str) or not _RULE.fullmatch(rule):
        raise _not_one(file, f"finding {number} has no rule")
    if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
        raise _not_one(file, f"finding {number} has no fingerprint")
    if not (type(count) is int and count >= 1 and isinstance(text, str)):
        raise _not_one(file, f"finding {number} has a wrong count or text")
    return Remembered(path, rule, fingerprint, text), count


def _not_one(file: Path, reason: str) -> BaselineError:
    return BaselineError(
        f"{file}: is not a baseline of awesomelint: {reason}; name another file, or remove this one "
        "and make it anew with --update-baseline"
    )
