"""Three hundred spellings from real lists, read by a person: which venue and which year they name."""

from pathlib import Path

import pytest

from awesomelint.values.venues import NotAVenue, VenueReading, parse_venue
from conftest import SHARED

LABELS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "labelled.tsv").read_text(encoding="utf-8").split("\n")[1:]
    if line
]


def test_there_are_three_hundred_labels() -> None:
    assert len(LABELS) == len({spelling for spelling, _, _ in LABELS}) == 300


@pytest.mark.parametrize(("spelling", "venue", "year"), LABELS)
def test_reads_what_a_person_reads(spelling: str, venue: str, year: str) -> None:
    reading = parse_venue(spelling)
    if venue == "unknown":
        assert reading is None
    elif venue == "none":
        assert isinstance(reading, NotAVenue)
    else:
        assert isinstance(reading, VenueReading)
        assert (reading.venue.name, reading.year) == (venue, int(year) if year else None)


def test_of_all_occurrences_in_real_lists_at_least_97_in_100_are_resolved() -> None:
    table = SHARED / "venues_raw.tsv"
    if not table.exists():
        pytest.skip("the spellings of real lists are not beside this checkout")
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").split("\n")[1:] if line]
    total = sum(int(count) for count, *_ in rows)
    resolved = sum(int(count) for count, _, raw, _ in rows if isinstance(parse_venue(raw), VenueReading))
    assert total == 22434
    assert resolved / total >= 0.97
