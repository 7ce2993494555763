"""LNK021 mixed-arxiv-link."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.forms import other_arxiv_forms
from awesomelint_rules.links.shapes import about_form


class MixedArxivLink(FileRule):
    """A link to a paper's PDF where the list links to abstracts, or to one of its versions.

    ## What it does

    Where at least 90 % of a list's arXiv links lead to `abs`, it reports those to `pdf`; where at least 90 % name no version, it
    reports those that do. Links that are labelled as PDF, and papers that the entry links both ways, are left alone.

    ## Why is this bad?

    From the abstract a reader gets to every version and format. One who looks for a paper in the list by its usual address does not
    find it, and a link to `v1` shows what has been corrected since.

    ## Example

    ```bad
    - [BERT](https://arxiv.org/abs/1810.04805)
    - [RoBERTa](https://arxiv.org/abs/1907.11692)
    - [XLNet](https://arxiv.org/abs/1906.08237)
    - [ALBERT](https://arxiv.org/abs/1909.11942)
    - [ELECTRA](https://arxiv.org/abs/2003.10555)
    - [DeBERTa](https://arxiv.org/abs/2006.03654)
    - [T5](https://arxiv.org/abs/1910.10683)
    - [BART](https://arxiv.org/abs/1910.13461)
    - [GPT-3](https://arxiv.org/abs/2005.14165)
    - [PaLM](https://arxiv.org/pdf/2204.02311v5.pdf)
    ```

    Use instead:

    ```good
    - [BERT](https://arxiv.org/abs/1810.04805)
    - [RoBERTa](https://arxiv.org/abs/1907.11692)
    - [XLNet](https://arxiv.org/abs/1906.08237)
    - [ALBERT](https://arxiv.org/abs/1909.11942)
    - [ELECTRA](https://arxiv.org/abs/2003.10555)
    - [DeBERTa](https://arxiv.org/abs/2006.03654)
    - [T5](https://arxiv.org/abs/1910.10683)
    - [BART](https://arxiv.org/abs/1910.13461)
    - [GPT-3](https://arxiv.org/abs/2005.14165)
    - [PaLM](https://arxiv.org/abs/2204.02311)
    ```

    ## Fix safety

    The fix writes the link as the list writes the rest. It is unsafe: this version, or the PDF, may be meant.

    ## References

    - [arXiv: linking to papers](https://info.arxiv.org/help/arxiv_identifier_for_services.html)
    """

    code = "LNK021"
    name = "mixed-arxiv-link"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every arXiv link that is written otherwise than nearly all others."""
        for link, written, habit in other_arxiv_forms(document):
            yield about_form(self, document, link, written, habit, is_safe=False)
