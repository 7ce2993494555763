"""Every way in which real lists write a venue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesomelint.values.venues import (
    NotAVenue,
    Spelling,
    VenueReading,
    find_misspelling,
    find_venues,
    parse_venue,
)
from conftest import SHARED


def read(text: str) -> VenueReading:
    reading = parse_venue(text)
    assert isinstance(reading, VenueReading), text
    return reading


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("CVPR 2024", "CVPR", 2024),
        ("CVPR", "CVPR", None),
        ("CVPR, 2023", "CVPR", 2023),
        ("ICLR'24", "ICLR", 2024),
        ("ICCV' 19", "ICCV", 2019),
        ("arXiv'2025", "arXiv", 2025),
        ("ACL2022", "ACL", 2022),
        ("CVPR20", "CVPR", 2020),
        ("CVPR 24", "CVPR", 2024),
        ("TKDE‘23", "TKDE", 2023),
        ("ICML (2016)", "ICML", 2016),
        ("arXiv 2023.12", "arXiv", 2023),
        ("arXiv21.04", "arXiv", 2021),
        ("arXiv, Sep 2023", "arXiv", 2023),
        ("CVPR 2020 oral", "CVPR", 2020),
        ("CVPR 2024 Highlight", "CVPR", 2024),
        ("**CVPR 2024 Highlight**", "CVPR", 2024),
        ("NeurIPS Workshop 2022", "NeurIPS", 2022),
        ("EMNLP Findings 2024", "EMNLP", 2024),
        ("ACL 2025 Findings", "ACL", 2025),
        ("EMNLP'24 Findings", "EMNLP", 2024),
        ("ACL(Findings)'2025", "ACL", 2025),
        ("EMNLP 2023 (Findings)", "EMNLP", 2023),
        ("EMNLP-Findings, 2022", "EMNLP", 2022),
        ("Findings of EMNLP 2022", "EMNLP", 2022),
        ("NeurIPS'24 D&B", "NeurIPS", 2024),
        ("USENIX Security2020", "USENIX Security", 2020),
        ("ACM MM 2023", "ACM MM", 2023),
        ("Nat. Commun.", "Nature Communications", None),
        ("[ICLR'25]", "ICLR", 2025),
        ("`WWW'23`", "WWW", 2023),
        ("https://img.shields.io/badge/Conference-NeurIPS'24-blue", "NeurIPS", 2024),
        ("https://img.shields.io/badge/ACL(Findings)'2025-9cf", "ACL", 2025),
    ],
)
def test_name_and_year(text: str, name: str, year: int | None) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year) == (name, year)


@pytest.mark.parametrize("text", ["CVPR 2024", "ICCV' 19", "Findings of EMNLP 2022", "arXiv 2023.12"])
def test_places_are_those_of_the_text(text: str) -> None:
    reading = read(text)
    assert text[slice(*reading.name_span)] == reading.name
    assert reading.year_span is not None
    assert str(reading.year).endswith(text[slice(*reading.year_span)][:2]) or text[
        slice(*reading.year_span)
    ] == str(reading.year)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("NeurIPS 2022", Spelling.OFFICIAL),
        ("NIPS 2022", Spelling.OUTDATED),
        ("NIPS2022", Spelling.OUTDATED),
        ("NIPS 2017", Spelling.FORMER),
        ("NIPS", Spelling.FORMER),
        ("Arxiv 2023", Spelling.CASE),
        ("neurips'23", Spelling.CASE),
        ("ACMMM 2023", Spelling.ALIAS),
    ],
)
def test_spelling(text: str, spelling: Spelling) -> None:
    assert read(text).spelling is spelling


@pytest.mark.parametrize("text", ["Blog", "OpenAI", "Tech Report", "OpenAI技术报告", "-", "", "2024-05-06"])
def test_what_is_certainly_no_venue(text: str) -> None:
    assert isinstance(parse_venue(text), NotAVenue)


@pytest.mark.parametrize(
    "text", ["OpenAIæŠ€æœ¯æŠ¥å‘Š", "Some Unheard Meeting 2023", "Chi-Min Chan", "MM-VID"]
)
def test_the_unknown_is_no_fault(text: str) -> None:
    assert not isinstance(parse_venue(text), VenueReading)
    assert find_misspelling(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Title. Authors. arXiv 2023. [Paper]", ["arXiv"]),
        ("(ICLR'25) How Do Models Understand Graphs [paper]", ["ICLR"]),
        ("Chi-Min Chan et al. write about science and nature", []),
        ("MM-VID: Advancing Video Understanding", []),
        ("a fast way to cite raid and date", []),
        ("accepted at CHI 2023", ["CHI"]),
        ("see arxiv.org/abs/2301.00001", []),
    ],
)
def test_venues_in_running_text(text: str, names: list[str]) -> None:
    assert [reading.venue.name for reading in find_venues(text)] == names


@pytest.mark.parametrize(
    ("text", "name"), [("INFCOM 2022", "INFOCOM"), ("NeurlPS 2023", "NeurIPS"), ("SIGRAPH 2020", "SIGGRAPH")]
)
def test_a_slip_of_the_finger(text: str, name: str) -> None:
    slip = find_misspelling(text)
    assert slip is not None
    assert slip.venue.name == name


@pytest.mark.parametrize("text", ["ICRL 2023", "INFOCOM 2022", "CSS 2022", "Unknown 2022", "INFCOM"])
def test_no_guess_without_certainty(text: str) -> None:
    assert find_misspelling(text) is None


@pytest.mark.skipif(
    not (SHARED / "venues_raw.tsv").is_file(), reason="the spellings are not beside the checkout"
)
def test_nearly_all_spellings_of_real_lists_are_known() -> None:
    rows = [
        line.split("\t")
        for line in (SHARED / "venues_raw.tsv").read_text(encoding="utf-8").split("\n")[1:]
        if line
    ]
    total = sum(int(row[0]) for row in rows)
    known = sum(int(row[0]) for row in rows if isinstance(parse_venue(row[2]), VenueReading))
    assert known / total >= 0.95


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    parse_venue(text)
    for reading in find_venues(text):
        assert text[slice(*reading.name_span)] == reading.name
