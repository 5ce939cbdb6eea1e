"""A bucket that speaks S3 as content store; where and with which keys the environment says."""

import os
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Self, cast

from marsad.errors import Refused, Unreachable


class Bucket:
    """A bucket, or a prefix in one."""

    def __init__(self, store: Any, where: str) -> None:
        self._store = store
        self._where = where

    @classmethod
    def at(cls, where: str) -> Self:
        """Open s3://bucket/prefix with the endpoint, region and keys of MARSAD_S3_*."""
        try:
            from obstore.store import S3Store  # noqa: PLC0415 (an extra)
        except ImportError:
            problem = "needs a package that is not installed"
            raise Refused(where, problem, "install marsad[s3]") from None
        endpoint = os.environ.get("MARSAD_S3_ENDPOINT") or None
        options = {
            "endpoint": endpoint,
            "region": os.environ.get("MARSAD_S3_REGION") or "us-east-1",
            "access_key_id": os.environ.get("MARSAD_S3_KEY") or None,
            "secret_access_key": os.environ.get("MARSAD_S3_SECRET") or None,
        }
        is_plain = (endpoint or "").startswith("http://")
        bucket, _, prefix = where.removeprefix("s3://").partition("/")
        store = S3Store(
            bucket,
            prefix=prefix or None,
            config=cast(Any, {name: it for name, it in options.items() if it}),
            client_options={"allow_http": is_plain, "timeout": "60s"},
            # Three tries within half a minute: a page does not wait for ever.
            retry_config={"max_retries": 3, "retry_timeout": _seconds(30)},
        )
        return cls(store, where)

    def put(self, name: str, raw: bytes) -> None:
        """Keep bytes under a name; S3 makes an object whole or not at all."""
        self._asked("put", self._store.put, _path(name), raw)

    def get(self, name: str) -> bytes | None:
        """The bytes under a name, or None where there are none."""
        answer = self._asked("get", self._store.get, _path(name))
        return None if answer is None else bytes(answer.bytes())

    def has(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return self._asked("head", self._store.head, _path(name)) is not None

    def names(self) -> Iterator[str]:
        """Every name under which something is kept."""
        for page in self._store.list():
            for one in page:
                yield str(one["path"]).rpartition("/")[2]

    def names_before(self, moment: datetime) -> Iterator[str]:
        """Every name whose bytes were last written before a moment."""
        for page in self._store.list():
            for one in page:
                if one["last_modified"] < moment:
                    yield str(one["path"]).rpartition("/")[2]

    def renew(self, name: str, raw: bytes) -> None:
        """Count bytes that are kept already as kept from now on: they are written again."""
        self.put(name, raw)

    def forget(self, name: str) -> None:
        """Keep nothing under a name any more; what is not there is no harm."""
        self._asked("delete", self._store.delete, _path(name))

    def _asked(self, what: str, ask: Any, *arguments: Any) -> Any:
        from obstore.exceptions import BaseError  # noqa: PLC0415 (an extra)

        try:
            return ask(*arguments)
        except (FileNotFoundError, BaseError, OSError) as error:
            if what != "put" and _is_missing(error):
                return None
            problem = f"does not answer to {what} ({_first_line(error)})"
            way_out = "see the MARSAD_S3_ settings: nothing was kept or lost"
            raise Unreachable(self._where, problem, way_out) from error


def _is_missing(error: Exception) -> bool:
    if isinstance(error, FileNotFoundError):
        return True
    return type(error).__name__ == "NotFoundError"


def _path(name: str) -> str:
    return f"{name[:2]}/{name}"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]


def _seconds(count: int) -> Any:
    from datetime import timedelta  # noqa: PLC0415

    return timedelta(seconds=count)
