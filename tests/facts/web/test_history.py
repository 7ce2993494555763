"""The history file: what it keeps, whom it refuses, and what it survives."""

import dataclasses
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import textwrap
import time

import pytest

from awesomelint.facts.web import answer
from awesomelint.facts.web.fact_table import Fact
from awesomelint.facts.web.history import (
    APPLICATION_ID,
    HistoryError,
    UnusableHistoryError,
    open_history,
)
from awesomelint.facts.web.journey import Outcome
from awesomelint.facts.web.streak import DAY
from awesomelint.facts.web.verdicts import Signal
from awesomelint.needs import LivenessNeed
from facts.web.looking_up import BRISK
from facts.web.servers import Server, response, stay_silent

ALIVE = Outcome(Signal.OK, "alive", "200 OK", 200)
LATELY = time.time() - 30 * DAY
REFUSED = Outcome(Signal.CONNECTION_REFUSED, "unreachable", "connection refused")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cache" / "links.sqlite"


def write(path, url="https://a.example/", outcome=ALIVE, now=None, **options):
    history = open_history(path, **options)
    history.note(url, outcome, time.time() if now is None else now)
    history.close()
    return history


def read(path, url="https://a.example/"):
    history = open_history(path)
    records = history.records([url])
    history.close()
    return records.get(url)


def ask(path, *urls, day=0.0, **changes):
    settings = dataclasses.replace(BRISK, clock=lambda: 1_800_000_000 + day * DAY, **changes)
    history = open_history(path)
    try:
        answers, counts = answer([LivenessNeed(url) for url in urls], settings, history=history)
    finally:
        history.close()
    return [answers.liveness[url] for url in urls], counts


def test_what_is_written_can_be_read(path):
    write(path)
    record = read(path)
    assert (record.verdict, record.reason, record.status) == ("alive", "200 OK", 200)


