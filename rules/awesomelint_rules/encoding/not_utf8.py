"""ENC004 not-utf8."""

from collections.abc import Iterator

from awesomelint.diagnostics import Applicability, Diagnostic, Fix, Severity, Transcode
from awesomelint.mojibake import LikelyEncoding, likely_encoding
from awesomelint.rule import Context, SourceRule
from awesomelint.source import Source, Span, decode


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

    The fix rewrites the whole file; its text stays the same. It is safe if no other encoding fits nearly as well and
    the text, written in that encoding, gives the same bytes again. Code pages of one alphabet differ in a few letters
    only, so windows-1252 and windows-1251 are never certain.

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
        place = min(len(decode(source.data[: source.undecodable]).text), max(len(source.text) - 1, 0))
        message = f"byte {source.undecodable} is not UTF-8: {_remedy(encoding)}"
        fix = _fix(encoding) if encoding else None
        yield self.diagnostic(source, Span(place, place + 1), message, fix=fix)


def _remedy(encoding: LikelyEncoding | None) -> str:
    if encoding is None:
        return "save the file as UTF-8"
    if encoding.is_certain:
        return f"the file is written in {encoding.label}"
    return f"the file may be written in {encoding.label}; look at the result before you keep it"


def _fix(encoding: LikelyEncoding) -> Fix:
    applicability = Applicability.SAFE if encoding.is_certain else Applicability.UNSAFE
    return Fix(f"rewrite it from {encoding.label} to UTF-8", (), applicability, Transcode(encoding.codec))
