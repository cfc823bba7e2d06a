"""Stands in for the store before there is one; the jobs of the start bring their own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any


class NoDoors:
    """A store that is not open yet: to read or change anything through it is a bug."""

    def read(self, actor: Any, /) -> AbstractContextManager[Any]:
        raise RuntimeError("nothing is open yet")

    def change(self, actor: Any, /) -> AbstractContextManager[Any]:
        raise RuntimeError("nothing is open yet")
