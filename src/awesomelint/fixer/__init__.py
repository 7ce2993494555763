"""Applies fixes and proves that nothing was lost."""

from awesomelint.fixer.files import write
from awesomelint.fixer.passes import fix

__all__ = ["fix", "write"]
