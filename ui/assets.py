"""Where the files shipped with the program are: icons, fonts and translations."""

from __future__ import annotations

import sys
from pathlib import Path


def asset(*parts: str) -> Path:
    """The path of a shipped file, in a source tree as well as in a built program."""
    bundle: object = getattr(sys, "_MEIPASS", None)
    root = Path(str(bundle)) if bundle else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
