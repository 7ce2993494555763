import re

import pytest

from awesomelint.diagnostics import Applicability, Fault, Fix, Severity, Transcode
from awesomelint.plugins import load_rules
from awesomelint.reporters import Layout
from awesomelint.reporters.markdown import LONGEST, render
from awesomelint.results import (
    AddedSuppression,
    Comparison,
    ConfigChange,
    FileResult,
    LinkCounts,
    RunResult,
)
from awesomelint.source import Position
from reporters.findings import edit, finding, run, source
from reporters.rendered import html

LIST = source("# List\n\n| Title | NIPS2022 |\n")
RULES = {rule.code: rule for rule in load_rules()[0]}


def test_findings_are_a_table_below_the_counts() -> None:
    report = render(run(LIST, finding(LIST, "NIPS2022")), Layout())
    assert report.startswith(
        "## awesomelint\n"
        "\n"
        "Found 1 warning in README.md.\n"
        "\n"
        "| Severity | Place | What is wrong | Rule |\n"
        "| --- | --- | --- | --- |\n"
        "| warning | `README.md:3` | the venue has another name | VEN001 noncanonical-venue |\n"
    )


def test_errors_come_before_warnings() -> None:
    found = (finding(LIST, "List"), finding(LIST, "NIPS", severity=Severity.ERROR))
    assert re.findall(r"^\| (error|warning) ", render(run(LIST, *found), Layout()), re.MULTILINE) == [
        "error",
        "warning",
    ]


def test_a_place_is_a_link_to_its_line_where_the_files_can_be_read_on_the_web() -> None:
    here = source("NIPS\n", "论 文(1).md")
    report = render(run(here, finding(here, "NIPS")), Layout(browse="https://host/o/r/blob/abc"))
    assert "[`论 文(1).md:1`](https://host/o/r/blob/abc/%E8%AE%BA%20%E6%96%87%281%29.md?plain=1#L1)" in report


def test_a_rule_is_a_link_to_its_page() -> None:
    report = render(run(LIST, finding(LIST, "NIPS"), rules=RULES), Layout())
    assert re.search(r"\| \[VEN001\]\(https://\S*/noncanonical_venue\.py\) noncanonical-venue \|", report)


def test_code_in_messages_is_code() -> None:
    page = html(render(run(LIST, finding(LIST, "NIPS", message="`NIPS` is `NeurIPS` since_2018_")), Layout()))
    assert "<td><code>NIPS</code> is <code>NeurIPS</code> since_2018_</td>" in page


def test_what_fix_would_do_is_a_patch_that_can_be_unfolded() -> None:
    safe = finding(LIST, "NIPS2022", fix=Fix("Write it", (edit(LIST, "NIPS", "NeurIPS"),)))
    unsafe = finding(LIST, "List", fix=Fix("Guess", (edit(LIST, "List", "A"),), Applicability.UNSAFE))
    report = render(run(LIST, safe, unsafe), Layout())
    assert "<details><summary>What <code>--fix</code> would do</summary>" in report
    assert "\n-| Title | NIPS2022 |\n+| Title | NeurIPS2022 |\n```\n" in report
    assert "+# A" not in report


def test_nothing_to_fix_and_a_change_of_encoding_have_no_patch() -> None:
    fix = Fix("Rewrite as UTF-8", transcode=Transcode("gb18030"))
    assert "<details>" not in render(run(LIST, finding(LIST, "NIPS")), Layout())
    assert "<details>" not in render(run(LIST, finding(LIST, "NIPS", fix=fix)), Layout())


def test_dead_links_have_a_table_of_their_own() -> None:
    dead = finding(LIST, "List", rule="LNK101", name="dead-link", severity=Severity.ERROR, message="gone")
    suspect = finding(LIST, "Title", rule="LNK102", name="suspect-link", message="odd")
    report = render(run(LIST, dead, suspect, finding(LIST, "NIPS"), rules=RULES), Layout())
    findings, _, dead_links = report.partition("### Dead links")
    assert ("gone" in findings, "odd" in findings, "VEN001" in findings) == (False, True, True)
    assert "| gone |" in dead_links


