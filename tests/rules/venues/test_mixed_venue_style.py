"""VEN003: what differs is named where a reader hardly sees it."""

import pytest

from awesomelint_rules.venues.mixed_venue_style import MixedVenueStyle
from rule_findings import findings, table


@pytest.mark.parametrize(
    ("usual", "written", "said"),
    [
        ("ACL'2{}", "ICLR‘24", "`ICLR‘24` has a curly quote: 9 of 10"),
        ("ACL’2{}", "ICLR'24", "`ICLR'24` has another quote: 9 of 10"),
        ("ACL 202{}", "ICLR  2024", "`ICLR  2024` has two blanks: 9 of 10"),
        ("ACL 202{}", "ICLR2024", "`ICLR2024`: 9 of 10"),
        ("ACL'2{}", "ICLR‘2024", "`ICLR‘2024`: 9 of 10"),
    ],
)
def test_the_message(usual, written, said):
    venues = [usual.format(number % 6) for number in range(9)]
    rows = [
        (f"[Paper](https://example.org/{number})", venue) for number, venue in enumerate([*venues, written])
    ]
    (found,) = findings(MixedVenueStyle(), table(("Title", "Venue"), *rows))
    assert found.message.startswith(said)
