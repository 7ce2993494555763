"""Which links nobody wants to have looked up: by host or by a pattern of the URL."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from awesomelint.facts.web.urls import Target


def is_excluded(url: str, target: Target, patterns: Iterable[str]) -> bool:
    """Whether a pattern means a URL, as it is written or as it is asked for.

    A pattern without `/` means a host, `*.example.com` all hosts below one; another means a whole URL. `*`
    and `?` stand for any text and any character.
    """
    return any(
        fnmatchcase(url, pattern) or fnmatchcase(target.url, pattern)
        if "/" in pattern
        else fnmatchcase(target.host, pattern.lower()) or fnmatchcase(target.netloc, pattern.lower())
        for pattern in patterns
    )
