"""Links looked up by real processes at servers of our own."""

from __future__ import annotations

import os
import re
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trustme

from awesomelint.facts.web.history import open_history
from cli.harness import Outcome, Run
from facts.web.servers import Proxy, Server, response, stay_silent

COMMAND = [sys.executable, "-m", "awesomelint"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and terminals are another thing there")
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def online(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The web is asked, loopback included, and no proxy; the history lies in the folder."""
    monkeypatch.setenv("AWESOMELINT_ONLINE", "1")
    monkeypatch.setenv("AWESOMELINT_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("AWESOMELINT_HISTORY", str(folder / "links.sqlite"))
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return folder


@pytest.fixture
def check(online: Path, process: Run) -> Callable[..., Outcome]:
    """Writes a list of links and checks it."""

    def call(urls: list[str], *arguments: str, **environment: str) -> Outcome:
        write(online, urls)
        return process("check", "list.md", *arguments, **environment)

    return call


def write(folder: Path, urls: list[str]) -> None:
    (folder / "list.md").write_text("".join(f"- [Link](<{url}>)\n" for url in urls))


def last_line(outcome: Outcome) -> str:
    return outcome.out.split("\n")[-2]


def test_what_is_fresh_is_not_asked_for_again(check: Callable[..., Outcome], server: Server) -> None:
    urls = [server.on(f"/{n}", response(200)) for n in range(5)]
    gone = server.on("/gone", response(410))
    first = check([*urls, gone])
    asked = len(server.asked)
    second = check([*urls, gone])
    assert first.code == second.code == 1
    assert last_line(first) == last_line(second) == "links: 6 of 6 looked up"
    assert "5 known from earlier runs" in second.out
    assert [each.target for each in server.asked[asked:]] == ["/gone"]


def test_all_is_asked_for_again_on_request(check: Callable[..., Outcome], server: Server) -> None:
    url = server.on("/", response(200))
    for _ in range(2):
        check([url], "--max-age", "0")
    assert server.times("/") == 2


def test_without_a_history_nothing_is_kept(
    check: Callable[..., Outcome], server: Server, folder: Path
) -> None:
    url = server.on("/", response(200))
    for _ in range(2):
        check([url], "--no-history")
    assert server.times("/") == 2
    assert not (folder / "links.sqlite").exists()


def test_the_history_lies_in_the_users_cache(
    check: Callable[..., Outcome], server: Server, tmp_path: Path
) -> None:
    url = server.on("/", response(200))
    code = "from awesomelint.facts.web.history import default_path; print(default_path())"
    environment = {"XDG_CACHE_HOME": str(tmp_path / "xdg"), "LOCALAPPDATA": str(tmp_path / "xdg")}
    check([url], AWESOMELINT_HISTORY="", **environment)
    place = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **environment}
    ).stdout.strip()
    assert Path(place).is_file()


def test_a_broken_history_is_set_aside_with_a_warning(
    check: Callable[..., Outcome], server: Server, folder: Path
) -> None:
    url = server.on("/", response(200))
    check([url])
    history = folder / "links.sqlite"
    data = history.read_bytes()
    history.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    outcome = check([url])
    assert outcome.code == 0
    assert re.fullmatch(r"awesomelint: .*the history was broken; it is set aside as \S+\n", outcome.err)
    assert server.times("/") == 2


def test_two_runs_at_once_share_one_history(check: Callable[..., Outcome], online: Path) -> None:
    servers = [Server(), Server()]
    for n, server in enumerate(servers):
        (online / f"{n}.md").write_text(
            "".join(f"- <{server.on(f'/{m}', response(200))}>\n" for m in range(40))
        )
    running = [subprocess.Popen([*COMMAND, "check", f"{n}.md"], stdout=subprocess.PIPE) for n in range(2)]
    for n, process in enumerate(running):
        out, _ = process.communicate(timeout=60)
        assert process.returncode == 0
        assert out.endswith(b"links: 40 of 40 looked up\n")
        servers[n].close()
    history = open_history(online / "links.sqlite")
    assert len(history.records(server.url(f"/{m}") for server in servers for m in range(40))) == 80
    history.close()


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ("exclude = ['127.0.0.1']", "excluded"),
        ("exclude = ['127.*']", "excluded"),
        ("exclude = ['http://*/private/*']", "excluded"),
        ("exclude = ['example.com', 'http://127.0.0.1/*']", None),
    ],
)
def test_what_the_config_excludes_is_not_asked_for(
    check: Callable[..., Outcome], server: Server, folder: Path, config: str, reason: str | None
) -> None:
    url = server.on("/private/x", response(200))
    (folder / "awesomelint.toml").write_text(f"[links]\n{config}\n")
    expected = f"links: 0 of 0 looked up; 1 left out ({reason})" if reason else "links: 1 of 1 looked up"
    assert last_line(check([url])) == expected
    assert len(server.asked) == (0 if reason else 1)


def test_what_is_left_out_on_purpose_does_not_count_against_the_coverage(
    check: Callable[..., Outcome], server: Server, folder: Path
) -> None:
    url = server.on("/", response(200))
    (folder / "awesomelint.toml").write_text("[links]\nexclude = ['example.com']\n")
    outcome = check([url, "https://example.com/"], "--require-coverage", "100")
    assert outcome.code == 0
    assert last_line(outcome) == "links: 1 of 1 looked up; 1 left out (excluded)"


def test_a_status_can_be_accepted_for_one_host(
    check: Callable[..., Outcome], server: Server, folder: Path
) -> None:
    url = server.on("/", response(410))
    assert check([url]).code == 1
    (folder / "awesomelint.toml").write_text(
        f"[links.hosts.'127.0.0.1:{server.port}']\naccept = [410]\npace = 0\nat-once = 1\n"
    )
    outcome = check([url])
    assert outcome.code == 0
    assert "Links: 1 alive." in outcome.out


def test_private_addresses_are_skipped_unless_the_flag_allows_them(
    check: Callable[..., Outcome], server: Server
) -> None:
    url = server.on("/", response(200))
    refused = check([url], AWESOMELINT_ALLOW_PRIVATE_ADDRESSES="")
    assert last_line(refused).endswith("0 of 0 looked up; 1 left out (127.0.0.1 is not a public address)")
    assert server.received == b""
    allowed = check([url], "--allow-private-addresses", AWESOMELINT_ALLOW_PRIVATE_ADDRESSES="")
    assert last_line(allowed) == "links: 1 of 1 looked up"


def test_without_network_there_is_one_warning_and_no_finding(check: Callable[..., Outcome]) -> None:
    closed = [Server() for _ in range(4)]
    urls = [server.url() for server in closed]
    for server in closed:
        server.close()
    outcome = check(urls)
    assert outcome.code == 0
    reason = "there seems to be no network: no host answered"
    assert outcome.err == f"awesomelint: {reason}\n"
    assert last_line(outcome) == f"links: 0 of 4 looked up; 4 not ({reason})"


def test_links_that_were_never_asked_for_come_first(check: Callable[..., Outcome], server: Server) -> None:
    old = [server.on(f"/old/{n}", response(200)) for n in range(3)]
    new = [server.on(f"/new/{n}", response(200)) for n in range(3)]
    check(old)
    server.asked.clear()
    check([*old, *new], "--max-age", "0")
    assert {each.target for each in server.asked[:3]} == {"/new/0", "/new/1", "/new/2"}


@POSIX
def test_ctrl_c_ends_within_a_second_and_prints_and_keeps_what_is_known(online: Path, server: Server) -> None:
    gone = server.on("/gone", response(410))
    silent = [server.on(f"/{n}", stay_silent) for n in range(30)]
    write(online, [gone, *silent])
    with subprocess.Popen(
        [*COMMAND, "check", "list.md"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        wait_until(lambda: server.times("/gone") == 1 and len(server.asked) >= 4)
        time.sleep(0.3)
        began = time.monotonic()
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
        assert time.monotonic() - began < 1.0
    assert running.returncode == 130
    assert b"dead link: 410 Gone" in out
    assert out.endswith(b"links: 1 of 31 looked up; 30 not (interrupted)\n")
    assert err == b"awesomelint: Interrupted; this is what was found until then.\n"
    history = open_history(online / "links.sqlite")
    assert list(history.records([gone, *silent])) == [gone]
    history.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_run_that_is_killed_loses_the_last_second_at_most(
    check: Callable[..., Outcome], online: Path, server: Server
) -> None:
    good = [server.on(f"/{n}", response(200)) for n in range(10)]
    write(online, [*good, *(server.on(f"/silent/{n}", stay_silent) for n in range(3))])
    with subprocess.Popen([*COMMAND, "check", "list.md"], stdout=subprocess.DEVNULL) as running:
        wait_until(lambda: len(server.asked) == 13)
        time.sleep(1.0)
        running.kill()
    server.asked.clear()
    outcome = check(good)
    assert "10 known from earlier runs" in outcome.out
    assert server.asked == []


@POSIX
def test_on_a_terminal_a_bar_shows_how_far_it_is_and_vanishes(online: Path, server: Server) -> None:
    import pty

    write(online, [server.on("/a", response(200)), server.on("/b", response(410)), server.on("/c", slow)])
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "check", "list.md"],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert re.search(r"\[#+\.+\] links: [12] of 3 looked up(, 1 dead)?", shown)
    assert shown.endswith("\r\x1b[2K")
    assert b"\x1b" not in done.stdout
    assert b"[#" not in done.stdout


def slow(connection: object) -> None:
    time.sleep(0.8)
    connection.sendall(response(200, Connection="close"))  # type: ignore[attr-defined]


def test_elsewhere_nothing_is_drawn(check: Callable[..., Outcome], server: Server) -> None:
    assert check([server.on("/", slow)]).err == ""


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[tuple[Server, str]]:
    """A server of `inside.test` over TLS, and the file of the authority that vouches for it."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("inside.test", "127.0.0.1").configure_cert(context)
    server = Server(context)
    yield server, str(tmp_path / "ca.pem")
    server.close()


PROXIED = "links are looked up through a proxy: their host names and addresses are not checked here"


def test_https_goes_through_a_proxys_tunnel_to_authorities_of_the_environment(
    check: Callable[..., Outcome], secure: tuple[Server, str], server: Server
) -> None:
    inside, authority = secure
    inside.on("/page", response(200))
    server.on("/plain", response(200))
    proxy = Proxy({"inside.test": inside.port, "plain.test": server.port})
    outcome = check(
        ["https://inside.test/page", "http://plain.test/plain", "http://10.0.0.1/", "http://localhost/"],
        HTTP_PROXY=proxy.url,
        HTTPS_PROXY=proxy.url,
        REQUESTS_CA_BUNDLE=authority,
        AWESOMELINT_ALLOW_PRIVATE_ADDRESSES="",
    )
    proxy.close()
    assert sorted(line.split(" ")[0] for line in proxy.lines) == ["CONNECT", "GET"]
    assert [asked.target for asked in inside.asked] == ["/page"]
    assert "Links: 2 alive." in outcome.out
    assert outcome.err == f"awesomelint: {PROXIED}\n"


def test_a_certificate_that_the_environment_does_not_vouch_for_is_no_evidence(
    check: Callable[..., Outcome], secure: tuple[Server, str], tmp_path: Path
) -> None:
    inside, authority = secure
    url = inside.on("/page", response(200))
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    outcome = check([url], "--show", "info", REQUESTS_CA_BUNDLE=str(tmp_path / "other.pem"))
    assert (outcome.code, inside.asked) == (0, [])
    assert "no answer: TLS: certificate" in outcome.out
    assert "1 alive" in check([url], REQUESTS_CA_BUNDLE=authority).out


def test_hosts_without_a_proxy_are_asked_directly(check: Callable[..., Outcome], server: Server) -> None:
    proxy = Proxy({})
    outcome = check([server.on("/", response(200))], HTTP_PROXY=proxy.url, NO_PROXY="127.0.0.1")
    proxy.close()
    assert (proxy.lines, outcome.err) == ([], "")
    assert last_line(outcome) == "links: 1 of 1 looked up"


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_comment_about_a_link_that_was_not_looked_up_is_not_called_unused(
    process: Run, online: Path, server: Server
) -> None:
    comment = "<!-- awesomelint: disable-line LNK101 -- comes back at times -->"
    (online / "list.md").write_text(f"- [Link](<{server.on('/x', response(404))}>) {comment}\n")
    assert "SUP001" not in process("check", "list.md").out
    assert "SUP001" not in process("check", "list.md", "--max-time", "0.000001").out
