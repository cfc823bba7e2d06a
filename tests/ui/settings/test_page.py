"""The settings with real keys on a real store: accounts, own password, branch, keys, limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import secrets
from app.access.accounts import list_accounts
from app.access.branches import read_branch
from app.access.signin import sign_in
from app.errors import UserError
from app.lists import setting
from app.paths import DataFolder
from app.states import Permission
from app.wiring import Desk as OpenDesk
from tests.builders.databases import PASSWORD, Founded
from tests.keyrings import MemoryKeyring
from tests.ui.desks import real_desk
from ui.i18n import Language
from ui.messages import Messages
from ui.settings.letterhead import LetterheadSection
from ui.settings.limits import LimitsSection
from ui.settings.own_password import OwnPasswordSection
from ui.settings.page import SettingsPage
from ui.settings.people import PeopleSection
from ui.settings.screen import ScreenSection
from ui.settings.section import Section
from ui.settings.security import SecuritySection
from ui.theme import Look
from ui.widgets.line import LineField

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
S = TypeVar("S", bound=Section)


@dataclass
class Settings:
    """The page, and what stands behind it."""

    page: SettingsPage
    founded: Founded
    folder: DataFolder
    messages: Messages
    qtbot: QtBot

    def open(self, kind: type[S]) -> S:
        """Open a section as a click would."""
        number = next(at for at, section in enumerate(self.page.sections) if isinstance(section, kind))
        self.qtbot.mouseClick(self.page.list.group.button(number), Qt.MouseButton.LeftButton)
        section = self.page.section
        assert isinstance(section, kind)
        self.qtbot.waitUntil(lambda: not self.page.desk.tasks.is_busy)
        return section

    def told(self) -> str:
        """What was said, once it was."""
        self.qtbot.waitUntil(lambda: len(self.messages.history) > 0, timeout=10_000)
        return self.messages.history[-1].text


def type_in(section: Section, **texts: str) -> None:
    for name, text in texts.items():
        field = section.form[name]
        assert isinstance(field, LineField)
        field.type_text(text)


@pytest.fixture
def settings(branch: Founded, messages: Messages, qtbot: QtBot, tmp_path: Path) -> Iterator[Settings]:
    """The settings of the owner, on a folder whose keys are known."""
    folder = DataFolder(tmp_path)
    key = secrets.create_keys(folder.keys, passphrase="three kettles", keyring=MemoryKeyring()).key
    opened = OpenDesk(folder=folder, store=branch.store, device_id=branch.device_id, key=key, url=None)
    with real_desk(branch, messages, opened=opened) as desk:
        page = SettingsPage(desk)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        yield Settings(page=page, founded=branch, folder=folder, messages=messages, qtbot=qtbot)
        page.close()
        page.deleteLater()


def test_arrows_go_through_the_sections(settings: Settings) -> None:
    settings.page.focus_first()
    settings.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert isinstance(settings.page.section, OwnPasswordSection)
    settings.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert isinstance(settings.page.section, ScreenSection)


def test_look_and_language_are_handed_to_the_screen(settings: Settings) -> None:
    section = settings.open(ScreenSection)
    section.look.pick(Look.CONTRAST)
    section.language.pick(Language.ENGLISH)
    screen = settings.page.desk.screen
    assert (screen.look, screen.language) == (Look.CONTRAST, Language.ENGLISH)
    section.look.pick(Look.LIGHT)


def test_the_own_password_changes_and_a_wrong_old_one_is_refused_at_its_field(settings: Settings) -> None:
    section = settings.open(OwnPasswordSection)
    type_in(section, old="not this one", new="copper-violin-7", again="copper-violin-7")
    section.save()
    settings.qtbot.waitUntil(lambda: section.form["old"].error != "", timeout=10_000)
    type_in(section, old=PASSWORD)
    section.save()
    settings.told()
    founded = settings.founded
    actor = sign_in(
        founded.store, login=founded.actor.login, password="copper-violin-7", device_id=founded.device_id
    )
    assert actor.account_id == founded.actor.account_id
    assert section.form["new"].value() is None


def test_a_person_is_opened_given_roles_and_closed(settings: Settings) -> None:
    section = settings.open(PeopleSection)
    section.begin_new()
    type_in(section, name="Li Na", login="lina", password="copper-violin-7")
    section.save()
    settings.qtbot.waitUntil(lambda: not section.roles_error.isHidden(), timeout=10_000)
    settings.qtbot.mouseClick(section.roles["clerk"].box, Qt.MouseButton.LeftButton)
    section.save()
    settings.qtbot.waitUntil(lambda: section.table.rowCount() == 2, timeout=10_000)
    row = next(at for at, person in enumerate(section.people) if person.login == "lina")
    section.table.selectRow(row)
    assert section.roles["clerk"].value() is True
    settings.qtbot.mouseClick(section.close_button, Qt.MouseButton.LeftButton)
    settings.qtbot.waitUntil(lambda: any(person.is_closed for person in section.people), timeout=10_000)
    with settings.founded.read() as work:
        assert {person.login: person.is_closed for person in list_accounts(work)}["lina"]


def test_nobody_closes_the_own_account(settings: Settings) -> None:
    section = settings.open(PeopleSection)
    section.table.selectRow(0)
    assert section.people[0].id == settings.founded.actor.account_id
    assert not section.close_button.isEnabled()


def test_the_letterhead_is_saved_and_a_wrong_phone_refused_at_its_field(settings: Settings) -> None:
    section = settings.open(LetterheadSection)
    type_in(section, company="Tianfu Motors", phone="123")
    section.save()
    settings.qtbot.waitUntil(lambda: section.form["phone"].error != "")
    type_in(section, phone="02885551234")
    section.save()
    settings.told()
    with settings.founded.read() as work:
        card = read_branch(work)
    assert (card.company, card.phone) == ("Tianfu Motors", "028-85551234")


def test_a_new_recovery_key_is_shown_and_opens(settings: Settings) -> None:
    section = settings.open(SecuritySection)
    settings.qtbot.mouseClick(section.renew, Qt.MouseButton.LeftButton)
    settings.told()
    assert section.key_shown is not None
    text = section.key_shown.accessibleName()
    opened = settings.page.desk.opened
    assert opened is not None
    assert secrets.unlock_with_recovery_key(settings.folder.keys, text) == opened.key


def test_a_new_passphrase_replaces_the_old_one(settings: Settings) -> None:
    section = settings.open(SecuritySection)
    type_in(section, passphrase="short", again="short")
    section.save()
    settings.qtbot.waitUntil(lambda: section.form["passphrase"].error != "")
    type_in(section, passphrase="four violins", again="four violins")
    section.save()
    settings.told()
    assert secrets.unlock_with_passphrase(settings.folder.keys, "four violins")
    with pytest.raises(UserError, match="passphrase-wrong"):
        secrets.unlock_with_passphrase(settings.folder.keys, "three kettles")


def test_a_limit_is_saved_when_its_field_is_left_and_a_wrong_one_keeps_the_old(settings: Settings) -> None:
    section = settings.open(LimitsSection)
    field = section.form["duplicate-stop"]
    field.go()
    settings.qtbot.keyClicks(QApplication.focusWidget(), "85")
    settings.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settings.told()
    section.form["entry-deadline"].go()
    settings.qtbot.keyClicks(QApplication.focusWidget(), "25:00")
    settings.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "25:00" in section.form["entry-deadline"].error
    with settings.founded.read() as work:
        assert (setting(work, "duplicate-stop"), setting(work, "entry-deadline")) == (85, "18:00")


def test_who_lacks_a_right_sees_the_buttons_rest_with_the_reason(
    branch: Founded, messages: Messages, qtbot: QtBot
) -> None:
    with real_desk(branch, messages, actor=branch.actor_with(Permission.READ_CARD)) as desk:
        page = SettingsPage(desk)
        qtbot.addWidget(page)
        sections = {type(section): section for section in page.sections}
        people, letterhead = sections[PeopleSection], sections[LetterheadSection]
        assert isinstance(people, PeopleSection)
        assert isinstance(letterhead, LetterheadSection)
        for resting in (people.new, people.keep, letterhead.keep):
            assert not resting.isEnabled()
            assert resting.toolTip()
        assert isinstance(sections[OwnPasswordSection], OwnPasswordSection)
