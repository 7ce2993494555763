"""LNK006 stray-punctuation."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.document.url_faults import LinkFault
from awesomelint.rule import Context, FileRule
from awesomelint.source import Span
from awesomelint_rules.links.shapes import about_fault, faults_of


class StrayPunctuation(FileRule):
    """A bracket, a quote or a full stop that was pasted into a link's target.

    ## What it does

    Finds brackets without a partner, quotes, commas, semicolons and full stops at the end of a target, the same before its `https://`, and
    full-width punctuation after it.

    A full stop or comma is left alone where it may belong to the address: in wiki titles, in queries, and after another full stop.

    ## Why is this bad?

    They are part of the address, and the server knows no such page.

    ## Example

    ```bad
    - [OceanGPT]((https://www.zjukg.org/project/OceanGPT))
    - [LLMTest](https://github.com/gkamradt/LLMTest_NeedleInAHaystack];)
    ```

    Use instead:

    ```good
    - [OceanGPT](https://www.zjukg.org/project/OceanGPT)
    - [LLMTest](https://github.com/gkamradt/LLMTest_NeedleInAHaystack)
    ```

    ## Fix safety

    The fix removes them. It is safe but for full stops, colons and single quotes, which addresses may end in.

    ## References

    - [RFC 3986: URLs in text](https://www.rfc-editor.org/rfc/rfc3986#appendix-C)
    """

    code = "LNK006"
    name = "stray-punctuation"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every target that begins or ends with what is no part of it."""
        of_link: dict[Span, list[LinkFault]] = {}
        for found in faults_of(document, "leading-text", "trailing-text", "swallowed-text"):
            is_text = found.fault.kind == "swallowed-text" and not found.fault.is_certain
            if found.link.kind != "bare" and not is_text:
                of_link.setdefault(found.link.url_span, []).append(found)
        for faults in of_link.values():
            yield about_fault(self, document, *faults)
