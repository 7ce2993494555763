"""How tests ask: with manners for servers of our own, so that nothing waits for long."""

from __future__ import annotations

from dataclasses import replace

from awesomelint.facts.web import WebSettings, answer
from awesomelint.needs import Liveness, LivenessNeed

BRISK = WebSettings(
    allow_private=True,
    connect_timeout=0.6,
    read_timeout=0.8,
    link_timeout=2.5,
    pace=0.0,
    patience=3.0,
    threads=64,
)
IMPATIENT = replace(BRISK, link_timeout=0.4)
"""With too little time for a second look."""


def look_up(*urls: str, settings: WebSettings = BRISK) -> list[Liveness]:
    """The answers about some URLs, in their order."""
    answers, _ = answer([LivenessNeed(url) for url in urls], settings)
    return [answers.liveness[url] for url in urls]
