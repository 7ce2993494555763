"""Labels of preprints whose authors say at arXiv where they were published since."""

from datetime import date

import pytest

from awesomelint.needs import Answers, ArxivNeed, ArxivPaper
from awesomelint.rule import Context
from awesomelint_rules.venues.preprint_since_published import PreprintSincePublished
from rule_findings import findings, parsed, table

LINK = "https://arxiv.org/abs/2310.06694"
OTHER = ["[Deja Vu](https://arxiv.org/abs/2310.17157)", "ICML 2023"]


def answers(comment: str | None = "Accepted at ICLR 2024", reference: str | None = "") -> Answers:
    paper = ArxivPaper("2310.06694", "Sheared LLaMA", date(2023, 10, 10), (), comment, reference)
    return Answers(arxiv={"2310.06694": paper})


def rows(venue: str, *others: list[str]) -> str:
    return table(["Title", "Venue"], [f"[Sheared LLaMA]({LINK})", venue], *(others or (OTHER,)))


def test_it_says_where_and_by_whose_word() -> None:
    (found,) = findings(PreprintSincePublished(), rows("arXiv 2023"), answers=answers())
    assert found.severity.value == "info"
    assert found.message == (
        "arXiv 2310.06694 has been published: ICLR 2024, as its authors say: “Accepted at ICLR 2024”"
    )


@pytest.mark.parametrize(
    ("other", "written"),
    [
        ("ICML 2023", "ICLR 2024"),
        ("ICML'23", "ICLR'24"),
        ("ICML2023", "ICLR2024"),
        ("ICML, 2023", "ICLR, 2024"),
        ("ICML", "ICLR"),
    ],
)
def test_the_fix_follows_the_lists_style(other: str, written: str) -> None:
    text = rows("arXiv 2023", [OTHER[0], other])
    (found,) = findings(PreprintSincePublished(), text, answers=answers())
    assert found.fix is not None
    assert not found.fix.is_safe
    assert [edit.content for edit in found.fix.edits] == [written]


def test_the_journal_reference_counts_before_the_comment() -> None:
    given = answers("Accepted at ICLR 2024", "NeurIPS 2024")
    (found,) = findings(PreprintSincePublished(), rows("arXiv 2023"), answers=given)
    assert "NeurIPS 2024" in found.message


def test_a_track_is_kept() -> None:
    given = answers("To appear at Findings of EMNLP 2023")
    (found,) = findings(PreprintSincePublished(), rows("arXiv 2023"), answers=given)
    assert found.fix is not None
    assert [edit.content for edit in found.fix.edits] == ["EMNLP 2023 Findings"]


@pytest.mark.parametrize(
    "given",
    [
        answers(None, None),
        answers("", ""),
        answers("Submitted to ICLR 2024"),
        answers("Accepted at ICLR 2024 Workshop on X"),
        answers("Accepted at ICLR 2018"),
        answers("Accepted at ICLR"),
        Answers(),
    ],
    ids=["unknown", "nothing", "submitted", "workshop", "years before", "no year", "no answer"],
)
def test_without_a_publication_nothing_is_said(given: Answers) -> None:
    assert findings(PreprintSincePublished(), rows("arXiv 2023"), answers=given) == []


@pytest.mark.parametrize(
    "text",
    [
        rows("ICLR 2024"),
        rows("arXiv 2023, ICLR 2024"),
        rows("arXiv 2023", ["[Deja Vu](https://arxiv.org/abs/2310.17157)", "arXiv 2023"]),
        f"- Sheared LLaMA: Accelerating Pre-training [[arXiv]({LINK})]\n- [Deja Vu](https://x.example), ICML 2023.\n",
    ],
    ids=["is there", "both", "names no venues", "a label"],
)
def test_other_labels_are_left_alone(text: str) -> None:
    assert findings(PreprintSincePublished(), text, answers=answers()) == []


def test_only_preprints_are_asked_about_and_what_is_said_today() -> None:
    document = parsed(rows("arXiv 2023"))
    needs = list(PreprintSincePublished().needs(document, Context()))
    assert needs == [ArxivNeed("2310.06694", is_current=True)]
