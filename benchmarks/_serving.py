"""A built site served as hosts of static pages serve it: text packed. What goes over the wire is counted."""

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")

Sent = list[tuple[str, int]]
"""What was sent, in its order: each path with its bytes, the head of the answer included."""


class _Packing(http.server.SimpleHTTPRequestHandler):
    """Serves text packed, and keeps in ``sent`` what it served."""

    def __init__(self, *arguments: object, sent: Sent, **named: object) -> None:
        self.sent, self.head = sent, 0
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        if path.suffix in PACKED:
            body = gzip.compress(body, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        self.sent.append((self.path, self.head + len(body)))

    def end_headers(self) -> None:
        self.head = sum(len(line) for line in self._headers_buffer)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Sent]]:
    """Serve a folder: the address, without a slash at its end, and the list that what is sent is added to."""
    sent: Sent = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Packing, directory=str(site), sent=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", sent
    server.shutdown()
