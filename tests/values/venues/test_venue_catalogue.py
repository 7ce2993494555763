"""The facts about venues are well-formed, unambiguous, and agree with what is known of their years."""

import pytest

from awesomelint.values.venues import Catalogue, Kind, Needs, Venue, catalogue
from awesomelint.values.venues.catalogue import DATA, load_venues
from awesomelint.values.venues.names import names_of
from awesomelint.values.venues.phrases import phrase_key
from awesomelint.values.venues.rhythm import held_in

HELD = [
    ("ICCV", [2019, 2021, 2023, 2025], [2020, 2022, 2024]),
    ("ECCV", [2018, 2020, 2022, 2024], [2019, 2021, 2023]),
    ("NAACL", [2018, 2019, 2021, 2022, 2024, 2025], [2017, 2020, 2023]),
    ("COLING", [2018, 2020, 2022, 2024, 2025], [2019, 2021, 2023]),
    ("EACL", [2017, 2021, 2023, 2024], [2018, 2019, 2020, 2022]),
    ("AACL", [2020, 2022, 2023, 2025], [2021, 2024]),
    ("LREC", [2018, 2020, 2022, 2024], [2019, 2021, 2023]),
    ("3DV", [2021, 2022, 2024, 2025], [2023]),
    ("ACCV", [2018, 2020, 2022, 2024], [2019, 2021, 2023]),
    ("IJCAI", [2013, 2015, 2016, 2017, 2020], [2012, 2014]),
    ("OSDI", [2016, 2018, 2020, 2021, 2022], [2017, 2019]),
    ("SOSP", [2019, 2021, 2023, 2024], [2018, 2020, 2022]),
    ("AAAI", [2008, 2010, 2024], [2009]),
    ("NeurIPS", [1990, 2016, 2024], []),
    ("ICLR", [2013, 2024], []),
    ("Interspeech", [2015, 2022], []),
    ("USENIX Security", [2020], []),
    ("IPMI", [2019, 2021, 2023], [2020, 2022]),
    ("AISTATS", [2009, 2010, 2011], [2006, 2008]),
    ("ICDAR", [2019, 2021, 2023, 2024], [2018, 2020, 2022]),
]


def venue(name: str) -> Venue:
    found = catalogue().find(name)
    assert found is not None
    return found.venue


def test_there_are_enough_venues() -> None:
    kinds = [venue.kind for venue in catalogue()]
    assert sum(kind in (Kind.CONFERENCE, Kind.WORKSHOP, Kind.PREPRINT) for kind in kinds) >= 450
    assert kinds.count(Kind.JOURNAL) >= 300


def test_no_name_belongs_to_two_venues() -> None:
    owner: dict[str, str] = {}
    for one in catalogue():
        for name in names_of(one):
            assert owner.setdefault(phrase_key(name.text), one.name) == one.name, name.text


def test_no_name_is_given_twice() -> None:
    for one in catalogue():
        texts = [one.name, *one.also, *(former.text for former in one.former), *one.aliases, *one.wrong_names]
        assert len(texts) == len(set(texts)), one.name


def test_every_line_is_complete() -> None:
    for one in catalogue():
        assert one.name == one.name.strip() != ""
        assert one.full_name or one.name == "preprint"
        assert one.source in ("ccfddl", "jabref", "hand")
        assert phrase_key(one.name)


def test_lines_are_sorted() -> None:
    names = [one.name for one in load_venues(DATA / "venues.tsv")]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_every_rhythm_is_understood() -> None:
    for one in catalogue():
        assert one.held_in(2020) in (True, False, None)


@pytest.mark.parametrize(("name", "held", "not_held"), HELD)
def test_years(name: str, held: list[int], not_held: list[int]) -> None:
    one = venue(name)
    assert [year for year in (*held, *not_held) if one.held_in(year)] == held
    assert [year for year in not_held if one.held_in(year) is None] == []


def test_nothing_is_said_of_years_that_are_not_known() -> None:
    assert venue("FSE").held_in(2020) is None
    assert venue("ICPR").held_in(2021) is None
    assert venue("USENIX ATC").held_in(2031) is None


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("NeurIPS", 2017, "NIPS"), ("NeurIPS", 2018, "NeurIPS"), ("NeurIPS", None, "NeurIPS"),
        ("FAccT", 2020, "FAT*"), ("FAccT", 2021, "FAccT"), ("MLSys", 2019, "SysML"), ("CVPR", 2001, "CVPR"),
    ],
)  # fmt: skip
def test_the_name_in_a_year(name: str, year: int | None, expected: str) -> None:
    assert venue(name).name_in(year) == expected