def test_an_answer_that_only_another_version_understands_is_asked_for_again(path):
    write(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE links SET signal = 'OF_ANOTHER_VERSION'")
    connection.close()
    assert read(path) is None


def test_many_records_are_found(path):
    history = open_history(path)
    urls = [f"https://a.example/{n}" for n in range(1700)]
    for url in urls:
        history.note(url, ALIVE, time.time())
    history.flush()
    assert history.records([*urls, "https://other.example/"]).keys() == set(urls)
    history.close()


def test_a_fresh_good_answer_is_not_asked_for_again(path, server):
    good, bad = server.on("/good", response(200)), server.on("/bad", response(410))
    ask(path, good, bad)
    again, _ = ask(path, good, bad, day=6)
    assert [found.verdict for found in again] == ["alive", "dead"]
    assert (server.times("/good"), server.times("/bad")) == (1, 2)


def test_an_old_good_answer_is_asked_for_again(path, server):
    good = server.on("/good", response(200))
    ask(path, good)
    ask(path, good, day=8)
    assert server.times("/good") == 2


def test_how_long_an_answer_is_believed_can_be_said(path, server):
    good = server.on("/good", response(200))
    ask(path, good)
    ask(path, good, day=1, max_age=0.0)
    assert server.times("/good") == 2


def test_a_link_that_fails_for_long_becomes_dead_and_one_success_mends_it(path, server):
    link, other = server.on("/", b"not HTTP\r\n\r\n"), server.on("/other", response(200))
    verdicts = [ask(path, link, other, day=day)[0][0].verdict for day in (0, 1, 3, 6)]
    server.on("/", response(200))
    mended = ask(path, link, other, day=7)[0][0]
    assert verdicts == ["unreachable", "unreachable", "unreachable", "dead"]
    assert (mended.verdict, mended.failing_since) == ("alive", None)


def _dead_ports(count):
    closed = [Server() for _ in range(count)]
    for each in closed:
        each.close()
    return [each.url() for each in closed]


def test_hosts_that_fail_again_while_good_answers_are_fresh_do_not_look_like_a_missing_network(path):
    living = [Server() for _ in range(5)]
    for each in living:
        each.on("/", response(200))
    silent = _dead_ports(4)
    links = [*(each.url() for each in living), *silent]
    verdicts = []
    for day in (0, 3, 6):
        found, counts = ask(path, *links, day=day)
        verdicts.append({each.verdict for each in found[-4:]})
        assert counts.note == ""
    for each in living:
        each.close()
    assert verdicts == [{"unreachable"}, {"unreachable"}, {"dead"}]


def test_new_hosts_that_fail_still_look_like_a_missing_network(path):
    before, new = _dead_ports(1), _dead_ports(4)
    ask(path, *before)
    _, counts = ask(path, *before, *new, day=3)
    assert "no network" in counts.note
    assert dict(counts.verdicts) == {}


def test_without_network_known_failures_do_not_count_once_more(path, names):
    names.known["gone.test"] = ["127.0.0.1"]
    (closed,) = _dead_ports(1)
    link = closed.replace("127.0.0.1", "gone.test")
    ask(path, link)
    before = read(path, link)
    known = names.known.copy()
    names.known |= {"gone.test": socket.EAI_AGAIN, "github.com": socket.EAI_AGAIN}
    _, counts = ask(path, link, day=3)
    names.known = known
    assert "no network" in counts.note
    assert read(path, link) == before


def test_a_host_that_turns_us_away_is_asked_again(path, server):
    link = server.on("/", response(401), response(410))
    verdicts = [ask(path, link, day=day)[0][0].verdict for day in (0, 1)]
    assert verdicts == ["blocked", "dead"]


def test_the_answer_says_since_when_a_link_fails(path, server):
    link = server.on("/", response(410))
    first = ask(path, link)[0][0]
    later = ask(path, link, day=10)[0][0]
    assert later.failing_since == first.checked_at
    assert (later.checked_at - first.checked_at).days == 10


def test_a_move_is_certain_enough_when_two_runs_saw_it(path, server):
    link = server.on("/a", b"HTTP/1.1 301 Moved\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")
    server.on("/b", response(200))
    times = [ask(path, link, day=day)[0][0].times_moved for day in (0, 8)]
    assert times == [1, 2]


def test_links_that_were_never_looked_up_come_first(path, server):
    old = [server.on(f"/old/{n}", response(410)) for n in range(3)]
    ask(path, *old)
    server.asked.clear()
    new = [server.on(f"/new/{n}", response(410)) for n in range(3)]
    ask(path, *old, *new, day=1, per_host=1)
    assert [asked.target for asked in server.asked][:6] == [
        "/new/0",
        "/new/1",
        "/new/2",
        "/old/0",
        "/old/1",
        "/old/2",
    ]


def test_a_run_without_network_leaves_the_history_as_it_was(path, server, names):
    link = server.on("/", response(410))
    ask(path, link)
    before = read(path, link)
    server.close()
    names.known |= {f"off{n}.test": socket.EAI_AGAIN for n in range(3)}
    ask(path, link, *(f"http://off{n}.test/" for n in range(3)), day=4, link_timeout=0.4)
    assert read(path, link) == before
    assert read(path, "http://off1.test/") is None


@pytest.mark.parametrize("content", [b"", None])
def test_an_empty_or_missing_file_becomes_a_history(path, content):
    if content is not None:
        path.parent.mkdir()
        path.write_bytes(content)
    write(path)
    assert read(path).verdict == "alive"
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID


def test_another_programs_database_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE links (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="not a history"):
        open_history(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_another_programs_database_is_refused_at_our_own_place_too(tmp_path):
    path = tmp_path / "links.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE links (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="not a history"):
        open_history(path, is_named=False)
    assert path.read_bytes() == before


def test_what_cannot_be_had_is_told_from_what_is_foreign(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnusableHistoryError, match="cannot be used"):
        open_history(tmp_path / "file" / "links.sqlite")


@pytest.mark.parametrize("content", [b"# A list\n", b"\0" * 5000, b"SQLite format 3\0"])
def test_any_other_file_is_refused_and_not_touched(tmp_path, content):
    path = tmp_path / "README.md"
    path.write_bytes(content)
    with pytest.raises(HistoryError, match="not a history"):
        open_history(path)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(HistoryError):
        open_history(tmp_path)


def broken(path):
    write(path)
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(data)


def test_a_broken_history_is_set_aside_and_begun_anew(path):
    broken(path)
    damaged = path.read_bytes()
    history = write(path)
    assert "was broken" in history.warning
    assert read(path).verdict == "alive"
    assert path.with_name("links.sqlite.broken-1").read_bytes() == damaged


def test_at_our_own_place_anything_unreadable_is_a_broken_history(path):
    path.parent.mkdir()
    path.write_bytes(b"garbage" * 100)
    history = write(path, is_named=False)
    assert "was broken" in history.warning
    assert read(path).verdict == "alive"


def test_earlier_broken_histories_are_kept(path):
    broken(path)
    open_history(path).close()
    broken(path)
    open_history(path).close()
    assert path.with_name("links.sqlite.broken-2").exists()


def test_a_newer_history_is_refused(path):
    write(path)
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(HistoryError, match="newer"):
        open_history(path)


def test_a_history_that_breaks_during_a_run_does_not_break_the_run(path):
    history = open_history(path)
    history._connection.execute("DROP TABLE links")
    history.note("https://a.example/", ALIVE, time.time())
    history.flush()
    assert "not used any further" in history.warning
    assert history.records(["https://a.example/"]) == {}
    history.close()


def test_records_of_long_ago_are_forgotten(path):
    write(path, now=time.time() - 500 * DAY)
    assert read(path) is None


WRITER = """
    import sys, time
    from pathlib import Path
    from awesomelint.facts.web.history import open_history
    from awesomelint.facts.web.journey import Outcome
    from awesomelint.facts.web.verdicts import Signal

    history = open_history(Path(sys.argv[1]))
    for n in range(300):
        history.note(f"https://{sys.argv[2]}.example/{n}", Outcome(Signal.OK, "alive", "200 OK", 200), time.time())
        history.note("https://both.example/", Outcome(Signal.OK, "alive", "200 OK", 200), time.time())
        history.flush()
    history.close()
"""


def start(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)], env={**os.environ}
    )


