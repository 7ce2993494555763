"""What a run says on standard error besides its report: what failed, and how far looking links up came."""

from __future__ import annotations

from collections.abc import Iterable

from awesomelint.cli import streams
from awesomelint.cli.inputs import Inputs
from awesomelint.diagnostics import Fault
from awesomelint.reporters.closing import how_far
from awesomelint.results import LinkCounts


def complain(faults: Iterable[Fault], gathered: Inputs, *, is_interrupted: bool) -> None:
    """A line for everything that stood in the way of the lists."""
    for message in gathered.config_errors:
        streams.complain(message)
    for fault in faults:
        streams.complain(f"{fault.path}: {fault.message}" if fault.path else fault.message)
    if is_interrupted:
        streams.complain("Interrupted; this is what was found until then.")
    if gathered.removed and not gathered.sources:
        streams.complain(f"nothing to check: the change removes {', '.join(gathered.removed)}")
    if gathered.excluded and not gathered.sources:
        streams.complain(f"nothing to check: the config excludes {', '.join(gathered.excluded)}")


def tell_about_links(links: LinkCounts, required: float | None, *, is_said: bool) -> None:
    """What was in the way, and how far it came unless that `is_said` elsewhere."""
    if links.note:
        streams.complain(links.note)
    if is_uncovered(links, required):
        streams.complain(f"{links.coverage:.1f} % of the links were looked up; {required:g} % are required")
    if (links.total or links.left_out) and not is_said:
        streams.complain(how_far(links))


def is_uncovered(links: LinkCounts, required: float | None) -> bool:
    """Whether fewer links were looked up than are required, in percent."""
    return required is not None and links.coverage < required
