import re

from awesomelint.diagnostics import Applicability, Fix, Severity, Transcode
from awesomelint.reporters import Layout
from awesomelint.reporters.columns import display_width
from awesomelint.reporters.text import render
from awesomelint.results import FileResult, LinkCounts, RunResult
from reporters.findings import edit, finding, place, run, source

LIST = source("# List\n\n| Title | NIPS2022 |\n")
PLAIN = Layout(width=80)
FINDINGS_ONLY = Layout(width=80, quiet=True)


def test_a_finding_is_its_place_its_words_its_line_and_its_mark() -> None:
    assert render(run(LIST, finding(LIST, "NIPS2022")), FINDINGS_ONLY) == (
        "README.md:3:11: warning VEN001 noncanonical-venue: the venue has another name\n"
        " 3 │ | Title | NIPS2022 |\n"
        "   │           ^^^^^^^^\n"
    )


def test_findings_are_parted_by_an_empty_line_and_stand_in_the_order_of_the_text() -> None:
    report = render(run(LIST, finding(LIST, "NIPS2022"), finding(LIST, "List")), FINDINGS_ONLY)
    assert re.findall(r"^README\.md:(\d+)", report, re.MULTILINE) == ["1", "3"]
    assert "\n\nREADME.md:3:11" in report


def test_a_short_edit_shows_old_and_new() -> None:
    fix = Fix("Write NeurIPS2022", (edit(LIST, "NIPS", "NeurIPS"),))
    assert "   = fix: NIPS → NeurIPS\n" in render(
        run(LIST, finding(LIST, "NIPS2022", fix=fix)), FINDINGS_ONLY
    )


def test_an_edit_that_only_inserts_or_is_long_or_invisible_shows_its_title() -> None:
    for changed in (
        edit(LIST, "NIPS", ""),
        edit(LIST, "NIPS", "N" * 41),
        edit(LIST, "NIPS", "N\nI"),
        edit(LIST, " ", "_"),
    ):
        report = render(run(LIST, finding(LIST, "NIPS2022", fix=Fix("Mend it", (changed,)))), FINDINGS_ONLY)
        assert "= fix: Mend it\n" in report


def test_a_fix_in_several_places_says_how_many() -> None:
    fix = Fix("Write arXiv throughout", (edit(LIST, "List", "A"), edit(LIST, "NIPS", "B")))
    report = render(run(LIST, finding(LIST, "NIPS2022", fix=fix)), FINDINGS_ONLY)
    assert "= fix: Write arXiv throughout (2 places)\n" in report


def test_a_change_of_encoding_shows_its_title() -> None:
    fix = Fix("Rewrite as UTF-8", transcode=Transcode("gb18030"))
    assert "= fix: Rewrite as UTF-8\n" in render(run(LIST, finding(LIST, "NIPS2022", fix=fix)), FINDINGS_ONLY)


def test_an_unsafe_fix_names_its_option_and_suggestions_are_listed() -> None:
    unsafe = Fix("Write it", (edit(LIST, "NIPS", "NeurIPS"),), Applicability.UNSAFE)
    other = Fix("Write it out", (edit(LIST, "NIPS2022", "Neural Inf."),))
    report = render(run(LIST, finding(LIST, "NIPS2022", fix=unsafe, suggestions=(other,))), FINDINGS_ONLY)
    assert "   = fix with --unsafe-fixes: NIPS → NeurIPS\n" in report
    assert "   = suggestion: NIPS2022 → Neural Inf.\n" in report


def test_related_places_are_named_and_beyond_three_counted() -> None:
    places = (place(LIST, "List", "first listed here"), *[place(LIST, "Title")] * 4)
    report = render(run(LIST, finding(LIST, "NIPS2022", related=places)), FINDINGS_ONLY)
    assert "   = see README.md:1:3: first listed here\n" in report
    assert report.count("= see README.md") == 3
    assert "= see 2 more places, all in --format json\n" in report


def test_a_place_over_several_lines_shows_the_first_and_says_where_it_ends() -> None:
    assert render(run(LIST, finding(LIST, "List\n\n| Title")), FINDINGS_ONLY).split("\n")[1:4] == [
        " 1 │ # List",
        "   │   ^^^^",
        "   = to line 3",
    ]


