"""Translators on this machine that have moods: one in each of the two forms."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Mood(BaseHTTPRequestHandler):
    """A server that answers as its mood says, and keeps what it was asked."""

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), question))
        status, body = self.server.mood(question)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Host(ThreadingHTTPServer):
    """Both translators at one port of this machine."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Mood)
        self.asked = []
        self.openai = f"openai:http://127.0.0.1:{self.server_port}/v1#translator-1"
        self.libre = f"libretranslate:http://127.0.0.1:{self.server_port}"
        self.mood = lambda question: (200, b"{}")

    def handle_error(self, *arguments):
        pass

    def says(self, words):
        """Answer whatever is asked with these words, in the form that was asked for."""
        self.mood = lambda question: (200, answer(question, words))


def answer(question, words):
    """Some words as the answer of an endpoint to a question."""
    if "messages" not in question:
        return json.dumps({"translatedText": words}).encode()
    content = json.dumps({"translation": words}, ensure_ascii=False)
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def sent_text(question):
    """The text that a question asks to be translated."""
    if "q" in question:
        return question["q"]
    return question["messages"][1]["content"].split("\n", 2)[2].rsplit("\n", 1)[0]


@contextmanager
def running():
    """A host that runs meanwhile."""
    server = Host()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
