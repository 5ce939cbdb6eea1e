"""The files of the project as the tests of its architecture see them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "marsad"


def modules() -> list[Path]:
    """Every Python file of the package; migrations are Django's own writing."""
    found = PACKAGE.rglob("*.py")
    return sorted(path for path in found if "migrations" not in path.parts)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    """A path as seen from the root, for test ids."""
    return path.relative_to(ROOT).as_posix()


def project_files() -> list[Path]:
    """All files that belong to the project, in a checkout or an unpacked copy."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        hidden = {".git", ".venv", ".uv", "__pycache__", "marsad-demo"}
        found = (path for path in ROOT.rglob("*") if not hidden & set(path.parts))
        return sorted(path for path in found if path.is_file())
    return sorted(ROOT / name for name in listed if name and (ROOT / name).is_file())
