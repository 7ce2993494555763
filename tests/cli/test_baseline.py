"""`--baseline`: old findings stay quiet, new ones do not."""

import json
import os
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from checkouts import commit, write
from cli.harness import Outcome, Run
from cli.test_check import places
from cli.words import RULES

SCHEMA = json.loads((files("awesomelint.reporters") / "diagnostics.schema.json").read_text("utf-8"))
OLD = "# List\n\n- [one](https://one.example) is wrong.\n- [two](https://two.example) is doubtful.\n"
COUNTLESS = '{"path": "x", "rule": "A1", "fingerprint": "12345678", "count": 9999999999}'
NEW = "- [three](https://three.example) is wrong.\n"


@pytest.fixture(autouse=True)
def _rules_about_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("awesomelint.cli.run.load_rules", lambda: (RULES, ()))


def held(run: Run, *arguments: str) -> Outcome:
    return run("check", "--offline", "--baseline", "baseline.json", *arguments)


def update(run: Run, *arguments: str) -> Outcome:
    return held(run, "--update-baseline", *arguments)


@pytest.fixture
def baseline(run: Run, folder: Path) -> Path:
    """The baseline of a list with two old faults."""
    write(folder, {"README.md": OLD})
    assert update(run).code == 0
    return folder / "baseline.json"


def test_a_list_with_old_faults_starts_today(run: Run, folder: Path) -> None:
    write(folder, {"README.md": OLD})
    assert held(run, "--update-baseline").out == (
        "2 findings in README.md, now in the baseline.\n"
        "Wrote baseline.json: 2 findings, 2 added, 0 removed.\n"
        "links: 0 of 2 looked up; 2 not (offline)\n"
    )
    outcome = held(run)
    assert outcome.code == 0
    assert "No errors or warnings in README.md. 2 findings of the baseline not shown." in outcome.out


def test_a_new_finding_is_reported(run: Run, folder: Path, baseline: Path) -> None:
    write(folder, {"README.md": OLD + NEW})
    outcome = held(run)
    assert outcome.code == 1
    assert places(outcome.out) == ["README.md:5:37: error WRD001"]


def test_old_findings_stay_quiet_where_lines_and_headings_move(
    run: Run, folder: Path, baseline: Path
) -> None:
    above = "# Other\n\n" + "- [new](https://new.example)\n" * 30
    write(folder, {"README.md": above + OLD.replace("# List", "## Renamed")})
    assert held(run).code == 0


def test_a_fault_that_is_met_once_more_is_new(run: Run, folder: Path, baseline: Path) -> None:
    write(folder, {"README.md": OLD.replace("is wrong", "is wrong and wrong")})
    assert places(held(run).out) == ["README.md:3:43: error WRD001"]


def test_what_is_gone_is_counted_and_leaves_at_the_next_update(
    run: Run, folder: Path, baseline: Path
) -> None:
    write(folder, {"README.md": OLD.replace("wrong", "right")})
    assert "1 finding of baseline.json is gone; --update-baseline takes it out." in held(run).out
    assert "Wrote baseline.json: 1 finding, 0 added, 1 removed." in update(run).out
    assert "gone" not in held(run).out
    write(folder, {"README.md": OLD})
    assert held(run).code == 1


def test_it_is_the_same_from_any_folder(
    run: Run, folder: Path, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"docs/x.md": "# x\n"})
    monkeypatch.chdir(folder / "docs")
    outcome = run("check", "--offline", "--baseline", "../baseline.json", "../README.md")
    assert outcome.code == 0
    before = baseline.read_bytes()
    run("check", "--offline", "--baseline", str(baseline), "--update-baseline", str(folder / "README.md"))
    assert baseline.read_bytes() == before


def test_the_file_has_a_line_for_each_finding_and_is_stable(run: Run, folder: Path) -> None:
    names = {"b.md": OLD, "a.md": "# wrong\n\nwrong\n\nwrong\n", "论文 x.md": OLD}
    write(folder, names)
    update(run, *names)
    text = (folder / "baseline.json").read_text("utf-8")
    findings = [json.loads(line.strip().rstrip(",")) for line in text.split("\n")[2:-2]]
    assert [(f["path"], f["rule"], f.get("count", 1), f["text"]) for f in findings] == [
        ("a.md", "WRD001", 3, "wrong"),
        ("b.md", "WRD001", 1, "wrong"),
        ("b.md", "WRD002", 1, "doubtful"),
        ("论文 x.md", "WRD001", 1, "wrong"),
        ("论文 x.md", "WRD002", 1, "doubtful"),
    ]
    update(run, *reversed(names))
    assert (folder / "baseline.json").read_text("utf-8") == text


