"""The words by which pages say that they are not there, that a domain is for sale, or that one must wait.

Patterns match text of small letters without punctuation (see `page`).
"""

from __future__ import annotations

import re


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_THING = (
    "(?:page|web ?page|file|url|article|document|documentation page|content|post|object|resource|site|item"
    "|link|address|file or directory|repository|project|product|video|profile|account)"
)
_LEAD = (
    "(?:the|this|that|your|requested|we|we're|we are|sorry|so sorry|oops|ooops|oh no|ups|whoops|uh oh|hmm+"
    "|ouch|error|http|404|but|unfortunately|it seems|it looks like|looks like)"
)
_NO = (
    "(?:not|cannot|can't|couldn't|doesn't|isn't|wasn't|no longer|could not|can not|does not|is not|was not"
    "|has not|is no longer|does no longer|might not|may not)"
)
_WHICH = (
    "(?: (?:that )?you(?:'re| are|'ve| have| were)?"
    "(?: requested| looking for| want| tried to \\w+| trying to \\w+))?"
    "(?: (?:in|on|at) (?:this|our|the) \\w+)?"
)
_THERE = "(?:found|exist|exists|available|located|here)"
_TAIL = "(?: (?:404|error|on this server|anymore|any longer|or is no longer available|or is private))*"
_ZH_THING = "(?:页面|网页|文章|内容|頁面|網頁|页)"
_ZH_GONE = "(?:不存在|未找到|找不到|没有找到|已被?(?:删除|移除)|不存在或已(?:被)?删除)"

_ERROR = (
    "(?:fehler|erreur|errore|erro|ошибка|помилка|błąd|chyba|fout|fel|feil|fejl|hata|virhe|hiba|eroare|greška"
    "|грешка|σφάλμα|خطأ|خطای|שגיאה|lỗi|错误|錯誤|エラー|오류)"
)

NOT_FOUND = re.compile(
    _any(
        rf"(?:{_LEAD} )*{_THING}{_WHICH} (?:{_NO} )+(?:be |been )?{_THERE}{_TAIL}",
        rf"(?:{_LEAD} )*(?:couldn't|could not|can't|cannot) find (?:the |that |this )?{_THING}{_WHICH}",
        r"(?:http |error |status |code |oops |sorry )*404 (?:error |http |file |page )*not found(?: error)?",
        r"(?:http |status |code )*error 404(?: (?:page |file )?not found(?: 1)?)?",
        r"404 error|not found (?:error )?404",
        rf"(?:http )?{_ERROR} ?404|404 ?(?:{_ERROR}|页面|页|頁面)(?:未找到|不存在)?",
        r"404 (?:error|page missing|file missing|that's an error)|page not found 404",
        r"page (?:is )?(?:missing|gone)|missing page|no such page|this page has been (?:deleted|removed)",
        rf"(?:404 ?)?(?:(?:很?抱歉|非常抱歉|对不起|哎呀|糟糕|不好意思|啊哦) ?)*(?:您|你)?(?:所|想|要|正在)*"
        rf"(?:访问|请求|查找|查看|浏览|找)?的?(?:该|此|这个)?{_ZH_THING}{_ZH_GONE}(?:了|啦)?",
        rf"(?:找不到|未找到|没有找到)(?:该|此|您要的|您访问的)?{_ZH_THING}",
        r"(?:お探しの|指定された|ご指定の)?ページ(?:は|が)(?:見つかりません(?:でした)?|存在しません|ありません)",
        r"(?:요청하신 )?페이지를 찾을 수 (?:없습니다|없어요|없음)|(?:존재하지 않는|없는) 페이지(?:입니다)?",
        r"(?:(?:die|diese|leider|angeforderte|gesuchte) )*seite (?:wurde |konnte )?(?:leider )?nicht gefunden"
        r"(?: werden)?",
        r"(?:leider )?(?:wir )?(?:konnten|können) (?:wir )?(?:leider )?(?:die|diese) (?:\w+ )?seite"
        r" (?:leider )?nicht finden",
        r"(?:die |diese )?seite existiert nicht(?: mehr)?",
        r"(?:(?:oups|désolé|erreur|404|la|cette) )*page (?:demandée |recherchée |que vous \w+ )?"
        r"(?:est )?(?:introuvable|non trouvée|n'existe (?:pas|plus)|inexistante|n'a pas été trouvée)",
        r"no (?:se ha |hemos )?(?:encontrado|encontramos|pudimos encontrar) la página(?: \w+)?",
        r"(?:(?:lo sentimos|la|esta) )*página (?:solicitada |que \w+ )?no"
        r" (?:encontrada|existe|se encuentra|se ha encontrado|disponible)",
        r"(?:(?:ops|a|esta) )*página (?:solicitada |que \w+ )?não (?:foi encontrada|encontrada|existe)",
        r"pàgina no trobada|no s'ha trobat la pàgina",
        r"(?:(?:ops|la|questa) )*pagina (?:richiesta |che \w+ )?non (?:è stata )?(?:trovata|esiste)",
        r"(?:de )?pagina (?:is )?niet gevonden|(?:deze |de )?pagina bestaat niet(?: meer)?",
        r"(?:запрашиваемая |запрошенная )?страница не (?:найдена|существует)",
        r"такой страницы (?:нет|не существует)",
        r"сторінку не знайдено|сторінка не (?:знайдена|існує)|сторінки не існує",
        r"страницата не (?:е намерена|съществува)|страница није пронађена",
        r"nie znaleziono strony|(?:ta )?strona nie (?:została )?(?:znaleziona|odnaleziona|istnieje)",
        r"stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla|nebola nájdená)",
        r"(?:ta )?stran(?:ica)? (?:nije pronađena|ne postoji|ne obstaja|ni bila najdena)",
        r"(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil)",
        r"sidan (?:hittades inte|kunde inte hittas|finns inte)|hittar inte sidan",
        r"siden (?:ble|blev|kunne) ikke (?:funnet|fundet|findes)",
        r"siden (?:finnes|findes|eksisterer) ikke|fant ikke siden",
        r"sivua ei (?:löytynyt|löydy|ole(?: olemassa)?)|lehte ei leitud|lehekülge ei leitud",
        r"puslapis nerastas|lapa nav atrasta|síða fannst ekki|faqja nuk u gjet",
        r"(?:az |a )?(?:keresett )?oldal nem található",
        r"pagina nu (?:a fost găsită|există|poate fi găsită)",
        r"η σελίδα δεν (?:βρέθηκε|υπάρχει)|δεν βρέθηκε η σελίδα",
        r"không tìm thấy trang|trang không tồn tại",
        r"(?:halaman|laman) tidak (?:ditemukan|dijumpai|wujud|ada)",
        r"الصفحة (?:المطلوبة )?غير (?:موجودة|متوفرة|متاحة)|لم يتم العثور على (?:هذه )?الصفحة",
        r"(?:הדף|העמוד|דף|עמוד) לא (?:נמצא|קיים)",
        r"(?:صفحه|برگه) (?:مورد نظر )?(?:یافت|پیدا) نشد|صفحہ نہیں ملا",
        r"ไม่พบหน้า(?:เว็บ)?(?:นี้|ที่คุณต้องการ|ที่คุณค้นหา)?",
        r"(?:यह )?(?:पृष्ठ|पेज) नहीं मिला|পৃষ্ঠা(?:টি)? পাওয়া যায়নি|பக்கம் கிடைக்கவில்லை",
    )
)
"""A whole title, part of a title, or heading that can only mean that the page is not there."""

