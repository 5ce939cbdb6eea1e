"""Run a command on a PostgreSQL of its own, which ends with the command.

    python tests/desk/with_postgres.py pytest tests/desk

The server lives in a temporary folder and listens on a socket in it, so any number can
run at once and none of them meets a server that was there before. It may lose its data
when the machine stops, and is fast for it: never keep anything in it.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

NONE_FOUND: Final = """\
==========================================================================
PostgreSQL: NONE FOUND. The desk was NOT tested on it, on SQLite alone.
Install it (Debian: apt-get install postgresql), then run this again.
=========================================================================="""

# PostgreSQL refuses to run as root; one of these is on every system.
_UNPRIVILEGED: Final = ("postgres", "nobody", "daemon")
_STARTS_WITHIN_SECONDS: Final = 60
_STOPS_WITHIN_SECONDS: Final = 30

_OPTIONS: Final = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "128MB",
    # Nobody needs these rows after a power cut.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "autovacuum_naptime": "15s",
}


def main(command: Sequence[str]) -> int:
    """Start a server, run the command on it, and end as the command ended."""
    programs = find_programs()
    if programs is None:
        print(NONE_FOUND, file=sys.stderr)
        return 0
    # Whoever ends us softly still gets the server stopped and its folder removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with serving(programs) as url:
            answer = subprocess.run(
                command, env=os.environ | {"MARSAD_DATABASE_URL": url}, check=False
            )
    except KeyboardInterrupt:
        return 130
    return answer.returncode


def find_programs() -> Path | None:
    """The folder of the newest server programs on this machine."""
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    found = sorted(debian, key=lambda folder: folder.parent.name.zfill(4), reverse=True)
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        told = subprocess.check_output(["pg_config", "--bindir"], text=True)
        found.append(Path(told.strip()))
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    needed = ("initdb", "postgres", "pg_isready")
    return next(
        (one for one in found if all((one / name).exists() for name in needed)), None
    )


@contextlib.contextmanager
def serving(
    programs: Path, options: dict[str, str] | None = None, folder: Path | None = None
) -> Iterator[str]:
    """Make a server, give its address, and stop it; without a folder, remove it too."""
    user = _unprivileged()
    home = folder or Path(tempfile.mkdtemp(prefix="marsad-postgres-"))
    home.mkdir(parents=True, exist_ok=True)
    if user:
        os.chown(home, user["user"], user["group"])
    try:
        if not (home / "rows").exists():
            _make(programs, home, user)
        with _running(programs, home, user, _OPTIONS | (options or {})):
            yield f"postgresql://marsad@{quote(str(home), safe='')}/postgres"
    finally:
        if folder is None:
            shutil.rmtree(home, ignore_errors=True)


def _unprivileged() -> dict[str, Any]:
    """As whom the server runs, in the words of subprocess."""
    if os.geteuid() != 0:
        return {}
    for name in _UNPRIVILEGED:
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise SystemExit("PostgreSQL does not run as root, and there is nobody else here")


def _make(programs: Path, home: Path, user: dict[str, Any]) -> None:
    subprocess.run(
        [
            programs / "initdb",
            *("-D", home / "rows", "--username=marsad", "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=home,
        **user,
    )


@contextlib.contextmanager
def _running(
    programs: Path, home: Path, user: dict[str, Any], options: dict[str, str]
) -> Iterator[None]:
    settings = options | {"unix_socket_directories": str(home)}
    said = [
        word for name, value in settings.items() for word in ("-c", f"{name}={value}")
    ]
    with (home / "log").open("ab") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", home / "rows", *said],
            stdout=log,
            stderr=log,
            cwd=home,
            # Ctrl-C is for the command; the server is stopped after it.
            start_new_session=True,
            **user,
        )
    try:
        _await(programs, home, server)
        yield
    finally:
        _stop(server)


def _await(programs: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    ask = [programs / "pg_isready", "-q", "-h", home, "-U", "marsad", "-d", "postgres"]
    until = time.monotonic() + _STARTS_WITHIN_SECONDS
    while subprocess.run(ask, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            told = (home / "log").read_text("utf-8", "replace")
            raise SystemExit(f"PostgreSQL did not start:\n{told}")
        time.sleep(0.05)


def _stop(server: subprocess.Popen[bytes]) -> None:
    # SIGINT is PostgreSQL's "fast" stop: it ends sessions instead of waiting for them.
    server.send_signal(signal.SIGINT)
    try:
        server.wait(_STOPS_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
