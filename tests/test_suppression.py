"""How findings are kept quiet, in a list and in its config."""

from dataclasses import replace

import pytest

from awesomelint.config import FileConfig
from awesomelint.diagnostics import Applicability
from awesomelint.linter import lint
from awesomelint.needs import Answers
from awesomelint.plugins import load_rules
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from awesomelint.suppression import ConfigSuppression
from engine import Word, mend, places, rule, run

SHIPPED = {each.code: each for each in load_rules()[0]}


@pytest.mark.parametrize(
    "text",
    [
        "<!-- awesomelint: disable-next-line TST001 -->\nbad\n",
        "<!-- awesomelint: disable-next-line foul-word -- it is quoted -->\n\nbad\n",
        "<!-- awesomelint: disable-next-line TST -->\nbad\n",
        "<!-- awesomelint: disable-next-line -->\nbad\n",
        "<!--awesomelint: disable-next-line-->\nbad\n",
        "<!--awesomelint: disable-next-line TST001-->\nbad\n",
        "bad <!-- awesomelint: disable-line TST001 -->\n",
        "| a |\n|---|\n| bad <!-- awesomelint: disable-line TST001 --> |\n",
        "- bad\n  more <!-- awesomelint: disable-line TST001 -->\n",
        "<!-- awesomelint: disable TST001 -->\n\nbad\n\nbad\n",
        "bad\n\n<!-- awesomelint: disable-file TST001 -->\n",
        "<!-- awesomelint: disable TST001, TST002 -->\n\nbad\n",
    ],
)
def test_a_comment_keeps_a_finding_quiet(text: str) -> None:
    result = run(text)
    assert (places(result), result.files[0].suppressed > 0) == ([], True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<!-- awesomelint: disable-next-line TST001 -->\nx\nbad\n", 3),
        ("<!-- awesomelint: disable TST001 -->\n\nbad\n\n<!-- awesomelint: enable TST001 -->\n\nbad\n", 7),
        ("<!-- awesomelint: disable-next-line VEN001 -->\nbad\n", 2),
        ("`<!-- awesomelint: disable-file -->`\n\nbad\n", 3),
        ("<!-- lint disable -->\n\nbad\n", 3),
    ],
    ids=["another line", "enabled again", "another rule", "in code", "another linter"],
)
def test_a_comment_reaches_no_further(text: str, line: int) -> None:
    assert places(run(text, Word(), SHIPPED["VEN001"])) == [("TST001", line)]


def test_config_names_an_entry() -> None:
    text = "- [bad thing](https://arxiv.org/abs/2310.00492)\n- [bad too](https://arxiv.org/abs/2310.00493)\n"
    config = replace(FileConfig(), suppressions=(ConfigSuppression("TST001", entry="2310.00492"),))
    assert places(run(text, config=config)) == [("TST001", 2)]


def test_an_unused_comment_is_reported_with_a_fix_that_removes_it() -> None:
    result = run("<!-- awesomelint: disable-next-line TST001 -->\nfine\n", Word(), SHIPPED["SUP001"])
    [diagnostic] = result.diagnostics
    assert diagnostic.fix is not None
    assert (diagnostic.rule, diagnostic.fix.edits[0].content) == ("SUP001", "")


@pytest.mark.parametrize("words", ["TST003", "TST001, TST003", ""])
def test_a_comment_about_what_the_web_may_say_tomorrow_is_not_removed_safely(words: str) -> None:
    online = rule("TST003", reads=frozenset({"web"}), needs=lambda self, document, context: ())
    text = f"<!-- awesomelint: disable-next-line {words} -->\nfine\n"
    rules = RuleSet((Word(), online, SHIPPED["SUP001"]))
    [diagnostic] = lint(
        [decode(text.encode(), "README.md")], rules, answer=lambda needs: Answers()
    ).diagnostics
    assert diagnostic.fix is not None
    assert (diagnostic.rule, diagnostic.fix.applicability) == ("SUP001", Applicability.UNSAFE)


