"""Pages that came with 200 and say otherwise, and living pages that only look so."""

import time

import pytest

from awesomelint.facts.web.page import decode_page, judge_page, refresh_target
from awesomelint.facts.web.phrases import PARKED_PHRASES
from awesomelint.facts.web.verdicts import Signal

LONG = "<p>A paragraph with quite a few words in it, as articles have.</p>" * 80
NAVIGATION = "<nav>" + "<a href='/'>Somewhere on this site</a>" * 200 + "</nav>"
SCRIPT = "<script>" + "var x = 'not found';" * 500 + "</script>"


def titled(title, heading="", rest=""):
    return f"<html><head><title>{title}</title></head><body>{f'<h1>{heading}</h1>' if heading else ''}{rest}</body></html>"


SOFT_404 = [
    titled("404 Not Found"),
    titled("404 Not Found", "404 Not Found", LONG),
    titled("Page not found | Example", "Oops! That page can&rsquo;t be found.", LONG),
    titled("Page not found &#8211; Example", "Nothing here", NAVIGATION),
    titled("Page Not Found · GitHub Pages", "404"),
    titled("Error 404 (Not Found)!!1"),
    titled("404", "", "<p>This page could not be found.</p>"),
    titled("404: This page could not be found", "404"),
    titled("Not Found", "", "<p>The requested URL was not found on this server.</p>"),
    titled("Example", "404", "<p>Page not found</p>"),
    titled("Example", "Page not found", NAVIGATION + SCRIPT),
    titled("", "The page you requested could not be found."),
    titled("Oops!", "We couldn't find that page"),
    titled("Sorry, the page you're looking for doesn't exist", "", ""),
    titled("页面不存在", "", "<p>抱歉</p>"),
    titled("您访问的页面不存在 - 某网站", "您访问的页面不存在"),
    titled("找不到页面", "找不到页面"),
    titled("ページが見つかりませんでした", "ページが見つかりませんでした"),
    titled("페이지를 찾을 수 없습니다", ""),
    titled("Seite nicht gefunden – Beispiel", "Seite nicht gefunden"),
    titled("Page introuvable - Exemple", "Page introuvable"),
    titled("Страница не найдена", "Страница не найдена"),
    titled("Página no encontrada", "404"),
    titled("Fehler 404", "Fehler 404"),
    titled(
        "A blog", "", "<p>Sorry, the page you were looking for in this blog does not exist.</p>" + NAVIGATION
    ),
    titled("Error", "", "<pre>Cannot GET /papers/one.html</pre>"),
    titled("404 - File or directory not found.", "Server Error"),
    titled("Example", "We're sorry, that page can't be found", NAVIGATION),
    titled("Example", "This page is no longer available", "<p>Home</p>"),
    titled("Gone", "Gone", "<p>The requested resource is no longer available on this server.</p>"),
    titled("404 Page", "404", "<p>Nothing to see here.</p>"),
    titled("Repository not found", "Repository not found"),
    titled("Oups ! Page introuvable", "Cette page n'existe pas", LONG),
    titled("404 – Universität", "Leider konnten wir die Seite nicht finden"),
    titled("Error 404", "No se ha encontrado la página"),
    titled("出错了", "很抱歉，您要访问的页面不存在！"),
    titled("Erreur 404 – Exemple", "Erreur 404"),
    titled("Siden blev ikke fundet", "Siden blev ikke fundet"),
    titled("Az oldal nem található", "Az oldal nem található"),
    titled("Pagina nu a fost găsită", "Pagina nu a fost găsită"),
    titled("Η σελίδα δεν βρέθηκε", "Η σελίδα δεν βρέθηκε"),
    titled("הדף לא נמצא", "הדף לא נמצא"),
    titled("صفحه یافت نشد", "صفحه یافت نشد"),
    titled("ไม่พบหน้า", "ไม่พบหน้า"),
    titled("पृष्ठ नहीं मिला", "पृष्ठ नहीं मिला"),
    titled("404页面", "404页面"),
    titled("404 | Example", "404", "<p>Nothing to see here.</p>"),
    titled("Example", "Page not found", "<p style='color:red'>Try the search.</p>"),
    titled("Example", "", "<div hidden><h1>Welcome</h1></div><h1>Page not found</h1>"),
    titled("App", "", "<meta name='prerender-status-code' content='404'>"),
    titled("Example", "", "<h1><a href='/'>Example</a></h1><h2>Page not found</h2>"),
    titled("Example", "", "<p>The page you requested<br>could not be found.</p>"),
    titled("Error", "Sorry", "<p>This page is no longer available. Go <a href='/'>home</a>.</p>"),
]

