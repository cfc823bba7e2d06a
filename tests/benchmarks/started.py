"""A process that opens a window, waits until it is painted, and prints what that cost."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from uuid import UUID

BEGUN = time.perf_counter()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
KEY = bytes(range(32))


def resident_mb() -> float:
    """Megabytes of memory this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def told() -> None:
    """Print seconds of processor and clock since the start, and megabytes."""
    cost = {"cpu": time.process_time(), "wall": time.perf_counter() - BEGUN, "mb": resident_mb()}
    sys.stdout.write(json.dumps(cost) + "\n")


def bare() -> None:
    """A PySide6 window with nothing in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(1366, 768)
    window.show()

    def painted() -> None:
        window.grab()
        told()
        application.quit()

    QTimer.singleShot(0, painted)
    application.exec()


def program(path: str, account_id: str, device_id: str) -> None:
    """The program on a branch that exists, until its window is painted; a long list may come later."""
    from PySide6.QtCore import QTimer

    from app.access.signin import actor_of
    from app.work import Store
    from db.engine import open_sqlite
    from ui.application import Desktop

    desktop = Desktop(Path(path).parent)
    store = Store(open_sqlite(Path(path), KEY))
    actor = actor_of(store, account_id=UUID(account_id), device_id=UUID(device_id))
    window = desktop.open(store, actor)
    window.resize(1366, 768)
    window.show()
    window.open_page("customers")

    def look() -> None:
        if desktop.tasks is not None and not desktop.tasks.is_busy:
            window.grab()
            told()
            desktop.application.quit()
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    desktop.application.exec()
    desktop.close()
    store.close()


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else program(*sys.argv[2:])
