"""All venues that are known, found by any of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from awesomelint.values.venues.model import FormerName, Kind, Needs, Spelling, Venue
from awesomelint.values.venues.phrases import PhraseIndex, phrase_key

DATA = Path(__file__).resolve().parent.parent / "data"

_PUBLISHERS = ("IEEE/CVF ", "IEEE/ACM ", "ACM/IEEE ", "IEEE/RSJ ", "IEEE ", "ACM ", "USENIX ", "AAAI ")


class Role(Enum):
    """Which of a venue's names a name is."""

    SHORT = "short"
    FULL = "full"
    FORMER = "former"
    ALIAS = "alias"
    WRONG = "wrong"


class Name(NamedTuple):
    """One name of a venue, as it is properly written."""

    text: str
    venue: Venue
    role: Role
    last_year: int | None = None
    """Of a former name: the last year in which it was the name."""

    def spelling(self, written: str, year: int | None) -> Spelling:
        """How `written`, found by this name, relates to the official one in `year`."""
        if self.role is Role.WRONG:
            return Spelling.WRONG
        if self.last_year is not None and year is not None and year > self.last_year:
            return Spelling.OUTDATED
        plain = " ".join(written.split())
        if plain != self.text and plain.casefold() == self.text.casefold():
            return Spelling.CASE
        if plain != self.text:
            return Spelling.ALIAS
        return _SPELLING_OF_ROLE[self.role]


_SPELLING_OF_ROLE = {
    Role.SHORT: Spelling.OFFICIAL,
    Role.FULL: Spelling.OFFICIAL,
    Role.FORMER: Spelling.FORMER,
    Role.ALIAS: Spelling.ALIAS,
}


class Catalogue:
    """Venues by name. Later venues win a name that several claim, save that a short name beats the rest."""

    def __init__(self, venues: Iterable[Venue]) -> None:
        """Index the venues by their short, full, former, informal and misleading names."""
        self.venues: tuple[Venue, ...] = tuple(venues)
        self.index: PhraseIndex[Name] = PhraseIndex()
        self._exact: dict[str, Name] = {}
        for venue in self.venues:
            for name in names_of(venue):
                self._add(name)

    def _add(self, name: Name) -> None:
        known = self.index.values.get(phrase_key(name.text))
        if known is not None and known.venue is name.venue:
            self._exact[name.text] = name
        elif known is None or known.role is not Role.SHORT or name.role is Role.SHORT:
            self.index.add(name.text, name)

    def __iter__(self) -> Iterator[Venue]:
        return iter(self.venues)

    def __len__(self) -> int:
        return len(self.venues)

    def find(self, text: str) -> Name | None:
        """The name that `text` is, in whatever case and punctuation; None where it is no venue's."""
        return self._exact.get(text) or self.index.values.get(phrase_key(text))

    def as_written(self, name: Name, written: str) -> Name:
        """The same venue's name that is spelled exactly as written, where it has one."""
        exact = self._exact.get(written)
        return exact if exact is not None and exact.venue is name.venue else name

    def extended(self, extra: Sequence[str | Mapping[str, object]]) -> Catalogue:
        """This catalogue and a list's own venues: plain names, or tables with `name`, `full-name` and `aliases`.

        A name that is known already gets the aliases; an alias that another venue had goes over to the new one.
        Raises ValueError, whose text completes "venues.extra: …", where an item has another form.
        """
        venues = dict.fromkeys(self.venues)
        for item in extra:
            venue = _extra_venue(item)
            known = self.find(venue.name)
            if known is not None and known.role is Role.SHORT:
                del venues[known.venue]
                venue = known.venue._replace(
                    full_name=venue.full_name or known.venue.full_name,
                    aliases=known.venue.aliases + venue.aliases,
                )
            venues[venue] = None
        return Catalogue(venues)


def names_of(venue: Venue) -> list[Name]:
    """Every name of a venue, the official short one first."""
    names = [Name(venue.name, venue, Role.SHORT)]
    if venue.full_name:
        names.append(Name(_without_publisher(venue.full_name), venue, Role.FULL))
    names += [Name(former.text, venue, Role.FORMER, former.last_year) for former in venue.former]
    names += [Name(alias, venue, Role.ALIAS) for alias in venue.aliases]
    names += [Name(wrong, venue, Role.WRONG) for wrong in venue.wrong_names]
    return names


def _without_publisher(full_name: str) -> str:
    """Lists write a conference's publisher or leave it out; the name is found by what follows it.

    Not of journals: `IEEE Access` without `IEEE` is a word.
    """
    if "Conference" in full_name or "Symposium" in full_name:
        for publisher in _PUBLISHERS:
            full_name = full_name.removeprefix(publisher)
    return full_name


def _extra_venue(item: str | Mapping[str, object]) -> Venue:
    table = {"name": item} if isinstance(item, str) else item
    unknown = sorted(set(table) - {"name", "full-name", "aliases"})
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}, expected name, full-name or aliases")
    name, full_name, aliases = table.get("name"), table.get("full-name", ""), table.get("aliases", [])
    if not isinstance(name, str) or not phrase_key(name):
        raise ValueError("each item needs a name of at least one letter")
    if not isinstance(full_name, str):
        raise ValueError(f"full-name of {name!r} must be a text")
    if not isinstance(aliases, list) or not all(
        isinstance(alias, str) and phrase_key(alias) for alias in aliases
    ):
        raise ValueError(f"aliases of {name!r} must be a list of texts")
    return Venue(name, Kind.CONFERENCE, full_name, aliases=tuple(aliases), source="config")


@cache
def catalogue() -> Catalogue:
    """The venues that are shipped, read from `data/venues.tsv` when first asked for."""
    return Catalogue(load_venues(DATA / "venues.tsv"))


def load_venues(path: Path) -> list[Venue]:
    """The venues of a table in the form that `data/README.md` describes. Raises ValueError for another form."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_venue(line) for line in lines[1:] if line]


def _venue(line: str) -> Venue:
    fields = line.split("\t")
    if len(fields) != 7:
        raise ValueError(f"expected 7 fields: {line!r}")
    name, kind, full_name, others, rhythm, needs, source = fields
    former, aliases, wrong = [], [], []
    for other in others.split("; ") if others else ():
        if other.endswith(" (wrong)"):
            wrong.append(other[:-8])
        elif " (until " in other:
            former.append(FormerName(other[:-13], int(other[-5:-1])))
        else:
            aliases.append(other)
    return Venue(
        name, Kind(kind), full_name, tuple(former), tuple(aliases), tuple(wrong), rhythm, Needs(needs), source
    )
