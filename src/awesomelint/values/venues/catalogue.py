"""All venues that are known, found by any of their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path

from awesomelint.values.venues.model import FormerName, Kind, Needs, Venue
from awesomelint.values.venues.names import Name, Role, names_of
from awesomelint.values.venues.phrases import PhraseIndex, phrase_key

DATA = Path(__file__).resolve().parent.parent / "data"

_EXTRA_KEYS = frozenset({"name", "full-name", "aliases"})


class Catalogue:
    """Venues by name. Of two that claim a name the later one has it, but a short name beats the others."""

    def __init__(self, venues: Iterable[Venue]) -> None:
        """Index the venues by every name they have or had."""
        self.venues: tuple[Venue, ...] = tuple(venues)
        self.index: PhraseIndex[Name] = PhraseIndex(self._choose)
        self._spelled: dict[str, Name] = {}
        for venue in self.venues:
            for name in names_of(venue):
                self.index.add(name.text, name)

    def _choose(self, taken: Name, name: Name) -> Name:
        if taken.venue is name.venue:
            self._spelled.setdefault(name.text, name)
            return taken
        return taken if taken.role is Role.SHORT and name.role is not Role.SHORT else name

    def __iter__(self) -> Iterator[Venue]:
        return iter(self.venues)

    def __len__(self) -> int:
        return len(self.venues)

    def find(self, text: str) -> Name | None:
        """The name that `text` is, in whatever case and punctuation; None where it is no venue's."""
        name = self.index.get(phrase_key(text))
        return None if name is None else self.as_written(name, text)

    def as_written(self, name: Name, written: str) -> Name:
        """The same venue's name that is spelled exactly as `written`, or else `name`."""
        if written == name.text:
            return name
        spelled = self._spelled.get(written)
        return spelled if spelled is not None and spelled.venue is name.venue else name

    @cached_property
    def small_starts(self) -> frozenset[str]:
        """First words that are properly written small: `arXiv`, `npj Digital Medicine`."""
        names = (name for venue in self.venues for name in names_of(venue))
        return frozenset(phrase_key(name.text.split()[0]) for name in names if name.text[0].islower())

    def extended(self, extra: Sequence[str | Mapping[str, object]]) -> Catalogue:
        """The same and a list's own venues: plain names, or tables of `name`, `full-name` and `aliases`.

        A venue that is known already gets the aliases; a name that another one had goes over to the new one.
        Raises ValueError, whose text completes "venues.extra: …", where an item has another form.
        """
        venues = dict.fromkeys(self.venues)
        for item in extra:
            venue = _extra_venue(item)
            known = self.find(venue.name)
            if known is not None and known.role is Role.SHORT and known.venue in venues:
                del venues[known.venue]
                venue = known.venue._replace(
                    full_name=venue.full_name or known.venue.full_name,
                    aliases=known.venue.aliases + venue.aliases,
                )
            venues[venue] = None
        return Catalogue(venues)


def _extra_venue(item: str | Mapping[str, object]) -> Venue:
    table = {"name": item} if isinstance(item, str) else item
    if not isinstance(table, Mapping):
        raise ValueError(f"expected names or tables, not {item!r}")
    if unknown := sorted(set(table) - _EXTRA_KEYS):
        raise ValueError(f"unknown key {unknown[0]!r}, expected name, full-name or aliases")
    name, full_name, aliases = table.get("name"), table.get("full-name", ""), table.get("aliases", [])
    if not _is_name(name):
        raise ValueError("each item needs a name of at least one letter or digit")
    if not isinstance(full_name, str):
        raise ValueError(f"full-name of {name!r} must be a text")
    if not isinstance(aliases, list) or not all(map(_is_name, aliases)):
        raise ValueError(f"aliases of {name!r} must be a list of names")
    return Venue(str(name), Kind.CONFERENCE, full_name, aliases=tuple(aliases), source="config")


def _is_name(value: object) -> bool:
    return isinstance(value, str) and phrase_key(value) != ""


@cache
def shipped_catalogue() -> Catalogue:
    """The venues of `data/venues.tsv`, read when first asked for."""
    return Catalogue(load_venues(DATA / "venues.tsv"))


def load_venues(path: Path) -> list[Venue]:
    """The venues of a table as `data/README.md` describes it. Raises ValueError for another form."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [_venue(line) for line in lines[1:] if line]


_KINDS = {kind.value: kind for kind in Kind}
_NEEDS = {needs.value: needs for needs in Needs}


def _venue(line: str) -> Venue:
    try:
        name, kind, full_name, others, rhythm, needs, source = line.split("\t")
        also, former, aliases, wrong = _other_names(others) if others else ((), (), (), ())
        return Venue(
            name, _KINDS[kind], full_name, also, former, aliases, wrong, rhythm, _NEEDS[needs], source
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"not a line of the table of venues: {line!r}") from error


def _other_names(
    others: str,
) -> tuple[tuple[str, ...], tuple[FormerName, ...], tuple[str, ...], tuple[str, ...]]:
    """The official, former, informal and misleading names of `A (also); B (until 2017); C; D (wrong)`."""
    also, former, aliases, wrong = [], [], [], []
    for other in others.split("; "):
        if not other.endswith(")"):
            aliases.append(other)
        elif other.endswith(" (also)"):
            also.append(other[:-7])
        elif other.endswith(" (wrong)"):
            wrong.append(other[:-8])
        else:
            text, _, year = other[:-1].rpartition(" (until ")
            former.append(FormerName(text, int(year)))
    return tuple(also), tuple(former), tuple(aliases), tuple(wrong)
