"""Inline content: markdown-it-py's rules under a tokenizer that knows where each token stands.

Every token except plain text has `meta["span"]`, its place in the content; a `link_open` also `meta["text"]`,
the place of its label, and a `html_inline` its `meta["markup"]`. A `text` token is what lies between its
neighbours, character by character.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_ref

from awesomelint.document import autolinks, html

InlineRule = Callable[[StateInline, bool], bool]

# The brackets end a text although nothing may start there: the end of a label must be seen. One character
# class first, so that the search for it is quick; what follows sorts out the commonest false starts.
_SPECIAL = re.compile(r"[\n\\`~*_!\[\]<&:w](?:(?<![:w])|(?<=:)(?=//)|(?<=w)(?=ww\.))")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~\n]")
_FOOTNOTE_REFERENCE = re.compile(r"\[\^[^\]\[\s]{1,999}\]")


def is_plain(content: str) -> bool:
    """Whether a content is nothing but text."""
    return _SPECIAL.search(content) is None and "@" not in content


class TooIntricateError(Exception):
    """Raised for a content whose brackets take too many steps to pair."""


class InlineState(StateInline):
    """The parser's state, and what tells whether a bracket is open."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.last_bracket = src.rfind("]")
        self.steps_left = 1000 + 2 * len(src)
        """How many tokens may still be passed in search of labels' ends; real lists need 0.3 a character."""
        self.open_brackets = 0
        """How many `[` stand open that belong to no link."""
        self.has_delimiters = False
        """Whether there are markers of emphasis, which the parser pairs at the end."""
        self.is_in_anchor = False
        """Whether an `<a href>` is open: its text holds no further links."""


class InlineParser(ParserInline):
    """Runs at each special character only the rules that can start there."""

    def __init__(self, configured: ParserInline) -> None:
        super().__init__()
        self.ruler2 = configured.ruler2

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Append the tokens of a content to `tokens`. Raises TooIntricateError."""
        state = InlineState(src, md, env, tokens)
        self.tokenize(state)
        if state.has_delimiters:
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Read from `state.pos` to `state.posMax`: a whole content, or a link's label."""
        assert isinstance(state, InlineState)
        source, tokens, end = state.src, state.tokens, state.posMax
        if tokens and tokens[-1].type == "link_open":
            tokens[-1].meta["text"] = (state.pos, end)
        text_start = state.pos
        while (start := state.pos) < end:
            match = _SPECIAL.search(source, start, end)
            special = match.start() if match else end
            if special > start:
                state.append_pending(source[start:special])
                state.pos = start = special
                if special == end:
                    break
            count = len(tokens)
            for rule in _RULES.get(source[start], ()):
                if rule(state, False):
                    if len(tokens) > count:
                        _note_spans(state, count, text_start, start)
                        text_start = state.pos
                    break
            else:
                _skip_bracket(state, source[start])
                state.append_pending(source[start])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Move past one token without making it: how the end of a label is looked for."""
        assert isinstance(state, InlineState)
        start = state.pos
        state.steps_left -= 1
        if state.steps_left < 0:
            raise TooIntricateError
        if start in state.cache:
            state.pos = state.cache[start]
            return
        match = _SPECIAL.search(state.src, start, state.posMax)
        special = match.start() if match else state.posMax
        if special > start:
            state.pos = special
        elif state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
        else:
            state.level += 1
            if not any(rule(state, True) for rule in _RULES.get(state.src[start], ())):
                state.pos += 1
            state.level -= 1
        state.cache[start] = state.pos


def _note_spans(state: InlineState, index: int, text_start: int, start: int) -> None:
    """Give the tokens from `index` on, which a rule has made of the source from `start`, their spans."""
    tokens = state.tokens
    if text_start < start and tokens[index].type == "text":
        index += 1  # text before the rule's own tokens
    token = tokens[index]
    if "span" in token.meta:
        return
    if token.type == "link_open":
        token.meta["span"] = (start, state.pos)
        # What stands in angle brackets was not tokenized as a label.
        text = token.meta.setdefault("text", (start + 1, state.pos - 1))
        tokens[-1].meta["span"] = (text[1], state.pos)
    elif token.type == "text":
        state.has_delimiters = True
        for delimiter in tokens[index:]:
            delimiter.meta["span"] = (start, start + len(delimiter.content))
            start += len(delimiter.content)
    else:
        token.meta["span"] = (start, state.pos)


def _skip_bracket(state: InlineState, character: str) -> None:
    if character == "[":
        state.open_brackets += 1
    elif character == "]" and state.open_brackets:
        state.open_brackets -= 1


def _escape(state: StateInline, silent: bool) -> bool:
    # The parser's rule would also make a token of a backslash that escapes nothing.
    return _ESCAPE.match(state.src, state.pos, state.posMax) is not None and escape(state, silent)


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    # The plugin's rule looks for the bracket without a limit, again from each `[^`.
    return bool(_FOOTNOTE_REFERENCE.match(state.src, state.pos, state.posMax)) and footnote_ref(state, silent)


def _html(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, InlineState)
    start, level = state.pos, state.linkLevel
    if not html_inline(state, silent):
        return False
    # The parser's rule counts every `<a>`, `<a name>` too, and an end tag without a start as less than none.
    state.linkLevel = level
    if not silent:
        markup = state.tokens[-1].meta["markup"] = html.markup_at(state.src, start, state.pos)
        if isinstance(markup, html.Tag) and markup.name == "a":
            state.is_in_anchor = markup.is_link
    return True


def _bare_url(state: StateInline, silent: bool) -> bool:
    return _bare(state, silent, autolinks.match_url)


def _bare_www(state: StateInline, silent: bool) -> bool:
    return _bare(state, silent, autolinks.match_www)


def _bare(
    state: StateInline, silent: bool, matcher: Callable[[str, int, int], autolinks.Bare | None]
) -> bool:
    """A URL in the text. In silent mode a label is being read, in which GitHub makes no such links."""
    assert isinstance(state, InlineState)
    if silent or state.linkLevel > 0 or state.open_brackets or state.is_in_anchor:
        return False
    bare = matcher(state.src, state.pos, state.posMax)
    if bare is None:
        return False
    before = state.pos - bare.start
    if before:
        state.pending = state.pending[:-before]
    opening = state.push("link_open", "a", 1)
    opening.markup = "linkify"
    opening.attrs = {"href": bare.url}
    opening.meta = {"span": (bare.start, bare.end), "text": (bare.start, bare.end)}
    state.push("text", "", 0).content = state.src[bare.start : bare.end]
    state.push("link_close", "a", -1).meta["span"] = (bare.end, bare.end)
    state.pos = bare.end
    return True


_RULES: dict[str, tuple[InlineRule, ...]] = {
    "\n": (newline,),
    "\\": (_escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (link, _footnote_reference),
    "!": (image,),
    "<": (autolink, _html),
    "&": (entity,),
    ":": (_bare_url,),
    "w": (_bare_www,),
}
