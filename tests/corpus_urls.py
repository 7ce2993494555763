"""The addresses in the real lists, found without the parser so that a fault of one does not hide in the other."""

import re
from functools import cache

from conftest import corpus_files, seed_file

_TARGET = re.compile(r"\]\(\s*<?([^)\s>]+(?:\([^)\s]*\)[^)\s>]*)*)|(?:href|src)\s*=\s*[\"']([^\"']+)")


@cache
def corpus_urls() -> tuple[str, ...]:
    """Every target of a Markdown link and of an `href` or `src`, once."""
    files = [path for path in (*corpus_files(), seed_file()) if path.exists()]
    found = (match for path in files for match in _TARGET.finditer(path.read_text(encoding="utf-8")))
    return tuple(dict.fromkeys(match[1] or match[2] for match in found))
