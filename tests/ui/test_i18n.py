"""Chinese is complete and loaded by default; catalogues match the source; standard buttons are Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from ui import i18n, translations
from ui.i18n import Language
from ui.keys_sheet import KeysSheet
from ui.status import Connection, StatusLine
from ui.translations import catalogue, missing, rooms, texts_of, update


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    i18n.install(qapp, Language.CHINESE)
    yield
    i18n.remove(qapp)


@pytest.mark.parametrize("room", rooms())
def test_every_text_of_a_room_is_in_its_catalogue(room: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update(room, fresh)
    wanted = texts_of(fresh)
    assert wanted - (texts_of(catalogue(room)) if catalogue(room).exists() else set()) == set()


@pytest.mark.parametrize("path", sorted(catalogue("x").parent.glob("*.ts")), ids=lambda path: path.stem)
def test_every_text_has_its_chinese_and_is_released(path: Path, qapp: QApplication) -> None:
    from PySide6.QtCore import QTranslator

    assert list(missing(path)) == []
    released = QTranslator()
    assert released.load(str(path.with_suffix(".qm")))
    stale = [
        (context, source)
        for context, source in texts_of(path)
        if not released.translate(context, source, "", 1)
    ]
    assert stale == []


@pytest.mark.usefixtures("chinese")
def test_standard_buttons_are_chinese(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert "取消" in box.buttons()[0].text()


@pytest.mark.usefixtures("chinese")
def test_windows_are_chinese_and_counts_are_counted(qtbot: QtBot) -> None:
    status = StatusLine()
    qtbot.addWidget(status)
    status.show_connection(Connection(place="x", is_shared=True, unshared=12))
    assert status.unshared.text.text() == "12 项修改尚未同步"


@pytest.mark.usefixtures("chinese")
def test_a_text_of_a_base_class_is_translated_in_its_heirs(qtbot: QtBot) -> None:
    class Heir(KeysSheet):
        """Its texts belong to the base class."""

    heir = Heir(())
    qtbot.addWidget(heir)
    assert heir.windowTitle() == "快捷键"


def test_english_is_the_source(qapp: QApplication) -> None:
    i18n.install(qapp, Language.CHINESE)
    assert i18n.install(qapp, Language.ENGLISH) == []
    assert QCoreApplication.translate("pages", "Today") == "Today"


def test_filling_in_chinese_finishes_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "shell_zh_CN.ts"
    update("shell", draft)
    monkeypatch.setattr(translations, "catalogue", lambda _room: draft)
    before = len(list(missing(draft)))
    filled = translations.fill(
        "shell", {"Saving…": "正在保存…", "no-such-code": "x", "disk-full": "磁盘已满。"}
    )
    assert filled == 2
    assert len(list(missing(draft))) == before - 2