PARKED = [
    titled("example.test", "This domain is for sale!"),
    titled("example.test is for sale", "Buy this domain", "<p>Make an offer.</p>"),
    titled("example.test", "", "<p>This domain has expired. Is it yours? Renew it.</p>"),
    titled("example.test", "", "<script src='//www.sedoparking.com/frmpark/x.js'></script>" + LONG),
    titled("example.test", "", "<iframe src='https://parking.bodis.com/x'></iframe>"),
    titled("Market", "example.test is for sale"),
    titled("The domain name example.test may be for sale | Market"),
    '<script>window.onload=function(){window.location.href="/lander"}</script>',
    titled("Welcome to nginx!", "Welcome to nginx!"),
    titled("Account Suspended", "", "<p>This Account has been suspended.</p>"),
]

LIVING = [
    titled("A study of something", "A study of something", LONG),
    titled("", ""),
    "",
    "no markup at all",
    titled("How to design a 404 page", "How to design a 404 page", LONG),
    titled("HTTP 404 - Wikipedia", "HTTP 404", LONG + "<p>page not found</p>"),
    titled("Page Not Found: A History of the 404 | Magazine", "Page Not Found: A History of the 404", LONG),
    titled("404 Media", "404 Media", LONG),
    titled("Area code 404", "Area code 404", LONG),
    titled("Page not found - 25 examples | Blog", "25 beautiful examples of error pages", LONG),
    titled("Errors in fuzzing: crash not found", "Crash not found", LONG),
    titled("Not Found (EP) - Music", "Not Found", LONG),
    titled("When a domain is for sale", "When a domain is for sale", LONG),
    titled("Domain names for everyone", "", "<a href='https://www.bodis.com/'>a marketplace</a>" + LONG),
    titled("Loading…", "", SCRIPT),
    titled("Repository", "", "<noscript>Page not found</noscript>" + LONG),
    titled("App", "", "<script>const lost = '<h1>404 Not Found</h1>'</script>"),
    titled("App", "", "<TEMPLATE><h1>Page not found</h1></TEMPLATE>"),
    titled("App", "", "<!-- <h1>Page not found</h1> -->"),
    titled("App", "", "<div style='margin:0;display: none'><h1>Page not found</h1><div>Sorry</div></div>"),
    titled("App", "", "<section class=error hidden><h1>Page not found</h1></section>"),
    "<!-- <title>404 Not Found</title> --><title>App</title><div id=app></div>",
    "<svg><title>404</title></svg><h1>Icons</h1><p>All our icons.</p>",
    titled("Room 404 | Hotel", "Room 404", LONG),
    titled("404 | Band", "404", LONG),
    titled("Page not found · Issue #404 · owner/project", "Page not found #404", "<p>Why?</p>"),
    titled("Guide", "", "<p>If the page you are looking for does not exist, write to us.</p>" + LONG),
    titled("App", "", "<div hidden>This page does not exist.</div><p>Loading the application</p>"),
    titled("Oops!", "Oops!", "<p>A library for objects.</p>"),
    titled("Error handling", "Errors", "<p>Errors are values.</p>"),
    titled("The web for sale", "", "<p>Everything here is for sale.</p>"),
    titled("How to say hello.world is for sale", "", LONG),
    titled("Setting up nginx", "Welcome to nginx!", LONG),
    titled("Map", "", "<script>location.href='/map'</script>"),
    titled("Get a user", "Get a user", "<h3>200 OK</h3><p>The user.</p><h3>404 Not Found</h3><p>None.</p>"),
    titled("Statuses", "404 Not Found", "<p>Nothing there.</p><h1>410 Gone</h1><p>No longer.</p>"),
    titled("Meldungen", "Fehler 404", "<p>Eine Seite fehlt.</p><h1>Fehler 500</h1>"),
    titled("Error | Manual", "Error", "<p>Raised when the server sends a 404 error.</p>"),
    titled("Help", "Help", "<h2>Installation fails</h2><p>Try again.</p><h2>Page not found</h2><p>Wait.</p>"),
    titled("App", "", "<div ng-if='missing'><h1>Page not found</h1></div><div ng-view></div>"),
    titled("App", "", "<div v-if='!page'><h1>Page not found</h1></div><div v-else>…</div>"),
    titled("App", "", "<p x-show=error>The page you are looking for does not exist.</p>"),
    titled("App", "", "<div class='error hidden'><h1>Page not found</h1></div>"),
    titled("App", "", "<div class=d-none><p>This page does not exist.</p></div>"),
    titled("Gone | Blog", "", "<div hidden><p>Page not found</p></div><p>Welcome</p>"),
    titled("App", "", '<script>add(\'<meta name="prerender-status-code" content="404">\')</script>'),
    titled("Coffee", "", "<p>Cannot get enough of it</p>"),
    titled("Home", "", "<p>If the page you requested was not found, write to me.</p>"),
    titled("Page Not Found - Videos", "", "<meta property='og:video:url' content='https://a.example/v'>"),
    titled(
        "404 Not Found - Questions", "404 Not Found", '<script>{"@type": "QAPage"}</script><p>Why?</p>' + LONG
    ),
    titled("Renewal", "Renewal", "<p>What to do when your domain has expired.</p>"),
    titled("Appeals", "Appeals", "<p>If your account has been suspended, write to us.</p>"),
]

