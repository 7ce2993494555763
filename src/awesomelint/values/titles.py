"""Titles compared: is it the same, could it be, or is it clearly another one?

Between `agree` and `clearly_different` lies a wide field in which nothing should be said: papers are renamed
between versions, and lists abbreviate, translate and annotate.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_LINK = re.compile(r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,400}\)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|:[a-z][a-z_]{1,30}:|[\\${}^]")
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|（[^（）]{0,200}）|【[^【】]{0,200}】")
_HEAD_END = re.compile(r"[:：]|\s[-–—|]\s|—")
_IDEOGRAPH = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]+|[^\W_{_IDEOGRAPH}]+[+#]*")
_APOSTROPHE = re.compile(r"['’‘`´]")
_LAST_LATIN_LETTER = "\u024f"

_ARTICLES = frozenset(("a", "an", "the"))
_FUNCTION_WORDS = frozenset(
    (
        "a", "an", "the", "of", "for", "in", "on", "at", "to", "from", "with", "without", "by", "via", "and",
        "or", "as", "is", "are", "be", "can", "do", "does", "not", "no", "how", "what", "why", "when", "we",
        "you", "it", "its", "your", "our", "their", "towards", "toward", "using", "based", "through", "into",
        "over", "under", "between", "beyond", "all", "new",
    )
)  # fmt: skip
_ABBREVIATIONS = {
    "lm": "language model",
    "llm": "large language model",
    "plm": "pretrained language model",
    "vlm": "vision language model",
    "lvlm": "large vision language model",
    "lmm": "large multimodal model",
    "mllm": "multimodal large language model",
    "gnn": "graph neural network",
    "kg": "knowledge graph",
    "qa": "question answering",
    "rag": "retrieval augmented generation",
    "rl": "reinforcement learning",
}
_GENERAL_HEADS = frozenset(
    ("", "paper", "title", "survey", "asurvey", "review", "dataset", "benchmark", "model", "code")
)
_STEM_LENGTH = 6

MIN_WORDS = 4
"""A shorter text is rather a label or a method's name than a title."""
MIN_SPECIFIC_WORDS = 2
MAX_SHARED_WORDS = 0.2
"""Different titles have fewer of the shorter one's specific words in common."""
MIN_SHARED_WORDS = 0.75
"""Agreeing titles have at least so many of the shorter one's words in common …"""
MIN_SHARED_OF_ALL_WORDS = 0.5
"""… and of the words of both."""

MIN_TOPIC_TITLES = 5
MIN_TOPIC_SHARE = 0.05
_MIN_SLIP_LENGTH = 5
_MIN_PLURAL_LENGTH = 3
_MAX_SLIPS = 2
_NEIGHBOURS = 5
"""How far apart near-equal titles may stand in alphabetical order, forwards or backwards."""


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title without case, markup, punctuation or accents' encoding.

    Digits and letters are kept (`c++`, `c#` with their signs); a run of ideographs is one word.
    """
    text = html.unescape(_LINK.sub(r"\1", title))
    text = _MARKUP.sub(" ", _APOSTROPHE.sub("", text))
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def title_key(title: str) -> str:
    """The same for titles that differ only in case, markup, punctuation, dashes, quotes, blanks or hyphens.

    Empty where there is neither a letter nor a digit. Remarks in brackets count: see `agree`.
    """
    return "".join(title_words(title))


def title_head(title: str) -> str:
    """What stands before the first colon or dash, often a method's name; else the whole title."""
    return _HEAD_END.split(title.strip(), maxsplit=1)[0]


def agree(a: str, b: str) -> bool:
    """Whether two titles under one identifier can be taken for the same.

    They are alike but for remarks in brackets; or one is the other's head (`LoRA` and `LoRA: Low-Rank …`) or
    a part of at least three words; or both have the same head; or they share most of their words.
    """
    bare_a, bare_b = _without_brackets(a), _without_brackets(b)
    key_a, key_b = title_key(bare_a), title_key(bare_b)
    if not key_a or not key_b:
        return False
    head_a, head_b = title_key(title_head(bare_a)), title_key(title_head(bare_b))
    if key_a in (key_b, head_b) or key_b == head_a:
        return True
    if head_a == head_b and head_a not in _GENERAL_HEADS:
        return True
    return _is_part(a, bare_b) or _is_part(b, bare_a) or _share_most_words(bare_a, bare_b)


