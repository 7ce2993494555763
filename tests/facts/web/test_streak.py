"""What several runs make of a link."""

import pytest

from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.streak import DAY, updated
from awesomelint.facts.web.verdicts import MEANINGS, Signal

URL = "https://a.example/"


def outcome(signal, final_url=None, verdict=None):
    return Outcome(signal, verdict or MEANINGS[signal].verdict, signal.value, None, final_url)


def after(*events):
    """The record after answers, each given as a day and a signal."""
    record = None
    for day, signal in events:
        record = updated(record, URL, outcome(signal), day * DAY)
    return record


def verdict(*events):
    return after(*events).outcome().verdict


REFUSED, OK, BLOCKED = Signal.CONNECTION_REFUSED, Signal.OK, Signal.FORBIDDEN


def test_three_failed_runs_with_three_days_between_make_a_link_dead():
    assert verdict((1, REFUSED), (4, REFUSED)) == "unreachable"
    assert verdict((1, REFUSED), (4, REFUSED), (7, REFUSED)) == "dead"


def test_the_reason_says_how_often_and_the_record_since_when():
    record = after((1, REFUSED), (4, REFUSED), (7, REFUSED))
    assert record.outcome().reason == "connection refused, in 3 runs"
    assert record.failing_since == 1 * DAY


def test_failures_on_one_day_count_once():
    assert (
        verdict((1, REFUSED), (1.1, REFUSED), (1.2, REFUSED), (1.3, REFUSED), (2, REFUSED)) == "unreachable"
    )


def test_daily_failures_count_every_third_day():
    days = [(day, REFUSED) for day in range(1, 8)]
    assert [after(*days[:n]).failures for n in range(1, 8)] == [1, 1, 1, 2, 2, 2, 3]


@pytest.mark.parametrize("signal", [OK, BLOCKED, Signal.PERMANENT_REDIRECT])
def test_one_sign_of_life_begins_the_count_anew(signal):
    record = after((1, REFUSED), (4, REFUSED), (5, signal), (7, REFUSED))
    assert (record.outcome().verdict, record.failures, record.failing_since) == ("unreachable", 1, 7 * DAY)


@pytest.mark.parametrize(
    "signal",
    [Signal.READ_TIMEOUT, Signal.CONNECT_TIMEOUT, Signal.TLS, Signal.SERVER_ERROR, Signal.NAME_FAILURE],
)
def test_different_failures_make_one_streak(signal):
    assert verdict((1, REFUSED), (4, signal), (7, REFUSED)) == "dead"


@pytest.mark.parametrize(
    "signal", [Signal.BAD_REQUEST, Signal.CLIENT_ERROR, Signal.PROXY, Signal.UNKNOWN_AUTHORITY]
)
def test_a_host_that_lives_and_a_fault_of_ours_never_make_a_link_dead(signal):
    assert verdict(*((day, signal) for day in range(1, 60))) == "unreachable"


def test_what_was_seen_once_where_it_takes_two_looks_does_not_count():
    record = updated(None, URL, outcome(Signal.NOT_FOUND, verdict="unreachable"), DAY)
    assert record.failures == 0


def test_a_dead_answer_is_dead_at_once():
    assert verdict((1, Signal.GONE)) == "dead"


def test_a_move_counts_while_it_leads_to_the_same_place():
    first = updated(None, URL, outcome(Signal.PERMANENT_REDIRECT, "https://b.example/"), 1 * DAY)
    again = updated(first, URL, outcome(Signal.PERMANENT_REDIRECT, "https://b.example/"), 2 * DAY)
    other = updated(again, URL, outcome(Signal.PERMANENT_REDIRECT, "https://c.example/"), 3 * DAY)
    assert (first.moves, again.moves, other.moves) == (1, 2, 1)


@pytest.mark.parametrize(
    ("signal", "is_fresh"),
    [
        (OK, True),
        (Signal.PERMANENT_REDIRECT, True),
        (Signal.FORBIDDEN, False),
        (Signal.THROTTLED, False),
        (Signal.NOT_FOUND, False),
        (Signal.SOFT_404, False),
        (REFUSED, False),
    ],
)
def test_only_good_answers_are_used_again(signal, is_fresh):
    record = after((1, signal))
    assert record.is_fresh(2 * DAY, 7 * DAY) is is_fresh
    assert not record.is_fresh(8.1 * DAY, 7 * DAY)
