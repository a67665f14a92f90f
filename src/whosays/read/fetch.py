"""One page from the web: the only module of the readers that touches the network, and it trusts no server.

An address is resolved once, every address it has is checked, and the connection goes to the checked one, so that a
name cannot point at the own network between the check and the request. No proxy, no cookie, no script.
"""

from __future__ import annotations

import io
import ipaddress
import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from whosays.errors import InputError
from whosays.read.blob import Blob
from whosays.read.decode import MAX_BYTES

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

_MAX_REDIRECTS = 5
_WAIT = 10.0  # seconds for a connection, and for the next bytes
_TOTAL = 60.0  # seconds for everything: names, redirects, body
_CHUNK = 65536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TEXT_TYPE = re.compile(r"text/.+|application/(?:.+\+)?(?:json|xml|x-ndjson|jsonl|jsonlines|octet-stream)|")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_SAFE = "/%:@!$&'()*+,;=~?"  # what may stand in a path or a query as it is; the rest is percent-encoded
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
_TODO = "check the address, or save the page and give the file"

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class _Target(Struct, frozen=True):
    """One address taken apart, and where its host really is."""

    url: str
    secure: bool
    host: str
    port: int
    path: str
    addresses: tuple[_Address, ...]


class _Answer(Struct, frozen=True):
    """What a server sent: bytes, or the address to go to instead."""

    url: str
    location: str | None = None
    content_type: str = ""
    data: bytes = b""


def fetch(url: str, *, retrieved: str | None, allow_private: bool = False) -> Blob:
    """The bytes behind an http(s) address, with what the server says of them.

    `retrieved` is passed through; `allow_private` lets addresses of the own network through. Raises InputError for an
    address that may not or cannot be read, a server that says no, is too slow or sends too much, and what is no text.
    """
    answer = _in_time(url, allow_private)
    media_type = _media_type(answer.content_type)
    charset = _CHARSET.search(answer.content_type)
    return Blob(
        name=url,
        open=lambda: io.BytesIO(answer.data),
        media_type=media_type or None,
        charset=charset[1] if charset else None,
        url=answer.url,
        retrieved=retrieved,
    )


