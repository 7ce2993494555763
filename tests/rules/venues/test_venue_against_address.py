"""VEN007: a venue that contradicts the address of the paper in its proceedings."""

import pytest

from awesomelint_rules.venues.venue_against_address import VenueAgainstAddress
from rule_findings import excerpts, findings, table

RULE = VenueAgainstAddress()
EMNLP = "https://aclanthology.org/2023.emnlp-main.799/"
FINDINGS = "https://aclanthology.org/2023.findings-emnlp.12/"
CVPR = "https://openaccess.thecvf.com/content/CVPR2023/html/Doe_Some_Paper_CVPR_2023_paper.html"
ICML = "https://proceedings.mlr.press/v202/liu23am.html"
NEURIPS = "https://proceedings.neurips.cc/paper_files/paper/2022/hash/02a9bb6a4a3a4d1b9d6b3b8c1f0e5d7a-Abstract-Conference.html"


def check(written, url, more=""):
    text = table(("Title", "Venue"), (f"[Some Paper]({url}){more}", written))
    return excerpts(text, findings(RULE, text))


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("ICML 2023", EMNLP),
        ("EMNLP 2022", EMNLP),
        ("ACL Findings 2023", FINDINGS),
        ("ICCV 2023", CVPR),
        ("CVPR 2024", CVPR),
        ("ICLR 2023", ICML),
        ("NeurIPS 2023", NEURIPS),
    ],
)
def test_another_conference_or_another_year(written, url):
    assert check(written, url) == [("warning", written)]


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("EMNLP 2023", EMNLP),
        ("EMNLP'23", EMNLP),
        ("EMNLP", EMNLP),
        ("EMNLP Findings 2023", FINDINGS),
        ("**CVPR 2023 Highlight**", CVPR),
        ("ICML 2023", ICML),
        ("NIPS 2022", NEURIPS),
        ("arXiv 2022", EMNLP),
        ("TACL 2023", EMNLP),
        ("NeurIPS Workshop 2022", ICML),
        ("Best Paper", EMNLP),
        ("EMNLP 2018", "https://arxiv.org/abs/2310.00492"),
    ],
)
def test_what_agrees_and_what_does_not_contradict(written, url):
    assert check(written, url) == []


def test_the_address_is_named_and_pointed_at():
    text = table(("Title", "Venue"), (f"[SODA]({EMNLP})", "EMNLP 2022"))
    (found,) = findings(RULE, text)
    assert found.message == (
        "`EMNLP 2022` contradicts the paper's address, one of EMNLP 2023: one of the two is wrong"
    )
    assert found.related[0].message == "an address of EMNLP 2023"


def test_conferences_that_were_held_jointly_are_both_right():
    assert check("COLING 2024", "https://aclanthology.org/2024.lrec-main.12/") == []


def test_one_venue_that_agrees_is_enough():
    assert check("ICML 2023, EMNLP 2023", EMNLP) == []


def test_an_entry_with_papers_in_two_proceedings_may_mean_either():
    assert check("ICML 2023", EMNLP, f" [long version]({CVPR})") == []


def test_papers_in_list_items_are_judged_as_well():
    text = f"- [ICML 2023] Some Paper [[paper]({EMNLP})]\n"
    assert excerpts(text, findings(RULE, text)) == [("warning", "ICML 2023")]
