#!/usr/bin/env python3
"""Serves the folder `site` on this machine only, with the headers of the site's own list. Python 3.7 or later."""
import argparse
import errno
import http.server
import json
import os
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
SITE = os.path.realpath(os.path.join(HERE, "..", "..", "site"))
with open(os.path.join(HERE, "headers.json"), encoding="utf-8") as file:
    RULES = json.load(file)


def file_of(path):
    """The file that answers a path: as named, `x.html` for `x`, or `x/index.html`; None where there is none."""
    segments = [part for part in urllib.parse.unquote(path).split("/") if part]
    if any(part.startswith(".") or "\\" in part or "\0" in part for part in segments):
        return None
    named = os.path.join(SITE, *segments)
    for candidate in ([named, named + ".html"] if segments else []) + [os.path.join(named, "index.html")]:
        real = os.path.realpath(candidate)
        if os.path.isfile(real) and real.startswith(SITE + os.sep):
            return real
    return None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "phems"
    sys_version = ""

    def do_GET(self):
        path, _, query = self.path.partition("?")
        found = None if query else file_of(path)
        page = found is not None and found.endswith(".html")
        # Pages link relatively: each has one address.
        if page and path.endswith("/") and not found.endswith(os.sep + "index.html"):
            return self.answer(308, b"", "text/plain", Location=path.rstrip("/"))
        if found is None:
            return self.answer(404, b"Not found.\n", "text/plain; charset=utf-8")
        ending = os.path.splitext(found)[1].lower()
        kind = RULES["types"].get(ending, "application/octet-stream")
        hashed = path.startswith("/_app/immutable/")
        self.head(200, kind, os.path.getsize(found), RULES["hashed"] if hashed else "no-cache", {})
        if self.command != "HEAD":
            with open(found, "rb") as content:
                shutil.copyfileobj(content, self.wfile, 1 << 20)

    do_HEAD = do_GET

    def answer(self, status, body, kind, **more):
        self.head(status, kind, len(body), "no-cache", more)
        if self.command != "HEAD":
            self.wfile.write(body)

    def head(self, status, kind, length, cache, more):
        self.send_response(status)
        for name, value in {**RULES["headers"], **more}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", cache)
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name != "nt"


def build_at(port):
    """The mark of the site that answers on a port already."""
    try:
        with urllib.request.urlopen("http://127.0.0.1:%d/build.json" % port, timeout=2) as answer:
            return json.load(answer).get("hash")
    except Exception:
        return None


def open_page(url):
    opener = "open" if sys.platform == "darwin" else shutil.which("xdg-open")
    seen = sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if opener and seen and sys.stdin.isatty():
        subprocess.Popen([opener, url], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=4173)
    options.add_argument("--no-open", action="store_true")
    given = options.parse_args()
    with open(os.path.join(SITE, "build.json"), encoding="utf-8") as file:
        own = json.load(file)["hash"]
    server = None
    for port in [given.port] if given.port == 0 else range(given.port, given.port + 10):
        try:
            server = Server(("127.0.0.1", port), Handler)
            break
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            if build_at(port) == own:
                print("PHEMS Notebook runs already: http://127.0.0.1:%d/" % port, flush=True)
                return
    if server is None:
        sys.exit("No port from %d on is free. Name another one: --port N" % given.port)
    port = server.server_address[1]
    if given.port not in (0, port):
        print("Port %d is taken. Notebooks kept under it are not seen under %d." % (given.port, port), flush=True)
    url = "http://127.0.0.1:%d/" % port
    print("PHEMS Notebook: %s\nStop with Ctrl-C." % url, flush=True)
    if not given.no_open:
        open_page(url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


main()
