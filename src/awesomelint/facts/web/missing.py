"""Whether a page that came with a good status says that it is not there.

Two signs have to agree, such as title and heading, for an article about the error 404 is a living page, and
so are a manual's list of status codes and an application that carries its error page with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from awesomelint.facts.web.markup import (
    Heading,
    first_rendered,
    headings,
    page_title,
    plain,
    rendered,
    sentences,
    visible_text,
)
from awesomelint.facts.web.phrases import (
    NOT_FOUND,
    NOT_FOUND_HINT,
    NOT_FOUND_SENTENCE,
    SENTENCE_WORDS,
    VAGUE_HINT,
)

SHORT = 2500
"""Characters of visible text below which a page has nothing else to say."""
_SENTENCE = 500
"""Characters below which a single sentence about a missing page is what it says."""
_STATUS_NAME = "prerender-status-code"
_META_STATUS = re.compile(rf"(?i)<meta\b[^>]{{0,100}}{_STATUS_NAME}[^>]{{0,100}}\b(?:404|410)\b")
_SEPARATOR = re.compile(r"\s+[|·•—–«»›:-]+\s+|\s*[|»›_]\s*|：|—")
_NUMBER = re.compile(r"(?:error |http |status )*404(?: page)?")
_OTHER_STATUS = re.compile(r"\b(?!404\b)(?:20[0-6]|30[1-8]|4[0-3]\d|50[0-5])\b")
_TICKET = re.compile(r"(?:issue|bug|ticket|question|discussion|pull request) #?\d+")
_ABOUT_404 = re.compile(
    r"(?i)(?<!\d)404(?!\d)|not[-_ ]?found|missing[-_ ]?page"
    r"|/(?:issues?|pulls?|merge_requests|discussions|tickets?|bugs?|questions?|q|t)/\d"
    r"|/browse/[a-z]+-\d|show_bug\.cgi|/watch\?|/video/[ab]v\w"
)
"""Addresses of pages about it, and of what people ask, report and film."""
_HAS_AUTHOR = re.compile(
    r"(?i)\"@type\"\s*:\s*\"(?:QAPage|Question|DiscussionForumPosting|VideoObject|(?:News|Tech|Scholarly)?Article"
    r"|BlogPosting)\"|\bproperty\s*=\s*[\"']?(?:article:published_time|og:video)\b"
)
"""By what a page tells machines that somebody wrote or filmed it, and named it."""
_CANNOT_GET = re.compile(r"(?:error )?cannot get /\S*")
_CONDITION = re.compile(r"\b(?:if|when|whenever|whether|where|unless|should|in case)\b")


def says_missing(page: str, link: str) -> str:
    """The words by which a page says that it does not exist; or nothing. `link` is the URL that led to it."""
    if _ABOUT_404.search(link):
        return ""
    title = page_title(page)
    if _STATUS_NAME in page.lower() and first_rendered(_META_STATUS, page):
        return title or "404"
    said = _said_by_title_and_headings(page, title) or _said_in_a_sentence(page)
    # What nearly no page needs is asked last: these patterns look at every character.
    return "" if not said or _is_name(said, link) or _HAS_AUTHOR.search(page) else said


def _is_name(said: str, link: str) -> bool:
    """Whether a link has the same words in its address: they are the name of what is there."""
    address = _letters(unquote(link))
    words = [said, *filter(_is_told, _segments(said))]
    return any((letters := _letters(each)) and letters in address for each in words)


def _said_by_title_and_headings(page: str, title: str) -> str:
    segments = _segments(title)
    if any(_TICKET.match(segment) for segment in segments):
        # Somebody asks why a page is not found.
        return ""
    is_told = any(map(_is_told, [*segments, plain(title)]))
    is_hinted = is_told or any(map(NOT_FOUND_HINT.fullmatch, segments))
    if not is_hinted and not any(map(_is_telling, headings(page))):
        return ""
    # Applications in a page carry the page that they would show for an unknown address.
    shown = rendered(page)
    all_headings = headings(shown)
    first = _first(all_headings)
    told = next(filter(_is_told, first), "")
    hinted = told or next(filter(NOT_FOUND_HINT.fullmatch, first), "")
    is_short = len(visible_text(page)) < SHORT
    if is_told and (is_short or any(map(_is_telling, all_headings))):
        return title
    if told and (is_hinted or is_short):
        return told
    if not is_short:
        return ""
    if any(map(_NUMBER.fullmatch, segments)) and any(map(_NUMBER.fullmatch, first)):
        return title
    if (is_hinted or hinted) and _tells(shown, is_vague=not any(map(_is_clear, [*segments, *first]))):
        return title if is_hinted else hinted
    return ""


def _segments(title: str) -> list[str]:
    return [plain(segment) for segment in _SEPARATOR.split(title) if segment]


def _first(found: Iterable[Heading]) -> list[str]:
    """Which may be the page's own: those above the first that is neither a link nor about a missing page.

    None on a page with headings for other status codes, which explains them.
    """
    first: list[str] = []
    is_open = True
    for heading in found:
        if _OTHER_STATUS.search(heading.text):
            return []
        is_open = is_open and (heading.is_linked or _is_telling(heading))
        if is_open:
            first.append(heading.text)
    return first


def _is_told(text: str) -> bool:
    return NOT_FOUND.fullmatch(text) is not None


def _is_telling(heading: Heading) -> bool:
    return _is_told(heading.text) or NOT_FOUND_HINT.fullmatch(heading.text) is not None


def _is_clear(hint: str) -> bool:
    """Whether it is a hint that can hardly mean anything else."""
    return NOT_FOUND_HINT.fullmatch(hint) is not None and VAGUE_HINT.fullmatch(hint) is None


def _tells(page: str, *, is_vague: bool) -> bool:
    """Whether the text says it as well; beside a vague hint, in a sentence of its own."""
    if is_vague:
        return any(map(_is_told, map(plain, sentences(page))))
    return NOT_FOUND.search(plain(visible_text(page))) is not None


def _said_in_a_sentence(page: str) -> str:
    """The sentence that is all that a page has to say, or nothing."""
    lowered = page.lower()
    if not any(word in lowered for word in SENTENCE_WORDS) or len(visible_text(page)) >= _SENTENCE:
        return ""
    shown = rendered(page)
    if _CANNOT_GET.fullmatch(visible_text(shown)):
        return visible_text(shown)
    for sentence in map(plain, sentences(shown)):
        match = NOT_FOUND_SENTENCE.search(sentence)
        if match and not _CONDITION.search(sentence, 0, match.start()):
            return match[0]
    return ""


def _letters(text: str) -> str:
    """Only what a title and an address have in common."""
    return "".join(filter(str.isalnum, text.casefold()))
