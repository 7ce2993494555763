"""Looking links up: the adapter between the engine's question and the web's answer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from awesomelint.cli.link_options import LinkOptions
from awesomelint.cli.progress import shown_progress
from awesomelint.config import LinkSettings, RunConfig
from awesomelint.facts.web import WebSettings, answer, recall, settings_from_environment
from awesomelint.linter import Linter
from awesomelint.needs import Answers, Need
from awesomelint.results import LinkCounts, RunResult

if TYPE_CHECKING:
    from awesomelint.facts.web.history import History

_DAY = 86400.0
_SECONDS_ON_A_TERMINAL = 120.0
"""Somebody waits."""
_SECONDS_ELSEWHERE = 600.0
"""Nobody waits, but a job has to end; what it did not come to is first in the next run."""


@dataclass
class Web:
    """Answers needs within the time of one run, shows how far it has come, and keeps what is to be said."""

    settings: WebSettings
    history: History | None = None
    quiet: bool = False
    notes: list[str] = field(default_factory=list)
    earlier: int = 0
    interrupted: bool = False
    _ends_at: float | None = None

    def look_up(self, needs: Sequence[Need]) -> tuple[Answers, LinkCounts]:
        """Look up what is asked."""
        with shown_progress(quiet=self.quiet) as show:
            answers, counts = answer(needs, self._settings_for_what_is_left(), show, self.history)
        return answers, self._annotated(counts)

    def recall(self, needs: Sequence[Need]) -> tuple[Answers, LinkCounts]:
        """What is known from earlier runs, without asking anyone."""
        answers, counts = recall(needs, self.settings, self.history)
        return answers, self._annotated(counts)

    def serve(self, linter: Linter) -> None:
        """Answer a linter. After Ctrl-C it uses what is known by then, and goes no further."""

        def answer_until_interrupted(needs: Sequence[Need]) -> Answers:
            answers, _ = self.look_up(needs)
            linter.interrupted = linter.interrupted or self.interrupted
            return answers

        linter.answer = answer_until_interrupted

    def annotated(self, result: RunResult) -> RunResult:
        """The result with what all look-ups of the run had to say."""
        note = "; ".join(dict.fromkeys(self.notes))
        counts = replace(result.links, note=note, interrupted=self.interrupted, earlier=self.earlier)
        return replace(result, links=counts)

    def _annotated(self, counts: LinkCounts) -> LinkCounts:
        """The counts of one look-up with what is to be said of the whole run; that is kept as well."""
        if counts.note:
            self.notes.append(counts.note)
        self.earlier += counts.earlier
        self.interrupted = self.interrupted or counts.interrupted
        return replace(counts, note="; ".join(dict.fromkeys(self.notes)))

    def _settings_for_what_is_left(self) -> WebSettings:
        """The settings with the rest of the run's time: fixing may ask more than once."""
        if self.settings.max_time is None:
            return self.settings
        if self._ends_at is None:
            self._ends_at = time.monotonic() + self.settings.max_time
        return replace(self.settings, max_time=max(self._ends_at - time.monotonic(), 0.0))


@contextmanager
def opened_web(options: LinkOptions, run: RunConfig, links: LinkSettings, *, quiet: bool) -> Iterator[Web]:
    """The web for one run, whose history is closed in the end.

    Raises click.ClickException where the history that was named cannot serve.
    """
    history, trouble = _open_history(options)
    web = Web(web_settings(options, run, links), history, quiet, [trouble] if trouble else [])
    try:
        yield web
    finally:
        if history is not None:
            history.close()


def web_settings(options: LinkOptions, run: RunConfig, links: LinkSettings) -> WebSettings:
    """How to ask: what flags, environment and config say of limits and manners."""
    usual = settings_from_environment(os.environ)
    if run.max_time is None:
        max_time: float | None = _SECONDS_ON_A_TERMINAL if sys.stderr.isatty() else _SECONDS_ELSEWHERE
    else:
        max_time = run.max_time or None
    return replace(
        usual,
        max_time=max_time,
        max_age=run.max_age * _DAY,
        allow_private=usual.allow_private or options.allow_private_addresses,
        exclude=links.exclude,
        hosts=links.hosts,
        providers=replace(usual.providers, enabled=links.enabled_providers),
    )


def _open_history(options: LinkOptions) -> tuple[History | None, str]:
    """The history, or why there is none though one was wanted."""
    if options.no_history:
        return None, ""
    from awesomelint.facts.web.history import HistoryError, UnusableHistoryError, default_path, open_history

    is_named = options.history is not None
    try:
        return open_history(options.history or default_path(), is_named=is_named), ""
    except UnusableHistoryError as error:
        if is_named:
            raise click.ClickException(f"{error}; name another file with --history.") from error
        return None, f"{error}; nothing is kept for later runs"
    except HistoryError as error:
        raise click.ClickException(f"{error}; name another file with --history.") from error