def test_findings_below_the_level_are_counted_by_rule_on_one_line() -> None:
    info = [
        finding(LIST, n, severity=Severity.INFO, rule=r)
        for n, r in (("NIPS", "VEN002"), ("22", "DAT9"), ("Ti", "DAT9"))
    ]
    report = render(run(LIST, *info), PLAIN)
    assert report == (
        "No errors or warnings in README.md.\n"
        "Not listed: 3 infos (DAT9 noncanonical-venue 2, VEN002 noncanonical-venue 1). "
        "List them with --show info.\n"
    )


def test_show_info_lists_them() -> None:
    report = render(run(LIST, finding(LIST, "NIPS", severity=Severity.INFO)), Layout(show=Severity.INFO))
    assert report.startswith("README.md:3:11: info VEN001")
    assert "Found 1 info in README.md." in report
    assert "Not listed" not in report


def test_show_error_counts_warnings_as_not_listed() -> None:
    report = render(run(LIST, finding(LIST, "NIPS")), Layout(show=Severity.ERROR))
    assert "No errors in README.md." in report
    assert "Not listed: 1 warning (VEN001 noncanonical-venue 1). List them with --show warning." in report


def test_the_summary_counts_severities_files_and_fixes() -> None:
    safe = Fix("a", (edit(LIST, "NIPS", "b"),))
    unsafe = Fix("a", (edit(LIST, "NIPS", "b"),), Applicability.UNSAFE)
    found = (
        finding(LIST, "NIPS", fix=safe, severity=Severity.ERROR),
        finding(LIST, "Title", fix=unsafe),
        finding(LIST, "List"),
        finding(LIST, "#", fix=safe, severity=Severity.INFO),
    )
    result = RunResult((FileResult(LIST, found, suppressed=4), FileResult(source("", "b.md"))))
    report = render(result, PLAIN)
    assert (
        "\nFound 1 error and 2 warnings in 1 of 2 files. 4 suppressed. "
        "1 fixable with --fix, 1 more with --unsafe-fixes.\n"
    ) in report
    assert report.endswith("\nAbout a rule: awesomelint rule VEN001\n")


def test_what_was_fixed_is_counted_by_rule() -> None:
    result = RunResult(
        (FileResult(LIST, fixed={"VEN001": 9, "DAT001": 3}), FileResult(LIST, fixed={"VEN001": 1}))
    )
    assert "Fixed 13 findings (VEN001 10, DAT001 3).\n" in render(result, PLAIN)


def test_the_last_line_says_that_links_were_not_looked_up() -> None:
    result = run(LIST, finding(LIST, "NIPS"), links=LinkCounts(84, reasons={"offline": 84}))
    assert render(result, PLAIN).endswith("\nlinks: 0 of 84 looked up; 84 not (offline)\n")


def test_the_last_line_says_how_far_the_look_up_came_and_why_no_farther() -> None:
    links = LinkCounts(2817, {"alive": 340, "dead": 12}, reasons={"github.com refuses": 2817})
    last = render(run(LIST, links=links), PLAIN).split("\n")[-2]
    assert last == "links: 352 of 3,169 looked up; 2,817 not (github.com refuses)"


def test_several_reasons_are_counted_and_the_rare_ones_summed_up() -> None:
    reasons = {"a": 1, "b": 20, "c": 3000, "d": 4, "e": 1}
    last = render(run(LIST, links=LinkCounts(3026, reasons=reasons)), PLAIN).split("\n")[-2]
    assert last == ("links: 0 of 3,026 looked up; 3,026 not (c: 3,000; b: 20; d: 4; other reasons: 2)")


def test_links_that_were_looked_up_are_counted_by_verdict() -> None:
    result = run(LIST, links=LinkCounts(1, {"alive": 3, "dead": 2, "moved": 0}, earlier=4))
    assert "Links: 3 alive, 2 dead; 4 known from earlier runs.\n" in render(result, PLAIN)


def test_a_list_without_links_has_no_line_about_them() -> None:
    assert "links" not in render(run(LIST, links=LinkCounts()), PLAIN).lower()