def _in_time(url: str, allow_private: bool) -> _Answer:
    """The answer, or InputError when the time is up: a thread, because a name or a header can take any time to come."""
    outcome: Future[_Answer] = Future()

    def work() -> None:
        try:
            outcome.set_result(_follow(url, allow_private))
        except Exception as error:  # noqa: BLE001 - not swallowed: raised where the result is asked for
            outcome.set_exception(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        return outcome.result(timeout=_TOTAL)
    except TimeoutError as error:
        raise _refusal(url, f"no full answer within {_TOTAL:g} seconds") from error


def _follow(url: str, allow_private: bool) -> _Answer:
    deadline = time.monotonic() + _TOTAL
    at = url
    for _ in range(_MAX_REDIRECTS + 1):
        answer = _get(_target(at, allow_private), deadline)
        if answer.location is None:
            return answer
        at = urljoin(at, answer.location)
    raise _refusal(url, f"more than {_MAX_REDIRECTS} redirects")


def _target(url: str, allow_private: bool) -> _Target:
    """The address if it may be read. Raises InputError if not, or if its host leads into the own network."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("ascii" if url.isascii() else "idna").decode()
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise _refusal(url, "this is no web address") from error
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(host):
        raise _refusal(url, "this is no http or https address")
    if parts.username is not None or parts.password is not None:
        raise _refusal(url, "the address carries a user name or a password")
    path = quote(parts.path or "/", safe=_SAFE) + ("?" + quote(parts.query, safe=_SAFE) if parts.query else "")
    addresses = _addresses(url, host, port)
    for address in addresses if not allow_private else ():
        if not _is_public(address):
            raise _refusal(url, f"{host} leads to {address}, which is not on the public network")
    return _Target(url, parts.scheme == "https", host, port, path, addresses)


def _addresses(url: str, host: str, port: int) -> tuple[_Address, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _refusal(url, f"the name {host} is not known") from error
    return tuple(ipaddress.ip_address(address) for address in dict.fromkeys(str(entry[4][0]) for entry in found))


def _is_public(address: _Address) -> bool:
    """Whether an address is out on the network, also by the IPv4 address that an IPv6 one stands for."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if address in _NAT64_LOCAL or address.is_site_local or (inner and not _is_public(inner)):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _get(target: _Target, deadline: float) -> _Answer:
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

    failed: Exception | None = None
    for address in target.addresses:
        pool = _pool(target, address)
        try:
            return _ask(pool, target, deadline)
        except (NewConnectionError, ConnectTimeoutError) as error:
            failed = error
        except (HTTPError, OSError, zlib.error) as error:
            raise _refusal(target.url, f"the connection failed ({_why(error)})") from error
        finally:
            pool.close()
    raise _refusal(target.url, f"{target.host} does not answer") from failed


def _pool(target: _Target, address: _Address) -> HTTPConnectionPool:
    """One connection to the checked address; the certificate must be that of the name."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Timeout

    timeout = Timeout(connect=_WAIT, read=_WAIT)
    if not target.secure:
        return HTTPConnectionPool(str(address), target.port, timeout=timeout)
    return HTTPSConnectionPool(
        str(address),
        target.port,
        timeout=timeout,
        cert_reqs="CERT_REQUIRED",
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _ask(pool: HTTPConnectionPool, target: _Target, deadline: float) -> _Answer:
    host = f"[{target.host}]" if ":" in target.host else target.host
    usual = target.port == (443 if target.secure else 80)
    headers = {
        "Host": host if usual else f"{host}:{target.port}",
        "User-Agent": f"whosays/{version('whosays')}",
        "Accept": "text/html, application/xhtml+xml, application/json, text/plain, */*;q=0.1",
        "Accept-Encoding": "gzip",
    }
    response = pool.urlopen(
        "GET", target.path, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
    )
    try:
        return _answer(response, target.url, deadline)
    finally:
        response.close()


def _answer(response: BaseHTTPResponse, url: str, deadline: float) -> _Answer:
    location = response.headers.get("Location")
    if response.status in _REDIRECTS and location:
        return _Answer(url, location=location)
    if response.status != 200:
        raise _refusal(url, f"the server answered {response.status} {response.reason or ''}".rstrip())
    content_type = response.headers.get("Content-Type", "")
    if not _TEXT_TYPE.fullmatch(_media_type(content_type)):
        raise _refusal(url, f"the server sends {_media_type(content_type)}, not a page or a text")
    data = bytearray()
    for piece in _body(response, url):
        data += piece
        if len(data) > MAX_BYTES:
            raise _refusal(url, f"the page has more than {MAX_BYTES:,} bytes")
        if time.monotonic() > deadline:
            raise _refusal(url, f"no full answer within {_TOTAL:g} seconds")
    return _Answer(url, content_type=content_type, data=bytes(data))


def _body(response: BaseHTTPResponse, url: str) -> Iterator[bytes]:
    """The body in pieces of at most MAX_BYTES + 1 bytes: unpacked here, because a small archive can hold any number."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise _refusal(url, f"the server packs the page as {encoding}, which was not asked for")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if "gzip" in encoding else None
    while chunk := response.read1(_CHUNK, decode_content=False):
        yield unpack.decompress(chunk, MAX_BYTES + 1) if unpack else chunk
    if unpack and not unpack.eof:
        raise _refusal(url, "the page broke off")


def _media_type(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _why(error: Exception) -> str:
    return str(error).rpartition(": ")[2] or type(error).__name__


def _refusal(url: str, seen: str) -> InputError:
    """An error that names the address without the password that it may carry."""
    return InputError(re.sub(r"//[^/@]*@", "//", url), seen, _TODO)
