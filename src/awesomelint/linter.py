"""Runs rules over lists: a list is parsed once, a fact asked for once, and a rule that fails fails alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date

from awesomelint.closing import close_all
from awesomelint.config import FileConfig
from awesomelint.diagnostics import Diagnostic, Fault
from awesomelint.document import Document, parse
from awesomelint.examined import Examined, failing_alone
from awesomelint.facts.clock import today as today_in_utc
from awesomelint.facts.local import look_up_locally
from awesomelint.faults import one_line, rule_fault
from awesomelint.known import Known
from awesomelint.needs import LOCAL_NEEDS, Answers, LivenessNeed, LocalNeed, Need
from awesomelint.results import LinkCounts, RunResult, count_links
from awesomelint.rule import Context, FileRule, Read, Rule, RunRule, SourceRule
from awesomelint.ruleset import RuleSet
from awesomelint.source import Source
from awesomelint.verification import verified

ASKING: frozenset[Read] = frozenset({"tree", "git", "web"})
"""What a rule reads by way of needs; the clock's time is in its context."""

_OFFLINE = "offline"
_UNANSWERED = "the look-up failed"

Answer = Callable[[Sequence[Need]], Answers]
"""Looks up what rules need to know; a need that it could not look into has no answer."""

ConfigFor = Callable[[str], FileConfig]
"""Gives the config of the file at a path."""


def lint(
    sources: Iterable[Source],
    rules: RuleSet,
    *,
    config: ConfigFor | None = None,
    answer: Answer | None = None,
    today: date | None = None,
) -> RunResult:
    """All findings in some lists, by path and position, and what failed.

    Without `config` every list has the defaults. Without `answer` rules that read the web do not run.
    `today` is the date that rules judge by, in UTC.
    """
    linter = Linter(rules, config or default_config, answer, today or today_in_utc())
    return linter.conclude(linter.examine_all(sources))


def default_config(path: str) -> FileConfig:  # noqa: ARG001
    """The config of a list that has none."""
    return FileConfig()


