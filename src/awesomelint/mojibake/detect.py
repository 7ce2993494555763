"""Finds mojibake in a text and says what it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from awesomelint.mojibake import legacy_as_page, utf8_as_multibyte, utf8_as_page
from awesomelint.mojibake.damage import HOLE, Damage, Findings, Run, applied, doubted
from awesomelint.mojibake.oddity import oddity, script
from awesomelint.mojibake.pages import PAGE_NAMES, page
from awesomelint.mojibake.shapes import has_telling
from awesomelint.source import Span

MAX_LAYERS = 4
_QUOTES_AND_DASHES = "‘’“”«»–—…"
_BARE = re.compile("[ÂÃÄÅ](?![^\x00-\x7f])")
"""What is left of letters that were garbled twice, where bytes get lost."""
_MIN_CERTAIN = 12
"""So many garbled characters that all are whole UTF-8 do not come from anything else."""
_MARKS = ("Lm", "Mn", "Sk")
"""Categories of what stands behind letters: accents of their own, and letters that change them."""
_FIRST_IN_COMMON_USE = 0xA1
"""East Asian encodings other than Shift-JIS end their common characters with no smaller byte above 7F."""


def detect(text: str, skip: Sequence[Span] = ()) -> list[Damage]:
    """The damaged lines of `text`, in order. What lies in `skip`, sorted spans of code, is taken as clean."""
    if text.isascii():
        return []
    lines = dict(_lines(text, skip))
    damaged = _found(lines, utf8_as_page.find)
    damaged = _contested(lines, damaged)
    damaged |= _found(
        {start: line for start, line in lines.items() if start not in damaged}, utf8_as_multibyte.find
    )
    damaged = {start: runs for start, runs in _peeled(lines, damaged).items() if not _is_lost(runs)}
    damaged = {start: [_questioned(run, lines[start]) for run in runs] for start, runs in damaged.items()}
    if _covered(damaged) < _MIN_CERTAIN:
        damaged = {start: [_weighed(run, lines[start]) for run in runs] for start, runs in damaged.items()}
    damaged = _without_strangers(lines, damaged)
    return [Damage(tuple(run.moved(start) for run in runs)) for start, runs in sorted(damaged.items())]


def _found(lines: dict[int, str], find: Callable[[Sequence[str]], Findings]) -> dict[int, list[Run]]:
    starts = list(lines)
    found = (damaged for _, damaged in find(list(lines.values())))
    return {starts[index]: runs for damaged in found for index, runs in damaged.items()}


def _contested(lines: dict[int, str], damaged: dict[int, list[Run]]) -> dict[int, list[Run]]:
    """The damage, with the lines that are rather a legacy encoding's.

    Its bytes fall into UTF-8's shapes by chance in some lines, but in few as a whole.
    """
    certain = {start: runs for start, runs in damaged.items() if _is_certain(runs)}
    unsure = {start: line for start, line in lines.items() if start not in certain}
    legacy = _found(unsure, legacy_as_page.find)
    if not legacy or not damaged:
        return damaged | legacy
    if _covered(legacy) > _covered(damaged):
        return _doubted(damaged) | certain | legacy
    return _doubted(legacy) | damaged


def _doubted(damaged: dict[int, list[Run]]) -> dict[int, list[Run]]:
    """The damage, all of it in doubt: the text as a whole came another way."""
    return {start: doubted(runs) for start, runs in damaged.items()}


def _covered(damaged: dict[int, list[Run]]) -> int:
    """How many garbled characters are explained."""
    return sum(run.span.end - run.span.start for runs in damaged.values() for run in runs)


def _is_certain(runs: Sequence[Run]) -> bool:
    """Whether so much is whole UTF-8 that it cannot be chance."""
    is_whole = bool(runs) and not any(run.holes or run.is_doubtful for run in runs)
    return is_whole and _covered({0: list(runs)}) >= _MIN_CERTAIN


def _lines(text: str, skip: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Offset and text of each line that is not ASCII, with blanks for what is skipped."""
    skipped = deque(_joined(skip))
    start = 0
    for line in text.split("\n"):
        if not line.isascii():
            while skipped and skipped[0].end <= start:
                skipped.popleft()
            seen = _blanked(line, start, skipped)
            if not seen.isascii():
                yield start, seen
        start += len(line) + 1


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Sorted spans without those that lie in others, and one for those that overlap."""
    last: Span | None = None
    for span in spans:
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def _blanked(line: str, start: int, skipped: Iterable[Span]) -> str:
    """A line that begins at `start` with blanks for what is skipped."""
    parts = []
    position = 0
    for span in skipped:
        if span.start >= start + len(line):
            break
        first, last = max(span.start - start, 0), min(span.end - start, len(line))
        parts += [line[position:first], " " * (last - first)]
        position = last
    return "".join([*parts, line[position:]]) if parts else line


def _peeled(lines: dict[int, str], damaged: dict[int, list[Run]]) -> dict[int, list[Run]]:
    """Layer by layer, as long as what comes out is itself UTF-8 read through a code page.

    A layer that few characters of few lines have is in doubt.
    """
    for _ in range(1, MAX_LAYERS):
        starts = list(damaged)
        inner = [applied(lines[start], damaged[start]) for start in starts]
        layer = utf8_as_page.find(inner)
        found = {starts[index]: runs for _, part in layer for index, runs in part.items()}
        peeled = {start: _composed(damaged[start], runs) for start, runs in found.items()}
        changed = {start: runs for start, runs in peeled.items() if runs != damaged[start]}
        if not changed:
            break
        is_chance = _covered(found) < _MIN_CERTAIN and 2 * len(changed) < len(damaged)
        damaged |= _doubted(changed) if is_chance else changed
    return damaged


def _composed(outer: Sequence[Run], inner: Sequence[Run]) -> list[Run]:
    """The outer runs, with what the inner ones make of their restored text."""
    composed = []
    start = 0
    previous_end = 0
    left = deque(inner)
    for run in outer:
        start += run.span.start - previous_end
        end = start + len(run.restored)
        within = []
        while left and left[0].span.start < end:
            part = left.popleft()
            if start <= part.span.start and part.span.end <= end:
                within.append(part.moved(-start))
        composed.append(_peel(run, within) if within else run)
        start, previous_end = end, run.span.end
    return composed


def _peel(run: Run, inner: Sequence[Run]) -> Run:
    """A run whose restored text is damaged in turn; its holes, in no page, lie between the inner runs."""
    holes = []
    shift = 0
    pending = deque(run.holes)
    for part in inner:
        while pending and pending[0].offset < part.span.start:
            hole = pending.popleft()
            holes.append(hole._replace(offset=hole.offset + shift))
        holes += [hole._replace(offset=hole.offset + part.span.start + shift) for hole in part.holes]
        shift += len(part.restored) - (part.span.end - part.span.start)
    holes += [hole._replace(offset=hole.offset + shift) for hole in pending]
    is_doubtful = run.is_doubtful or any(part.is_doubtful for part in inner)
    layers = inner[0].layers + run.layers
    return Run(run.span, applied(run.restored, inner), tuple(holes), layers, is_doubtful)


def _questioned(run: Run, line: str) -> Run:
    """A run that may have one more layer than could be told is in doubt, or whose line has lost more."""
    codec = run.layers[0].read
    if codec not in PAGE_NAMES:
        return run
    data = page(codec).bytes_for(run.restored).translate(_plain(codec))
    is_bare = bool(run.layers[0].lost) and bool(_BARE.search(run.restored))
    is_doubtful = is_bare or "\ufffd" in line or has_telling(data)
    return run._replace(is_doubtful=run.is_doubtful or is_doubtful)


def _is_lost(runs: Sequence[Run]) -> bool:
    """Whether what comes out had been replaced before: 锟斤拷 stands for nothing that is known."""
    return any("\ufffd" in run.restored for run in runs)


def _weighed(run: Run, line: str) -> Run:
    """A run of a text with little damage, which is in doubt if it reads oddly or can be chance."""
    start, end = run.span
    before, after = line[max(start - 1, 0) : start], line[end : end + 1]
    is_odd = oddity(f"{before}{run.restored}{after}") > 0
    is_chance = _is_of_two_bytes_each(run) and not _is_writing(run.restored, before, after)
    return run._replace(is_doubtful=run.is_doubtful or is_odd or is_chance)


def _is_of_two_bytes_each(run: Run) -> bool:
    """Whether it has the length of as many characters of an East Asian encoding."""
    return run.span.end - run.span.start == len(run.restored.encode()) == 2 * len(run.restored)


def _without_strangers(lines: dict[int, str], damaged: dict[int, list[Run]]) -> dict[int, list[Run]]:
    """The damage, in which letters that nothing else in the text is written with are in doubt.

    However much else is garbled, two clean signs can stand beside each other: `€Æ` is UTF-8 of a letter of
    Kashmiri in Mac OS Roman.
    """
    strangers = {
        (start, run): script(run.restored)
        for start, runs in damaged.items()
        for run in runs
        if _is_of_two_bytes_each(run) and _is_stranger(run, lines[start])
    }
    if not strangers:
        return damaged
    texts = (run.restored.replace(HOLE, "") for runs in damaged.values() for run in runs)
    in_use = {script(text) for text in texts if len(text) > 1} - {""}
    doubtful = {place for place, alphabet in strangers.items() if alphabet not in in_use}
    return {
        start: [run._replace(is_doubtful=True) if (start, run) in doubtful else run for run in runs]
        for start, runs in damaged.items()
    }


def _is_stranger(run: Run, line: str) -> bool:
    """Whether it is a single letter or sign of a writing that comes in words.

    Single Greek letters are usual in any language, and so are accents of their own behind a letter.
    """
    if len(run.restored) > 1 or max(run.restored) <= "\xff" or script(run.restored) in ("LATIN", "GREEK"):
        return False
    is_behind_letter = line[max(run.span.start - 1, 0) : run.span.start].isalpha()
    return not (is_behind_letter and unicodedata.category(run.restored) in _MARKS)


def _is_writing(text: str, before: str, after: str) -> bool:
    """Whether it is of Latin-1, of a Latin word, several letters of another alphabet, or a Greek one."""
    if max(text) <= "\xff":
        return True
    if len(text) > 1:
        return script(text) != ""
    if script(text) == "GREEK":
        return text.encode()[1] < _FIRST_IN_COMMON_USE
    return script(text) == "LATIN" and any(map(str.isalpha, before + after))


@cache
def _plain(codec: str) -> bytes:
    """A table for `bytes.translate` that spares quotes and dashes where they look like lead bytes.

    Letters follow them in any clean text: `’é` is UTF-8 of an Armenian letter in Mac OS Roman.
    """
    characters = page(codec).characters
    return bytes(
        ord("?") if byte >= 0xC0 and characters[byte] in _QUOTES_AND_DASHES else byte for byte in range(256)
    )
