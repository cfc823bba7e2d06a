"""What is missing and what comes next: the two small cards above the time line."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.customers.fields import FIELD, Part
from app.customers.records import Card, Completeness, PartRow
from app.followups.records import Item
from app.states import ChoiceList
from ui import icons
from ui.customers.ahead import Ahead
from ui.customers.labels import item_label, question, target
from ui.customers.showing import Showing
from ui.customers.story import ICONS
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.today.words import clock_text, lateness_of, rule_of, short_day, way_text
from ui.widgets.marks import Ring
from ui.widgets.surface import Surface, heading, paint_focus, quiet, tool

QUESTIONS_SHOWN = 4
NEEDS_SHOWN = 2
STEPS_SHOWN = 3


class Ask(QAbstractButton):
    """A line to press: a strong word, quiet text after it, and a sign at the left."""

    def __init__(
        self, strong: str, text: str, icon: str, *, tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.say(strong, text, tone=tone)
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, strong: str, text: str, *, tone: str = "text") -> None:
        """Show other words; `tone` is a colour of the theme for the strong one."""
        self.setText(strong)
        self._rest, self._tone = text, tone
        self.setAccessibleName(f"{strong}  {text}".strip())
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 26)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        area = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("sunken"))
            painter.drawRoundedRect(area, RADIUS - 2, RADIUS - 2)
        icons.paint(painter, self._icon_name, QRectF(5, 6, 14, 14), colors.color("accent_text"))
        area = area.adjusted(26, 0, -6, 0)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(13))
        painter.setPen(colors.color(self._tone))
        strong = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, middle, strong)
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(strong) + GAP)
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        rest = painter.fontMetrics().elidedText(self._rest, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, middle, rest)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), RADIUS - 2)


class Missing(Surface):
    """How complete the card is and what to ask first; a press leads to the field."""

    field_wanted = Signal(object, str)  # part, field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What is missing"))
        self.asks: list[Ask] = []
        self._ring = Ring(44)
        self._words = quiet("")
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._ring)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(heading(self.tr("To ask next")))
        words.addWidget(self._words)
        head.addLayout(words, 1)
        self.column.setContentsMargins(12, 10, 12, 8)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.column.addStretch()

    def show_state(self, state: Completeness) -> None:
        """Percentage and the weightiest missing items."""
        self._ring.show_percent(state.percent)
        count = len(state.missing)
        self._words.setText(
            self.tr("%n item(s) missing", "", count)
            if count
            else self.tr("Everything asked for is filled in.")
        )
        _clear(self._list, self.asks)
        for item in state.missing[:QUESTIONS_SHOWN]:
            ask = Ask(item_label(item), question(item), "question")
            ask.clicked.connect(partial(self._on_pressed, item))
            self._list.addWidget(ask)
            self.asks.append(ask)

    def _on_pressed(self, item: str) -> None:
        self.field_wanted.emit(*target(item))


class NextUp(Surface):
    """What is to be done next and why, the open needs, and who looks after the customer."""

    need_wanted = Signal(object)  # row id, or None to add one
    step_wanted = Signal(object)  # Item: write its result down
    plan_wanted = Signal()
    owners_wanted = Signal()
    loss_wanted = Signal(object)  # row id of a need

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What comes next"))
        self.asks: list[Ask] = []
        self.steps: list[Ask] = []
        self.losers: list[QToolButton] = []
        self.planner = tool("add", self.tr("Plan a contact"), tip=self.tr("Plan a contact  Ctrl+N"))
        self.planner.setFixedSize(26, 26)
        self.planner.clicked.connect(self.plan_wanted)
        self.owners = Ask("", "", "customers")
        self.owners.clicked.connect(self.owners_wanted)
        self.column.setContentsMargins(12, 10, 12, 8)
        self.column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("What comes next")), 1)
        head.addWidget(self.planner)
        self.column.addLayout(head)
        self._step = QLabel()
        self._step.setTextFormat(Qt.TextFormat.PlainText)
        self._step.setFont(font(13))
        self._step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._ahead, self._list = QVBoxLayout(), QVBoxLayout()
        self.column.addLayout(self._ahead)
        self.column.addWidget(self._step)
        self.column.addLayout(self._list)
        self.column.addWidget(self.owners)
        self.column.addStretch()
        self.owners.hide()
        self.planner.hide()

    def show_card(self, card: Card, showing: Showing) -> None:
        """The next step of the latest contact, then the open needs."""
        step = next((entry.next_step for entry in card.entries if entry.next_step), "")
        self._step.setText(self.tr("Agreed last: {step}").format(step=step) if step else "")
        self._step.setVisible(bool(step))
        self._step.setToolTip(step)
        for loser in self.losers:
            loser.deleteLater()
        self.losers = []
        _clear(self._list, self.asks)
        needs = [need for need in card.needs if need.values.get("is_open")]
        for need in needs[:NEEDS_SHOWN]:
            self._add(need_title(need, showing), need_words(need, showing), "flag", need)
        if not needs:
            self._add(self.tr("Add a need"), self.tr("product, intent level, budget, date"), "add", None)

    def forget(self) -> None:
        """Another customer: what lies ahead is not known yet."""
        _clear(self._ahead, self.steps)
        self.owners.hide()
        self.planner.hide()

    def show_ahead(self, ahead: Ahead) -> None:
        """The next items with their reasons, and the owners."""
        _clear(self._ahead, self.steps)
        for item in ahead.items[:STEPS_SHOWN]:
            tone = "danger" if item.is_overdue else "text"
            ask = Ask(self._when(item, ahead.today), _what(item), icon_of(item), tone=tone)
            ask.clicked.connect(partial(self.step_wanted.emit, item))
            self._ahead.addWidget(ask)
            self.steps.append(ask)
        self._show_owners(ahead)
        self.planner.show()
        self.owners.show()

    def _when(self, item: Item, today: date) -> str:
        late = lateness_of(item, today)
        if late:
            return late
        day = self.tr("today") if item.due_on == today else short_day(item.due_on, today)
        return " ".join(part for part in (day, clock_text(item.starts_at)) if part)

    def _show_owners(self, ahead: Ahead) -> None:
        owners = ahead.owners
        names = self.tr(", ").join(name for name in (owners.first_name, owners.second_name) if name)
        if not owners.is_breach:
            note = ""
        elif owners.second is None or owners.first is None:
            note = self.tr("needs two owners")
        else:
            note = self.tr("second owner out of contact")
        if owners.left:
            note = self.tr("{name} has left").format(name=self.tr(", ").join(owners.left))
        self.owners.say(names or self.tr("No owner"), note, tone="warning" if note else "text")

    def _add(self, strong: str, text: str, icon: str, need: PartRow | None) -> None:
        ask = Ask(strong, text, icon)
        ask.clicked.connect(lambda: self.need_wanted.emit(None if need is None else need.id))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(ask, 1)
        if need is not None:
            loser = tool("close", self.tr("Give this need up"))
            loser.setFixedSize(24, 24)
            loser.clicked.connect(partial(self.loss_wanted.emit, need.id))
            row.addWidget(loser)
            self.losers.append(loser)
        self._list.addLayout(row)
        self.asks.append(ask)


def icon_of(item: Item) -> str:
    """The sign of how it is to be done."""
    return "calendar" if item.way is None else ICONS.get(item.way, "note")


def _what(item: Item) -> str:
    return "  ".join(part for part in (way_text(item.way), item.title, rule_of(item)) if part)


def need_title(need: PartRow, showing: Showing) -> str:
    """Intent level and product."""
    intent = showing.choice(ChoiceList.INTENT, str(need.values.get("intent_level") or ""))
    return "  ".join(part for part in (intent, str(need.values.get("product") or "")) if part) or "—"


def need_words(need: PartRow, showing: Showing) -> str:
    """Budget, date and competitor."""
    values = need.values
    low, high = (
        showing.value(FIELD[Part.NEED, name], values.get(name)) for name in ("budget_min", "budget_max")
    )
    budget = f"¥{low}–{high}" if low and high else f"¥{low or high}" if low or high else ""
    date = showing.value(FIELD[Part.NEED, "expected_on"], values.get("expected_on"))
    return "  ".join(part for part in (budget, date, str(values.get("competitor") or "")) if part)


def _clear(column: QVBoxLayout, asks: list[Ask]) -> None:
    for ask in asks:
        ask.hide()
        ask.deleteLater()
    asks.clear()
    while column.count():
        column.takeAt(0)
