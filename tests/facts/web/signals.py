"""What hosts do, and what it means: the table of signals, byte for byte."""

from __future__ import annotations

import gzip
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

from facts.web.servers import Answer, drip, hang_up, redirect, reset, response, stay_silent

PAGE = "<!doctype html><title>A study</title><h1>A study of something</h1><p>Text.</p>"
BOMB = gzip.compress(b"\0" * 50_000_000)


@dataclass(frozen=True)
class Case:
    """A link: its answers in turn, the verdict, the start of the reason, and how often it is asked."""

    name: str
    answers: tuple[Answer, ...]
    verdict: str
    reason: str
    times: int | None = 1
    pages: tuple[tuple[str, Answer], ...] = ()
    path: str = "/deep/link"


def titled(title: str, status: int = 200, **headers: str) -> bytes:
    return response(
        status, f"<html><head><title>{title}</title></head><body>Please wait.</body></html>", **headers
    )


CASES = [
    *(Case(f"{status}", (response(status, PAGE),), "alive", str(status)) for status in (200, 201, 203, 206)),
    Case("204", (b"HTTP/1.1 204 No Content\r\n\r\n",), "alive", "204"),
    Case("gzip", (response(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip"),), "alive", "200 OK"),
    Case("gzip bomb", (response(200, BOMB, Content_Encoding="gzip"),), "alive", "200 OK"),
    Case("broken gzip", (response(200, "no gzip", Content_Encoding="gzip"),), "alive", "200 OK"),
    Case(
        "chunked",
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n",),
        "alive",
        "200 OK",
    ),
    Case(
        "broken chunks", (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",), "alive", "200 OK"
    ),
    Case(
        "body cut off",
        (b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\nConnection: close\r\n\r\nx",),
        "alive",
        "200 OK",
    ),
    Case("endless body", (drip(response(200, "", length=False)),), "alive", "200 OK"),
    Case(
        "two lengths",
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",),
        "alive",
        "200 OK",
    ),
    Case(
        "early hints",
        (b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + response(404), response(200)),
        "alive",
        "200",
        2,
    ),
    Case("continue", (b"HTTP/1.1 100 Continue\r\n\r\n" + response(200),), "alive", "200 OK"),
    Case("many headers", (response(200, PAGE, **{f"X-{n}": "x" for n in range(300)}),), "alive", "200 OK"),
    Case(
        "location behind many headers",
        (b"HTTP/1.1 301 M\r\n" + b"X-A: b\r\n" * 300 + b"Location: /new/place\r\nContent-Length: 0\r\n\r\n",),
        "moved",
        "moved",
        pages=(("/new/place", response(200)),),
    ),
    Case("not HTML", (response(200, "<title>404 Not Found</title>", kind="text/plain"),), "alive", "200 OK"),
    Case("HTTP/2 in text", (b"HTTP/2 200\r\nContent-Length: 0\r\n\r\n",), "alive", "200 OK"),
    Case("blank lines first", (b"\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",), "alive", "200 OK"),
    Case("line feeds only", (b"HTTP/1.1 404 N\nContent-Length: 0\n\n", response(200)), "alive", "200 OK", 2),
    Case("one length twice", (b"HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nxx",), "alive", "200 OK"),
    Case("404, wait an hour", (response(404, Retry_After="3600"),), "dead", "404 Not Found", 2),
    Case("HTTP/1.0", (b"HTTP/1.0 200 OK\r\n\r\npage",), "alive", "200 OK"),
    # Moved, or only elsewhere for now.
    *(
        Case(
            f"{status}",
            (redirect("/new/place", status),),
            "moved",
            "moved",
            pages=(("/new/place", response(200)),),
        )
        for status in (301, 308)
    ),
    *(
        Case(
            f"{status}",
            (redirect("/new/place", status),),
            "alive",
            "200 OK",
            pages=(("/new/place", response(200)),),
        )
        for status in (302, 303, 307)
    ),
    Case(
        "301, then 302",
        (redirect("/b"),),
        "alive",
        "200 OK",
        pages=(("/b", redirect("/new/place", 302)), ("/new/place", response(200))),
    ),
    Case("301 to a 404", (redirect("/b"),), "dead", "404 Not Found", 2, pages=(("/b", response(404)),)),
    Case("301 to a 410", (redirect("/b"),), "dead", "410 Gone", 1, pages=(("/b", response(410)),)),
    Case("301 to a 500", (redirect("/b"),), "unreachable", "500", 3, pages=(("/b", response(500)),)),
    Case(
        "redirect in UTF-8",
        (redirect("/ü".encode().decode("latin-1"), 301),),
        "moved",
        "moved",
        pages=(("/%C3%BC", response(200)),),
    ),
    Case(
        "ten redirects",
        (redirect("/1"),),
        "moved",
        "moved",
        pages=(*((f"/{n}", redirect(f"/{n + 1}")) for n in range(1, 10)), ("/10", response(200))),
    ),
    Case(
        "eleven redirects",
        (redirect("/1"),),
        "suspect",
        "more than 10 redirects",
        2,
        pages=tuple((f"/{n}", redirect(f"/{n + 1}")) for n in range(1, 20)),
    ),
    Case(
        "circle",
        (redirect("/b"),),
        "suspect",
        "redirects in a circle",
        None,
        pages=(("/b", redirect("/deep/link")),),
    ),
    Case(
        "circle until the cookie is back",
        (redirect("/deep/link", 302, Set_Cookie="seen=1; Path=/"), response(200)),
        "alive",
        "200 OK",
        2,
    ),
    Case("redirect without a target", (response(302),), "unreachable", "302 Found without a target"),
    Case("redirect to a broken URL", (redirect("http://a..b/"),), "unreachable", "redirects to a broken URL"),
    Case(
        "redirect to another scheme",
        (redirect("itms-apps://apps.example/1"),),
        "skipped",
        "redirects elsewhere: itms-apps: is not for HTTP",
    ),
    Case(
        "redirect to an endless URL",
        (redirect("/" + "x" * 9000),),
        "unreachable",
        "redirects to a URL without end",
        1,
    ),
    Case(
        "redirect to login",
        (redirect("/login?next=/deep/link", 302),),
        "blocked",
        "redirects to a login page",
    ),
    Case(
        "through a login and back",
        (redirect("/login?next=/deep/link", 302), response(200, PAGE)),
        "alive",
        "200 OK",
        2,
        pages=(("/login?next=/deep/link", redirect("/deep/link", 302, Set_Cookie="me=1; Path=/")),),
    ),
    Case(
        "through a login and back to nothing",
        (redirect("/login?next=/deep/link", 302), response(404)),
        "dead",
        "404 Not Found",
        None,
        pages=(("/login?next=/deep/link", redirect("/deep/link", 302, Set_Cookie="me=1; Path=/")),),
    ),
    Case(
        "from one page through a login and back to it",
        (redirect("/article"),),
        "alive",
        "200 OK",
        pages=(
            ("/article", redirect("/authorize?to=x", 303)),
            ("/authorize?to=x", redirect("/article?code=1", 302, Set_Cookie="me=1; Path=/")),
            ("/article?code=1", response(200, PAGE)),
        ),
    ),
    Case(
        "a page for errors that names the link",
        (redirect("/error?url=/deep/link", 302),),
        "dead",
        "404 Not Found",
        2,
        pages=(("/error?url=/deep/link", response(404)),),
    ),
    Case(
        "a page for errors of ASP.NET",
        (redirect("/Error.aspx?aspxerrorpath=/deep/link", 302),),
        "suspect",
        "redirects to the error page",
    ),
    Case(
        "a login that is not there",
        (redirect("/login?next=/deep/link", 302),),
        "blocked",
        "redirects to a login page",
        pages=(("/login?next=/deep/link", response(404)),),
    ),
    Case(
        "the same page in a language",
        (redirect("/en/deep/link?from=/deep/link", 302),),
        "alive",
        "200 OK",
        pages=(("/en/deep/link?from=/deep/link", response(200)),),
    ),
    Case(
        "a login that never ends",
        (redirect("/login?next=/deep/link", 302),),
        "blocked",
        "redirects to a login page",
        pages=(("/login?next=/deep/link", redirect("/deep/link", 302)),),
    ),
    Case(
        "a login elsewhere that cannot be reached",
        (redirect("http://127.0.0.1:9/sso/start", 302),),
        "blocked",
        "redirects to a login page",
    ),
    Case(
        "a login that leads home",
        (redirect("/login", 302),),
        "blocked",
        "redirects to a login page",
        pages=(("/login", redirect("/", 302)), ("/", response(200))),
    ),
    Case(
        "sent on by the page",
        (response(200, "<meta http-equiv=refresh content='0; url=/new/place'>"),),
        "alive",
        "200 OK",
        pages=(("/new/place", response(200)),),
    ),
    Case(
        "sent on by the page to a 404",
        (response(200, "<meta http-equiv=refresh content='0; url=/new/place'>"),),
        "suspect",
        "sends the reader on to what is not there: 404 Not Found",
        2,
        pages=(("/new/place", response(404)),),
    ),
    Case(
        "sent on by the page to a host that is down",
        (response(200, "<meta http-equiv=refresh content='0; url=http://127.0.0.1:9/'>"),),
        "alive",
        "200 OK",
        None,
    ),
    Case(
        "a page that loads itself again",
        (response(200, "<meta http-equiv=refresh content='1; url=/deep/link'>"),),
        "alive",
        "200 OK",
    ),
    Case(
        "a page that sends the reader into an application",
        (response(200, "<meta http-equiv=refresh content='0; url=itms-apps://apps.example/1'>"),),
        "alive",
        "200 OK",
    ),
    Case("redirect to sign-in", (redirect("/users/sign_in"),), "blocked", "redirects to a login page"),
    Case("redirect to SSO", (redirect("/sso/start", 307),), "blocked", "redirects to a login page"),
    Case(
        "deep link to /",
        (redirect("/", 302),),
        "suspect",
        "redirects to the home page",
        pages=(("/", response(200)),),
    ),
    Case(
        "deep link permanently to /",
        (redirect("/"),),
        "suspect",
        "redirects to the home page",
        pages=(("/", response(200)),),
    ),
    Case(
        "deep link to the home page in a language",
        (redirect("/en/", 302),),
        "suspect",
        "redirects to the home page",
        pages=(("/en/", response(200)),),
    ),
    Case(
        "department with a short name",
        (redirect("/cs/"),),
        "moved",
        "moved",
        pages=(("/cs/", response(200)),),
    ),
    Case("index to /", (redirect("/"),), "moved", "moved", pages=(("/", response(200)),), path="/index.html"),
    Case(
        "deep link to the index",
        (redirect("/index.html"),),
        "suspect",
        "redirects to the home page",
        pages=(("/index.html", response(200)),),
    ),
    Case(
        "redirect to an error page",
        (redirect("/404.html", 302),),
        "suspect",
        "redirects to the error page /404.html",
    ),
    Case(
        "redirect to 'not found'",
        (redirect("/errors/not-found?from=x", 302),),
        "suspect",
        "redirects to the error page",
    ),
    Case(
        "redirect to a page that says 404",
        (redirect("/sorry", 302),),
        "suspect",
        "the page says",
        pages=(("/sorry", response(200, "<title>404 Not Found</title>")),),
    ),
    Case(
        "redirect to a gate",
        (redirect("/consent?continue=%2Fdeep%2Flink", 302),),
        "blocked",
        "redirects to a login page",
    ),
    Case(
        "folded location",
        (b"HTTP/1.1 301 M\r\nLocation:\r\n /new/place\r\nContent-Length: 0\r\n\r\n",),
        "moved",
        "moved",
        pages=(("/new/place", response(200)),),
    ),
    Case(
        "slow redirects",
        (lambda connection: (time.sleep(0.7), connection.sendall(redirect("/slow/2"))),),
        "unreachable",
        "",
        pages=tuple(
            (
                f"/slow/{n}",
                lambda connection, n=n: (time.sleep(0.7), connection.sendall(redirect(f"/slow/{n + 1}"))),
            )
            for n in range(2, 9)
        ),
    ),
    Case(
        "redirect to a domain market",
        (redirect("https://www.hugedomains.com/domain_profile.cfm?d=a"),),
        "suspect",
        "the domain is for sale",
    ),
    # Dead.
    Case("404", (response(404),), "dead", "404 Not Found", 2),
    Case("404, then 200", (response(404), response(200)), "alive", "200 OK", 2),
    Case("404, then 403", (response(404), response(403)), "blocked", "403 Forbidden", None),
    Case("404, then 410", (response(404), response(410)), "dead", "410 Gone", 2),
    Case(
        "404, then a challenge",
        (response(404), titled("Just a moment...", 403)),
        "blocked",
        "challenge page",
        2,
    ),
    Case("410", (response(410),), "dead", "410 Gone", 1),
    # Blocked.
    *(Case(f"{status}", (response(status),), "blocked", str(status), 2) for status in (403, 406)),
    Case("403, then 200", (response(403), response(200)), "alive", "200 OK", 2),
    Case("403, then 404", (response(403), response(404)), "dead", "404 Not Found", 3),
    *(
        Case(f"{status}", (response(status),), "blocked", str(status), 1)
        for status in (401, 402, 407, 418, 451, 999)
    ),
    Case("Cloudflare", (response(403, "", cf_mitigated="challenge"),), "blocked", "Cloudflare challenge", 1),
    Case(
        "Cloudflare with 404",
        (response(404, "", cf_mitigated="challenge"),),
        "blocked",
        "Cloudflare challenge",
        1,
    ),
    Case("AWS WAF", (response(202, "", x_amzn_waf_action="challenge"),), "blocked", "AWS WAF challenge", 1),
    Case("just a moment", (titled("Just a moment...", 503),), "blocked", "challenge page", 1),
    Case(
        "attention required",
        (titled("Attention Required! | Cloudflare", 403),),
        "blocked",
        "challenge page",
        1,
    ),
    Case("DDoS-Guard", (titled("DDoS-Guard", 403),), "blocked", "challenge page", 1),
    Case("429 for ever", (response(429),), "blocked", "429 Too Many Requests", None),
    Case("429, wait a second", (response(429, Retry_After="1"), response(200)), "alive", "200 OK", 2),
    Case("429, wait a minute", (response(429, Retry_After="60"),), "blocked", "429 Too Many Requests", 1),
    Case(
        "429, wait until a date",
        (
            response(
                429, Retry_After=format_datetime(datetime.now(timezone.utc) + timedelta(hours=1), usegmt=True)
            ),
        ),
        "blocked",
        "429 Too Many Requests",
        1,
    ),
    # No evidence.
    *(
        Case(f"{status}", (response(status),), "unreachable", str(status), 2)
        for status in (400, 405, 411, 501)
    ),
    Case("405, then 200", (response(405), response(200)), "alive", "200 OK", 2),
    *(
        Case(f"{status}", (response(status),), "unreachable", str(status), 1)
        for status in (409, 412, 421, 422, 431)
    ),
    *(
        Case(f"{status}", (response(status),), "unreachable", str(status), 3)
        for status in (408, 425, 500, 502, 503, 504, 520, 522, 530)
    ),
    Case("500, then 200", (response(500), response(200)), "alive", "200 OK", 2),
    Case("503, wait a minute", (response(503, Retry_After="60"),), "unreachable", "503", 1),
    Case("304", (b"HTTP/1.1 304 Not Modified\r\n\r\n",), "unreachable", "304"),
    Case("four digits", (response("4040 Not Found"),), "unreachable", "not an HTTP answer", 1),
    Case("600", (response(600),), "unreachable", "600"),
    Case("silence", (stay_silent,), "unreachable", "no answer within", 2),
    Case(
        "head drips", (drip(b"HTTP/1.1 200 OK\r\nX-A: "),), "unreachable", "the whole answer took too long", 1
    ),
    Case("status line drips", (drip(b"HTTP/1.1 2"),), "unreachable", "the whole answer took too long", 1),
    Case("empty reply", (hang_up,), "unreachable", "empty reply", 3),
    Case("reset", (reset,), "unreachable", "connection reset", 3),
    Case("reset, then 200", (reset, response(200)), "alive", "200 OK", 2),
    Case("not HTTP", (b"SSH-2.0-OpenSSH_9.2\r\n",), "unreachable", "not an HTTP answer", 1),
    Case("endless head", (drip(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200_000),), "unreachable", "", 1),
    Case("endless hints", (b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100 + response(200),), "unreachable", "", 1),
    # Pages that lie.
    Case(
        "soft 404", (response(200, "<title>Page not found</title><h1>Oops</h1>"),), "suspect", "the page says"
    ),
    Case(
        "parked",
        (response(200, "<title>a.example</title><p>This domain is for sale!</p>"),),
        "suspect",
        "the page says",
    ),
]
