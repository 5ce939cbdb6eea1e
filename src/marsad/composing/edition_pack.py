"""The pack of an edition: every file that is sent, by its path."""

from collections.abc import Callable, Mapping
from pathlib import Path

from marsad.composing.editions import Edition
from marsad.composing.typesetting import Recall

SIGNATURE = "manifest.json.minisig"


def edition_pack(
    edition: Edition,
    media: Mapping[str, bytes],
    *,
    signer: Callable[[bytes], bytes] | None = None,
    charts: Path | None = None,
    recall: Recall | None = None,
) -> Mapping[str, bytes]:
    """Every file of the pack of an edition, by its path.

    ``media`` holds the bytes of pictures by their SHA-256; ``signer`` gives the signature
    of the manifest; ``charts`` is a folder in which drawings are kept.
    """
    raise NotImplementedError


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """The files of a pack in one ZIP; the same files give the same bytes."""
    raise NotImplementedError
