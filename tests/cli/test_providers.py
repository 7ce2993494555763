"""`awesomelint check` with APIs on loopback: what a user sees of what providers say."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from cli.harness import Run
from facts.web.providers.apis import Api, arxiv, entry, github, json_response, node
from facts.web.servers import Server, response

SCHEMA = json.loads((files("awesomelint.reporters") / "links.schema.json").read_text("utf-8"))
TITLE = "Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning"
LIST = f"""\
# A list

- [Old](https://github.com/old/name/tree/main#usage) - A parser.
- [Kept](https://github.com/kept/kept) - A parser.
- [Done](https://github.com/done/done) - A parser.
- [Gone](https://github.com/gone/gone) - A parser.

| Title | Venue |
| --- | --- |
| [{TITLE}](https://arxiv.org/abs/2310.06694) | arXiv 2023 |
| [Learning to Route Among Specialized Experts](https://arxiv.org/abs/2310.17157) | ICML 2023 |
"""
PAPERS = {
    "2310.06694": entry("2310.06694", TITLE, comment="ICLR 2024. Code: this https URL"),
    "2310.17157": entry("2310.17157", "Deja Vu: Contextual Sparsity for Efficient Inference"),
}
REPOSITORIES = {
    "old/name": node("new/name"),
    "kept/kept": node("kept/kept"),
    "done/done": node("done/done", isArchived=True, archivedAt="2021-05-06T00:00:00Z"),
}


@pytest.fixture
def apis(monkeypatch: pytest.MonkeyPatch, folder: Path) -> dict[str, Server]:
    """Every provider on loopback; those that the test is not about know nothing."""
    apis: dict[str, Server] = {"github": github(REPOSITORIES), "arxiv": arxiv(PAPERS)}
    for name in ("doi", "huggingface", "youtube", "openreview", "wayback"):
        apis[name] = Api(lambda asked: json_response({}, 404))
    for name, api in apis.items():
        monkeypatch.setenv(f"AWESOMELINT_{name.upper()}_API_URL", api.url(""))
    for provider in ("github.GitHub", "arxiv.Arxiv"):
        monkeypatch.setattr(f"awesomelint.facts.web.providers.{provider}.pace", 0.0)
    monkeypatch.setenv("GITHUB_TOKEN", "token-for-tests")
    monkeypatch.setenv("AWESOMELINT_ALLOW_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("AWESOMELINT_HISTORY", str(folder / "links.sqlite"))
    monkeypatch.setenv("AWESOMELINT_ONLINE", "1")
    (folder / "README.md").write_text(LIST)
    return apis


def found(run: Run, *options: str) -> list[tuple[str, int]]:
    report = json.loads(run("check", "--format", "json", *options, "README.md").out)
    assert report["faults"] == []
    return [(each["rule"], each["start"]["line"]) for each in report["diagnostics"]]


def test_what_providers_say_is_reported(run: Run, apis: dict[str, Server]) -> None:
    selected = ("LNK101", "LNK105", "LNK106", "LNK107", "VEN008")
    assert found(run, "--select", ",".join(selected)) == [
        ("LNK106", 3),
        ("LNK105", 5),
        ("LNK101", 6),
        ("VEN008", 10),
        ("LNK107", 11),
    ]


def test_a_renamed_repository_is_repaired_safely(run: Run, apis: dict[str, Server], folder: Path) -> None:
    run("check", "--fix", "--show", "info", "--select", "LNK106", "README.md")
    assert (folder / "README.md").read_text() == LIST.replace("old/name", "new/name")


def test_two_runs_ask_each_api_once(run: Run, apis: dict[str, Server]) -> None:
    (Path("README.md")).write_text(LIST.replace("- [Gone](https://github.com/gone/gone) - A parser.\n", ""))
    for _ in range(2):
        found(run)
    assert [len(apis[name].asked) for name in ("github", "arxiv")] == [1, 1]


def test_a_dead_link_shows_its_copy_when_that_is_wanted(
    run: Run, apis: dict[str, Server], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = Server()
    (folder / "README.md").write_text(f"- [Gone]({pages.on('/gone', response(410))})\n")
    copy = "http://web.archive.org/web/20190304050607/https://x.test/"
    closest = {"status": "200", "available": True, "url": copy, "timestamp": "20190304050607"}
    archive = Api(lambda asked: json_response({"archived_snapshots": {"closest": closest}}))
    monkeypatch.setenv("AWESOMELINT_WAYBACK_API_URL", archive.url(""))
    assert "suggestion" not in run("check", "README.md").out
    (folder / "awesomelint.toml").write_text("[links]\nproviders = ['wayback']\n")
    shown = run("check", "--fix", "README.md").out
    assert "= suggestion: link to the Wayback Machine's copy of 2019-03-04" in " ".join(shown.split())
    assert "web.archive.org" not in (folder / "README.md").read_text()


def test_offline_no_api_is_asked(run: Run, apis: dict[str, Server]) -> None:
    assert not {rule for rule, _ in found(run, "--offline")} & {"LNK105", "LNK106", "LNK107", "VEN008"}
    assert [each for api in apis.values() for each in api.asked] == []


def test_the_token_is_in_no_output(run: Run, apis: dict[str, Server]) -> None:
    shown = [
        run("check", "README.md"),
        run("check", "--show-settings", "README.md"),
        run("links", "README.md"),
    ]
    assert not any("token-for-tests" in each.out + each.err for each in shown)


def test_what_a_provider_could_not_say_stays_in_the_baseline(
    run: Run, apis: dict[str, Server], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    options = ("check", "--select", "LNK105", "--baseline", "baseline.json", "README.md")
    assert "1 added, 0 removed" in run(*options, "--update-baseline").out
    broken = Api(lambda asked: json_response({}, 500))
    monkeypatch.setenv("AWESOMELINT_GITHUB_API_URL", broken.url(""))
    (folder / "links.sqlite").unlink()
    assert "gone" not in run(*options).out
    assert "0 added, 0 removed" in run(*options, "--update-baseline").out


@pytest.mark.parametrize("option", ["--online", "--offline"])
def test_the_list_of_links_as_data_tells_how_repositories_are_kept(
    run: Run, apis: dict[str, Server], option: str
) -> None:
    run("links", "README.md")
    report = json.loads(run("links", "README.md", "--format", "json", option).out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    old, kept, done, gone, *_ = report["links"]
    assert old["repository"] == {"name": "new/name", "renamed": True, "archived": False, "archived_on": None}
    assert old["final_url"].startswith("https://github.com/new/name/tree/main")
    assert kept["repository"]["renamed"] is False
    assert (done["repository"]["archived"], done["repository"]["archived_on"]) == (True, "2021-05-06")
    assert (gone["verdict"], "repository" in gone, "copy" in gone) == ("dead", False, False)


def test_the_list_of_links_tells_people_what_is_archived(run: Run, apis: dict[str, Server]) -> None:
    assert "(archived by its owner on 2021-05-06; looked up 20" in run("links", "README.md").out


@pytest.mark.parametrize("option", ["--online", "--offline"])
def test_the_list_of_links_as_data_has_the_copy_of_a_dead_page(
    run: Run, apis: dict[str, Server], option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = {
        "available": True,
        "status": "200",
        "timestamp": "20190304050607",
        "url": "http://web.archive.org/web/20190304050607/https://github.com/gone/gone",
    }
    api = Api(lambda asked: json_response({"archived_snapshots": {"closest": copy}}))
    monkeypatch.setenv("AWESOMELINT_WAYBACK_API_URL", api.url(""))
    Path("awesomelint.toml").write_text("[links]\nproviders = ['github', 'wayback']\n")
    Path("README.md").write_text("[Gone](https://github.com/gone/gone)\n")
    run("links", "README.md")
    (gone,) = json.loads(run("links", "README.md", "--format", "json", option).out)["links"]
    assert gone["copy"] == {
        "url": "https://web.archive.org/web/20190304050607/https://github.com/gone/gone",
        "date": "2019-03-04",
    }


@pytest.mark.parametrize(("option", "expected"), [("--online", []), ("--offline", [("DAT005", 13)])])
def test_a_rule_that_only_consults_the_web_does_so_when_it_is_selected_alone(
    run: Run,
    apis: dict[str, Server],
    monkeypatch: pytest.MonkeyPatch,
    option: str,
    expected: list[tuple[str, int]],
) -> None:
    rows = "".join(
        f"| [A](https://arxiv.org/abs/23{month:02}.01234) | 2023-{month:02}-05 |\n" for month in range(1, 11)
    )
    Path("README.md").write_text(
        f"| Title | Date |\n| --- | --- |\n{rows}| [Held](https://arxiv.org/abs/2408.01234) | 2024-05-20 |\n"
    )
    api = arxiv({"2408.01234": entry("2408.01234", published="2024-05-20T00:00:00Z")})
    monkeypatch.setenv("AWESOMELINT_ARXIV_API_URL", api.url(""))
    assert found(run, "--select=DAT005", option) == expected
