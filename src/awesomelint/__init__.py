"""Finds and repairs what is wrong with the data in an awesome list.

The names below are the public API. They are loaded when first used, so that the command line starts quickly.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from awesomelint.document import Document, parse
    from awesomelint.linter import lint
    from awesomelint.plugins import load_rules
    from awesomelint.results import RunResult
    from awesomelint.source import Source, decode

__all__ = ["Document", "RunResult", "Source", "decode", "lint", "load_rules", "parse"]

_MODULES = {
    "Document": "awesomelint.document",
    "RunResult": "awesomelint.results",
    "Source": "awesomelint.source",
    "decode": "awesomelint.source",
    "lint": "awesomelint.linter",
    "load_rules": "awesomelint.plugins",
    "parse": "awesomelint.document",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
