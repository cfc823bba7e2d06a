"""What stands beside the typing: the keys, the card of a known phone, people who may be the same. Never modal."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.customers.duplicates import Hit, Reason
from app.customers.records import Card
from app.lists import choice_text
from app.states import ChoiceList
from ui.customers.labels import question
from ui.customers.showing import Choices
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, RADIUS, SMALL, TITLE, font, theme
from ui.widgets.marks import Badge, Ring
from ui.widgets.surface import PrimaryButton, Rule, Surface, button, heading, paint_focus, quiet

ENTRIES = 3
QUESTIONS = 4


class HitRow(QAbstractButton):
    """One card that may be the same; Enter opens it."""

    def __init__(self, hit: Hit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hit = hit
        self.reasons = "，".join(label(reason) for reason in hit.reasons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(52)
        self.setEnabled(hit.is_readable)
        self.setAccessibleName(f"{hit.name} {hit.phone} {hit.number} {self.reasons}")

    def sizeHint(self) -> QSize:
        return QSize(280, 52)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("sunken" if self.underMouse() else "window"))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.hasFocus():
            paint_focus(painter, area)
        left, width = area.left() + 12, area.width() - 24
        painter.setFont(font(bold=True))
        painter.setPen(colors.color("text"))
        painter.drawText(
            QRectF(left, area.top() + 6, width, 20), int(Qt.AlignmentFlag.AlignLeft), self.hit.name
        )
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        top = QRectF(left, area.top() + 8, width, 18)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignRight), f"{self.hit.phone}   {self.hit.number}")
        painter.setPen(colors.color("warning"))
        painter.drawText(
            QRectF(left, area.top() + 27, width, 18), int(Qt.AlignmentFlag.AlignLeft), self.reasons
        )


class KeyRow(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setFixedHeight(28)
        row = QHBoxLayout(self)
        row.setContentsMargins(72, 0, 0, 0)
        row.addWidget(quiet(text, size=SMALL + 1), 1)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("line"))
        painter.setBrush(theme().color("window"))
        cap = QRectF(0.5, 3.5, 57, 21)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme().color("text"))
        painter.setFont(font(SMALL))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)


class Beside(Surface):
    """`opened` carries a customer id; `came_back` too."""

    opened = Signal(object)
    came_back = Signal(object)
    anyway_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.known: Card | None = None
        self.hits: tuple[Hit, ...] = ()
        self._language = "zh"
        self._choices: Choices = {}
        self._part: QWidget | None = None
        self.open_button: PrimaryButton | None = None
        self.back_button: QAbstractButton | None = None
        self.anyway_button: QAbstractButton | None = None
        self.rows: list[HitRow] = []
        self.show_guide()

    def use(self, choices: Choices, language: str) -> None:
        """The words of the code lists."""
        self._choices, self._language = choices, language

    # What is shown --------------------------------------------------------------------------------

    def show_guide(self) -> None:
        """Nobody is known yet: how to go on."""
        self.known, self.hits = None, ()
        column = self._begin()
        column.addWidget(heading(self.tr("Keys")))
        for key, text in (
            ("Enter", self.tr("Next field")),
            ("F9", self.tr("Register and print")),
            ("F7", self.tr("Person or company")),
            ("F3", self.tr("More fields: address, birthday, budget …")),
            ("F4 F5 F6", self.tr("Consent to service, marketing, sharing")),
            ("Ctrl+D", self.tr("Start anew")),
        ):
            column.addWidget(KeyRow(key, text))
        column.addSpacing(GAP)
        column.addWidget(
            quiet(
                self.tr(
                    "Begin with the phone. If it is known, the card appears here, and nobody is entered twice."
                ),
                size=SMALL + 1,
            )
        )
        column.addStretch(1)

    def show_known(self, card: Card, hits: Sequence[Hit]) -> None:
        """The phone belongs to somebody: who, what was last, what to ask."""
        self.known, self.hits = card, tuple(hits)
        column = self._begin()
        column.addWidget(Badge(self.tr("Known customer"), Tone.INFO, "person"))
        column.addLayout(self._head(card))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.open_button = PrimaryButton(self.tr("Open card"), "customers")
        self.open_button.setAutoDefault(True)
        self.open_button.clicked.connect(lambda: self.opened.emit(card.id))
        self.back_button = button(self.tr("Came back  F8"), "redo")
        self.back_button.clicked.connect(lambda: self.came_back.emit(card.id))
        for made in (self.open_button, self.back_button):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        self._add_questions(column, card)
        self._add_entries(column, card)
        others = [hit for hit in hits if hit.customer_id != card.id]
        if others:
            column.addWidget(Rule())
            column.addWidget(quiet(self.tr("Also like what is typed")))
            self._add_rows(column, others)
        column.addStretch(1)

    def show_alike(self, hits: Sequence[Hit], *, is_stopped: bool = False) -> None:
        """Cards that may be the same customer; `is_stopped` when registering was held up by them."""
        self.known, self.hits = None, tuple(hits)
        column = self._begin()
        if is_stopped:
            column.addWidget(Badge(self.tr("Not registered yet"), Tone.DANGER, "warning"))
            column.addWidget(heading(self.tr("Is it one of these?")))
            column.addWidget(
                quiet(self.tr("Open the card, or press F9 again to register all the same."), size=SMALL + 1)
            )
        else:
            column.addWidget(Badge(self.tr("Perhaps known already"), Tone.WARNING, "merge"))
        self._add_rows(column, hits)
        if is_stopped:
            self.anyway_button = button(self.tr("Register anyway  F9"), "person-add")
            self.anyway_button.clicked.connect(self.anyway_wanted)
            column.addSpacing(GAP)
            column.addWidget(self.anyway_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def current(self) -> UUID | None:
        """Whom F8 is about: the known card, the row with the focus, or the first readable one."""
        if self.known is not None:
            return self.known.id
        focused = [row.hit for row in self.rows if row.hasFocus()]
        readable = [hit for hit in (*focused, *self.hits) if hit.is_readable]
        return readable[0].customer_id if readable else None

    def go(self) -> bool:
        """Put the focus on the first way on; False when there is nothing here."""
        first = self.open_button or next((row for row in self.rows if row.isEnabled()), None)
        if first is None:
            return False
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Inside ---------------------------------------------------------------------------------------

    def _begin(self) -> QVBoxLayout:
        if self._part is not None:
            self.column.removeWidget(self._part)
            self._part.hide()
            self._part.deleteLater()
        self.open_button = self.back_button = self.anyway_button = None
        self.rows = []
        self._part = QWidget()
        column = QVBoxLayout(self._part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.column.addWidget(self._part, 1)
        return column

    def _head(self, card: Card) -> QHBoxLayout:
        name = QLabel(card.name)
        name.setFont(font(TITLE, bold=True))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        words = choice_text(
            self._choices, ChoiceList.CLASS, card.main.values.get("class_code"), self._language
        )
        phones = "  ".join(str(row.values["shown"]) for row in card.phones[:2])
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(
            quiet("  ".join(part for part in (card.number, words, phones) if part), size=SMALL + 1)
        )
        ring = Ring(52)
        ring.show_percent(card.completeness.percent)
        row = QHBoxLayout()
        row.addLayout(texts, 1)
        row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_questions(self, column: QVBoxLayout, card: Card) -> None:
        if not card.completeness.missing:
            return
        column.addWidget(Rule())
        column.addWidget(heading(self.tr("Ask first")))
        for item in card.completeness.missing[:QUESTIONS]:
            asked = QLabel(f"•  {question(item)}")
            asked.setWordWrap(True)
            asked.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(asked)

    def _add_entries(self, column: QVBoxLayout, card: Card) -> None:
        if not card.entries:
            return
        column.addWidget(Rule())
        column.addWidget(heading(self.tr("Last contacts")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP + 4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, entry in enumerate(card.entries[:ENTRIES]):
            when = quiet(entry.happened_at.astimezone().strftime("%Y-%m-%d"))
            when.setWordWrap(False)
            matter = QLabel(f"{label(entry.way)}  {entry.matter}")
            matter.setWordWrap(True)
            matter.setTextFormat(Qt.TextFormat.PlainText)
            matter.setForegroundRole(QPalette.ColorRole.WindowText)
            grid.addWidget(when, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(matter, number, 1)
        column.addLayout(grid)

    def _add_rows(self, column: QVBoxLayout, hits: Sequence[Hit]) -> None:
        for hit in hits[:6]:
            row = HitRow(hit)
            row.clicked.connect(lambda _=False, key=hit.customer_id: self.opened.emit(key))
            self.rows.append(row)
            column.addWidget(row)
            if not hit.is_readable:
                row.setToolTip(self.tr("Belongs to another branch; ask them before you enter this customer."))


def has_same_phone(hit: Hit) -> bool:
    """Whether a card carries the phone that was typed."""
    return Reason.MOBILE in hit.reasons