NAMED = [
    ("This Video Does Not Exist", "This Video Does Not Exist", "https://thisvideodoesnotexist.example/"),
    ("Page gone | Blog", "Page gone", "https://a.example/2020/page-gone/"),
    ("Página no encontrada", "Página no encontrada", "https://a.example/p%C3%A1gina-no-encontrada"),
    ("404 | Studio", "404", "https://studio404.example/"),
    ("Page not found (#12) · Issues", "Page not found", "https://a.example/group/project/-/issues/12"),
    ("[ABC-12] Page not found", "Page not found", "https://a.example/browse/ABC-12"),
    ("404 not found_Videos", "404 not found", "https://a.example/video/BV1xx"),
]


@pytest.mark.parametrize("page", SOFT_404)
def test_a_page_that_says_it_is_not_there_is_suspected(page):
    judged = judge_page(page, "/a/b")
    assert judged is not None
    assert judged[0] is Signal.SOFT_404


@pytest.mark.parametrize("page", PARKED)
def test_a_parked_domain_is_suspected(page):
    judged = judge_page(page, "/a/b")
    assert judged is not None
    assert judged[0] is Signal.PARKED


@pytest.mark.parametrize("page", LIVING)
def test_a_living_page_is_not_suspected(page):
    assert judge_page(page, "/a/b") is None


@pytest.mark.parametrize(("title", "heading", "link"), NAMED)
def test_a_page_whose_address_says_the_same_is_called_so(title, heading, link):
    page = titled(title, heading)
    assert judge_page(page, link) is None
    assert judge_page(page, "https://a.example/b") is not None


@pytest.mark.parametrize(
    "page",
    [
        titled("Just a moment...", "", "<script src='/cdn-cgi/challenge-platform/h/b/x.js'></script>"),
        titled("Making sure you&#39;re not a bot!"),
        titled("Are you a robot?", "Please verify you are human"),
        "<html><script src='/_Incapsula_Resource?SWJIYLWA=1'></script></html>",
    ],
)
def test_a_bot_wall_with_a_good_status_is_told_from_a_page(page):
    judged = judge_page(page, "/a/b")
    assert judged is not None
    assert judged[0] is Signal.CHALLENGE