def test_two_runs_at_once_both_keep_their_answers(path):
    writers = [start(WRITER, path, name) for name in ("one", "two")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    history = open_history(path)
    urls = [f"https://{name}.example/{n}" for name in ("one", "two") for n in range(300)]
    assert len(history.records([*urls, "https://both.example/"])) == 601
    history.close()


def test_what_another_run_wrote_after_us_is_not_taken_back_with_our_answer(path):
    ours, others = open_history(path), open_history(path)
    ours.note("https://a.example/", REFUSED, now=LATELY)
    ours.flush()
    others.note("https://a.example/", ALIVE, now=LATELY + 10)
    others.flush()
    ours.revoke(["https://a.example/"])
    ours.close()
    others.close()
    assert read(path).verdict == "alive"


def test_what_another_run_wrote_before_us_is_there_again_without_our_answer(path):
    ours, others = open_history(path), open_history(path)
    for day in (0, 3):
        others.note("https://a.example/", REFUSED, now=LATELY + day * DAY)
        others.flush()
    ours.note("https://a.example/", REFUSED, now=LATELY + 6 * DAY)
    ours.flush()
    ours.revoke(["https://a.example/"])
    ours.close()
    others.close()
    record = read(path)
    assert (record.failures, record.failing_since, record.checked_at) == (2, LATELY, LATELY + 3 * DAY)


def test_an_answer_that_was_never_written_is_taken_back_too(path):
    write(path, now=time.time())
    history = open_history(path)
    history.note("https://a.example/", REFUSED, time.time())
    history.revoke(["https://a.example/"])
    history.close()
    assert read(path).verdict == "alive"


@pytest.mark.parametrize(
    ("earlier", "later", "verdict", "failures"),
    [(REFUSED, ALIVE, "alive", 0), (ALIVE, REFUSED, "unreachable", 1), (REFUSED, REFUSED, "unreachable", 3)],
)
@pytest.mark.parametrize("is_swapped", [False, True])
def test_of_runs_at_once_the_order_in_which_they_began_counts(
    earlier, later, verdict, failures, is_swapped, path
):
    for day in (0, 3):
        write(path, outcome=REFUSED, now=LATELY + day * DAY)
    last = LATELY + 6 * DAY + 60
    answers = [(earlier, last - 60), (later, last)]
    for outcome, began in reversed(answers) if is_swapped else answers:
        write(path, outcome=outcome, now=began)
    record = read(path)
    assert (record.verdict, record.failures, record.checked_at) == (verdict, failures, last)


def test_what_a_wrong_clock_dated_is_replaced(path):
    in_a_year = time.time() + 365 * DAY
    write(path, outcome=REFUSED, now=in_a_year)
    history = open_history(path)
    history.note_fact("arxiv", "1", Fact({"title": "old"}, in_a_year))
    history.close()
    history = open_history(path)
    history.note("https://a.example/", ALIVE, time.time())
    history.note_fact("arxiv", "1", Fact({"title": "new"}, time.time()))
    history.close()
    assert read(path).verdict == "alive"
    history = open_history(path)
    facts = history.facts("arxiv", ["1"])
    history.close()
    assert facts["1"].facts == {"title": "new"}


def test_an_older_answer_of_a_provider_does_not_replace_a_newer_one(path):
    for moment, title in ((2000.0, "new"), (1000.0, "old")):
        history = open_history(path)
        history.note_fact("arxiv", "1", Fact({"title": title}, time.time() + moment))
        history.close()
    history = open_history(path)
    facts = history.facts("arxiv", ["1"])
    history.close()
    assert facts["1"].facts == {"title": "new"}


def test_runs_that_find_a_broken_history_at_once_begin_one_anew(path):
    broken(path)
    names = ("one", "two", "three")
    writers = [start(WRITER, path, name) for name in names]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    history = open_history(path)
    assert len(history.records(f"https://{name}.example/{n}" for name in names for n in range(300))) == 900
    history.close()
    assert len(list(path.parent.glob("*.broken-*"))) == 1


RUNNER = """
    import sys
    from pathlib import Path
    from awesomelint.facts.web import WebSettings, answer
    from awesomelint.facts.web.history import open_history
    from awesomelint.needs import LivenessNeed

    history = open_history(Path(sys.argv[1]))
    answer([LivenessNeed(url) for url in sys.argv[2:]], WebSettings(allow_private=True, pace=0.0), history=history)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_run_that_is_killed_loses_no_more_than_a_second(path, server):
    good = [server.on(f"/{n}", response(200)) for n in range(20)]
    waiting = [server.on(f"/silent/{n}", stay_silent) for n in range(3)]
    runner = start(RUNNER, path, *good, *waiting)
    end = time.monotonic() + 20
    while len(server.asked) < 23 and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(1.0)
    runner.kill()
    runner.wait()
    history = open_history(path)
    assert len(history.records(good)) == 20
    history.close()