def topic_words(titles: Iterable[str]) -> frozenset[str]:
    """The words that say nothing in a list because many of its titles have them; for `clearly_different`.

    Those that stand in at least five titles and in one of twenty.
    """
    total = 0
    counts: Counter[str] = Counter()
    for title in titles:
        total += 1
        counts.update(_content(title))
    least = max(MIN_TOPIC_TITLES, MIN_TOPIC_SHARE * total)
    return frozenset(word for word, count in counts.items() if count >= least)


def clearly_different(a: str, b: str, topic: frozenset[str] = frozenset()) -> bool:
    """Whether two texts are the titles of two different works, or of one that got a wholly new name.

    Both must be titles (at least four words, so no label and no method's name) in one script, have unrelated
    heads, and share fewer than a fifth of their specific words. `topic` holds the words that are not specific
    in this list, from `topic_words`.
    """
    bare_a, bare_b = _without_brackets(a), _without_brackets(b)
    if not (_is_title(bare_a) and _is_title(bare_b)) or _is_latin(bare_a) != _is_latin(bare_b):
        return False
    if agree(a, b) or _is_named_in(bare_a, bare_b, topic) or _is_named_in(bare_b, bare_a, topic):
        return False
    all_a, all_b = _content(a), _content(b)
    specific_a, specific_b = all_a - topic, all_b - topic
    if min(len(specific_a), len(specific_b)) < MIN_SPECIFIC_WORDS:
        specific_a, specific_b = all_a, all_b
    shorter = min(len(specific_a), len(specific_b))
    return shorter >= MIN_SPECIFIC_WORDS and len(specific_a & specific_b) < MAX_SHARED_WORDS * shorter


def near_equal(a: str, b: str) -> bool:
    """Whether two titles of at least four words differ by no more than slips of the pen.

    An article or a plural's `s` more or less; up to two words that differ by one letter, not the first, or by
    two that are swapped. Numbers must be the same: `GPT-3` and `GPT-4` are two works.
    """
    return _differ_by_slips(_words_to_compare(a), _words_to_compare(b))