def test_what_was_not_looked_at_stays_in_it(run: Run, folder: Path) -> None:
    write(folder, {"a.md": OLD, "b.md": OLD})
    update(run, "a.md", "b.md")
    write(folder, {"a.md": "# fine\n"})
    assert "Wrote baseline.json: 2 findings, 0 added, 2 removed." in update(run, "a.md").out
    write(folder, {"b.md": "# fine\n"})
    assert (
        "Wrote baseline.json: 1 finding, 0 added, 1 removed." in update(run, "b.md", "--select", "WRD001").out
    )


def test_findings_of_a_list_that_is_gone_leave(run: Run, folder: Path) -> None:
    write(folder, {"a.md": OLD, "b.md": OLD})
    update(run, "a.md", "b.md")
    (folder / "b.md").unlink()
    assert "2 findings of baseline.json are gone" in held(run, "a.md").out
    assert "Wrote baseline.json: 2 findings, 0 added, 2 removed." in update(run, "a.md").out


def test_a_name_that_no_file_can_have_is_one_of_a_list_that_is_gone(
    run: Run, folder: Path, baseline: Path
) -> None:
    text = baseline.read_text("utf-8")
    write(folder, {"baseline.json": text.replace("README.md", "x" * 5000, 1)})
    assert update(run).code == 0
    assert baseline.read_text("utf-8") == text


def test_a_renamed_list_keeps_its_old_findings(run: Run, folder: Path, baseline: Path) -> None:
    (folder / "README.md").rename(folder / "list.md")
    assert held(run, "list.md").code == 0


def test_fixes_leave_what_is_in_it(run: Run, folder: Path, baseline: Path) -> None:
    write(folder, {"README.md": OLD + NEW})
    assert held(run, "--unsafe-fixes").code == 0
    assert (folder / "README.md").read_text() == OLD + NEW.replace("wrong", "WRONG")


def test_fixes_leave_what_is_in_it_even_where_a_fix_renames_its_entry(run: Run, folder: Path) -> None:
    write(folder, {"README.md": "# List\n\n- [wrong](https://one.example) is doubtful.\n"})
    update(run, "--select", "WRD002")
    outcome = held(run, "--unsafe-fixes")
    assert (folder / "README.md").read_text() == "# List\n\n- [WRONG](https://one.example) is doubtful.\n"
    assert outcome.code == 0


def test_suppressed_findings_do_not_enter_it(run: Run, folder: Path) -> None:
    write(folder, {"README.md": "<!-- awesomelint: disable-file WRD001 -->\n\nwrong doubtful\n"})
    assert "Wrote baseline.json: 1 finding," in update(run).out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("[]", "no key 'awesomelint-baseline'"),
        ("{}", "no key 'awesomelint-baseline'"),
        ('{"results": {}, "version": "1.0"}', "no key"),
        ('{"awesomelint-baseline": 1}', "no list 'findings'"),
        ('{"awesomelint-baseline": "x", "findings": []}', "its version is 'x'"),
        ('{"awesomelint-baseline": true, "findings": []}', "its version is True"),
        ('{"awesomelint-baseline": 2, "findings": []}', "newer awesomelint"),
        ('{"awesomelint-baseline": 1, "findings": [{"path": "x"}]}', "finding 1 has no rule"),
        ('{"awesomelint-baseline": 1, "findings": [7]}', "finding 1 is not an object"),
        (
            f'{{"awesomelint-baseline": 1, "findings": [{COUNTLESS}]}}',
            "counts more than",
        ),
        (f'{{"awesomelint-baseline": 1{"0" * 5000}}}', "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        (
            '{"awesomelint-baseline": 1,\n<<<<<<< HEAD\n "findings": []}',
            "line 2 is not JSON",
        ),
    ],
)
def test_what_is_no_baseline_is_wrong_usage_and_is_never_overwritten(
    run: Run, folder: Path, text: str, reason: str
) -> None:
    write(folder, {"README.md": OLD, "baseline.json": text})
    for outcome in (held(run), update(run)):
        assert outcome.code == 2
        assert reason in outcome.err
        assert len(outcome.err.strip().split("\n")) == 1
    assert (folder / "baseline.json").read_text() == text


