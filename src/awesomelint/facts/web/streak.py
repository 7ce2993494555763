"""What is known of a link over several runs: since when it fails, and when that is enough to call it dead."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.verdicts import MEANINGS, Signal
from awesomelint.needs import Verdict

DAY = 86400.0
FAILED_RUNS = 3
DAYS_BETWEEN = 3
_FAILING = frozenset({"dead", "suspect", "unreachable"})
_GOOD = frozenset({"alive", "moved"})
_AT_LEAST_LIVING = frozenset({"alive", "moved", "blocked"})


class Record(NamedTuple):
    """A link's last answer and its past. Moments are seconds since 1970, in UTC."""

    url: str
    signal: str
    verdict: Verdict
    """What the last answer said by itself, whatever the past adds."""
    reason: str
    status: int | None
    final_url: str | None
    checked_at: float
    failing_since: float | None = None
    """When the first of the bad answers came that had no good one after them."""
    failures: int = 0
    """How many runs without an answer count towards calling the link dead."""
    counted_at: float | None = None
    """When the last of them was."""
    moves: int = 0
    """How many answers in a row led to this final URL."""

    @property
    def is_dead(self) -> bool:
        """Whether the link is dead, by its last answer or by its past."""
        if self.verdict != "unreachable":
            return self.verdict == "dead"
        return self.failures >= FAILED_RUNS and MEANINGS[Signal[self.signal]].is_lasting

    @property
    def is_failing(self) -> bool:
        """Whether the last answer was a bad one."""
        return self.verdict in _FAILING

    @property
    def was_silent(self) -> bool:
        """Whether nobody answered."""
        return self.status is None and self.verdict in _FAILING and self.signal != Signal.API_GONE.name

    def is_fresh(self, now: float, max_age: float) -> bool:
        """Whether it need not be asked for again: a good answer. A host that turned us away gave none."""
        return self.verdict in _GOOD and 0 <= now - self.checked_at < max_age

    def outcome(self) -> Outcome:
        """The last answer, with what the past makes of it."""
        answer = self.last_answer()
        if self.is_dead and self.verdict == "unreachable":
            return replace(answer, verdict="dead", reason=f"{self.reason}, in {self.failures} runs")
        return answer

    def last_answer(self) -> Outcome:
        """The last answer by itself."""
        return Outcome(Signal[self.signal], self.verdict, self.reason, self.status, self.final_url)


def continued(previous: Record | None, url: str, outcome: Outcome, now: float) -> Record:
    """The record after another answer, which may come from a run that began before that of the last one.

    Of runs at the same time the answers count in the order in which the runs began, whichever writes first.
    """
    if previous is None or previous.checked_at <= now or _is_impossible(previous, now):
        return updated(previous, url, outcome, now)
    if outcome.verdict in _AT_LEAST_LIVING and previous.is_failing:
        return updated(None, url, previous.last_answer(), previous.checked_at)
    return previous


def updated(previous: Record | None, url: str, outcome: Outcome, now: float) -> Record:
    """The record after another answer."""
    if previous is not None and _is_impossible(previous, now):
        previous = None
    record = Record(
        url,
        outcome.signal.name,
        outcome.verdict,
        outcome.reason,
        outcome.status,
        outcome.final_url,
        checked_at=now,
    )
    if outcome.verdict in _AT_LEAST_LIVING:
        return record._replace(moves=_moves(previous, outcome)) if outcome.verdict == "moved" else record
    if previous is not None and outcome.verdict in _FAILING:
        record = record._replace(
            failing_since=previous.failing_since,
            failures=previous.failures,
            counted_at=previous.counted_at,
        )
    if record.failing_since is None:
        record = record._replace(failing_since=now)
    if MEANINGS[outcome.signal].is_lasting and _is_due(record, now):
        record = record._replace(failures=record.failures + 1, counted_at=now)
    return record


def _moves(previous: Record | None, outcome: Outcome) -> int:
    is_again = (
        previous is not None and previous.verdict == "moved" and previous.final_url == outcome.final_url
    )
    return previous.moves + 1 if is_again and previous is not None else 1


def _is_impossible(record: Record, now: float) -> bool:
    """Whether a record comes from a clock that was wrong: no run takes that long."""
    return record.checked_at - now > DAY


def _is_due(record: Record, now: float) -> bool:
    return record.counted_at is None or now - record.counted_at >= DAYS_BETWEEN * DAY
