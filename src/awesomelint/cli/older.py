"""What a run does not report because it is not new: `--changed-since` and `--baseline`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from awesomelint.baseline import Baseline, BaselineError, read_baseline, write_baseline
from awesomelint.changes import Change, added_suppressions, look_back, newly_silenced
from awesomelint.cli.options import CheckOptions
from awesomelint.config import Flags, Settings
from awesomelint.config.changes import config_changes
from awesomelint.config.files import from_disk, shown
from awesomelint.facts.revision import Revisions, place_of
from awesomelint.facts.tree import exists_on_disk
from awesomelint.linter import Linter
from awesomelint.results import BaselineUse, Comparison, ConfigChange, RunResult
from awesomelint.source import Source


@dataclass
class Older:
    """The older version and the baseline that a run is held against; either may be missing.

    Configs and baseline are those of the revision: a change that is checked cannot say how it is checked.
    """

    options: CheckOptions
    revisions: Revisions | None = None
    baseline: Baseline | None = None
    changes: list[ConfigChange] = field(default_factory=list)
    _change: Change | None = None
    _others: set[str] = field(default_factory=set)
    """Configs that are not the same in the revision and on the disk, as messages name them."""

    def __post_init__(self) -> None:
        if self.options.changed_since is not None:
            self.revisions = Revisions(self.options.changed_since)

    def flags(self) -> Flags:
        """The flags of the run. A config that they name and that the change adds does not count yet."""
        flags = self.options.flags()
        if (
            flags.config is not None
            and self.read(flags.config) is None
            and from_disk(flags.config) is not None
        ):
            return replace(flags, config=None, isolated=True)
        return flags

    def read(self, file: Path) -> bytes | None:
        """A config or a baseline as it counts for this run; one in no repository is read from the disk."""
        revision = self.revisions.of(file) if self.revisions else None
        if revision is None:
            return from_disk(file)
        data = revision.read(file)
        if data is not None and data != from_disk(file):
            self._others.add(shown(file))
        return data

    def told(self, message: str) -> str:
        """What is wrong with a config, and whose version is meant where that is not the one on the disk."""
        if self.revisions is None or not any(message.startswith(f"{name}:") for name in self._others):
            return message
        return f"{message} (as it is in {self.revisions.name}, whose configs count for this change)"

    def has_removed(self, path: str) -> bool:
        """Whether the change has removed a list, so that there is nothing to check."""
        if self.revisions is None or exists_on_disk(Path(path)):
            return False
        revision = self.revisions.of(Path(path))
        return revision is not None and revision.read_base(Path(path)) is not None

    def prepare(self, linter: Linter, sources: Sequence[Source], settings: Settings) -> None:
        """Tell the linter what is not new. Raises UsageError for what cannot be read or compared."""
        self._load([source.path for source in sources], settings)
        if self.revisions is not None:
            self._change = look_back(linter, sources, self.revisions)
        if self.baseline is not None and not self.options.update_baseline:
            known = self.baseline.known(source.path for source in sources)
            linter.known = replace(linter.known, baselined=known)

    def _load(self, paths: Sequence[str], settings: Settings) -> None:
        """Read the baseline, and see what the change does to configs."""
        if self.revisions is not None and not self.options.isolated:
            folders = dict.fromkeys(place_of(Path(path)).parent for path in paths)
            named = self.options.config
            self.changes += config_changes([*folders, Path.cwd()], named, self._read_then, settings.rules)
        if self.options.baseline is not None:
            self.baseline = self._read_baseline(self.options.baseline)

    def finish(self, result: RunResult) -> RunResult:
        """The result with what it was held against, and with `--update-baseline` the baseline written."""
        if self.revisions is not None and self._change is not None:
            comparison = Comparison(
                self.revisions.name,
                tuple(revision.base for revision in self.revisions.found),
                tuple(self.changes),
                tuple(added_suppressions(self._change.before, self._change.after)),
                tuple(newly_silenced(self._change.result.files, result.files)),
            )
            faults = (*self._change.faults(self.revisions.name), *result.faults)
            result = replace(result, comparison=comparison, faults=faults)
        if self.baseline is None:
            return result
        if self.options.update_baseline and not result.interrupted:
            return self._updated(self.baseline, result)
        stale = self.baseline.stale(result.files)
        return replace(result, baseline=BaselineUse(shown(self.baseline.file), stale))

    def _updated(self, old: Baseline, result: RunResult) -> RunResult:
        new = old.updated(result.files)
        write_baseline(new)
        files = tuple(replace(file, diagnostics=(), baselined=file.diagnostics) for file in result.files)
        added, removed = new.differences(old)
        use = BaselineUse(shown(old.file), 0, len(new.findings), added, removed)
        return replace(result, files=files, baseline=use)

    def _read_then(self, file: Path) -> bytes | None:
        revision = self.revisions.of(file) if self.revisions else None
        return revision.read_base(file) if revision else from_disk(file)

    def _read_baseline(self, file: Path) -> Baseline:
        data = self.read(file)
        now = from_disk(file)
        if data is None and now is None:
            if self.options.update_baseline:
                return Baseline(file)
            raise BaselineError(f"{file}: there is no such baseline; make it with --update-baseline")
        baseline = Baseline(file) if data is None else read_baseline(file, data)
        if self.revisions is not None:
            self._note_baseline(file, now)
        return baseline

    def _note_baseline(self, file: Path, now: bytes | None) -> None:
        """See what the change does to the baseline."""
        then = self._read_then(file)
        if then == now:
            return
        old = Baseline(file) if then is None else read_baseline(file, then)
        new = Baseline(file) if now is None else read_baseline(file, now)
        added, removed = new.differences(old)
        details = [f"{count} {word}" for count, word in ((added, "added"), (removed, "removed")) if count]
        kind: Literal["added", "changed", "removed"]
        kind = "added" if then is None else "removed" if now is None else "changed"
        if details or kind != "changed":
            self.changes.append(ConfigChange(shown(file), kind, tuple(details)))
