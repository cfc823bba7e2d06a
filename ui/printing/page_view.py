"""The pages of a document one under the other: pictures made when they come into sight, at any zoom."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.documents.preview import Picture
from ui.theme import GAP, SMALL, font, theme
from ui.widgets.scrolling import slim

STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
SCREEN_DPI: Final = 96.0
KEPT_PAGES: Final = 12
"""Pictures kept in memory: an A4 page at 200 % takes 14 MB."""


class Fit(Enum):
    """What the zoom follows when the window changes."""

    NONE = "none"
    PAGE = "page"
    WIDTH = "width"


class PageView(QAbstractScrollArea):
    """Shows pages of known sizes; `page_wanted(page, dpi)` asks for a picture, `show_picture` answers."""

    page_wanted = Signal(int, float)
    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        slim(self)
        self.sizes_mm: list[tuple[float, float]] = []
        self.zoom = 1.0
        self._fitted = Fit.PAGE
        self._pictures: dict[int, tuple[float, QPixmap]] = {}
        self._asked: dict[int, float] = {}
        self._page = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(30)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, sizes_mm: list[tuple[float, float]]) -> None:
        """Another document, or the same made anew: old pictures stay until the new ones come."""
        if len(sizes_mm) != len(self.sizes_mm):
            self._pictures.clear()
        self.sizes_mm = list(sizes_mm)
        self._asked.clear()
        self._pictures = {page: (0.0, held[1]) for page, held in self._pictures.items()}
        self._lay_out()
        self._soon.start()

    def show_picture(self, page: int, dpi: float, picture: Picture) -> None:
        """The answer to `page_wanted`; one for a zoom left meanwhile is shown until the right one comes."""
        image = QImage(
            picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
        )
        self._pictures.pop(page, None)
        self._pictures[page] = (dpi, QPixmap.fromImage(image))
        while len(self._pictures) > KEPT_PAGES:
            self._pictures.pop(next(iter(self._pictures)))
        self._asked.pop(page, None)
        self.viewport().update()

    @property
    def page(self) -> int:
        """The page most in sight, from 0."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top."""
        if self.sizes_mm:
            number = max(0, min(page, len(self.sizes_mm) - 1))
            self.verticalScrollBar().setValue(self._top(number) - GAP)

    def fit_page(self) -> None:
        """Whole pages, as large as the window allows."""
        self._refit(Fit.PAGE)

    def fit_width(self) -> None:
        """As wide as the window: the text as large as it gets without moving sideways."""
        self._refit(Fit.WIDTH)

    def set_zoom(self, zoom: float) -> None:
        """100 % is the true size on a screen of 96 dots to the inch."""
        self._fitted = Fit.NONE
        page = self._page
        self.zoom = max(STEPS[0], min(zoom, STEPS[-1]))
        self._lay_out()
        self.go_to(page)

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.zoom - 0.01), STEPS[0]))

    def _refit(self, fit: Fit) -> None:
        page = self._page
        self._fitted = fit
        self._lay_out()
        self.go_to(page)

    # Inside -------------------------------------------------------------------------------------

    def _scale(self) -> float:
        return self.zoom * SCREEN_DPI / 25.4

    def _size(self, page: int) -> QSize:
        width, height = self.sizes_mm[page]
        return QSize(round(width * self._scale()), round(height * self._scale()))

    def _top(self, page: int) -> int:
        return 2 * GAP + sum(self._size(number).height() + 2 * GAP for number in range(page))

    def _rect(self, page: int) -> QRect:
        size = self._size(page)
        room = self.viewport().width()
        left = max(2 * GAP, (room - size.width()) // 2) - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._top(page) - self.verticalScrollBar().value()), size)

    def _lay_out(self) -> None:
        if not self.sizes_mm:
            return
        room = self.viewport().size()
        if self._fitted is not Fit.NONE:
            dots = (room.width() - 4 * GAP) / max(width for width, _ in self.sizes_mm)
            if self._fitted is Fit.PAGE:
                dots = min(dots, (room.height() - 4 * GAP) / max(height for _, height in self.sizes_mm))
            self.zoom = max(dots * 25.4 / SCREEN_DPI, 0.1)
        wide = max(self._size(page).width() for page in range(len(self.sizes_mm))) + 4 * GAP
        for bar, needed, seen in (
            (self.verticalScrollBar(), self._top(len(self.sizes_mm)), room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(0, needed - seen))
        self.zoom_changed.emit(self.zoom)
        self._on_scrolled()

    def _on_scrolled(self) -> None:
        middle = self.viewport().height() // 3
        seen = [page for page in range(len(self.sizes_mm)) if self._rect(page).top() <= middle]
        page = seen[-1] if seen else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.viewport().update()
        self._soon.start()

    def _in_sight(self) -> list[int]:
        area = self.viewport().rect().adjusted(0, -GAP, 0, GAP)
        return [page for page in range(len(self.sizes_mm)) if self._rect(page).intersects(area)]

    def _ask(self) -> None:
        dpi = round(self.zoom * SCREEN_DPI * self.devicePixelRatioF(), 1)
        for page in self._in_sight():
            held = self._pictures.get(page)
            if (held is None or held[0] != dpi) and self._asked.get(page) != dpi:
                self._asked[page] = dpi
                self.page_wanted.emit(page, dpi)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            else:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 60, Qt.Key.Key_Up: -60, Qt.Key.Key_Space: bar.pageStep()}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme().color("sunken"))
        for page in self._in_sight():
            area = self._rect(page)
            painter.fillRect(area.translated(2, 3), theme().color("line"))
            painter.fillRect(area, Qt.GlobalColor.white)
            held = self._pictures.get(page)
            if held is not None:
                painter.drawPixmap(area, held[1])
            else:
                painter.setPen(theme().color("muted"))
                painter.setFont(font(SMALL))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        if self.hasFocus():
            painter.setPen(theme().color("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