@dataclass
class Linter:
    """The rules, the configs and the facts of one run.

    Answers are kept, so that a second look at an edited list asks only for what is new.
    """

    rules: RuleSet
    config: ConfigFor = default_config
    answer: Answer | None = None
    today: date = field(default_factory=today_in_utc)
    known: Known = field(default_factory=Known)
    """The findings that are not new, and are left out."""
    old_needs: Collection[Need] = ()
    """What is not looked up on the web because it was asked before the change that is checked."""
    examined: Mapping[str, Examined] = field(default_factory=dict)
    """By path, lists that were looked at; one that is the same is not looked at again."""
    look_up_locally: Callable[[Sequence[LocalNeed]], Answers] = look_up_locally
    interrupted: bool = False
    """Whether someone pressed Ctrl-C; from then on nothing more is looked at."""
    _answers: Answers = field(default_factory=Answers)
    _asked: set[Need] = field(default_factory=set)

    def examine_all(self, sources: Iterable[Source]) -> list[Examined]:
        """Each list looked at by itself, up to an interruption."""
        examined = []
        for source in sources:
            examined.append(self.examine(source))
            if self.interrupted:
                break
        return examined

    def examine(self, source: Source) -> Examined:
        """What the rules say that need no other list and no answer."""
        before = self.examined.get(source.path)
        if before is not None and before.source == source:
            return before
        config = self.config(source.path)
        examined = Examined(source, config, config.enabled(self.rules, source.path))
        with self._until_interrupted():
            self._judge_source(examined)
            if source.undecodable is None:
                self._parse(examined)
            if examined.document is not None:
                self._judge_document(examined, examined.document)
        return examined

    def conclude(self, lists: Iterable[Examined]) -> RunResult:
        """What all lists together say: needs are looked up, lists compared, suppressions heard.

        The same lists may be given again, some of them examined anew after an edit.
        """
        lists = [each.copy() for each in lists]
        faults: list[Fault] = []
        links = LinkCounts()
        with self._until_interrupted():
            if not self.interrupted:
                links = self._look_up(lists, faults)
                for each in lists:
                    self._judge_with_answers(each)
                self._compare(lists, faults)
        files = self.known.left_out(close_all(lists, self.rules, self._context, interrupted=self.interrupted))
        faults[:0] = [fault for each in lists for fault in each.faults]
        return RunResult(
            files,
            tuple(faults),
            links,
            interrupted=self.interrupted,
            rules={rule.code: rule for rule in self.rules},
        )

    @contextmanager
    def _until_interrupted(self) -> Iterator[None]:
        """Ctrl-C ends what is being done, and what was found until then is kept."""
        try:
            yield
        except KeyboardInterrupt:
            self.interrupted = True

    def _context(self, examined: Examined, rule: Rule) -> Context:
        return Context(examined.config.options_of(rule), self.today, self._answers)

    def _judge_source(self, examined: Examined) -> None:
        for rule in examined.enabled:
            if isinstance(rule, SourceRule):
                with failing_alone(rule, examined):
                    examined.add(rule, rule.check(examined.source, self._context(examined, rule)))

    def _parse(self, examined: Examined) -> None:
        try:
            examined.document = parse(examined.source, examined.config.tables, examined.config.known_venues)
        except Exception as error:  # noqa: BLE001  one list must not stop the others
            message = f"this file could not be parsed: {one_line(error)}"
            examined.faults.append(Fault(examined.source.path, message))

    def _judge_document(self, examined: Examined, document: Document) -> None:
        for rule in examined.enabled:
            with failing_alone(rule, examined):
                if isinstance(rule, FileRule) and (rule.reads | rule.consults) & ASKING:
                    needs = tuple(rule.needs(document, self._context(examined, rule)))
                    examined.needs[rule.code] = needs
                elif isinstance(rule, FileRule):
                    examined.add(rule, rule.check(document, self._context(examined, rule)))
                elif isinstance(rule, RunRule):
                    examined.summaries[rule.code] = rule.summarise(document)

    def _look_up(self, lists: Sequence[Examined], faults: list[Fault]) -> LinkCounts:
        """Ask for the needs of all lists that were not asked for before, each once."""
        wanted = dict.fromkeys(need for each in lists for needs in each.needs.values() for need in needs)
        missing = [need for need in wanted if need not in self._asked]
        local = [need for need in missing if isinstance(need, LOCAL_NEEDS)]
        remote = [n for n in missing if not isinstance(n, LOCAL_NEEDS) and n not in self.old_needs]
        self._asked.update(local)
        self._answers = self._answers.merged(self.look_up_locally(local))
        if self.answer is not None and remote:
            self._asked.update(remote)
            try:
                self._answers = self._answers.merged(self.answer(remote))
            except Exception as error:  # noqa: BLE001  what needs no answer is worth showing
                faults.append(Fault("", f"links could not be looked up: {one_line(error)}"))
        links = {need.url: need in self.old_needs for need in wanted if isinstance(need, LivenessNeed)}
        new = {url for url, is_old in links.items() if not is_old}
        why_unanswered = _OFFLINE if self.answer is None else _UNANSWERED
        counts = count_links(map(self._answers.liveness.get, new), why_unanswered)
        return replace(counts, unchanged=len(links) - len(new))

    def _judge_with_answers(self, examined: Examined) -> None:
        document = examined.document
        if document is None:
            return
        for rule in examined.enabled:
            if "web" in rule.reads and self.answer is None:
                continue
            if isinstance(rule, FileRule) and rule.code in examined.needs:
                needs = examined.needs[rule.code]
                knew_all = all(isinstance(n, LOCAL_NEEDS) or self._answers.has(n) for n in needs)
                with failing_alone(rule, examined):
                    found = rule.check(document, self._context(examined, rule))
                    examined.add(rule, found, knew_all=knew_all)

    def _compare(self, lists: Sequence[Examined], faults: list[Fault]) -> None:
        """Run the rules that compare lists, each with the options of the first list that it is on for."""
        by_path = {each.source.path: each for each in lists}
        for rule in self.rules:
            concerned = [each for each in lists if rule.code in each.summaries]
            if not isinstance(rule, RunRule) or not concerned:
                continue
            context = self._context(concerned[0], rule)
            found: dict[str, list[Diagnostic]] = {each.source.path: [] for each in concerned}
            try:
                for diagnostic in rule.check([each.summaries[rule.code] for each in concerned], context):
                    found[diagnostic.path].append(verified(diagnostic, by_path[diagnostic.path].source))
            except Exception as error:  # noqa: BLE001  a rule that fails must not stop the others
                faults.append(rule_fault(rule, "", error))
            else:
                for path, diagnostics in found.items():
                    by_path[path].add(rule, diagnostics)
