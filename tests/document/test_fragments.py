"""Which fragments GitHub finds, and which one was meant."""

import pytest

from awesomelint.document import parse
from awesomelint.document.fragments import Nearest, fragments, leads_somewhere, make_fragments, nearest
from awesomelint.source import decode


def found(fragment: str, text: str) -> bool:
    return leads_somewhere(fragment, fragments(parse(decode(text.encode()))))


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("base-models", "## Base Models"),
        ("Base-Models", "## Base Models"),
        ("user-content-base-models", "## Base Models"),
        ("a-1", "# A\n\n# A"),
        ("awesome-x-", "# Awesome X [![A](https://a.b/c.svg)](https://a.b)"),
        ("awesome-x", "# Awesome X [![A](https://a.b/c.svg)](https://a.b)"),
        ("多模态", "## 多模态"),
        ("️-warning", "## ⚠️ Warning"),
        ("-warning", "## ⚠️ Warning"),
        ("Foo", '<a name="Foo"></a>'),
        ("bar", '<p id="bar">x</p>'),
        ("html", "<h2>HTML</h2>"),
        ("fn-1", "a[^1]\n\n[^1]: b"),
        ("named", "## Title {#named}"),
        ("top", ""),
        ("readme", ""),
        ("L10-L20", ""),
        (":~:text=end", ""),
    ],
)
def test_a_fragment_that_leads_somewhere(fragment: str, text: str) -> None:
    assert found(fragment, text)


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("base-model", "## Base Models"),
        ("a-2", "# A\n\n# A"),
        ("foo", '<a name="Foo"></a>'),
        ("methods", "## Methods of all kinds"),
        ("Lists", ""),
        ("warning", "## ⚠️ Warning"),
        ("hidden", "<!-- ## Hidden -->"),
    ],
)
def test_a_fragment_that_does_not(fragment: str, text: str) -> None:
    assert not found(fragment, text)


@pytest.mark.parametrize(
    ("fragment", "known", "meant"),
    [
        ("what-is-it-", ["what-is-it", "what"], Nearest("what-is-it", True)),
        ("Base_Models", ["base-models"], Nearest("base-models", True)),
        ("site-generator", ["site-generators", "parsers"], Nearest("site-generators", False)),
        ("part-3", ["part-1", "part-2"], None),
        ("parser", ["parsers-a", "parsers-b"], None),
        ("ab", ["abc"], None),
        ("quantization", ["pruning"], None),
        ("c-c", ["c--c", "cc"], None),
        ("---", ["--"], None),
    ],
)
def test_the_fragment_that_was_meant(fragment: str, known: list[str], meant: Nearest | None) -> None:
    assert nearest(fragment, make_fragments(known)) == meant
