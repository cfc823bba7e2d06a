"""A table of up to a million rows: all ids are known, rows are fetched page by page when looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.work import Work

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE = 64  # rows fetched together
KEPT = 64  # pages kept
WAITING = "…"


class PackedIds(Sequence[UUID]):
    """Ids in 16 bytes each: a million in 16 MB instead of 90."""

    def __init__(self, packed: bytes = b"") -> None:
        if len(packed) % 16:
            raise ValueError("ids come in 16 bytes each")
        self._packed = packed

    @classmethod
    def of(cls, ids: Sequence[UUID]) -> PackedIds:
        return cls(b"".join(one.bytes for one in ids))

    def __len__(self) -> int:
        return len(self._packed) // 16

    def __getitem__(self, place):  # type: ignore[no-untyped-def]  # one overload each for int and slice
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return [self[number] for number in range(start, stop, step)]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return UUID(bytes=self._packed[16 * number : 16 * number + 16])

    def place_of(self, wanted: UUID) -> int:
        """Where an id stands, -1 when it is not here; quick at a million."""
        at = self._packed.find(wanted.bytes)
        while at % 16 and at >= 0:
            at = self._packed.find(wanted.bytes, at + 1)
        return at // 16

    def __iter__(self) -> Iterator[UUID]:
        return (self[number] for number in range(len(self)))


@dataclass(frozen=True, kw_only=True)  # with slots, Python 3.11 refuses the call of Name[type](…)
class Column(Generic[R]):
    """How one column reads a row. `sort` is the key the page sorts by, empty when it cannot."""

    title: str
    text: Callable[[R], str]
    width: int = 120
    is_right: bool = False
    sort: str = ""
    hint: Callable[[R], str] | None = None


class PagedModel(QAbstractTableModel, Generic[R]):
    """`fetch(work, ids)` answers the rows of these ids in any order; `id_of` tells which is which."""

    fetched = Signal(int)  # page

    def __init__(
        self,
        tasks: Tasks,
        columns: Sequence[Column[R]],
        *,
        fetch: Callable[[Work, Sequence[UUID]], Sequence[R]],
        id_of: Callable[[R], UUID],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.ids: Sequence[UUID] = ()
        self._tasks = tasks
        self._fetch = fetch
        self._id_of = id_of
        self._pages: OrderedDict[int, dict[UUID, R]] = OrderedDict()
        self._wanted: list[int] = []
        self._is_fetching = False
        self._edition = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._fetch_next)

    def show_ids(self, ids: Sequence[UUID]) -> None:
        """Another list; rows are fetched as they come into sight."""
        self.beginResetModel()
        self.ids = ids
        self._forget()
        self.endResetModel()

    def refresh(self, ids: Sequence[UUID] | None = None) -> None:
        """Read the shown rows again; the same ids keep selection and place."""
        if ids is not None and (
            len(ids) != len(self.ids) or any(a != b for a, b in zip(ids, self.ids, strict=True))
        ):
            self.show_ids(ids)
            return
        self._edition += 1
        self._is_fetching = False
        self._wanted = list(self._pages)[-4:]
        for page in list(self._pages)[:-4]:
            del self._pages[page]
        self._soon.start()

    def row(self, number: int) -> R | None:
        """The row if it is here already."""
        if not 0 <= number < len(self.ids):
            return None
        page = self._pages.get(number // PAGE)
        return None if page is None else page.get(self.ids[number])

    def has_row(self, number: int) -> bool:
        """Whether the row can be shown already."""
        return self.row(number) is not None

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole), /) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if row is None:
            self._want(index.row() // PAGE)
            return WAITING if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint(row) if column.hint is not None else None
        return column.text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole), /
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if self.columns[section].is_right else Qt.AlignmentFlag.AlignLeft
            )
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _forget(self) -> None:
        self._edition += 1
        self._pages.clear()
        self._wanted.clear()
        self._is_fetching = False

    def _want(self, page: int) -> None:
        if page in self._wanted:
            return
        self._wanted.append(page)
        del self._wanted[:-4]  # who scrolls past does not want what is gone by
        self._soon.start()

    def _fetch_next(self) -> None:
        if self._is_fetching or not self._wanted:
            return
        page = self._wanted.pop()
        edition = self._edition
        ids = list(self.ids[page * PAGE : (page + 1) * PAGE])
        if not ids:
            return
        fetch = self._fetch
        self._is_fetching = True
        self._tasks.read(
            self,
            lambda work: fetch(work, ids),
            lambda rows: self._on_fetched(edition, page, rows),
        )

    def _on_fetched(self, edition: int, page: int, rows: Sequence[R]) -> None:
        if edition != self._edition:
            return
        self._is_fetching = False
        self._pages[page] = {self._id_of(row): row for row in rows}
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        first, last = page * PAGE, min((page + 1) * PAGE, len(self.ids)) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.fetched.emit(page)
        self._soon.start()
