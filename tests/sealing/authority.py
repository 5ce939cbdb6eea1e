"""A real time authority on this machine: openssl behind one address."""

import subprocess
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

_CONFIG = """
[tsa]
default_tsa = one
[one]
dir = {folder}
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
tsa_name = yes
"""
_STAMPING = (
    "extendedKeyUsage=critical,timeStamping\nbasicConstraints=critical,CA:FALSE\n"
)


def openssl(*words, folder, given=None):
    made = subprocess.run(
        ["openssl", *map(str, words)],
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout


def found(folder):
    """Make a root, a certificate that may stamp, and what openssl must know."""
    openssl(
        *("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"),
        *(
            "-keyout",
            "root.key",
            "-out",
            "root.pem",
            "-subj",
            "/CN=Root of the kitchen",
        ),
        folder=folder,
    )
    openssl(
        *("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key"),
        *("-out", "tsa.csr", "-subj", "/CN=Clock of the kitchen"),
        folder=folder,
    )
    (folder / "stamping.ext").write_text(_STAMPING)
    openssl(
        *("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key"),
        *("-CAcreateserial", "-days", "30", "-extfile", "stamping.ext"),
        *("-out", "tsa.pem"),
        folder=folder,
    )
    (folder / "serial").write_text("01\n")
    (folder / "tsa.conf").write_text(_CONFIG.format(folder=folder))


@contextmanager
def authority(folder, *, answer=None):
    """Serve the authority; say its address. ``answer`` replaces what it says."""

    class Clock(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            (folder / "asked.tsq").write_bytes(asked)
            said = answer or openssl(
                *("ts", "-reply", "-queryfile", "asked.tsq", "-config", "tsa.conf"),
                folder=folder,
            )
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *said):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Clock)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
