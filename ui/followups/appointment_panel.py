"""One appointment beside the calendar: typed from top to bottom, Enter goes on, F9 saves, Esc leads back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import UserError
from app.followups.dates.appointments import Saved, read_appointment, save_appointment
from app.followups.dates.records import AppointmentRecord, Draft
from app.followups.dates.undoing import restore
from app.followups.records import ItemKey
from app.lists import all_choices
from app.states import ChoiceList
from app.work import Work
from ui.desk import Desk
from ui.followups.repeat_part import RepeatPart
from ui.followups.visit_fields import CustomerField, read_clock, read_visit_day, show_clock
from ui.i18n import Language
from ui.messages import Action
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.line import LineField, TextField
from ui.widgets.note import NoteField
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, button, quiet, title

WIDTH: Final = 420


class AppointmentPanel(QWidget):
    """`begin` for a new one, `open_item` for one that is there; `saved` tells its key and day."""

    left = Signal()
    saved = Signal(object, object)  # ItemKey, date

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setFixedWidth(WIDTH)
        self.record: AppointmentRecord | None = None
        self._key: ItemKey | None = None
        self.form = Form(self)
        self.heading = title("")
        self.told = quiet("", size=13)
        self.told.setWordWrap(True)
        self.kind = ChoiceField[str]("kind_code", self.tr("Kind"), [], as_row=False, empty=self.tr("none"))
        self.owner = ChoiceField[UUID](
            "owner_id", self.tr("Whose"), [], as_row=False, empty=self.tr("Whole branch")
        )
        self.customer = CustomerField("customer_id", self.tr("Customer"), desk.tasks)
        self.customer.required = False
        self.customer.set_label(self.tr("Customer"))
        self.all_day = CheckField("all_day", self.tr("All day"))
        self.repeat = RepeatPart()
        self.save_button = PrimaryButton(self.tr("Save  F9"), "check")
        self.back = button(self.tr("Back to the day  Esc"), "chevron-left")
        self._add_fields()
        self._build()
        self._connect()

    # Showing --------------------------------------------------------------------------------------

    def show_people(self, people: Sequence[tuple[UUID, str]]) -> None:
        """Whose an appointment may be."""
        self.owner.set_choices([Choice(value=key, text=name) for key, name in people])

    def begin(self, day: date, minute: int | None = None) -> None:
        """An empty one on a day."""
        self.record, self._key = None, None
        self.heading.setText(self.tr("New appointment"))
        self.told.hide()
        starts = time(9) if minute is None else time(minute // 60, minute % 60)
        ends = (datetime.combine(day, starts) + timedelta(hours=1)).time()
        self._read_kinds()
        self.form.fill({"on": day, "until_on": None, "at": starts, "ends": ends, "all_day": False,
                        "owner_id": self.desk.tasks.actor.account_id})  # fmt: skip
        self.repeat.show_rule(None, "", day)
        self._show_times()
        self.form["title"].go()

    def open_item(self, key: ItemKey) -> None:
        """One that is there, as it stands now; of a series the whole."""
        self._key = key
        self._read_kinds()
        self.desk.tasks.read(self, lambda work: read_appointment(work, key), self._show)

    def _show(self, record: AppointmentRecord) -> None:
        self.record = record
        draft = record.draft
        is_series = draft.recurrence is not None or bool(draft.rule)
        self.heading.setText(self.tr("Whole series") if is_series else self.tr("Appointment"))
        self.told.setText(self.tr("All occurrences change. To change one only, move it in the calendar."))
        self.told.setVisible(is_series)
        if draft.customer_id is not None:
            self.customer.show_customer(draft.customer_id, record.customer_name)
        self.form.fill(_values(draft))
        self.repeat.show_rule(draft.recurrence, draft.rule, draft.first_on or date.min)
        self._show_times()
        self.form["title"].go()

    def _read_kinds(self) -> None:
        language = "en" if self.desk.screen.language is Language.ENGLISH else "zh"

        def kinds(work: Work) -> list[Choice[str]]:
            found = all_choices(work).get(ChoiceList.APPOINTMENT, ())
            return [Choice(value=one.code, text=one.text(language)) for one in found if one.active]

        self.desk.tasks.read(self, kinds, self.kind.set_choices)

    def _show_times(self) -> None:
        is_timed = not self.all_day.value()
        for name in ("at", "ends"):
            self.form[name].setVisible(is_timed)
        try:
            day = self.form["on"].value()
        except UserError:
            return
        if isinstance(day, date):
            self.repeat.show_day(day)

    # Saving ---------------------------------------------------------------------------------------

    def has_unsaved(self) -> bool:
        return self.form.is_edited

    def draft(self) -> Draft:
        """What is typed; raises UserError."""
        typed: dict[str, Any] = self.form.values()
        first: date = typed["on"]
        last: date = typed["until_on"] or first
        known = self.record.draft if self.record is not None else Draft(title="")
        starts = ends = None
        if not typed["all_day"]:
            if typed["at"] is None:
                raise UserError("appointment-time-missing", field="at")
            starts = datetime.combine(first, typed["at"]).astimezone(UTC)
            ends = datetime.combine(last, typed["ends"] or typed["at"]).astimezone(UTC)
        return Draft(
            title=typed["title"],
            kind_code=typed["kind_code"],
            place=typed["place"] or "",
            note=typed["note"] or "",
            owner_id=typed["owner_id"],
            customer_id=typed["customer_id"],
            all_day=typed["all_day"],
            first_on=first,
            last_on=last,
            starts_at=starts,
            ends_at=ends,
            zone=known.zone if _keeps_zone(known, starts) else "",
            recurrence=self.repeat.recurrence(),
            rule=self.repeat.kept_rule,
        )

    def save(self) -> None:
        """F9."""
        if not self.form.check():
            return
        try:
            draft = self.draft()
        except UserError as error:
            if not self._show_error(error):
                self.desk.messages.refuse(error)
            return
        row_id, version = (self.record.id, self.record.version) if self.record is not None else (None, None)
        self.save_button.setEnabled(False)
        self.desk.tasks.change(
            self,
            lambda work: save_appointment(work, row_id, draft, seen_version=version),
            lambda saved: self._on_saved(saved, draft),
            failed=self._show_error,
            always=lambda: self.save_button.setEnabled(True),
        )

    def _show_error(self, error: UserError) -> bool:
        at = {"first_on": "on", "starts_at": "at", "ends_at": "ends", "count": "until"}
        field = str(error.facts.get("field", ""))
        facts = {**error.facts, "field": at.get(field, field)}
        return self.form.show_error(UserError(error.code, **facts))

    def _on_saved(self, saved: Saved, draft: Draft) -> None:
        self.form.mark_saved()
        day = saved.key.on or draft.first_on
        text = self.tr("Saved: {title}").format(title=draft.title)
        self.desk.messages.say(text, Action(text=self.tr("Undo"), run=lambda: self._undo(saved)))
        self.saved.emit(saved.key, day)
        self.left.emit()

    def _undo(self, saved: Saved) -> None:
        self.desk.tasks.change(self, lambda work: restore(work, saved.undo), lambda _: None)

    # Building -------------------------------------------------------------------------------------

    def _add_fields(self) -> None:
        day: dict[str, Any] = {
            "parse": read_visit_day,
            "show": str,
            "to_date": lambda at: at,
            "from_date": lambda at: at,
        }
        clock: dict[str, Any] = {"parse": read_clock, "show": show_clock}
        self.form.add(
            TextField("title", self.tr("What"), required=True, limit=500),
            DateField("on", self.tr("Date"), required=True, **day),
            LineField("at", self.tr("From"), **clock),
            LineField("ends", self.tr("To"), **clock),
            DateField("until_on", self.tr("Last day"), placeholder=self.tr("the same day"), **day),
            self.all_day,
        )
        self.repeat.add_to(self.form)
        self.form.add(
            self.kind,
            self.owner,
            self.customer,
            TextField("place", self.tr("Place"), limit=200),
            NoteField("note", self.tr("Note"), limit=4000, lines=2, most_lines=6, enter_goes_on=True),
        )

    def _build(self) -> None:
        scroll = ScrollColumn()
        column = scroll.column
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.told)
        column.addWidget(self.form["title"])
        for names in (("on", "at", "ends"), ("until_on", "all_day")):
            column.addLayout(self._row(*names))
        column.addWidget(self.repeat)
        column.addLayout(self._row("kind_code", "owner_id"))
        for name in ("customer_id", "place", "note"):
            column.addWidget(self.form[name])
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, GAP, GAP, GAP)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def _row(self, *names: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for name in names:
            row.addWidget(self.form[name], 2 if name == "on" else 1, Qt.AlignmentFlag.AlignBottom)
        return row

    def _connect(self) -> None:
        self.form.finished.connect(self.save)
        self.save_button.clicked.connect(self.save)
        self.back.clicked.connect(self.left)
        self.form["on"].edited.connect(self._show_times)
        self.all_day.edited.connect(self._show_times)
        shortcut = QShortcut(QKeySequence("F9"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _values(draft: Draft) -> dict[str, Any]:
    starts = draft.starts_at.astimezone() if draft.starts_at is not None else None
    ends = draft.ends_at.astimezone() if draft.ends_at is not None else None
    first = starts.date() if starts is not None else draft.first_on
    last = ends.date() if ends is not None else draft.last_on
    return {
        "title": draft.title,
        "on": first,
        "until_on": last if last != first else None,
        "at": starts.time() if starts is not None else None,
        "ends": ends.time() if ends is not None else None,
        "all_day": draft.all_day,
        "kind_code": draft.kind_code,
        "owner_id": draft.owner_id,
        "customer_id": draft.customer_id,
        "place": draft.place or None,
        "note": draft.note or None,
    }


def _keeps_zone(known: Draft, starts: datetime | None) -> bool:
    """A series from another zone keeps its clock as long as its time is not changed here."""
    return bool(known.zone) and (starts is None or known.starts_at == starts)
