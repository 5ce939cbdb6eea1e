"""What the banks are told of their signals; only until their guards are written."""

import importlib
import importlib.util
from typing import Any

from marsad.desk.cases.models import Case

_GUARDS = "marsad.desk.banks.guards"


def _guard(name: str) -> Any:
    if importlib.util.find_spec(_GUARDS) is None:
        return lambda *_args, **_said: None
    return getattr(importlib.import_module(_GUARDS), name)


def count_verdict(case: Case, *, upheld: bool) -> None:
    """Tell the banks whether the signals of a case were right."""
    _guard("count_verdict")(case, upheld=upheld)


def after_matches(matches: Any) -> None:
    """Tell the banks which signals matched."""
    _guard("after_matches")(matches)
