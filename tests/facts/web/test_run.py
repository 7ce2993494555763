"""A whole run: manners towards hosts, limits of time, an interrupt, and a machine without network."""

import _thread
import dataclasses
import socket
import threading
import time

import pytest

from awesomelint.facts.web import HostManners, answer, run
from awesomelint.facts.web.names import Names
from awesomelint.facts.web.urls import parse_url
from awesomelint.needs import LivenessNeed
from facts.web.looking_up import BRISK, look_up
from facts.web.servers import Server, redirect, response, stay_silent


def with_settings(**changes):
    return dataclasses.replace(BRISK, **changes)


def ask(urls, settings=BRISK, progress=None):
    return answer([LivenessNeed(url) for url in urls], settings, progress)


class Busy:
    """Answers after a while, and counts how many requests it has at once."""

    def __init__(self, seconds):
        self._seconds = seconds
        self._lock = threading.Lock()
        self._now = 0
        self.most = 0

    def __call__(self, connection):
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(self._seconds)
        with self._lock:
            self._now -= 1
        connection.sendall(response(200, Connection="close"))


def test_a_host_gets_only_so_many_requests_at_once(server):
    busy = Busy(0.1)
    urls = [server.on(f"/{n}", busy) for n in range(9)]
    look_up(*urls, settings=with_settings(per_host=3))
    assert busy.most == 3


def test_a_host_that_keeps_requests_waiting_does_not_hold_up_its_other_links(server, monkeypatch):
    monkeypatch.setattr("awesomelint.facts.web.schedule._SLOW", 0.2)
    slow = [server.on(f"/slow/{n}", stay_silent) for n in range(2)]
    urls = [*slow, *(server.on(f"/{n}", response(200)) for n in range(5))]
    verdicts = [
        answered.verdict for answered in look_up(*urls, settings=with_settings(per_host=2, link_timeout=0.9))
    ]
    assert verdicts == ["unreachable"] * 2 + ["alive"] * 5


def _distance(server):
    """The mean seconds between requests: a busy machine may wake the server late for one of them."""
    moments = sorted(asked.at for asked in server.asked)
    return (moments[-1] - moments[0]) / (len(moments) - 1)


def test_requests_to_a_host_keep_their_distance(server):
    urls = [server.on(f"/{n}", response(200)) for n in range(5)]
    look_up(*urls, settings=with_settings(pace=0.1))
    assert _distance(server) >= 0.05


def test_redirects_keep_the_distance_at_the_host_that_they_lead_to(server):
    other = Server()
    urls = [server.on(f"/{n}", redirect(other.on(f"/{n}", response(200)))) for n in range(4)]
    look_up(*urls, settings=with_settings(pace=0.1))
    other.close()
    assert _distance(other) >= 0.05


def test_a_url_is_asked_once_whatever_its_fragment(server):
    url = server.on("/", response(200))
    answers = look_up(url, f"{url}#a", f"{url}#b", url.replace("http://127", "HTTP://127"))
    assert [answered.verdict for answered in answers] == ["alive"] * 4
    assert server.times("/") == 1


def test_a_connection_serves_one_link_after_the_other(server):
    urls = [server.on(f"/{n}", response(200, "text")) for n in range(10)]
    look_up(*urls, settings=with_settings(per_host=1))
    assert server.connections == 1


def test_an_idle_connection_that_the_host_has_closed_is_replaced_at_once(server):
    answered = []

    def once_a_connection(connection):
        connection.sendall(response(200, "text"))
        answered.append(1)
        connection.recv(65536)

    urls = [server.on(f"/{n}", once_a_connection) for n in range(4)]
    began = time.monotonic()
    verdicts = [answered.verdict for answered in look_up(*urls, settings=with_settings(per_host=1))]
    assert verdicts == ["alive"] * 4
    assert time.monotonic() - began < 1.0


def test_a_name_is_looked_up_once_for_all_its_links(server, names):
    names.known["one.test"] = ["127.0.0.1"]
    names.looked_up.clear()
    for n in range(5):
        server.on(f"/{n}", response(200, Connection="close"))
    look_up(*(server.url(f"/{n}", host="one.test") for n in range(5)))
    assert names.looked_up == ["one.test"]


def test_links_of_a_host_that_cannot_be_reached_share_its_failure(fence):
    closed = Server()
    closed.close()
    fence.dialled.clear()
    answers = look_up(*(closed.url(f"/{n}") for n in range(100)))
    assert {answered.reason for answered in answers} == {"connection refused"}
    assert len(fence.dialled) <= 5 * BRISK.per_host


