"""What day it is."""

from __future__ import annotations

from datetime import date, datetime, timezone


def today() -> date:
    """Today's date in UTC, the same for everyone who looks at one list."""
    return datetime.now(timezone.utc).date()
