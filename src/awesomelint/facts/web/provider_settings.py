"""Which providers are asked, where, and with which token.

A list's config chooses among them. Where they lie, and the token, are for the environment alone: a pull
request can change the config.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BASES = {
    "github": "https://api.github.com",
    "arxiv": "https://export.arxiv.org",
    "doi": "https://doi.org",
    "huggingface": "https://huggingface.co",
    "youtube": "https://www.youtube.com",
    "openreview": "https://api2.openreview.net",
    "wayback": "https://archive.org",
}
"""Every provider, and where its API lies."""
DEFAULT_PROVIDERS = ("github", "arxiv", "doi", "huggingface", "youtube")
"""OpenReview turns programs away by turns, and the Wayback Machine is slow: they are asked on request."""
_TOKEN_VARIABLES = ("GH_TOKEN", "GITHUB_TOKEN")
_GITHUB = "https://github.com"


@dataclass(frozen=True)
class ProviderSettings:
    """`enabled` names providers, `bases` where their APIs lie. Times are in seconds."""

    enabled: tuple[str, ...] = DEFAULT_PROVIDERS
    bases: Mapping[str, str] = field(default_factory=lambda: BASES)
    github_token: str = field(default="", repr=False)
    paces: Mapping[str, float] = field(default_factory=dict)
    """Between two queries, in place of a provider's own; for tests."""
    timeout: float = 15.0
    """For one query: arXiv takes ten seconds for a hundred papers on a bad day. An API that takes longer is
    asked no more in this run, and pages are asked for instead."""


def base_variable(name: str) -> str:
    """The environment variable that says where a provider's API lies."""
    return f"AWESOMELINT_{name.upper()}_API_URL"


def providers_from_environment(environ: Mapping[str, str]) -> ProviderSettings:
    """The defaults, with the token and the places that the environment names."""
    bases = {name: environ.get(base_variable(name)) or base for name, base in BASES.items()}
    return ProviderSettings(bases=bases, github_token=_github_token(environ))


def _github_token(environ: Mapping[str, str]) -> str:
    """The token for github.com. One that a GitHub Enterprise server has handed out is not for there."""
    if environ.get("GITHUB_SERVER_URL", _GITHUB).rstrip("/") != _GITHUB:
        return ""
    tokens = (environ.get(name, "").strip() for name in _TOKEN_VARIABLES)
    # What is no token must not get into a header, where a line end would begin another one.
    return next(
        (token for token in tokens if token.isascii() and token.isprintable() and " " not in token and token),
        "",
    )