def near_equal_pairs(titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indices of titles that are `near_equal`, but not equal by `title_key`; each pair once, lower first.

    So is a title that another one has after a name and a colon. Of titles that are equal, only the first is
    compared. Near-equal titles begin or end alike, so each is compared only with its neighbours in
    alphabetical order, forwards and backwards: O(n log n). A ratio of edits would not do: of the pairs that
    94 % finds in 23 real lists most are versions of a model, `Llama 3.1 70B` and `Llama 3.3 70B`.
    """
    first: dict[str, int] = {}
    for index, title in enumerate(titles):
        first.setdefault(title_key(title), index)
    words = {index: _words_to_compare(titles[index]) for index in first.values()}
    seen: set[tuple[int, int]] = set()
    for index in first.values():
        other = first.get(title_key(_after_name(titles[index])), index)
        if other != index and len(words[other]) >= MIN_WORDS:
            seen.add((min(index, other), max(index, other)))
    yield from sorted(seen)
    for keys in (sorted(first), sorted(first, key=lambda key: key[::-1])):
        for place, key in enumerate(keys):
            for neighbour in keys[place + 1 : place + 1 + _NEIGHBOURS]:
                pair = min(first[key], first[neighbour]), max(first[key], first[neighbour])
                if pair not in seen and _differ_by_slips(words[pair[0]], words[pair[1]]):
                    seen.add(pair)
                    yield pair


def _after_name(title: str) -> str:
    """What follows the name of one word before the first colon; empty where there is none."""
    name, _, rest = title.partition(":")
    return rest if len(name.split()) == 1 else ""


def _words_to_compare(title: str) -> list[str]:
    return [word for word in title_words(title) if word not in _ARTICLES]


def _differ_by_slips(words: list[str], others: list[str]) -> bool:
    if min(len(words), len(others)) < MIN_WORDS:
        return False
    if len(words) != len(others):
        return "".join(words) == "".join(others)
    slips = 0
    for word, other in zip(words, others, strict=True):
        if word != other:
            slips += 1
            if slips > _MAX_SLIPS or not _is_slip(word, other):
                return False
    return True


def _without_brackets(title: str) -> str:
    """The title without remarks in brackets, unless nothing else remains."""
    bare = _BRACKETS.sub(" ", _LINK.sub(r"\1", title))
    return bare if title_key(bare) else title


def _content(title: str) -> frozenset[str]:
    """Stems of the words that carry meaning, abbreviations written out; of ideographs, every two together."""
    stems: set[str] = set()
    for word in title_words(_without_brackets(title)):
        if word in _FUNCTION_WORDS:
            continue
        if word.rstrip("s") in _ABBREVIATIONS:
            stems.update(part[:_STEM_LENGTH] for part in _ABBREVIATIONS[word.rstrip("s")].split())
        elif re.match(f"[{_IDEOGRAPH}]", word):
            stems.update(word[i : i + 2] for i in range(max(len(word) - 1, 1)))
        else:
            stems.add(word[:_STEM_LENGTH] if len(word) > _STEM_LENGTH else word.rstrip("s") or word)
    return frozenset(stems)


def _is_title(text: str) -> bool:
    """Whether a text is long enough for a title; two ideographs count as a word."""
    ideographs = len(re.findall(f"[{_IDEOGRAPH}]", text))
    return len(text.split()) + ideographs // 2 >= MIN_WORDS


def _is_latin(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(sign <= _LAST_LATIN_LETTER for sign in letters) >= len(letters)


def _is_part(part: str, whole: str) -> bool:
    """Whether at least three words of `whole`, one after the other, are all of `part`."""
    words = title_words(_without_brackets(part))
    return len(words) >= 3 and f" {' '.join(words)} " in f" {' '.join(title_words(whole))} "


def _share_most_words(a: str, b: str) -> bool:
    words_a, words_b = _content(a), _content(b)
    shared = len(words_a & words_b)
    shorter = min(len(words_a), len(words_b))
    return (
        shorter >= MIN_SPECIFIC_WORDS
        and shared >= MIN_SHARED_WORDS * shorter
        and shared >= MIN_SHARED_OF_ALL_WORDS * len(words_a | words_b)
    )


def _is_named_in(a: str, b: str, topic: frozenset[str]) -> bool:
    """Whether the method that heads `a` is also in `b`: by name, as a version of it or as its initials."""
    head = title_head(a)
    name = title_key(head)
    if head == a or len(head.split()) > 2 or len(name) < 3 or name[:_STEM_LENGTH] in topic:
        return False
    words = title_words(b)
    if name in words or name in {"".join(pair) for pair in pairwise(words)}:
        return True
    other = title_key(title_head(b))
    if min(len(name), len(other)) >= 4 and (name.startswith(other) or other.startswith(name)):
        return True
    capitals = "".join(sign for sign in head if sign.isupper()).casefold()
    initials = "".join(word[0] for word in words if word not in _FUNCTION_WORDS)
    return len(capitals) >= 3 and capitals in initials


def _is_slip(word: str, other: str) -> bool:
    """Whether two words differ by one letter, not the first: too many, wrong or swapped with the next.

    Short words are too near each other; only a plural may be.
    """
    if word + "s" == other or other + "s" == word:
        return min(len(word), len(other)) >= _MIN_PLURAL_LENGTH
    if min(len(word), len(other)) < _MIN_SLIP_LENGTH or not (word + other).isalpha():
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    rest, other_rest = word[start:], other[start:]
    if start == 0:
        return False
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )
