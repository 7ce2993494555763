"""The `Retry-After` header: seconds, or a date."""

from __future__ import annotations

from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

_LONG = 7 * 86400.0


def seconds_to_wait(value: str) -> float | None:
    """How long a host wants to be left alone, from 0 to a week; None where it does not say."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), _LONG)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return min(max((moment - datetime.now(timezone.utc)).total_seconds(), 0.0), _LONG)
