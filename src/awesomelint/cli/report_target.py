"""`FORMAT=FILE`: a report, and where it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from awesomelint.reporters import FORMATS


class ReportTarget(click.ParamType[tuple[str, Path]]):
    """Turns `sarif=out.sarif` into a format and a path."""

    name = "report"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """The two parts; fails for what has no `=`, and for an unknown format."""
        format_, equals, file = str(value).partition("=")
        if not equals or not file:
            self.fail(f"'{value}' is not FORMAT=FILE, as in sarif=awesomelint.sarif", param, ctx)
        if format_ not in FORMATS:
            self.fail(f"'{format_}' is none of {', '.join(FORMATS)}", param, ctx)
        return format_, Path(file)