def test_what_a_change_does_to_the_checks_is_told_in_full() -> None:
    comparison = Comparison(
        "HEAD^1",
        config=(ConfigChange("awesomelint.toml", "changed", ("ignore: none, then LNK", "exclude: x")),),
        suppressions=tuple(
            AddedSuppression("README.md", Position(line, 1), f"<!-- awesomelint: disable VEN00{line} -->")
            for line in range(1, 10)
        ),
        silenced=(finding(LIST, "NIPS", message="kept quiet"),),
    )
    page = html(render(run(LIST, finding(LIST, "List"), comparison=comparison), Layout()))
    assert page.index("What the change does to the checks") < page.index("the venue has another name")
    assert (
        "<code>awesomelint.toml</code> changed: <code>ignore: none, then LNK</code> and <code>exclude: x</code>"
        in page
    )
    assert page.count("adds <code>&lt;!-- awesomelint: disable VEN00") == 9
    assert page.count("disable VEN001") == 1
    assert "<td>kept quiet</td>" in page


def test_what_older_suppressions_keep_quiet_of_a_change_is_told_as_well() -> None:
    comparison = Comparison("HEAD^1", silenced=(finding(LIST, "NIPS", message="kept quiet"),))
    report = render(run(LIST, comparison=comparison), Layout())
    assert (
        "### What the change does to the checks\n\nSuppressions keep these findings of the change quiet:\n"
        in report
    )
    assert report.count("quiet") == 2


def test_a_change_that_leaves_the_checks_alone_has_no_such_part() -> None:
    assert "does to the checks" not in render(run(LIST, comparison=Comparison("HEAD^1")), Layout())


def test_coverage_says_what_was_read_looked_up_and_left_unsaid() -> None:
    hidden = finding(LIST, "List", rule="DAT006", name="unordered-dates", severity=Severity.INFO)
    report = render(run(LIST, hidden, links=LinkCounts(7, {"alive": 3}, reasons={"no time": 7})), Layout())
    coverage = report.partition("### Coverage\n\n")[2]
    assert coverage.startswith("- Read: `README.md`.\n- Not listed: 1 info (DAT006 unordered-dates 1).")
    assert "- Links: 3 alive.\n- links: 3 of 10 looked up; 7 not (no time)\n" in coverage


@pytest.mark.parametrize(("rule", "severity"), [("VEN001", Severity.WARNING), ("LNK101", Severity.ERROR)])
def test_how_to_learn_more_of_a_rule_stands_below_the_findings(rule: str, severity: Severity) -> None:
    report = render(run(LIST, finding(LIST, "NIPS", rule=rule, severity=severity)), Layout())
    findings, _, coverage = report.partition("### Coverage")
    assert findings.rstrip().endswith(f"About a rule: awesomelint rule {rule}")
    assert "About a rule" not in coverage


def test_faults_are_listed() -> None:
    report = render(
        RunResult(faults=(Fault("a|b.md", "cannot be read"), Fault("", "a rule failed"))), Layout()
    )
    assert "### What could not be done\n\n- `a|b.md` cannot be read\n-  a rule failed\n" in report


def test_it_is_bounded_and_says_what_is_left_out() -> None:
    names = [f"n{number:05}" for number in range(3000)]
    many = source("\n".join(names))
    message = "@:#`|" * 500
    fixes = [Fix("Write it", (edit(many, name, "x" * 900),)) for name in names]
    found = [finding(many, name, message=message, fix=fix) for name, fix in zip(names, fixes, strict=True)]
    found += [finding(many, name, rule="LNK101", severity=Severity.ERROR, message=message) for name in names]
    faults = tuple(Fault(f"{number}" * 900, message) for number in range(500))
    result = RunResult((FileResult(many, tuple(found)),), faults, rules=RULES)
    report = render(result, Layout(browse="https://host/" + "x" * 200))
    assert len(report) <= LONGEST
    assert re.search(r"\n\d+ more findings of 3000 are not listed here\.\n", report)
    assert re.search(r"\n\d+ more lines of the diff are not shown here\.\n", report)
    assert "### Dead links" in report
    assert re.search(r"\n\d+ more faults\.\n", report)


def test_many_files_are_counted() -> None:
    files = tuple(FileResult(source("", f"{'x' * 80}{number}.md")) for number in range(100))
    assert re.search(r"` and \d\d more\.\n", render(RunResult(files), Layout()))
