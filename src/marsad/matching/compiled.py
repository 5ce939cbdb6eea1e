"""Loops over arrays, compiled at their first call and kept for the next start.

Compiled loops call each other, and two steps of the processor that Python has no word for:
counting the ones of a word, and fetching what will be read soon.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba
import numpy as np
from numba.core import cgutils, types
from numba.extending import intrinsic
from numpy.typing import NDArray

Given = ParamSpec("Given")
Result = TypeVar("Result")
# What numba generates code with says no types, or some that its own use contradicts.
_generating: Any = cgutils


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Compile a loop over arrays; other threads go on while it runs."""
    try:
        fast = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:
        # No folder takes the compiled code (a read-only install without a home): it is
        # compiled again at every start, which is slower and no reason to stop.
        fast = numba.njit(nogil=True)(function)
    return cast("Callable[Given, Result]", fast)


def _step(generator: Callable[..., Any]) -> Any:
    return intrinsic(generator)


@_step
def _ctpop(_typing: Any, word: Any) -> Any:
    def generate(_context: Any, builder: Any, _signature: Any, given: Any) -> Any:
        return builder.ctpop(given[0])

    return word(word), generate


@_step
def _prefetch(_typing: Any, array: Any, place: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kind, index = signature.args
        first = context.cast(builder, given[1], index, types.intp)
        rest = [context.get_constant(types.intp, 0)] * (kind.ndim - 1)
        shaped = context.make_array(kind)(context, builder, given[0])
        address = _generating.get_item_pointer(
            context, builder, kind, shaped, [first, *rest], wraparound=False
        )
        ir = _generating.ir
        byte, number = ir.IntType(8).as_pointer(), ir.IntType(32)
        form = ir.FunctionType(ir.VoidType(), [byte, number, number, number])
        step = _generating.get_or_insert_function(
            builder.module, form, "llvm.prefetch.p0"
        )
        # To be read, kept in every cache, and data, not code.
        builder.call(
            step, [builder.bitcast(address, byte), number(0), number(3), number(1)]
        )
        return context.get_dummy_value()

    return types.void(array, place), generate


@compiled
def ones(word: np.uint64) -> np.uint64:
    """How many bits of a word are set."""
    count: np.uint64 = _ctpop(word)
    return count


@compiled
def fetch_ahead(array: NDArray[Any], row: int) -> None:
    """Begin to bring a row near the processor; it is read some steps later."""
    _prefetch(array, row)
