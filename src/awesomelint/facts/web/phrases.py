"""The words by which pages say that they are not there, that a domain is for sale, or that one must wait.

Patterns match text of small letters without punctuation (see `page`).
"""

from __future__ import annotations

import re


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_THING = _any(
    *(
        "page",
        "web ?page",
        "file",
        "url",
        "article",
        "document",
        "content",
        "post",
        "object",
        "resource",
        "site",
    ),
    *("item", "link", "address"),
)
_LEAD = _any(
    *("the", "this", "that", "your", "requested", "we", "sorry", "oops", "ooops", "whoops", "uh oh", "hmm"),
    *("error", "http", "404", "but"),
)
_NO = _any(
    *(
        "not",
        "cannot",
        "can't",
        "couldn't",
        "doesn't",
        "isn't",
        "wasn't",
        "no longer",
        "could not",
        "can not",
    ),
    *("does not", "is not", "was not", "has not"),
)
_WHICH = r"(?: (?:that )?you(?:'re| are| were)? (?:requested|looking for|want|tried to \w+|trying to \w+))?"
_THERE = _any("found", "exist", "exists", "available", "located", "here")
_TAIL = "(?: (?:404|error|on this server|anymore))*"
_ZH_THING = _any("页面", "网页", "文章", "内容", "頁面", "網頁")
_ZH_GONE = _any("不存在", "未找到", "找不到", "没有找到", "已被?删除", "不存在或已(?:被)?删除")

NOT_FOUND = re.compile(
    _any(
        rf"(?:{_LEAD} )*{_THING}{_WHICH} (?:{_NO} )+(?:be |been )?{_THERE}{_TAIL}",
        rf"(?:{_LEAD} )*(?:couldn't|could not|can't|cannot) find (?:the |that |this )?{_THING}{_WHICH}",
        r"(?:http |error |status |code |oops |sorry )*404 (?:error |http |file |page )*not found(?: error)?",
        r"(?:http |status |code )*error 404(?: (?:page |file )?not found(?: 1)?)?",
        r"404 error|not found (?:error )?404",
        r"404 (?:error|page missing|file missing|that's an error)|page not found 404",
        r"page (?:is )?(?:missing|gone)|missing page|no such page|this page has been (?:deleted|removed)",
        rf"(?:抱歉 ?)?(?:您|你)?所?(?:访问|请求|查找|要找)?的?{_ZH_THING}{_ZH_GONE}(?:了|啦)?",
        rf"(?:找不到|未找到|没有找到)(?:该|此|您要的)?{_ZH_THING}",
        r"(?:お探しの|指定された|ご指定の)?ページ(?:は|が)(?:見つかりません(?:でした)?|存在しません)",
        r"(?:요청하신 )?페이지를 찾을 수 없습니다|존재하지 않는 페이지(?:입니다)?",
        r"(?:die )?(?:angeforderte )?seite (?:wurde )?nicht gefunden|seite existiert nicht",
        r"(?:la )?page (?:demandée )?(?:est )?(?:introuvable|non trouvée|n'existe pas|inexistante)",
        r"(?:la )?página (?:solicitada )?no (?:encontrada|existe|se encuentra)",
        r"página não encontrada|a página não existe",
        r"(?:la )?pagina (?:richiesta )?non (?:è stata )?trovata|pagina niet gevonden",
        r"страница не (?:найдена|существует)|сторінку не знайдено",
        r"nie znaleziono strony|strona nie (?:została znaleziona|istnieje)",
        r"stránka nenalezena|stránka nebyla nalezena|sayfa bulunamadı",
        r"sidan (?:hittades inte|kunde inte hittas)|siden ble ikke funnet|sivua ei löytynyt",
        r"không tìm thấy trang|halaman tidak ditemukan|الصفحة غير موجودة",
    )
)
"""A whole title, part of a title, or heading that can only mean that the page is not there."""

NOT_FOUND_HINT = re.compile(
    r"(?:error |oops |http |status )*404|not found|oops|error|page error|not available|gone"
)
"""One that would mean so, if another sign says the same."""

CHALLENGE_TITLES = ("just a moment", "attention required", "ddos-guard", "checking your browser", "请稍候")
"""How the titles of challenge pages begin."""

PARKED_SOURCES = (
    "parkingcrew.net",
    "sedoparking.com",
    "bodis.com",
    "parking-lander",
    "parklogic.com",
    "above.com/marketplace",
    "dsnextgen.com",
    "cashparking.com",
    "domainsponsor.com",
    "voodoo.com/parking",
    "d38psrni17bvxu.cloudfront.net",
)
"""Where the scripts and frames of parked domains come from."""

PARKED_PHRASES = (
    "domain is for sale",
    "domain name is for sale",
    "domain may be for sale",
    "buy this domain",
    "purchase this domain",
    "inquire about this domain",
    "interested in this domain",
    "domain is parked",
    "domain name is parked",
    "page is parked",
    "parked free",
    "domain has expired",
    "domain name has expired",
    "domain is expired",
    "domain name is available for purchase",
    "account has been suspended",
    "diese domain steht zum verkauf",
    "diese domain kaufen",
    "ce nom de domaine est à vendre",
    "este dominio está en venta",
    "域名出售",
    "域名正在出售",
    "域名已过期",
    "このドメインは",
    "домен продается",
    "домен продаётся",
)
"""What parked pages say; only believed on a page that says little else."""
