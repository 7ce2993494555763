"""Nothing that is not public gets a byte: hostile URLs, redirects, names, and what changes under our feet.

A decoy listens on loopback. A public host is a server of ours behind an address that looks public.
"""

import dataclasses
import socket

import pytest

from awesomelint.facts.web import connection
from facts.web.looking_up import BRISK, look_up
from facts.web.servers import Proxy, Server, redirect, response

GUARDED = dataclasses.replace(BRISK, allow_private=False)
PUBLIC_ADDRESS = "93.184.216.34"

URLS = [
    "http://127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0x0.0x0.0x1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://0x7f.1:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127。0。0。1:{port}/",
    "http://127．0．0．1:{port}/",
    "http://127｡0｡0｡1:{port}/",
    "http://１２７.０.０.１:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://127%2e0%2e0%2e1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://[::1]:{port}/",
    "http://[0:0:0:0:0:0:0:1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[64:ff9b:1::7f00:1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[2002:7f00:1::1]:{port}/",
    "http://[2001:0:7f00:1::a247:27dd]:{port}/",
    "http://[2001:0:5db8:d822::80ff:fffe]:{port}/",
    "http://[fe80::1%25eth0]:{port}/",
    "http://[fc00::1]:{port}/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[ff02::1]:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::ffff:169.254.169.254]/latest/meta-data/",
    "http://[64:ff9b::a9fe:a9fe]/latest/meta-data/",
    "http://0xa9fea9fe/latest/meta-data/",
    "http://2852039166/latest/meta-data/",
    "http://169.254.170.2/v2/credentials/",
    "http://100.100.100.200/latest/meta-data/",
    "http://168.63.129.16/machine/",
    "http://192.0.0.192/latest/",
    "http://metadata.google.internal/computeMetadata/v1/",
    "http://METADATA.GOOGLE.INTERNAL./computeMetadata/v1/",
    "http://instance-data/latest/",
    "http://10.0.0.1:{port}/",
    "http://172.16.0.1:{port}/",
    "http://192.168.1.1:{port}/",
    "http://100.64.0.1:{port}/",
    "http://198.18.0.1:{port}/",
    "http://192.88.99.1:{port}/",
    "http://224.0.0.1:{port}/",
    "http://255.255.255.255:{port}/",
    "http://240.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/",
    "http://a.localhost:{port}/",
    "http://localhost.localdomain:{port}/",
    "http://ip6-localhost:{port}/",
    "http://printer.local:{port}/",
    "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "http://loopback.test:{port}/",
    "http://metadata.test/",
    "http://intranet:{port}/",
    "http://both.test:{port}/",
    "http://user:password@127.0.0.1:{port}/",
    "http://public.test@127.0.0.1:{port}/",
    "http://public.test:80@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@public.test/",
    "http://127.0.0.1:{port}#@public.test/",
    "http://127.0.0.1:{port}?@public.test/",
    "http:\\\\127.0.0.1:{port}\\",
    "\thttp://127.0.0.1:{port}/",
    "ht\ntp://127.0.0.1:{port}/",
    "file:///etc/passwd",
    "ftp://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET%20/",
    "dict://127.0.0.1:{port}/",
    "unix:///var/run/docker.sock",
]

REDIRECTS = [
    "http://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "\\\\127.0.0.1:{port}\\",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://2130706433:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://loopback.test:{port}/",
    "https://127.0.0.1:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://metadata.google.internal/",
    "http://[fd00:ec2::254]/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/",
]


class PublicSocket(socket.socket):
    """A socket to a server of ours that says it is connected to a public address."""

    def getpeername(self):
        return (PUBLIC_ADDRESS, 80)


@pytest.fixture(scope="module")
def decoy():
    server = Server()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def hostile_names(names):
    names.known |= {
        "loopback.test": ["127.0.0.1"],
        "metadata.test": ["169.254.169.254"],
        "intranet": ["10.1.2.3"],
        "both.test": ["127.0.0.1", "::1", "10.0.0.1"],
        "public.test": [PUBLIC_ADDRESS],
    }


