"""VEN002: slips in columns and in labels, measured by the names that the list itself writes."""

import pytest

from awesomelint_rules.venues.misspelt_venue import MisspeltVenue
from rule_findings import excerpts, findings

USUAL = "".join(
    f"- [CVPR 2023] **Paper number {word}** [[paper](https://arxiv.org/abs/2301.0000{number})]\n"
    for number, word in enumerate(("one", "two", "three"), start=1)
)


@pytest.mark.parametrize(
    ("label", "marked"),
    [
        ("[CPVR 2024]", ["CPVR"]),
        ("(NeruIPS'23)", ["NeruIPS"]),
        ("【CVRP2024】", ["CVRP"]),
        ("[CVPRW 2024]", []),
        ("[ENMLP 2023]", []),
        ("(Crypton 2022)", []),
        ("the CVRP of 2024", []),
    ],
)
def test_a_label_beside_a_title(label, marked):
    text = USUAL + f"- {label} **A fourth paper** [[paper](https://arxiv.org/abs/2301.00009)]\n"
    assert [part for _, part in excerpts(text, findings(MisspeltVenue(), text))] == marked


def test_a_name_that_the_list_does_not_use_may_be_another_conference():
    text = "- [CVRP 2024] **Routing vehicles** [[paper](https://arxiv.org/abs/2301.00009)]\n"
    assert findings(MisspeltVenue(), text) == []
