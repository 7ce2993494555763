"""Rules about links that are judged without the web: where they must be silent, and that their fixes hold."""

from pathlib import Path

import pytest

from awesomelint.cli import main
from awesomelint.diagnostics import Severity
from awesomelint.fixer import fix
from awesomelint.linter import Linter, lint
from awesomelint.plugins import load_rules
from awesomelint.rule_page import page
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from awesomelint_rules.links.broken_fragment import BrokenFragment
from awesomelint_rules.links.empty_target import EmptyTarget
from awesomelint_rules.links.glued_urls import GluedUrls
from awesomelint_rules.links.insecure_scheme import InsecureScheme
from awesomelint_rules.links.mixed_arxiv_link import MixedArxivLink
from awesomelint_rules.links.stray_punctuation import StrayPunctuation
from awesomelint_rules.links.swallowed_text import SwallowedText
from awesomelint_rules.links.unbalanced_bracket import UnbalancedBracket
from awesomelint_rules.links.unused_definition import UnusedDefinition
from checkouts import git
from conftest import corpus_files, seed_file
from github import links_of
from rule_findings import excerpts, findings

OFFLINE = RuleSet(
    [
        rule
        for rule in load_rules()[0]
        if rule.code.startswith("LNK0") and "web" not in rule.reads and not rule.preview
    ]
)
EXAMPLES = [
    pytest.param(example.bad[0].data, id=f"{rule.code}-{number}")
    for rule in OFFLINE
    for number, example in enumerate(page(rule).examples)
    if example.bad and not example.bad[0].tracked
]


@pytest.mark.parametrize(
    "text",
    [
        "[![Build](https://a.example/x.svg)](https://b.example/a) [![c][d]][e]\n\n[d]: https://a.example/y.svg\n[e]: https://b.example/\n",
        "[Foo](https://a.example 'a (title)') and [B](<https://a.example/c d>)\n",
        "[0, 1) [Foo](https://a.example) (0, 1] [x](https://b.example) :( [y](https://c.example) 1) [z](https://d.example)\n",
        "([x](https://a.example), [y](https://b.example)) and \\[[z](https://c.example)\\]\n",
        "https://zh.wikipedia.org/wiki/中文 https://github.com/a/b/blob/main/Java基础.md\n",
        "[a](https://a.example/c?q=x.) [b](https://a.example/#a/b) [c](https://a.example/don't/won't)\n",
        "[top](#top) [up](#) [me](#readme) [line](#L10) [note](#fn-1)[^1]\n\n[^1]: A note.\n",
        "[//]: # (a comment)\n[comment]: <> (another)\n",
        "# Awesome X [![A](https://awesome.re/badge.svg)](https://awesome.re)\n\n[up](#awesome-x-)\n",
        "[a](https://web.archive.org/web/2020/https://b.example/) [b](https://sci-hub.se/https://doi.org/10.1/2)\n",
        "[a](https://ghproxy.com/https://github.com/a/b) [b](https://c.example/login?url=https://d.example)\n",
        "[a](https://doi.org/10.1016/S0140-6736(20)30183-5) [b](https://en.wikipedia.org/wiki/Foo_(bar))\n",
        "- **[Foo](https://a.example)**（[bar](https://b.example)）详见[链接](https://c.example)，[代码](https://d.example)。\n",
        "- [x](mailto:a@b.example) [t](tel:123) [f](ftp://a.example/b) [d](/docs) [m](./a.md#b) [s](a%20b.md)\n",
        "<p align='center'><a href='#top'>[top]</a> [x]</p>\n",
        "> [!NOTE]\n> [a](https://a.example)\n",
    ],
)
def test_what_is_in_order(text: str) -> None:
    result = lint([decode(text.encode(), "list.md")], OFFLINE)
    assert ([(each.rule, each.message) for each in result.diagnostics], result.faults) == ([], ())


