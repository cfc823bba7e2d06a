"""The head of the calendar: which period, which view, whose items, and which kinds of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.followups.records import ItemKind
from ui import icons
from ui.customers.slots import local_today
from ui.followups.chips import GROUNDS
from ui.followups.labels import KIND_ICONS, day_words
from ui.followups.periods import ViewKind
from ui.labels import label
from ui.theme import CONTROL, GAP, RADIUS, SMALL, TITLE, font, theme
from ui.widgets.choice import Choice, Segments
from ui.widgets.surface import button, paint_focus, tool

VIEW_KEYS = {ViewKind.MONTH: "1", ViewKind.WEEK: "2", ViewKind.DAY: "3", ViewKind.AGENDA: "4"}


class KindToggle(QAbstractButton):
    """Shows or hides one kind of item; also the legend of how it looks."""

    def __init__(self, text: str, icon: str, ground: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon, self._ground, self._tone = icon, ground, tone
        self._is_small = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFont(font(SMALL))
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(True)

    def sizeHint(self) -> QSize:
        return QSize(30 if self._is_small else self.full_width, 26)

    @property
    def full_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text()) + 34

    def set_small(self, small: bool) -> None:
        """Show the sign alone, where the bar is too narrow for words."""
        if small != self._is_small:
            self._is_small = small
            self.updateGeometry()
            self.update()

    def _on_toggled(self, on: bool) -> None:
        self.setAccessibleDescription(self.tr("shown") if on else self.tr("hidden"))
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, area = theme(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_on = self.isChecked()
        painter.setPen(colors.color("button_edge" if is_on else "line"))
        painter.setBrush(colors.color(self._ground if is_on else "window"))
        painter.drawRoundedRect(area, RADIUS - 2, RADIUS - 2)
        ink = colors.color(self._tone if is_on else "disabled")
        icons.paint(painter, self._icon, QRectF(7, self.height() / 2 - 7, 14, 14), ink)
        if not is_on:
            painter.setPen(QPen(ink, 1.4))
            painter.drawLine(QPointF(7, self.height() - 7), QPointF(21, 7))
        painter.setPen(colors.color("text" if is_on else "muted"))
        face = self.font()
        face.setStrikeOut(not is_on)
        painter.setFont(face)
        if not self._is_small:
            painter.drawText(area.adjusted(24, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), RADIUS - 1)


class Toolbar(QWidget):
    """Says what a person wants to see; the page reads and shows it."""

    view_wanted = Signal(object)  # ViewKind
    paged = Signal(int)
    today_wanted = Signal()
    person_wanted = Signal(object)  # account id, None for the branch
    filter_changed = Signal()
    load_wanted = Signal(bool)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = QLabel()
        self.period.setFont(font(TITLE, bold=True))
        self.earlier = tool("chevron-left", self.tr("Earlier  PgUp"))
        self.later = tool("chevron-right", self.tr("Later  PgDn"))
        self.today = button(self.tr("Today"))
        self.today.setToolTip(self.tr("Today  Home"))
        self.views = Segments()
        self.views.setAccessibleName(self.tr("View"))
        self.views.fill([Choice(value=kind, text=label(kind), key=key) for kind, key in VIEW_KEYS.items()])
        for part, kind in zip(self.views.buttons, VIEW_KEYS, strict=True):
            part.setToolTip(f"{label(kind)}  Alt+{VIEW_KEYS[kind]}")
        self.whose = QComboBox()
        self.whose.setMinimumHeight(CONTROL)
        self.whose.setMinimumWidth(96)
        self.whose.setAccessibleName(self.tr("Whose items"))
        self.whose.hide()
        self.kinds = {kind: self._toggle(kind) for kind in KIND_ICONS}
        self.closed = KindToggle(self.tr("Done"), "check", "window", "success")
        self.to_file = tool("export", self.tr("Save for phones and Outlook (.ics)"))
        self.from_file = tool("import", self.tr("Read a calendar file (.ics)"))
        self.load = button(self.tr("Workload"), "customers")
        self.load.setCheckable(True)
        self._led: QWidget | None = None
        self.can_see_load = True
        self._people: tuple[tuple[UUID | None, str], ...] = ()
        self._build()
        self._connect()

    # Showing --------------------------------------------------------------------------------------

    def show_period(self, kind: ViewKind, day: date, days: Sequence[date]) -> None:
        """November 2026, 23 – 29 November, or one day."""
        self.views.set_index(list(VIEW_KEYS).index(kind))
        locale = QLocale()
        if kind is ViewKind.MONTH:
            text = locale.toString(QDate(day.year, day.month, 1), self.tr("MMMM yyyy"))
        elif kind is ViewKind.DAY:
            text = day_words(day)
        else:
            short = self.tr("d MMM")
            is_this_year = days[0].year == days[-1].year == local_today().year
            pattern = short if is_this_year else self.tr("d MMM yyyy")
            first = locale.toString(QDate(days[0].year, days[0].month, days[0].day), pattern)
            last = locale.toString(QDate(days[-1].year, days[-1].month, days[-1].day), short)
            text = f"{first} – {last}"
        self.period.setText(text)
        self._fit()

    def show_people(self, people: Sequence[tuple[UUID | None, str]], chosen: UUID | None) -> None:
        """Whose items can be looked at; with one choice there is nothing to choose."""
        if tuple(people) != self._people:
            self._people = tuple(people)
            self.whose.clear()
            for key, name in people:
                self.whose.addItem(name, key)
        row = next((n for n, (key, _) in enumerate(self._people) if key == chosen), 0)
        self.whose.setCurrentIndex(row)
        self.whose.setVisible(len(people) > 1)
        self._fit()

    def lead_with(self, part: QWidget) -> None:
        """Put something at the left end: the tabs of the page."""
        self._row.insertWidget(0, part)
        self._row.insertSpacing(1, GAP)
        self._led = part
        self._fit()

    @property
    def wanted_kinds(self) -> frozenset[ItemKind]:
        return frozenset(kind for kind, part in self.kinds.items() if part.isChecked())

    # Building -------------------------------------------------------------------------------------

    def _toggle(self, kind: ItemKind) -> KindToggle:
        ground, _ink, tone = GROUNDS[kind]
        return KindToggle(label(kind), "history" if kind is ItemKind.STEP else KIND_ICONS[kind], ground, tone)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP, 12, GAP)
        row.setSpacing(6)
        self._row = row
        row.addWidget(self.earlier)
        row.addWidget(self.today)
        row.addWidget(self.later)
        row.addSpacing(4)
        row.addWidget(self.period)
        row.addStretch(1)
        for part in (*self.kinds.values(), self.closed):
            row.addWidget(part)
        row.addSpacing(6)
        row.addWidget(self.to_file)
        row.addWidget(self.from_file)
        row.addWidget(self.load)
        row.addWidget(self.whose)
        row.addWidget(self.views)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.paged.emit(-1))
        self.later.clicked.connect(lambda: self.paged.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.views.picked.connect(lambda: self.view_wanted.emit(list(VIEW_KEYS)[self.views.index()]))
        self.whose.activated.connect(lambda row: self.person_wanted.emit(self._people[row][0]))
        for part in (*self.kinds.values(), self.closed):
            part.toggled.connect(self.filter_changed)
        self.to_file.clicked.connect(self.export_wanted)
        self.from_file.clicked.connect(self.import_wanted)
        self.load.toggled.connect(self.load_wanted)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words on the kinds where there is room for them; on the narrowest screens no kinds and no workload."""
        toggles = [*self.kinds.values(), self.closed]
        others: list[QWidget] = [self.earlier, self.today, self.later, self.period, self.views]
        others += [part for part in (self._led, self.whose) if part is not None and not part.isHidden()]
        taken = sum(part.sizeHint().width() + 6 for part in others) + 48
        load = self.load.sizeHint().width() + 12 if self.can_see_load else 0
        files, signs = 72, 36 * len(toggles)
        is_small = taken + load + files + sum(part.full_width + 6 for part in toggles) + 36 > self.width()
        is_tight = taken + load + files + signs > self.width()
        is_narrow = taken + load + signs > self.width()
        for part in toggles:
            part.set_small(is_small)
            part.setVisible(not is_narrow)
        self.load.setVisible(self.can_see_load and not is_narrow)
        for made in (self.to_file, self.from_file):
            made.setVisible(not is_tight)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line"))
