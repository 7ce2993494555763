"""LNK005 swallowed-text."""

import re
from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.links.shapes import faults_of, fix_of, shown

_ENDS_A_NAME = re.compile(r"[^/%._?=&#A-Za-z0-9-]+")
"""Letters after which the name does not go on: no path, no file's ending."""
_MARKUP = re.compile(r"[\[\]<>`*_~&|\\]")
"""What would be read otherwise if it were no part of the URL."""


class SwallowedText(FileRule):
    """A bare URL that goes on into the Chinese, Japanese or Korean text after it.

    ## What it does

    GitHub makes a link of a URL without brackets and ends it at the next blank. Chinese and Japanese put none there: in
    `https://example.org，可以` the comma and what follows become part of the link. The rule finds full-width punctuation after an ASCII URL,
    and Han characters, kana and hangul after its last letter.

    URLs that hold such characters elsewhere, in queries and in wiki titles are left alone, and so are names that go on after
    the letters, such as `Java基础.md`.

    ## Why is this bad?

    Who follows the link comes to a page that does not exist.

    ## Example

    ```bad
    - 代码见https://github.com/QwenLM/Qwen，欢迎试用。
    ```

    Use instead:

    ```good
    - 代码见https://github.com/QwenLM/Qwen ，欢迎试用。
    ```

    ## Fix safety

    The fix puts a blank after the URL. It is safe before punctuation and unsafe before letters, which could belong to the name.

    ## References

    - [GitHub Flavored Markdown: autolinks](https://github.github.com/gfm/#autolinks-extension-)
    """

    code = "LNK005"
    name = "swallowed-text"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every bare URL after which a blank is missing."""
        for link, fault, span in faults_of(document, "swallowed-text"):
            text = document.source.slice(span)
            is_sign = not text[:1].isalnum()
            if link.kind != "bare" or not (is_sign or _ENDS_A_NAME.fullmatch(text)):
                continue
            fix = None
            if not _MARKUP.search(text):
                fix = fix_of(
                    "put a blank after the URL", [(Span(span.start, span.start), " ")], is_safe=is_sign
                )
            message = f"`{shown(document.source.slice(link.url_span))}` {fault.reason}, which GitHub makes a part of it"
            yield self.diagnostic(document, link.url_span, message, fix=fix)
