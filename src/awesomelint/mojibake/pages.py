"""Code pages of one byte a character: which character each byte becomes when a program reads it through one.

Bytes that a page leaves undefined become the C1 control of the same number, as browsers and most
converters do it; some programs drop them instead, which is a matter of `channels`.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import cache, cached_property


@dataclass(frozen=True)
class CodePage:
    """One single-byte code page. `codec` is Python's name, `label` the name that people know."""

    codec: str
    label: str
    characters: str
    """The character of each byte from 0 to 255."""
    undefined: frozenset[int]
    """Bytes without a character of their own; `characters` holds a C1 control for them."""

    @cached_property
    def _encoding_map(self) -> object:
        return codecs.charmap_build(self.characters)

    def read(self, data: bytes) -> str:
        """What the page makes of bytes; every byte becomes one character."""
        return codecs.charmap_decode(data, "strict", self.characters)[0]

    def bytes_of(self, text: str) -> bytes:
        """The bytes that the page reads as `text`. Raises UnicodeEncodeError at a character that it does
        not have.
        """
        return codecs.charmap_encode(text, "strict", self._encoding_map)[0]  # type: ignore[arg-type]

    def bytes_for(self, text: str) -> bytes:
        """A byte for each character of `text`: a question mark where the page does not have it."""
        return codecs.charmap_encode(text, "replace", self._encoding_map)[0]  # type: ignore[arg-type]


_LABELS = {
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "latin-1": "ISO-8859-1",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "mac-roman": "Mac OS Roman",
    "cp437": "code page 437",
}
_BYTES_OF_TWO = 4
"""No two characters outside of ASCII have fewer bytes in UTF-8."""
PAGE_NAMES = tuple(_LABELS)
"""Python's names of the pages, the commoner first: a tie between two goes to the earlier one."""


@cache
def page(codec: str) -> CodePage:
    """The code page of one of `PAGE_NAMES`."""
    characters = []
    undefined = []
    for byte in range(256):
        try:
            characters.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:  # noqa: PERF203  once for each of 256 bytes
            characters.append(chr(byte))
            undefined.append(byte)
    return CodePage(codec, _LABELS[codec], "".join(characters), frozenset(undefined))


@cache
def in_any_page() -> frozenset[str]:
    """The characters that some page has for the bytes from 80 to FF."""
    return frozenset().union(*(page(codec).characters[0x80:] for codec in PAGE_NAMES))


def page_pieces(text: str) -> frozenset[bytes]:
    """The characters of pages that stand in a row in a text, at least two of them, in UTF-8.

    They may have other characters' continuation bytes before them.
    """
    # Bytes are divided several times faster than characters are matched, and most text has no such row.
    pieces = text.encode("utf-8", "replace").translate(_leads_of_pages()).split()
    return frozenset(piece for piece in pieces if len(piece) >= _BYTES_OF_TWO)


@cache
def _leads_of_pages() -> bytes:
    """A table for `bytes.translate` that keeps pages' lead bytes and all continuation bytes."""
    leads = {character.encode()[0] for character in in_any_page()}
    return bytes(byte if byte in leads or 0x80 <= byte < 0xC0 else ord(" ") for byte in range(256))
