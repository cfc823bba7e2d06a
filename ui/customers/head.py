"""The head of the card: who it is, how to reach them, what can be done, and the way through the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.customers.fields import FIELD, Part
from app.customers.numbers import PartialDate
from app.customers.records import Card
from app.lunar import age_on
from app.states import ChoiceList, CustomerKind, Gender
from ui.customers.showing import Showing, digits_of
from ui.customers.slots import local_today
from ui.labels import label
from ui.messages import Tone
from ui.theme import CONTROL, GAP, SMALL, TITLE, font
from ui.widgets.marks import Badge
from ui.widgets.surface import PrimaryButton, button, tool

PHONES_SHOWN = 3


class CardHead(QWidget):
    """Two lines: name and signs with the list's place at the right; facts and phones with the actions."""

    back_wanted = Signal()
    step_wanted = Signal(int)
    copy_wanted = Signal(str)
    log_wanted = Signal()
    form_wanted = Signal()
    dossier_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = tool("chevron-left", self.tr("Back to the list"), tip=self.tr("Back to the list  Esc"))
        self.name = QLabel()
        self.name.setFont(font(TITLE, bold=True))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.kind = Badge("", parent=self)
        self.class_badge = Badge("", parent=self)
        self.level = Badge("", icon="star", parent=self)
        self.stop = Badge("", Tone.DANGER, icon="warning", parent=self)
        self.facts = QLabel()
        self.facts.setFont(font(SMALL + 1))
        self.facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setMinimumWidth(80)
        self.phones: list[QPushButton] = []
        self._phone_row = QHBoxLayout()
        self._phone_row.setSpacing(GAP // 2)
        self.place = QLabel()
        self.place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.before = tool("chevron-up", self.tr("Previous card"), tip=self.tr("Previous card  Ctrl+Up"))
        self.after = tool("chevron-down", self.tr("Next card"), tip=self.tr("Next card  Ctrl+Down"))
        self.log = PrimaryButton(self.tr("Log a contact"), "chat")
        self.log.setToolTip(self.tr("Log a contact  Ctrl+L"))
        self.form = button(self.tr("Registration form"), "print")
        self.dossier = button(self.tr("Dossier"), "print")
        self.deleter = tool("delete", self.tr("Delete this card"))
        self._full_name = ""
        self._build()
        self._connect()

    def show_card(self, card: Card, showing: Showing) -> None:
        """The card as it stands."""
        values = card.main.values
        self._full_name = card.name
        self._show_name()
        self.kind.say(label(card.kind), Tone.INFO)
        self.class_badge.say(showing.choice(ChoiceList.CLASS, str(values.get("class_code") or "")))
        level = str(values.get("reception_level") or "")
        text = "" if level in ("", "normal") else showing.choice(ChoiceList.RECEPTION, level)
        self.level.say(text, Tone.WARNING)
        self.stop.say(self.tr("Do not contact") if values.get("do_not_contact") else "", Tone.DANGER)
        self.facts.setText("  ·  ".join(part for part in self._facts(card, showing) if part))
        self.facts.setToolTip(self.facts.text())
        self._show_phones([str(row.values.get("shown") or "") for row in card.phones])

    def show_place(self, number: int, count: int) -> None:
        """Where in the list this card stands; `number` counts from 1, 0 when it is in none."""
        has_list = number > 0 and count > 1
        self.place.setText(f"{number:,} / {count:,}" if has_list else "")
        self.before.setEnabled(has_list and number > 1)
        self.after.setEnabled(has_list and number < count)
        for part in (self.place, self.before, self.after):
            part.setVisible(has_list)

    def _facts(self, card: Card, showing: Showing) -> list[str]:
        values = card.main.values
        facts = [card.number]
        if card.kind is CustomerKind.PERSON:
            gender = values.get("gender")
            facts.append(label(gender) if isinstance(gender, Gender) and gender is not Gender.UNKNOWN else "")
            facts.append(self._age(values.get("birth")))
            facts.append(str(values.get("company_name") or ""))
        else:
            kind = FIELD[
                Part.CUSTOMER, "company_type" if card.kind is CustomerKind.COMPANY else "special_kind"
            ]
            facts.append(showing.value(kind, values.get(kind.name)))
            facts.append(str(values.get("industry") or ""))
        return facts

    def _age(self, birth: object) -> str:
        """Whole years of a birthday of either calendar."""
        years = age_on(birth, local_today()) if isinstance(birth, PartialDate) else None
        return "" if years is None else self.tr("%n year(s) old", "", years)

    def _show_phones(self, shown: list[str]) -> None:
        for press in self.phones:
            self._phone_row.removeWidget(press)
            press.hide()
            press.deleteLater()
        self.phones = []
        for number, text in enumerate(shown[:PHONES_SHOWN], 1):
            press = button(text, "copy")
            press.setFlat(True)
            press.setMinimumHeight(CONTROL - 4)
            press.setToolTip(self.tr("Copy this number  Alt+{number}").format(number=number))
            press.setAccessibleName(self.tr("Copy {phone}").format(phone=text))
            press.clicked.connect(lambda _checked=False, given=text: self.copy_wanted.emit(digits_of(given)))
            self._phone_row.addWidget(press)
            self.phones.append(press)

    def _build(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self.back)
        upper.addWidget(self.name)
        for badge in (self.kind, self.class_badge, self.level, self.stop):
            upper.addWidget(badge)
        upper.addStretch(1)
        for part in (self.place, self.before, self.after):
            upper.addWidget(part)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addSpacing(CONTROL - 4 + GAP)
        lower.addWidget(self.facts)
        lower.addLayout(self._phone_row)
        lower.addStretch(1)
        for press in (self.log, self.form, self.dossier, self.deleter):
            lower.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addLayout(lower)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        self.log.clicked.connect(self.log_wanted)
        self.form.clicked.connect(self.form_wanted)
        self.dossier.clicked.connect(self.dossier_wanted)
        self.deleter.clicked.connect(self.delete_wanted)

    def _show_name(self) -> None:
        most = 560
        metrics = self.name.fontMetrics()
        shown = metrics.elidedText(self._full_name, Qt.TextElideMode.ElideRight, most)
        self.name.setText(shown)
        self.name.setFixedWidth(min(metrics.horizontalAdvance(shown) + 2, most))
        self.name.setToolTip(self._full_name)
        self.name.setAccessibleName(self._full_name)