def test_a_clean_file_says_so_and_quiet_says_nothing() -> None:
    assert render(run(LIST), PLAIN) == "No errors or warnings in README.md.\n"
    assert render(run(LIST), FINDINGS_ONLY) == ""


def test_a_clean_file_is_clean_down_to_the_level_that_is_listed() -> None:
    clean = "No errors, warnings or infos in README.md.\n"
    assert render(run(LIST), Layout(show=Severity.INFO)) == clean


def test_no_file_read_means_no_summary() -> None:
    assert render(RunResult(), PLAIN) == ""


def test_statistics_stand_in_place_of_the_findings() -> None:
    fix = Fix("a", (edit(LIST, "NIPS", "b"),))
    found = [finding(LIST, n, fix=fix) for n in ("NIPS", "List")] + [
        finding(LIST, "Title", rule="DAT001", name="impossible-date", severity=Severity.INFO)
    ]
    assert render(run(LIST, *found), Layout(statistics=True)) == (
        "2 warning VEN001 noncanonical-venue (2 fixable)\n"
        "1 info    DAT001 impossible-date\n"
        "\n"
        "Found 2 warnings in README.md. 2 fixable with --fix.\n"
        "About a rule: awesomelint rule VEN001\n"
    )


def test_colour_adds_nothing_but_escapes() -> None:
    fix = Fix("a", (edit(LIST, "NIPS", "b"),))
    result = run(LIST, finding(LIST, "NIPS", fix=fix, related=(place(LIST, "List"),)), finding(LIST, "List"))
    for layout in (Layout(), Layout(statistics=True), Layout(wrap=True, width=40)):
        colored = render(
            result, Layout(layout.show, layout.width, layout.wrap, True, False, layout.statistics)
        )
        assert "\x1b[" in colored
        assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render(result, layout)


def test_a_narrow_terminal_is_not_overrun() -> None:
    narrow = source("| 你好世界 | " + "x" * 90 + "NIPS |\n| 2 |\n")
    fix = Fix("Replace the name by the one that others use", (edit(narrow, "NIPS", ""),))
    message = "论文 in this list are, with 95 of 100, written in another manner"
    found = finding(
        narrow, "NIPS |\n|", fix=fix, message=message, related=(place(narrow, "你好", "also here too"),)
    )
    report = render(
        run(narrow, found, links=LinkCounts(3, reasons={"offline": 2, "the time was used up": 1})),
        Layout(width=40, wrap=True),
    )
    assert [line for line in report.split("\n") if display_width(line) > 40] == []


def test_through_a_pipe_a_finding_keeps_its_words_on_one_line() -> None:
    message = "long " * 40 + "end"
    report = render(run(LIST, finding(LIST, "NIPS", message=message)), Layout(width=40))
    assert message in report.split("\n")[0]


def test_nothing_from_a_list_reaches_the_terminal_unescaped() -> None:
    evil = source("a\x1b[2Jb\u202e NIPS\x9b\n", "x\x1b\udcff\n.md")
    fix = Fix("\x1b]0;t\x07", (edit(evil, "a\x1b[2Jb", "\u202eb"), edit(evil, "NIPS", "x")))
    one = Fix("t", (edit(evil, "a\x1b[2Jb", "\u202eb"),))
    found = finding(
        evil,
        "NIPS",
        message="m\x1b\r\n\u2066",
        fix=fix,
        suggestions=(one,),
        related=(place(evil, "b", "r\x1b\n"),),
    )
    report = render(run(evil, found, links=LinkCounts(1, reasons={"\x1b": 1})), PLAIN)
    assert not set(report) & set("\x1b\r\x9b\x07\u202e\u2066\udcff")
    assert "a<U+001B>[2Jb<U+202E> NIPS<U+009B>" in report
    assert "= suggestion: a<U+001B>[2Jb → <U+202E>b" in report
    assert report.startswith("x<U+001B><U+DCFF><U+000A>.md:1:9: ")


def test_a_message_of_ten_thousand_characters_is_cut() -> None:
    report = render(run(LIST, finding(LIST, "NIPS", message="x" * 10_000)), FINDINGS_ONLY)
    assert max(map(len, report.split("\n"))) < 500
