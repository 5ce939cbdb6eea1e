"""A file that somebody uploads for a stream: read once, and kept nowhere."""

import tempfile
from pathlib import Path
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from marsad.collecting.posts.columns import UNMAPPED, Columns, read_mapping
from marsad.collecting.posts.forms import Form
from marsad.desk.posts.models import Stream
from marsad.desk.posts.take_file import Filed, FileTaken, take_file
from marsad.desk.safeguards.models import Person
from marsad.errors import Refused

# A browser waits for the answer: what is larger goes into the watched folder.
LARGEST: Final = 50 * 2**20
_LARGEST_MAPPING: Final = 2**16


def take_upload(stream: Stream, said: dict[str, Any], *, by: Person) -> FileTaken:
    """Take an uploaded file in; its copy on the disk is gone when this returns."""
    file: UploadedFile[bytes] = said["export"]
    name = Path(file.name or "posts").name
    if (file.size or 0) > LARGEST:
        way_out = _("put it into the watched folder, or use marsad posts take")
        raise Refused(name, _("is too large for a browser"), way_out)
    form = Form(said["form"]) if said.get("form") else None
    mapping = _mapping(said.get("mapping"))
    with tempfile.TemporaryDirectory(prefix="marsad-posts-") as folder:
        # The ending tells a table; the rest of the name is of no use here.
        path = Path(folder) / f"upload{Path(name).suffix.lower()[:10]}"
        with path.open("wb") as copy:
            for chunk in file.chunks():
                copy.write(chunk)
        filed = Filed(path, form, mapping)
        return take_file(stream, filed, by=by, because=said["because"])


def _mapping(file: UploadedFile[bytes] | None) -> Columns:
    if file is None:
        return UNMAPPED
    return read_mapping(file.read(_LARGEST_MAPPING), subject=_("the mapping"))
