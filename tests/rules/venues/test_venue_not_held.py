"""VEN004: a venue in a year in which it was not held."""

from datetime import date

import pytest

from awesomelint_rules.venues.venue_not_held import VenueNotHeld
from rule_findings import excerpts, findings, table

PAPER = "[Masked Diffusion Transformer](https://arxiv.org/abs/2303.14389)"


def venue(written):
    return table(("Title", "Venue"), (PAPER, written))


@pytest.mark.parametrize(
    ("written", "marked", "held"),
    [
        ("ICCV 2022", "ICCV 2022", "ICCV was not held in 2022, but in 2021 and 2023"),
        ("ICCV'22", "ICCV'22", "ICCV was not held in 2022, but in 2021 and 2023"),
        ("ECCV2023", "ECCV2023", "ECCV was not held in 2023, but in 2022 and 2024"),
        ("**ECCV 2021 Oral**", "ECCV 2021 Oral", "ECCV was not held in 2021, but in 2020 and 2022"),
        ("NAACL, 2023", "NAACL, 2023", "NAACL was not held in 2023, but in 2022 and 2024"),
        ("Findings of NAACL 2020", "Findings of NAACL 2020", "NAACL was not held in 2020, but in 2019"),
        ("IJCAI 2012", "IJCAI 2012", "IJCAI was not held in 2012, but in 2011 and 2013"),
    ],
)
def test_a_year_between_two_conferences(written, marked, held):
    text = venue(written)
    found = findings(VenueNotHeld(), text)
    assert excerpts(text, found) == [("warning", marked)]
    assert held in found[0].message


@pytest.mark.parametrize(
    "written",
    [
        "ICCV 2023", "ECCV 2022", "NAACL 2024", "ICCV", "CVPR 2022", "NeurIPS'22", "Blog 2022", "arXiv 2022",
        "A Conference Nobody Knows 2022", "ICCV 20222",
    ],
)  # fmt: skip
def test_venues_that_were_held_or_of_which_nothing_is_known(written):
    assert findings(VenueNotHeld(), venue(written)) == []


def test_a_year_that_has_not_come_is_not_judged_until_it_has():
    text = venue("ICCV 2026")
    assert findings(VenueNotHeld(), text, today=date(2025, 12, 31)) == []
    assert len(findings(VenueNotHeld(), text, today=date(2026, 1, 1))) == 1


def test_venues_of_list_items_and_badges_are_judged_as_well():
    text = (
        f"- {PAPER} (ICCV 2022)\n"
        f"- [ECCV 2023] {PAPER}\n"
        f"- [Another Paper](https://arxiv.org/abs/2004.00001) ![venue](https://img.shields.io/badge/ICCV-2020-blue)\n"
    )
    marked = [excerpt for _, excerpt in excerpts(text, findings(VenueNotHeld(), text))]
    assert marked == ["ICCV 2022", "ECCV 2023", "ICCV-2020"]


def test_a_conference_named_in_a_title_or_in_prose_is_no_claim():
    text = "We met at ICCV 2022.\n\n- [The ICCV 2022 Challenge Report](https://example.org/report)\n"
    assert findings(VenueNotHeld(), text) == []
