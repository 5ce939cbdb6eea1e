"""What stands at a web address, as bytes under a name that says how to open them."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from django.conf import settings

from marsad.collecting.fetch import fetch, fetch_public
from marsad.errors import Unreachable

# What a host says it sends, and the ending that opens it.
_ENDINGS: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """Bytes from the web: the address that gave them, their name, their host."""

    address: str
    name: str
    host: str
    raw: bytes


def bring(address: str) -> Fetched:
    """Fetch what the public reads at an address; nothing of this network is opened."""
    ask = fetch if settings.FETCH_PRIVATE else fetch_public
    answer = ask(address)
    if not answer.is_good:
        problem = f"answers {answer.status}"
        raise Unreachable(answer.url, problem, "open it in a browser to see why")
    parts = urlsplit(answer.url)
    ending = _ENDINGS.get(answer.content_type.partition(";")[0].strip().lower(), "")
    return Fetched(
        address=answer.url,
        name=_name(unquote(parts.path), parts.hostname or "", ending),
        host=(parts.hostname or "").removeprefix("www."),
        raw=answer.body,
    )


def _name(path: str, host: str, ending: str) -> str:
    last = PurePosixPath(path).name or host
    if ending and not last.lower().endswith(ending):
        last = f"{last}{ending}"
    if len(last) > 200:
        mark = hashlib.sha256(last.encode("utf-8", "replace")).hexdigest()[:8]
        last = f"{last[:100]}-{mark}{ending}"
    return last
