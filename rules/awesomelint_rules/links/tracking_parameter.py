"""LNK023 tracking-parameter."""

from collections.abc import Iterator

from awesomelint.diagnostics import Diagnostic, Severity
from awesomelint.document import Document
from awesomelint.rule import Context, FileRule
from awesomelint_rules.links.forms import tracked_links
from awesomelint_rules.links.shapes import about_form


class TrackingParameter(FileRule):
    """A link with parameters that say how somebody else came to the page: `?utm_source=…`.

    ## What it does

    Finds the click identifiers of advertising networks, and `utm_…` parameters whose source is a search engine, a social network, a
    newsletter or an assistant: what clings to a URL that was copied out of a browser. A `utm_source=github` was chosen by the list or by its
    sponsor, and is left alone. It is silent in lists where such parameters are the habit (more than one link in ten has them).

    ## Why is this bad?

    They tell the site that a reader of the list came from somewhere else, and they make one page look like two.

    ## Example

    ```bad
    - [How diffusion models work](https://theaisummer.com/diffusion-models/?fbclid=IwAR1BIeNHqa3NtC8SL0)
    - [Diffusion](https://example.org/a)
    - [Latents](https://example.org/b)
    - [Guidance](https://example.org/c)
    - [Samplers](https://example.org/d)
    - [Distillation](https://example.org/e)
    - [Control](https://example.org/f)
    - [Video](https://example.org/g)
    - [Audio](https://example.org/h)
    - [Motion](https://example.org/i)
    ```

    Use instead:

    ```good
    - [How diffusion models work](https://theaisummer.com/diffusion-models/)
    - [Diffusion](https://example.org/a)
    - [Latents](https://example.org/b)
    - [Guidance](https://example.org/c)
    - [Samplers](https://example.org/d)
    - [Distillation](https://example.org/e)
    - [Control](https://example.org/f)
    - [Video](https://example.org/g)
    - [Audio](https://example.org/h)
    - [Motion](https://example.org/i)
    ```

    ## Fix safety

    The fix removes them and is safe: they never decide what is shown.

    ## References

    - [Google Analytics: campaign parameters](https://support.google.com/analytics/answer/10917952)
    """

    code = "LNK023"
    name = "tracking-parameter"
    severity = Severity.WARNING

    def check(self, document: Document, context: Context) -> Iterator[Diagnostic]:
        """Every link that was copied with its visitor's traces."""
        for link, written, habit in tracked_links(document):
            yield about_form(self, document, link, written, habit, is_safe=True)
