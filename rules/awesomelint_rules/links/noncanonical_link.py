"""LNK025 noncanonical-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.forms import noncanonical_links
from awesomelint_rules.links.shapes import about_form


class NoncanonicalLink(FileRule):
    """A link that is not in the form that is best kept, such as an arXiv PDF or `dx.doi.org`.

    ## What it does

    Reports each such link, whatever the list's own habit is; the rules LNK021 to LNK024 report only exceptions to it. It is off
    unless selected by its code or name, for lists that want one form throughout.

    ## Why is this bad?

    One page has several addresses, and whoever compares two lists, or looks for duplicates, takes them for several pages.

    ## Example

    ```bad config='extend-select = ["LNK025"]'
    - [PaLM](https://arxiv.org/pdf/2204.02311v5.pdf)
    - [Deep Q-networks](http://dx.doi.org/10.1038/nature14236)
    ```

    Use instead:

    ```good config='extend-select = ["LNK025"]'
    - [PaLM](https://arxiv.org/abs/2204.02311)
    - [Deep Q-networks](https://doi.org/10.1038/nature14236)
    ```

    ## Fix safety

    Safe but for arXiv's links, where this version, or the PDF, may be meant.

    ## References

    - [arXiv: linking to papers](https://info.arxiv.org/help/arxiv_identifier_for_services.html)
    - [DOI handbook: resolution](https://www.doi.org/doi-handbook/HTML/index.html)
    """

    code = "LNK025"
    name = "noncanonical-link"
    severity = Severity.INFO
    preview = True

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link that has a better form."""
        for link, written, is_safe in noncanonical_links(document):
            yield about_form(
                self, document, link, written, "is not in the form that is best kept", is_safe=is_safe
            )
