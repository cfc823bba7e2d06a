"""Cycles are swept between events of the UI thread, so that no widget dies in a worker or a paint."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.sweeping import LIMITS, Sweeper


@pytest.fixture
def sweeper(qapp: QApplication) -> Iterator[Sweeper]:
    made = Sweeper()
    made.start()
    yield made
    made.stop()
    gc.disable()


def cycle(died_in: list[str]) -> weakref.ref[QWidget]:
    widget = QWidget()
    widget.itself = widget  # type: ignore[attr-defined]
    weakref.finalize(widget, lambda: died_in.append(threading.current_thread().name))
    return weakref.ref(widget)


def litter() -> None:
    for _ in range(20 * LIMITS[0]):
        ring: list[object] = []
        ring.append(ring)


def test_a_busy_worker_collects_nothing_and_the_timer_does(qtbot: QtBot, sweeper: Sweeper) -> None:
    died_in: list[str] = []
    widget = cycle(died_in)
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert widget() is not None
    qtbot.waitUntil(lambda: widget() is None)
    assert died_in == [threading.main_thread().name]


def test_afterwards_python_collects_as_before(qapp: QApplication) -> None:
    sweeper = Sweeper()
    sweeper.start()
    assert not gc.isenabled()
    sweeper.stop()
    assert gc.isenabled()
    gc.disable()
