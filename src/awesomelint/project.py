"""What awesomelint says of itself to others."""

from __future__ import annotations

NAME = "awesomelint"
URL = "https://github.com/awesomelint/awesomelint"


def installed_version() -> str:
    """The version of the installed package; `0` for a copy that was never installed."""
    from importlib.metadata import PackageNotFoundError, version  # slow to import

    try:
        return version(NAME)
    except PackageNotFoundError:
        return "0"
