"""From what urllib3 and requests raise to what it shows about a link."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import requests
from urllib3 import exceptions as urllib3_errors

from awesomelint.facts.web.exchange import Failed
from awesomelint.facts.web.verdicts import Signal

_CERTIFICATE_FAULTS = {
    9: "certificate not valid yet",
    10: "certificate expired",
    18: "self-signed certificate",
    19: "self-signed certificate in the chain",
    20: "certificate chain incomplete or of an unknown authority",
    21: "certificate chain incomplete",
    23: "certificate revoked",
    62: "certificate is for another host name",
    64: "certificate is for another address",
}
"""OpenSSL's verification results (x509_vfy.h)."""
_UNKNOWN_AUTHORITY = frozenset({19, 20, 21})


def classify(error: Exception) -> Failed:
    """What it shows about a link that a request was not even sent."""
    chain = list(_causes(error))
    if any(isinstance(cause, urllib3_errors.ProxyError) for cause in chain):
        return Failed(Signal.PROXY, f"the proxy failed ({_brief(chain[-1])})")
    for cause in reversed(chain):
        failed = _classify_one(cause)
        if failed is not None:
            return failed
    return Failed(Signal.NOT_HTTP, f"no readable answer ({_brief(chain[-1])})")


def _classify_one(cause: BaseException) -> Failed | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        fault = _CERTIFICATE_FAULTS.get(cause.verify_code, cause.verify_message)
        is_unknown = cause.verify_code in _UNKNOWN_AUTHORITY
        return Failed(Signal.UNKNOWN_AUTHORITY if is_unknown else Signal.TLS, f"TLS: {fault}")
    if isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Failed(Signal.CONNECTION_LOST, "TLS: the connection was cut off")
    if isinstance(cause, (TimeoutError, urllib3_errors.ReadTimeoutError, requests.ReadTimeout)):
        return Failed(Signal.READ_TIMEOUT, "TLS: no answer in time")
    if isinstance(cause, ssl.SSLError):
        return Failed(Signal.TLS, f"TLS: {(cause.reason or str(cause)).lower().replace('_', ' ')}")
    if isinstance(cause, ConnectionError):
        return Failed(Signal.CONNECTION_LOST, "connection reset")
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        inner = getattr(error, "reason", None)
        if not isinstance(inner, BaseException):
            inner = next((arg for arg in error.args if isinstance(arg, BaseException)), None)
        error = inner or error.__cause__ or error.__context__


def _brief(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:120]
