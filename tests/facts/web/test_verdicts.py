"""The table of verdicts over real sockets: what a host does, what is said of the link, and how often it was
asked. All cases are looked up in one run, each on an origin of its own.
"""

import socket
import ssl
from datetime import datetime, timedelta, timezone

import pytest
import trustme

from awesomelint.facts.web.verdicts import MEANINGS, Signal
from awesomelint.needs import Liveness
from facts.web.looking_up import IMPATIENT, look_up
from facts.web.servers import Server, redirect, response, stay_silent
from facts.web.signals import CASES

NAMES = {
    "gone.test": (socket.EAI_NONAME, "dead", 2),
    "unknown.test": (socket.EAI_AGAIN, "unreachable", 3),
    "broken.test": (socket.EAI_FAIL, "unreachable", 3),
}
"""What a look-up ends with, the verdict, and how often the name was looked up."""


@pytest.fixture(scope="module")
def found(names):
    """Every case's answer with the server it was asked of, and what became of names and of a closed port."""
    servers = {case.name: Server() for case in CASES}
    urls = {case.name: servers[case.name].url(case.path) for case in CASES}
    for case in CASES:
        servers[case.name].on(case.path, *case.answers)
        for path, answer in case.pages:
            servers[case.name].on(path, answer)
    closed = Server()
    closed.close()
    names.known |= {name: error for name, (error, _, _) in NAMES.items()}
    urls |= {name: f"http://{name}/" for name in NAMES} | {"closed": closed.url()}
    answers = dict(zip(urls, look_up(*urls.values()), strict=True))
    for server in servers.values():
        server.close()
    lookups = {name: names.looked_up.count(name) for name in NAMES}
    return {name: (answer, servers.get(name), lookups.get(name)) for name, answer in answers.items()}


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_what_a_host_does_decides_the_verdict(name, found):
    case = next(case for case in CASES if case.name == name)
    answer = found[name][0]
    assert (answer.verdict, answer.reason[: len(case.reason)]) == (case.verdict, case.reason), answer


@pytest.mark.parametrize("name", [case.name for case in CASES if case.times is not None])
def test_a_link_is_asked_as_often_as_the_table_says(name, found):
    case = next(case for case in CASES if case.name == name)
    server = found[name][1]
    assert server.times(case.path) == case.times


def test_no_two_cases_have_one_name():
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_signal_has_a_meaning():
    assert set(MEANINGS) == set(Signal)


@pytest.mark.parametrize("name", ["404", "403", "406", "400", "405", "411", "501"])
def test_only_the_second_look_is_like_a_browsers(name, found):
    server = found[name][1]
    first, second = (asked.headers for asked in server.asked)
    assert first["user-agent"].startswith("awesomelint/")
    assert "https://github.com/awesomelint/awesomelint" in first["user-agent"]
    assert second["user-agent"].startswith("Mozilla/5.0")
    assert first["accept-encoding"] == second["accept-encoding"] == "gzip"


@pytest.mark.parametrize("name", ["500", "503", "408", "silence", "429, wait a second"])
def test_plain_retries_stay_honest(name, found):
    server = found[name][1]
    assert {asked.headers["user-agent"].partition("/")[0] for asked in server.asked} == {"awesomelint"}


def test_the_second_look_at_a_404_comes_after_two_seconds(found):
    server = found["404"][1]
    first, second = server.asked
    assert second.at - first.at >= 2.0


def test_a_host_that_says_for_how_long_is_left_alone_for_that_long(found):
    server = found["429, wait a second"][1]
    first, second = server.asked
    assert second.at - first.at >= 1.0


def test_a_refused_connection_is_no_evidence(found):
    answer = found["closed"][0]
    assert (answer.verdict, answer.reason) == ("unreachable", "connection refused")


def test_a_url_that_cannot_be_opened_is_dead_without_being_asked():
    (answer,) = look_up("http://a..b/")
    assert answer.verdict == "dead"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_gone_only_when_it_is_said_twice_not_to_exist(name, found):
    answer, _, lookups = found[name]
    _, verdict, times = NAMES[name]
    assert (answer.verdict, lookups) == (verdict, times)


