"""The resolver of DOIs, Hugging Face, YouTube, OpenReview and the Wayback Machine."""

import _thread
import threading
import time
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from awesomelint.facts.web.history import open_history
from awesomelint.needs import OpenReviewNeed, OpenReviewPaper
from facts.web.providers.apis import Api, ask, json_response, settings
from facts.web.servers import redirect, response, stay_silent

VIDEO = {"title": "A Talk", "type": "video", "version": "1.0", "provider_name": "YouTube"}


def look_up(url, **apis):
    answers, _ = ask([url], settings(**apis))
    return answers.liveness[url]


def test_a_registered_doi_is_alive():
    api = Api(lambda asked: json_response({"responseCode": 1, "handle": "10.1109/x", "values": []}))
    assert look_up("https://doi.org/10.1109/CVPR.2020.00001", doi=api).verdict == "alive"
    assert api.asked[0].target == "/api/handles/10.1109/cvpr.2020.00001?type=URL"


def test_a_doi_that_nobody_registered_is_dead():
    api = Api(lambda asked: json_response({"responseCode": 100, "handle": "10.1109/x"}, 404))
    found = look_up("http://dx.doi.org/10.1109%2Fx", doi=api)
    assert (found.verdict, found.reason) == ("dead", "no such DOI is registered")


def test_a_doi_of_arxiv_is_asked_of_its_resolver():
    api = Api(lambda asked: json_response({"responseCode": 1, "handle": "x"}))
    assert look_up("https://doi.org/10.48550/arXiv.2310.00492", doi=api).verdict == "alive"


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"responseCode": 200, "handle": "10.1109/x"}),
        json_response({"responseCode": 2}, 500),
        json_response([]),
        response(404, "<html>not found</html>"),
    ],
)
def test_another_answer_about_a_doi_leaves_it_to_its_page(answer, names):
    names.looked_up.clear()
    look_up("https://doi.org/10.1109/x", doi=Api(lambda asked: answer))
    assert "doi.org" in names.looked_up


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://huggingface.co/Owner/Model", "/api/models/Owner/Model"),
        ("https://huggingface.co/datasets/owner/data", "/api/datasets/owner/data"),
        ("https://huggingface.co/spaces/owner/demo", "/api/spaces/owner/demo"),
    ],
)
def test_what_hugging_face_has_is_alive(url, path):
    name = "/".join(path.split("/")[-2:])
    api = Api(lambda asked: json_response({"id": name, "private": False}))
    assert look_up(url, huggingface=api).verdict == "alive"
    assert [asked.target for asked in api.asked] == [path]


@pytest.mark.parametrize("status", [401, 404])
def test_what_hugging_face_does_not_know_is_dead(status):
    answer = json_response({"error": "Repository not found"}, status, X_Error_Code="RepoNotFound")
    assert (
        look_up("https://huggingface.co/owner/model", huggingface=Api(lambda asked: answer)).verdict == "dead"
    )


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"id": "New/Name"}),
        redirect("/api/models/New/Name", 307),
        redirect("https://huggingface.co/api/models/New/Name", 308),
    ],
)
def test_a_renamed_model_is_renamed(answer):
    found = look_up("https://huggingface.co/Old/Name/tree/main", huggingface=Api(lambda asked: answer))
    assert (found.verdict, found.replacement) == ("moved", "https://huggingface.co/New/Name/tree/main")
    assert found.is_renamed


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"error": "Invalid username or password."}, 401),
        json_response({"error": "gated"}, 403, X_Error_Code="GatedRepo"),
        json_response({"id": ["x"]}),
        json_response({"id": "../../evil"}),
        redirect("https://elsewhere.example/api/models/a/b"),
        response(200, "<html>"),
    ],
)
def test_another_answer_of_hugging_face_leaves_it_to_its_page(answer, names):
    names.looked_up.clear()
    look_up("https://huggingface.co/owner/model", huggingface=Api(lambda asked: answer))
    assert "huggingface.co" in names.looked_up


@pytest.mark.parametrize(
    "url", ["https://youtu.be/dQw4w9WgXcQ?t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=x"]
)
@pytest.mark.parametrize(
    ("answer", "verdict"), [(json_response(VIDEO), "alive"), (response(404, "Not Found"), "dead")]
)
def test_a_video_is_there_or_not(url, answer, verdict):
    api = Api(lambda asked: answer)
    assert look_up(url, youtube=api).verdict == verdict
    query = parse_qs(urlsplit(api.asked[0].target).query)
    assert query == {"url": ["https://www.youtube.com/watch?v=dQw4w9WgXcQ"], "format": ["json"]}


