"""Answers are read to their end, and no further."""

import dataclasses
import time

import pytest

from facts.web.looking_up import BRISK, look_up
from facts.web.servers import response

CHUNKED = b"HTTP/1.1 404 N\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\npage\r\n0\r\nX: y\r\n\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        response(404, "x" * 2000),
        response(200, "<title>x</title>"),
        CHUNKED,
        CHUNKED.replace(b"404 N", b"200 OK"),
        b"HTTP/1.1 204 No Content\r\nX: content-length\r\n\r\n",
        b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_an_answer_that_is_read_to_its_end_leaves_the_connection_open(answer, server):
    urls = [server.on(f"/{n}", answer.replace(b"404", b"410")) for n in range(3)]
    look_up(*urls, settings=dataclasses.replace(BRISK, per_host=1))
    assert (len(server.asked), server.connections) == (3, 1)


@pytest.mark.parametrize(
    "answer",
    [
        response(410, "x" * 200_000),
        response(200, "x" * 200_000),
        response(200, "x", kind="image/png", Connection="close"),
        b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        response(200, "page") + response(410),
        b"HTTP/1.1 204 No Content\r\nContent-Length: 4\r\n\r\npage",
    ],
)
def test_other_answers_close_it(answer, server):
    urls = [server.on(f"/{n}", answer) for n in range(3)]
    look_up(*urls, settings=dataclasses.replace(BRISK, per_host=1))
    assert (len(server.asked), server.connections) == (3, 3)


def test_what_comes_behind_a_page_is_not_taken_for_the_next_one(server):
    urls = [server.on(f"/{n}", response(200, "page") + response(410) * 2) for n in range(4)]
    answers = look_up(*urls, settings=dataclasses.replace(BRISK, per_host=1))
    assert [answer.verdict for answer in answers] == ["alive"] * 4


def test_a_blank_line_behind_a_page_leaves_the_connection_open(server):
    urls = [server.on(f"/{n}", response(200, "page") + b"\r\n") for n in range(3)]
    look_up(*urls, settings=dataclasses.replace(BRISK, per_host=1))
    assert (len(server.asked), server.connections) == (3, 1)


def test_endless_blank_lines_are_no_answer_and_cost_nothing(server):
    url = server.on("/", b"\r\n" * 1_000_000)
    began = time.process_time()
    (found,) = look_up(url)
    assert found.reason == "not an HTTP answer (endless headers)"
    assert time.process_time() - began < 0.2
