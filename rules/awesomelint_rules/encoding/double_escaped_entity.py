"""ENC005 double-escaped-entity."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Edit, Fix, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.encoding.damages import within

_DOUBLE_ESCAPED = re.compile(
    r"&(?:amp;)+(?P<entity>amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|hellip|[mn]dash|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});"
)
_SHOWN_ON_PURPOSE = ("lt", "gt", "nbsp", "#60", "#62", "#160")


class DoubleEscapedEntity(FileRule):
    """An HTML entity that was escaped twice, so that readers see the entity: `R&amp;amp;D`.

    ## What it does

    Finds `&amp;` in front of the rest of another entity, as in `&amp;amp;`, `&amp;quot;` and `&amp;#39;`, outside of code.

    ## Why is this bad?

    Nobody means to show an entity outside of code: readers see `R&amp;D` instead of `R&D`, and in a URL the server gets a parameter that is called `amp;b`.

    ## Example

    ```bad
    - [Research &amp;amp; development](https://arxiv.org/abs/2303.18223)
    ```

    Use instead:

    ```good
    - [Research &amp; development](https://arxiv.org/abs/2303.18223)
    ```

    ## Fix safety

    The fix escapes once. It is safe but for `&amp;lt;`, `&amp;gt;` and `&amp;nbsp;`, with which a text on HTML may really show an
    entity.

    ## References

    - [CommonMark: entity and numeric character references](https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references)
    """

    code = "ENC005"
    name = "double-escaped-entity"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every entity that is escaped more than once."""
        is_code = within(document.code)
        for match in _DOUBLE_ESCAPED.finditer(document.text):
            span = Span(*match.span())
            if is_code(span):
                continue
            single = f"&{match['entity']};"
            is_doubtful = match["entity"] in _SHOWN_ON_PURPOSE
            applicability = Applicability.UNSAFE if is_doubtful else Applicability.SAFE
            fix = Fix(f"write {single}", (Edit(span, single),), applicability)
            yield self.diagnostic(document, span, f"`{match[0]}` is `{single}` escaped twice", fix=fix)