@pytest.mark.parametrize(
    "page",
    [
        titled("Are you a robot?", "Are you a robot?", LONG),
        titled("Shop", "Shop", LONG + "<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>"),
    ],
)
def test_a_page_about_bots_or_behind_a_wall_is_no_wall(page):
    assert judge_page(page, "/a/b") is None


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("<meta http-equiv=refresh content='0; url=/new'>", "/new"),
        (
            '<META CONTENT="3;URL=\'https://a.example/?x=1&amp;y=2\'" HTTP-EQUIV="Refresh">',
            "https://a.example/?x=1&y=2",
        ),
        ("<meta http-equiv=refresh content='0,new.html'>", "new.html"),
        ("<meta http-equiv=refresh content='300; url=/new'>", ""),
        ("<meta http-equiv=refresh content=5>", ""),
        ("<noscript><meta http-equiv=refresh content='0; url=/enable-scripts'></noscript>", ""),
        ("<!-- <meta http-equiv=refresh content='0; url=/new'> -->", ""),
        ("<meta name=description content='0; url=/new'> to refresh", ""),
        ("<textarea><meta http-equiv=refresh content='0; url=/new'></textarea>", ""),
        ("<meta http-equiv=refresh content='0; url='>", ""),
        ("<meta http-equiv=refresh content='0; url=/a b'>", "/a%20b"),
        ("<meta content=0;url=/new http-equiv=refresh>", "/new"),
    ],
)
def test_a_page_may_send_the_reader_on(page, target):
    assert refresh_target(page) == target


def test_each_phrase_of_a_parked_page_is_found():
    for phrase in PARKED_PHRASES:
        assert judge_page(titled("x", "", f"<p>{phrase}</p>"), "/a/b") is not None, phrase


def test_a_page_at_an_address_about_404_may_speak_of_it():
    assert judge_page(titled("Page not found", "Page not found"), "/docs/custom-404") is None


@pytest.mark.parametrize("link", ["https://example.org:40404/a", "https://example.org/posts/140423"])
def test_404_within_another_number_says_nothing_about_an_address(link):
    assert judge_page(titled("404 Not Found"), link) is not None


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("页面".encode("gbk"), "gbk", "页面"),
        ("<meta charset=gb2312>页面".encode("gbk"), None, "页面"),
        ("页面".encode(), None, "页面"),
        (b"\xff\xfd", "no such charset", "\ufffd\ufffd"),
        (b"abc", "base64", "abc"),
        ("\ufeff页面".encode("utf-16-le"), None, "页面"),
        ("\ufeff页面".encode("utf-16-be"), "iso-8859-1", "页面"),
        ("\ufeff页面".encode(), "gbk", "页面"),
        ("<meta charset=utf-16>页面".encode(), None, "页面"),
    ],
)
def test_a_page_is_decoded_by_what_it_says(body, charset, text):
    assert decode_page(body, charset).endswith(text)


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<script>",
        "<!--",
        "<h1>",
        "<h1",
        "<title>",
        "<title",
        "<meta ",
        "<nav><",
        "404 ",
        "page ",
        "&",
        "the ",
        "<div hidden>",
        "<div style= style= style=",
        "<p style='display",
        "a.",
        "<!-- <title>404</title> -->",
        "<meta http-equiv=refresh content=",
        "<div class='a ",
        "<p class=hidden>",
        "</h1><h1>404",
        "<h1><a ",
        "this page does",
        "</script",
    ],
)
def test_a_hostile_page_takes_little_time(unit):
    page = "<title>404</title><h1>Page not found</h1>domain is for sale sedoparking.com" + unit * (
        65536 // len(unit)
    )
    began = time.process_time()
    judge_page(page, "/a/b")
    refresh_target(page)
    assert time.process_time() - began < 0.5
