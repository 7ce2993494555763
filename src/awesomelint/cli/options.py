"""What `awesomelint check` was told on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from awesomelint.cli.link_options import LinkOptions
from awesomelint.cli.streams import When
from awesomelint.config import Flags
from awesomelint.diagnostics import Severity
from awesomelint.discovery import STANDARD_INPUT
from awesomelint.rule import Profile


@dataclass(frozen=True)
class CheckOptions:
    """The options of `check`, by the names that click gives them."""

    paths: tuple[str, ...]
    fix: bool
    unsafe_fixes: bool
    diff: bool
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: Profile | None
    online: bool | None
    max_time: float | None
    max_age: float | None
    require_coverage: float | None
    links: LinkOptions
    show: str | None
    format_: str | None
    output: Path | None
    reports: tuple[tuple[str, Path], ...]
    """Formats, each with the file that it is written to besides."""
    statistics: bool
    quiet: bool
    color: When
    fail_on: str | None
    config: Path | None
    isolated: bool
    show_settings: bool
    changed_since: str | None
    baseline: Path | None
    update_baseline: bool
    stdin_filename: str | None

    @property
    def reads_standard_input(self) -> bool:
        """Whether the list comes through a pipe."""
        return STANDARD_INPUT in self.paths

    @property
    def fixes(self) -> bool:
        """Whether fixes are wanted at all; `--diff` only prints them."""
        return self.fix or self.unsafe_fixes or self.diff

    def flags(self) -> Flags:
        """The part that the settings are made of."""
        return Flags(
            select=_selectors(self.select) if self.select else None,
            extend_select=_selectors(self.extend_select),
            ignore=_selectors(self.ignore),
            profile=self.profile,
            config=self.config,
            isolated=self.isolated,
            online=self.online,
            max_time=self.max_time,
            max_age=self.max_age,
            require_coverage=self.require_coverage,
            fail_on=None if self.fail_on is None else Severity(self.fail_on),
            show=None if self.show is None else Severity(self.show),
            format=self.format_,
        )

    def refuse_contradictions(self) -> None:
        """Raise click.UsageError for options that cannot be meant together."""
        is_json = self.format_ not in (None, "text")
        contradictions = (
            (
                self.isolated and self.config is not None,
                "--isolated reads no config: leave it out, or leave --config out.",
            ),
            (
                self.reads_standard_input and len(self.paths) > 1,
                "'-' reads standard input: give it alone, without other paths.",
            ),
            (
                self.stdin_filename is not None and not self.reads_standard_input,
                "--stdin-filename names what comes through standard input: give '-' as the path.",
            ),
            (
                self.diff and (is_json or self.statistics or bool(self.reports)),
                "--diff prints a diff and no report: leave it out, or --format, --report and --statistics.",
            ),
            (
                is_json and self.statistics,
                "--statistics is a report for people: leave it out, or use --format text.",
            ),
        )
        for is_so, message in (
            *contradictions,
            *self._contradictions_about_old_findings(),
            *self.links.contradictions(),
        ):
            if is_so:
                raise click.UsageError(message, click.get_current_context())

    def _contradictions_about_old_findings(self) -> tuple[tuple[bool, str], ...]:
        is_nameless = self.reads_standard_input and self.stdin_filename is None
        outputs = [self.output, *(path for _, path in self.reports)]
        return (
            (
                is_nameless and (self.changed_since is not None or self.baseline is not None),
                "--changed-since and --baseline must know which list this is: give --stdin-filename.",
            ),
            (
                self.update_baseline and self.baseline is None,
                "--update-baseline writes a baseline: name its file with --baseline.",
            ),
            (
                self.update_baseline and (self.fixes or self.changed_since is not None),
                "--update-baseline keeps what is found: give it without fixes, --diff and --changed-since.",
            ),
            (
                self.baseline is not None and self.baseline in outputs,
                "a report cannot be written over the baseline: name another file.",
            ),
        )


def _selectors(values: tuple[str, ...]) -> tuple[str, ...]:
    """`VEN,DAT002` and repeated options are the same."""
    return tuple(word for value in values for part in value.split(",") if (word := part.strip()))
