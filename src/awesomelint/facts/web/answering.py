"""From needs to answers: each URL once, fresh answers from memory, and all of them written down."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timezone
from typing import NamedTuple

from awesomelint.facts.web.afterthoughts import offline_outcome, second_thoughts
from awesomelint.facts.web.exclusion import is_excluded
from awesomelint.facts.web.guard import NotPublic, refuse_private_target
from awesomelint.facts.web.history import History
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.moves import replacement
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.providers.copies import find_copies, recalled_copies
from awesomelint.facts.web.providers.inquiry import Inquiry
from awesomelint.facts.web.providers.questions import answers_of, begin_inquiry, recalled, run_with
from awesomelint.facts.web.run import Run
from awesomelint.facts.web.settings import Progress, WebSettings
from awesomelint.facts.web.streak import Record, updated
from awesomelint.facts.web.urls import BadUrl, OtherScheme, Target, parse_url
from awesomelint.facts.web.verdicts import LEFT_OUT, MEANINGS, Signal
from awesomelint.needs import Answers, Liveness, LivenessNeed, Need
from awesomelint.results import LinkCounts, count_links

_PROXIED = "links are looked up through a proxy: their host names and addresses are not checked here"
_OFFLINE = "offline"
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
    needs = tuple(needs)
    began = time.monotonic()
    now = settings.clock()
    names = Names()
    read = _read_all(needs, settings)
    found = _look_up(needs, _distinct(read), settings, progress, history, names, now)
    answers, counts = _answers(read, found, now)
    if found.interrupted:
        return answers, counts
    left = None if settings.max_time is None else settings.max_time - (time.monotonic() - began)
    copies = find_copies(answers.liveness.values(), settings, names, history, left)
    note = "; ".join(filter(None, (counts.note, copies.problem)))
    counts = replace(counts, note=note, interrupted=copies.interrupted)
    return answers.merged(Answers(liveness=copies.liveness)), counts


def recall(
    needs: Iterable[Need], settings: WebSettings, history: History | None
) -> tuple[Answers, LinkCounts]:
    """As `awesomelint.facts.web.recall`."""
    needs = tuple(needs)
    read = _read_all(needs, settings)
    targets = _distinct(read)
    known = history.records(targets) if history else {}
    unknown: _State = (Outcome(Signal.TIME_IS_UP, "skipped", _OFFLINE), None)
    states = dict.fromkeys(targets, unknown) | {url: (each.outcome(), each) for url, each in known.items()}
    said = recalled(needs, history) if history else Answers()
    found = _Found(states, known.keys(), history.warning if history else "", said=said)
    answers, counts = _answers(read, found, settings.clock())
    if history:
        answers = answers.merged(Answers(liveness=recalled_copies(answers.liveness.values(), history)))
    return answers, counts


_Read = dict[str, Target | Outcome]
"""By URL as it is written: what is to be asked, or why nothing is."""


def _read_all(needs: Iterable[Need], settings: WebSettings) -> _Read:
    urls = dict.fromkeys(need.url for need in needs if isinstance(need, LivenessNeed))
    return {url: _read(url, settings) for url in urls}


def _distinct(read: _Read) -> dict[str, Target]:
    """By the URL that is asked for: without fragment, and in one spelling."""
    return {target.url: target for target in read.values() if isinstance(target, Target)}


def _answers(read: _Read, found: _Found, now: float) -> tuple[Answers, LinkCounts]:
    """What was found, by the URLs as they are written, and counted."""
    liveness = {}
    earlier = 0
    for url, asked in read.items():
        if isinstance(asked, Target):
            liveness[url] = _liveness(url, *found.states[asked.url])
            earlier += asked.url in found.earlier
        else:
            liveness[url] = _liveness(url, *_state(None, url, asked, now))
    counts = replace(
        count_links(liveness.values()), note=found.note, interrupted=found.interrupted, earlier=earlier
    )
    return found.said.merged(Answers(liveness=liveness)), counts


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
    if not settings.allow_private:
        try:
            # Whether there is a proxy is known later; names without a domain are for the transport to refuse.
            refuse_private_target(target, behind_proxy=False)
        except NotPublic as refusal:
            return _outcome(Signal.NOT_PUBLIC, str(refusal))
    return target


_State = tuple[Outcome, Record | None]
"""What is to be said of a link, and what is known of its past: nothing where it was never looked up."""


class _Found(NamedTuple):
    """What is known of each target afterwards, and how that came about."""

    states: dict[str, _State]
    earlier: Container[str]
    """Those that were known from earlier runs and not asked for."""
    note: str
    interrupted: bool = False
    said: Answers = Answers()
    """What providers told of other needs."""


def _look_up(
    needs: Sequence[Need],
    targets: Mapping[str, Target],
    settings: WebSettings,
    progress: Callable[[Progress], None] | None,
    history: History | None,
    names: Names,
    now: float,
) -> _Found:
    known = history.records(targets) if history else {}
    fresh = {url: record for url, record in known.items() if record.is_fresh(now, settings.max_age)}
    stale = [url for url in targets if url not in fresh]
    stale.sort(key=lambda url: known[url].checked_at if url in known else 0.0)
    asked = {url: targets[url] for url in stale}
    inquiry = begin_inquiry(needs, asked, settings, names, history, now)
    silent_before = {asked[url].netloc for url in stale if url in known and known[url].was_silent}
    run = Run(asked, settings, names, inquiry.claimed, silent_before)
    found, interrupted = _follow(run, inquiry, progress, history, now, len(fresh))
    may_wait = not interrupted and not run.is_out_of_time()
    doubted, doubt = second_thoughts(found, run.hosts, names, may_wait=may_wait)
    if history:
        history.revoke(doubted)
        history.flush()
    proxied = _PROXIED if run.behind_proxy else ""
    # Where hardly anyone answers, it is no news that a provider does not either.
    troubles = [doubt] if doubt else inquiry.problems.values()
    notes = [*troubles, proxied, history.warning if history else ""]
    states: dict[str, _State] = {url: (record.outcome(), record) for url, record in fresh.items()}
    states |= {url: _state(known.get(url), url, outcome, now) for url, outcome in found.items()}
    states |= {url: _state(None, url, outcome, now) for url, outcome in doubted.items()}
    said = answers_of(inquiry, needs)
    return _Found(states, fresh.keys(), "; ".join(filter(None, notes)), interrupted, said)


def _follow(
    run: Run,
    inquiry: Inquiry,
    progress: Callable[[Progress], None] | None,
    history: History | None,
    now: float,
    earlier: int,
) -> tuple[dict[str, Outcome], bool]:
    """Run to the end, to the end of the time, or to an interrupt; whether it was one.

    Progress counts those that were known `earlier`, too.
    """
    total = earlier + run.total
    found: dict[str, Outcome] = {}
    verdicts: Counter[str] = Counter()
    next_report = 0.0
    interrupted = False
    try:
        for item in run_with(inquiry, run):
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
                progress(Progress(earlier + len(found), total, dict(verdicts)))
    except KeyboardInterrupt:
        interrupted = True
    reason = _TIME_IS_UP if run.is_out_of_time() else offline_outcome().reason
    found |= run.remainder(Signal.TIME_IS_UP, _INTERRUPTED if interrupted else reason)
    if progress is not None:
        progress(Progress(earlier + len(found), total, dict(verdicts)))
    return found, interrupted


def _outcome(signal: Signal, reason: str) -> Outcome:
    return Outcome(signal, MEANINGS[signal].verdict, reason)


def _state(previous: Record | None, url: str, outcome: Outcome, now: float) -> _State:
    if outcome.verdict == "skipped":
        return outcome, previous
    record = updated(previous, url, outcome, now)
    return record.outcome(), record


def _liveness(url: str, outcome: Outcome, record: Record | None) -> Liveness:
    new_url, is_same_page = None, False
    if outcome.verdict == "moved" and outcome.final_url is not None:
        new_url, is_same_page = replacement(url, outcome.final_url)
    is_renamed = outcome.signal is Signal.RENAMED
    return Liveness(
        url,
        outcome.verdict,
        outcome.reason,
        outcome.status,
        outcome.final_url,
        replacement=new_url,
        is_same_page=is_same_page or is_renamed,
        is_left_out=outcome.signal in LEFT_OUT,
        is_renamed=is_renamed,
        times_moved=record.moves if record else 0,
        checked_at=_moment(record.checked_at) if record else None,
        failing_since=_moment(record.failing_since) if record else None,
        failures=record.failures if record else 0,
    )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, timezone.utc)
