"""The rail at the left: overdue, due today, not yet planned; everything in it can be dragged onto a day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.followups.calendar_sheet import LIST_MOST
from app.followups.records import Item
from ui import icons
from ui.followups.item_list import ROW, ItemList
from ui.theme import GAP, SMALL, font, theme
from ui.widgets.surface import paint_focus, quiet

WIDTH = 206
LEAST_ROWS = 2


class SectionHead(QAbstractButton):
    """Opens and closes a section; shows how many are in it."""

    def __init__(self, text: str, icon: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = icon
        self._tone = tone
        self._count = ""
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedHeight(30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, *, is_more: bool = False) -> None:
        self._count = f"{count}+" if is_more else str(count)
        self.setAccessibleName(f"{self.text()} {self._count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 30)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, area = theme(), QRectF(self.rect())
        is_empty = self._count in ("", "0")
        ink = colors.color("muted" if is_empty else self._tone)
        arrow = "chevron-down" if self.isChecked() else "chevron-right"
        icons.paint(painter, arrow, QRectF(6, 8, 14, 14), colors.color("muted"))
        icons.paint(painter, self._icon, QRectF(24, 7, 16, 16), ink)
        painter.setFont(font(13, bold=True))
        painter.setPen(colors.color("text"))
        painter.drawText(area.adjusted(46, 0, -40, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setFont(font(SMALL, bold=True))
        painter.setPen(ink)
        painter.drawText(
            area.adjusted(0, 0, -10, 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            self._count,
        )
        if self.hasFocus():
            paint_focus(painter, area.adjusted(1, 1, -1, -1))


class Section(QWidget):
    """A head and its list, or the words for an empty one."""

    def __init__(self, text: str, icon: str, tone: str, empty: str, *, with_day: bool) -> None:
        super().__init__()
        self.is_read = False
        self.head = SectionHead(text, icon, tone)
        self.list = ItemList(text, with_day=with_day)
        self.note = quiet(empty)
        self.note.setContentsMargins(24, 2, 8, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.note)
        column.addWidget(self.list)
        self.head.toggled.connect(self._show_state)
        self._show_state()

    def show_items(self, items: Sequence[Item], *, is_more: bool = False) -> None:
        self.is_read = True
        self.list.show_items(items)
        self.head.show_count(len(items), is_more=is_more)
        self._show_state()

    @property
    def wish(self) -> int:
        """How many rows it would like to have room for."""
        return len(self.list.rows.items) if self.head.isChecked() else 0

    @property
    def fixed_height(self) -> int:
        """What it takes besides its list."""
        has_note = self.head.isChecked() and not self.list.rows.items
        return self.head.height() + (self.note.heightForWidth(WIDTH) if has_note else 0)

    def _show_state(self) -> None:
        is_open, count = self.head.isChecked(), len(self.list.rows.items)
        self.note.setVisible(self.is_read and is_open and not count and self.parentWidget() is not None)
        self.list.setVisible(is_open and bool(count) and self.parentWidget() is not None)


class SideRail(QWidget):
    """Overdue never disappears: it stands here whatever the views show."""

    chosen = Signal(object)
    opened = Signal(object)
    pick_up_wanted = Signal(object)
    command_wanted = Signal(object, str)
    drag_begun = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("To be done"))
        self.overdue = Section(
            self.tr("Overdue"), "warning", "danger", self.tr("Nothing is overdue."), with_day=True
        )
        self.today = Section(
            self.tr("Due today"), "today", "accent_text", self.tr("Nothing more for today."), with_day=False
        )
        self.unplanned = Section(
            self.tr("Not yet planned"),
            "inbox",
            "muted",
            self.tr("Nothing the rules ask for in the coming week is left to plan."),
            with_day=False,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(GAP // 2)
        for section in self.sections:
            self._column.addWidget(section)
            section.head.toggled.connect(self._share)
            section.list.chosen.connect(self.chosen)
            section.list.opened.connect(self.opened)
            section.list.pick_up_wanted.connect(self.pick_up_wanted)
            section.list.command_wanted.connect(self.command_wanted)
            section.list.drag_begun.connect(self.drag_begun)
        self._column.addStretch(1)

    @property
    def sections(self) -> tuple[Section, ...]:
        return (self.overdue, self.today, self.unplanned)

    def show_lists(self, overdue: Sequence[Item], today: Sequence[Item], unplanned: Sequence[Item]) -> None:
        """Fill the three lists."""
        for section, items in zip(self.sections, (overdue, today, unplanned), strict=True):
            section.show_items(items, is_more=len(items) >= LIST_MOST)
        self._share()

    def _share(self) -> None:
        """Room goes to the sections by what they hold: a short list gets all it needs, long ones share the rest."""
        fixed = sum(section.fixed_height for section in self.sections) + 4 * GAP
        room = max(self.height() - fixed, 0)
        waiting = sorted(self.sections, key=lambda section: section.wish)
        for number, section in enumerate(waiting):
            share = min(section.wish * ROW + 4, room // (len(waiting) - number)) if section.wish else 0
            section.list.setFixedHeight(max(share, min(section.wish, LEAST_ROWS) * ROW))
            room -= share

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