def test_a_name_that_exists_at_the_second_look_is_not_gone(names, server, monkeypatch):
    results = [None, "127.0.0.1"]

    def getaddrinfo(host, *args, **kwargs):
        address = results.pop(0)
        if address is None:
            raise socket.gaierror(socket.EAI_NONAME, "not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    server.on("/", response(200))
    (answer,) = look_up(server.url(host="late.test"))
    assert (answer.verdict, results) == ("alive", [])


def test_no_name_is_gone_when_no_name_can_be_looked_up(names, server, monkeypatch):
    monkeypatch.setitem(names.known, "github.com", socket.EAI_NONAME)
    answer, _ = look_up("http://gone.test/", server.on("/", response(200)))
    assert answer.verdict == "unreachable"


def _tls(cert: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    cert.configure_cert(context)
    return context


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """An authority that the environment tells us to trust."""
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    return authority


def _ask_over_tls(cert: trustme.LeafCert, names) -> tuple[Liveness, Server]:
    names.known["secure.test"] = ["127.0.0.1"]
    server = Server(_tls(cert))
    server.on("/", response(200))
    (answer,) = look_up(server.url(host="secure.test"))
    server.close()
    return answer, server


def test_a_trusted_certificate_is_alive(trusted, names):
    answer, _ = _ask_over_tls(trusted.issue_cert("secure.test"), names)
    assert answer.verdict == "alive"


@pytest.mark.parametrize("variable", ["CURL_CA_BUNDLE", "SSL_CERT_FILE"])
def test_other_variables_name_the_authorities_too(variable, authority, names, tmp_path, monkeypatch):
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv(variable, str(tmp_path / "ca.pem"))
    answer, _ = _ask_over_tls(authority.issue_cert("secure.test"), names)
    assert answer.verdict == "alive"


def _fault(kind: str, authority: trustme.CA) -> trustme.LeafCert:
    if kind == "expired":
        yesterday = datetime.now(timezone.utc) - timedelta(days=1)
        return authority.issue_cert(
            "secure.test", not_before=yesterday - timedelta(days=1), not_after=yesterday
        )
    if kind == "for another host name":
        return authority.issue_cert("other.test")
    return trustme.CA().issue_cert("secure.test")


@pytest.mark.parametrize("fault", ["expired", "for another host name", "of an unknown authority"])
def test_an_untrusted_certificate_is_no_evidence_and_is_named(fault, trusted, names):
    answer, server = _ask_over_tls(_fault(fault, trusted), names)
    assert answer.verdict == "unreachable"
    assert answer.reason.startswith("TLS: certificate")
    assert fault in answer.reason
    assert (server.connections, server.asked) == (1, [])


def test_a_host_that_serves_several_names_gets_the_name_that_is_meant(trusted, names):
    meant = _tls(trusted.issue_cert("secure.test"))
    first = _tls(trusted.issue_cert("other.test"))

    def choose(sock, name, context):
        sock.context = meant if name == "secure.test" else context

    first.sni_callback = choose
    names.known["secure.test"] = ["127.0.0.1"]
    server = Server(first)
    server.on("/", response(200))
    (answer,) = look_up(server.url(host="secure.test"))
    server.close()
    assert answer.verdict == "alive"


def test_a_host_that_wants_a_certificate_of_us_is_no_evidence(trusted, names):
    context = _tls(trusted.issue_cert("secure.test"))
    context.verify_mode = ssl.CERT_REQUIRED
    trusted.configure_trust(context)
    names.known["secure.test"] = ["127.0.0.1"]
    server = Server(context)
    server.on("/", response(200))
    (answer,) = look_up(server.url(host="secure.test"), settings=IMPATIENT)
    server.close()
    assert (answer.verdict, server.asked) == ("unreachable", [])


@pytest.mark.parametrize("broken", ["127.0.0.9", "::1"])
def test_an_address_that_refuses_does_not_hide_the_next_one(broken, server, names):
    names.known["several.test"] = [broken, "127.0.0.1"]
    server.on("/", response(200))
    (answer,) = look_up(server.url(host="several.test"))
    assert answer.verdict == "alive"


def test_a_parked_domain_is_told_by_where_it_shows_its_advertisements(server, names):
    names.known |= {
        "gone.test": ["127.0.0.1"],
        "ww25.gone.test": ["127.0.0.1"],
        "ww2.gone.test": ["127.0.0.1"],
    }
    port = server.port
    server.on("/a/b", redirect(f"http://ww25.gone.test:{port}/a/b?subid1=1", 302))
    server.on("/c/d", redirect(f"http://ww2.gone.test:{port}/e/f", 302))
    server.on("/e/f", response(200))
    parked, living = look_up(*(server.url(path, host="gone.test") for path in ("/a/b", "/c/d")))
    assert (parked.verdict, parked.reason) == ("suspect", "the domain is parked at ww25.gone.test")
    assert living.verdict == "alive"


def test_https_to_a_server_without_tls_is_no_evidence(server):
    (answer,) = look_up(server.url().replace("http:", "https:"), settings=IMPATIENT)
    assert answer.verdict == "unreachable"


def test_tls_that_says_nothing_is_no_evidence():
    silent = Server()
    silent._exchange = stay_silent
    (answer,) = look_up(silent.url().replace("http:", "https:"), settings=IMPATIENT)
    silent.close()
    assert (answer.verdict, answer.reason) == ("unreachable", "TLS: no answer in time")
