"""JSON that is harmless wherever it is printed."""

from __future__ import annotations

import json
from typing import Any


def dump(value: Any, indent: int | None = None) -> str:
    """A value as JSON in ASCII, without the `##[` that GitHub's runner obeys wherever it stands in a log."""
    return json.dumps(value, indent=indent).replace("##[", r"#\u0023[")