def test_a_host_that_asks_for_too_much_patience_is_given_up(server):
    server.on("/0", response(429, Retry_After="3600"))
    urls = [server.url(f"/{n}") for n in range(20)]
    answers, counts = ask(urls, with_settings(per_host=1))
    assert answers.liveness[urls[0]].verdict == "blocked"
    assert {answers.liveness[url].verdict for url in urls[1:]} == {"skipped"}
    assert len(server.asked) == 1
    assert counts.reasons == {f"127.0.0.1:{server.port} refuses further requests (429 Too Many Requests)": 19}


def test_github_that_refuses_wants_a_token(server, names):
    names.known["github.com"] = ["127.0.0.1"]
    server.on("/0", response(429, Retry_After="3600"))
    urls = [server.url(f"/{n}", host="github.com") for n in range(5)]
    _, counts = ask(urls, with_settings(per_host=1))
    names.known["github.com"] = ["192.0.2.1"]
    assert counts.reasons == {"github.com refuses without GITHUB_TOKEN": 4}


def test_hosts_that_are_known_for_it_are_asked_gently_and_a_list_may_say_otherwise():
    usual = with_settings(per_host=4, pace=0.05)
    gentle, other = usual.manners("github.com"), usual.manners("example.org")
    assert (gentle.at_once, gentle.pace) == (2, 0.25)
    assert (other.at_once, other.pace) == (4, 0.05)
    own = dataclasses.replace(usual, hosts={"github.com": HostManners(pace=3.0)}).manners("github.com")
    assert (own.at_once, own.pace) == (2, 3.0)


def test_a_host_that_wants_no_pause_gets_one_all_the_same(server):
    url = server.on("/", response(429, Retry_After="0"))
    (found,) = look_up(url)
    assert found.verdict == "blocked"
    assert len(server.asked) == 2


def test_a_host_that_was_given_up_is_not_asked_for_links_that_come_later(server):
    first, later = server.on("/0", response(429, Retry_After="3600")), server.on("/1", response(200))
    targets = {url: parse_url(url) for url in (first, later)}
    looking_up = run.Run(targets, BRISK, Names(), held={later})
    outcomes = looking_up.outcomes()
    next(item for item in outcomes if item is not None)
    released = looking_up.release(later)
    outcomes.close()
    assert (released.verdict, server.times("/1")) == ("skipped", 0)


def test_retries_come_after_the_first_pass(server):
    broken = server.on("/broken", response(500), response(200))
    urls = [server.on(f"/{n}", response(200)) for n in range(5)]
    look_up(broken, *urls, settings=with_settings(per_host=1))
    assert [asked.target for asked in server.asked] == ["/broken", "/0", "/1", "/2", "/3", "/4", "/broken"]


def test_the_time_of_a_run_is_kept(server):
    urls = [server.on(f"/{n}", stay_silent) for n in range(3)]
    began = time.monotonic()
    answers, counts = ask(urls, with_settings(max_time=0.3))
    assert time.monotonic() - began < 1.0
    assert {answered.verdict for answered in answers.liveness.values()} == {"skipped"}
    assert (counts.skipped, counts.reasons) == (3, {"the time was used up": 3})


def test_what_was_seen_once_when_time_runs_out_is_no_evidence(server):
    url = server.on("/", response(404))
    answers, _ = ask([url], with_settings(max_time=0.5))
    assert answers.liveness[url].verdict == "unreachable"
    assert answers.liveness[url].reason == "404 Not Found, not confirmed"


def test_an_interrupt_ends_the_run_and_keeps_what_is_known(server):
    urls = [server.on("/good", response(200)), *(server.on(f"/{n}", stay_silent) for n in range(3))]
    threading.Timer(0.3, _thread.interrupt_main).start()
    began = time.monotonic()
    answers, counts = ask(urls, with_settings(read_timeout=10.0, link_timeout=20.0))
    assert time.monotonic() - began < 2.5
    assert counts.interrupted
    assert [answers.liveness[url].verdict for url in urls] == ["alive"] + ["skipped"] * 3


def test_a_look_up_that_hangs_does_not_hang_the_run(names, monkeypatch):
    monkeypatch.setattr(run, "_GRACE", 0.1)
    monkeypatch.setattr(run, "_ROLL_CALL", 0.1)
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: released.wait(20) and [])
    began = time.monotonic()
    (answered,) = look_up("http://hangs.test/", settings=with_settings(link_timeout=0.3))
    released.set()
    assert time.monotonic() - began < 2.0
    assert answered.verdict == "unreachable"