@pytest.mark.parametrize(
    "answer",
    [response(401, "Unauthorized"), response(403, "Forbidden"), response(200, "Forbidden"), response(400)],
)
def test_another_answer_about_a_video_leaves_it_to_its_page(answer, names):
    names.looked_up.clear()
    look_up("https://youtu.be/dQw4w9WgXcQ", youtube=Api(lambda asked: answer))
    assert "youtu.be" in names.looked_up


def test_openreview_gives_a_papers_title():
    note = {"id": "abcDEF123", "forum": "abcDEF123", "content": {"title": {"value": "A  Study"}}}
    api = Api(lambda asked: json_response({"notes": [note], "count": 1}))
    url = "https://openreview.net/pdf?id=abcDEF123"
    answers, _ = ask([url, OpenReviewNeed("abcDEF123")], settings(openreview=api))
    assert answers.liveness[url].verdict == "alive"
    assert answers.openreview == {"abcDEF123": OpenReviewPaper("abcDEF123", "A Study")}
    assert [asked.target for asked in api.asked] == ["/notes?id=abcDEF123"]


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"name": "NotFoundError", "message": "The Note was not found", "status": 404}, 404),
        json_response({"name": "ForbiddenError", "status": 403}, 403),
        json_response({"notes": [], "count": 0}),
        json_response({"notes": [{"id": "other"}]}),
        json_response({"notes": [{"id": "abcDEF123", "content": {"title": "as in the older API"}}]}),
    ],
)
def test_what_openreview_does_not_show_is_no_evidence(answer, names):
    names.looked_up.clear()
    look_up("https://openreview.net/forum?id=abcDEF123", openreview=Api(lambda asked: answer))
    assert "openreview.net" in names.looked_up


def snapshot(**changes):
    closest = {
        "status": "200",
        "available": True,
        "url": "http://web.archive.org/web/20190304050607/http://x.test/a",
        "timestamp": "20190304050607",
        **changes,
    }
    return json_response({"url": "x", "archived_snapshots": {"closest": closest}})


def test_a_dead_link_gets_its_copy(server):
    gone = server.on("/gone?a=b", response(410))
    api = Api(lambda asked: snapshot())
    found = look_up(gone, wayback=api)
    assert found.archived_url == "https://web.archive.org/web/20190304050607/http://x.test/a"
    assert found.archived_on == date(2019, 3, 4)
    assert parse_qs(urlsplit(api.asked[0].target).query) == {"url": [gone]}


def test_a_living_link_is_not_looked_for_in_the_archive(server):
    api = Api(lambda asked: snapshot())
    assert look_up(server.on("/", response(200)), wayback=api).archived_url is None
    assert api.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        json_response({"url": "x", "archived_snapshots": {}}),
        snapshot(status="404"),
        snapshot(available=False),
        snapshot(url="https://elsewhere.example/"),
        snapshot(timestamp="20191399000000"),
        json_response([]),
        response(503),
    ],
)
def test_without_a_copy_a_dead_link_is_dead(answer, server):
    found = look_up(server.on("/gone", response(410)), wayback=Api(lambda asked: answer))
    assert (found.verdict, found.archived_url) == ("dead", None)


def test_an_archive_that_does_not_answer_is_told_of(server):
    own = settings(wayback=Api(lambda asked: response(503)))
    _, counts = ask([server.on("/gone", response(410))], own)
    assert "The Wayback Machine's API gave no answer: status 503" in counts.note


def test_an_interrupt_of_the_archive_keeps_what_is_known(server):
    gone = server.on("/gone", response(410))
    threading.Timer(0.5, _thread.interrupt_main).start()
    began = time.monotonic()
    answers, counts = ask([gone], settings(wayback=Api(lambda asked: stay_silent)))
    assert time.monotonic() - began < 1.9
    assert (answers.liveness[gone].verdict, counts.interrupted) == ("dead", True)


def test_a_copy_is_looked_for_once(server, tmp_path):
    api = Api(lambda asked: snapshot())
    gone = server.on("/gone", response(410))
    history = open_history(tmp_path / "links.sqlite")
    for _ in range(2):
        answers, _ = ask([gone], settings(wayback=api), history)
    history.close()
    assert len(api.asked) == 1
    assert answers.liveness[gone].archived_url is not None
