"""What a change causes, by the shipped rules: near the change and elsewhere."""

import json
from datetime import date
from pathlib import Path

import pytest

from awesomelint.needs import Answers, ArxivNeed, ArxivPaper, Liveness, LivenessNeed, Need
from awesomelint.results import LinkCounts
from checkouts import commit, git, write
from cli.harness import Run
from conftest import SHARED

pytest_plugins = ("cli.conftest",)
AWESOME_GO = SHARED / "corpus" / "avelino+awesome-go.md"
BAD = "- [bad](github.com/someone/bad-thing) - Does bad things.\n"
GOOD = "- [good](https://github.com/someone/good-thing) - Does good things.\n"
ROWS = "".join(f"| [P{n}](https://arxiv.org/abs/2203.{n:05}) | 2022-03-{n:02} |\n" for n in range(1, 11))
TABLE = f"# Papers\n\n| Title | Date |\n| --- | --- |\n{ROWS}"


@pytest.fixture
def repository(folder: Path) -> Path:
    """An empty folder for a repository, as the working directory."""
    (folder / ".git").rmdir()
    return folder


def found(run: Run, *arguments: str, since: str = "HEAD") -> list[tuple[str, int, str]]:
    paths = arguments or ("README.md",)
    outcome = run("check", "--offline", f"--changed-since={since}", "--format", "json", *paths)
    report = json.loads(outcome.out)
    assert report["faults"] == []
    return [(d["path"], d["start"]["line"], d["rule"]) for d in report["diagnostics"]]


def test_the_new_duplicate_of_an_old_entry(run: Run, repository: Path) -> None:
    entry = "- [Sheared LLaMA: Structured Pruning](https://arxiv.org/abs/2310.06694)\n"
    commit(repository, {"README.md": f"# Papers\n\n{GOOD}{entry}"})
    write(repository, {"README.md": f"# Papers\n\n{entry}{GOOD}{entry}"})
    assert found(run) == [("README.md", 5, "DUP001")]


def test_an_old_line_of_the_contents_whose_heading_was_renamed(run: Run, repository: Path) -> None:
    text = f"# List\n\n- [Tools](#tools)\n- [Talks](#talks)\n\n## Tools\n\n{GOOD}\n## Talks\n\n- [a](https://a.example)\n"
    commit(repository, {"README.md": text})
    write(repository, {"README.md": text.replace("## Tools", "## Utilities")})
    assert found(run) == [("README.md", 3, "LNK018")]


def test_a_link_to_a_heading_that_another_file_has_lost(run: Run, repository: Path) -> None:
    commit(
        repository, {"README.md": "# List\n\nSee [more](more.md#tools).\n", "more.md": "# More\n\n## Tools\n"}
    )
    write(repository, {"more.md": "# More\n\n## Talks\n"})
    assert found(run) == [("README.md", 3, "LNK018")]


@pytest.mark.parametrize("revision", ["start", "HEAD~1"])
def test_a_link_into_a_submodule_is_as_it_is_today(
    run: Run, repository: Path, tmp_path_factory: pytest.TempPathFactory, revision: str
) -> None:
    inner = tmp_path_factory.mktemp("inner")
    commit(inner, {"guide.md": "# Guide\n\n## Lost\n"})
    commit(inner, {"guide.md": "# Guide\n"})
    links = "# List\n\nSee [guide](sub/guide.md#guide) and [lost](sub/guide.md#lost).\n"
    commit(repository, {"README.md": links})
    git(repository, "submodule", "--quiet", "add", str(inner), "sub")
    commit(repository, {})
    git(repository, "tag", "start")
    commit(repository, {"README.md": f"{links}\n{BAD}"})
    assert found(run, since=revision) == [("README.md", 5, "LNK001")]


def test_a_link_to_a_file_that_the_change_removes(run: Run, repository: Path) -> None:
    lost = "See [gone](gone.md) and [lost](lost.md).\n"
    commit(repository, {"README.md": f"# List\n\n{lost}", "gone.md": "# Gone\n"})
    git(repository, "rm", "--quiet", "gone.md")
    assert found(run) == [("README.md", 3, "LNK020")]


def test_a_column_that_loses_its_majority(run: Run, repository: Path) -> None:
    rows = TABLE + "".join(
        f"| [Q{n}](https://arxiv.org/abs/2204.{n:05}) | 2022/04/{n:02} |\n" for n in range(1, 2)
    )
    commit(repository, {"README.md": rows})
    assert found(run) == []
    slashed = rows.replace("2022-03-", "2022/03/").replace("2022/03/10", "2022-03-10")
    write(repository, {"README.md": slashed})
    assert found(run) == [("README.md", 14, "DAT002")]


