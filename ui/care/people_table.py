"""The people behind an occasion: a checked list of any length; who may not be greeted shows why and has no box."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from app.care.records import CareLine
from app.work import Work
from ui import icons
from ui.tasks import Tasks
from ui.theme import GAP, theme
from ui.widgets.paged_model import Column, PagedModel
from ui.widgets.paged_table import CellPainter, PagedTable

Index = QModelIndex | QPersistentModelIndex
BOX = 16


class CheckedModel(PagedModel[CareLine]):
    """Remembers whose box differs from the rest: one bit for a million, a set for the exceptions."""

    checks_changed = Signal(int)

    def __init__(
        self,
        tasks: Tasks,
        columns: Sequence[Column[CareLine]],
        *,
        fetch: Callable[[Work, Sequence[UUID]], Sequence[CareLine]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, columns, fetch=fetch, id_of=lambda line: line.subject_id, parent=parent)
        self._all = False
        self._other: set[UUID] = set()
        self._locked: frozenset[UUID] = frozenset()

    def show_people(self, ids: Sequence[UUID], locked: frozenset[UUID], *, keep: bool = False) -> None:
        """Another list, everybody checked but those who cannot be; `keep` leaves the boxes of the same list."""
        self._locked = locked
        self._all = self._all if keep else True
        self._other = self._other - locked if keep else set()
        self.show_ids(ids)
        self.checks_changed.emit(self.checked_count())

    def can_check(self, one: UUID) -> bool:
        return one not in self._locked

    def is_checked(self, one: UUID) -> bool:
        return self.can_check(one) and (one in self._other) != self._all

    def check(self, ids: Sequence[UUID], *, on: bool) -> None:
        """Set or take away the boxes of some."""
        for one in ids:
            if self.can_check(one):
                (self._other.discard if on == self._all else self._other.add)(one)
        self._told()

    def check_all(self, *, on: bool) -> None:
        """Set or take away all boxes."""
        self._all = on
        self._other = set()
        self._told()

    def checked_count(self) -> int:
        free = len(self.ids) - len(self._locked)
        return free - len(self._other) if self._all else len(self._other)

    def is_all_checked(self) -> bool:
        return self.checked_count() == len(self.ids) - len(self._locked)

    def checked_ids(self) -> Iterator[UUID]:
        """In the order of the list."""
        return (one for one in self.ids if self.is_checked(one))

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if index.isValid() and index.column() == 0:
            one = self.ids[index.row()]
            if role == Qt.ItemDataRole.CheckStateRole:
                if not self.can_check(one):
                    return None
                return Qt.CheckState.Checked if self.is_checked(one) else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("chosen") if self.is_checked(one) else self.tr("not chosen")
        return super().data(index, role)

    def _told(self) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, 0))
        self.checks_changed.emit(self.checked_count())


class CheckPainter(CellPainter):
    """The first column is a box; who has none is written in grey."""

    def __init__(self, view: QTableView, model: CheckedModel) -> None:
        super().__init__(view)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        super().paint(painter, option, index)
        if index.column() != 0:
            return
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        colors = theme()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        area = QRectF(option.rect.left() + GAP + 2, option.rect.center().y() - BOX / 2, BOX, BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = state == Qt.CheckState.Checked
        ground = "surface" if not is_on or is_chosen else "accent"
        painter.setBrush(colors.color(ground))
        painter.setPen(QPen(colors.color("accent" if is_on else "edge"), 1.2))
        painter.drawRoundedRect(area, 4, 4)
        if is_on:
            ink = colors.color("accent" if is_chosen else "on_accent")
            icons.paint(painter, "check", area.adjusted(1, 1, -1, -1), ink)
        painter.restore()


class PeopleTable(PagedTable[CareLine]):
    """Space sets the boxes of the chosen rows, Ctrl+A those of all; a click on a box sets it alone."""

    def __init__(self, model: CheckedModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.people = model
        self.setItemDelegate(CheckPainter(self, model))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.chosen_ids())
            return
        if event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.people.check_all(on=not self.people.is_all_checked())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self._toggle([self.people.ids[index.row()]])
        super().mousePressEvent(event)

    def _toggle(self, ids: Sequence[UUID]) -> None:
        free = [one for one in ids if self.people.can_check(one)]
        if free:
            self.people.check(free, on=not all(self.people.is_checked(one) for one in free))
