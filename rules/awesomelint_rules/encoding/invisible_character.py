"""ENC003 invisible-character."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.mojibake.invisible import Invisible, invisible_characters
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import damages, within

_LINK_GAP = re.compile("(?<=\\])\u00a0+(?=\\()|(?<=\\]\\()\u00a0+")
_NO_BREAK_SPACES = re.compile("\u00a0+")


class InvisibleCharacter(FileRule):
    r"""A character that nobody sees.

    ## What it does

    Finds zero-width spaces and joiners, soft hyphens, byte order marks within the text, control characters, characters that change the
    direction of text, and no-break spaces in URLs and between the two halves of a link.

    Joiners within emoji and in scripts that need them are fine, and so are zero-width spaces in Thai or Khmer, and
    directional marks in lines of Arabic or Hebrew. Overrides of the direction never are. In code only characters that change the
    direction are reported.

    ## Why is this bad?

    A word with a zero-width space in it is not found by search, a link with a no-break space in it is no link, and an override
    shows a line in another order than programs read it, which can hide what a line really says.

    ## Example

    ```bad
    - [Gen\u{200B}sim](https://github.com/piskvorky/gensim)
    ```

    Use instead:

    ```good
    - [Gensim](https://github.com/piskvorky/gensim)
    ```

    ## Fix safety

    The fix removes the character; a no-break space after a URL becomes a common one. It is safe, for what can be seen stays the
    same, or shows for the first time what programs have read all the time. It is unsafe after `@` and `#`, where the character may
    keep a name from being a mention, for escape characters, for overrides in lines of Arabic or Hebrew, and for no-break
    spaces within a URL.

    ## References

    - [Unicode: bidirectional algorithm](https://www.unicode.org/reports/tr9/)
    - [Trojan Source](https://trojansource.codes/)
    """

    code = "ENC003"
    name = "invisible-character"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every run of invisible characters outside of mojibake."""
        found = list(invisible_characters(document.text))
        spaces = list(_spaces_in_links(document)) if "\u00a0" in document.text else []
        if not found and not spaces:
            return
        is_code = within(document.code)
        is_garbled = within(damage.span for damage in document.derive(damages))
        for each in found:
            if not is_garbled(each.span) and (each.is_reordering or not is_code(each.span)):
                yield self._found(document, each)
        for span, replacement, is_safe in spaces:
            if not is_garbled(span) and not is_code(span):
                title = "write a common space" if replacement else "remove the no-break space"
                fix = _fix(title, Edit(span, replacement), is_safe=is_safe)
                message = "U+00A0 (no-break space) does not belong into a link"
                yield self.diagnostic(document, span, message, fix=fix)

    def _found(self, document: Document, each: Invisible) -> Diagnostic:
        codes = " ".join(f"U+{ord(character):04X}" for character in document.source.slice(each.span)[:4])
        what = "can show this line in another order" if each.is_reordering else "is not visible here"
        return self.diagnostic(
            document,
            each.span,
            f"{codes} ({each.name}) {what}",
            fix=_fix(f"remove the {each.name}", Edit(each.span, ""), is_safe=each.is_needless),
            severity=Severity.ERROR if each.is_reordering else None,
        )


def _fix(title: str, edit: Edit, *, is_safe: bool) -> Fix:
    return Fix(title, (edit,), Applicability.SAFE if is_safe else Applicability.UNSAFE)


def _spaces_in_links(document: Document) -> Iterator[tuple[Span, str, bool]]:
    """No-break spaces in URLs and link syntax, each with what to write instead and whether that is certain."""
    text = document.text
    taken: set[int] = set()
    for match in _LINK_GAP.finditer(text):
        taken.add(match.start())
        yield Span(*match.span()), "", True
    places = {link.url_span: link.kind for link in (*document.links, *document.images)}
    for (start, end), kind in places.items():
        for match in _NO_BREAK_SPACES.finditer(text, start, end):
            if match.start() in taken:
                continue
            if kind == "bare" or text[match.end() : match.end() + 1] in ('"', "'"):
                # What follows the space, words or a link's title, is no part of the URL.
                yield Span(*match.span()), " ", True
                break
            yield Span(*match.span()), "", match.end() == end
