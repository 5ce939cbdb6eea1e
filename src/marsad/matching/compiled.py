"""Loops over arrays, compiled at their first call and kept for the next start."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

Given = ParamSpec("Given")
Result = TypeVar("Result")


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Compile a loop over arrays; other threads go on while it runs."""
    try:
        fast = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:
        # No folder takes the compiled code (a read-only install without a home): it is
        # compiled again at every start, which is slower and no reason to stop.
        fast = numba.njit(nogil=True)(function)
    return cast("Callable[Given, Result]", fast)
