"""What `--show-settings` prints: every setting of a list, and who made it."""

from __future__ import annotations

import json
from typing import Any

from awesomelint.config import Setting, Settings
from awesomelint.reporters.safe import visible


def settings_page(paths: tuple[str, ...], settings: Settings) -> str:
    """For each path a paragraph of lines `key = value  # origin`. Raises ConfigError."""
    return "\n".join(_paragraph(path, settings.shown(path)) for path in paths)


def _paragraph(path: str, settings: tuple[Setting, ...]) -> str:
    assignments = [visible(f"{setting.key} = {_value(setting.value)}") for setting in settings]
    lines = [
        f"{assignment:<32}  # {visible(setting.origin)}"
        for assignment, setting in zip(assignments, settings, strict=True)
    ]
    return "\n".join([f"# {visible(path)}", *lines]) + "\n"


def _value(value: Any) -> str:
    return "(not set)" if value is None else json.dumps(value, ensure_ascii=False, default=str)
