"""How the figures of the complaint desk read, and the bars behind their numbers."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.complaints.figures.records import Grouping, Rate
from ui.labels import register
from ui.marked import QT_TRANSLATE_NOOP
from ui.theme import theme

register(
    Grouping,
    {
        Grouping.TIME: QT_TRANSLATE_NOOP("labels", "Trend"),
        Grouping.KIND: QT_TRANSLATE_NOOP("labels", "By kind"),
        Grouping.CATEGORY: QT_TRANSLATE_NOOP("labels", "By category"),
        Grouping.SEVERITY: QT_TRANSLATE_NOOP("labels", "By severity"),
        Grouping.DEPARTMENT: QT_TRANSLATE_NOOP("labels", "By department"),
        Grouping.CHANNEL: QT_TRANSLATE_NOOP("labels", "By channel"),
    },
)
register(
    Rate,
    {
        Rate.ACCEPTANCE: QT_TRANSLATE_NOOP("labels", "Accepted in time"),
        Rate.ANSWER: QT_TRANSLATE_NOOP("labels", "Answered in time"),
        Rate.RESOLUTION: QT_TRANSLATE_NOOP("labels", "Solved in time"),
        Rate.REOPENED: QT_TRANSLATE_NOOP("labels", "Opened again"),
        Rate.SATISFIED: QT_TRANSLATE_NOOP("labels", "Satisfied"),
    },
)
Index = QModelIndex | QPersistentModelIndex


class Bars(QStyledItemDelegate):
    """Draws how much of the longest a number is, behind it."""

    shares: tuple[float, ...] = ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        super().paint(painter, option, index)
        if index.row() < len(self.shares):
            cell: QRect = option.rect
            wide = int((cell.width() - 8) * self.shares[index.row()])
            painter.fillRect(cell.right() - 3 - wide, cell.bottom() - 3, wide, 3, theme().color("accent"))