@pytest.fixture
def public_server(server, monkeypatch, fence):
    """A server of ours that `public.test` leads to."""

    def connect(address, port, timeout):
        if address != PUBLIC_ADDRESS:
            return fence(address, port, timeout)
        sock = PublicSocket(socket.AF_INET, socket.SOCK_STREAM)
        sock.settimeout(timeout)
        sock.connect(("127.0.0.1", server.port))
        return sock

    monkeypatch.setattr(connection, "_connect", connect)
    return server


@pytest.mark.parametrize("url", URLS)
def test_a_hostile_url_gets_no_connection(url, decoy, fence):
    fence.dialled.clear()
    (answered,) = look_up(url.format(port=decoy.port), settings=GUARDED)
    assert answered.verdict == "skipped"
    assert (decoy.connections, decoy.received, fence.dialled) == (0, b"", [])


@pytest.mark.parametrize("location", REDIRECTS)
@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirect_to_a_private_place_is_not_followed(status, location, decoy, public_server, fence):
    fence.dialled.clear()
    public_server.on("/first", redirect("http://public.test/second", status))
    public_server.on("/second", redirect(location.format(port=decoy.port), status))
    (answered,) = look_up("http://public.test/first", settings=GUARDED)
    assert answered.verdict == "skipped"
    assert public_server.times("/second") == 1
    assert (decoy.connections, decoy.received, fence.dialled) == (0, b"", [])


def test_a_retry_is_guarded_like_the_first_request(decoy, public_server, fence):
    fence.dialled.clear()
    public_server.on("/", response(503), redirect(decoy.url()))
    (answered,) = look_up("http://public.test/", settings=GUARDED)
    assert (answered.verdict, decoy.connections) == ("skipped", 0)


def test_a_name_is_not_looked_up_again_between_check_and_connection(decoy, public_server, names, monkeypatch):
    answers = [PUBLIC_ADDRESS, "127.0.0.1"]
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_, **__: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), 0))],
    )
    public_server.on("/", redirect(f"http://rebind.test:{decoy.port}/again", Connection="close"))
    public_server.on("/again", response(200))
    (answered,) = look_up("http://rebind.test/", settings=GUARDED)
    assert (answered.verdict, answers) == ("moved", ["127.0.0.1"])
    assert decoy.connections == 0


def test_whoever_answers_at_a_private_address_gets_no_byte(decoy, fence, monkeypatch):
    monkeypatch.setattr(
        connection, "_connect", lambda _, __, timeout: fence("127.0.0.1", decoy.port, timeout)
    )
    (answered,) = look_up("http://public.test/", settings=GUARDED)
    assert answered.verdict == "skipped"
    assert "127.0.0.1" in answered.reason
    assert decoy.received == b""


def test_only_the_public_addresses_of_a_name_are_tried(names, public_server, decoy, fence):
    fence.dialled.clear()
    names.known["mixed.test"] = ["127.0.0.1", PUBLIC_ADDRESS]
    public_server.on("/", response(200))
    (answered,) = look_up("http://mixed.test/", settings=GUARDED)
    assert (answered.verdict, fence.dialled) == ("alive", [])


def test_the_guard_is_lifted_by_its_flag_alone(server):
    server.on("/", response(200))
    guarded, free = (look_up(server.url(), settings=settings)[0] for settings in (GUARDED, BRISK))
    assert (guarded.verdict, free.verdict) == ("skipped", "alive")


def test_credentials_are_neither_taken_from_the_url_nor_from_netrc(server, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    server.on("/", response(200))
    look_up(server.url(host="user:secret@127.0.0.1"))
    assert "authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://0x7f.1/",
        "http://[::ffff:10.0.0.1]/",
        "https://127.0.0.1/",
        "http://localhost/",
        "https://a.localhost/",
        "http://metadata.google.internal/",
        "http://intranet/",
        "https://169.254.169.254/",
    ],
)
def test_behind_a_proxy_private_hosts_are_refused_by_name(url, monkeypatch, names):
    proxy = Proxy({})
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    names.looked_up.clear()
    (answered,) = look_up(url, settings=GUARDED)
    proxy.close()
    assert (answered.verdict, proxy.lines, names.looked_up) == ("skipped", [], [])
