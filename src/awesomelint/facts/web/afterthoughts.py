"""What a whole run says about its parts: to a machine without network every link looks dead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.run import Hosts
from awesomelint.facts.web.verdicts import LEFT_OUT, Signal

_OFFLINE = "there seems to be no network: no host answered"
_SHAKY = "most hosts did not answer: nothing is called dead"
_NAMELESS = "no host name can be looked up"
_SEALED = "no host name stands for a public address: a portal or a filter may answer for all"
_FEW = 2
"""Links that may well be private one by one."""
_NAMELESS_SIGNALS = frozenset({Signal.NO_SUCH_NAME, Signal.NAME_FAILURE})


def offline_outcome() -> Outcome:
    """How a link ends without network."""
    return Outcome(Signal.TIME_IS_UP, "skipped", _OFFLINE)


def second_thoughts(
    found: Mapping[str, Outcome], hosts: Hosts, names: Names, *, may_wait: bool = True
) -> tuple[dict[str, Outcome], str]:
    """What has to be said of some links in place of what was found, by URL, and a note for people.

    It is not to be remembered either: the fault may be on our side. Unless it `may_wait`, no name is
    looked up to learn that.
    """
    if hosts.seem_offline():
        if not hosts.answered:
            return _all_offline(found), _OFFLINE
        failing = {
            url: outcome for url, outcome in found.items() if outcome.verdict in {"dead", "unreachable"}
        }
        return {url: _doubted(outcome, _SHAKY) for url, outcome in failing.items()}, _SHAKY
    if len(found) > _FEW and all(outcome.signal is Signal.NOT_PUBLIC for outcome in found.values()):
        # Not left out for good: elsewhere they may be public.
        return {url: replace(outcome, signal=Signal.TIME_IS_UP) for url, outcome in found.items()}, _SEALED
    nameless = {url: outcome for url, outcome in found.items() if outcome.signal in _NAMELESS_SIGNALS}
    if nameless and not names.can_resolve(may_ask=may_wait):
        if may_wait and not hosts.answered:
            return _all_offline(found), _OFFLINE
        return {url: _doubted(outcome, _NAMELESS) for url, outcome in nameless.items()}, _NAMELESS
    return {}, ""


def _all_offline(found: Mapping[str, Outcome]) -> dict[str, Outcome]:
    """All that only a network could have told."""
    return {url: offline_outcome() for url, outcome in found.items() if outcome.signal not in LEFT_OUT}


def _doubted(outcome: Outcome, doubt: str) -> Outcome:
    if outcome.verdict != "dead":
        return outcome
    return Outcome(
        outcome.signal, "unreachable", f"{outcome.reason}, but {doubt}", outcome.status, outcome.final_url
    )
