"""ENC001 mojibake."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Diagnostic, Edit, Evidence, Fix, Related, Severity
from awesomelint.document import Document
from awesomelint.mojibake import HOLE, Damage, Memory, Restored, describe, restore
from awesomelint.needs import HistoryNeed, Need
from awesomelint.rule import Context, FileRule, related
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages

WHOLE_FILE_LINES = 5
"""A file is garbled as a whole from so many damaged lines on, if they are at least half of its lines with more than ASCII."""
SHOWN = 24
"""Characters of garbled and of restored text in a message."""


class Mojibake(FileRule):
    """Text that was written in one encoding and read in another: `å¤šæ¨¡æ€` for `多模态`.

    ## What it does

    Finds runs of characters that are the bytes of a clean text seen through the wrong code page: UTF-8 read as
    windows-1252 and its kin, once or several times over, UTF-8 read as GBK, Big5, Shift-JIS or EUC-KR, and those
    read as Western text. It says which page it was, and shows what the text stands for; `□` is a character whose
    bytes were lost. Damage in neighbouring lines is one finding. A file that is garbled as a whole has one
    finding, with a place for every line.

    Code is left alone: it may quote mojibake on purpose.

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

    The fix is safe. It restores whole lines, and only those of which nothing is in doubt: every byte of theirs is still
    there (evidence `exact`), or exactly one clean text, from an earlier version of the file or from another Markdown
    file of its git repository, turns into them by the same damage (evidence `history`). ASCII, spaces, quotes and
    widths are never changed. Lines that lost bytes for good stay as they are: take them from an older copy.

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
        if _is_whole_file(document, lines):
            yield self._whole_file(document, lines)
            return
        for stretch in _stretches(document, lines):
            first, *others = (line.damage for line in stretch)
            count = f" (and {len(others)} more lines)" if len(others) > 1 else " (and one more line)"
            yield self.diagnostic(
                document,
                first.span,
                f"{_shown(document, first)}: {describe(first.layers)}{count if others else ''}",
                fix=_fix(document, stretch),
                related=[_related(document, damage) for damage in others],
            )

    def _whole_file(self, document: Document, lines: Sequence[Restored]) -> Diagnostic:
        found = [line.damage for line in lines]
        sample = max(found, key=lambda damage: _readability(damage.restored(document.text)))
        count = f"this file is garbled in {len(found)} lines"
        return self.diagnostic(
            document,
            found[0].span,
            f"{count}: {describe(found[0].layers)}; {_shown(document, sample)}",
            fix=_fix(document, lines),
            related=[_related(document, damage) for damage in found],
        )


def _fix(document: Document, lines: Sequence[Restored]) -> Fix | None:
    """The edits that restore those lines that are certain, and nothing of the others."""
    certain = [line for line in lines if line.evidence is not None]
    edits = tuple(
        Edit(run.span, run.restored)
        for line in certain
        for run in line.damage.runs
        if document.source.slice(run.span) != run.restored
    )
    if not edits:
        return None
    what = "the text" if len(certain) == len(lines) == 1 else f"{len(certain)} of {len(lines)} lines"
    evidence: Evidence = "history" if any(line.evidence == "history" for line in certain) else "exact"
    return Fix(f"restore {what}", edits, evidence=evidence)


def _related(document: Document, damage: Damage) -> Related:
    return related(document, damage.span, _cut(damage.restored(document.text)))


def _is_whole_file(document: Document, found: Sequence[Restored]) -> bool:
    suspects = sum(not line.isascii() for line in document.text.split("\n"))
    return len(found) >= WHOLE_FILE_LINES and len(found) * 2 >= suspects


def _stretches(document: Document, found: Sequence[Restored]) -> Iterator[list[Restored]]:
    """Damage in lines that follow one another, blank lines aside."""
    stretch: list[Restored] = []
    for line in found:
        if stretch:
            between = document.source.slice(Span(stretch[-1].damage.span.end, line.damage.span.start))
            if any(text.strip() for text in between.split("\n")[1:-1]):
                yield stretch
                stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _readability(restored: str) -> int:
    """How well a restored text shows what was there: many letters, few holes."""
    return sum(character.isalpha() for character in restored) - 4 * restored.count(HOLE)


def _shown(document: Document, damage: Damage) -> str:
    return f"`{_cut(document.source.slice(damage.span))}` stands for `{_cut(damage.restored(document.text))}`"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
