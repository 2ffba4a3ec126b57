"""A language model that is none: a real HTTP server on this machine that answers what the test tells it, one answer after the other."""

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass
class Fake:
    """The server's script and what it was asked; the last answer is given to whoever asks further."""

    url: str = ""
    script: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    headers: list = field(default_factory=list)

    def then(self, *answers):
        self.script.extend(answers)
        return self

    def facts(self, **lists):
        message = {"role": "assistant", "content": json.dumps(lists, ensure_ascii=False)}
        return self.then({"status": 200, "body": json.dumps({"choices": [{"finish_reason": "stop", "message": message}]})})


@pytest.fixture
def llm(monkeypatch):
    """The fake server, running; nothing of the environment reaches the tests."""
    for name in ("KG_LLM_URL", "KG_LLM_MODEL", "KG_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    fake = Fake()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            fake.headers.append({**self.headers, "path": self.path})
            fake.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = fake.script.pop(0) if len(fake.script) > 1 else fake.script[0]
            body = answer["body"] if isinstance(answer["body"], bytes) else answer["body"].encode()
            self.send_response(answer["status"])
            for name, value in answer.get("headers", {}).items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(answer.get("length", len(body))))
            self.end_headers()
            try:
                self.wfile.write(body)
                threading.Event().wait(answer.get("sleep", 0))
            except OSError:  # the client has heard enough
                self.close_connection = True

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield fake
    server.shutdown()
    server.server_close()
    thread.join()
