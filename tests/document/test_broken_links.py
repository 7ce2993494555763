"""What is called no link is none on GitHub, and what the changes make of it is one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.document import parse
from awesomelint.document.broken_links import BrokenLink, broken_links
from awesomelint.source import decode
from github import links_of

URL = "https://example.org/a"


def broken(text: str) -> tuple[BrokenLink, ...]:
    return broken_links(parse(decode(text.encode())))


def mended(text: str) -> str:
    for found in sorted(broken(text), key=lambda each: each.span, reverse=True):
        for span, content in sorted(found.changes, reverse=True):
            text = text[: span.start] + content + text[span.end :]
    return text


MENDABLE = [
    ("- [Blog] (https://example.org/a) and more", "split", "Blog"),
    ("- [[Blog]] (https://example.org/a)", "split", "[Blog]"),
    ("- [**Blog**]  (https://example.org/a)", "split", "Blog"),
    ("- ![Logo] (https://example.org/a)", "split", "Logo"),
    ("- [标题]（https://example.org/a）。", "other", "标题"),
    ("- [标题](https://example.org/a）。", "other", "标题"),
    ("- [标题]（https://example.org/a)。", "other", "标题"),
    ("- [Blog]\n  (https://example.org/a) and more", "split", "Blog"),
    ("A long paragraph with a [link to a blog]\n(https://example.org/a).", "split", "link to a blog"),
    ("- [Blog] \n\t(https://example.org/a)", "split", "Blog"),
    ("- ![Logo]\n(https://example.org/a)", "split", "Logo"),
    ("- ![]（https://example.org/a)", "other", ""),
    ("- !(Image)[https://example.org/a]", "reversed", "Image"),
    ("### [Project](https://b.example/) | [Paper(https://example.org/a) | Demo", "other", "Paper"),
    ("- [Penalty]((https://example.org/a)", "other", "Penalty"),
    ("- [[Paper(https://example.org/a)] \\", "other", "Paper"),
    ("- [Paper(https://example.org/a)] text", "other", "Paper"),
    ("- [Code](https://example.org/a", "other", "Code"),
    ("- [Code](https://example.org/a - a library", "other", "Code"),
    ("- [Code](https://example.org/a, a library (new)", "other", "Code"),
    ("- [[Code](https://example.org/a] text", "other", "Code"),
    ("- [Code](https://example.org/a] text", "other", "Code"),
    ("- [Code][https://example.org/a] text", "other", "Code"),
    ("- (Code)[https://example.org/a] text", "reversed", "Code"),
    ("| a | b |\n|---|---|\n| [Code](https://example.org/a | y |", "other", "Code"),
    ("<div>\n[Code](https://example.org/a)\n</div>", "html", "Code"),
    ("<table><tr><td>[Code](https://example.org/a)</td></tr></table>", "html", "Code"),
]


@pytest.mark.parametrize(("text", "kind", "label"), MENDABLE)
def test_a_broken_link_and_its_repair(text: str, kind: str, label: str) -> None:
    [found] = broken(text)
    assert found.kind == kind
    assert (label, URL) not in links_of(text)
    assert (label, URL) in links_of(mended(text))
    assert broken(mended(text)) == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("- [Talk](https://example.org/a talk.pdf)", "https://example.org/a%20talk.pdf"),
        ("- [Talk](slides/my talk (1).pdf)", None),
        ("- [Talk](slides/my talk.pdf)", "slides/my%20talk.pdf"),
        ("- ![Talk](img/system overview.png)", "img/system%20overview.png"),
    ],
)
def test_a_blank_in_a_target(text: str, target: str | None) -> None:
    assert links_of(text) == [] or target not in dict(links_of(text)).values()
    if target is None:
        assert broken(text) == ()
    else:
        assert [found.kind for found in broken(text)] == ["space"]
        assert [url for _, url in links_of(mended(text))] == [target]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- [RAG](https://a.example](https://b.example/c)", "pasted"),
        ("- [[RAG](https://a.example](https://b.example/c)]", "pasted"),
        ("- [see [this](https://a.example/) page](https://example.org/a)", "other"),
        ("- Github](https://example.org/a)", "other"),
        ("- [Foo](https://example.org/a accessed 2020)", "other"),
        ('- [Foo](https://example.org/a "a title)', "other"),
        ("<p>\n[![Stars](https://a.example/b.svg)](https://example.org/a)\n</p>", "html"),
    ],
)
def test_what_only_the_author_can_mend(text: str, kind: str) -> None:
    [found] = broken(text)
    assert (found.kind, found.changes) == (kind, ())


@pytest.mark.parametrize(
    "text",
    [
        "- [Code](https://example.org/a) - a library",
        '- [Code](https://example.org/a "a title")',
        "- [Code](<https://example.org/a b>)",
        "- [Code](https://en.wikipedia.org/wiki/Foo_(bar))",
        "- [1] (https://example.org/a)",
        "As was shown [1]\n(https://example.org/a)",
        "- [x]\n  (https://example.org/a)",
        "[Blog]  \n(https://example.org/a)",
        "[Blog]\\\n(https://example.org/a)",
        "[Blog]\n\n(https://example.org/a)",
        "[Blog]\n(see https://example.org/a)",
        "- [Blog]\n- (https://example.org/a)",
        "[Blog](https://example.org/b)\n(https://example.org/a)",
        "[Blog]\n(https://example.org/a and more)",
        "```\n[Blog]\n(https://example.org/a)\n```",
        "| [Blog] |\n| --- |\n| (https://example.org/a) |",
        "[Blog]\n(https://example.org/a)\n\n[blog]: https://example.org/b",
        "- [2024/05] (https://example.org/a)",
        "- [ ] (https://example.org/a)",
        "- [Note] (see https://example.org/a)",
        "- [Title] - (https://example.org/a)",
        "- [论文]：https://example.org/a",
        "- `[Code] (https://example.org/a)`",
        "<!-- [Code] (https://example.org/a) -->",
        "- \\[Code\\](https://example.org/a)",
        "- [Code] \\(https://example.org/a)",
        "    [Code] (https://example.org/a)",
        "- f[i](x) and f[j](a file)",
        "- [Code]({{ site.url }}/some page.md)",
        "- [Code]\n\n[Code]: https://example.org/a",
        "- [x]: (https://example.org/a)",
        "- (text)[1] and (text)[note]",
        "- see array[Code(https://example.org/a), more]",
        "<div>\n\n[Code](https://example.org/a)\n\n</div>",
        "https://a.example/b[Code] (https://example.org/a)",
    ],
)
def test_what_is_a_link_or_was_not_meant_as_one(text: str) -> None:
    assert broken(text) == ()


WORDS = st.text("abcdyz中文 é", min_size=1, max_size=12).map(str.strip).filter(bool)
AROUND = st.text("ab .,:中-", max_size=8).map(str.strip)
PATHS = st.from_regex(r"[a-z0-9/_-]{0,12}[a-z0-9]", fullmatch=True)
SHAPES = st.sampled_from(
    ["[{label}] ({url})", "[{label}]({url}", "[{label}]（{url}）", "[{label}](({url})", "({label})[{url}]"]
)


@settings(max_examples=150, deadline=None)
@given(WORDS, PATHS, AROUND, AROUND, SHAPES)
def test_a_repair_makes_the_link_and_touches_nothing_else(
    label: str, path: str, before: str, after: str, shape: str
) -> None:
    url = f"https://example.org/{path}"
    text = f"- {before} {shape.format(label=label, url=url)} {after}\n"
    [found] = broken(text)
    repaired = mended(text)
    assert (label, url) not in links_of(text)
    assert [link for link in links_of(repaired) if link[1] == url] == [(label, url)]
    start = min(found.span.start, *(span.start for span, _ in found.changes))
    end = max(found.span.end, *(span.end for span, _ in found.changes))
    assert repaired.startswith(text[:start])
    assert repaired.endswith(text[end:])