COMMENT = "<!-- awesomelint: disable-next-line TST001 -->"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"- x\n{COMMENT}\n- y\n", "- x\n- y\n"),
        (f"# A\n\n{COMMENT}\n\n# B\n", "# A\n\n# B\n"),
        (f"one\n{COMMENT}\ntwo\n", "one\n\ntwo\n"),
        (f"text\n{COMMENT}\n===\n", "text\n\n===\n"),
        (f"x {COMMENT}, y\n", "x, y\n"),
        (f"> x\n> {COMMENT}\n> y\n", "> x\n>\n> y\n"),
        (COMMENT, ""),
        (f"{COMMENT}\r\n\r\nx\r\n", "x\r\n"),
    ],
    ids=["list", "blank lines", "paragraphs", "heading", "in text", "quote", "alone", "CRLF"],
)
def test_removing_an_unused_comment_leaves_the_rest_as_it_is_read(before: str, after: str) -> None:
    result = mend(before, Word(), SHIPPED["SUP001"])
    assert (result.files[0].source.data.decode(), result.faults) == (after, ())


def test_a_comment_that_makes_html_of_its_line_is_not_removed() -> None:
    [diagnostic] = run(f"{COMMENT} [a](b)\n", Word(), SHIPPED["SUP001"]).diagnostics
    assert (diagnostic.rule, diagnostic.fix) == ("SUP001", None)


def test_of_several_rules_in_a_comment_the_idle_ones_are_reported() -> None:
    other = rule("TST002", word="worse")
    text = "<!-- awesomelint: disable-next-line TST001, TST002 -->\nbad\n"
    [diagnostic] = run(text, Word(), other, SHIPPED["SUP001"]).diagnostics
    assert "TST002" in diagnostic.message


def test_nothing_is_called_unused_when_only_some_rules_were_asked_for() -> None:
    text = "<!-- awesomelint: disable-next-line TST001 -->\nfine\n"
    config = replace(FileConfig(), is_narrowed=True)
    assert places(run(text, Word(), SHIPPED["SUP001"], config=config)) == []


def test_other_linters_comments_are_never_called_unused() -> None:
    text = "<!--lint disable awesome-list-item-->\n\nfine\n\n<!--lint enable-->\n"
    assert places(run(text, Word(), SHIPPED["SUP001"])) == []


STANDING = rule("TST001", stands_for=("double-link",))


@pytest.mark.parametrize(
    ("comments", "lines"),
    [
        ("<!--lint disable double-link-->", []),
        ("<!-- lint disable remark-lint:double-link awesome-toc -->", []),
        ("<!--lint disable-->", []),
        ("<!--lint ignore double-link-->", [7]),
        ("<!--lint disable awesome-toc-->", [3, 4, 7]),
        ("<!--lint enable double-link-->", [3, 4, 7]),
    ],
)
def test_comments_for_remark_silence_what_stands_for_its_rules(comments: str, lines: list[int]) -> None:
    text = f"{comments}\n\n- bad\n- bad\n\n# T\nbad\n"
    assert [d.start.line for d in run(text, STANDING).diagnostics] == lines


def test_a_comment_without_rules_does_not_hide_what_is_wrong_with_comments() -> None:
    text = "<!-- awesomelint: disable -->\n\n<!-- awesomelint: disable VEN999 -->\n\nbad\n"
    assert places(run(text, Word(), SHIPPED["SUP002"])) == [("SUP002", 3)]


def test_a_findings_narrowest_comment_is_the_one_that_is_used() -> None:
    text = (
        "<!-- awesomelint: disable-file TST001 -->\n\n<!-- awesomelint: disable-next-line TST001 -->\nbad\n"
    )
    assert places(run(text, Word(), SHIPPED["SUP001"])) == [("SUP001", 1)]


def test_an_item_is_silenced_without_the_items_below_it() -> None:
    text = "- bad <!-- awesomelint: disable-line TST001 -->\n  more bad\n  - bad\n- bad\n"
    assert places(run(text)) == [("TST001", 3), ("TST001", 4)]


