"""Invisible characters, entities escaped twice, byte order marks and line ends."""

import pytest

from awesomelint.linter import Linter
from awesomelint.ruleset import RuleSet
from awesomelint.source import decode
from awesomelint_rules.encoding.byte_order_mark import ByteOrderMark
from awesomelint_rules.encoding.double_escaped_entity import DoubleEscapedEntity
from awesomelint_rules.encoding.invisible_character import InvisibleCharacter
from awesomelint_rules.encoding.mixed_line_ends import MixedLineEnds
from rules.encoding.garbled import AS_1252, damaged, fixed, found


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("[a](https://a.example/x\u00a0)", "[a](https://a.example/x)"),
        ("[a](\u00a0https://a.example/x)", "[a](https://a.example/x)"),
        ("[a]\u00a0(https://a.example/x)", "[a](https://a.example/x)"),
        ('[a](https://a.example/x\u00a0"title")', '[a](https://a.example/x "title")'),
        ("https://a.example/x\u00a0and more", "https://a.example/x and more"),
        ("[a](https://a.example/\u200bx)", "[a](https://a.example/x)"),
        ("access\u202euser", "accessuser"),
    ],
)
def test_an_invisible_character_goes(text: str, mended: str) -> None:
    assert len(found(text, InvisibleCharacter())) == 1
    assert fixed(text, InvisibleCharacter()) == mended


@pytest.mark.parametrize(
    "text", ["10\u00a0000 papers « à lire »\u00a0!", "`a\u200bb`", "[a](https://a.example/x) 20\u00a0%"]
)
def test_spaces_in_text_and_what_code_shows_are_fine(text: str) -> None:
    assert found(text, InvisibleCharacter()) == []


def test_an_override_in_code_is_an_error() -> None:
    [diagnostic] = found("```\nif access\u202euser\n```\n", InvisibleCharacter())
    assert diagnostic.severity.value == "error"


@pytest.mark.parametrize("text", ["[a](https://a.example/x\u00a0y)", "mail @\u200buser", "עברית \u202eabc"])
def test_what_may_be_meant_is_not_removed_by_plain_fix(text: str) -> None:
    assert fixed(text, InvisibleCharacter()) == text
    assert fixed(text, InvisibleCharacter(), unsafe=True) != text


def test_soft_hyphens_of_garbled_text_belong_to_it() -> None:
    garbled = damaged("中文论文的列表，语言与模型的评估", *AS_1252)
    assert "\u00ad" in garbled
    assert found(garbled, InvisibleCharacter()) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("R&amp;amp;D", "R&amp;D"),
        ("R&amp;amp;amp;D", "R&amp;D"),
        ("it&amp;#39;s", "it&#39;s"),
        ("[a](https://a.example/?x=1&amp;amp;y=2)", "[a](https://a.example/?x=1&amp;y=2)"),
    ],
)
def test_an_entity_is_escaped_once(text: str, mended: str) -> None:
    assert fixed(text, DoubleEscapedEntity()) == mended


@pytest.mark.parametrize("text", ["R&amp;D &lt;br&gt;", "`&amp;amp;`", "&amp;something;", "a &amp; b; c"])
def test_other_entities_are_fine(text: str) -> None:
    assert found(text, DoubleEscapedEntity()) == []


def test_brackets_that_a_text_may_mean_to_show_are_unsafe() -> None:
    text = "Write &amp;lt;br&amp;gt; for a break."
    assert fixed(text, DoubleEscapedEntity()) == text
    assert fixed(text, DoubleEscapedEntity(), unsafe=True) == "Write &lt;br&gt; for a break."


def bytes_found(data: bytes) -> list[tuple[str, int, int]]:
    linter = Linter(RuleSet((ByteOrderMark(), MixedLineEnds())))
    result = linter.conclude(linter.examine_all([decode(data, "list.md")]))
    return [(d.rule, d.start.line, len(d.related)) for d in result.diagnostics]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"# A\n\nb\n", []),
        (b"# A\r\n\r\nb\r\n", []),
        (b"# A\r\rb\r", []),
        (b"\xef\xbb\xbf# A\n", [("ENC006", 1, 0)]),
        (b"# A\n\nb\r\nc\nd\r\n", [("ENC007", 3, 1)]),
        (b"# A\r\n\r\nb\n", [("ENC007", 3, 0)]),
        (b"\xd6\xd0\r\n\n", []),
    ],
)
def test_marks_and_line_ends(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    assert bytes_found(data) == expected
