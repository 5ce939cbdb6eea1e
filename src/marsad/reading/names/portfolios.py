"""The ministry that a minister's title names by itself, with no field behind it."""

from collections.abc import Mapping
from typing import Final

PORTFOLIOS: Final[Mapping[str, str]] = {
    "Foreign Minister": "Foreign Affairs",
    "Interior Minister": "Interior",
    "Defence Minister": "Defence",
    "Finance Minister": "Finance",
    "Justice Minister": "Justice",
    "Health Minister": "Health",
    "Education Minister": "Education",
}
