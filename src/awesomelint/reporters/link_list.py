"""Every link of some lists and what is known of it: a line each for people, and JSON for programs.

The JSON is a contract; `links.schema.json` beside this module says what is in it. Version 1 grows by new keys
only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timezone
from typing import Any, get_args

from awesomelint.needs import Liveness, Verdict
from awesomelint.reporters.closing import how_far, verdict_counts
from awesomelint.reporters.dump import dump
from awesomelint.reporters.prose import Pen, Piece, Tone, counted
from awesomelint.reporters.safe import visible, without_surrogates
from awesomelint.results import LinkCounts, ListedLink

VERSION = 1

_TONES: dict[str, Tone] = {
    "alive": "good",
    "moved": "info",
    "dead": "error",
    "suspect": "warning",
    "unreachable": "info",
}


def as_text(links: Sequence[ListedLink], counts: LinkCounts, pen: Pen, *, quiet: bool = False) -> str:
    """A line for each link; below them the counts, and how far the look-up came."""
    lines = [_line(link, pen) for link in links]
    if not quiet:
        if lines:
            lines.append("")
        lines += filter(None, [verdict_counts(counts), how_far(counts)])
    return "".join(f"{line}\n" for line in lines)


def as_json(links: Sequence[ListedLink]) -> str:
    """One object, a line for each link; ASCII, so that it survives every terminal and log."""
    lines = [f'{{"version": {VERSION},', ' "links": [']
    lines += (f"  {dump(_record(link))}," for link in links)
    lines[-1] = lines[-1].removesuffix(",")
    lines += [" ],", f' "summary": {dump(_summary(links))}}}', ""]
    return "\n".join(lines)


def _line(link: ListedLink, pen: Pen) -> str:
    """`README.md:1:5: dead https://…: 404 Not Found (looked up …; failing since …)`."""
    liveness, first = link.liveness, link.occurrences[0]
    target = visible(liveness.url)
    if liveness.final_url is not None:
        target += f" → {visible(liveness.final_url)}"
    remarks = [*_kept(link), *_past(liveness), *_elsewhere(link)]
    pieces = [
        Piece(f"{visible(first.path)}:{first.position.line}:{first.position.column}:", "strong"),
        Piece(liveness.verdict, _TONES.get(liveness.verdict, "")),
        Piece(f"{target}:"),
        Piece(visible(liveness.reason)),
    ]
    if remarks:
        pieces.append(Piece(f"({'; '.join(remarks)})", "faint"))
    return pen.line(pieces)


def _kept(link: ListedLink) -> list[str]:
    liveness, kept = link.liveness, []
    if link.repository is not None and link.repository.is_archived:
        day = link.repository.archived_on
        kept.append(f"archived by its owner on {day.isoformat()}" if day else "archived by its owner")
    if liveness.archived_url is not None:
        kept.append(f"copy at {visible(liveness.archived_url)}")
    return kept


def _past(liveness: Liveness) -> list[str]:
    if liveness.checked_at is None:
        return []
    past = [f"looked up {liveness.checked_at.date().isoformat()}"]
    if liveness.failing_since is not None:
        past.append(f"failing since {liveness.failing_since.date().isoformat()}")
    if liveness.failures:
        past.append(f"seen failing in {counted(liveness.failures, 'run')}")
    return past


def _elsewhere(link: ListedLink) -> list[str]:
    others = len(link.occurrences) - 1
    return [f"and in {counted(others, 'more place')}"] if others else []


def _record(link: ListedLink) -> dict[str, Any]:
    liveness = link.liveness
    return {
        "url": without_surrogates(liveness.url),
        "verdict": liveness.verdict,
        "reason": without_surrogates(liveness.reason),
        "status": liveness.status,
        "final_url": None if liveness.final_url is None else without_surrogates(liveness.final_url),
        "checked_at": _moment(liveness.checked_at),
        "failing_since": _moment(liveness.failing_since),
        "occurrences": [
            {
                "path": without_surrogates(occurrence.path),
                "line": occurrence.position.line,
                "column": occurrence.position.column,
            }
            for occurrence in link.occurrences
        ],
        **_further(link),
    }


def _further(link: ListedLink) -> dict[str, Any]:
    """What there is to say of some links only."""
    liveness, repository = link.liveness, link.repository
    further: dict[str, Any] = {}
    if liveness.failures:
        further["failures"] = liveness.failures
    if liveness.archived_url is not None:
        further["copy"] = {
            "url": without_surrogates(liveness.archived_url),
            "date": _day(liveness.archived_on),
        }
    if repository is not None:
        further["repository"] = {
            "name": without_surrogates(repository.name),
            "renamed": link.is_renamed,
            "archived": repository.is_archived,
            "archived_on": _day(repository.archived_on),
        }
    return further


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: datetime | None) -> str | None:
    """As RFC 3339 has it, to the second, in UTC."""
    if moment is None:
        return None
    # Not strftime, which looks the zone up in the file system at every call.
    return moment.astimezone(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")


def _summary(links: Sequence[ListedLink]) -> dict[str, int]:
    """How many links there are, and how many of each verdict."""
    verdicts = Counter(link.liveness.verdict for link in links)
    return {"total": len(links), **{verdict: verdicts[verdict] for verdict in get_args(Verdict)}}
