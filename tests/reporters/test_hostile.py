"""A list is written by strangers: whatever stands in it is harmless in every format."""

import json
import re
from html.parser import HTMLParser

import pytest

from awesomelint.diagnostics import Diagnostic, Fault, Fix
from awesomelint.reporters import FORMATS, Layout, reporter
from awesomelint.results import (
    AddedSuppression,
    BaselineUse,
    Comparison,
    ConfigChange,
    LinkCounts,
    RunResult,
)
from reporters.findings import edit, finding, place, run, source
from reporters.rendered import html

TITLES = {
    "ansi": "\x1b[2J\x1b]0;title\x07\x9b31m",
    "command": "::error::pwned",
    "old command": "##[add-mask]a",
    "percent": "%0A::error::pwned%25",
    "line ends": "a\r\n::error::pwned\r::set-output name=x::y\n\u2028::warning::z\u0085::notice::u",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "comment": "--> ]]> <!-- <![CDATA[ </details></code></td>",
    "pipes": "a | b || c \\| d",
    "backticks": "`` ` ``` a ```diff",
    "one backtick": "`",
    "bidi": "\u202etxt.exe\u2066\u200b\u2069",
    "markdown": "![x](https://evil.example/p.png) [x](javascript:alert(1)) **b** # h ~~s~~ $x$ &lt;",
    "mention": "@everyone octo/cat#12 #12 gh-12 www.evil.example https://evil.example a@evil.example",
    "long": "x" * 10_000,
    "marks": "a" + "\u0301" * 10_000,
    "surrogate": "\udcff",
    "json": '"}],"x":[{"',
    "dashes": "--output=x",
}
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
REPORTS_FOR_PEOPLE = ("text", "github", "markdown")


def result(title: str) -> RunResult:
    """A finding whose every part holds the title: text, path, message, fixes, related places, faults, notes."""
    here = source(f"# {title.encode(errors='ignore').decode()}\nNIPS 2022\n", f"{title}.md")
    fix = Fix(title, (edit(here, "NIPS", title.encode(errors="ignore").decode()),))
    two = Fix(title, (edit(here, "NIPS", "x"), edit(here, "2022", "y")))
    found = finding(
        here, "NIPS", message=title, fix=fix, suggestions=(two,), related=(place(here, "2022", title),)
    )
    quoted: Diagnostic = finding(here, "2022", message=f"`{title}` is `{title}`")
    comparison = Comparison(
        title,
        config=(ConfigChange(title, "changed", (title, title)),),
        suppressions=(AddedSuppression(title, here.position(0), title),),
        silenced=(quoted,),
    )
    return run(
        here,
        found,
        quoted,
        faults=(Fault(title, title),),
        links=LinkCounts(1, {"dead": 1}, title),
        comparison=comparison,
        baseline=BaselineUse(title, stale=1),
    )


def report(format_: str, title: str) -> str:
    return reporter(format_)(result(title), Layout(browse="https://host/o/r/blob/abc"))


@pytest.fixture(params=TITLES.values(), ids=TITLES.keys())
def title(request: pytest.FixtureRequest) -> str:
    text: str = request.param
    return text


@pytest.mark.parametrize("format_", FORMATS)
def test_every_report_can_be_encoded(format_: str, title: str) -> None:
    report(format_, title).encode()


@pytest.mark.parametrize("format_", REPORTS_FOR_PEOPLE)
def test_nothing_drives_a_terminal_or_reorders_a_line(format_: str, title: str) -> None:
    assert UNSEEN.findall(report(format_, title)) == []


@pytest.mark.parametrize("format_", [name for name in FORMATS if name not in REPORTS_FOR_PEOPLE])
def test_what_is_for_programs_is_ascii_and_valid(format_: str, title: str) -> None:
    text = report(format_, title)
    assert text.isascii()
    json.loads(text)
    assert "##[" not in text


def test_a_finding_stays_one_command_of_the_runner(title: str) -> None:
    lines = report("github", title).rstrip("\n").split("\n")
    starts = [
        re.match(r"::(\w+) file=[^:,]*,(?:line=\d+,endLine=\d+,col=\d+,endColumn=\d+,)?title=[^:,]*::", line)
        for line in lines
    ]
    assert [start[1] if start else None for start in starts[:3]] == ["error", "warning", "warning"]
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines[3:])
    assert all("%0D" not in line for line in lines)


def test_a_percent_sign_comes_back_as_it_was() -> None:
    assert "::%250A::error::pwned%2525%0A--fix: " in report("github", TITLES["percent"])


class Elements(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: set[str] = set()
        self.columns: list[int] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}
        if tag == "tr":
            self.columns.append(0)
        if tag in ("td", "th"):
            self.columns[-1] += 1


def test_the_summary_holds_no_markup_but_its_own(title: str) -> None:
    page = Elements(html(report("markdown", title)))
    assert page.tags <= {
        "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "code", "a", "ul", "li", "details", "summary",
        "pre", "br",
    }  # fmt: skip
    assert {address.partition("/blob/abc/")[0] for address in page.addresses} <= {"https://host/o/r"}
    assert page.columns == [4] * 5


def test_nobody_is_mentioned_and_no_issue_is_referred_to() -> None:
    page = html(report("markdown", TITLES["mention"]))
    outside_code = re.sub(r"<code.*?</code>", "", page, flags=re.DOTALL)
    assert (
        re.findall(r"@\w|#\d|gh-\d|https?://(?!host/)|www\.", re.sub(r'href="[^"]*"', "", outside_code)) == []
    )


@pytest.mark.parametrize("format_", REPORTS_FOR_PEOPLE)
@pytest.mark.parametrize("name", ["long", "marks"])
def test_a_title_of_ten_thousand_characters_is_cut(format_: str, name: str) -> None:
    path_free = run(source("NIPS\n"), finding(source("NIPS\n"), "NIPS", message=TITLES[name]))
    assert len(reporter(format_)(path_free, Layout())) < 3_000
