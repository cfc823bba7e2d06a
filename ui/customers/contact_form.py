"""Log a contact: way, matter, the customer's answer, result and next step, in place above the time line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.customers.log import NewEntry
from app.errors import UserError
from app.states import ContactWay
from ui.labels import label
from ui.theme import GAP
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import LineField, NumberField, TextField
from ui.widgets.note import NoteField
from ui.widgets.surface import PrimaryButton, Rule, button

COLUMNS = 12
OFFERED = (
    ContactWay.COUNTER, ContactWay.CALL, ContactWay.WECHAT, ContactWay.VISIT, ContactWay.SMS, ContactWay.EMAIL,
    ContactWay.ONLINE, ContactWay.LETTER, ContactWay.FAX, ContactWay.NOTE,
)  # fmt: skip
DIRECTED = frozenset(OFFERED) - {ContactWay.COUNTER, ContactWay.VISIT, ContactWay.NOTE}
"""Ways in which one of the two begins: we or the customer."""
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})")
_DAY_CLOCK = re.compile(r"(?:(\d{4})[-/.])?(\d{1,2})[-/.](\d{1,2})(?:\s+(\d{1,2})[:：](\d{2}))?")


class ContactForm(QWidget):
    """Enter goes from field to field and saves after the last; Esc closes and keeps what was typed."""

    save_wanted = Signal(object)  # NewEntry
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        ways = [Choice(value=way, text=label(way)) for way in OFFERED]
        self.form.add(
            ChoiceField("way", self.tr("Way"), ways, as_row=False, empty=None),
            LineField("happened_at", self.tr("When"), parse=read_moment, show=show_moment,
                      placeholder=self.tr("now; or 10:30, 11-20 10:30")),
            ChoiceField("is_incoming", self.tr("Who began"), [
                Choice(value=False, text=self.tr("we"), key="w"),
                Choice(value=True, text=self.tr("customer"), key="k"),
            ]),
            NumberField("minutes", self.tr("Minutes")),
            TextField("matter", self.tr("Matter"), required=True, limit=500),
            NoteField("answer", self.tr("Customer's answer"), lines=1, most_lines=4),
            ChoiceField("outcome", self.tr("Outcome"), [], as_row=False),
            TextField("result", self.tr("Result"), limit=500),
            TextField("next_step", self.tr("Next step"), limit=500),
        )  # fmt: skip
        self.saver = PrimaryButton(self.tr("Save contact  F9"), "check")
        self.closer = button(self.tr("Close"))
        self._build()
        self.form.finished.connect(self.save)
        self.saver.clicked.connect(self.save)
        self.closer.clicked.connect(self.close_form)
        self.form.edited.connect(lambda name: self._show_for_way() if name == "way" else None)

    def offer(self, outcomes: Sequence[tuple[str, str]]) -> None:
        """The outcomes of the list as (code, text)."""
        field = self.form["outcome"]
        if isinstance(field, ChoiceField):
            field.set_choices([Choice(value=code, text=text) for code, text in outcomes])

    def open_form(self) -> None:
        """Show it with the focus on the matter."""
        self.show()
        self.form["matter"].go()

    def close_form(self) -> None:
        """Hide it; what was typed is still there when it is opened again."""
        self.hide()
        self.closed.emit()

    def empty(self) -> None:
        """Ready for the next contact."""
        self.form.fill({"way": ContactWay.COUNTER})
        self._show_for_way()

    def save(self) -> None:
        """Hand over what was typed if it is complete."""
        if self.form.check():
            values = self.form.values()
            self.save_wanted.emit(
                NewEntry(
                    way=values["way"],
                    matter=values["matter"],
                    answer=values["answer"] or "",
                    result=values["result"] or "",
                    next_step=values["next_step"] or "",
                    happened_at=values["happened_at"],
                    outcome=values["outcome"],
                    is_incoming=values["is_incoming"] if values["way"] in DIRECTED else None,
                    minutes=values["minutes"],
                )
            )

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        places = {
            "way": (0, 0, 3), "happened_at": (0, 3, 4), "is_incoming": (0, 7, 3), "minutes": (0, 10, 2),
            "matter": (1, 0, 12), "answer": (2, 0, 12),
            "outcome": (3, 0, 3), "result": (3, 3, 4), "next_step": (3, 7, 5),
        }  # fmt: skip
        for name, (row, column, span) in places.items():
            grid.addWidget(self.form[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.saver)
        foot.addWidget(self.closer)
        foot.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(grid)
        whole.addLayout(foot)
        whole.addWidget(Rule())
        self.empty()

    def _show_for_way(self) -> None:
        self.form["is_incoming"].setVisible(self.form["way"].value() in DIRECTED)


def read_moment(typed: str) -> datetime:
    """10:30 today, 11-20 10:30, 2026-11-20; local time in, UTC out. Raises UserError date-unclear."""
    now = datetime.now(UTC).astimezone()
    clock = _CLOCK.fullmatch(typed)
    day = _DAY_CLOCK.fullmatch(typed)
    try:
        if clock:
            local = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
        elif day:
            local = _on_day(now, day)
        else:
            raise UserError("date-unclear", given=typed)
    except ValueError:
        raise UserError("date-impossible", given=typed) from None
    # Without its zone, so that the offset of that day counts and not that of today.
    return local.replace(tzinfo=None).astimezone(UTC)


def show_moment(at: datetime) -> str:
    """2026-11-20 10:30, which `read_moment` reads again."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def _on_day(now: datetime, found: re.Match[str]) -> datetime:
    year, month, day, hour, minute = found.groups()
    local = now.replace(
        year=int(year or now.year), month=int(month), day=int(day),
        hour=int(hour or 12), minute=int(minute or 0), second=0, microsecond=0,
    )  # fmt: skip
    # A day without a year that is still to come was last year's.
    is_ahead = not year and local - now > timedelta(days=1)
    return local.replace(year=local.year - 1) if is_ahead else local
