"""The right side: which template, how it reads for each person, and the ways it can leave the desk."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.care.due import Due
from app.care.records import CareLine
from app.care.templates import Filled, TemplateRecord
from app.care.texts import sms_units
from app.states import ContactWay
from ui.care.labels import due_text, last_time_text
from ui.care.prompts import CallPrompt, GiftPrompt, SkipPrompt
from ui.errors import sentence
from ui.labels import label
from ui.theme import GAP, SMALL, TEXT, font
from ui.widgets.choice import Combo
from ui.widgets.scrolling import ScrollColumn, slim
from ui.widgets.surface import PrimaryButton, button, heading, quiet, tool


class Compose(QWidget):
    """Shows; what is pressed goes out as signals."""

    template_picked = Signal(object)  # TemplateRecord
    step_wanted = Signal(int)
    mail_wanted = Signal()
    files_wanted = Signal()
    list_wanted = Signal()
    copy_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: list[TemplateRecord] = []
        self._choosing = False
        self.template = Combo()
        self.template.setAccessibleName(self.tr("Template"))
        self.who = heading("")
        self.place = quiet("")
        self.where = quiet("")
        self.before = tool("chevron-left", self.tr("Previous customer (Alt+Up)"))
        self.after = tool("chevron-right", self.tr("Next customer (Alt+Down)"))
        self.card = tool("person", self.tr("Open the customer's card"))
        self.subject = QLabel()
        self.subject.setFont(font(TEXT, bold=True))
        self.subject.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The message as it will be"))
        self.text.setFixedHeight(124)
        slim(self.text)
        self.size_note = quiet("")
        self.flaw = QLabel()
        self.flaw.setForegroundRole(QPalette.ColorRole.BrightText)
        self.flaw.setWordWrap(True)
        self.flaw.setFont(font(SMALL))
        self.last = quiet("")
        self.reason = quiet("")
        self.mail = PrimaryButton(self.tr("Send by mail program  F9"), "mail")
        self.files = button(self.tr("Save mail files"), "document")
        self.list = PrimaryButton(self.tr("Save the list  F9"), "export")
        self.copy = button(self.tr("Copy the text"), "copy")
        self.call = button(self.tr("Called"), "phone")
        self.gift = button(self.tr("Gift"), "gift")
        self.skip = button(self.tr("Pass over"), "close")
        self.call_prompt, self.gift_prompt, self.skip_prompt = CallPrompt(), GiftPrompt(), SkipPrompt()
        self._build()
        self._connect()

    # What is shown ------------------------------------------------------------------------------

    def show_templates(self, templates: Sequence[TemplateRecord], chosen: UUID | None) -> None:
        """Offer these templates."""
        self._choosing = True
        self._templates = list(templates)
        self.template.clear()
        for known in templates:
            self.template.addItem(known.name, known.id)
        place = next((n for n, known in enumerate(templates) if known.id == chosen), 0)
        self.template.setCurrentIndex(place if templates else -1)
        self.template.setEnabled(bool(templates))
        self._choosing = False
        self._show_ways()

    def chosen(self) -> TemplateRecord | None:
        place = self.template.currentIndex()
        return self._templates[place] if 0 <= place < len(self._templates) else None

    def show_person(self, line: CareLine | None, filled: Filled | None, place: str) -> None:
        """How the message reads for one person, or why it cannot."""
        self.who.setText("" if line is None else line.name)
        self.place.setText(place)
        told = [] if line is None else [line.number, line.firm, line.address]
        self.where.setText("  ".join(part for part in told if part))
        self.last.setText("")
        if line is not None and line.last_time is not None:
            self.last.setText(self.tr("Last time: {what}").format(what=last_time_text(line.last_time)))
        self.last.setVisible(bool(self.last.text()))
        self.card.setEnabled(line is not None)
        flaw = self._flaw(line, filled)
        self.flaw.setText(flaw)
        self.flaw.setVisible(bool(flaw))
        self.subject.setText("" if filled is None else filled.subject)
        self.subject.setVisible(bool(self.subject.text()))
        self.text.setPlainText("" if filled is None else filled.body)
        self.size_note.setText(self._size(filled))

    def show_due(self, due: Due | None) -> None:
        """Why a car is due, where the occasion is about one."""
        self.reason.setText("" if due is None else due_text(due))
        self.reason.setVisible(due is not None)

    def _flaw(self, line: CareLine | None, filled: Filled | None) -> str:
        if line is not None and line.why_not is not None:
            return self.tr("Left out: {why}").format(why=label(line.why_not))
        return sentence(filled.flaw) if filled is not None and filled.flaw is not None else ""

    def _size(self, filled: Filled | None) -> str:
        if filled is None or not filled.parts:
            return ""
        return self.tr("{count} characters · %n short message(s)", "", filled.parts).format(
            count=sms_units(filled.body)
        )

    def show_chosen(self, count: int, is_person_allowed: bool) -> None:
        """What can be pressed for so many chosen and the person shown."""
        has_template = self.chosen() is not None
        for many in (self.list, self.files):
            many.setEnabled(count > 0 and has_template)
        for one in (self.mail, self.copy):
            one.setEnabled(is_person_allowed and has_template)
        self.call.setEnabled(is_person_allowed)
        self.gift.setEnabled(count > 0)
        self.skip.setEnabled(count > 0)

    def close_prompts(self) -> None:
        """Put the small forms away."""
        for prompt in (self.call_prompt, self.gift_prompt, self.skip_prompt):
            prompt.hide()

    # Building -----------------------------------------------------------------------------------

    def _show_ways(self) -> None:
        template = self.chosen()
        way = None if template is None else template.way
        self.mail.setVisible(way is ContactWay.EMAIL)
        self.files.setVisible(way is ContactWay.EMAIL)
        self.list.setVisible(way is not ContactWay.EMAIL and template is not None)
        self.copy.setVisible(way in (ContactWay.SMS, ContactWay.WECHAT))

    def _connect(self) -> None:
        self.template.currentIndexChanged.connect(self._on_template)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.step_wanted.emit(step))
        for pressed, wanted in (
            (self.mail, self.mail_wanted),
            (self.files, self.files_wanted),
            (self.list, self.list_wanted),
            (self.copy, self.copy_wanted),
            (self.card, self.card_wanted),
        ):
            pressed.clicked.connect(wanted)
        for opener, prompt in (
            (self.call, self.call_prompt),
            (self.gift, self.gift_prompt),
            (self.skip, self.skip_prompt),
        ):
            opener.clicked.connect(lambda _=False, prompt=prompt: self._open(prompt))
            prompt.closed.connect(opener.setFocus)

    def _open(self, prompt: QWidget) -> None:
        self.close_prompts()
        if isinstance(prompt, CallPrompt):
            prompt.matter = self.call_matter
        assert isinstance(prompt, CallPrompt | GiftPrompt | SkipPrompt)
        prompt.open_form()

    call_matter = ""

    def _on_template(self) -> None:
        template = self.chosen()
        if not self._choosing and template is not None:
            self._show_ways()
            self.template_picked.emit(template)

    def _build(self) -> None:
        person = QHBoxLayout()
        person.setSpacing(4)
        for label_part in (self.who, self.place):
            person.addWidget(label_part)
        person.addStretch()
        for key in (self.card, self.before, self.after):
            person.addWidget(key)
        ways = QVBoxLayout()
        ways.setSpacing(GAP)
        for part in (self.mail, self.files, self.list, self.copy):
            ways.addWidget(part)
        acts = QGridLayout()
        acts.setSpacing(GAP)
        for place, part in enumerate((self.call, self.gift, self.skip)):
            acts.addWidget(part, 0, place)
        area = ScrollColumn()
        area.column.addWidget(self.template)
        area.column.addLayout(person)
        for shown in (self.where, self.reason, self.last, self.subject, self.text, self.size_note, self.flaw):
            area.column.addWidget(shown)
        area.column.addLayout(ways)
        area.column.addLayout(acts)
        for prompt in (self.call_prompt, self.gift_prompt, self.skip_prompt):
            area.column.addWidget(prompt)
        area.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.show_templates((), None)
        self.show_person(None, None, "")
        self.show_due(None)
        self.show_chosen(0, is_person_allowed=False)
