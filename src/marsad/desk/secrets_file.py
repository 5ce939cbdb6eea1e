"""The secret of one site, made once and kept beside its data."""

import os
import secrets
from pathlib import Path


def secret_of(folder: Path) -> str:
    """Read the site's secret, or make it; only its owner may read the file."""
    path = folder / "secret"
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
    # Exclusive: of two processes that start at once, one writes and both read.
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text("ascii").strip()
