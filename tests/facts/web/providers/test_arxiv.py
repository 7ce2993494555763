"""arXiv's API: what becomes of links to papers, what rules learn, and what a hostile feed can do."""

import gzip
import itertools
import time
import tracemalloc
from datetime import date

import pytest

from awesomelint.facts.web.streak import DAY
from awesomelint.needs import ArxivNeed, ArxivPaper
from facts.web.providers.apis import Api, arxiv, ask, entry, feed, identifiers, settings
from facts.web.servers import response

BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {x} "{f"&{y};" * 10}">' for y, x in zip("abcdefghi", "bcdefghij", strict=True))
    + ']><feed xmlns="http://www.w3.org/2005/Atom"><title>&j;</title></feed>'
)
OUTSIDE_ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>&x;</title></feed>'
)


def verdict(url, api):
    answers, _ = ask([url], settings(arxiv=api))
    return answers.liveness[url].verdict


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2310.00492",
        "http://arxiv.org/abs/2310.00492",
        "https://www.arxiv.org/pdf/2310.00492.pdf",
        "https://arxiv.org/pdf/2310.00492v2",
        "https://export.arxiv.org/abs/2310.00492#comments",
    ],
)
def test_a_paper_that_exists_is_alive_without_a_look_at_its_page(url, fence):
    fence.dialled.clear()
    assert verdict(url, arxiv({"2310.00492": entry("2310.00492", version=2)})) == "alive"
    assert set(fence.dialled) == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://arxiv.org/abs/2310.00493", {}),
        ("https://arxiv.org/abs/2310.00492v3", {"2310.00492": entry("2310.00492", version=2)}),
        (
            "https://arxiv.org/pdf/2310.00492",
            {"2310.00492": entry("2310.00492", comment="This paper has been withdrawn by the authors")},
        ),
    ],
)
def test_where_the_api_has_not_the_last_word_the_page_is_asked_for(url, known, names):
    names.looked_up.clear()
    assert verdict(url, arxiv(known)) == "unreachable"
    assert "arxiv.org" in names.looked_up


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/html/2310.00492",
        "https://arxiv.org/abs/2310.00492.pdf",
        "https://arxiv.org/a/someone_1",
        "https://arxiv.org/list/cs.CL/recent",
        "https://www.alphaxiv.org/abs/2310.00492",
    ],
)
def test_other_pages_are_none_of_the_apis(url):
    api = arxiv({})
    ask([url], settings(arxiv=api))
    assert api.asked == []


def test_rules_learn_what_arxiv_knows_of_a_paper():
    more = {
        "comment": "Accepted at NeurIPS 2023;\n  code at https://example.com",
        "journal_ref": "TMLR 2024",
        "doi": "10.1109/ABC.2024.1",
    }
    found = entry("2310.00492", "From  Language\n  Models & More", **more)
    need = ArxivNeed("2310.00492", is_current=True)
    answers, _ = ask([need], settings(arxiv=arxiv({"2310.00492": found})))
    assert answers.arxiv == {
        "2310.00492": ArxivPaper(
            "2310.00492",
            "From Language Models & More",
            date(2023, 10, 1),
            ("Ada Lovelace", "Charles Babbage"),
            "Accepted at NeurIPS 2023; code at https://example.com",
            "TMLR 2024",
            "10.1109/abc.2024.1",
        )
    }


def test_old_identifiers_are_understood():
    answers, _ = ask(
        [ArxivNeed("hep-th/9901001")], settings(arxiv=arxiv({"hep-th/9901001": entry("hep-th/9901001")}))
    )
    assert answers.arxiv["hep-th/9901001"].title == "A Study of Something"


def test_a_hundred_papers_are_one_query_and_queries_keep_their_distance():
    known = {f"2310.{n:05}": entry(f"2310.{n:05}") for n in range(201)}
    api = arxiv(known)
    own = settings(arxiv=api)
    own.providers.paces["arxiv"] = 0.3
    answers, _ = ask([f"https://arxiv.org/abs/{each}" for each in known], own)
    assert {each.verdict for each in answers.liveness.values()} == {"alive"}
    assert sorted(len(identifiers(asked)) for asked in api.asked) == [1, 100, 100]
    moments = [asked.at for asked in api.asked]
    # Seen by the server, which a busy machine may wake late for one and in time for the next.
    assert min(later - earlier for earlier, later in itertools.pairwise(moments)) >= 0.2


def test_one_query_in_three_seconds_is_what_arxiv_asks_for():
    from awesomelint.facts.web.providers.arxiv import Arxiv

    assert (Arxiv.pace, Arxiv.threads, Arxiv.at_once) == (3.0, 1, 100)