def test_without_network_all_links_are_skipped(names):
    names.known |= {f"offline{n}.test": socket.EAI_AGAIN for n in range(5)}
    answers, counts = ask([f"http://offline{n}.test/" for n in range(5)], with_settings(link_timeout=0.4))
    assert {answered.verdict for answered in answers.liveness.values()} == {"skipped"}
    assert (counts.skipped, dict(counts.verdicts)) == (5, {})
    assert "no network" in counts.note


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://10.0.0.1/", "10.0.0.1 is not a public address"),
        ("http://private.test/", "private.test stands for 10.0.0.1, which is not a public address"),
    ],
)
def test_without_network_a_private_link_is_left_out_for_what_it_is(url, reason, names):
    names.known |= {f"offline{n}.test": socket.EAI_AGAIN for n in range(5)} | {"private.test": ["10.0.0.1"]}
    urls = [url, *(f"http://offline{n}.test/" for n in range(5))]
    answers, counts = ask(urls, with_settings(link_timeout=0.4, allow_private=False))
    assert answers.liveness[url].reason == reason
    assert (counts.skipped, counts.left_out) == (5, {reason: 1})


def test_where_every_name_is_private_nothing_counts_as_looked_up(names):
    names.known |= {f"portal{n}.test": ["10.0.0.1"] for n in range(3)}
    urls = [f"http://portal{n}.test/" for n in range(3)]
    _, few = ask(urls[:1], with_settings(allow_private=False))
    assert (few.skipped, sum(few.left_out.values())) == (0, 1)
    _, counts = ask(urls, with_settings(allow_private=False))
    assert (counts.coverage, counts.skipped, counts.left_out) == (0.0, 3, {})
    assert "no host name stands for a public address" in counts.note


@pytest.mark.parametrize("failure", [socket.EAI_AGAIN, socket.EAI_NONAME])
def test_a_single_host_is_skipped_when_not_even_a_known_name_is_found(names, failure):
    known = names.known.copy()
    names.known |= {"single.test": failure, "github.com": failure}
    answers, counts = ask(["http://single.test/a", "http://single.test/b"], with_settings(link_timeout=0.4))
    names.known = known
    assert {answered.verdict for answered in answers.liveness.values()} == {"skipped"}
    assert counts.note == "there seems to be no network: no host answered"


def test_nothing_is_dead_when_most_hosts_fail(server, names):
    names.known |= {f"offline{n}.test": socket.EAI_AGAIN for n in range(3)}
    gone = server.on("/gone", response(410))
    urls = [gone, *(f"http://offline{n}.test/" for n in range(3))]
    answers, counts = ask(urls, with_settings(link_timeout=0.4))
    assert answers.liveness[gone].verdict == "unreachable"
    assert answers.liveness[gone].reason.startswith("410 Gone, but most hosts did not answer")
    assert "nothing is called dead" in counts.note


def test_a_host_that_answers_after_many_have_failed_is_waited_for(server, names):
    names.known |= {f"early{n}.test": socket.EAI_AGAIN for n in range(30)}
    late = [server.on(f"/{n}", Busy(0.2)) for n in range(2)]
    urls = [*(f"http://early{n}.test/" for n in range(30)), *late]
    answers, _ = ask(urls, with_settings(link_timeout=0.4))
    assert [answers.liveness[url].verdict for url in late] == ["alive", "alive"]


def test_twenty_silent_hosts_and_no_other_are_enough_to_stop(names, fence, monkeypatch):
    monkeypatch.setattr(run, "_SILENT_SECONDS", 0.0)
    hosts = {f"many{n}.test": ["127.0.0.1"] for n in range(200)}
    names.known |= hosts
    closed = Server()
    closed.close()
    fence.dialled.clear()
    _, counts = ask([closed.url(host=host) for host in hosts], with_settings(threads=8))
    assert counts.skipped == 200
    assert len(fence.dialled) < 100


def test_progress_tells_how_far_the_run_is(server):
    heard = []
    urls = [server.on(f"/{n}", response(200)) for n in range(3)]
    ask(urls, progress=heard.append)
    assert (heard[-1].done, heard[-1].total, heard[-1].verdicts) == (3, 3, {"alive": 3})


def test_needs_that_are_none_of_the_webs_are_left_alone():
    answers, counts = ask([])
    assert (dict(answers.liveness), counts.skipped) == ({}, 0)


@pytest.mark.parametrize("url", ["mailto:someone@example.com", "ftp://example.com/", "file:///etc/passwd"])
def test_other_schemes_are_skipped(url):
    (answered,) = look_up(url)
    assert answered.verdict == "skipped"
