"""The network seam, against a server on this machine."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from whosays.errors import InputError
from whosays.read import fetch

PAGE = "<html><body><p>Bron föll.</p></body></html>".encode("latin-1")


class Handler(BaseHTTPRequestHandler):
    """Each path is one behaviour of a server."""

    seen: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012 - http.server makes a handler for each request

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        path = self.path.partition("?")[0]
        status, headers, body = self.answers().get(path, (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, PAGE))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers and path != "/slow":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
            while path == "/slow":
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def answers(self) -> dict[str, tuple[int, dict[str, str], bytes]]:
        html = {"Content-Type": "text/html"}
        zipped = gzip.compress(PAGE)
        return {
            "/moved": (301, {"Location": "/page"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/to-file": (302, {"Location": "file:///etc/hosts"}, b""),
            "/to-private": (302, {"Location": "http://10.0.0.8/"}, b""),
            "/to-password": (302, {"Location": "http://me:secret@127.0.0.1/"}, b""),
            "/nowhere": (302, {}, b""),
            "/gone": (404, html, PAGE),
            "/picture": (200, {"Content-Type": "image/png"}, b"x"),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"x"),
            "/untyped": (200, {}, PAGE),
            "/large": (200, html, b"x" * 3000),
            "/zipped": (200, {**html, "Content-Encoding": "gzip"}, zipped),
            "/bomb": (200, {**html, "Content-Encoding": "gzip"}, gzip.compress(b"x" * 3_000_000)),
            "/cut-zip": (200, {**html, "Content-Encoding": "gzip"}, zipped[:-9]),
            "/no-zip": (200, {**html, "Content-Encoding": "gzip"}, PAGE),
            "/brotli": (200, {**html, "Content-Encoding": "br"}, PAGE),
            "/cut": (200, {**html, "Content-Length": "5000"}, PAGE),
            "/slow": (200, html, b"x"),
        }


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()
    thread.join()


def refused(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(InputError) as caught:
        fetch.fetch(url, retrieved=None, allow_private=allow_private)
    return str(caught.value)


def test_a_page_comes_with_what_the_server_says(server: str):
    blob = fetch.fetch(f"{server}/moved", retrieved="2031-05-14", allow_private=True)
    assert blob.open().read() == blob.open().read() == PAGE
    assert (blob.name, blob.url) == (f"{server}/moved", f"{server}/page")
    assert (blob.media_type, blob.charset, blob.retrieved) == ("text/html", "ISO-8859-1", "2031-05-14")


def test_the_request_names_host_and_program_and_asks_for_no_more(server: str):
    fetch.fetch(f"{server}/å b?q=ö&r=%20#part", retrieved=None, allow_private=True)
    path, headers = Handler.seen[-1]
    assert path == "/%C3%A5%20b?q=%C3%B6&r=%20"
    assert headers["host"] == server.removeprefix("http://")
    assert headers["user-agent"].startswith("whosays/")
    assert "cookie" not in headers


def test_the_environment_cannot_send_it_through_a_proxy(server: str, monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch.fetch(f"{server}/page", retrieved=None, allow_private=True).open().read() == PAGE


def test_packed_pages_are_unpacked(server: str):
    assert fetch.fetch(f"{server}/zipped", retrieved=None, allow_private=True).open().read() == PAGE


def test_a_page_without_a_type_is_taken(server: str):
    assert fetch.fetch(f"{server}/untyped", retrieved=None, allow_private=True).media_type is None


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("/loop", "more than 5 redirects"),
        ("/to-file", "no http or https"),
        ("/nowhere", "302"),
        ("/gone", "404"),
        ("/picture", "image/png"),
        ("/pdf", "application/pdf"),
        ("/cut-zip", "broke off"),
        ("/no-zip", "connection failed"),
        ("/brotli", "br"),
        ("/cut", "connection failed"),
    ],
)
def test_what_is_no_page_is_refused(server: str, path: str, seen: str):
    assert seen in refused(server + path)


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_what_is_too_large_is_refused_also_when_packed(server: str, monkeypatch: pytest.MonkeyPatch, path: str):
    monkeypatch.setattr(fetch, "MAX_BYTES", 2000)
    assert "more than 2,000 bytes" in refused(server + path)


def test_a_server_that_drips_is_left(server: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetch, "_TOTAL", 0.2)
    assert "within 0.2 seconds" in refused(f"{server}/slow")


def test_a_server_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetch, "_WAIT", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "connection failed" in refused(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_a_port_where_nobody_answers_is_an_error():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert "does not answer" in refused(f"http://127.0.0.1:{port}/")


def test_a_certificate_is_wanted(server: str):
    assert "connection failed" in refused(server.replace("http:", "https:"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://localhost:1/",
        "http://[::1]:1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[fd00::1]/",
    ],
)
def test_the_own_network_is_refused(url: str):
    assert "not on the public network" in refused(url, allow_private=False)


def test_the_own_network_is_refused_without_a_request(server: str):
    asked = len(Handler.seen)
    assert "not on the public network" in refused(f"{server}/page", allow_private=False)
    assert len(Handler.seen) == asked


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch):
    def resolve(host: str, port: int, *_: object, **__: object):
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("93.184.216.34", "192.168.0.1")
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "192.168.0.1" in refused("http://news.example/", allow_private=False)


def test_each_redirect_is_checked_and_a_name_is_resolved_once(server: str, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def resolve(host: str, port: int, *_: object, **__: object):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1" if host == "news.example" else host, port))]

    public = fetch._is_public
    monkeypatch.setattr(fetch, "_is_public", lambda address: str(address) == "127.0.0.1" or public(address))
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    port = server.rpartition(":")[2]
    assert "10.0.0.8" in refused(f"http://news.example:{port}/to-private", allow_private=False)
    assert Handler.seen[-1][1]["host"] == f"news.example:{port}"
    assert asked == ["news.example", "127.0.0.1", "10.0.0.8"]


@pytest.mark.parametrize("url", ["http://me:secret@127.0.0.1/", "http://me@127.0.0.1/"])
def test_a_password_is_refused_and_not_repeated(url: str):
    message = refused(url)
    assert "user name or a password" in message
    assert "secret" not in message
    assert "me@" not in message


def test_a_password_in_a_redirect_is_refused(server: str):
    assert "secret" not in refused(f"{server}/to-password")


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///a",
        "http://[::1",
        "http://a b/",
        "http://host:port/",
        "ftp://host/",
        "http://a\\b/",
        "http://" + "a" * 70 + "é/",
    ],
)
def test_what_is_no_address_is_an_error(url: str):
    refused(url)


def test_an_unknown_name_is_an_error(monkeypatch: pytest.MonkeyPatch):
    def resolve(*_: object, **__: object):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "gone.example is not known" in refused("https://gone.example/")
