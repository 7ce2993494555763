"""From needs to answers: each URL once, and second thoughts about a whole run."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from awesomelint.facts.clock import today
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.moves import replacement
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.run import Run
from awesomelint.facts.web.settings import Progress, WebSettings
from awesomelint.facts.web.urls import BadUrl, OtherScheme, Target, parse_url
from awesomelint.facts.web.verdicts import MEANINGS, Signal
from awesomelint.needs import Answers, Liveness, LivenessNeed, Need
from awesomelint.results import LinkCounts

_OFFLINE = "there seems to be no network: no host answered"
_SHAKY = "most hosts did not answer: nothing is called dead"
_PROXIED = "behind a proxy, where host names are not looked up"
_INTERRUPTED = "interrupted"
_TIME_IS_UP = "the time was used up"
_PROGRESS_INTERVAL = 0.1


def answer(
    needs: Iterable[Need], settings: WebSettings, progress: Callable[[Progress], None] | None = None
) -> tuple[Answers, LinkCounts]:
    """As `awesomelint.facts.web.answer`."""
    urls = list(dict.fromkeys(need.url for need in needs if isinstance(need, LivenessNeed)))
    targets, outcomes = _read_urls(urls)
    names = Names()
    run = Run({target.url: target for target in targets.values()}, settings, names)
    found, note, interrupted = _follow(run, progress)
    found, note = _reconsider(found, note, run, names)
    outcomes |= {url: found[target.url] for url, target in targets.items()}
    liveness = {url: _liveness(url, outcomes[url]) for url in urls}
    verdicts: Counter[str] = Counter(answered.verdict for answered in liveness.values())
    skipped = verdicts.pop("skipped", 0)
    return Answers(liveness=liveness), LinkCounts(skipped, dict(verdicts), note, interrupted)


def _read_urls(urls: Iterable[str]) -> tuple[dict[str, Target], dict[str, Outcome]]:
    read = {url: _read_url(url) for url in urls}
    targets = {url: result for url, result in read.items() if isinstance(result, Target)}
    outcomes = {url: result for url, result in read.items() if isinstance(result, Outcome)}
    return targets, outcomes


def _read_url(url: str) -> Target | Outcome:
    try:
        return parse_url(url)
    except OtherScheme as error:
        return _outcome(Signal.OTHER_SCHEME, str(error))
    except BadUrl as error:
        return _outcome(Signal.UNPARSABLE, f"cannot be opened: {error}")


def _follow(run: Run, progress: Callable[[Progress], None] | None) -> tuple[dict[str, Outcome], str, bool]:
    """Run to the end, to the end of the time, or to an interrupt."""
    found: dict[str, Outcome] = {}
    verdicts: Counter[str] = Counter()
    next_report = 0.0
    interrupted = False
    try:
        for item in run.outcomes():
            if item is not None:
                found[item[0]] = item[1]
                verdicts[item[1].verdict] += 1
            elif progress is not None and time.monotonic() >= next_report:
                next_report = time.monotonic() + _PROGRESS_INTERVAL
                progress(Progress(len(found), run.total, dict(verdicts)))
    except KeyboardInterrupt:
        interrupted = True
    note = ""
    if interrupted:
        note = _INTERRUPTED
    elif run.is_out_of_time() and run.has_remainder():
        note = _TIME_IS_UP
    found |= run.remainder(Signal.TIME_IS_UP, note or _OFFLINE)
    if progress is not None:
        progress(Progress(len(found), run.total, dict(verdicts)))
    return found, note, interrupted


def _reconsider(
    found: Mapping[str, Outcome], note: str, run: Run, names: Names
) -> tuple[dict[str, Outcome], str]:
    """What a run as a whole says about its parts: a machine without network finds every link dead."""
    notes = [note, *run.refusals.values(), _PROXIED if run.behind_proxy else ""]
    if run.hosts.seem_offline() and not run.hosts.answered:
        return {url: _outcome(Signal.TIME_IS_UP, _OFFLINE) for url in found}, _OFFLINE
    if run.hosts.seem_offline():
        return {url: _doubted(outcome, _SHAKY) for url, outcome in found.items()}, _joined([_SHAKY, *notes])
    result = dict(found)
    nameless = [url for url, outcome in found.items() if outcome.signal is Signal.NO_SUCH_NAME]
    if nameless and not names.can_resolve():
        for url in nameless:
            result[url] = _doubted(found[url], "no host name can be looked up")
    return result, _joined(notes)


def _doubted(outcome: Outcome, doubt: str) -> Outcome:
    if outcome.verdict != "dead":
        return outcome
    return Outcome(
        outcome.signal, "unreachable", f"{outcome.reason}, but {doubt}", outcome.status, outcome.final_url
    )


def _outcome(signal: Signal, reason: str) -> Outcome:
    return Outcome(signal, MEANINGS[signal].verdict, reason)


def _liveness(url: str, outcome: Outcome) -> Liveness:
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
        times_moved=1 if new_url else 0,
        checked_at=today(),
    )


def _joined(notes: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(note for note in notes if note))
