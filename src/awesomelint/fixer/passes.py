"""Applies fixes pass by pass, each pass proven, until nothing is left to fix."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from awesomelint.diagnostics import Diagnostic, Fault, Fix, Severity
from awesomelint.examined import Examined
from awesomelint.faults import one_line
from awesomelint.fixer.choice import edits_of, fixable, together
from awesomelint.fixer.diff import Step, unified_diff
from awesomelint.fixer.proof import first_loss, is_same_outside
from awesomelint.fixer.shift import Shift
from awesomelint.linter import Linter
from awesomelint.results import FileResult, RunResult
from awesomelint.source import Source, Span, decode

MOST_PASSES = 10

Chosen = Sequence[tuple[Diagnostic, Fix]]
Place = tuple[str, int]
"""A rule and where its finding starts."""


def fix(
    linter: Linter,
    sources: Iterable[Source],
    *,
    unsafe: bool = False,
    show: Severity = Severity.WARNING,
) -> RunResult:
    """Lint some lists and apply the safe fixes of the findings from `show` up, the unsafe ones where wanted.

    Nothing is written: each file's result has its new source, what remains in it, and how many findings of
    each rule were fixed. A rule whose fix would lose something, or comes back, is left out and a fault.
    """
    works = [_Work(each) for each in linter.examine_all(sources)]
    unfixed = result = linter.conclude(work.now for work in works)
    for work, file in zip(works, unfixed.files, strict=True):
        work.begin(file)
    while not result.interrupted:
        stepped = [
            work.step(linter, fixable(file.diagnostics, unsafe=unsafe, show=show))
            for work, file in zip(works, result.files, strict=True)
        ]
        if not any(stepped):
            break
        result = linter.conclude(work.now for work in works)
        pairs = zip(works, result.files, strict=True)
        result = replace(result, files=tuple(work.without_known(file) for work, file in pairs))
    if result.interrupted:
        return replace(unfixed, interrupted=True)
    files = tuple(
        work.closed(before, file)
        for work, before, file in zip(works, unfixed.files, result.files, strict=True)
    )
    own = (fault for work in works for fault in work.faults)
    return replace(result, files=files, faults=tuple(dict.fromkeys((*unfixed.faults, *result.faults, *own))))


@dataclass
class _Work:
    """One list on its way through the passes."""

    first: Examined
    """As it was read, to start again from when a rule has to be left out."""
    now: Examined = field(init=False)
    steps: list[Step] = field(default_factory=list)
    fixed: Counter[str] = field(default_factory=Counter)
    written: dict[tuple[str, str], list[Span]] = field(default_factory=dict)
    """By rule and fingerprint of what was fixed: where what the fixes wrote stands, sorted."""
    waiting: set[tuple[str, str, int]] = field(default_factory=set)
    """Findings whose fix has to wait for this pass, by rule, fingerprint and place: they do not come back."""
    known: set[Place] = field(default_factory=set)
    """The findings that are not new, and are neither fixed nor reported."""
    known_at_first: set[Place] = field(default_factory=set)
    banned: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now = self.first

    def begin(self, file: FileResult) -> None:
        """Take notice of what is not new before the first fix."""
        self.known = self.known_at_first = _known_places(file)

    def without_known(self, file: FileResult) -> FileResult:
        """The result without what was not new before the fixes, which may have changed its fingerprint."""
        back = [d for d in file.diagnostics if _place(d) in self.known]
        if back:
            kept = tuple(d for d in file.diagnostics if _place(d) not in self.known)
            file = replace(file, diagnostics=kept, unchanged=(*file.unchanged, *back))
        self.known = _known_places(file)
        return file

    def step(self, linter: Linter, candidates: Chosen) -> bool:
        """Apply what can be applied together; False where nothing is left to do."""
        candidates = [pair for pair in candidates if pair[0].rule not in self.banned]
        back = self._come_back(candidates)
        if back:
            self._start_again(back, "it came back at the same place")
            return True
        if len(self.steps) == MOST_PASSES and candidates:
            restless = {d.rule for d, _ in candidates if self._follows_its_own_fix(d)}
            if not restless:
                return False
            self._start_again(restless, f"it did not settle in {MOST_PASSES} passes")
            return True
        chosen = together(candidates)
        if not chosen:
            return False
        problem = self._apply(linter, chosen, candidates)
        if problem is not None:
            self._ban(*self._culprit(linter, chosen, problem))
        return True

    def closed(self, before: FileResult, after: FileResult) -> FileResult:
        """The result of the last pass, with what the passes did."""
        if not self.steps:
            return after
        diff = unified_diff(self.steps, after.source) if all(step.edits for step in self.steps) else ""
        return replace(after, before=before, fixed=dict(self.fixed), diff=diff)

    def _apply(self, linter: Linter, chosen: Chosen, candidates: Chosen) -> str | None:
        """Take over the result of some fixes, or say why it cannot be taken over."""
        tried = _tried(linter, self.now, chosen)
        if isinstance(tried, str):
            return tried
        edits = edits_of(chosen)
        shift = Shift(edits)
        taken = {id(diagnostic) for diagnostic, _ in chosen}
        self.waiting = {
            (d.rule, d.fingerprint, shift.moved(d.span.start)) for d, _ in candidates if id(d) not in taken
        }
        self.known = {(rule, shift.moved(start)) for rule, start in self.known}
        places = {key: [shift.moved_span(span) for span in spans] for key, spans in self.written.items()}
        written = dict(zip(edits, shift.written, strict=True))
        for diagnostic, repair in chosen:
            key = (diagnostic.rule, diagnostic.fingerprint)
            places.setdefault(key, []).extend(written[edit] for edit in repair.edits)
            self.fixed[diagnostic.rule] += 1
        self.written = {key: _united(spans) for key, spans in places.items()}
        self.steps.append(Step(self.now.source, tuple(edits)))
        self.now = tried
        return None

    def _come_back(self, candidates: Chosen) -> set[str]:
        """The rules that find again, in what they have written themselves, what they had fixed there."""
        return {
            d.rule
            for d, _ in candidates
            if not self._has_waited(d) and _is_in(d.span, self.written.get((d.rule, d.fingerprint), ()))
        }

    def _follows_its_own_fix(self, diagnostic: Diagnostic) -> bool:
        return not self._has_waited(diagnostic) and any(
            rule == diagnostic.rule and _is_in(diagnostic.span, spans)
            for (rule, _), spans in self.written.items()
        )

    def _has_waited(self, diagnostic: Diagnostic) -> bool:
        return (diagnostic.rule, diagnostic.fingerprint, diagnostic.span.start) in self.waiting

    def _start_again(self, rules: Iterable[str], why: str) -> None:
        """Leave some rules out, and take back what was done so far, for it may rest on their fixes."""
        for rule in sorted(rules):
            self._ban(rule, why)
        self.now = self.first
        self.steps, self.written, self.waiting, self.fixed = [], {}, set(), Counter()
        self.known = self.known_at_first

    def _ban(self, rule: str, why: str) -> None:
        self.banned.add(rule)
        message = f"the fixes of {rule} were left out: {why}"
        self.faults.append(Fault(self.first.source.path, message, rule))

    def _culprit(self, linter: Linter, chosen: Chosen, problem: str) -> tuple[str, str]:
        """The first rule whose fixes cannot be applied, alone or after those of the rules before it."""
        rules = sorted({diagnostic.rule for diagnostic, _ in chosen})
        for rule in rules:
            tried = _tried(linter, self.now, [pair for pair in chosen if pair[0].rule == rule])
            if isinstance(tried, str):
                return rule, tried
        for count in range(2, len(rules)):
            tried = _tried(linter, self.now, [pair for pair in chosen if pair[0].rule in rules[:count]])
            if isinstance(tried, str):
                return rules[count - 1], tried
        return rules[-1], problem


def _place(diagnostic: Diagnostic) -> Place:
    return (diagnostic.rule, diagnostic.span.start)


def _known_places(file: FileResult) -> set[Place]:
    return {_place(d) for d in (*file.unchanged, *file.baselined)}


def _tried(linter: Linter, before: Examined, chosen: Chosen) -> Examined | str:
    """The list as it is after some fixes, or why they cannot be applied."""
    source = before.source
    transcode = chosen[0][1].transcode
    try:
        if transcode is not None:
            text = source.data.decode(transcode.source)
            after = decode(text.encode(transcode.target), source.path)
            return linter.examine(after) if after.undecodable is None else "the result is not UTF-8"
        edits = edits_of(chosen)
        after = decode(source.with_edits((edit.span, edit.content) for edit in edits), source.path)
    except (ValueError, LookupError) as error:
        return one_line(error)
    if not is_same_outside(source, after, edits):
        return "it changes bytes that it does not name"
    examined = linter.examine(after)
    if before.document is None or examined.document is None:
        return "what it leaves cannot be parsed"
    loss = first_loss(before.document, examined.document, Shift(edits))
    return examined if loss is None else f"after it {loss} is gone"


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and (span.start < united[-1].end or span == united[-1]):
            span = Span(united[-1].start, max(united.pop().end, span.end))
        united.append(span)
    return united


def _is_in(span: Span, written: Sequence[Span]) -> bool:
    """Whether a place overlaps one of the spans; one where nothing was written is met at its very place."""
    index = bisect_left(written, span.start, key=lambda each: each.end)
    return any(
        each.overlaps(span) or each.start == each.end == span.start for each in written[index : index + 2]
    )
