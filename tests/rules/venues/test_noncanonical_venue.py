"""VEN001 in places that its page does not show: badges."""

from awesomelint_rules.venues.noncanonical_venue import NoncanonicalVenue
from rule_findings import excerpts, findings

RULE = NoncanonicalVenue()
PAPER = "- [Some Paper](https://arxiv.org/abs/2206.00001)"


def badge(label):
    return f"{PAPER} ![venue](https://img.shields.io/badge/{label}-blue)\n"


def test_an_outdated_name_in_a_badges_address_is_mended_in_place():
    text = badge("Conference-NIPS'22")
    (found,) = findings(RULE, text)
    assert excerpts(text, [found]) == [("warning", "NIPS")]
    assert found.fix is not None
    assert [edit.content for edit in found.fix.edits] == ["NeurIPS"]


def test_badges_say_nothing_about_how_a_list_spells_venues():
    assert findings(RULE, badge("Arxiv-2022")) == findings(RULE, badge("NIPS-2015")) == []


def test_a_badge_without_a_year_or_outside_an_entry_is_none_of_a_venue():
    assert findings(RULE, badge("NIPS-paper")) == []
    assert findings(RULE, "# List\n\n![talk](https://img.shields.io/badge/NIPS-2022-blue)\n") == []
