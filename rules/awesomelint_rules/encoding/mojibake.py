"""ENC001 mojibake."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Evidence, Fix, Related, Severity
from awesomelint.document import Document
from awesomelint.mojibake import (
    CERTAIN,
    HOLE,
    Damage,
    Guess,
    Memory,
    Restored,
    Run,
    describe,
    fill,
    guesses_are_available,
    restore,
)
from awesomelint.needs import HistoryNeed, Need
from awesomelint.rule import Context, FileRule, related
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, is_whole_file

SHOWN = 24
"""Characters of garbled and of restored text in a message."""
MOST_SUGGESTIONS = 16
"""How many readings of a damaged character are offered at most."""


class Mojibake(FileRule):
    """Text that was written in one encoding and read in another: `å¤šæ¨¡æ€` for `多模态`.

    ## What it does

    Finds runs of characters that are the bytes of a clean text seen through the wrong code page: UTF-8 read as
    windows-1252 and its kin, once or several times over, UTF-8 read as GBK, Big5, Shift-JIS or EUC-KR, and those
    read as Western text. It says which page it was, and shows what the text stands for; `□` is a character whose
    bytes were lost. Damage in neighbouring lines is one finding. A file that is garbled as a whole has one
    finding, with a place for every line.

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

    Safe where it is certain, line by line: a line is restored if every byte of it is still there (evidence `exact`), or
    if exactly one clean text, from an earlier version of the file or from another Markdown file of its git repository,
    turns into it by the same damage (evidence `history`). ASCII, spaces, quotes and widths are never changed.

    What remains is filled in by an unsafe fix (evidence `statistics`) where the words of the language tell what it
    probably was. It names every character that is less than 98 % sure, with the next likely one. The word frequencies are
    an extra: `pip install 'awesomelint[restore]'`.

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
        if is_whole_file(document, len(lines)):
            yield self._whole_file(document, lines)
            return
        for stretch in _stretches(document, lines):
            first, *others = (line.damage for line in stretch)
            count = f" (and {len(others)} more lines)" if len(others) > 1 else " (and one more line)"
            yield self.diagnostic(
                document,
                first.span,
                f"{_shown(document, first)}: {describe(first.layers)}{count if others else ''}{_hint(stretch)}",
                fix=_fix(document, stretch),
                suggestions=_suggestions(stretch),
                related=[_related(document, damage) for damage in others],
            )

    def _whole_file(self, document: Document, lines: Sequence[Restored]) -> Diagnostic:
        found = [line.damage for line in lines]
        sample = max(found, key=lambda damage: _readability(damage.restored(document.text)))
        count = f"this file is garbled in {len(found)} lines"
        return self.diagnostic(
            document,
            found[0].span,
            f"{count}: {describe(found[0].layers)}; {_shown(document, sample)}{_hint(lines)}",
            fix=_fix(document, lines),
            related=[_related(document, damage) for damage in found],
        )


def _fix(document: Document, lines: Sequence[Restored]) -> Fix | None:
    """The edits that restore the lines that are certain; where none is, those that are likely."""
    return _certain_fix(document, lines) or _likely_fix(document, lines)


def _certain_fix(document: Document, lines: Sequence[Restored]) -> Fix | None:
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


def _likely_fix(document: Document, lines: Sequence[Restored]) -> Fix | None:
    if not guesses_are_available():
        return None
    filled = [(run, fill(run)) for line in lines for run in line.damage.runs if run.holes]
    edits = [Edit(run.span, result.run.restored) for run, result in filled if result is not None]
    whole = [Edit(run.span, run.restored) for line in lines for run in line.damage.runs if not run.holes]
    if not edits:
        return None
    doubts = [
        f"line {document.source.position(run.span.start).line}: {_doubt(guess)}"
        for run, result in filled
        if result is not None
        for guess in result.guesses.values()
        if guess.posterior < CERTAIN
    ]
    title = f"restore {len(lines)} lines by what is likely"
    if doubts:
        title += f"; uncertain are {len(doubts)} characters: {', '.join(doubts)}"
    return Fix(title, tuple(sorted(edits + whole)), Applicability.UNSAFE, evidence="statistics")


def _doubt(guess: Guess) -> str:
    return f"{guess.character}|{guess.runner_up} {guess.posterior:.2f}"


def _suggestions(lines: Sequence[Restored]) -> list[Fix]:
    """What a character can have been of which nothing more is known, where it is one of a few."""
    return [
        Fix(f"read it as {candidate}", (Edit(run.span, _with(run, candidate)),), Applicability.UNSAFE)
        for line in lines
        for run in line.damage.runs
        if len(run.holes) == 1 and len(run.holes[0].candidates) <= MOST_SUGGESTIONS
        for candidate in run.holes[0].candidates
    ][:MOST_SUGGESTIONS]


def _with(run: Run, candidate: str) -> str:
    offset = run.holes[0].offset
    return f"{run.restored[:offset]}{candidate}{run.restored[offset + 1 :]}"


def _hint(lines: Sequence[Restored]) -> str:
    """What the extra would do, where it is missing."""
    holes = sum(len(run.holes) for line in lines for run in line.damage.runs)
    if holes == 0 or guesses_are_available():
        return ""
    return f" (`pip install 'awesomelint[restore]'` to have {holes} lost characters guessed)"


def _related(document: Document, damage: Damage) -> Related:
    return related(document, damage.span, _cut(damage.restored(document.text)))


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
