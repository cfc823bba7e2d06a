"""A keyring in memory in place of the operating system's."""

from __future__ import annotations

from db.errors import UserError


class MemoryKeyring:
    """Keeps entries in a dict; `refuses` is the code it answers everything with, as a locked one does."""

    def __init__(self, refuses: str | None = None) -> None:
        self.entries: dict[str, str] = {}
        self.refuses = refuses

    def get(self, name: str) -> str | None:
        self._ask()
        return self.entries.get(name)

    def put(self, name: str, secret: str) -> None:
        self._ask()
        self.entries[name] = secret

    def drop(self, name: str) -> None:
        self._ask()
        self.entries.pop(name, None)

    def _ask(self) -> None:
        if self.refuses is not None:
            raise UserError(self.refuses)
