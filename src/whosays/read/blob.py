"""What a reader is given: bytes that can be opened, and what is known about where they are from."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from msgspec import Struct


class Blob(Struct, frozen=True, kw_only=True):
    """One file, page or stream. `name` becomes the key of a report that brings no key of its own.

    `media_type` and `charset` are as declared (by the server, the suffix, the user), so they can be wrong.
    `retrieved` is an ISO 8601 moment passed in by the command; readers have no clock.
    """

    name: str
    open: Callable[[], BinaryIO]
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    retrieved: str | None = None
