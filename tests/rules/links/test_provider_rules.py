"""Archived and renamed repositories, wrong papers, copies of dead pages: where they are reported, where not."""

from datetime import date

import pytest

from awesomelint.needs import Answers, ArxivNeed, ArxivPaper, Liveness, OpenReviewPaper, Repository
from awesomelint.rule import Context
from awesomelint_rules.links.archived_repository import ArchivedRepository
from awesomelint_rules.links.dead_link import DeadLink
from awesomelint_rules.links.moved_link import MovedLink
from awesomelint_rules.links.renamed_repository import RenamedRepository
from awesomelint_rules.links.wrong_paper import WrongPaper
from rule_findings import excerpts, findings, parsed, table

ARCHIVED = Answers(
    repositories={
        "a/b": Repository("A/B", is_archived=True, archived_on=date(2021, 5, 6)),
        "c/d": Repository("c/d"),
    }
)


def test_an_archived_repository_is_reported_once_for_an_entry() -> None:
    text = (
        "- [B](https://github.com/a/b) [![stars](https://img.shields.io/x)](https://github.com/A/B) - A parser.\n"
        "- [D](https://github.com/c/d) - A printer.\n"
        "- [B again](https://github.com/a/b.git) - It prints, too.\n"
    )
    found = findings(ArchivedRepository(), text, answers=ARCHIVED)
    assert [each.start.line for each in found] == [1, 3]
    assert found[0].message == "`A/B` was archived by its owner on 2021-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "- [B](https://github.com/a/b) - A parser (archived).\n",
        "- [B](https://github.com/a/b) - **Deprecated**: use D.\n",
        "- ~~[B](https://github.com/a/b)~~ - No longer maintained.\n",
        "## Unmaintained\n\n- [B](https://github.com/a/b) - A parser.\n",
        "## Archive\n\n### Parsers\n\n- [B](https://github.com/a/b)\n",
        "- [B](https://github.com/a/b) 已归档\n",
        "| Name | Status |\n| --- | --- |\n| [B](https://github.com/a/b) | discontinued |\n",
    ],
)
def test_what_is_said_already_is_not_said_again(text: str) -> None:
    assert findings(ArchivedRepository(), text, answers=ARCHIVED) == []


def test_a_name_is_no_statement() -> None:
    answers = Answers(repositories={"a/archiver": Repository("a/archiver", is_archived=True)})
    text = "- [It](https://github.com/a/archiver) - Archives pages, also of legacy sites.\n"
    assert len(findings(ArchivedRepository(), text, answers=answers)) == 1


def test_a_file_in_an_archived_repository_is_no_link_to_it() -> None:
    text = "- [A file](https://github.com/a/b/blob/main/x.py) - Read it.\n"
    assert findings(ArchivedRepository(), text, answers=ARCHIVED) == []


RENAMED = Liveness(
    "https://github.com/old/name",
    "moved",
    "renamed to new/name",
    replacement="https://github.com/new/name",
    is_same_page=True,
    is_renamed=True,
)


def test_a_renamed_repository_is_reported_by_its_own_rule_alone() -> None:
    text = "- [Name](https://github.com/old/name) - A parser.\n"
    answers = Answers({RENAMED.url: RENAMED})
    (found,) = findings(RenamedRepository(), text, answers=answers)
    assert found.message == "renamed to new/name"
    assert found.fix is not None
    assert found.fix.is_safe
    assert [edit.content for edit in found.fix.edits] == ["https://github.com/new/name"]
    assert findings(MovedLink(), text, answers=answers) == []


def test_another_move_is_no_new_name() -> None:
    moved = Liveness("https://a.example/b", "moved", "moved permanently", replacement="https://a.example/c")
    text = "[a](https://a.example/b)\n"
    assert findings(RenamedRepository(), text, answers=Answers({moved.url: moved})) == []


def test_a_copy_is_offered_and_cannot_end_the_link() -> None:
    copy = "https://web.archive.org/web/20190304050607/https://a.example/b_(c)"
    dead = Liveness(
        "https://a.example/b", "dead", "410 Gone", archived_url=copy, archived_on=date(2019, 3, 4)
    )
    (found,) = findings(DeadLink(), "[a](https://a.example/b)\n", answers=Answers({dead.url: dead}))
    assert found.fix is None
    (suggestion,) = found.suggestions
    assert suggestion.title == "link to the Wayback Machine's copy of 2019-03-04"
    assert [edit.content for edit in suggestion.edits] == [copy.replace("(", "%28").replace(")", "%29")]


OTHER = "Deja Vu: Contextual Sparsity for Efficient Inference"
TITLE = "Learning to Route Among Specialized Experts for Zero-Shot Generalization"
LINK = "https://arxiv.org/abs/2310.17157"


def papers(title: str = OTHER, *authors: str) -> Answers:
    return Answers(arxiv={"2310.17157": ArxivPaper("2310.17157", title, date(2023, 10, 26), authors)})


def test_the_title_of_another_paper_is_reported_at_the_link() -> None:
    text = f"- [{TITLE}]({LINK})\n"
    found = findings(WrongPaper(), text, answers=papers())
    assert excerpts(text, found) == [("warning", LINK)]
    assert found[0].message == f"arXiv 2310.17157 is “{OTHER}”: see whether the link or the title is wrong"


@pytest.mark.parametrize(
    "text",
    [
        f"- [{OTHER.lower()}]({LINK})\n",
        f"- [Deja Vu]({LINK})\n",
        f"- [Deja Vu: A Wholly Other Way of Saying All of It]({LINK})\n",
        f"- [Paper]({LINK})\n",
        f"- [Our great new method is here]({LINK}) [paper 2](https://arxiv.org/abs/2310.06694)\n",
        f"- [学习在专家之间进行路由以实现零样本泛化]({LINK})\n",
        f"# A list\n\n## News\n\n- 2023-10-26: [We release the code and all the models of our work]({LINK})\n",
        f"- [{TITLE}]({LINK}), Zichang Liu, Jue Wang, 2023\n",
        table(["Rank", "Model", "Score"], ["1", f"[{TITLE}]({LINK})", "97.1"], ["2", "Two", "96.0"]),
    ],
)
def test_what_may_be_the_same_paper_is_left_alone(text: str) -> None:
    assert findings(WrongPaper(), text, answers=papers(OTHER, "Zichang Liu", "Jue Wang")) == []


def test_a_word_of_the_title_is_no_author() -> None:
    text = f"- [{TITLE}]({LINK})\n"
    assert len(findings(WrongPaper(), text, answers=papers(OTHER, "Anna Route"))) == 1


def test_openreview_has_titles_as_well() -> None:
    text = f"- [{TITLE}](https://openreview.net/forum?id=abcDEF123)\n"
    answers = Answers(openreview={"abcDEF123": OpenReviewPaper("abcDEF123", OTHER)})
    assert len(findings(WrongPaper(), text, answers=answers)) == 1


def test_each_paper_is_asked_about_once_under_its_identifier() -> None:
    document = parsed(f"- [{TITLE}]({LINK}v2)\n- [B](https://arxiv.org/pdf/hep-th/9901001.pdf)\n")
    needs = list(WrongPaper().needs(document, Context()))
    assert needs == [ArxivNeed("2310.17157"), ArxivNeed("hep-th/9901001")]