def test_a_list_is_no_baseline(run: Run, folder: Path) -> None:
    write(folder, {"README.md": OLD})
    assert run("check", "--offline", "--baseline", "README.md", "--update-baseline").code == 2
    assert (folder / "README.md").read_text() == OLD


def test_a_missing_baseline_is_wrong_usage(run: Run, folder: Path) -> None:
    write(folder, {"README.md": OLD})
    outcome = held(run)
    assert outcome.code == 2
    assert "there is no such baseline; make it with --update-baseline" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--update-baseline",),
        ("--baseline", "b.json", "--update-baseline", "--fix"),
        ("--baseline", "b.json", "--update-baseline", "--diff"),
        ("--baseline", "b.json", "--update-baseline", "--changed-since", "HEAD"),
        ("--baseline", "b.json", "--output", "b.json"),
        ("--baseline", "b.json", "--report", "json=b.json"),
        ("--baseline", "b.json", "-"),
    ],
)
def test_options_that_contradict_each_other_are_wrong_usage(
    run: Run, folder: Path, arguments: tuple[str, ...]
) -> None:
    write(folder, {"README.md": OLD})
    assert run("check", "--offline", *arguments).code == 2
    assert not (folder / "b.json").exists()


def test_a_baseline_that_cannot_be_written_is_told(run: Run, folder: Path) -> None:
    write(folder, {"README.md": OLD})
    outcome = run("check", "--offline", "--baseline", "no/such/folder.json", "--update-baseline")
    assert outcome.code == 2
    assert "the baseline cannot be written" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="modes are another thing there")
def test_a_rewritten_baseline_keeps_its_mode(run: Run, folder: Path, baseline: Path) -> None:
    baseline.chmod(0o640)
    write(folder, {"README.md": OLD + NEW})
    update(run)
    assert baseline.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in folder.iterdir() if path.name.startswith(".awesomelint-")] == []


def test_whoever_reviews_the_file_sees_what_is_in_it(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from awesomelint.baseline import Baseline, Remembered, dumped, read_baseline

    finding = Remembered("a\u202e\udcff.md", "WRD001", "0123456789abcdef", "x\x1b\u200b\U000e0041\n论文")
    text = dumped(Baseline(folder / "b.json", (finding,)))
    assert '"a\\u202e\\udcff.md"' in text
    assert '"x\\u001b\\u200b\\udb40\\udc41\\n论文"' in text
    assert read_baseline(folder / "b.json", text.encode()).findings == (finding,)


def test_json_tells_of_it(run: Run, folder: Path, baseline: Path) -> None:
    write(folder, {"README.md": OLD.replace("wrong", "right")})
    report = json.loads(held(run, "--format", "json").out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["summary"]["baselined"] == 1
    assert report["baseline"] == {"path": "baseline.json", "stale": 1}
    report = json.loads(update(run, "--format", "json").out)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["baseline"] == {"path": "baseline.json", "stale": 0, "written": 1, "added": 0, "removed": 1}


@pytest.fixture
def repository(folder: Path, baseline: Path) -> Path:
    """A repository with a list and its baseline."""
    (folder / ".git").rmdir()
    commit(folder, {})
    return folder


def test_with_a_revision_the_baseline_is_the_one_of_the_revision(run: Run, repository: Path) -> None:
    write(repository, {"README.md": OLD + NEW})
    update(run)
    outcome = held(run, "--changed-since", "HEAD")
    assert places(outcome.out) == ["README.md:5:37: error WRD001"]
    assert "baseline.json changed (1 added). This run goes by HEAD." in outcome.out


def test_a_finding_that_both_know_counts_once(run: Run, repository: Path) -> None:
    write(repository, {"README.md": OLD.replace("is wrong", "is wrong and wrong")})
    outcome = held(run, "--changed-since", "HEAD")
    assert places(outcome.out) == ["README.md:3:43: error WRD001"]


def test_a_baseline_that_the_change_adds_does_not_count(run: Run, folder: Path) -> None:
    (folder / ".git").rmdir()
    commit(folder, {"README.md": OLD})
    write(folder, {"README.md": OLD + NEW})
    update(run)
    outcome = held(run, "--changed-since", "HEAD")
    assert places(outcome.out) == ["README.md:5:37: error WRD001"]
    assert "baseline.json added (3 added)" in outcome.out
