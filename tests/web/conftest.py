"""A real web server of this machine, with every fault that servers have."""

import threading
import time
import zlib
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = b"<html><head><title>Ikan</title></head><body><article><p>Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman tentang perikanan di Suva pada hari Selasa.</p></article></body></html>"


def bomb():
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([packer.compress(b"0" * 1_000_000) for _ in range(200)]) + packer.flush()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, body=b"", status=200, kind="text/html; charset=utf-8", **headers):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        server = self.server
        server.asked.append((time.monotonic(), self.path, dict(self.headers)))
        path = self.path.partition("?")[0]
        if path in server.pages:
            found = server.pages[path]
            found = found(self) if callable(found) else found
            if found is not None:
                self.answer(**found) if isinstance(found, dict) else self.answer(found)
        elif hasattr(self, f"at_{path.strip('/')}"):
            with suppress(OSError):
                getattr(self, f"at_{path.strip('/')}")()
        else:
            self.answer(b"no", 404)

    def at_page(self):
        if self.headers.get("If-None-Match") == '"one"':
            self.answer(b"", 304)
            return
        self.answer(PAGE, ETag='"one"', Last_Modified="Tue, 15 Apr 2025 09:00:00 GMT")

    def at_slow(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def at_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def at_slowhead(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for i in range(1000):
            self.wfile.write(b"X-%d: y\r\n" % i)
            self.wfile.flush()
            time.sleep(0.05)

    def at_cut(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(PAGE)
        self.close_connection = True

    def at_bomb(self):
        self.answer(bomb(), Content_Encoding="gzip")

    def at_broken(self):
        self.answer(b"\x1f\x8bnonsense", Content_Encoding="gzip")

    def at_loop(self):
        self.answer(b"", 302, Location="/loop")

    def at_away(self):
        self.answer(b"", 302, Location=self.server.elsewhere)

    def at_moved(self):
        self.answer(b"", 301, Location="page#top")

    def at_picture(self):
        self.answer(b"\x89PNG", kind="image/png")

    def at_error(self):
        self.answer(b"", 500)

    def at_busy(self):
        self.server.busy -= 1
        self.answer(PAGE) if self.server.busy < 0 else self.answer(b"", 429, Retry_After="7")


@pytest.fixture
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.asked, server.pages, server.busy, server.elsewhere = [], {}, 2, ""
    server.host = f"127.0.0.1:{server.server_address[1]}"
    server.url = f"http://{server.host}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
