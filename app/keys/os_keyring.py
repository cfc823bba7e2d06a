"""The keyring of the operating system: Windows Credential Locker, macOS Keychain, Secret Service, KWallet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Protocol

from db.errors import UserError

SERVICE: Final = "BranchDesk"


class Keyring(Protocol):
    """Where secrets of a signed-in operating system user are kept; tests bring their own."""

    def get(self, name: str) -> str | None:
        """The secret, or None without an entry. Raises UserError `keyring-missing`, `keyring-locked`."""

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises UserError `keyring-missing`, `keyring-locked`."""

    def drop(self, name: str) -> None:
        """Forget a secret; one that is not there is no fault."""


class OsKeyring:
    """The real one, through the package `keyring`; its plain-text backends are not accepted."""

    def get(self, name: str) -> str | None:
        """See `Keyring.get`."""
        import keyring

        with _backend_errors():
            return keyring.get_password(SERVICE, name)

    def put(self, name: str, secret: str) -> None:
        """See `Keyring.put`; reads back, since some backends lose what they were given."""
        import keyring

        with _backend_errors():
            keyring.set_password(SERVICE, name, secret)
            kept = keyring.get_password(SERVICE, name)
        if kept != secret:
            raise UserError("keyring-missing")

    def drop(self, name: str) -> None:
        """See `Keyring.drop`."""
        import keyring
        from keyring.errors import PasswordDeleteError

        with _backend_errors():
            try:
                keyring.delete_password(SERVICE, name)
            except PasswordDeleteError:
                return


@contextmanager
def _backend_errors() -> Iterator[None]:
    """Whatever goes wrong inside another program's keyring must leave the passphrase as a way in."""
    from keyring.errors import KeyringLocked

    try:
        _require_backend()
        yield
    except UserError:
        raise
    except KeyringLocked as error:
        raise UserError("keyring-locked") from error
    except Exception as error:
        raise UserError("keyring-missing") from error


def _require_backend() -> None:
    """Headless Linux has none; the fail, null and plain-text ones are not `recommended`, also in a chain."""
    import keyring
    from keyring.core import recommended

    backend = keyring.get_keyring()
    parts = list(getattr(backend, "backends", ())) or [backend]
    if not all(recommended(part) for part in parts):
        raise UserError("keyring-missing")
