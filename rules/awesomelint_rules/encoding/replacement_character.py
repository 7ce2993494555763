"""ENC002 replacement-character."""

import re
from collections.abc import Iterator, Mapping, Sequence

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.mojibake import Recalled, changed_part
from awesomelint.mojibake.lost import LOST, CleanLines, has_losses, marks, windows_1252
from awesomelint.needs import HistoryNeed, Need
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, within

_SPOKEN_OF = re.compile(r"U\+FFFD|replacement character|乱码|亂碼|文字化け|mojibake", re.IGNORECASE)
"""What lines say that show the character because they are about it."""


class ReplacementCharacter(FileRule):
    r"""A character that some program could not read and replaced.

    ## What it does

    Finds U+FFFD, the replacement character; `锟斤拷`, which two of them become when they are read as GBK; and the control
    characters U+0080 to U+009F, which no text holds. Neighbouring ones are one finding. Code is left alone, and so are lines that speak of
    the replacement character or of mojibake, and text that `mojibake` reports.

    ## Why is this bad?

    What stood there is lost from the file. Only an older version of it, or the source it was copied from, still has
    it.

    ## Example

    ```bad
    - [Na\u{FFFD}ve Bayes](https://en.wikipedia.org/wiki/Naive_Bayes_classifier)
    ```

    Use instead:

    ```good
    - [Naïve Bayes](https://en.wikipedia.org/wiki/Naive_Bayes_classifier)
    ```

    ## Fix safety

    Safe (evidence `history`) where the file lies in a git repository. A line comes back as a whole where the same loss turns just
    one line of earlier versions of the file, or of its neighbours, into it, and the lines beside agree; and where it ends
    within a character, if just one begins in the same way. Or else only what is lost comes back, if the line, or the word, with
    anything in its place stands there just once. For control characters, which
    windows-1252 has signs for, that sign is offered as an unsafe fix. Otherwise there is no fix: the character is gone.

    ## References

    - [Unicode: the replacement character](https://www.unicode.org/charts/PDF/UFFF0.pdf)
    """

    code = "ENC002"
    name = "replacement-character"
    severity = Severity.ERROR
    reads = frozenset({"git"})

    def needs(self, document: Document, context: Context) -> Iterator[Need]:
        """The file's past, where something is lost."""
        if document.derive(_has_losses):
            yield HistoryNeed(document.path)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every run of replacement characters."""
        if not document.derive(_has_losses):
            return
        past = context.answers.histories.get(HistoryNeed(document.path), ())
        garbled = [damage.span for damage in document.derive(damages)]
        is_elsewhere = within([*garbled, *document.code, *_about(document)])
        known, lines = _known(document, past), _known_lines(document, past)
        for match in LOST.finditer(document.text):
            span = Span(*match.span())
            if not is_elsewhere(span):
                line = lines.get(document.source.position(span.start).line)
                fix = line or _from_history(document, span, known) or _sign(span, match[0])
                yield self.diagnostic(document, span, _message(match[0]), fix=fix)


def _has_losses(document: Document) -> bool:
    return has_losses(document.text)


def _about(document: Document) -> list[Span]:
    """The lines that speak of the character itself."""
    lines = {document.source.position(found.start()).line for found in _SPOKEN_OF.finditer(document.text)}
    return [document.source.line_span(line) for line in sorted(lines)]


def _known(document: Document, past: Sequence[str]) -> dict[Span, str]:
    """What stood at lost places, as far as the past tells."""
    if not past:
        return {}
    clean = CleanLines(past)
    known: dict[Span, str] = {}
    start = 0
    for line in document.text.split("\n"):
        if LOST.search(line):
            known |= {Span(at + start, end + start): text for (at, end), text in clean.restore(line)}
        start += len(line) + 1
    return known


def _known_lines(document: Document, past: Sequence[str]) -> dict[int, Fix]:
    """What restores a line as a whole, by its number, for all that it has lost at once.

    The bytes of some lines make other characters and no mark at all; they come back with the line before.
    """
    if not past:
        return {}
    lines = document.text.split("\n")
    numbers = [0, *(number for number, line in enumerate(lines, 1) if line)]
    edits: dict[int, list[Edit]] = {}
    for index, clean in sorted(Recalled(past).lines(document.text).items()):
        number = numbers[index]
        if LOST.search(lines[number - 1]):
            edits[number] = []
        if edits:
            start = document.source.line_span(number).start
            (first, last), text = changed_part(lines[number - 1], clean)
            edits[max(edits)].append(Edit(Span(start + first, start + last), text))
    return {
        number: Fix("write the line as it was", tuple(each), evidence="history")
        for number, each in edits.items()
    }


def _from_history(document: Document, span: Span, known: Mapping[Span, str]) -> Fix | None:
    edits = tuple(Edit(place, known[place]) for place in marks(document.text, span) if place in known)
    if not edits:
        return None
    return Fix(f"write {edits[0].content} again", edits, evidence="history")


def _sign(span: Span, lost: str) -> Fix | None:
    """The sign that windows-1252 has for a single control character."""
    sign = windows_1252(lost) if len(lost) == 1 else None
    if sign is None:
        return None
    return Fix(f"write {sign}", (Edit(span, sign),), Applicability.UNSAFE)


def _message(lost: str) -> str:
    if "\x80" <= lost[0] <= "\x9f":
        return f"U+{ord(lost[0]):04X} is a control character: some other character was lost here"
    count = lost.count("\ufffd") + lost.count("锟")
    what = "a character was" if count == 1 else "characters were"
    return f"`{lost}`: {what} lost here; an older version may have it"