def test_a_work_that_comes_to_stand_in_two_files(run: Run, repository: Path) -> None:
    others = "".join(f"- [Other {n}](https://arxiv.org/abs/2305.{n:05})\n" for n in range(1, 9))
    entry = "- [Sheared LLaMA](https://arxiv.org/abs/2310.06694)\n"
    commit(
        repository, {"a.md": f"# A\n\n{others}", "b.md": f"# B\n\n{entry}{others.replace('2305', '2306')}"}
    )
    write(repository, {"a.md": f"# A\n\n{others}{entry}"})
    assert found(run, "a.md", "b.md") == [("b.md", 3, "DUP005")]


def test_a_line_that_is_garbled_beside_garbled_lines(run: Run, repository: Path) -> None:
    text = "# Café\n\nÇa va, naïve Zoë? Ça va très bien.\n" + "Words.\n\n" * 30
    garbled = text + "cafÃ© one\n"
    commit(repository, {"README.md": garbled})
    assert found(run) == []
    write(repository, {"README.md": f"{garbled}cafÃ© two\n"})
    assert found(run) == [("README.md", 65, "ENC001")]
    write(repository, {"README.md": f"{text}cafÃ© two\ncafÃ© one\ncafÃ© three\n"})
    assert found(run) == [("README.md", 64, "ENC001"), ("README.md", 66, "ENC001")]


def test_only_the_new_one_of_garbled_lines_is_fixed(run: Run, repository: Path) -> None:
    text = "# Café\n\nÇa va, naïve Zoë? Ça va très bien.\n" + "Words.\n\n" * 30
    commit(repository, {"README.md": f"{text}cafÃ© one\n"})
    write(repository, {"README.md": f"{text}cafÃ© one\ncafÃ© two\n"})
    run("check", "--offline", "--changed-since=HEAD", "--fix", "README.md")
    assert (repository / "README.md").read_text(encoding="utf-8") == f"{text}cafÃ© one\ncafé two\n"


@pytest.mark.parametrize("read", ["cp1252", "gb18030"])
def test_what_the_past_knows_of_garbled_text_does_not_make_it_new(
    run: Run, repository: Path, read: str
) -> None:
    text = "# 论文列表\n\n- 多模态大模型，幻觉评估\n- 见\n- 数据集，代码与模型\n" + "- words\n" * 9
    rest = "".join(f"- 第{number}行的说明文字\n" for number in range(9))
    garbled = "".join(
        line if line.isascii() else line.encode().decode(read, "ignore" if read == "cp1252" else "replace")
        for line in text.replace("\n", "\n\0").split("\0")
    )
    commit(repository, {"README.md": text + rest})
    commit(repository, {"README.md": garbled + rest})
    assert found(run, since="HEAD~1") != []
    write(repository, {"README.md": f"{garbled}{rest}- words\n"})
    assert found(run) == []


def test_garbled_lines_that_are_parted_or_brought_together_are_old(run: Run, repository: Path) -> None:
    text = "# Café\n\nÇa va, naïve Zoë? Ça va très bien.\n" + "Words.\n\n" * 30
    one, two, three = "- cafÃ© one\n", "- cafÃ© two\n", "- cafÃ© three\n"
    commit(repository, {"README.md": text + one + two + three})
    write(repository, {"README.md": f"{text}{one}- clean\n{two}{three}"})
    assert found(run) == []
    write(repository, {"README.md": f"{text}- café one\n{two}{three}"})
    assert found(run) == []
    commit(repository, {"README.md": f"{text}{one}- clean\n{two}{three}"})
    write(repository, {"README.md": text + one + two + three})
    assert found(run) == []


def test_a_file_that_becomes_utf8_brings_no_old_faults(run: Run, repository: Path) -> None:
    text = "# 大型语言模型论文列表\n\n这是一个关于模型训练与推理的列表,欢迎补充。\n\n- [坏的链接](github.com/someone/bad-thing)\n"
    git(repository, "init", "--quiet")
    (repository / "README.md").write_bytes(text.encode("gb18030"))
    commit(repository, {"other.md": "# Other\n"})
    write(repository, {"README.md": text})
    assert found(run) == []


def test_an_unused_comment_that_is_removed_leaves_the_baseline(run: Run, repository: Path) -> None:
    update = ("check", "--offline", "--baseline", "b.json", "--update-baseline")
    write(repository, {"README.md": f"# List\n\n<!-- awesomelint: disable-next-line DAT001 -->\n{GOOD}"})
    assert "1 added, 0 removed" in run(*update).out
    write(repository, {"README.md": f"# List\n\n{GOOD}"})
    assert "1 finding of b.json is gone" in run(*update[:-1]).out
    assert "0 added, 1 removed" in run(*update).out


