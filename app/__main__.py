"""The command line; without a verb it opens the desktop. The one module of `app` that knows the floor above.

It imports next to nothing by itself, because every child that reads a list loads it anew.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.errors import UserError
    from app.paths import DataFolder
    from app.secrets import Keyring

PROMPTS = {
    "passphrase": "启动口令 Passphrase: ",
    "new-passphrase": "设置启动口令 (本机没有系统钥匙串) New passphrase: ",
    "password": "登录密码 Password: ",
    "new-password": "设置登录密码 New password: ",
}


def main() -> int:
    """Run the arguments of the process; the exit code."""
    from app.command_line.front import Front
    from app.command_line.parser import main as run

    front = Front(
        sentence=_sentence, open_desktop=_open_desktop, tour=_tour, keyring=_keyring, ask_secret=_ask_secret
    )
    return run(front, sys.argv[1:])


def _sentence(error: UserError) -> str:
    from ui.terminal import told

    return told(error)


def _open_desktop(folder: DataFolder, url: str | None) -> int:
    if not _has_display():
        from app.errors import UserError

        raise UserError("display-none")
    from ui.start.desktop import run_desktop

    return run_desktop(folder, url)


def _has_display() -> bool:
    """Qt ends the process without a word where Linux has no screen to show."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in screens)


def _tour(out: Path) -> list[Path]:
    from ui.tour import make_tour

    return make_tour(out)


def _keyring() -> Keyring:
    from app.secrets import OsKeyring

    return OsKeyring()


def _ask_secret(what: str) -> str | None:
    if not sys.stdin.isatty():
        return None
    from getpass import getpass

    return getpass(PROMPTS[what]) or None


if __name__ == "__main__":
    sys.exit(main())
