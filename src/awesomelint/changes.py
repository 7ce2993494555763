"""What a change does to some lists: the version before it, linted, and what the change keeps quiet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from awesomelint.diagnostics import Diagnostic, Fault
from awesomelint.directives import directives
from awesomelint.discovery import from_bytes
from awesomelint.document import Document, Entry
from awesomelint.examined import Examined
from awesomelint.facts.git import TrackedFile
from awesomelint.facts.revision import Revision, Revisions
from awesomelint.facts.tracked import look_up_tracked
from awesomelint.facts.tree import exists_on_disk, look_up_fragments, look_up_paths, read_from_disk
from awesomelint.known import Known, counted
from awesomelint.linter import Answer, Linter
from awesomelint.needs import (
    LOCAL_NEEDS,
    Answers,
    ArxivNeed,
    FragmentsNeed,
    LocalNeed,
    Need,
    OpenReviewNeed,
    PathNeed,
    RepositoryNeed,
    TrackedNeed,
)
from awesomelint.results import AddedSuppression, FileResult, RunResult
from awesomelint.source import Source, decode


@dataclass(frozen=True)
class Change:
    """The lists of a run as they were when a change began, without new ones, and as they are."""

    before: tuple[Examined, ...]
    after: tuple[Examined, ...]
    result: RunResult
    """What was wrong before."""

    def known(self) -> Known:
        """The old findings, to be left out."""
        return Known(
            unchanged={file.source.path: counted(file.diagnostics) for file in self.result.files},
            old_lines={each.source.path: frozenset(each.source.text.split("\n")) for each in self.before},
        )

    def faults(self, revision: str) -> tuple[Fault, ...]:
        """What failed in the older version, said as such: its findings are not known."""
        return tuple(
            replace(fault, message=f"in the version before {revision}: {fault.message}")
            for fault in self.result.faults
        )


def look_back(linter: Linter, sources: Sequence[Source], revisions: Revisions) -> Change:
    """Tell `linter` what is not new in some lists: what was found when the change began, and what was asked.

    Links that the change does not touch are not looked up. Papers and repositories in entries that it edits
    are, for both versions. Raises RevisionError where a list lies in no repository, or git cannot say.
    """
    by_path = {source.path: revisions.needed(source.path) for source in sources}
    past = Linter(
        linter.rules,
        linter.config,
        today=linter.today,
        look_up_locally=lambda needs: _look_up_then(needs, revisions),
    )
    olds = [_as_it_was(source.path, by_path[source.path]) for source in sources]
    before = past.examine_all(old for old in olds if old is not None)
    before = [_readable(past, each) for each in before]
    linter.examined = {each.source.path: each for each in before}
    after = linter.examine_all(sources)
    linter.examined = {each.source.path: each for each in after}
    old_needs = _needs_of_the_web(before)
    again = _needs_of_edited_entries(old_needs, before, after)
    linter.old_needs = old_needs - again
    if linter.answer is not None:
        past.answer = _only(again, linter.answer)
    change = Change(tuple(before), tuple(after), past.conclude(before))
    linter.known = change.known()
    linter.interrupted = linter.interrupted or past.interrupted
    return change


def added_suppressions(before: Iterable[Examined], after: Iterable[Examined]) -> Iterator[AddedSuppression]:
    """The comments that a change adds to lists and that switch rules off; one that moved is not new."""
    old = {each.source.path: each.document for each in before}
    for each in after:
        if each.document is None:
            continue
        then = old.get(each.source.path)
        known = Counter(text for text, _ in _comments(then)) if then is not None else Counter[str]()
        for text, offset in _comments(each.document):
            known[text] -= 1
            if known[text] < 0:
                yield AddedSuppression(each.source.path, each.source.position(offset), text)


def newly_silenced(before: Iterable[FileResult], after: Iterable[FileResult]) -> Iterator[Diagnostic]:
    """The findings of a change that suppressions keep quiet, however the change has brought that about."""
    then = {file.source.path: (*file.diagnostics, *file.silenced) for file in before}
    for file in after:
        known = Known({file.source.path: counted(then.get(file.source.path, ()))})
        of_suppressed = FileResult(file.source, file.silenced)
        yield from known.left_out([of_suppressed])[0].diagnostics


def _needs_of_the_web(lists: Iterable[Examined]) -> frozenset[Need]:
    needs = (need for each in lists for needs in each.needs.values() for need in needs)
    return frozenset(need for need in needs if not isinstance(need, LOCAL_NEEDS))


def _needs_of_edited_entries(
    needs: Iterable[Need], before: Iterable[Examined], after: Iterable[Examined]
) -> frozenset[Need]:
    """What was asked about papers and repositories whose entries are not as they were."""
    known = {text for each in before for text, _ in _entries(each)}
    edited = {
        work.id
        for each in after
        for text, entry in _entries(each)
        if text not in known
        for work in (entry.work, *(entry_link.work for entry_link in entry.links))
        if work is not None
    }
    return frozenset(need for need in needs if _subject(need) in edited)


def _entries(examined: Examined) -> Iterator[tuple[str, Entry]]:
    if examined.document is not None:
        for entry in examined.document.entries:
            yield examined.source.slice(entry.span), entry


def _subject(need: Need) -> str | None:
    """The identifier of the work that a question is about; None for a question about a link."""
    match need:
        case ArxivNeed() | OpenReviewNeed():
            return need.id
        case RepositoryNeed():
            return need.name
    return None


def _only(wanted: Collection[Need], answer: Answer) -> Answer:
    """Answers some needs and leaves the others open."""

    def answer_some(needs: Sequence[Need]) -> Answers:
        asked = [need for need in needs if need in wanted]
        return answer(asked) if asked else Answers()

    return answer_some


def _as_it_was(path: str, revision: Revision) -> Source | None:
    data = revision.read_base(Path(path))
    source = None if data is None else from_bytes(data, path)
    return source if isinstance(source, Source) else None


def _readable(past: Linter, examined: Examined) -> Examined:
    """A list that was not UTF-8, read in the encoding that a fix names: its faults are old as well."""
    transcodes = (d.fix.transcode for d in examined.diagnostics if d.fix and d.fix.transcode)
    transcode = next(transcodes, None)
    if examined.document is not None or transcode is None:
        return examined
    try:
        text = examined.source.data.decode(transcode.source)
    except (ValueError, LookupError):
        return examined
    read = past.examine(decode(text.encode("utf-8"), examined.source.path))
    read.diagnostics += examined.diagnostics
    return read


def _look_up_then(needs: Sequence[LocalNeed], revisions: Revisions) -> Answers:
    """What lay beside the lists. What git remembers changes fixes and not findings, and is not asked.

    A repository within theirs, such as a submodule, need not know the revision, and is taken as it is today.
    """

    def exists(path: Path) -> bool:
        revision = revisions.known(path)
        return revision.held_base(path) if revision is not None else exists_on_disk(path)

    def read(path: Path, most: int) -> bytes | None:
        revision = revisions.known(path)
        if revision is None:
            return read_from_disk(path, most)
        data = revision.read_base(path)
        return data if data is not None and len(data) <= most else None

    def files(root: Path) -> Sequence[TrackedFile]:
        revision = revisions.of(root / "any file")
        return revision.base_files if revision is not None else ()

    return Answers(
        paths=look_up_paths((need for need in needs if isinstance(need, PathNeed)), exists),
        tracked=look_up_tracked((need for need in needs if isinstance(need, TrackedNeed)), files),
        fragments=look_up_fragments((need for need in needs if isinstance(need, FragmentsNeed)), read),
    )


def _comments(document: Document) -> Iterator[tuple[str, int]]:
    """The comments that keep rules quiet, with one blank for each gap, and where they stand."""
    for directive in directives(document):
        if directive.is_understood and directive.verb.text != "enable":
            span = directive.comment.span
            yield " ".join(document.source.slice(span).split()), span.start
