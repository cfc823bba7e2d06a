"""The care room on a real branch whose clock stands on 2026-11-23."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders.caring import set_day
from tests.builders.databases import Founded
from tests.ui.desks import real_desk
from ui import i18n
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Messages


@pytest.fixture
def care_desk(qtbot: QtBot, qapp: QApplication, branch: Founded, messages: Messages) -> Iterator[Desk]:
    """The desk of the owner, in Chinese as in the shops."""
    i18n.install(qapp, Language.CHINESE)
    set_day(branch)
    with real_desk(branch, messages) as desk:
        yield desk


def type_text(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the focus; Chinese comes from an input method, as at a counter."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if text.isascii():
        qtbot.keyClicks(focus, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focus, event)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)
