"""One published text, with what is known about its publication."""

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One published text with what is known about its publication."""

    id: str
    text: str
    published: date | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the exact text in UTF-8, in hexadecimal digits."""
        # A lone surrogate cannot be written as UTF-8, yet must not stop the hash.
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
