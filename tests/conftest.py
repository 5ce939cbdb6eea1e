"""No test reaches past this machine, whatever it runs."""

import socket

import pytest

_LOCAL = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}  # noqa: S104 (listed, not bound)


@pytest.fixture(autouse=True)
def closed_network(monkeypatch, request):
    """Refuse every connection but those to this machine itself."""
    if request.node.get_closest_marker("live"):
        return
    connect = socket.socket.connect

    def guarded(self, address):
        if isinstance(address, tuple) and address[0] not in _LOCAL:
            message = f"a test asked the network for {address[0]}"
            raise ConnectionRefusedError(message)
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
