"""What the painted views share: the still picture, the place of the cursor, keys, mouse, and what is told outside.

A `QListView` underneath, so that screen readers are given every day and item as a list row with its words and its
rectangle; layout and painting are all our own.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from app.followups.records import Item
from ui.followups.chips import ChipPainter, ring
from ui.followups.cursor import Cursor
from ui.followups.days_model import DaysModel
from ui.followups.periods import moved
from ui.followups.places import Place, Spot
from ui.theme import theme
from ui.widgets.scrolling import slim
from ui.widgets.surface import faded

Index = QModelIndex | QPersistentModelIndex


class CalendarCanvas(QListView):
    """Subclasses lay out (`lay_out`), paint the still picture (`paint_still`) and answer where things are."""

    item_opened = Signal(object)  # Item: Enter, double click
    day_opened = Signal(object)  # date: "n more", double click on its head
    typed = Signal(str)  # a figure or letter on a day: something is to be created there
    composed = Signal(object)  # QInputMethodEvent on a day, for the line that takes it over
    pick_up_wanted = Signal(object)  # Item: M
    command_wanted = Signal(object, str)  # Item, the letter pressed on it
    drag_begun = Signal(object, QPoint)  # Item, global position
    paged = Signal(int)
    today_wanted = Signal()
    left_days = Signal(object)  # date outside what is shown

    steps_by_week = False  # whether up and down are a week
    has_hours = False  # whether places have a time of day

    def __init__(self, model: DaysModel, cursor: Cursor, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = model
        self.cursor_at = cursor
        self.chips = ChipPainter()
        self.target: Place | None = None
        self.carried: object = None  # key of the item that is on its way
        self._still: QPixmap | None = None
        self._pressed: tuple[QPoint, Spot] | None = None
        self._is_following = False
        self._opened: object = None
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        slim(self)
        model.modelReset.connect(self._on_reset)
        cursor.changed.connect(self._on_cursor)
        theme().changed.connect(self.repaint_all)
        self.verticalScrollBar().valueChanged.connect(self.repaint_all)

    # For subclasses -------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Work out where everything is, for the present size and rows."""

    def paint_still(self, painter: QPainter) -> None:
        """Everything but cursor, target and what is carried."""

    def spot_at(self, point: QPoint) -> Spot | None:
        """What lies there."""
        return None

    def area_of(self, day: date, item: Item | None) -> QRectF:
        """Where a day or an item is on the viewport; empty when not on it."""
        return QRectF()

    def target_area(self, place: Place) -> QRectF:
        return self.area_of(place.on, None)

    # The picture ----------------------------------------------------------------------------------

    def repaint_all(self) -> None:
        self._still = None
        self.chips.fit()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        ratio = self.viewport().devicePixelRatioF()
        if self._still is None:
            self._still = QPixmap(self.viewport().size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(theme().color("surface"))
            still = QPainter(self._still)
            still.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_still(still)
            still.end()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cursor(painter)
        if self.target is not None:
            self._paint_target(painter, self.target_area(self.target))

    def _paint_cursor(self, painter: QPainter) -> None:
        item = self.current_item()
        area = self.area_of(self.cursor_at.day, item)
        if item is not None and not area.isEmpty():
            self.chips.paint(painter, area, item, self.chip_text(item), is_current=True)
        elif item is None:
            area = self.target_area(Place(on=self.cursor_at.day, minute=self.cursor_at.minute))
        if self.hasFocus() and not area.isEmpty():
            ring(painter, area.adjusted(-1, -1, 1, 1) if item is not None else area)
        elif item is None and not area.isEmpty():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().color("edge"))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)

    def chip_text(self, item: Item) -> str | None:
        """Other words than a chip's usual ones."""
        return None

    def _paint_target(self, painter: QPainter, area: QRectF) -> None:
        if area.isEmpty():
            return
        painter.fillRect(area, faded(theme().color("accent"), 0.16))
        pen = painter.pen()
        pen.setColor(theme().color("accent"))
        pen.setWidthF(2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)

    def show_target(self, place: Place | None) -> None:
        """Show where what is carried would be put down."""
        if place != self.target:
            self.target = place
            self.viewport().update()

    # The cursor -----------------------------------------------------------------------------------

    def current_item(self) -> Item | None:
        return self.days.find(self.cursor_at.day, self.cursor_at.key)

    def _on_reset(self) -> None:
        self.lay_out()
        self.repaint_all()
        self._follow_cursor()

    def is_tucked_away(self, day: date, item: Item) -> bool:
        """Whether an item is among "n more" unless the cursor is on it."""
        return False

    def _on_cursor(self) -> None:
        self.bring_into_sight()
        item = self.current_item()
        opened = item.key if item is not None and self.is_tucked_away(self.cursor_at.day, item) else None
        if opened != self._opened:  # what is shown for the cursor's sake is another picture
            self._opened = opened
            self.repaint_all()
        self._follow_cursor()
        self.viewport().update()

    def bring_into_sight(self) -> None:
        """Scroll so that the cursor can be seen."""

    def _follow_cursor(self) -> None:
        """Qt's own current row follows ours, for screen readers; letters on a day go to the input method."""
        row = self.days.row_of(self.cursor_at.day, self.cursor_at.key)
        if row < 0:
            row = self.days.row_of(self.cursor_at.day)
        self._is_following = True
        self.setCurrentIndex(self.days.index(row, 0) if row >= 0 else QModelIndex())
        self._is_following = False
        takes_text = self.current_item() is None
        if takes_text != self.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, takes_text)

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if not self._is_following and current.isValid():
            day, item = self.days.at(current.row())
            self.cursor_at.go(day, item.key if item else None)

    # What Qt's list is told of our layout ---------------------------------------------------------

    def visualRect(self, index: Index, /) -> QRect:
        if not index.isValid() or index.row() >= len(self.days.items):
            return QRect()
        day, item = self.days.at(index.row())
        return self.area_of(day, item).toAlignedRect()

    def indexAt(self, point: QPoint, /) -> QModelIndex:
        spot = self.spot_at(point)
        if spot is None:
            return QModelIndex()
        row = self.days.row_of(spot.place.on, spot.item.key if spot.item else None)
        return self.days.index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible, /
    ) -> None:
        """Ours is `bring_into_sight`."""

    def doItemsLayout(self) -> None:
        """Nothing of Qt's layout is used; asking 10,000 rows for their size would cost what it saves."""

    def updateGeometries(self) -> None:
        """The scroll bar is set by `lay_out`."""

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.lay_out()
        self.bring_into_sight()
        self.repaint_all()

    # Keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._next_item(1 if key == Qt.Key.Key_Down else -1)
        elif plain and plain != Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        elif self._go_by_key(key) or self._act_by_key(key, event.text()):
            event.accept()
        else:
            event.ignore()

    def _go_by_key(self, key: Qt.Key) -> bool:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            self.step(*steps[key])
        elif key in pages:
            self.paged.emit(pages[key])
        elif key == Qt.Key.Key_Home:
            self.today_wanted.emit()
        elif key == Qt.Key.Key_Escape and self.cursor_at.key is not None:
            self.cursor_at.go(self.cursor_at.day, None, self.cursor_at.minute)
        else:
            return False
        return True

    def _act_by_key(self, key: Qt.Key, text: str) -> bool:
        item = self.current_item()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item is not None:
                self.item_opened.emit(item)
            else:
                self.enter_day()
        elif item is not None and key == Qt.Key.Key_M:
            self.pick_up_wanted.emit(item)
        elif item is not None and (text.isalpha() or key == Qt.Key.Key_Delete):
            self.command_wanted.emit(item, "delete" if key == Qt.Key.Key_Delete else text.lower())
        elif item is None and text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            return False
        return True

    def step(self, across: int, down: int) -> None:
        """An arrow: days across; down a week, or to the next item of the day the cursor has stepped into."""
        if down and self.cursor_at.key is not None:
            self._step_inside(down)
        else:
            self.go_to_day(moved(self.cursor_at.day, across + (7 * down if self.steps_by_week else down)))

    def go_to_day(self, day: date, minute: int | None = None) -> None:
        """Put the cursor on a day, shown already or not."""
        if self.days.row_of(day) < 0:
            self.left_days.emit(day)
        self.cursor_at.go(day, None, minute)

    def enter_day(self) -> None:
        """Enter on a day: to its first item, or to creating one."""
        inside = self.items_under_cursor()
        if inside:
            self.cursor_at.go(self.cursor_at.day, inside[0].key, self.cursor_at.minute)
        else:
            self.typed.emit("")

    def items_under_cursor(self) -> list[Item]:
        return self.days.items_on(self.cursor_at.day)

    def _step_inside(self, down: int) -> None:
        items = self.days.items_on(self.cursor_at.day)
        at = next((n for n, item in enumerate(items) if item.key == self.cursor_at.key), 0) + down
        if 0 <= at < len(items):
            self.cursor_at.go(self.cursor_at.day, items[at].key)
        elif at < 0:
            self.cursor_at.go(self.cursor_at.day)

    def _next_item(self, by: int) -> None:
        """The next item on any day shown."""
        row = max(self.days.row_of(self.cursor_at.day, self.cursor_at.key), 0) + by
        while 0 <= row < len(self.days.items):
            day, item = self.days.at(row)
            if item is not None:
                self.cursor_at.go(day, item.key)
                return
            row += by

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        if self.current_item() is None and (event.preeditString() or event.commitString()):
            self.composed.emit(event)
            event.accept()
            return
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        spot = self.spot_at(point)
        self._pressed = None
        if spot is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.cursor_at.go(spot.place.on, spot.item.key if spot.item else None, spot.place.minute)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = (point, spot)
            if spot.is_more:
                self.day_opened.emit(spot.place.on)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        point = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            spot = self.spot_at(point)
            shape = (
                Qt.CursorShape.PointingHandCursor
                if spot and (spot.item or spot.is_more)
                else Qt.CursorShape.ArrowCursor
            )
            self.viewport().setCursor(shape)
            return
        start, spot = self._pressed
        if spot.item is not None and (point - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_begun.emit(spot.item, self.viewport().mapToGlobal(point))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        spot = self.spot_at(event.position().toPoint())
        if spot is None:
            return
        if spot.item is not None:
            self.item_opened.emit(spot.item)
        elif spot.is_head:
            self.day_opened.emit(spot.place.on)
        else:
            self.typed.emit("")
