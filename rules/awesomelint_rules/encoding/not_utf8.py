"""ENC004 not-utf8."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.mojibake import likely_encoding
from awesomelint.rule import Context, SourceRule
from awesomelint.source import Source, Span


class NotUtf8(SourceRule):
    r"""A file whose bytes are not UTF-8.

    ## What it does

    Reports a file that cannot be read as UTF-8, with the encoding that it is likely to be in. No other rule looks at
    such a file.

    ## Why is this bad?

    GitHub, editors and browsers take Markdown for UTF-8 and show question marks or garbled text.

    ## Example

    ```bad bytes
    # \xd6\xd0\xce\xc4\xc2\xdb\xce\xc4\xb5\xc4\xc1\xd0\xb1\xed
    ```

    Use instead:

    ```good
    # 中文论文的列表
    ```

    ## Fix safety

    There is no fix yet. Open the file in the encoding that the message names, and save it as UTF-8.

    ## References

    - [RFC 3629: UTF-8](https://www.rfc-editor.org/rfc/rfc3629)
    """

    code = "ENC004"
    name = "not-utf8"
    severity = Severity.ERROR

    def check(self, source: Source, context: Context) -> Iterator[Diagnostic]:
        """One finding at the first byte that is wrong."""
        if source.undecodable is None:
            return
        encoding = likely_encoding(source.data)
        remedy = f"it looks like {encoding}; convert it, as with `iconv -f {encoding} -t UTF-8`"
        place = source.text.find("\ufffd")
        span = Span(place, place + 1)
        remedy = remedy if encoding else "save the file as UTF-8"
        message = f"byte {source.undecodable} is not UTF-8: {remedy}"
        yield self.diagnostic(source, span, message)