@pytest.mark.parametrize("data", EXAMPLES)
def test_the_command_line_mends_what_the_pages_call_bad(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.md").write_bytes(data)
    options = ["--offline", "--isolated", "--show", "info", "--unsafe-fixes"]
    assert main(["check", "list.md", "--select", "LNK", *options]) in (0, 1)
    text = (tmp_path / "list.md").read_text("utf-8")
    again = fix(Linter(OFFLINE), [decode(text.encode(), "list.md")], unsafe=True, show=Severity.INFO)
    assert (again.faults, again.files[0].fixed) == ((), {})


@pytest.mark.parametrize(
    "path", [p for p in [seed_file(), *corpus_files()] if p.is_file()], ids=lambda p: p.stem[:30]
)
def test_no_fix_loses_anything_in_a_real_list(path: Path) -> None:
    if path.stat().st_size > 300_000:
        pytest.skip("takes too long; what it holds is in the others as well")
    source = decode(path.read_bytes(), str(path))
    result = fix(Linter(OFFLINE), [source], unsafe=True, show=Severity.INFO)
    assert result.faults == ()
    left = [each for each in result.files[0].diagnostics if each.fix is not None]
    assert left == []


def test_a_bare_url_swallows_text_on_github_until_a_blank_is_put_in() -> None:
    text = "- 代码见https://github.com/QwenLM/Qwen，欢迎试用。\n"
    [found] = findings(SwallowedText(), text)
    assert ("https://github.com/QwenLM/Qwen", "https://github.com/QwenLM/Qwen") not in links_of(text)
    assert found.fix is not None
    [edit] = found.fix.edits
    mended = text[: edit.span.start] + edit.content + text[edit.span.end :]
    assert links_of(mended) == [("https://github.com/QwenLM/Qwen", "https://github.com/QwenLM/Qwen")]


def test_links_whose_urls_run_into_each_other_are_mended() -> None:
    text = "- [Paper] (https://a.example/x)[Code] (https://b.example/y)[Data](https://c.example/z\n"
    result = fix(Linter(OFFLINE), [decode(text.encode(), "list.md")], unsafe=True)
    assert result.faults == ()
    mended = result.files[0].source.text
    assert mended == "- [Paper](https://a.example/x)[Code](https://b.example/y)[Data](https://c.example/z)\n"
    assert links_of(mended) == [
        ("Paper", "https://a.example/x"),
        ("Code", "https://b.example/y"),
        ("Data", "https://c.example/z"),
    ]


def test_an_empty_link_before_a_url_is_left_to_the_author() -> None:
    [found] = findings(EmptyTarget(), "[Code]()https://a.example/x\n")
    assert found.fix is None


def test_both_ends_of_a_target_are_one_finding() -> None:
    [found] = findings(StrayPunctuation(), "[a]((https://example.org/a))\n")
    assert found.fix is not None
    assert found.fix.title == "write `https://example.org/a`"


def test_of_two_glued_urls_each_is_suggested() -> None:
    [found] = findings(
        GluedUrls(), "[a](https://neurips.cc/virtual/2023/79171https://arxiv.org/abs/2311.05997)\n"
    )
    assert found.fix is None
    assert [fix.title for fix in found.suggestions] == [
        "keep `https://neurips.cc/virtual/2023/79171`",
        "keep `https://arxiv.org/abs/2311.05997`",
    ]


def test_an_image_without_a_target_has_no_fix() -> None:
    found = findings(EmptyTarget(), "![a]() [b]()\n")
    assert [each.fix is not None for each in found] == [False, True]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("[[a](https://x.y)] [[b](https://x.y)] [[c](https://x.y)] [d](https://x.y)]\n", "put in `[`"),
        ("[d](https://x.y)]\n", "remove `]`"),
        ("([d](https://x.y)\n", "put in `)`"),
        ("[d](https://x.y))\n", "remove `)`"),
    ],
)
def test_a_lonely_bracket_is_mended_as_the_list_does_it(text: str, title: str) -> None:
    [found] = findings(UnbalancedBracket(), text)
    assert found.fix is not None
    assert found.fix.title == title


def test_a_definition_that_a_slip_refers_to_is_not_unused() -> None:
    assert findings(UnusedDefinition(), "[MyST][myst-parser]\n\n[myst_parser]: https://a.example/\n") == []


def test_garbled_fragments_wait_until_the_headings_are_restored() -> None:
    headings = "".join(f"- [{t}](#{t})\n\n## {t} 模型\n\n" for t in ("多模态幻觉", "扩展定律", "文本水印"))
    garbled = headings.encode().decode("cp1252", "replace")
    assert findings(BrokenFragment(), headings)
    assert findings(BrokenFragment(), garbled) == []


def test_a_pdf_that_is_labelled_so_or_linked_beside_the_abstract_is_meant() -> None:
    lines = [f"- [p{n}](https://arxiv.org/abs/2301.0000{n})" for n in range(1, 10)] * 3
    lines += ["- [PDF](https://arxiv.org/pdf/2302.00001)"]
    lines += ["- [a](https://arxiv.org/abs/2302.00002) [b](https://arxiv.org/pdf/2302.00002)"]
    text = "\n".join([*lines, "- [c](https://arxiv.org/pdf/2302.00003)"])
    assert excerpts(text, findings(MixedArxivLink(), text)) == [("info", "https://arxiv.org/pdf/2302.00003")]


def test_an_insecure_link_is_reported_only_where_the_secure_one_is_known_to_work() -> None:
    lines = [f"- [p{n}](https://a{n}.example/)" for n in range(30)]
    text = "\n".join([*lines, "- [x](http://b.example/) [y](http://github.com/a/b) [z](http://a1.example/c)"])
    found = findings(InsecureScheme(), text)
    assert excerpts(text, found) == [("info", "http://github.com/a/b"), ("info", "http://a1.example/c")]
    assert [each.fix.is_safe for each in found if each.fix] == [True, False]


def test_fragments_of_other_files_are_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.md").write_text("# Install it\n", "utf-8")
    text = "[a](guide.md#install-it) [b](guide.md#instal-it) [c](missing.md#x)\n"
    (tmp_path / "README.md").write_text(text, "utf-8")
    assert excerpts(text, findings(BrokenFragment(), text)) == [("warning", "guide.md#instal-it")]


def test_fragments_in_absolute_links_to_the_own_repository_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "guide.md").write_text("# Install it\n", "utf-8")
    own, others = "https://github.com/owner/list", "https://github.com/other/list"
    text = (
        f"# A list\n\n[a]({own}#a-list) [b]({own}#alist) [c]({own}#readme) [j]({own}?tab=readme-ov-file#MIT-1-ov-file) [d]({others}#alist)\n"
        f"[e]({own}/blob/main/guide.md#install-it) [f]({own}/blob/main/guide.md#L3)\n"
        f"[g]({own}/blob/main/guide.md#instal-it) [h]({own}/issues#alist) [i]({own}/blob/v1/guide.md#no)\n"
    )
    (tmp_path / "README.md").write_text(text, "utf-8")
    assert findings(BrokenFragment(), text) == []
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "remote", "add", "origin", f"{own}.git")
    found = findings(BrokenFragment(), text)
    assert excerpts(text, found) == [
        ("warning", f"{own}#alist"),
        ("warning", f"{own}/blob/main/guide.md#instal-it"),
    ]
    assert found[0].message == f"`#alist` is no heading or anchor in `{own}`"
    assert [edit.content for each in found if each.fix for edit in each.fix.edits] == ["a-list", "install-it"]
