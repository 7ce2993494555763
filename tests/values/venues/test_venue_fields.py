"""Every form in which real lists write a venue in a cell, a bracket, a label or a badge."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesomelint.values.venues import (
    Award,
    Catalogue,
    NotAVenue,
    Spelling,
    Style,
    Track,
    VenueReading,
    catalogue,
    parse_venue,
)
from awesomelint.values.venues.names import names_of


def read(text: str) -> VenueReading:
    reading = parse_venue(text)
    assert isinstance(reading, VenueReading), text
    return reading


YEARS = [
    ("CVPR 2023", "CVPR", 2023, Style(" ", 4)),
    ("CVPR, 2023", "CVPR", 2023, Style(", ", 4)),
    ("CVPR,2018", "CVPR", 2018, Style(",", 4)),
    ("arxiv'25", "arXiv", 2025, Style("'", 2)),
    ("ICCV' 19", "ICCV", 2019, Style("' ", 2)),
    ("WSDM '25", "WSDM", 2025, Style(" '", 2)),
    ("TKDE‘23", "TKDE", 2023, Style("‘", 2)),
    ("ICLR’24", "ICLR", 2024, Style("’", 2)),
    ("arXiv'2025", "arXiv", 2025, Style("'", 4)),
    ("ACL2022", "ACL", 2022, Style("", 4)),
    ("USENIX Security2020", "USENIX Security", 2020, Style("", 4)),
    ("CVPR20", "CVPR", 2020, Style("", 2)),
    ("3DV21", "3DV", 2021, Style("", 2)),
    ("arXiv 24", "arXiv", 2024, Style(" ", 2)),
    ("Nature (2016)", "Nature", 2016, Style(" (", 4)),
    ("AISTATS(2012)", "AISTATS", 2012, Style("(", 4)),
    ("NIPS. 2015", "NeurIPS", 2015, Style(". ", 4)),
    ("CVPR-2024", "CVPR", 2024, Style("-", 4)),
    ("arXiv-20", "arXiv", 2020, Style("-", 2)),
    ("IJCAI1981", "IJCAI", 1981, Style("", 4)),
    ("KDD '96", "KDD", 1996, Style(" '", 2)),
    ("2023 CVPR", "CVPR", 2023, None),
    ("CVPR 2025)", "CVPR", 2025, Style(" ", 4)),
    ("EACL'24'", "EACL", 2024, Style("'", 2)),
]

MONTHS = [
    ("arXiv 2023.12", "arXiv", 2023, 12),
    ("arXiv 2024.1", "arXiv", 2024, 1),
    ("arXiv, 2023.10", "arXiv", 2023, 10),
    ("arXiv 2025-06", "arXiv", 2025, 6),
    ("arXiv 2023,08", "arXiv", 2023, 8),
    ("arXiv21.04", "arXiv", 2021, 4),
    ("ArXiv23.03", "arXiv", 2023, 3),
    ("arXiv, May 2023", "arXiv", 2023, 5),
    ("arXiv, Sept 2024", "arXiv", 2024, 9),
    ("ICRA, May 17th 2024", "ICRA", 2024, 5),
    ("Arxiv, 2023.2/5", "arXiv", 2023, 2),
    ("AAAI, 2024/2023.10", "AAAI", 2024, None),
    ("ACL 2024, Mar. 27, 2024", "ACL", 2024, None),
    ("Nov. 05, EMNLP 2024", "EMNLP", 2024, None),
    ("WACV workshop 2023.11", "WACV", 2023, 11),
]

TRACKS = [
    ("EMNLP Findings 2024", "EMNLP", 2024, Track.FINDINGS),
    ("ACL 2025 Findings", "ACL", 2025, Track.FINDINGS),
    ("EMNLP'24 Findings", "EMNLP", 2024, Track.FINDINGS),
    ("ACL(Findings)'2025", "ACL", 2025, Track.FINDINGS),
    ("EMNLP 2023 (Findings)", "EMNLP", 2023, Track.FINDINGS),
    ("Findings of EMNLP [2022]", "EMNLP", 2022, Track.FINDINGS),
    ("EMNLP-Findings, 2022", "EMNLP", 2022, Track.FINDINGS),
    ("ACL24'Findings", "ACL", 2024, Track.FINDINGS),
    ("Findings of EMNLP2023", "EMNLP", 2023, Track.FINDINGS),
    ("ACL 24 (findings)", "ACL", 2024, Track.FINDINGS),
    ("NeurIPS 2022 Workshop", "NeurIPS", 2022, Track.WORKSHOP),
    ("ICML Workshop 2023", "ICML", 2023, Track.WORKSHOP),
    ("CVPRW, 2022", "CVPR", 2022, Track.WORKSHOP),
    ("ACLW 2024", "ACL", 2024, Track.WORKSHOP),
    ("NeurIPS-W 2023", "NeurIPS", 2023, Track.WORKSHOP),
    ("ICLR W 2023", "ICLR", 2023, Track.WORKSHOP),
    ("CVPR 2024 AI4CC workshop", "CVPR", 2024, Track.WORKSHOP),
    ("CVPR 2024 Workshop NTIRE", "CVPR", 2024, Track.WORKSHOP),
    ("CVPR Workshops (CVPRW)", "CVPR", None, Track.WORKSHOP),
    ("LRGSD@ICML", "ICML", None, Track.WORKSHOP),
    ("RLGM@ICLR 2019", "ICLR", 2019, Track.WORKSHOP),
    ("DPM/CBT @ESORICS", "ESORICS", None, Track.WORKSHOP),
    ("IVMSP-P2 Workshop at ICASSP", "ICASSP", None, Track.WORKSHOP),
    ("NIPS2022(ML Safety Workshop)", "NeurIPS", 2022, Track.WORKSHOP),
    ("NeurIPS (Datasets and Benchmarks), 2023", "NeurIPS", 2023, Track.DATASETS),
    ("NeurIPS'24 D&B", "NeurIPS", 2024, Track.DATASETS),
    ("NeurIPS D&B 2023", "NeurIPS", 2023, Track.DATASETS),
    ("NeurIPS 2024 Datasets and Benchmarks Track", "NeurIPS", 2024, Track.DATASETS),
    ("NeurIPS Datasets/Benchmarks Track, 2023.6", "NeurIPS", 2023, Track.DATASETS),
    ("ACL Demo, 2023", "ACL", 2023, Track.DEMO),
    ("EMNLP 2024 Industry Track", "EMNLP", 2024, Track.INDUSTRY),
    ("ACL'2025(industry)", "ACL", 2025, Track.INDUSTRY),
    ("ICML 2024 Tutorial", "ICML", 2024, Track.TUTORIAL),
    ("SIGGRAPH 2023 (Journal Track)", "SIGGRAPH", 2023, Track.JOURNAL),
    ("ICLR 2023 TinyPapers", "ICLR", 2023, Track.TINY),
    ("ICLR 24 Tiny Paper", "ICLR", 2024, Track.TINY),
    ("ACL SRW, 2023", "ACL", 2023, Track.STUDENT),
    ("ACL-Short, 2022", "ACL", 2022, Track.SHORT),
    ("EMNLP 23 Main", "EMNLP", 2023, Track.MAIN),
    ("ASE 2021 NIER", "ASE", 2021, Track.NEW_IDEAS),
    ("ICSE 2021 SEIP", "ICSE", 2021, Track.PRACTICE),
    ("ICLR 2021 (Under Review)", "ICLR", 2021, Track.UNDER_REVIEW),
]

AWARDS = [
    ("CVPR 2020 oral", 2020, Award.ORAL),
    ("CVPR **(Oral)**", None, Award.ORAL),
    ("ECCV (Oral) 2022", 2022, Award.ORAL),
    ("CVPR 2023 (Highlight)", 2023, Award.HIGHLIGHT),
    ("ICCV Highlight, 2025", 2025, Award.HIGHLIGHT),
    ("ICML 2022 Spotlight", 2022, Award.SPOTLIGHT),
    ("ICLR(poster) 24", 2024, Award.POSTER),
    ("PPoPP'24 poster", 2024, Award.POSTER),
    ("ICLR 2023 top-25%", 2023, Award.TOP),
    ("CVPR 2023 best paper", 2023, Award.BEST_PAPER),
    ("ICLR **(Best)**", None, Award.BEST_PAPER),
    ("KDD (Best Paper Award) :mortar_board:", None, Award.BEST_PAPER),
    ("CVPR 2025 best paper candidates", 2025, Award.CANDIDATE),
    ("CVPR 2023 Honorable Mention", 2023, Award.HONORABLE),
    ("ICLR 2024 (Outstanding Papers)", 2024, Award.OUTSTANDING),
    ("NIPS 2018 talk", 2018, Award.ORAL),
]

MARKUP = [
    ("**CVPR 2024 Highlight**", "CVPR", 2024),
    ("[CVPR]", "CVPR", None),
    ("[IJCV] (J)", "IJCV", None),
    ("(*ICLR'25*)", "ICLR", 2025),
    ("<kbd>ICCV 2019</kbd>", "ICCV", 2019),
    ("<ins>arXiv, 2024</ins>", "arXiv", 2024),
    ("`WWW`", "WWW", None),
    ("NeurIPS:mortar_board:", "NeurIPS", None),
    ("IEEE S&P", "IEEE S&P", None),
    ("CVPR2023｜部署", "CVPR", 2023),
    ("EMNLP'23大模型", "EMNLP", 2023),
    ("WMT18: Shared Task", "WMT", 2018),
    ("arXiv-2308.14383", "arXiv", None),
    ("arXiv:1911", "arXiv", None),
]

BADGES = [
    ("https://img.shields.io/badge/Conference-NeurIPS'24-blue", "NeurIPS", 2024, None),
    ("https://img.shields.io/badge/arXiv'2025-purple", "arXiv", 2025, None),
    ("https://img.shields.io/badge/ACL(Findings)'2025-9cf", "ACL", 2025, Track.FINDINGS),
    ("https://img.shields.io/badge/ACL%28Findings%29%272025-9cf?style=flat", "ACL", 2025, Track.FINDINGS),
    ("https://img.shields.io/badge/ECML--PKDD_2022-blue.svg", "ECML PKDD", 2022, None),
    ("https://badgen.net/badge/color/ICLR/blue?label=", "ICLR", None, None),
    ("badge/ACL(Findings)'2025-9cf", "ACL", 2025, Track.FINDINGS),
]

SPELLINGS = [
    ("NIPS 2016", Spelling.FORMER),
    ("NIPS", Spelling.FORMER),
    ("NIPS 2018", Spelling.OUTDATED),
    ("nips, 2023", Spelling.OUTDATED),
    ("NeurIPS 2016", Spelling.OFFICIAL),
    ("Neurips 2020", Spelling.CASE),
    ("Arxiv", Spelling.CASE),
    ("arXiv", Spelling.OFFICIAL),
    ("CoRR 2022", Spelling.ALIAS),
    ("SIGKDD'2025", Spelling.ALIAS),
    ("ACMMM 2021", Spelling.ALIAS),
    ("MM 2023", Spelling.OFFICIAL),
    ("INTERSPEECH 2020", Spelling.OFFICIAL),
    ("InterSpeech 2020", Spelling.CASE),
    ("International Conference on Machine Learning", Spelling.OFFICIAL),
    ("Nat. Commun.", Spelling.ALIAS),
    ("Nature Scientific Reports", Spelling.WRONG),
    ("Nature Digital Medicine, 2023.8", Spelling.WRONG),
]

SEVERAL = [
    ("TPAMI 2024 & AAAI 2024", [("TPAMI", 2024), ("AAAI", 2024)]),
    ("ICML 2024 / arXiv", [("ICML", 2024), ("arXiv", None)]),
    ("arXiv, ICML", [("arXiv", None), ("ICML", None)]),
    ("EDBT/ICDT'2025", [("EDBT", 2025), ("ICDT", 2025)]),
    ("CVPR/ICCV/ECCV", [("CVPR", None), ("ICCV", None), ("ECCV", None)]),
    ("ICCV 2019, ECCV 2018", [("ICCV", 2019), ("ECCV", 2018)]),
    ("ICLR Workshop / MLSys Workshop", [("ICLR", None), ("MLSys", None)]),
    ("ICLR 2022 OpenReview", [("ICLR", 2022), ("OpenReview", None)]),
    ("AI for Art @ NeurIPS 2023", [("NeurIPS", 2023)]),
]

JOURNALS = [
    ("IEEE Trans. Ind. Informatics", "TII"),
    ("IEEE Trans. Parallel Distributed Syst. :mortar_board:", "TPDS"),
    ("Int. J. Medical Informatics", "International Journal of Medical Informatics"),
    ("Peer Peer Netw. Appl.", "PPNA"),
    ("Nat. Mach. Intell.(Comment)", "Nature Machine Intelligence"),
    ("Nat. Biomed. Eng. (Review Article)", "Nature Biomedical Engineering"),
    ("Nature Reviews Bioengineering, 2023", "Nature Reviews Bioengineering"),
    ("Journal of Digital Imaging 2021", "Journal of Digital Imaging"),
    ("Medical Image Analysis", "MedIA"),
    ("Science. Advances.", "Science Advances"),
]

NO_VENUES = [
    ("", "empty"),
    ("-", "empty"),
    ("⭐️", "empty"),
    ("null", "listed"),
    ("Blog", "listed"),
    ("OpenAI", "listed"),
    ("Open AI", "listed"),
    ("Bytedance Seed", "listed"),
    ("Tech Report", "listed"),
    ("OpenAI技术报告", "form"),
    ("GPT-4 Technical Report", "form"),
    ("Nov., 2023", "date"),
    ("2023/03/31", "date"),
    ("2024年1月", "date"),
]

UNKNOWN = [
    "MM-VID", "MM1", "MIA-Former", "PaMi-VDPO", "Alt-Ergo-Fuzz: A fuzzer for the Alt-Ergo SMT solver",
    "Chi-Min Chan (THU) et al.", "Media Description", "Nature DQN paper",
    "Nature Language Reasoning, A Survey.", "Medical image analysis based on transformer: A Review.",
    "INFCOM Workshops", "WACW, 2023", "CSS 2022", "USENIX", "MDATA", "Llama3.1-405B", "Human", "date", "Log",
    "OpenAIæŠ€æœ¯æŠ¥å‘Š", "æŠ€æœ¯æŠ¥å‘Š",
    "Seventy words are no venue " * 14,
]  # fmt: skip


@pytest.mark.parametrize(("text", "venue", "year", "style"), YEARS)
def test_year(text: str, venue: str, year: int, style: Style | None) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year, reading.style) == (venue, year, style)


@pytest.mark.parametrize(("text", "venue", "year", "month"), MONTHS)
def test_month(text: str, venue: str, year: int, month: int | None) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year, reading.month) == (venue, year, month)


@pytest.mark.parametrize(("text", "venue", "year", "track"), TRACKS)
def test_track(text: str, venue: str, year: int | None, track: Track) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year, reading.track) == (venue, year, track)


@pytest.mark.parametrize(("text", "year", "award"), AWARDS)
def test_award(text: str, year: int | None, award: Award) -> None:
    reading = read(text)
    assert (reading.year, reading.award) == (year, award)


@pytest.mark.parametrize(("text", "venue", "year"), MARKUP)
def test_markup(text: str, venue: str, year: int | None) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year) == (venue, year)


@pytest.mark.parametrize(("text", "venue", "year", "track"), BADGES)
def test_badge(text: str, venue: str, year: int | None, track: Track | None) -> None:
    reading = read(text)
    assert (reading.venue.name, reading.year, reading.track) == (venue, year, track)


def test_places_in_a_badge_are_places_in_its_address() -> None:
    address = "https://img.shields.io/badge/ACL%28Findings%29%272025-9cf"
    reading = read(address)
    assert address[slice(*reading.name_span)] == "ACL"
    assert reading.year_span is not None
    assert address[slice(*reading.year_span)] == "2025"


@pytest.mark.parametrize(("text", "spelling"), SPELLINGS)
def test_spelling(text: str, spelling: Spelling) -> None:
    assert read(text).spelling is spelling


@pytest.mark.parametrize(("text", "venues"), SEVERAL)
def test_several_venues(text: str, venues: list[tuple[str, int | None]]) -> None:
    reading = read(text)
    assert [(one.venue.name, one.year) for one in (reading, *reading.others)] == venues


@pytest.mark.parametrize(("text", "venue"), JOURNALS)
def test_journal(text: str, venue: str) -> None:
    assert read(text).venue.name == venue


@pytest.mark.parametrize(("text", "reason"), NO_VENUES)
def test_not_a_venue(text: str, reason: str) -> None:
    assert parse_venue(text) == NotAVenue(reason)


@pytest.mark.parametrize("text", UNKNOWN)
def test_unknown(text: str) -> None:
    assert parse_venue(text) is None


@pytest.mark.parametrize("text", ["NeurIPS 20222", "CVPR 20219", "NeurIPS 202", "ACL 20023"])
def test_digits_that_are_no_year_are_pointed_at(text: str) -> None:
    reading = read(text)
    assert reading.malformed_year
    assert reading.year_span is not None
    assert text[slice(*reading.year_span)] == text.split()[1]


def test_words_that_were_not_understood_are_kept_whole() -> None:
    assert read("CVPR 2024 AI4CC workshop").rest == ("AI4CC",)


def test_the_official_name_is_that_of_the_year() -> None:
    assert [read(text).official_name for text in ("NIPS 2016", "NIPS 2020")] == ["NIPS", "NeurIPS"]


def test_a_lists_own_venues_are_read() -> None:
    known = catalogue().extended(["DeepDive Camp", {"name": "GenAICon", "aliases": ["GAC"]}])
    assert parse_venue("DeepDive Camp 2024") is None
    for text, name in (("DeepDive Camp 2024", "DeepDive Camp"), ("GAC'24", "GenAICon")):
        reading = parse_venue(text, known)
        assert isinstance(reading, VenueReading)
        assert (reading.venue.name, reading.year) == (name, 2024)


@pytest.mark.parametrize("joined", [" {year}", "{year}", ", {year}", "'{short}"])
def test_every_name_of_every_venue_is_read_with_its_year(joined: str) -> None:
    """Save a name that ends in a digit, to which no year can be glued."""
    missed = []
    for venue in catalogue():
        for name in names_of(venue):
            text = name.text + joined.format(year=2013, short=13)
            if name.text[-1].isdigit() and text[len(name.text)].isdigit():
                continue
            reading = parse_venue(text)
            if not isinstance(reading, VenueReading) or (reading.venue, reading.name, reading.year) != (
                venue,
                name.text,
                2013,
            ):
                missed.append(text)
    assert missed == []


PIECES = st.sampled_from(
    [
        "CVPR", "arXiv", "NIPS", "MM", "IEEE", "S&P", "USENIX", "Security", "Findings", "of", "Workshop", "W",
        "oral", "2023", "'24", "20222", "2308.14383", ".12", "May", "技术报告", "@", "/", "&", "(", ")", "[",
        "**", "<kbd>", "</kbd>", "&amp;", ":x:", "badge/", "-blue", "%20", "é", "\u0085", "😀",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", ", "])), max_size=9))
def test_places_hold_what_they_say(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    reading = parse_venue(text)
    if not isinstance(reading, VenueReading):
        return
    for one in (reading, *reading.others):
        if "badge/" not in text:
            assert text[slice(*one.name_span)] == one.name
        if one.year is not None and one.year_span is not None:
            assert text[slice(*one.year_span)] in (str(one.year), str(one.year)[2:])
        assert 0 <= one.span[0] <= one.name_span[0] < one.name_span[1] <= one.span[1] <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert parse_venue(text) is None or isinstance(parse_venue(text), (NotAVenue, VenueReading))


def test_a_catalogue_of_ones_own_knows_nothing_else() -> None:
    assert parse_venue("CVPR 2023", Catalogue([])) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("arxiv 2020 (v2)", "arxiv 2020 (v2)"),
        ("arxiv 2019 (rejected by ICLR2020)", "arxiv 2019"),
        ("CVPR 2024 (Highlight)", "CVPR 2024 (Highlight)"),
        ("ACL(Findings)'2025", "ACL(Findings)'2025"),
    ],
)
def test_the_place_holds_no_half_of_a_bracket(text: str, place: str) -> None:
    reading = parse_venue(text)
    assert isinstance(reading, VenueReading)
    assert text[slice(*reading.span)] == place


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("JMLR 21 (2020)", 2020),
        ("JMLR 15(1):1929-1958, 2014", 2014),
        ("IEEE TPAMI 39(6), 2017", 2017),
        ("IEEE TPAMI 32.1 (2020): 4-24", 2020),
        ("TPAMI 24.7: 2002", 2002),
        ("TPAMI 42:318-327, 2020", 2020),
        ("NIPS 26, 2013", 2013),
        ("CVPR 24, 2023", 2024),
        ("Advances in Neural Information Processing Systems 30 (2017)", 2017),
        ("TOG 42(4)", None),
        ("CVPR 24 (2023.12)", 2024),
        ("arXiv 20.10", 2020),
    ],
)
def test_a_volume_is_no_year(text, year):
    assert read(text).year == year
