"""How long hostile text takes to parse: each input at two sizes; a factor of four betrays quadratic time.

    python benchmarks/pathological.py [SIZE]

Prints seconds of CPU time for SIZE / 2 and SIZE characters (default 200 000, the longest inline content that
is read at all), and their factor; about 2 is linear.
"""

from __future__ import annotations

import sys
import time

from awesomelint.document import parse
from awesomelint.source import decode

REPEATED = {
    "brackets": "[",
    "images": "![",
    "unclosed labels": "[[x]",
    "references": "[x][",
    "links": "[a](b) ",
    "nested links": "[a](",
    "parentheses in a URL": "[a]((((",
    "footnote references": "[^",
    "colons": ":",
    "schemes": "http:",
    "URLs": "http://",
    "parentheses behind a URL": ")",
    "entities behind a URL": "&a;",
    "mail": "a@",
    "mail name": "a",
    "mail host": "@a.",
    "www": "w",
    "www.": "www.",
    "tags": "<a ",
    "unclosed quotes": "<a '",
    "lone lesser-than": "<",
    "ampersands": "&",
    "asterisks": "*",
    "emphasis": "*a ",
    "closers": "a* ",
    "mixed emphasis": "*a _b ",
    "tildes": "~ ",
    "backticks": "`",
    "growing backticks": "`a``b```c",
    "backslashes": "\\",
    "comments": "<!--",
    "instructions": "<?",
    "declarations": "<!A",
    "words": "word ",
    "CJK": "中文，",
    "pipes": "|",
    "lines": "a\n",
    "soft breaks in brackets": "[a\n",
    "quotes": ">",
    "quotes and lines": "> a\n",
    "lists": "- ",
    "items": "- a\n",
    "empty items": "- \n",
    "ordered": "1. a\n",
    "rules": "* * ",
    "headings": "# a\n\n",
    "definitions": "[a]: b\n",
    "definitions with open titles": '[a]: b "\n',
    "labels without end": "[a\\]",
    "footnotes": "[^a]: b\n\n",
    "nested footnotes": "[^a]: ",
    "fences": "```\n",
    "HTML lines": "<div>\n",
    "HTML quotes": "<b x=\"'> ",
    "HTML cells": "<td>",
    "HTML headings": "<h1>",
    "unclosed anchors": "<a href=x>",
    "styles": "<b>",
    "crossed styles": "<b></i>",
    "badges in HTML": "<a href=x><img src=y></a>",
    "tables in tables": "<table><tr><td>",
    "cells that never end": "<table><td>",
    "escapes": "\\*",
    "image labels": "![a](b) ",
    "badges": "[![a](b)](c) ",
    "delimiter rows": "|-|\n",
}
FRAMED = {
    "brackets, one closed": ("", "[", "]"),
    "URL with parentheses": ("https://a.b", ")", ""),
    "URL with entities": ("https://a.b", "&a;", ""),
    "footnote references, defined": ("[^a]: b\n\n", "[^", "]"),
    "reference labels, defined": ("[x]: y\n\n", "[[x]", ""),
    "HTML attributes": ("<div>\n", "<a ", '" >'),
    "HTML references": ("<div>", "&lt", ""),
    "HTML comment": ("<!-- ", "-- ", ""),
    "one HTML table": ("<table><tr>", "<td>a</td>", "</tr></table>"),
    "rows": ("|a|\n|-|\n", "|a|\n", ""),
    "short rows": ("|a|b|c|d|\n|-|-|-|-|\n", "a\n", ""),
    "escaped pipes": ("|a|\n|-|\n|", "\\|", "|"),
    "items in one item": ("- a\n", "  - b\n", ""),
    "paragraphs in one item": ("- a\n\n", "  b\n\n", ""),
    "equal headings": ("", "# a\n", ""),
    "lazy lines": ("> a\n", "b\n", ""),
    "code in cells": ("|a|\n|-|\n|", "`a`", "|"),
}


def framed(start: str, unit: str, end: str, size: int) -> str:
    """About `size` characters of a unit, between a start and an end."""
    return start + unit * (size // len(unit)) + end


def seconds(text: str) -> float:
    """CPU time of parsing a text."""
    source = decode(text.encode())
    begin = time.process_time()
    parse(source)
    return time.process_time() - begin


def main() -> None:
    """Measure every input."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    inputs = {**{name: ("", unit, "") for name, unit in REPEATED.items()}, **FRAMED}
    sys.stdout.write(f"{'input':32}{size // 2:>10}{size:>10}  factor\n")
    for name, frame in inputs.items():
        half, whole = (seconds(framed(*frame, n)) for n in (size // 2, size))
        factor = f"{whole / half:8.1f}" if whole > 0.05 else ""
        sys.stdout.write(f"{name:32}{half:10.3f}{whole:10.3f}{factor}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
