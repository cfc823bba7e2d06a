"""The line at the bottom: "7 通 满意" and Enter; what it will do is said while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.errors import UserError
from app.followups.proposing import Because, Proposal, propose_next
from app.followups.records import Item
from app.followups.results import Result
from app.followups.typed import Typed, read_typed
from app.lists import ChoiceRecord
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.errors import sentence
from ui.theme import GAP, font
from ui.today.deeds import Deeds, language_code
from ui.today.lines import Line, Sheet
from ui.today.words import short_day, way_text
from ui.widgets.line import LineEdit
from ui.widgets.typed import mended


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """What stands in the line, held against the list."""

    line: Line
    typed: Typed | None  # None: a number alone, which opens its line


class TypedLine(QWidget):
    """Takes the focus at the first digit; Enter carries out, Escape goes back to the list."""

    left = Signal()
    pointed = Signal(object)  # key of the line a number names
    opened = Signal(object)  # Line
    way_wanted = Signal(object, object)  # Line, ContactWay: it is to be done this way

    def __init__(self, desk: Desk, deeds: Deeds, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._deeds = deeds
        self._sheet = sheet
        self._outcomes: tuple[ChoiceRecord, ...] = ()
        self._proposal: Proposal | None = None
        self.edit = LineEdit()
        self.edit.setFont(font(16))
        self.edit.setMinimumHeight(38)
        self.edit.setMaximumWidth(340)
        self.edit.setPlaceholderText(self.tr("7 call satisfied   5 tomorrow   3 busy"))
        self.edit.setAccessibleName(self.tr("Type a number and what came of it"))
        self.meaning = QLabel()
        self.meaning.setFont(font(13))
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning.setWordWrap(True)
        self.meaning.setMaximumHeight(40)
        self.meaning.setMinimumWidth(80)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GAP)
        row.addWidget(self.edit, 2)
        row.addWidget(self.meaning, 3)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.entered.connect(self.carry_out)
        self.edit.escaped.connect(self._on_escaped)
        self._say_hint()

    def use(self, outcomes: tuple[ChoiceRecord, ...]) -> None:
        """The list of outcomes words are looked up in."""
        self._outcomes = outcomes

    def take(self, text: str) -> None:
        """A digit typed in the list: typing goes on here."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.insert(text)

    @property
    def is_busy(self) -> bool:
        """Whether something is being typed."""
        return bool(self.edit.text().strip()) or self.edit.is_composing

    def carry_out(self) -> None:
        """Enter: record, move or open; a sentence says why not, and the text stays to be mended."""
        if not self.edit.text().strip():
            return
        try:
            meant = self._meant()
        except UserError as error:
            self._say(sentence(error), is_wrong=True)
            return
        item = meant.line.item
        if meant.typed is None or item is None:
            self.edit.clear()
            self.opened.emit(meant.line)
        elif meant.typed.move_to is not None:
            self._deeds.move(item, meant.typed.move_to)
            self.edit.clear()
        elif meant.typed.outcome is None:
            self.edit.clear()
            self.way_wanted.emit(meant.line, meant.typed.way)
        else:
            self._record(item, meant.typed)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if self.is_busy or not event.matches(QKeySequence.StandardKey.Undo):
            return False
        event.ignore()  # nothing is typed: Ctrl+Z takes back what was written down last
        return True

    # Inside -------------------------------------------------------------------------------------

    def _record(self, item: Item, typed: Typed) -> None:
        text = self.edit.text()
        self.edit.clear()

        def refused(error: UserError) -> bool:
            if not self.is_busy:
                self.edit.setText(text)
            self._say(sentence(error), is_wrong=True)
            return True

        result = Result(
            outcome=typed.outcome or "",
            answer=typed.note,
            next_on=typed.next_on,
            way=typed.way,
            minutes=typed.minutes,
        )
        self._deeds.record(item, result, failed=refused)

    def _meant(self) -> Meant:
        """Raises UserError where it is not understood, or there is nothing to write down."""
        text = mended(self.edit.text())
        is_number = text.isdigit()
        typed = None if is_number else self._read(text)
        number = int(text[:6]) if typed is None else typed.number
        line = self._sheet.with_number(number)
        if line is None:
            raise UserError("typed-no-line", given=number, most=len(self._sheet.lines))
        if typed is not None and line.item is None:
            raise UserError("typed-nothing-to-record", number=number, name=line.name)
        if typed is not None and line.is_done:
            raise UserError("typed-line-done", number=number, name=line.name, said=line.said)
        return Meant(line=line, typed=typed)

    def _read(self, text: str) -> Typed:
        most = len(self._sheet.lines)
        return read_typed(text, most, self._outcomes, today=local_today(), language=language_code(self._desk))

    def _on_changed(self) -> None:
        if not self.edit.text().strip():
            self._say_hint()
            return
        try:
            meant = self._meant()
        except UserError as error:
            self._say(sentence(error), is_quiet=True)
            return
        self.pointed.emit(meant.line.key)
        self._explain(meant, None)
        typed, item = meant.typed, meant.line.item
        if typed is not None and typed.outcome and item is not None:
            key, code, text = item.key, typed.outcome, self.edit.text()
            self._desk.tasks.search(
                self,
                lambda work: propose_next(work, key, code),
                lambda proposal: self._on_proposed(text, meant, proposal),
                lambda _error: None,
                stream="typed",
            )

    def _on_proposed(self, text: str, meant: Meant, proposal: Proposal) -> None:
        if self.edit.text() == text:
            self._explain(meant, proposal)

    def _explain(self, meant: Meant, proposal: Proposal | None) -> None:
        line, typed = meant.line, meant.typed
        parts = [f"{line.number} {line.name}"]
        if typed is None:
            parts.append(self.tr("Enter opens it"))
        elif typed.move_to is not None:
            parts.append(self.tr("move to {day}").format(day=self._day(typed.move_to)))
        else:
            parts += self._said(typed)
        text = self.tr(" · ").join(parts)
        if typed is not None and typed.next_on is not None:
            text = self.tr("{what} → next {day}").format(what=text, day=self._day(typed.next_on))
        elif proposal is not None and proposal.reason is not Because.NO_RULE:
            text = self.tr("{what} → next {day} {way}").format(
                what=text, day=self._day(proposal.on), way=way_text(proposal.way)
            )
        self._say(text)

    def _said(self, typed: Typed) -> list[str]:
        parts = [way_text(typed.way)] if typed.way is not None else []
        outcome = self._deeds.outcome(typed.outcome or "")
        if outcome is not None:
            parts.append(self.tr("reached") if outcome.is_reached else self.tr("not reached"))
            parts.append(outcome.text)
        if typed.minutes is not None:
            parts.append(self.tr("%n minute(s)", "", typed.minutes))
        if typed.note:
            parts.append(self.tr("“{note}”").format(note=typed.note))
        return parts

    def _day(self, day: date) -> str:
        return short_day(day, local_today())

    def _say_hint(self) -> None:
        self._say(self.tr("Type a number and what came of it; Enter writes it down."), is_quiet=True)

    def _say(self, text: str, *, is_quiet: bool = False, is_wrong: bool = False) -> None:
        role = QPalette.ColorRole.WindowText
        if is_wrong:
            role = QPalette.ColorRole.BrightText
        elif is_quiet:
            role = QPalette.ColorRole.PlaceholderText
        self.meaning.setForegroundRole(role)
        self.meaning.setText(text)
        self.meaning.setToolTip(text)
        self.edit.setAccessibleDescription(text)

    def _on_escaped(self) -> None:
        self.edit.clear()
        self.left.emit()
