"""Read the sample reports, draft a pack from them, and open the desk over them."""

import argparse
import socket
from pathlib import Path
from typing import Final

import marsad
from marsad.cli import demo_site, pack, serve
from marsad.errors import Refused

_SAMPLES: Final = Path("examples/reports")


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
        "--no-serve", action="store_true", help="end when everything is written"
    )
    grammar.add_argument(
        "--port",
        type=int,
        default=serve.PORT,
        metavar="N",
        help="the local port of the desk; another where it is taken",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write readings, pack and site, and serve the desk until Ctrl-C."""
    status = draft(samples(), chosen.out)
    content = samples().parent / "content"
    drafting, releasing, *readers = demo_site.load(
        samples(), content, chosen.out / "site"
    )
    print(f"sign in: {drafting.username}")
    print(f"password: {drafting.password}")
    # Nobody releases what they wrote: a brief needs a second person.
    print(f"to release: {releasing.username}")
    print(f"its password: {releasing.password}")
    # Nor does one reader decide a case, or answer an appeal against their own notice.
    for one in readers:
        print(f"to read cases as {one.username}: {one.password}")
    print(end="", flush=True)
    if chosen.no_serve:
        return status
    command = argparse.Namespace(
        host="127.0.0.1",
        port=free_port(chosen.port),
        workers=2,
        no_worker=False,
        worker_only=False,
    )
    return serve.run(command) or status


def draft(reports: Path, out: Path) -> int:
    """Read the reports and draft the pack; say where both are."""
    from marsad.cli.batch import Batch
    from marsad.cli.readings_folder import ReadingsFolder
    from marsad.cli.work import Order

    folder = ReadingsFolder.at(out / "readings")
    batch = Batch(Order(folder=folder))
    readings = list(batch.read([reports], jobs=1))
    status = batch.close()
    page = pack.draft(readings, out / "pack", languages=pack.LANGUAGES)
    print(f"pack: {(out / 'pack').resolve()}")
    print(f"page: {page.resolve().as_uri()}")
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


def free_port(wanted: int) -> int:
    """The port that was asked for, or any other where somebody has it."""
    for port in (wanted, 0):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise Refused("127.0.0.1", "has no free port", "end another server")
