"""What the answer to a link means: one table.

Dead needs positive evidence, and lasting evidence where it is weak. What shows nothing about the page (a
timeout, a broken certificate, an ailing server) is `unreachable`; a host that lives and turns us away is
`blocked`.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from awesomelint.needs import Verdict


class Signal(Enum):
    """What was seen when a link was followed; each has one row in `MEANINGS`."""

    OK = "the page is there"
    CHALLENGE = "a challenge page of a bot wall"
    PERMANENT_REDIRECT = "only permanent redirects"
    LOGIN = "a redirect to a login page"
    HOME = "a deep link that ends at the home page"
    LOOP = "a redirect loop"
    TOO_MANY_REDIRECTS = "too many redirects"
    BAD_REDIRECT = "a redirect to nowhere"
    SOFT_404 = "a page that says it does not exist"
    PARKED = "a parked domain"
    NOT_FOUND = "404"
    GONE = "410"
    API_GONE = "the host's API says that there is none"
    RENAMED = "the host's API states another name"
    FORBIDDEN = "403, 406"
    REFUSED = "401, 402, 407, 418, 451, 999"
    BAD_REQUEST = "400, 405, 411, 501"
    CLIENT_ERROR = "another 4xx"
    THROTTLED = "429"
    SERVER_ERROR = "408, 425, 5xx"
    ODD_STATUS = "any other status"
    CONNECT_TIMEOUT = "no connection in time"
    READ_TIMEOUT = "no answer in time"
    DEADLINE = "the link took too long"
    CONNECTION_REFUSED = "connection refused"
    CONNECTION_LOST = "reset, aborted, empty reply"
    NOT_HTTP = "an answer that is not HTTP"
    TLS = "no trusted connection"
    UNKNOWN_AUTHORITY = "a certificate of an unknown authority"
    NO_SUCH_NAME = "the name does not exist"
    NAME_FAILURE = "no answer about the name"
    NETWORK = "network unreachable"
    PROXY = "the proxy failed"
    UNPARSABLE = "a URL that cannot be parsed"
    NOT_PUBLIC = "an address that is not public"
    OTHER_SCHEME = "not for HTTP"
    EXCLUDED = "excluded"
    TIME_IS_UP = "the run's time was used up"
    HOST_GIVEN_UP = "the host refuses to be asked further"


class Meaning(NamedTuple):
    """A row of the table.

    `retries` is how many more times the link is asked, `wait` for how many seconds it rests before that, and
    `as_browser` whether the headers are then a browser's. The last answer counts. `is_lasting` tells that a
    link which shows this in one run after the other is dead in the end: nobody is there, as opposed to a
    living host that does not like the request, and to a fault on our side.
    """

    verdict: Verdict
    retries: int = 0
    wait: float = 0.0
    as_browser: bool = False
    is_lasting: bool = False


MEANINGS: dict[Signal, Meaning] = {
    Signal.OK: Meaning("alive"),
    Signal.CHALLENGE: Meaning("blocked"),
    Signal.PERMANENT_REDIRECT: Meaning("moved"),
    Signal.LOGIN: Meaning("blocked"),
    Signal.HOME: Meaning("suspect"),
    Signal.LOOP: Meaning("suspect", retries=1, wait=1.0),
    Signal.TOO_MANY_REDIRECTS: Meaning("suspect", retries=1, wait=1.0),
    Signal.BAD_REDIRECT: Meaning("unreachable"),
    Signal.SOFT_404: Meaning("suspect"),
    Signal.PARKED: Meaning("suspect"),
    Signal.NOT_FOUND: Meaning("dead", retries=1, wait=2.0, as_browser=True),
    Signal.GONE: Meaning("dead"),
    Signal.API_GONE: Meaning("dead"),
    Signal.RENAMED: Meaning("moved"),
    Signal.FORBIDDEN: Meaning("blocked", retries=1, wait=1.0, as_browser=True),
    Signal.REFUSED: Meaning("blocked"),
    Signal.BAD_REQUEST: Meaning("unreachable", retries=1, wait=1.0, as_browser=True),
    Signal.CLIENT_ERROR: Meaning("unreachable"),
    Signal.THROTTLED: Meaning("blocked"),
    Signal.SERVER_ERROR: Meaning("unreachable", retries=2, wait=2.0, is_lasting=True),
    Signal.ODD_STATUS: Meaning("unreachable"),
    Signal.CONNECT_TIMEOUT: Meaning("unreachable", retries=1, wait=1.0, is_lasting=True),
    Signal.READ_TIMEOUT: Meaning("unreachable", retries=1, wait=1.0, is_lasting=True),
    Signal.DEADLINE: Meaning("unreachable", is_lasting=True),
    Signal.CONNECTION_REFUSED: Meaning("unreachable", retries=2, wait=2.0, is_lasting=True),
    Signal.CONNECTION_LOST: Meaning("unreachable", retries=2, wait=2.0, is_lasting=True),
    Signal.NOT_HTTP: Meaning("unreachable", is_lasting=True),
    Signal.TLS: Meaning("unreachable", is_lasting=True),
    # Browsers fetch certificates that a host left out, and a firm's firewall may put in its own.
    Signal.UNKNOWN_AUTHORITY: Meaning("unreachable"),
    Signal.NO_SUCH_NAME: Meaning("dead", retries=1, wait=2.0),
    Signal.NAME_FAILURE: Meaning("unreachable", retries=2, wait=2.0, is_lasting=True),
    Signal.NETWORK: Meaning("unreachable", retries=2, wait=2.0, is_lasting=True),
    Signal.PROXY: Meaning("unreachable", retries=1, wait=2.0),
    Signal.UNPARSABLE: Meaning("dead"),
    Signal.NOT_PUBLIC: Meaning("skipped"),
    Signal.OTHER_SCHEME: Meaning("skipped"),
    Signal.EXCLUDED: Meaning("skipped"),
    Signal.TIME_IS_UP: Meaning("skipped"),
    Signal.HOST_GIVEN_UP: Meaning("skipped"),
}

HOST_SIGNALS = frozenset(
    {
        Signal.CONNECT_TIMEOUT,
        Signal.CONNECTION_REFUSED,
        Signal.NO_SUCH_NAME,
        Signal.NAME_FAILURE,
        Signal.NETWORK,
    }
)
"""What is true of a host, not of one of its pages: no TCP connection came about."""

LEFT_OUT = frozenset({Signal.EXCLUDED, Signal.NOT_PUBLIC, Signal.OTHER_SCHEME})
"""What is skipped for good: no run, however long, looks such a link up."""

_BY_STATUS = {
    404: Signal.NOT_FOUND,
    410: Signal.GONE,
    429: Signal.THROTTLED,
    **dict.fromkeys((403, 406), Signal.FORBIDDEN),
    **dict.fromkeys((401, 402, 407, 418, 451, 999), Signal.REFUSED),
    **dict.fromkeys((400, 405, 411, 501), Signal.BAD_REQUEST),
    **dict.fromkeys((408, 425), Signal.SERVER_ERROR),
}


def status_signal(status: int) -> Signal:
    """What a final status shows by itself."""
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    by_class = {2: Signal.OK, 4: Signal.CLIENT_ERROR, 5: Signal.SERVER_ERROR}
    return by_class.get(status // 100, Signal.ODD_STATUS)
