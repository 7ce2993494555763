"""What the rules about encoding all look at."""

from collections.abc import Sequence

from awesomelint.document import Document
from awesomelint.mojibake import Damage, detect


def damages(document: Document) -> Sequence[Damage]:
    """The garbled lines of a list, its code aside."""
    return detect(document.text, document.code)
