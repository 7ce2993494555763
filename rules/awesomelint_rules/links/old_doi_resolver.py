"""LNK022 old-doi-resolver."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.forms import old_dois
from awesomelint_rules.links.shapes import about_form


class OldDoiResolver(FileRule):
    """A DOI at `dx.doi.org` where the list writes `doi.org`.

    ## What it does

    Where at least 90 % of a list's DOI links lead to `doi.org`, it reports those to `dx.doi.org`, the resolver's former name.

    ## Why is this bad?

    Two addresses of one paper are taken for two papers by whoever compares them.

    ## Example

    ```bad
    - [Deep learning](https://doi.org/10.1038/nature14539)
    - [AlphaGo](https://doi.org/10.1038/nature16961)
    - [AlphaGo Zero](https://doi.org/10.1038/nature24270)
    - [AlphaStar](https://doi.org/10.1038/s41586-019-1724-z)
    - [AlphaFold](https://doi.org/10.1038/s41586-021-03819-2)
    - [MuZero](https://doi.org/10.1038/s41586-020-03051-4)
    - [AlphaTensor](https://doi.org/10.1038/s41586-022-05172-4)
    - [AlphaDev](https://doi.org/10.1038/s41586-023-06004-9)
    - [FunSearch](https://doi.org/10.1038/s41586-023-06924-6)
    - [Deep Q-networks](http://dx.doi.org/10.1038/nature14236)
    ```

    Use instead:

    ```good
    - [Deep learning](https://doi.org/10.1038/nature14539)
    - [AlphaGo](https://doi.org/10.1038/nature16961)
    - [AlphaGo Zero](https://doi.org/10.1038/nature24270)
    - [AlphaStar](https://doi.org/10.1038/s41586-019-1724-z)
    - [AlphaFold](https://doi.org/10.1038/s41586-021-03819-2)
    - [MuZero](https://doi.org/10.1038/s41586-020-03051-4)
    - [AlphaTensor](https://doi.org/10.1038/s41586-022-05172-4)
    - [AlphaDev](https://doi.org/10.1038/s41586-023-06004-9)
    - [FunSearch](https://doi.org/10.1038/s41586-023-06924-6)
    - [Deep Q-networks](https://doi.org/10.1038/nature14236)
    ```

    ## Fix safety

    The fix writes `https://doi.org/` and is safe: the DOI Foundation promises that both lead to the same page.

    ## References

    - [DOI handbook: resolution](https://www.doi.org/doi-handbook/HTML/index.html)
    """

    code = "LNK022"
    name = "old-doi-resolver"
    severity = Severity.INFO

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every DOI at the old resolver in a list that uses the new one."""
        for link, written, habit in old_dois(document):
            yield about_form(self, document, link, written, habit, is_safe=True)
