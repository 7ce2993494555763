"""A slip is named where it can be nothing else; a venue that is merely unknown is left alone."""

import pytest

from awesomelint.values.venues import Catalogue, Kind, Venue, find_misspelling
from conftest import SHARED

SLIPS = [
    ("INFCOM 2022", "INFCOM", "INFOCOM"),
    ("INFCOM Workshops", "INFCOM", "INFOCOM"),
    ("NeurlPS 2023", "NeurlPS", "NeurIPS"),
    ("NuerIPS'23", "NuerIPS", "NeurIPS"),
    ("Interspech, 2022", "Interspech", "Interspeech"),
    ("arXive 2022", "arXive", "arXiv"),
    ("bioRxv 2020", "bioRxv", "bioRxiv"),
    ("ariXiv", "ariXiv", "arXiv"),
    ("biRXiv", "biRXiv", "bioRxiv"),
    ("NeurIPS'24 (Splotlight)", "Splotlight", "Spotlight"),
    ("ICLR 2025 Spotight", "Spotight", "Spotlight"),
    ("CVPR 2023 higlight", "higlight", "highlight"),
    ("ICML 2023 Workshp", "Workshp", "Workshop"),
]

NO_SLIPS = [
    "INFCOM", "NeruIPS", "Archive", "NeurIPS 2023", "Arxiv 2023", "MICAI 2019", "ICCCNT 2022", "ICDS 2021", "WACW 2023", "CSS 2022",
    "PANS.", "Neutron 2020", "Natur 2022", "Crypton 2022", "OpenAIæŠ€æœ¯æŠ¥å‘Š", "NeurIPS 2023, Hang Zhao",
    "Mistral 2024", "ICML 2023 KnowledgeNLP workshop", "EuroSyst Group 2020", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "meant"), SLIPS)
def test_slip(text: str, written: str, meant: str) -> None:
    slip = find_misspelling(text)
    assert slip is not None
    assert (text[slip.start : slip.end], slip.meant) == (written, meant)


@pytest.mark.parametrize("text", NO_SLIPS)
def test_no_slip(text: str) -> None:
    assert find_misspelling(text) is None


def test_a_name_near_two_venues_is_no_slip() -> None:
    near_two = [Venue("ROBOCAMP", Kind.CONFERENCE), Venue("ROBOCARP", Kind.CONFERENCE)]
    assert find_misspelling("ROBOCAP 2022", Catalogue(near_two)) is None
    assert find_misspelling("ROBOCAP 2022", Catalogue(near_two[:1])) is not None


def test_the_name_is_that_of_the_year() -> None:
    slip = find_misspelling("MLSyss'19")
    assert slip is None or slip.meant == "SysML"


def test_in_real_lists_only_the_three_true_slips_are_found() -> None:
    table = SHARED / "venues_raw.tsv"
    if not table.exists():
        pytest.skip("the spellings of real lists are not beside this checkout")
    raw = [line.split("\t")[2] for line in table.read_text(encoding="utf-8").split("\n")[1:] if line]
    found = {text for text in raw if find_misspelling(text)}
    assert found == {"INFCOM Workshops", "NeurIPS'24 (Splotlight)", "ICLR 2025 Spotight"}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("CPVR 2024", "CVPR"),
        ("ENMLP'23", "EMNLP"),
        ("CPVR", None),
        ("ICSA 2020", None),
        ("CVRP for trucks 2020", None),
        ("AIAA 2020", None),
    ],
)
def test_swapped_letters_are_a_slip_in_a_name_that_is_familiar_to_the_list(text, meant):
    slip = find_misspelling(text, familiar={"CVPR", "EMNLP", "ISCA", "AAAI"})
    assert (slip and slip.meant) == meant
    assert find_misspelling(text) is None
