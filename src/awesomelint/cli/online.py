"""Looking links up: the adapter between the engine's question and the web's answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from awesomelint.cli import streams
from awesomelint.facts.web import Progress, WebSettings, answer
from awesomelint.needs import Answers, Need
from awesomelint.results import RunResult

_ERASE_LINE = "\r\x1b[2K"


@dataclass
class Web:
    """Answers needs, shows on a terminal how far it has come, and keeps what there is to say about it."""

    settings: WebSettings = field(default_factory=WebSettings)
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False

    def __call__(self, needs: Sequence[Need]) -> Answers:
        """Look up what is asked, once each."""
        shows_progress = sys.stderr.isatty()
        try:
            answers, counts = answer(needs, self.settings, _show if shows_progress else None)
        finally:
            if shows_progress:
                streams.write(_ERASE_LINE, sys.stderr, color=True)
        if counts.note:
            self.notes.append(counts.note)
        self.interrupted = self.interrupted or counts.interrupted
        return answers

    def annotated(self, result: RunResult) -> RunResult:
        """The result with what the look-up had to say."""
        note = "; ".join(dict.fromkeys(self.notes))
        links = replace(result.links, note=note, interrupted=self.interrupted)
        return replace(result, links=links, interrupted=result.interrupted or self.interrupted)


def _show(progress: Progress) -> None:
    dead = progress.verdicts.get("dead", 0)
    text = f"{_ERASE_LINE}links: {progress.done} of {progress.total} looked up, {dead} dead"
    streams.write(text, sys.stderr, color=True)
