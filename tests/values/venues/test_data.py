"""The facts about venues are sound."""

from collections import Counter

import pytest

from awesomelint.values.venues import Kind, catalogue
from awesomelint.values.venues.names import names_of

VENUES = list(catalogue())


def test_there_are_enough_conferences() -> None:
    assert sum(venue.kind in (Kind.CONFERENCE, Kind.PREPRINT, Kind.WORKSHOP) for venue in VENUES) >= 450


def test_no_name_is_that_of_two_venues() -> None:
    owners = Counter(text for venue in VENUES for text in {name.text for name in names_of(venue)})
    assert [text for text, count in owners.items() if count > 1] == []


def test_short_names_differ_in_more_than_case() -> None:
    counts = Counter(venue.name.casefold() for venue in VENUES)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_venue_is_well_formed() -> None:
    for venue in VENUES:
        venue.held_in(2020)
        assert venue.name == venue.name.strip()
        assert venue.source in ("ccfddl", "jabref", "hand")
        assert all(1900 < former.last_year < 2100 for former in venue.former)


@pytest.mark.parametrize(
    ("name", "year", "held"),
    [
        ("ICCV", 2021, True), ("ICCV", 2022, False), ("ECCV", 2022, True), ("ECCV", 2023, False),
        ("NAACL", 2022, True), ("NAACL", 2023, False), ("COLING", 2022, True), ("COLING", 2023, False),
        ("EACL", 2023, True), ("EACL", 2022, False), ("CVPR", 2022, True), ("NeurIPS", 2023, True),
    ],
)  # fmt: skip
def test_years_held(name: str, year: int, held: bool) -> None:
    found = catalogue().find(name)
    assert found is not None
    assert found.venue.held_in(year) is held


def test_the_name_of_a_year() -> None:
    found = catalogue().find("NeurIPS")
    assert found is not None
    assert [found.venue.name_in(year) for year in (2016, 2017, 2018, None)] == [
        "NIPS",
        "NIPS",
        "NeurIPS",
        "NeurIPS",
    ]


def test_a_list_adds_venues_of_its_own() -> None:
    extended = catalogue().extended(["ZZConf", {"name": "YYConf", "aliases": ["YY Conference"]}])
    first, second = extended.find("ZZConf"), extended.find("YY Conference")
    assert first is not None
    assert second is not None
    assert (first.venue.name, second.venue.name) == ("ZZConf", "YYConf")
