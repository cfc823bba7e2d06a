"""A customers page on a real store with a few cards, driven by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.customers.cards import open_card
from app.customers.editing import Edit, edit_card
from app.customers.fields import Part
from app.customers.records import Card
from app.registration.walkin import WalkIn, register
from app.states import CustomerKind
from tests.builders.databases import Founded
from tests.ui.conftest import Screen
from ui.changes import Changes
from ui.customers.files import Paths
from ui.customers.page import CustomersPage
from ui.customers.slots import Slot
from ui.desk import Desk, Navigation
from ui.messages import Messages
from ui.tasks import Tasks
from ui.theme import theme

PHONE = "13800138000"


@dataclass
class Counter:
    """The page as a clerk has it before them, and the store behind it."""

    page: CustomersPage
    founded: Founded
    qtbot: QtBot
    messages: Messages
    navigation: Navigation
    printed: list[tuple[str, UUID]] = field(default_factory=list)
    attached: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)

    def register(self, phone: str = PHONE, name: str = "张伟", **more: Any) -> UUID:
        """A customer registered by somebody else meanwhile."""
        given = {"phone": phone, "name": name, "kind": CustomerKind.PERSON, **more}
        with self.founded.change() as work:
            return register(work, WalkIn(**given), anyway=True).customer_id

    def stored(self, customer_id: UUID) -> Card:
        with self.founded.read() as work:
            return open_card(work, customer_id)

    def edit_elsewhere(self, customer_id: UUID, name: str, given: object) -> None:
        """Another clerk saves a field."""
        seen = self.stored(customer_id).main.values[name]
        edit = Edit(part=Part.CUSTOMER, row_id=customer_id, field=name, seen=seen, given=given)
        with self.founded.change() as work:
            edit_card(work, customer_id, [edit])

    def show(self, count: int) -> None:
        """Wait for the list to hold so many cards."""
        self.page.show()
        self.qtbot.waitUntil(lambda: len(self.page.list.model.ids) == count)

    def open(self, customer_id: UUID) -> None:
        """Open a card and wait until it is read."""
        self.page.show()
        self.page.open_subject(customer_id)
        self.qtbot.waitUntil(
            lambda: self.page.card.card is not None and self.page.card.card.id == customer_id
        )

    def slot(self, name: str) -> Slot:
        """A field of the customer on the open card."""
        sheet = self.page.card.sheet
        assert sheet is not None
        return sheet.slots[name]

    def type_into(self, slot: Slot, text: str) -> QWidget:
        """Go to a field and type instead of what stands there."""
        slot.editor.go()
        editor = slot.editor.editor()
        self.qtbot.waitUntil(editor.hasFocus)
        self.type(editor, text)
        return editor

    def type(self, editor: QWidget, text: str) -> None:
        """Keys for ASCII; Chinese comes from the input method, first as a candidate."""
        if text.isascii():
            self.qtbot.keyClicks(editor, text)
            return
        QApplication.sendEvent(editor, QInputMethodEvent("pin yin", []))
        chosen = QInputMethodEvent()
        chosen.setCommitString(text)
        QApplication.sendEvent(editor, chosen)

    def wait_for_card(self, customer_id: UUID) -> None:
        """Wait until this card is read and shown."""
        card = self.page.card
        self.wait_for(lambda: card.card is not None and card.card.id == customer_id)

    def wait_for(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=5000)


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """Pages are tried on one engine; the use cases below them on both."""
    from tests.builders import databases

    with databases.fresh(request, tmp_path) as made:
        yield made


@pytest.fixture
def counter(branch: Founded, qtbot: QtBot, qapp: QApplication, messages: Messages) -> Iterator[Counter]:
    tasks = Tasks(branch.store, branch.actor, refuse=messages.refuse)
    changes = Changes()
    changes.follow(branch.store)
    desk = Desk(
        tasks=tasks,
        messages=messages,
        changes=changes,
        navigation=Navigation(),
        theme=theme(),
        screen=Screen(),
    )
    printed: list[tuple[str, UUID]] = []
    attached: list[Path] = []
    copies: list[Path] = []
    page = CustomersPage(
        desk,
        print_form=lambda key: printed.append(("form", key)),
        print_dossier=lambda key: printed.append(("dossier", key)),
        paths=Paths(
            to_attach=lambda _parent, _title: list(attached),
            to_save=lambda _parent, _title, _name: copies[0] if copies else None,
        ),
    )
    page.resize(1280, 650)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    yield Counter(
        page=page,
        founded=branch,
        qtbot=qtbot,
        messages=messages,
        navigation=desk.navigation,
        printed=printed,
        attached=attached,
        copies=copies,
    )
    page.hide()
    tasks.close()