@pytest.mark.parametrize(
    "answer",
    [
        response(200, BILLION_LAUGHS, kind="application/atom+xml"),
        response(200, OUTSIDE_ENTITY, kind="application/atom+xml"),
        response(200, "<feed", kind="application/atom+xml"),
        response(200, "<html><body>Rate exceeded.</body></html>"),
        response(200, '<?xml version="1.0" encoding="x-unknown"?><feed/>'),
        response(200, b"\xff\xfe<\x00"),
        response(200, ""),
        response(400, "bad request"),
        response(429, "Rate exceeded.", Retry_After="3600"),
        response(503, "busy"),
        response(301, "", Location="https://elsewhere.example/"),
        feed(
            "<entry><title>Error</title><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id></entry>"
        ),
        feed("<entry/>"),
        feed(entry("2310.99999")),
        feed(entry("2310.00492", published="soon")),
        feed(entry("2310.00492", title="")),
    ],
)
def test_what_is_no_answer_leaves_the_link_to_its_page(answer, names):
    names.looked_up.clear()
    url = "https://arxiv.org/abs/2310.00492"
    answers, _ = ask([url, ArxivNeed("2310.00492")], settings(arxiv=Api(lambda asked: answer)))
    assert "arxiv.org" in names.looked_up
    assert answers.arxiv == {}


def test_a_feed_of_entities_costs_no_time():
    api = Api(lambda asked: response(200, BILLION_LAUGHS, kind="application/atom+xml"))
    began = time.monotonic()
    _, counts = ask([ArxivNeed("2310.00492")], settings(arxiv=api))
    assert time.monotonic() - began < 2.0
    assert "it has a document type" in counts.note


def test_a_packed_feed_is_read_and_a_bomb_goes_no_further_than_the_limit(monkeypatch):
    packed = gzip.compress(feed(entry("2310.00492")).partition(b"\r\n\r\n")[2])
    api = Api(lambda asked: response(200, packed, kind="application/atom+xml", Content_Encoding="gzip"))
    answers, _ = ask([ArxivNeed("2310.00492")], settings(arxiv=api))
    assert answers.arxiv["2310.00492"].title == "A Study of Something"
    monkeypatch.setattr("awesomelint.facts.web.transport.LONGEST_RESULT", 1 << 20)
    bomb = gzip.compress(b" " * (64 << 20))
    api = Api(lambda asked: response(200, bomb, kind="application/atom+xml", Content_Encoding="gzip"))
    tracemalloc.start()
    _, counts = ask([ArxivNeed("2310.00492")], settings(arxiv=api))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "the answer is no feed" in counts.note
    assert peak < 8 << 20


def test_a_feed_without_an_end_is_cut_off(monkeypatch):
    monkeypatch.setattr("awesomelint.facts.web.transport.LONGEST_RESULT", 1 << 20)
    api = Api(lambda asked: response(200, b" " * (3 << 20), kind="application/atom+xml"))
    _, counts = ask([ArxivNeed("2310.00492")], settings(arxiv=api))
    assert "the answer is too long" in counts.note


def at(own, day):
    object.__setattr__(own, "clock", lambda: 1_800_000_000 + day * DAY)
    return own


def test_title_and_first_day_are_never_asked_for_again(history):
    api = arxiv({"2310.00492": entry("2310.00492", comment="ICLR 2024")})
    own = settings(arxiv=api)
    for day in (0, 500):
        answers, _ = ask([ArxivNeed("2310.00492")], at(own, day), history)
    assert len(api.asked) == 1
    assert answers.arxiv["2310.00492"].first_day == date(2023, 10, 1)
    assert answers.arxiv["2310.00492"].comment is None


@pytest.mark.parametrize(("days", "times"), [(29, 1), (31, 2)])
def test_a_comment_is_believed_for_thirty_days(days, times, history):
    api = arxiv({"2310.00492": entry("2310.00492", comment="ICLR 2024")})
    own = settings(arxiv=api)
    need = ArxivNeed("2310.00492", is_current=True)
    for day in (0, days):
        answers, _ = ask([need], at(own, day), history)
    assert len(api.asked) == times
    assert answers.arxiv["2310.00492"].comment == "ICLR 2024"


def test_a_paper_that_was_there_once_needs_no_further_question(history):
    api = arxiv({"2310.00492": entry("2310.00492")})
    own = settings(arxiv=api)
    for day in (0, 100):
        answers, _ = ask(["https://arxiv.org/abs/2310.00492"], at(own, day), history)
    assert len(api.asked) == 1
    assert answers.liveness["https://arxiv.org/abs/2310.00492"].verdict == "alive"
