"""From needs to answers: each URL once, fresh answers from memory, and all of them written down."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timezone

from awesomelint.facts.web.afterthoughts import offline_outcome, second_thoughts
from awesomelint.facts.web.exclusion import is_excluded
from awesomelint.facts.web.history import History
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.moves import replacement
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.run import Run
from awesomelint.facts.web.settings import Progress, WebSettings
from awesomelint.facts.web.streak import Record, updated
from awesomelint.facts.web.urls import BadUrl, OtherScheme, Target, parse_url
from awesomelint.facts.web.verdicts import MEANINGS, Signal
from awesomelint.needs import Answers, Liveness, LivenessNeed, Need
from awesomelint.results import LinkCounts

_PROXIED = "behind a proxy, where host names are not looked up"
_INTERRUPTED = "interrupted"
_TIME_IS_UP = "the time was used up"
_PROGRESS_INTERVAL = 0.1


def answer(
    needs: Iterable[Need],
    settings: WebSettings,
    progress: Callable[[Progress], None] | None = None,
    history: History | None = None,
) -> tuple[Answers, LinkCounts]:
    """As `awesomelint.facts.web.answer`."""
    now = settings.clock()
    urls = list(dict.fromkeys(need.url for need in needs if isinstance(need, LivenessNeed)))
    read = {url: _read(url, settings) for url in urls}
    targets = {url: target for url, target in read.items() if isinstance(target, Target)}
    records = {url: updated(None, url, end, now) for url, end in read.items() if isinstance(end, Outcome)}
    looked_up, note, interrupted = _look_up(targets.values(), settings, progress, history, now)
    records |= {url: looked_up[target.url] for url, target in targets.items()}
    liveness = {url: _liveness(url, records[url]) for url in urls}
    verdicts: Counter[str] = Counter(answered.verdict for answered in liveness.values())
    skipped = verdicts.pop("skipped", 0)
    return Answers(liveness=liveness), LinkCounts(skipped, dict(verdicts), note, interrupted)


def _read(url: str, settings: WebSettings) -> Target | Outcome:
    """What is to be asked, or why nothing is."""
    try:
        target = parse_url(url)
    except OtherScheme as error:
        return _outcome(Signal.OTHER_SCHEME, str(error))
    except BadUrl as error:
        return _outcome(Signal.UNPARSABLE, f"cannot be opened: {error}")
    if is_excluded(url, target, settings.exclude):
        return _outcome(Signal.EXCLUDED, "excluded")
    return target


def _look_up(
    targets: Iterable[Target],
    settings: WebSettings,
    progress: Callable[[Progress], None] | None,
    history: History | None,
    now: float,
) -> tuple[dict[str, Record], str, bool]:
    """What is known of each target afterwards, a note for people, and whether someone interrupted."""
    distinct = {target.url: target for target in targets}
    known = history.records(distinct) if history else {}
    fresh = {url: record for url, record in known.items() if record.is_fresh(now, settings.max_age)}
    stale = [url for url in distinct if url not in fresh]
    stale.sort(key=lambda url: known[url].checked_at if url in known else 0.0)
    names = Names()
    run = Run({url: distinct[url] for url in stale}, settings, names)
    found, note, interrupted = _follow(run, progress, history, now)
    doubted, doubt = second_thoughts(found, run.hosts, names)
    if history:
        history.restore(doubted, known)
        history.flush()
    notes = [
        doubt,
        note,
        *run.refusals.values(),
        _PROXIED if run.behind_proxy else "",
        history.warning if history else "",
    ]
    records = {url: updated(known.get(url), url, outcome, now) for url, outcome in found.items()}
    records |= {url: updated(None, url, outcome, now) for url, outcome in doubted.items()}
    return {**fresh, **records}, "; ".join(dict.fromkeys(filter(None, notes))), interrupted


def _follow(
    run: Run, progress: Callable[[Progress], None] | None, history: History | None, now: float
) -> tuple[dict[str, Outcome], str, bool]:
    """Run to the end, to the end of the time, or to an interrupt."""
    found: dict[str, Outcome] = {}
    verdicts: Counter[str] = Counter()
    next_report = 0.0
    note = ""
    try:
        for item in run.outcomes():
            if item is not None:
                url, outcome = item
                found[url] = outcome
                verdicts[outcome.verdict] += 1
                if history and outcome.verdict != "skipped" and outcome.signal is not Signal.PROXY:
                    history.note(url, outcome, now)
                continue
            if history and not run.hosts.seem_offline():
                history.flush_if_due()
            if progress is not None and time.monotonic() >= next_report:
                next_report = time.monotonic() + _PROGRESS_INTERVAL
                progress(Progress(len(found), run.total, dict(verdicts)))
    except KeyboardInterrupt:
        note = _INTERRUPTED
    if run.is_out_of_time() and run.has_remainder():
        note = note or _TIME_IS_UP
    found |= run.remainder(Signal.TIME_IS_UP, note or offline_outcome().reason)
    if progress is not None:
        progress(Progress(len(found), run.total, dict(verdicts)))
    return found, note, note == _INTERRUPTED


def _outcome(signal: Signal, reason: str) -> Outcome:
    return Outcome(signal, MEANINGS[signal].verdict, reason)


def _liveness(url: str, record: Record) -> Liveness:
    outcome = record.outcome()
    new_url, is_same_page = None, False
    if outcome.verdict == "moved" and outcome.final_url is not None:
        new_url, is_same_page = replacement(url, outcome.final_url)
    return Liveness(
        url,
        outcome.verdict,
        outcome.reason,
        outcome.status,
        outcome.final_url,
        replacement=new_url,
        is_same_page=is_same_page,
        times_moved=record.moves,
        checked_at=_day(record.checked_at),
        failing_since=None if record.failing_since is None else _day(record.failing_since),
        failures=record.failures,
    )


def _day(moment: float) -> date:
    return datetime.fromtimestamp(moment, timezone.utc).date()
