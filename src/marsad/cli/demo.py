"""Read the sample reports, draft a pack from them, and show it."""

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import marsad
from marsad.cli import pack
from marsad.errors import Refused

_SAMPLES: Final = Path("examples/reports")
_PORT: Final = 8014


def add_arguments(grammar: argparse.ArgumentParser) -> None:
    """What can be said to `marsad demo`."""
    grammar.add_argument(
        "--out",
        type=Path,
        default=Path("marsad-demo"),
        metavar="DIR",
        help="where to write",
    )
    grammar.add_argument(
        "--no-serve", action="store_true", help="end when the pack is written"
    )
    grammar.add_argument(
        "--port",
        type=int,
        default=_PORT,
        metavar="N",
        help="the local port to show it on",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write readings and pack, and show the pack's page while a person watches."""
    from marsad.cli.batch import Batch
    from marsad.cli.readings_folder import ReadingsFolder
    from marsad.cli.work import Order

    folder = ReadingsFolder.at(chosen.out / "readings")
    batch = Batch(Order(folder=folder))
    readings = list(batch.read([samples()], jobs=1))
    status = batch.close()
    out = chosen.out / "pack"
    page = pack.draft(readings, out, languages=pack.LANGUAGES)
    print(f"pack: {out.resolve()}")
    print(f"page: {page.resolve().as_uri()}")
    if sys.stdout.isatty() and not chosen.no_serve:
        serve(out, chosen.port)
    return status


def samples() -> Path:
    """The sample reports: here, or in the checkout that this package runs from."""
    checkout = Path(marsad.__file__).parents[2]
    for root in (Path(), checkout):
        if (root / _SAMPLES).is_dir():
            return root / _SAMPLES
    problem = "are not beside an installed package"
    way_out = "run it in a checkout, or marsad pack with reports of your own"
    raise Refused("the sample reports", problem, way_out)


def serve(folder: Path, port: int) -> None:
    """Show a folder until Ctrl-C."""
    with server(folder, port) as shown:
        print(f"open: http://localhost:{shown.server_port}/ (Ctrl-C ends)", flush=True)
        try:
            shown.serve_forever()
        except KeyboardInterrupt:
            print()


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of one folder that only this machine reaches."""
    handler = partial(_Quiet, directory=str(folder))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        # Taken: any other will do, its address is printed.
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)


class _Quiet(SimpleHTTPRequestHandler):
    """A handler that does not tell every request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its parent's name)
        """Say nothing."""
