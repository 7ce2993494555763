"""Rules about single words, so that these tests depend on no shipped rule."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.needs import LivenessNeed
from awesomelint.rule import Context, FileRule, SourceRule
from awesomelint.ruleset import RuleSet
from awesomelint.source import Source, Span


class _Word(FileRule):
    word: str
    applicability: Applicability | None = None

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        for found in re.finditer(self.word, document.source.text):
            span = Span(*found.span())
            fix = self.applicability and Fix(
                f"Write {self.word.upper()}", (Edit(span, self.word.upper()),), self.applicability
            )
            yield self.diagnostic(document, span, f"the word '{found.group()}' is here", fix=fix)


class Wrong(_Word):
    """A wrong word. It has more to say.

    ## What it does

    Finds the word `wrong` in a list, see [the words](https://example.org/words), and says so in a paragraph
    that is long enough to be broken into two lines on a narrow terminal.

    - one item
    - another item that goes on
      in the next line

    ## Example

    ```bad
    # wrong  [x](y)
    ```

    ## Fix safety

    The fix is safe.
    """

    code, name, severity = "WRD001", "wrong-word", Severity.ERROR
    word, applicability = "wrong", Applicability.SAFE
    aliases = ("false-word",)


class Doubtful(_Word):
    """A doubtful word."""

    code, name, severity = "WRD002", "doubtful-word", Severity.WARNING
    word, applicability = "doubtful", Applicability.UNSAFE


class Curious(_Word):
    """A curious word.

    ## Fix safety

    There is no fix.
    """

    code, name, severity = "WRD003", "curious-word", Severity.INFO
    word = "curious"


class Failing(_Word):
    """A rule that fails where it finds its word."""

    code, name, severity = "WRD004", "failing-word", Severity.ERROR
    word = "raise"
    preview = True

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        for _ in super().check(document, context):
            raise ValueError("broken\x1b")
        yield from ()


class Interrupting(_Word):
    """A rule during which somebody presses Ctrl-C."""

    code, name, severity = "WRD005", "interrupting-word", Severity.ERROR
    word = "interrupt"

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        for _ in super().check(document, context):
            raise KeyboardInterrupt
        yield from ()


class Dead(FileRule):
    """A link that is dead."""

    code, name, severity = "WRD006", "dead-word", Severity.ERROR
    reads = frozenset({"web"})

    def needs(self, document: Document, context: Context) -> Iterator[LivenessNeed]:
        for link in document.links:
            yield LivenessNeed(link.url)

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        for link in document.links:
            if context.answers.liveness[link.url].verdict == "dead":
                yield self.diagnostic(document, link.url_span, "it is dead")


class NotUtf8(SourceRule):
    """A file that is not UTF-8."""

    code, name, severity = "WRD007", "not-utf8", Severity.ERROR

    def check(self, source: Source, context: Context) -> Iterator[Diagnostic]:
        if source.undecodable is not None:
            yield self.diagnostic(source, Span(0, 0), "the file is not UTF-8")


RULES = RuleSet((Wrong(), Doubtful(), Curious(), Failing(), Interrupting(), Dead(), NotUtf8()))