@pytest.mark.parametrize(
    ("rhythm", "year", "expected"),
    [
        ("", 2020, None),
        ("1999- odd", 1998, None),
        ("1999- odd", 2023, True),
        ("1999- odd", 2022, False),
        ("1969-2015 odd; 2016- yearly", 2018, True),
        ("2006-2010 in 2006 2009", 2009, True),
        ("2006-2010 in 2006 2009", 2008, False),
        ("2006-2010 in 2006 2009", 2011, None),
        ("1996- yearly not 2002", 2002, False),
        ("1974- even unsure 2021", 2021, None),
    ],
)
def test_rhythm(rhythm: str, year: int, expected: bool | None) -> None:
    assert held_in(rhythm, year) is expected


def test_a_rhythm_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a rhythm: 'sometimes'"):
        held_in("sometimes", 2020)


def test_a_name_is_found_in_any_case_and_punctuation() -> None:
    names = {
        text: venue(text).name
        for text in ("ecml-pkdd", "ECML PKDD", "s&p", "Nat Commun", "IEEE Trans. Image Process.", "the web conference")
    }  # fmt: skip
    assert list(names.values()) == [
        "ECML PKDD",
        "ECML PKDD",
        "IEEE S&P",
        "Nature Communications",
        "TIP",
        "WWW",
    ]


@pytest.mark.parametrize(("text", "needs"), [
    ("CVPR", Needs.NOTHING), ("CHI", Needs.YEAR), ("Nature", Needs.CONTEXT), ("Machine Learning", Needs.FIELD),
    ("Learning on Graphs", Needs.FIELD), ("IEEE VIS", Needs.YEAR), ("arXiv preprint", Needs.NOTHING),
    ("International Conference on Machine Learning", Needs.NOTHING),
])  # fmt: skip
def test_what_a_name_needs_in_running_text(text: str, needs: Needs) -> None:
    found = catalogue().find(text)
    assert found is not None
    assert found.needs is needs


def test_a_table_with_a_broken_line_is_refused(tmp_path) -> None:
    table = tmp_path / "venues.tsv"
    table.write_text("header\nCVPR\tconference\n", encoding="utf-8")
    with pytest.raises(ValueError, match="CVPR"):
        load_venues(table)


class TestExtended:
    def test_adds_venues(self) -> None:
        known = catalogue().extended(
            ["MyConf", {"name": "HerConf", "full-name": "Her Conference", "aliases": ["HC"]}]
        )
        assert [known.find(name).venue.name for name in ("myconf", "Her Conference", "HC")] == [
            "MyConf", "HerConf", "HerConf",
        ]  # fmt: skip

    def test_keeps_what_is_known_of_a_venue(self) -> None:
        known = catalogue().extended(["ICCV", {"name": "NeurIPS", "aliases": ["NrIPS"]}])
        assert len(known) == len(catalogue())
        assert known.find("ICCV").venue.held_in(2022) is False
        assert known.find("NrIPS").venue.name_in(2016) == "NIPS"

    def test_gives_a_name_to_the_lists_own_venue(self) -> None:
        known = catalogue().extended([{"name": "Music Meeting", "aliases": ["ACMMM"]}])
        assert known.find("ACMMM").venue.name == "Music Meeting"
        assert catalogue().find("ACMMM").venue.name == "ACM MM"

    @pytest.mark.parametrize(
        ("item", "message"),
        [
            ("", "needs a name"),
            ({"aliases": ["X"]}, "needs a name"),
            ({"name": "X", "alias": "Y"}, "unknown key 'alias'"),
            ({"name": "X", "aliases": "Y"}, "aliases of 'X' must be a list"),
            ({"name": "X", "aliases": ["!"]}, "aliases of 'X' must be a list"),
            ({"name": "X", "full-name": 3}, "full-name of 'X' must be a text"),
        ],
    )
    def test_refuses_what_is_no_venue(self, item: object, message: str) -> None:
        with pytest.raises(ValueError, match=message):
            catalogue().extended([item])

    def test_a_short_name_beats_another_venues_alias(self) -> None:
        one = Venue("ABC", Kind.CONFERENCE)
        other = Venue("XYZ", Kind.CONFERENCE, aliases=("ABC",))
        assert Catalogue([one, other]).find("ABC").venue is one
        assert Catalogue([other, one]).find("ABC").venue is one
