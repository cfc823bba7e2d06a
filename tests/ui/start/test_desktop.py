"""From an empty folder to the window and back, with real keys, a real encrypted file and a keyring in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import paths, secrets, settings, starting, wiring
from app.customers.listing import count_customers
from app.paths import DataFolder
from db import upgrade
from db.engine import open_sqlite
from tests.keyrings import MemoryKeyring
from ui import i18n
from ui.crash import Report
from ui.crash_dialog import CrashDialog
from ui.start.desktop import Starter
from ui.start.founding import FoundPanel
from ui.start.joining import JoinPanel
from ui.start.panel import Panel
from ui.start.recovery import RecoveryPanel
from ui.start.sign_in import SignInPanel
from ui.start.trouble import TroublePanel
from ui.start.unlock import UnlockPanel

P = TypeVar("P", bound=Panel)
PASSWORD = "peony-kettle-42"
MakeStarter = Callable[..., Starter]


def panel(qtbot: QtBot, starter: Starter, kind: type[P]) -> P:
    """The panel of this kind, once it is on show and awake."""
    qtbot.waitUntil(lambda: isinstance(starter.window.panel, kind), timeout=15_000)
    found = starter.window.panel
    assert isinstance(found, kind)
    return found


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    """As a person: select what is there, type, Enter."""
    editor = field.focusProxy()
    assert isinstance(editor, QWidget)
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(editor, composed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def found_by_hand(qtbot: QtBot, starter: Starter, *, is_shared: bool = False) -> None:
    """Type the six fields of the first start."""
    first = panel(qtbot, starter, FoundPanel)
    assert first.sample.isHidden() == is_shared
    for name, text in (
        ("name", "Gaoxin"),
        ("code", "CD"),
        ("owner", "Wang Fang"),
        ("login", "wang"),
        ("password", PASSWORD),
        ("again", PASSWORD),
    ):
        type_in(qtbot, first.form[name], text)


def made(folder: DataFolder, keyring: MemoryKeyring, passphrase: str | None = None) -> str:
    """A branch founded without a screen; returns its recovery key."""
    given = starting.NewBranch(name="Gaoxin", code="CD", owner="Wang Fang", login="wang", password=PASSWORD)
    desk, key = wiring.found_local(folder, given, keyring=keyring, passphrase=passphrase)
    desk.close()
    return key


def sign_in(qtbot: QtBot, starter: Starter, password: str = PASSWORD) -> SignInPanel:
    shown = panel(qtbot, starter, SignInPanel)
    if not shown.login.text():
        type_in(qtbot, shown.login, "wang")
    type_in(qtbot, shown.password, password)
    return shown


def wait_for_window(qtbot: QtBot, starter: Starter) -> None:
    qtbot.waitUntil(
        lambda: starter.desktop.window is not None and starter.desktop.window.isVisible(), timeout=15_000
    )


def test_the_first_start_leads_from_six_fields_to_the_window(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    starter = make_starter(keyring)
    found_by_hand(qtbot, starter)
    first = panel(qtbot, starter, FoundPanel)
    qtbot.mouseClick(first.sample.box, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    shown = panel(qtbot, starter, RecoveryPanel)
    assert not shown.go_on.isEnabled()
    qtbot.keyClick(shown.confirm, Qt.Key.Key_Space)
    qtbot.waitUntil(shown.go_on.isEnabled, timeout=20_000)
    qtbot.keyClick(shown.confirm, Qt.Key.Key_Return)
    wait_for_window(qtbot, starter)
    assert starter.desk is not None
    assert starter.actor is not None
    assert starter.actor.login == "wang"
    with starter.desk.store.read(starter.actor) as work:
        assert count_customers(work) == 200
    assert settings.load(folder.settings)[0].login == "wang"
    assert not starter.window.isVisible()


def test_enter_presses_the_button_it_is_on(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    made(folder, MemoryKeyring("keyring-missing"), "three kettles")
    starter = make_starter(keyring)
    asked = panel(qtbot, starter, UnlockPanel)
    link = next(part for part in asked.findChildren(QPushButton) if part.isFlat() and part.isVisible())
    before = link.text()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert link.text() != before


def test_a_bug_while_signing_in_is_told_and_the_person_may_try_again(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    made(folder, keyring)
    starter = make_starter(keyring)
    shown = panel(qtbot, starter, SignInPanel)
    shown.set_busy("…")
    starter.desktop.crash_desk.reported.emit(Report(path=None, text="the bug", is_repeat=False))
    assert shown.password.isEnabled()
    assert starter.window.findChild(CrashDialog) is not None


@pytest.mark.parametrize("text", ["Checking the password…", "Opening the database…", "Joining…"])
def test_what_is_being_done_is_said_in_chinese(qapp: QApplication, text: str) -> None:
    i18n.install(qapp, i18n.Language.CHINESE)
    try:
        assert QApplication.translate("Starter", text) != text
    finally:
        i18n.remove(qapp)


def test_without_a_keyring_a_passphrase_is_asked_and_opens_the_next_start(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder
) -> None:
    starter = make_starter(MemoryKeyring("keyring-missing"))
    found_by_hand(qtbot, starter)
    first = panel(qtbot, starter, FoundPanel)
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(first.passphrase.isVisible, timeout=10_000)
    type_in(qtbot, first.passphrase, "three kettles")
    type_in(qtbot, first.passphrase_again, "three kettles")
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    panel(qtbot, starter, RecoveryPanel)
    starter.close()

    again = make_starter(MemoryKeyring("keyring-missing"))
    asked = panel(qtbot, again, UnlockPanel)
    type_in(qtbot, asked.passphrase, "two kettles!")
    qtbot.waitUntil(lambda: asked.passphrase.error != "", timeout=10_000)
    assert asked.passphrase.editor().hasFocus()
    type_in(qtbot, asked.passphrase, "three kettles")
    sign_in(qtbot, again)
    wait_for_window(qtbot, again)


def test_the_recovery_key_opens_when_the_keyring_lost_its_entry_and_is_remembered_again(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    key = made(folder, keyring)
    keyring.entries.clear()
    starter = make_starter(keyring)
    asked = panel(qtbot, starter, UnlockPanel)
    qtbot.mouseClick(asked.other, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(asked.remember.box, Qt.MouseButton.LeftButton)
    type_in(qtbot, asked.recovery, "Q" + key[1:])
    qtbot.waitUntil(lambda: asked.recovery.error != "", timeout=10_000)
    type_in(qtbot, asked.recovery, key.lower())
    panel(qtbot, starter, SignInPanel)
    assert keyring.entries


def test_after_too_many_failures_the_wait_is_counted_down(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    made(folder, keyring)
    starter = make_starter(keyring)
    shown = panel(qtbot, starter, SignInPanel)
    for _ in range(5):
        sign_in(qtbot, starter, "not this one")
        qtbot.waitUntil(lambda: shown.trouble.text.text() != "" and shown.enter.isEnabled(), timeout=10_000)
        assert shown.password.text() == ""
    sign_in(qtbot, starter)
    qtbot.waitUntil(lambda: shown.seconds_left > 0, timeout=10_000)
    assert not shown.enter.isEnabled()
    before = shown.seconds_left
    assert str(before) in shown.trouble.text.text()
    qtbot.waitUntil(lambda: shown.seconds_left < before, timeout=3_000)
    assert str(shown.seconds_left) in shown.trouble.text.text()


def test_the_passwords_must_agree_and_be_strong(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    starter = make_starter(keyring)
    found_by_hand(qtbot, starter)
    first = panel(qtbot, starter, FoundPanel)
    type_in(qtbot, first.form["again"], "something else")
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    assert first.form["again"].error
    type_in(qtbot, first.form["password"], "12345678")
    type_in(qtbot, first.form["again"], "12345678")
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    assert first.form["password"].error
    assert not folder.database.exists()


def test_a_code_and_a_sign_in_name_are_proposed_until_somebody_types_others(
    qtbot: QtBot, make_starter: MakeStarter, keyring: MemoryKeyring
) -> None:
    starter = make_starter(keyring)
    first = panel(qtbot, starter, FoundPanel)
    name, owner = first.form["name"], first.form["owner"]
    type_in(qtbot, name, "成都高新店")
    type_in(qtbot, owner, "王芳")
    assert first.form["code"].value() == "CDGX"
    assert first.form["login"].value() == "wangfang"
    type_in(qtbot, first.form["code"], "G1")
    type_in(qtbot, name, "重庆店")
    assert first.form["code"].value() == "G1"


def test_a_folder_that_cannot_be_opened_says_why_and_offers_ways_out(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    made(folder, keyring)
    keys = folder.keys.read_bytes()
    folder.keys.unlink()
    starter = make_starter(keyring)
    shown = panel(qtbot, starter, TroublePanel)
    assert shown.error.code == "keys-missing"
    assert shown.trouble.text.text()
    folder.keys.write_bytes(keys)
    qtbot.mouseClick(shown.retry, Qt.MouseButton.LeftButton)
    panel(qtbot, starter, SignInPanel)


def test_another_person_may_sign_in_without_closing_the_program(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    made(folder, keyring)
    starter = make_starter(keyring)
    sign_in(qtbot, starter)
    wait_for_window(qtbot, starter)
    window = starter.desktop.window
    assert window is not None
    qtbot.keyClick(
        window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    shown = panel(qtbot, starter, SignInPanel)
    assert starter.window.isVisible()
    assert shown.login.text() == "wang"
    qtbot.waitUntil(lambda: starter.desktop.window is None, timeout=5_000)
    sign_in(qtbot, starter)
    wait_for_window(qtbot, starter)


def test_a_first_start_killed_before_its_branch_asks_again(
    qtbot: QtBot, make_starter: MakeStarter, folder: DataFolder, keyring: MemoryKeyring
) -> None:
    paths.prepare(folder)
    key = secrets.create_keys(folder.keys, keyring=keyring).key
    database = open_sqlite(folder.database, key)
    upgrade.upgrade(database, key)
    database.close()
    starter = make_starter(keyring)
    found_by_hand(qtbot, starter)
    first = panel(qtbot, starter, FoundPanel)
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    panel(qtbot, starter, RecoveryPanel)


def test_an_empty_shared_database_is_set_up_and_a_second_computer_joins_it(
    qtbot: QtBot, make_starter: MakeStarter, keyring: MemoryKeyring, postgres_url: str
) -> None:
    address = postgres_url.replace("postgresql+psycopg://", "postgresql://")
    starter = make_starter(keyring)
    qtbot.mouseClick(panel(qtbot, starter, FoundPanel).join, Qt.MouseButton.LeftButton)
    asked = panel(qtbot, starter, JoinPanel)
    type_in(qtbot, asked.address, address)
    type_in(qtbot, asked.password, "not asked for here")
    found_by_hand(qtbot, starter, is_shared=True)
    first = panel(qtbot, starter, FoundPanel)
    qtbot.mouseClick(first.create_button, Qt.MouseButton.LeftButton)
    wait_for_window(qtbot, starter)
    assert starter.url == address
    assert "not asked for here" in keyring.entries.values()
    assert "not asked for here" not in starter.folder.settings.read_text(encoding="utf-8")
    starter.close()

    second = make_starter(keyring, folder=DataFolder(starter.folder.root.with_name("second")))
    qtbot.mouseClick(panel(qtbot, second, FoundPanel).join, Qt.MouseButton.LeftButton)
    asked = panel(qtbot, second, JoinPanel)
    type_in(qtbot, asked.address, address)
    asked.submit()
    qtbot.waitUntil(asked.branch.isVisible, timeout=15_000)
    assert asked.branch.value() == "CD"
    asked.submit()
    sign_in(qtbot, second)
    wait_for_window(qtbot, second)
