"""What the command line needs of the floor above, handed in so that `app` stays free of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError
from app.paths import DataFolder
from app.secrets import Keyring


@dataclass(frozen=True, kw_only=True, slots=True)
class Front:
    """Sentences, window and tour; tests hand in their own.

    `ask_secret` asks a person at a terminal and gives None where there is nobody to ask.
    """

    sentence: Callable[[UserError], str]
    open_desktop: Callable[[DataFolder, str | None], int]
    tour: Callable[[Path], list[Path]]
    keyring: Callable[[], Keyring]
    ask_secret: Callable[[str], str | None]
