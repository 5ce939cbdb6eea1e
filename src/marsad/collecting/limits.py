"""How much one input may hold before it is refused."""

from dataclasses import dataclass

MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes at which an input is no report any more but a hazard."""

    # The longest book-length report the cell keeps has about 4 million letters.
    file_bytes: int = 32 * MEBIBYTE
    # A DOCX with pictures unpacks to a few times its size, a zip bomb to thousands.
    unpacked_bytes: int = 256 * MEBIBYTE
    unpacked_ratio: int = 200
    # Browsers stop at 512 levels; pages that people read stay under 100.
    nested_tags: int = 2000


NORMAL = Limits()