def test_only_new_links_are_looked_up(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(needs: list[Need], *_: object) -> object:
        urls = [need.url for need in needs if isinstance(need, LivenessNeed)]
        asked.extend(urls)
        return Answers({url: Liveness(url, "dead", "404 Not Found") for url in urls}), LinkCounts()

    monkeypatch.setattr("awesomelint.cli.online.answer", answer)
    monkeypatch.setenv("AWESOMELINT_HISTORY", str(repository / "links.sqlite"))
    commit(repository, {"README.md": f"# List\n\n{GOOD}- [kept](https://kept.example/x)\n"})
    moved = "# List\n\n- [kept](https://kept.example/x)\n\n## More\n\n"
    edited = GOOD.replace("good-thing", "better-thing")
    write(repository, {"README.md": f"{moved}{edited}- [new](https://new.example/x)\n"})
    outcome = run("check", "--online", "--changed-since=HEAD", "--format", "json")
    assert sorted(asked) == ["https://github.com/someone/better-thing", "https://new.example/x"]
    assert [d["start"]["line"] for d in json.loads(outcome.out)["diagnostics"]] == [7, 8]


def test_papers_of_edited_entries_are_looked_up_for_both_versions(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    titles = {
        "2310.06694": "Sheared LLaMA: Accelerating Language Model Pre-training via Structured Pruning",
        "2312.11983": "Fluctuation-based Adaptive Structured Pruning for Large Language Models",
        "2305.10355": "Evaluating Object Hallucination in Large Vision-Language Models",
    }

    def answer(needs: list[Need], *_: object) -> object:
        ids = [need.id for need in needs if isinstance(need, ArxivNeed)]
        asked.update(ids)
        papers = {paper: ArxivPaper(paper, titles[paper], date(2023, 5, 1)) for paper in ids}
        return Answers(arxiv=papers), LinkCounts()

    monkeypatch.setattr("awesomelint.cli.online.answer", answer)
    monkeypatch.setenv("AWESOMELINT_HISTORY", str(repository / "links.sqlite"))
    wrong = "Retrieval Augmented Generation of Protein Sequences with Diffusion"
    entries = {
        paper: f"- [{title}](https://arxiv.org/abs/{paper}) - Words.\n"
        for paper, title in zip(titles, (titles["2310.06694"], wrong, wrong), strict=True)
    }
    commit(repository, {"README.md": "# Papers\n\n" + "".join(entries.values())})
    entries["2310.06694"] = entries["2310.06694"].replace(titles["2310.06694"], wrong)
    entries["2312.11983"] = entries["2312.11983"].replace("Words", "Other words")
    write(repository, {"README.md": "# Papers\n\n" + "".join(entries.values())})
    outcome = run(
        "check",
        "--online",
        "--changed-since=HEAD",
        "--format",
        "json",
        "--select",
        "wrong-paper",
        "README.md",
    )
    assert asked == {"2310.06694", "2312.11983"}
    report = json.loads(outcome.out)
    assert [(d["rule"], d["start"]["line"]) for d in report["diagnostics"]] == [("LNK107", 3)]
    assert report["summary"]["unchanged"] == 1


@pytest.mark.skipif(not AWESOME_GO.is_file(), reason="the real lists are not here")
class TestAwesomeGo:
    """A real list of 400 kB, to which one bad and one good entry are added."""

    @pytest.fixture
    def text(self, repository: Path) -> str:
        text = AWESOME_GO.read_text("utf-8")
        commit(repository, {"README.md": text})
        return text

    def with_entries(self, text: str) -> str:
        place = text.index("\n- [", len(text) // 2) + 1
        return f"{text[:place]}{GOOD}{BAD}{text[place:]}"

    def test_exactly_the_bad_one_is_reported(self, run: Run, repository: Path, text: str) -> None:
        write(repository, {"README.md": self.with_entries(text)})
        ((_, line, rule),) = found(run)
        assert rule == "LNK001"
        assert (repository / "README.md").read_text("utf-8").split("\n")[line - 1] == BAD.strip()

    def test_and_with_a_baseline_below_thirty_other_lines(
        self, run: Run, repository: Path, text: str
    ) -> None:
        run("check", "--offline", "--baseline", "b.json", "--update-baseline")
        above = "# Notes\n\n" + "".join(f"Note {n}: nothing to see here.\n" for n in range(28))
        write(repository, {"README.md": above + "\n" + self.with_entries(text)})
        outcome = run("check", "--offline", "--baseline", "b.json", "--format", "json")
        report = json.loads(outcome.out)
        assert [(d["rule"], d["message"].split("`")[1]) for d in report["diagnostics"]] == [
            ("LNK001", "github.com/someone/bad-thing")
        ]
        assert report["baseline"]["stale"] == 0