NOT_FOUND_HINT = re.compile(
    r"(?:error |oops |http |status )*404(?: page)?|not found|oops|error|page error|not available|gone"
)
"""One that would mean so, if another sign says the same."""

VAGUE_HINT = re.compile(r"oops|error|page error|not available|gone")
"""One that is a name of many other things, too."""

BOT_WALL_TITLES = (
    *("just a moment", "checking your browser", "verify you are human", "please verify you are"),
    *("making sure you're not a bot", "are you a robot", "are you human", "i'm not a robot", "robot check"),
    *("human verification", "bot verification", "vercel security checkpoint", "security check"),
    *("pardon our interruption", "client challenge", "ddos-guard", "access to this page has been denied"),
)
"""How the titles of those begin that come with a good status."""

BOT_WALL_SCRIPTS = ("_incapsula_resource", "captcha-delivery.com", "px-captcha", "awswafcookiedomainlist")
"""What the pages of bot walls load that say nothing else."""

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

NOT_FOUND_SENTENCE = re.compile(
    r"(?:page|file|document|content) (?:that )?you(?:'re| are|'ve| have| were)?(?: requested| looking for)"
    r"(?: in this \w+)?"
    r" (?:does not exist|doesn't exist|(?:could|can) ?not be found|(?:couldn't|can't) be found|was not found)"
    r"|(?:couldn't|could not|can't|cannot) find the page you(?:'re| are| were)? (?:requested|looking for)"
    r"|this page (?:doesn't|does not) exist"
)
"""What a page says that has no other text to speak of."""

SENTENCE_WORDS = ("looking for", "requested", "this page does", "cannot get")
"""One of them is in each of these sentences."""

PARKED_SCRIPTS = ('location.href="/lander"', "location.href='/lander'", 'location.replace("/lander")')
"""How an otherwise empty page leads to what a registrar shows for a parked domain."""

DEFAULT_TITLES = frozenset(
    {
        *(
            "welcome to nginx!",
            "welcome to openresty!",
            "welcome to caddy",
            "iis windows server",
            "iis windows",
        ),
        *("apache2 ubuntu default page: it works", "apache2 debian default page: it works"),
        *("test page for the apache http server", "test page for the nginx http server"),
        *("domain default page", "default web site page", "default parallels plesk page"),
    }
)
"""What servers show that nobody has put a site on."""

FOR_SALE = re.compile(r"(?:^|\s)(?:[\w-]+\.)+[a-z]{2,} (?:is|may be) (?:available )?for (?:sale|purchase)\b")
"""A domain that offers itself, in text of small letters."""

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
    "questo dominio è in vendita",
    "este domínio está à venda",
    "deze domeinnaam is te koop",
    "ta domena jest na sprzedaż",
    "도메인은 판매",
)
"""What parked pages say; only believed on a page that says little else."""

PARKED_WORDS = (
    *("domain", "parked", "suspended", "for sale", "dominio", "domínio", "domein", "domena"),
    *("域名", "ドメイン", "домен", "도메인"),
)
"""One of them is in each of these phrases: most pages are done with when they have none."""
