"""LNK013 unbalanced-bracket."""

from collections import Counter
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document, Link
from awesomelint.document.broken_links import broken_links
from awesomelint.document.literal import brackets, literal_text
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import within
from awesomelint_rules.links.shapes import fix_of, shown

_CLOSING = {"[": "]", "(": ")"}
_OPENING = {"]": "[", ")": "("}
_HABIT = 3
"""So many links in brackets show that the list puts its links in brackets."""


class UnbalancedBracket(FileRule):
    """A bracket right beside a link that has no partner: `[Code](url)]`.

    ## What it does

    Finds square brackets and parentheses that touch a link and have no partner in the same paragraph or cell. Escaped brackets count as
    partners. Brackets elsewhere, as in `[0, 1)`, are left alone.

    ## Why is this bad?

    It is what remains of a link that was half edited, and it is shown as it stands. Programs that look for `[[Code](…)]` miss the link.

    ## Example

    ```bad
    - [[Paper](https://arxiv.org/abs/2302.06504)] [[Project](https://example.org/)]
    - [[Paper](https://arxiv.org/abs/2210.05475)] [Code](https://github.com/nv-tlabs/GENIE)]
    ```

    Use instead:

    ```good
    - [[Paper](https://arxiv.org/abs/2302.06504)] [[Project](https://example.org/)]
    - [[Paper](https://arxiv.org/abs/2210.05475)] [[Code](https://github.com/nv-tlabs/GENIE)]
    ```

    ## Fix safety

    The fix puts in the missing bracket where three or more links of the list stand in such brackets, and after an opening parenthesis; else
    it removes the lonely one. It is unsafe, and the other way is suggested.

    ## References

    - [GitHub Flavored Markdown: links](https://github.github.com/gfm/#links)
    """

    code = "LNK013"
    name = "unbalanced-bracket"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every lonely bracket that touches a link."""
        pairs = document.derive(brackets)
        if not pairs.unmatched:
            return
        text = document.derive(literal_text)
        before = {link.span.end: link for link in (*document.links, *document.images) if link.kind != "bare"}
        after = {link.span.start: link for link in before.values()}
        broken = within(
            [Span(each.span.start - 1, each.span.end + 1) for each in document.derive(broken_links)]
        )
        habits = Counter(
            text[link.span.start - 1 : link.span.start] for link in document.links if _is_enclosed(text, link)
        )
        lonely = frozenset(pairs.unmatched)
        for place in pairs.unmatched:
            is_opening = text[place] in _CLOSING
            link = _beside(text, place, after if is_opening else before)
            if link is not None and not broken(Span(place, place + 1)):
                opening = text[place] if is_opening else _OPENING[text[place]]
                is_habit = opening == "[" and habits[opening] >= _HABIT
                is_one_of_many = place + (-1 if is_opening else 1) in lonely
                yield self._found(document, place, link, is_habit=is_habit, is_mendable=not is_one_of_many)

    def _found(
        self, document: Document, place: int, link: Link, *, is_habit: bool, is_mendable: bool
    ) -> Diagnostic:
        sign = document.text[place]
        written = shown(
            document.source.slice(Span(min(place, link.span.start), max(place + 1, link.span.end)))
        )
        partner = _CLOSING.get(sign) or _OPENING[sign]
        where = link.span.end if sign in _CLOSING else link.span.start
        remove = fix_of(f"remove `{sign}`", [(Span(place, place + 1), "")], is_safe=False)
        insert = fix_of(f"put in `{partner}`", [(Span(where, where), partner)], is_safe=False)
        fix, other = (insert, remove) if is_habit or sign == "(" else (remove, insert)
        message = f"`{written}`: this `{sign}` has no partner"
        span = Span(place, place + 1)
        if link.is_image or not is_mendable:
            # What looks like a bracket around an image may be half of a badge.
            return self.diagnostic(document, span, message)
        return self.diagnostic(document, span, message, fix=fix, suggestions=(other,))


def _is_enclosed(text: str, link: Link) -> bool:
    return (
        _CLOSING.get(text[link.span.start - 1 : link.span.start]) == text[link.span.end : link.span.end + 1]
    )


def _beside(text: str, place: int, links: dict[int, Link]) -> Link | None:
    """The link that a bracket touches, or that only a blank parts from a square one."""
    if text[place] in _CLOSING:
        is_apart = text[place] == "[" and text[place + 1 : place + 2] == " "
        return links.get(place + 1 + is_apart)
    is_apart = text[place] == "]" and text[place - 1 : place] == " "
    return links.get(place - is_apart)
