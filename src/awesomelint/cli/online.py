"""Looking links up: the adapter between the engine's question and the web's answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from awesomelint.cli import streams
from awesomelint.facts.web import Progress, WebSettings, answer, settings_from_environment
from awesomelint.linter import Linter
from awesomelint.needs import Answers, Need
from awesomelint.results import RunResult

_ERASE_LINE = "\r\x1b[2K"


@dataclass
class Web:
    """Answers a linter's needs, shows on a terminal how far it has come, and keeps its notes."""

    linter: Linter
    settings: WebSettings = field(default_factory=lambda: settings_from_environment(os.environ))
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False

    def __call__(self, needs: Sequence[Need]) -> Answers:
        """Look up what is asked. After Ctrl-C the linter uses what is known by then, and goes no further."""
        shows_progress = sys.stderr.isatty()
        try:
            answers, counts = answer(needs, self.settings, _show if shows_progress else None)
        finally:
            if shows_progress:
                streams.write(_ERASE_LINE, sys.stderr, color=True)
        if counts.note:
            self.notes.append(counts.note)
        if counts.interrupted:
            self.interrupted = self.linter.interrupted = True
        return answers

    def annotated(self, result: RunResult) -> RunResult:
        """The result with what the look-up had to say."""
        note = "; ".join(dict.fromkeys(self.notes))
        return replace(result, links=replace(result.links, note=note, interrupted=self.interrupted))


def _show(progress: Progress) -> None:
    dead = progress.verdicts.get("dead", 0)
    text = f"{_ERASE_LINE}links: {progress.done} of {progress.total} looked up, {dead} dead"
    streams.write(text, sys.stderr, color=True)
