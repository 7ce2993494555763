"""How the parts of a list are read, one construct at a time."""

import pytest

from awesomelint.document import Document, Link, parse
from awesomelint.source import decode


def document(text: str) -> Document:
    return parse(decode(text.encode()))


def only_link(text: str) -> Link:
    [link] = document(text).links
    return link


def slugs(text: str) -> list[str]:
    return [section.slug for section in document(text).sections[1:]]


@pytest.mark.parametrize(
    ("text", "kind", "url", "shown"),
    [
        ("[a](https://b.c)", "inline", "https://b.c", "a"),
        ("[a](<b c>)", "inline", "b c", "a"),
        ('[a](b "title")', "inline", "b", "a"),
        ("[a]()", "inline", "", "a"),
        ("[[paper]](u)", "inline", "u", "[paper]"),
        ("[[paper](u)]", "inline", "u", "paper"),
        (r"[\[pdf\]](u)", "inline", "u", "[pdf]"),
        ("[**a** `b`](u)", "inline", "u", "a b"),
        ("[a][r]\n\n[r]: u", "reference", "u", "a"),
        ("[r]\n\n[r]: u", "reference", "u", "r"),
        ("<https://b.c>", "autolink", "https://b.c", "https://b.c"),
        ("see https://b.c/d.", "bare", "https://b.c/d", "https://b.c/d"),
        ("论文：https://b.c/d", "bare", "https://b.c/d", "https://b.c/d"),
        ('<a href="u?a=1&amp;b=2">t</a>', "html", "u?a=1&b=2", "t"),
        ("<a href='u'><b>t</b></a>", "html", "u", "t"),
        ("<a href=u>t</a>", "html", "u", "t"),
        (r"[a](b\_c)", "inline", "b_c", "a"),
        ("[a](中文)", "inline", "中文", "a"),
    ],
)
def test_link_forms(text: str, kind: str, url: str, shown: str) -> None:
    link = only_link(text)
    assert (link.kind, link.url, link.text) == (kind, url, shown)


def test_the_url_of_a_reference_link_stands_in_its_definition() -> None:
    text = "[a][r]\n\n[r]: https://b.c 't'\n"
    link = only_link(text)
    assert text[link.url_span.start : link.url_span.end] == "https://b.c"
    assert text[link.span.start : link.span.end] == "[a][r]"


def test_a_badge_is_a_link_around_an_image() -> None:
    link = only_link("[![build](https://b.c/d.svg)](https://e.f)")
    assert (link.is_badge, link.url, [image.url for image in link.images]) == (
        True,
        "https://e.f",
        ["https://b.c/d.svg"],
    )


def test_definitions_know_whether_they_count() -> None:
    found = document("[a]\n\n[a]: u\n[A]: v\n[b]: w\n").definitions
    assert [(d.label, d.is_used, d.is_duplicate) for d in found] == [
        ("a", True, False),
        ("A", False, True),
        ("b", False, False),
    ]


@pytest.mark.parametrize(
    "text",
    ["<!-- [a](b) -->", "`[a](b)`", "```\n[a](b)\n```", "    [a](b)", "<!--\n[a](b)\n-->", r"\[a](b)"],
    ids=["comment", "code", "fence", "indented", "block comment", "escaped"],
)
def test_comments_and_code_hold_no_links(text: str) -> None:
    assert document(text).links == ()


def test_markdown_in_html_counts_where_github_renders_it() -> None:
    rendered = document("<details>\n\n[a](b)\n\n</details>\n").links
    literal = document("<details>\n[a](b)\n</details>\n").links
    assert ([link.url for link in rendered], literal) == (["b"], ())


def test_footnotes_are_no_links() -> None:
    found = document("text[^1]\n\n[^1]: note\n")
    assert ([f.label for f in found.footnotes], found.links) == (["1"], ())


def test_front_matter_is_no_content() -> None:
    found = document("---\ntitle: '[a](b)'\n---\n\n# T\n")
    assert found.front_matter is not None
    assert (found.links, [section.title for section in found.sections[1:]]) == ((), ["T"])


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("# Getting Started", "getting-started"),
        ("# C/C++ & Rust", "cc--rust"),
        ("# 🚀 Launch", "-launch"),
        ("# 多模态幻觉", "多模态幻觉"),
        ("# What's new?", "whats-new"),
        ("# `code` and *emphasis*", "code-and-emphasis"),
        ("# [Linked](https://a.b) title", "linked-title"),
        ("# snake_case", "snake_case"),
        ("Setext\n===", "setext"),
        ("<h2>In HTML</h2>", "in-html"),
    ],
)
def test_slug(heading: str, slug: str) -> None:
    assert slugs(heading + "\n") == [slug]


def test_slugs_of_equal_headings_are_numbered() -> None:
    assert slugs("# A\n\n## A\n\n# A-1\n\n# A\n") == ["a", "a-1", "a-1-1", "a-2"]


def test_explicit_anchors() -> None:
    assert document('<a name="x"></a>\n\n<h2 id="y">T</h2>\n').anchors >= {"x", "y"}


def test_sections_are_a_tree() -> None:
    text = "before\n\n# A\n\n## B\n\ntext\n\n# C\n"
    preamble, a, b, c = document(text).sections
    assert (preamble.title, a.parent, b.parent, c.parent) == ("", None, a, None)
    assert text[a.span.start : a.span.end].rstrip() == "# A\n\n## B\n\ntext"


def test_rows_keep_what_is_missing_and_what_is_too_much() -> None:
    [table] = document("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n").tables
    short, long = table.rows
    assert [cell.is_missing for cell in short.cells] == [False, True]
    assert [
        document("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n").text[s.start : s.end] for s in long.surplus
    ] == ["3"]


def test_a_bar_in_code_is_escaped_in_a_table() -> None:
    [table] = document("| a |\n|---|\n| `x \\| y` |\n").tables
    assert table.rows[0].cells[0].text == "x | y"


def test_an_html_table_is_a_table() -> None:
    text = "<table>\n<tr><th>Name</th><th>Year</th></tr>\n<tr><td>A <a href='u'>p</a></td><td>2020</td></tr>\n</table>\n"
    [table] = document(text).tables
    assert (table.syntax, [c.header for c in table.columns], [c.text for c in table.rows[0].cells]) == (
        "html",
        ["Name", "Year"],
        ["A p", "2020"],
    )


def test_items_form_a_tree() -> None:
    outer, inner = document("- a\n  1. b\n").items
    assert (outer.depth, inner.depth, outer.children) == (0, 1, (inner,))


@pytest.mark.parametrize("text", ["", "\n", "x", "# T", "\ufeff# T\n", "|", "- "], ids=repr)
def test_very_small_files(text: str) -> None:
    assert document(text).sections[0].level == 0


def test_a_byte_order_mark_hides_no_heading() -> None:
    assert slugs("\ufeff# Title\n") == ["title"]
