"""Which findings a list wants to keep quiet: by comments in it, and by `[[suppress]]` in its config."""

from awesomelint.suppression.by_config import ConfigSuppression
from awesomelint.suppression.suppressions import Suppressions, read_suppressions

__all__ = ["ConfigSuppression", "Suppressions", "read_suppressions"]
