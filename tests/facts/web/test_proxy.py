"""Behind a proxy: it resolves the names, the environment names it, and its failures are not the links'."""

import ssl

import pytest
import trustme

from awesomelint.facts.web import answer
from awesomelint.needs import LivenessNeed
from facts.web.looking_up import BRISK, IMPATIENT, look_up
from facts.web.servers import Proxy, Server, response


@pytest.fixture
def authority(tmp_path, monkeypatch):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "ca.pem"))
    return authority


@pytest.fixture
def secure_server(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("inside.test").configure_cert(context)
    server = Server(context)
    yield server
    server.close()


@pytest.fixture
def proxied(server, monkeypatch):
    """A proxy that knows `inside.test`, in the environment."""
    proxy = Proxy({"inside.test": server.port, "127.0.0.1": server.port})
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    yield proxy
    proxy.close()


def test_a_plain_request_goes_through_the_proxy(server, proxied, names):
    server.on("/page", response(200))
    names.looked_up.clear()
    (answered,) = look_up("http://inside.test/page")
    assert (answered.verdict, proxied.lines) == ("alive", ["GET http://inside.test/page HTTP/1.1"])
    assert server.asked[0].headers["host"] == "inside.test"
    assert "inside.test" not in names.looked_up


def test_https_goes_through_a_tunnel_with_the_given_authorities(secure_server, proxied, names):
    proxied._hosts["inside.test"] = secure_server.port
    secure_server.on("/page", response(200))
    names.looked_up.clear()
    (answered,) = look_up("https://inside.test/page")
    assert answered.verdict == "alive"
    assert [line.rpartition(" ")[0] for line in proxied.lines] == ["CONNECT inside.test:443"]
    assert [asked.target for asked in secure_server.asked] == ["/page"]
    assert "inside.test" not in names.looked_up


def test_an_untrusted_certificate_behind_a_tunnel_is_seen(proxied, secure_server, tmp_path, monkeypatch):
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "other.pem"))
    proxied._hosts["inside.test"] = secure_server.port
    (answered,) = look_up("https://inside.test/page")
    assert answered.verdict == "unreachable"
    assert answered.reason.startswith("TLS: certificate")
    assert secure_server.asked == []


def test_no_proxy_is_heeded(server, proxied, names, monkeypatch):
    names.known["direct.test"] = ["127.0.0.1"]
    monkeypatch.setenv("NO_PROXY", "direct.test")
    server.on("/page", response(200))
    (answered,) = look_up(server.url("/page", host="direct.test"))
    assert (answered.verdict, proxied.lines) == ("alive", [])


def test_a_name_that_the_proxy_does_not_know_is_no_evidence(proxied):
    (answered,) = look_up("http://unknown.test/", settings=IMPATIENT)
    assert (answered.verdict, answered.reason) == ("unreachable", "502 Bad Gateway")


def test_a_tunnel_that_the_proxy_refuses_is_no_evidence(proxied):
    (answered,) = look_up("https://unknown.test/", settings=IMPATIENT)
    assert answered.verdict == "unreachable"
    assert answered.reason.startswith("the proxy failed")


def test_a_proxy_that_wants_a_password_is_no_sign_of_the_host(server, proxied):
    server.on("/", response(407))
    (answered,) = look_up("http://inside.test/", settings=IMPATIENT)
    assert (answered.verdict, answered.reason) == ("unreachable", "the proxy wants a password")


def test_a_proxy_that_is_down_is_no_evidence(proxied):
    proxied.close()
    (answered,) = look_up("http://inside.test/", settings=IMPATIENT)
    assert answered.verdict == "unreachable"
    assert answered.reason.startswith("the proxy failed")


def test_a_run_behind_a_proxy_says_so(server, proxied):
    server.on("/", response(200))
    _, counts = answer([LivenessNeed("http://inside.test/")], BRISK)
    assert "proxy" in counts.note


def test_proxies_that_cannot_be_watched_are_not_used(monkeypatch, names):
    monkeypatch.setenv("HTTP_PROXY", "socks5://127.0.0.1:1080")
    (answered,) = look_up("http://inside.test/", settings=IMPATIENT)
    assert (answered.verdict, answered.reason) == ("unreachable", "proxies over SOCKS are not supported")
