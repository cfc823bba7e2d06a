"""From nothing to the window: first start, unlocking, signing in."""

from __future__ import annotations

from app.paths import DataFolder


def run_desktop(folder: DataFolder, url: str | None) -> int:
    """Open the desktop on a data folder, or on a shared database; the exit code of the program."""
    from ui.start.desktop import run_desktop as run

    return run(folder, url)
