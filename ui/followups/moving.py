"""Carries an item to another day or time, with the mouse or with keys; the views only show where it would go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.followups.records import Item
from ui.followups.canvas import CalendarCanvas
from ui.followups.chips import HEIGHT, ChipPainter
from ui.followups.days_model import minute_of
from ui.followups.periods import moved
from ui.followups.places import HALF_HOUR, Place
from ui.theme import theme

EDGE = 26  # a pointer resting so near the side of a view turns the page
EDGE_WAIT = 700
DAY_MINUTES = 24 * 60


class Ghost(QWidget):
    """The chip under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = ChipPainter()
        self._item: Item | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = ""
        self.resize(190, 2 * HEIGHT + 8)
        self.hide()

    def show_item(self, item: Item, at: QPoint) -> None:
        self._item = item
        self.move(at + QPoint(10, 6))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._item is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.rect().toRectF()
            painter.setPen(theme().color("edge"))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            self._chips.paint(painter, area.adjusted(2, 2, -2, -HEIGHT - 4), self._item, is_current=True)
            painter.setPen(theme().color("text"))
            lower = area.adjusted(8, HEIGHT + 4, -6, -2)
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), self.words)


class Carrier(QObject):
    """`canvas` is asked for the view in sight. One thing at a time is carried."""

    changed = Signal()  # begun, another target
    dropped = Signal(object, object)  # Item, Place
    ended = Signal()
    page_wanted = Signal(int)
    day_wanted = Signal(object)  # a day that is not on the screen

    def __init__(self, page: QWidget, canvas: Callable[[], CalendarCanvas]) -> None:
        super().__init__(page)
        self._page = page
        self._canvas = canvas
        self._ghost = Ghost(page)
        self._by_mouse = False
        self.describe: Callable[[Place | None], str] = lambda _place: ""
        self.item: Item | None = None
        self.target: Place | None = None
        self._edge = 0
        self._resting = QTimer(self)
        self._resting.setInterval(EDGE_WAIT)
        self._resting.timeout.connect(lambda: self.page_wanted.emit(self._edge))

    @property
    def is_by_keys(self) -> bool:
        return self.item is not None and not self._by_mouse

    def pick_up(self, item: Item, day: date) -> None:
        """Carry it by keys from where it lies (or from `day`, for what lies nowhere yet)."""
        self._begin(item, by_mouse=False)
        canvas = self._canvas()
        minute = minute_of(item) if canvas.has_hours else None
        self._aim(Place(on=day, minute=minute))

    def drag(self, item: Item, point: QPoint) -> None:
        """Carry it with the mouse, whose button is down, from a global point."""
        self._begin(item, by_mouse=True)
        self._follow(point)

    def cancel(self) -> None:
        if self.item is not None:
            self._end()

    def show_again(self) -> None:
        """The views were filled anew: show what is carried and where to."""
        canvas = self._canvas()
        canvas.carried = self.item.key if self.item is not None else None
        canvas.show_target(self.target if self.item is not None else None)

    # Inside ---------------------------------------------------------------------------------------

    def _begin(self, item: Item, *, by_mouse: bool) -> None:
        self.cancel()
        self.item, self._by_mouse = item, by_mouse
        canvas = self._canvas()
        canvas.carried = item.key
        canvas.repaint_all()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def _end(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._resting.stop()
        self._ghost.hide()
        self.item, self.target = None, None
        canvas = self._canvas()
        canvas.carried = None
        canvas.show_target(None)
        canvas.repaint_all()
        self.ended.emit()

    def _drop(self) -> None:
        item, target = self.item, self.target
        self._end()
        if item is not None and target is not None:
            self.dropped.emit(item, target)

    def _aim(self, place: Place | None) -> None:
        if place is not None and self._canvas().days.row_of(place.on) < 0:
            self.day_wanted.emit(place.on)
        self.target = place
        self._canvas().show_target(place)
        self.changed.emit()

    # Mouse ----------------------------------------------------------------------------------------

    def _follow(self, point: QPoint) -> None:
        assert self.item is not None
        canvas = self._canvas()
        inside = canvas.viewport().mapFromGlobal(point)
        spot = canvas.spot_at(inside) if canvas.viewport().rect().contains(inside) else None
        self._aim(spot.place if spot is not None else None)
        self._ghost.words = self.describe(self.target)
        self._ghost.show_item(self.item, self._page.mapFromGlobal(point))
        self._ghost.update()
        is_over = canvas.viewport().rect().contains(inside)
        edge = -1 if inside.x() < EDGE else 1 if inside.x() > canvas.viewport().width() - EDGE else 0
        self._edge = edge if is_over else 0
        if self._edge and not self._resting.isActive():
            self._resting.start()
        elif not self._edge:
            self._resting.stop()

    # Everything that happens while something is carried -------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.item is None or not isinstance(watched, QWidget):
            return False
        kind = event.type()
        if isinstance(event, QMouseEvent) and self._by_mouse:
            if kind == QEvent.Type.MouseMove:
                self._follow(event.globalPosition().toPoint())
                return True
            if kind == QEvent.Type.MouseButtonRelease:
                self._drop()
                return True
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress and not self._by_mouse:
            self.cancel()
            return False
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            self._obey(Qt.Key(event.key()))
            return True
        return False

    def _obey(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.cancel()
            return
        if self._by_mouse or self.target is None:
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._drop()
            return
        place = self._after(key, self.target)
        if place is not None and place != self.target:
            self._aim(place)

    def _after(self, key: Qt.Key, at: Place) -> Place | None:
        canvas = self._canvas()
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -28, Qt.Key.Key_PageDown: 28}
        downs = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in days:
            return Place(on=moved(at.on, days[key]), minute=at.minute)
        if key == Qt.Key.Key_Home:
            return Place(on=canvas.days.today, minute=at.minute)
        if key not in downs:
            return None
        if not canvas.has_hours:
            return Place(on=moved(at.on, downs[key] * (7 if canvas.steps_by_week else 1)), minute=at.minute)
        return Place(on=at.on, minute=self._half_hour(at.minute, downs[key]))

    def _half_hour(self, minute: int | None, down: int) -> int | None:
        """Half an hour on; over the first one is the band without a time, and below it the hours begin."""
        if minute is None:
            return 9 * 60 if down > 0 else None
        after = minute + down * HALF_HOUR
        return None if after < 0 else min(after, DAY_MINUTES - HALF_HOUR)
