"""What the rules make of the web's answers: where they report, and what they offer to write."""

from datetime import datetime

import pytest

from awesomelint.document import parse
from awesomelint.needs import Answers, Liveness
from awesomelint.rule import Context
from awesomelint.source import decode
from awesomelint_rules.links.dead_link import DeadLink
from awesomelint_rules.links.moved_link import MovedLink
from awesomelint_rules.links.suspect_link import SuspectLink
from awesomelint_rules.links.unreachable_link import UnreachableLink


def check(rule, text, *liveness):
    document = parse(decode(text.encode(), "README.md"))
    context = Context(answers=Answers(liveness={each.url: each for each in liveness}))
    return document, list(rule.check(document, context))


def needs(text):
    document = parse(decode(text.encode(), "README.md"))
    return [need.url for need in DeadLink().needs(document, Context())]


def dead(url, **more):
    return Liveness(url, "dead", "404 Not Found", 404, **more)


def moved(url, to, **more):
    return Liveness(url, "moved", "moved permanently", 200, to, replacement=to, **more)


def fixed(text, *liveness):
    """The text after the fixes that are offered, and whether all of them are safe."""
    _document, found = check(MovedLink(), text, *liveness)
    fixes = [diagnostic.fix for diagnostic in found if diagnostic.fix]
    for edit in sorted((edit for fix in fixes for edit in fix.edits), reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text, all(fix.is_safe for fix in fixes)


def test_every_link_and_image_of_the_web_is_asked_about_once():
    text = (
        "[a](https://a.example/) [b](https://a.example/) ![i](http://b.example/i.png) <https://c.example/>\n"
        "[r]\n\n[r]: https://d.example/\n\n<a href='https://e.example/'>e</a> https://f.example/x\n"
    )
    assert sorted(needs(text)) == [
        "http://b.example/i.png",
        "https://a.example/",
        "https://c.example/",
        "https://d.example/",
        "https://e.example/",
        "https://f.example/x",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`https://a.example/`\n",
        "```\n[a](https://a.example/)\n```\n",
        "<!-- [a](https://a.example/) -->\n",
        "[a](docs/a.md) [b](#b) [c](mailto:c@a.example) [d](ftp://a.example/)\n",
    ],
)
def test_nothing_else_is_asked_about(text):
    assert needs(text) == []


def test_a_dead_link_is_reported_at_each_of_its_places():
    url = "https://a.example/gone"
    text = f"- [a]({url})\n- [b](https://b.example/)\n- ![c]({url})\n"
    document, found = check(DeadLink(), text, dead(url), Liveness("https://b.example/", "alive", "200 OK"))
    assert [document.source.slice(diagnostic.span) for diagnostic in found] == [url, url]
    assert [diagnostic.start.line for diagnostic in found] == [1, 3]


def test_a_definition_is_reported_once_for_all_links_that_use_it():
    text = "[a][r] and [b][r]\n\n[r]: https://a.example/gone\n"
    _, found = check(DeadLink(), text, dead("https://a.example/gone"))
    assert [diagnostic.start.line for diagnostic in found] == [3]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "dead link: 404 Not Found"),
        ({"checked_at": datetime(2026, 3, 1, 12)}, "dead link: 404 Not Found (looked up 2026-03-01)"),
        (
            {"checked_at": datetime(2026, 3, 1), "failing_since": datetime(2026, 2, 1)},
            "dead link: 404 Not Found (since 2026-02-01)",
        ),
    ],
)
def test_the_message_says_why_and_when(more, message):
    _, (found,) = check(DeadLink(), "[a](https://a.example/)\n", dead("https://a.example/", **more))
    assert found.message == message


@pytest.mark.parametrize("verdict", ["alive", "blocked", "skipped"])
@pytest.mark.parametrize("rule", [DeadLink(), SuspectLink(), MovedLink(), UnreachableLink()])
def test_what_is_no_fault_is_not_reported(rule, verdict):
    _, found = check(
        rule, "[a](https://a.example/)\n", Liveness("https://a.example/", verdict, "403 Forbidden")
    )
    assert found == []


@pytest.mark.parametrize("rule", [DeadLink(), SuspectLink(), MovedLink(), UnreachableLink()])
def test_a_link_without_an_answer_is_not_reported(rule):
    _, found = check(rule, "[a](https://a.example/)\n")
    assert found == []


def test_the_same_page_is_written_safely():
    link = moved("http://a.example/b", "https://a.example/b", is_same_page=True)
    assert fixed("[a](http://a.example/b)\n", link) == ("[a](https://a.example/b)\n", True)


def test_another_page_is_written_only_when_two_runs_agree():
    text = "[a](https://a.example/b)\n"
    once, twice = (moved("https://a.example/b", "https://a.example/c", times_moved=times) for times in (1, 2))
    assert fixed(text, once) == (text, True)
    assert fixed(text, twice) == ("[a](https://a.example/c)\n", False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a](https://a.example/b)", "[a](https://a.example/c_%28d%29)"),
        ("[a](<https://a.example/b>)", "[a](<https://a.example/c_%28d%29>)"),
        ("<https://a.example/b>", "<https://a.example/c_%28d%29>"),
        ("<a href='https://a.example/b'>a</a>", "<a href='https://a.example/c_(d)'>a</a>"),
        ("[a][r]\n\n[r]: https://a.example/b", "[a][r]\n\n[r]: https://a.example/c_%28d%29"),
    ],
)
def test_the_new_url_cannot_end_the_link_early(before, after):
    link = moved("https://a.example/b", "https://a.example/c_(d)", times_moved=2)
    assert fixed(f"{before}\n", link)[0] == f"{after}\n"


def test_an_escaped_url_is_not_rewritten():
    text = "[a](https://a.example/b?c&amp;d)\n"
    link = moved("https://a.example/b?c&d", "https://a.example/e", times_moved=2)
    _document, (found,) = check(MovedLink(), text, link)
    assert found.fix is None