def test_nothing_is_called_unused_whose_rule_did_not_run() -> None:
    preview = rule("TST003", preview=True)
    text = "<!-- awesomelint: disable TST003, VEN -->\n\nfine\n"
    assert places(run(text, Word(), preview, SHIPPED["SUP001"])) == []


@pytest.mark.parametrize(
    ("suppression", "lines"),
    [
        (ConfigSuppression("TST001", entry="arxiv:2310.00492"), [2, 4]),
        (ConfigSuppression("TST001", url="https://arxiv.org/abs/2310.00493"), [1, 4]),
        (ConfigSuppression("TST", title="BAD  thing"), [2, 4]),
        (ConfigSuppression("TST002", entry="2310.00492"), [1, 2, 4]),
        (ConfigSuppression("TST001", entry="2310.00492", title="other"), [1, 2, 4]),
    ],
)
def test_config_names_an_entry_by_work_url_or_title(suppression: ConfigSuppression, lines: list[int]) -> None:
    text = (
        "- [bad thing](https://arxiv.org/abs/2310.00492)\n"
        "- [bad too](https://arxiv.org/abs/2310.00493)\n\nbad\n"
    )
    config = replace(FileConfig(), suppressions=(suppression,))
    assert [line for _, line in places(run(text, config=config))] == lines


@pytest.mark.parametrize(("word", "nearest"), [("TST01", "TST001"), ("foul-words", "foul-word")])
def test_an_unknown_rule_is_reported_with_the_nearest(word: str, nearest: str) -> None:
    text = f"<!-- awesomelint: disable-next-line {word} -->\nfine\n"
    [diagnostic] = run(text, Word(), SHIPPED["SUP002"]).diagnostics
    assert f"did you mean `{nearest}`" in diagnostic.message


def test_a_comment_that_ends_a_table_is_reported() -> None:
    text = "| a |\n|---|\n| x |\n<!-- awesomelint: disable-next-line TST001 -->\n| bad |\n"
    assert ("SUP003", 4) in places(run(text, Word(), SHIPPED["SUP003"]))


TEXT = "- [a bad thing](https://arxiv.org/abs/2310.00492)\n- [fine](https://arxiv.org/abs/2310.00493)\n"


def said_of_config(suppression: ConfigSuppression, *texts: str, **more: object) -> list[tuple[str, int, str]]:
    """Path, line and severity of what SUP001 says of lists with one config."""
    config = replace(FileConfig(), suppressions=(suppression,), **more)
    sources = [decode(text.encode(), f"{number}.md") for number, text in enumerate(texts)]
    result = lint(sources, RuleSet((Word(), SHIPPED["SUP001"])), config=lambda path: config)
    return [(d.path, d.start.line, d.severity.value) for d in result.diagnostics if d.rule == "SUP001"]


def test_a_suppression_of_the_config_that_silences_nothing_is_reported_at_its_entry() -> None:
    assert said_of_config(ConfigSuppression("TST001", entry="2310.00493"), TEXT) == [("0.md", 2, "warning")]
    assert said_of_config(ConfigSuppression("TST001", entry="2310.00492"), TEXT) == []


def test_a_suppression_that_names_nothing_is_worth_a_look_once() -> None:
    elsewhere = ConfigSuppression("TST001", entry="2310.99999")
    assert said_of_config(elsewhere, TEXT, TEXT) == [("0.md", 1, "info")]
    assert said_of_config(ConfigSuppression("TST001", entry="2310.00492"), "nothing\n", TEXT) == []


def test_a_suppression_whose_rule_did_not_run_is_not_called_unused() -> None:
    assert said_of_config(ConfigSuppression("VEN001", entry="2310.00493"), TEXT) == []
    assert said_of_config(ConfigSuppression("TST001", entry="2310.00493"), TEXT, is_narrowed=True) == []
