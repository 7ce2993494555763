"""What can be set: whom to leave out, and how to treat a host."""

import dataclasses

import pytest

from awesomelint.facts.web import HostManners, WebSettings, settings_from_environment
from awesomelint.facts.web.exclusion import is_excluded
from awesomelint.facts.web.urls import parse_url
from facts.web.looking_up import BRISK, look_up
from facts.web.servers import response


@pytest.mark.parametrize(
    ("url", "pattern", "expected"),
    [
        ("https://a.example/b", "a.example", True),
        ("https://A.Example/b", "a.example", True),
        ("https://b.a.example/", "a.example", False),
        ("https://b.a.example/", "*.a.example", True),
        ("https://a.example:8443/", "a.example:8443", True),
        ("https://a.example/b/c", "https://a.example/b/*", True),
        ("https://a.example/c", "https://a.example/b/*", False),
        ("https://a.example/b?c", "*/b?c", True),
        ("https://a.example/b", "b", False),
    ],
)
def test_hosts_and_urls_are_left_out_by_pattern(url, pattern, expected):
    assert is_excluded(url, parse_url(url), [pattern]) is expected


def test_what_is_left_out_is_not_asked(server):
    url = server.on("/", response(404))
    (answered,) = look_up(url, settings=dataclasses.replace(BRISK, exclude=("127.0.0.1",)))
    assert (answered.verdict, answered.reason, server.asked) == ("skipped", "excluded", [])


@pytest.mark.parametrize("status", [404, 429, 500])
def test_a_status_that_is_accepted_at_a_host_is_as_good_as_200(status, server):
    url = server.on("/", response(status))
    manners = {f"127.0.0.1:{server.port}": HostManners(accept=frozenset({status}))}
    (answered,) = look_up(url, settings=dataclasses.replace(BRISK, hosts=manners))
    assert (answered.verdict, len(server.asked)) == ("alive", 1)


def test_a_host_can_have_limits_of_its_own():
    settings = WebSettings(hosts={"a.example": HostManners(at_once=1, pace=2.0)})
    assert settings.manners("a.example") == HostManners(1, 2.0)
    assert settings.manners("b.example") == HostManners(settings.per_host, settings.pace)


@pytest.mark.parametrize(
    ("value", "allowed"), [("1", True), ("true", True), ("0", False), ("", False), (None, False)]
)
def test_the_environment_can_lift_the_guard(value, allowed):
    environ = {} if value is None else {"AWESOMELINT_ALLOW_PRIVATE_ADDRESSES": value}
    assert settings_from_environment(environ).allow_private is allowed
