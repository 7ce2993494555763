"""Venues in running text: found where they are named, and nowhere else."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.values.venues import Award, Track, find_venues

FOUND = [
    ("**Title** \\ *Authors* \\ arXiv 2023. [Paper]", ["arXiv 2023"]),
    ("Authors, CVPR, 2023 (Meta)", ["CVPR, 2023"]),
    ("Title. EMNLP 21. [Paper]", ["EMNLP 21"]),
    ("[arxiv'25] Title", ["arxiv'25"]),
    ("(arXiv 2024.4) Title", ["arXiv 2024.4"]),
    ("Title (ACL, 2021)", ["ACL, 2021"]),
    ("(Apr. 30, EMNLP 2024) Title", ["EMNLP 2024"]),
    ("Title (*2024*) `WWW`", []),
    ("[**CVPR' 19**] Title", ["CVPR' 19"]),
    ("Findings of the ACL 2023. Title", ["Findings of the ACL 2023"]),
    ("EMNLP-Findings 2023", ["EMNLP-Findings 2023"]),
    ("CVPR 2023 (Oral) and ICML2022, NeurIPS'21", ["CVPR 2023 (Oral)", "ICML2022", "NeurIPS'21"]),
    ("NeurIPS Workshop 2022. Title", ["NeurIPS Workshop 2022"]),
    ("Published in Science, 2020", ["Science, 2020"]),
    ("IEEE TPAMI 2020", ["TPAMI 2020"]),
    ("accepted by NeurIPS!", ["NeurIPS"]),
    ("2023 CVPR best paper", ["2023 CVPR best paper"]),
    ("CVPR2023被收录", ["CVPR2023"]),
    ("#ICLR2024", ["ICLR2024"]),
    ("arXiv:2301.12345", ["arXiv"]),
    ("nips 2015", ["nips 2015"]),
    ("[CHI 2023] [Nature] x", ["CHI 2023", "Nature"]),
    ("ICCVW, 2021", ["ICCVW, 2021"]),
    ("[Machine Learning 2019]", ["Machine Learning 2019"]),
]

NOT_FOUND = [
    "MM-VID: video understanding", "Chi-Min Chan et al.", "media and sec", "the science of nature", "CHI",
    "LOG 5", "DATE: 2024-05-06", "an MM1 model", "T-MIA attacks", "https://arxiv.org/abs/2301.00001",
    "arxiv.org", "www.icml.cc/2023", "CVPR-level performance", "neurips_2022_code", "zero CGO",
    "GECCO: Geometrically-Conditioned Point Diffusion", "Deep Learning on Graphs",
    "Introduction to Machine Learning 2020", "Nature of things", "a cell, a patch", "Large Language Models",
    "RSS feeds", "[RSS]", "[PR]", "an ACL entry", "raid 10", "T-SNE on ASE molecules", "5MM", "xCVPR 2023",
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_found(text: str, found: list[str]) -> None:
    assert [text[slice(*reading.span)] for reading in find_venues(text)] == found


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text: str) -> None:
    assert find_venues(text) == ()


def test_year_month_track_and_award_are_read() -> None:
    text = "Findings of EMNLP 2023; CVPR 2024 Highlight; arXiv 2023.12; CVPRW 2022"
    read = [(r.venue.name, r.year, r.month, r.track, r.award) for r in find_venues(text)]
    assert read == [
        ("EMNLP", 2023, None, Track.FINDINGS, None),
        ("CVPR", 2024, None, None, Award.HIGHLIGHT),
        ("arXiv", 2023, 12, None, None),
        ("CVPR", 2022, None, Track.WORKSHOP, None),
    ]


def test_an_award_needs_no_full_stop_before_it() -> None:
    (reading,) = find_venues("Title. CVPR 2023. Oral cancer detection")
    assert reading.award is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["CVPR", "2023", "'24", "arXiv", "Findings of ", " ", ", ", ". ", "(", ")", "-", "x", "大", "IEEE "]),
        max_size=14,
    )
)  # fmt: skip
def test_places_are_in_order_and_hold_what_they_say(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for reading in find_venues(text):
        assert (
            end
            <= reading.span[0]
            <= reading.name_span[0]
            < reading.name_span[1]
            <= reading.span[1]
            <= len(text)
        )
        assert text[slice(*reading.name_span)] == reading.name
        end = reading.span[1]


@pytest.mark.parametrize(
    "piece",
    ["ACL ", "IEEE ", "International Conference on ", "CVPR 2023.", "<", "Findings of ", "'", "( ", "1 "],
)
def test_time_is_linear(piece: str) -> None:
    """Four times the text takes some four times as long; quadratic would be sixteen."""

    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        find_venues(text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) <= 10 * seconds(10_000) + 0.05
