"""ENC001 mojibake."""

from collections.abc import Iterator, Sequence

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.mojibake import HOLE, Damage, describe
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

    There is no fix yet. Take the file from before the commit that garbled it, and have your editor open it as UTF-8.

    ## References

    - [W3C: what is a character encoding?](https://www.w3.org/International/questions/qa-what-is-encoding)
    """

    code = "ENC001"
    name = "mojibake"
    severity = Severity.ERROR

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """One finding for each stretch of damage, or one for the file."""
        found = document.derive(damages)
        if _is_whole_file(document, found):
            yield self._whole_file(document, found)
            return
        for first, *others in _stretches(document, found):
            count = f" (and {len(others)} more lines)" if len(others) > 1 else " (and one more line)"
            yield self.diagnostic(
                document,
                first.span,
                f"{_shown(document, first)}: {describe(first.layers)}{count if others else ''}",
                related=[related(document, damage.span) for damage in others],
            )

    def _whole_file(self, document: Document, found: Sequence[Damage]) -> Diagnostic:
        sample = max(found, key=lambda damage: _readability(damage.restored(document.text)))
        lines = f"this file is garbled in {len(found)} lines"
        return self.diagnostic(
            document,
            found[0].span,
            f"{lines}: {describe(found[0].layers)}; {_shown(document, sample)}. "
            "Restore it from before the commit that garbled it",
            related=[
                related(document, damage.span, _cut(damage.restored(document.text))) for damage in found
            ],
        )


def _is_whole_file(document: Document, found: Sequence[Damage]) -> bool:
    suspects = sum(not line.isascii() for line in document.text.split("\n"))
    return len(found) >= WHOLE_FILE_LINES and len(found) * 2 >= suspects


def _stretches(document: Document, found: Sequence[Damage]) -> Iterator[list[Damage]]:
    """Damage in lines that follow one another, blank lines aside."""
    stretch: list[Damage] = []
    for damage in found:
        if stretch:
            between = document.source.slice(Span(stretch[-1].span.end, damage.span.start))
            if any(line.strip() for line in between.split("\n")[1:-1]):
                yield stretch
                stretch = []
        stretch.append(damage)
    if stretch:
        yield stretch


def _readability(restored: str) -> int:
    """How well a restored text shows what was there: many letters, few holes."""
    return sum(character.isalpha() for character in restored) - 4 * restored.count(HOLE)


def _shown(document: Document, damage: Damage) -> str:
    return f"`{_cut(document.source.slice(damage.span))}` stands for `{_cut(damage.restored(document.text))}`"


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
