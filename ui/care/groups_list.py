"""The occasions of the coming days at the left: days as headings, one row for each occasion, worked by arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.care.records import CareGroup, CareKey
from app.states import Occasion
from ui import icons
from ui.care.labels import day_text, group_title
from ui.i18n import Language
from ui.theme import RADIUS, SMALL, font, theme
from ui.widgets.scrolling import slim
from ui.widgets.surface import paint_focus

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ICONS = {Occasion.BIRTHDAY: "gift", Occasion.FESTIVAL: "flag", Occasion.MAINTENANCE: "car"}


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupRow:
    """A row: a day's heading where `group` is None."""

    text: str
    detail: str = ""
    count: str = ""
    group: CareGroup | None = None

    @property
    def is_done(self) -> bool:
        return self.group is not None and self.group.done >= self.group.count


class GroupsModel(QAbstractListModel):
    """Prepared rows; the display text is what a screen reader says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GroupRow] = []

    def show_groups(self, groups: Sequence[CareGroup], today: date, language: Language) -> None:
        """Other groups, under the headings of their days."""
        self.beginResetModel()
        self.rows = []
        day: date | None = None
        for group in groups:
            if group.key.on != day:
                day = group.key.on
                self.rows.append(GroupRow(text=day_text(day, today)))
            more = "…" if group.count > len(group.names) > 0 else ""
            self.rows.append(
                GroupRow(
                    text=group_title(group, language),
                    detail="、".join(group.names) + more,
                    count=f"{group.done:,}/{group.count:,}" if group.done else f"{group.count:,}",
                    group=group,
                )
            )
        self.endResetModel()

    def place_of(self, key: CareKey) -> int:
        """The row of an occasion, -1 when it is not shown."""
        places = (n for n, row in enumerate(self.rows) if row.group is not None and row.group.key == key)
        return next(places, -1)

    def first(self) -> int:
        """The first occasion with somebody left to greet, or the first at all; -1 for none."""
        groups = [n for n, row in enumerate(self.rows) if row.group is not None]
        waiting = [n for n in groups if not self.rows[n].is_done]
        return (waiting or groups or [-1])[0]

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].group is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(part for part in (row.text, row.count, row.detail) if part)
        return None


class GroupPainter(QStyledItemDelegate):
    """A heading, or icon, title, names below and the count at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        row = index.data(ROW)
        if row.group is None:
            return QSize(100, 32)
        return QSize(100, 48 if row.detail else 36)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        row, colors, area = index.data(ROW), theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.group is None:
            painter.setFont(font(SMALL, bold=True))
            painter.setPen(colors.color("muted"))
            painter.drawText(area.adjusted(10, 8, -10, 0), 0x81, row.text)
        else:
            self._paint_group(painter, option, row, area.adjusted(4, 1, -4, -1))
        painter.restore()

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, row: GroupRow, area: QRectF
    ) -> None:
        colors = theme()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if is_chosen and option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area)
        ink = "muted" if row.is_done else "accent_text" if is_chosen else "text"
        icon = ICONS.get(row.group.key.occasion, "star") if row.group is not None else "star"
        if row.is_done:
            icon = "check"
        icons.paint(painter, icon, QRectF(area.left() + 8, area.top() + 8, 18, 18), colors.color(ink))
        painter.setFont(font(bold=is_chosen))
        painter.setPen(colors.color(ink))
        width = painter.fontMetrics().horizontalAdvance(row.count) + 8
        line = QRectF(area.left() + 34, area.top() + 6, area.width() - 42, 22)
        painter.drawText(line, 0x82, row.count)
        room = line.adjusted(0, 0, -width, 0)
        _elided(painter, room, row.text)
        painter.setFont(font(SMALL))
        painter.setPen(colors.color("muted"))
        _elided(painter, line.translated(0, 19), row.detail)


def _elided(painter: QPainter, area: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, 0x81, shown)


class GroupsList(QListView):
    """Arrows go from occasion to occasion; the chosen one is shown beside."""

    picked = Signal(object)  # CareGroup

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = GroupsModel(self)
        self.setModel(self.groups)
        self.setItemDelegate(GroupPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Occasions"))
        slim(self)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_groups(
        self, groups: Sequence[CareGroup], today: date, language: Language, keep: CareKey | None
    ) -> None:
        """Fill anew; the occasion chosen before stays chosen where it is still there."""
        self.groups.show_groups(groups, today, language)
        place = -1 if keep is None else self.groups.place_of(keep)
        place = self.groups.first() if place < 0 else place
        if place >= 0:
            self.setCurrentIndex(self.groups.index(place))

    def current_group(self) -> CareGroup | None:
        row = self.currentIndex().row()
        return self.groups.rows[row].group if 0 <= row < len(self.groups.rows) else None

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        group = self.groups.rows[current.row()].group if current.isValid() else None
        if group is not None:
            self.picked.emit(group)
