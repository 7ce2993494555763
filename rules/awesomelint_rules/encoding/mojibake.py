"""ENC001 mojibake."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from awesomelint.diagnostics import Diagnostic, Fix, Related, Severity
from awesomelint.document import Document
from awesomelint.mojibake import HOLE, Damage, Memory, Restored, describe, guesses_are_available, restore
from awesomelint.needs import HistoryNeed, Need
from awesomelint.rule import Context, FileRule, related
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, is_whole_file
from awesomelint_rules.encoding.restorations import (
    Restorations,
    certain_fix,
    likely_fix,
    losses,
    readings,
    restorations,
)

SHOWN = 24
"""Characters of garbled and of restored text in a message."""
SHOWN_IN_DETAIL = 120
"""Characters of restored text in the detail of one line."""
_LETTERS_BEFORE = re.compile(r"[A-Za-z]*\Z")
_LETTERS_AFTER = re.compile("^[A-Za-z]*")
NEAR = 24
"""Garbled words in one line with at most so many characters between them are one place."""


class Mojibake(FileRule):
    """Text that was written in one encoding and read in another: `å¤šæ¨¡æ€` for `多模态`.

    ## What it does

    Finds runs of characters that are the bytes of a clean text seen through the wrong code page: UTF-8 read as
    windows-1252 and its kin, once or several times over, UTF-8 read as GBK, Big5, Shift-JIS or EUC-KR, and those
    read as Western text. It says which page it was, and shows what the text stands for; `□` is a character whose
    bytes were lost, where the program has left U+FFFD, a question mark or nothing. Damage in neighbouring lines is one
    finding. A file that is garbled as a whole has one finding, with a place for every line.

    Code is left alone, since it may quote mojibake on purpose, unless the file is garbled as a whole.

    ## Why is this bad?

    Nobody can read it, search engines do not find it, and every further save through the same editor makes it
    worse.

    ## Example

    ```bad
    # CafÃ© tools
    ```

    Use instead:

    ```good
    # Café tools
    ```

    ## Fix safety

    Safe where it is certain, line by line: a line is restored if every byte of it is still there and chance cannot have made it (evidence `exact`), or
    if exactly one clean text, from an earlier version of the file or from another Markdown file of its git repository,
    turns into it by the same damage (evidence `history`). ASCII, spaces, quotes and widths are never changed. The
    fragments of links within the file follow the headings that they lead to.

    What remains is filled in by an unsafe fix (evidence `statistics`) with what it probably was: by the words of
    simplified Chinese and their neighbours, by pairs of brackets and quotes, by where signs and kana stand, and by which
    emoji lists use. It names every
    character that is less than 98 % sure, with the next likely one. The word frequencies are an extra:
    `pip install 'awesomelint[restore]'`.

    ## References

    - [W3C: what is a character encoding?](https://www.w3.org/International/questions/qa-what-is-encoding)
    """

    code = "ENC001"
    name = "mojibake"
    severity = Severity.ERROR
    reads = frozenset({"git"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """The file's past, where something is garbled."""
        if document.derive(damages):
            yield HistoryNeed(document.path)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """One finding for each stretch of damage, or one for the file."""
        found = document.derive(damages)
        if not found:
            return
        past = context.answers.histories.get(HistoryNeed(document.path), ())
        lines = restore(document.text, found, Memory(past) if past else None)
        repairs = restorations(document, lines)
        if is_whole_file(document, len(found)):
            yield self._whole_file(document, lines, repairs)
            return
        for stretch, within in _with_bounds(document, _stretches(document, lines)):
            yield self._stretch(document, stretch, repairs, within)

    def _stretch(
        self, document: Document, lines: Sequence[Restored], repairs: Restorations, within: Span
    ) -> Diagnostic:
        (first, *others) = _places(document, lines)
        shown = f"{_shown(document, first.told)}: {describe(first.told.layers)}"
        more = len(lines) - 1
        count = "" if not more else " (and one more line)" if more == 1 else f" (and {more} more lines)"
        fix, suggestions = _remedies(repairs, lines, within)
        return self.diagnostic(
            document,
            first.span,
            f"{shown}{count}{_hint(lines)}",
            fix=fix,
            suggestions=suggestions,
            related=[_related(document, place, repairs) for place in others],
            parts=self._parts(document, lines, repairs, within),
        )

    def _whole_file(self, document: Document, lines: Sequence[Restored], repairs: Restorations) -> Diagnostic:
        (first, *others) = _places(document, lines)
        sample = max(
            (line.damage for line in lines), key=lambda damage: _readability(damage.restored(document.text))
        )
        count = f"this file is garbled in {len(lines)} lines"
        within = Span(0, len(document.text))
        fix, suggestions = _remedies(repairs, lines, within)
        return self.diagnostic(
            document,
            first.span,
            f"{count}: {describe(lines[0].damage.layers)}; {_shown(document, sample)}{_hint(lines)}",
            fix=fix,
            suggestions=suggestions,
            related=[_related(document, place, repairs) for place in others],
            parts=self._parts(document, lines, repairs, within),
        )

    def _parts(
        self, document: Document, lines: Sequence[Restored], repairs: Restorations, within: Span
    ) -> list[Diagnostic]:
        """A finding for each line, for those that are new beside old ones."""
        by_line = list(_by_line(lines))
        if len(by_line) == 1:
            return []
        bounded = _with_bounds(document, by_line, within)
        return [self._stretch(document, line, repairs, bounds) for line, bounds in bounded]


class _Place(NamedTuple):
    """A garbled place of a line, what is told of it, and whether it was found without asking the past."""

    span: Span
    told: Damage
    line: Restored


def _remedies(repairs: Restorations, lines: Sequence[Restored], within: Span) -> tuple[Fix | None, list[Fix]]:
    """The fix, which is the certain one where there is one; and what else can be chosen."""
    certain, likely = certain_fix(repairs, lines, within), likely_fix(repairs, lines, within)
    suggestions = [likely] if certain and likely else []
    return certain or likely, [*suggestions, *readings(repairs, lines)]


def _hint(lines: Sequence[Restored]) -> str:
    """What the extra would do, where it is missing."""
    holes = sum(len(run.holes) for line in lines for run in line.damage.runs)
    if holes == 0 or guesses_are_available():
        return ""
    return f" (`pip install 'awesomelint[restore]'` to have {holes} lost characters guessed)"


def _related(document: Document, place: _Place, repairs: Restorations) -> Related:
    """A garbled place of a line, what it stands for, and how sure that is."""
    sure = place.line.evidence or losses(repairs, place.told.runs)
    restored = _cut(place.told.restored(document.text), SHOWN_IN_DETAIL)
    is_found = place.line.seen is not None
    return related(document, place.span, f"{restored} ({sure})", is_same_fault=is_found)


def _places(document: Document, lines: Sequence[Restored]) -> Iterator[_Place]:
    """The garbled places of some lines, the first of which was found without asking the past.

    What the past knows of a line changes what is told of its places, but not where they are: a finding stays the
    same wherever its list lies.
    """
    for line in sorted(lines, key=lambda line: line.seen is None):
        for near in _near(document, line.seen or line.damage):
            runs = tuple(run for run in line.damage.runs if run.span.overlaps(near.span))
            yield _Place(near.span, Damage(runs) if runs else near, line)


def _near(document: Document, damage: Damage) -> Iterator[Damage]:
    """The parts of a line's damage that stand near each other: clean cells between them are not covered."""
    runs = [damage.runs[0]]
    for run in damage.runs[1:]:
        between = document.text[runs[-1].span.end : run.span.start]
        if len(between) > NEAR or "|" in between or "](" in between:
            yield Damage(tuple(runs))
            runs = []
        runs.append(run)
    yield Damage(tuple(runs))


def _stretches(document: Document, lines: Sequence[Restored]) -> Iterator[list[Restored]]:
    """Damage in lines that follow one another, blank lines aside."""
    stretch: list[Restored] = []
    last = 0
    for line in _by_line(lines):
        seen = [each.seen for each in line if each.seen is not None]
        if stretch:
            between = document.source.slice(Span(last, seen[0].span.start))
            if any(text.strip() for text in between.split("\n")[1:-1]):
                yield stretch
                stretch = []
        last = seen[0].span.end
        stretch += line
    if stretch:
        yield stretch


def _by_line(lines: Sequence[Restored]) -> Iterator[list[Restored]]:
    """Each line that was found, with those after it that only the past shows; the first has those before it too."""
    group: list[Restored] = []
    for line in lines:
        if line.seen is not None and any(each.seen is not None for each in group):
            yield group
            group = []
        group.append(line)
    yield group


def _with_bounds(
    document: Document, groups: Iterable[list[Restored]], within: Span | None = None
) -> Iterator[tuple[list[Restored], Span]]:
    """Groups of lines, each with the part of the list whose edits are its own."""
    start, end = within or Span(0, len(document.text))
    groups = list(groups)
    bounds = [start, *(group[0].damage.span.start for group in groups[1:]), end]
    yield from zip(groups, (Span(*pair) for pair in pairwise(bounds)), strict=True)


def _readability(restored: str) -> int:
    """How well a restored text shows what was there: many letters, few holes."""
    return sum(character.isalpha() for character in restored) - 4 * restored.count(HOLE)


def _shown(document: Document, damage: Damage) -> str:
    """The garbled text and what it stands for, both with the rest of the words that they are part of."""
    start, end = damage.span
    head = "".join(_LETTERS_BEFORE.findall(document.text[max(start - SHOWN, 0) : start]))
    tail = "".join(_LETTERS_AFTER.findall(document.text[end : end + SHOWN]))
    garbled = _cut(f"{head}{document.source.slice(damage.span)}{tail}", SHOWN)
    return f"`{garbled}` stands for `{_cut(f'{head}{damage.restored(document.text)}{tail}', SHOWN)}`"


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
