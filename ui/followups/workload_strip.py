"""How much everybody has on each day, and handing a day's work over to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.followups.records import DayLoad
from ui.followups.labels import day_words
from ui.theme import GAP, SMALL, font, theme
from ui.widgets.scrolling import slim
from ui.widgets.surface import button, faded, paint_focus

Index = QModelIndex | QPersistentModelIndex
People = Sequence[tuple[UUID | None, str]]
ROW = 24
MOST_ROWS = 6


class LoadModel(QAbstractTableModel):
    """People down, days across; the cell says how many items, the tooltip also the minutes planned."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.people: tuple[tuple[UUID | None, str], ...] = ()
        self.days: tuple[date, ...] = ()
        self.today = date.min
        self.loads: dict[tuple[UUID | None, date], DayLoad] = {}
        self.most = 1

    def show(self, people: People, days: Sequence[date], loads: Sequence[DayLoad], today: date) -> None:
        self.beginResetModel()
        self.loads = {(load.account_id, load.day): load for load in loads}
        busy = {load.account_id for load in loads}
        self.people = tuple(pair for pair in people if pair[0] is not None or None in busy)
        self.days, self.today = tuple(days), today
        self.most = max((load.items for load in loads), default=1)
        self.endResetModel()

    def load(self, row: int, column: int) -> DayLoad | None:
        return self.loads.get((self.people[row][0], self.days[column]))

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.days)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid():
            return None
        load = self.load(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return str(load.items) if load is not None and load.items else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = [self.people[index.row()][1], day_words(self.days[index.column()])]
            words.append(self.tr("%n item(s)", "", load.items if load is not None else 0))
            if load is not None and load.minutes:
                words.append(self.tr("%n min planned", "", load.minutes))
            return "  ".join(words)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole), /
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.people[section][1]
        return str(self.days[section].day)


class HeatPainter(QStyledItemDelegate):
    """A ground the stronger the more there is, and always the number."""

    def __init__(self, view: QTableView, model: LoadModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        colors, area = theme(), QRectF(option.rect)
        load = self._model.load(index.row(), index.column())
        painter.save()
        if load is not None and load.items:
            strength = 0.12 + 0.5 * load.items / self._model.most
            painter.fillRect(area.adjusted(1, 1, -1, -1), faded(colors.color("accent"), strength))
        painter.setFont(font(SMALL, bold=self._model.days[index.column()] == self._model.today))
        painter.setPen(colors.color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_focus(painter, area, 3)
        painter.restore()


class WorkloadStrip(QWidget):
    """`hand_over_wanted` carries giver, taker, first and last day."""

    hand_over_wanted = Signal(object, object, object, object)
    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LoadModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(HeatPainter(self.table, self.model))
        self.table.setAccessibleName(self.tr("Workload"))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setShowGrid(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setTabKeyNavigation(False)
        slim(self.table)
        for head, size in ((self.table.horizontalHeader(), 20), (self.table.verticalHeader(), ROW)):
            head.setMinimumSectionSize(18)
            head.setDefaultSectionSize(size)
            head.setHighlightSections(False)
            head.setFont(font(SMALL - 1))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.words = QLabel()
        self.taker = QComboBox()
        self.taker.setAccessibleName(self.tr("Who takes it over"))
        self.give = button(self.tr("Hand over"), "person")
        self._takers: tuple[tuple[UUID, str], ...] = ()
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 6)
        foot.setSpacing(GAP)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.taker)
        foot.addWidget(self.give)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table)
        column.addLayout(foot)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_choice())
        self.table.doubleClicked.connect(lambda index: self.day_chosen.emit(self.model.days[index.column()]))
        self.give.clicked.connect(self._on_give)
        self._show_choice()

    def show_loads(self, people: People, days: Sequence[date], loads: Sequence[DayLoad], today: date) -> None:
        """Show these; what is chosen stays chosen while its days are shown."""
        present = self.chosen()
        self.model.show(people, days, loads, today)
        takers = tuple((key, name) for key, name in people if key is not None)
        if takers != self._takers:
            self._takers = takers
            self.taker.clear()
            for key, name in takers:
                self.taker.addItem(name, key)
        if present is not None:
            self.choose(*present)
        rows = min(max(self.model.rowCount(), 1), MOST_ROWS)
        self.table.setFixedHeight(rows * ROW + self.table.horizontalHeader().sizeHint().height() + 4)
        self._show_choice()

    def choose(self, person: UUID | None, first: date, last: date) -> None:
        """Choose some days of somebody."""
        row = next((n for n, (key, _) in enumerate(self.model.people) if key == person), -1)
        columns = [n for n, day in enumerate(self.model.days) if first <= day <= last]
        if row < 0 or not columns:
            return
        selection = self.table.selectionModel()
        selection.clear()
        for column in columns:
            selection.select(self.model.index(row, column), selection.SelectionFlag.Select)

    def chosen(self) -> tuple[UUID | None, date, date] | None:
        """Whose days, from which to which; None when nothing is chosen or days of several people are."""
        cells = self.table.selectionModel().selectedIndexes()
        rows = {cell.row() for cell in cells}
        if len(rows) != 1:
            return None
        columns = sorted(cell.column() for cell in cells)
        if columns[-1] >= len(self.model.days) or min(rows) >= len(self.model.people):
            return None
        return self.model.people[min(rows)][0], self.model.days[columns[0]], self.model.days[columns[-1]]

    def _count(self, person: UUID | None, first: date, last: date) -> int:
        found = (self.model.loads.get((person, day)) for day in self.model.days if first <= day <= last)
        return sum(load.items for load in found if load is not None)

    def _show_choice(self) -> None:
        chosen = self.chosen()
        can_give = chosen is not None and chosen[0] is not None and bool(self._count(*chosen))
        self.give.setEnabled(can_give and len(self._takers) > 1)
        if chosen is None:
            self.words.setText(
                self.tr("Choose a day of somebody, or several with Shift, to hand their work over.")
            )
            return
        person, first, last = chosen
        if self.taker.currentData() == person:
            self.taker.setCurrentIndex(
                next((n for n, (key, _) in enumerate(self._takers) if key != person), 0)
            )
        name = next((name for key, name in self.model.people if key == person), "")
        days = day_words(first) if first == last else f"{day_words(first)} – {day_words(last)}"
        count = self.tr("%n item(s)", "", self._count(*chosen))
        self.words.setText(self.tr("{name}, {days}: {count} to").format(name=name, days=days, count=count))

    def _on_give(self) -> None:
        chosen, taker = self.chosen(), self.taker.currentData()
        if chosen is not None and chosen[0] is not None and taker != chosen[0]:
            self.hand_over_wanted.emit(chosen[0], taker, chosen[1], chosen[2])

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
