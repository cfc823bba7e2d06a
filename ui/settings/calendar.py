"""Opening hours and special days: what every deadline is reckoned with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from app import calendar_days
from app.announced_days import announced_years
from app.calendar_days import CalendarChange, DayRecord
from app.errors import UserError
from app.followups.calendar_effect import count_moved
from app.states import Permission
from app.work import Work
from app.worktime import Week
from ui.complaints.moved_words import moved_words
from ui.desk import Desk
from ui.i18n import Language
from ui.labels import label
from ui.messages import Action, Tone
from ui.settings.day_form import DayForm, Draft
from ui.settings.opening_hours import OpeningHours
from ui.settings.section import Section, needs
from ui.settings.special_days import DaysTable, Run
from ui.theme import GAP, font
from ui.widgets.surface import PrimaryButton, button, heading, quiet, tool

Changes = Sequence[CalendarChange]
_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """What the section shows."""

    week: Week
    days: tuple[DayRecord, ...]
    missing: tuple[int, ...]
    is_known: bool


class CalendarSection(Section):
    """The week above; below it a year of special days, and beside them the entry chosen there or a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            QCoreApplication.translate("settings", "Hours and holidays"),
            QCoreApplication.translate(
                "settings",
                "Deadlines count these hours only: no lunch, no nights, no holidays; make-up working days count.",
            ),
        )
        self.year = datetime.now().astimezone().year
        self._reveal: date | None = None
        self._make_week()
        self._make_year()
        self.table = DaysTable()
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.removal_wanted.connect(self._remove)
        self.day = DayForm(offers_all=self.actor.all_branches)
        self.day.form.finished.connect(self.save)
        self._make_entries()
        self._is_allowed = needs(
            self.actor,
            Permission.EDIT_CALENDAR,
            *(self.hours.copy, self.load, self.keep, self.remove, self.new, self.day.for_all),
            *self.hours.form.fields.values(),
            *self.day.form.fields.values(),
        )
        if not self._is_allowed:
            self.day.rest()
        self._show_run(None)

    def _make_week(self) -> None:
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setFont(font(bold=True))
        self.warning.setForegroundRole(QPalette.ColorRole.BrightText)
        self.warning.hide()
        self.hours = OpeningHours()
        self.hours.changed.connect(self._save_hours)
        self.column.addWidget(self.warning)
        self.column.addWidget(self.hours)
        self.column.addSpacing(GAP)

    def _make_year(self) -> None:
        self.earlier = tool("chevron-left", self.tr("Year before"))
        self.later = tool("chevron-right", self.tr("Year after"))
        self.year_name = heading("")
        self.earlier.clicked.connect(lambda: self.show_year(self.year - 1))
        self.later.clicked.connect(lambda: self.show_year(self.year + 1))
        self.load = button(self.tr("Load the announced holidays"), "calendar")
        self.load.clicked.connect(self._load)
        self.known = quiet("", size=13)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self.earlier, self.year_name, self.later):
            row.addWidget(part)
        row.addWidget(self.known, 1)
        row.addWidget(self.load)
        self.column.addLayout(row)

    def _make_entries(self) -> None:
        self.keep = PrimaryButton(self.tr("Save  F9"), "check")
        self.keep.clicked.connect(self.save)
        self.remove = button(self.tr("Remove"), "delete")
        self.remove.clicked.connect(self._remove)
        self.new = button(self.tr("New day"), "add")
        self.new.clicked.connect(self.begin_new)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.new)
        entry = QVBoxLayout()
        entry.addWidget(self.day)
        entry.addLayout(buttons)
        self.moved = quiet("", size=13)
        entry.addWidget(self.moved)
        self.moved.hide()
        self.moved_tickets = quiet("", size=13)
        self.moved_tickets.setWordWrap(True)
        entry.addWidget(self.moved_tickets)
        self.moved_tickets.hide()
        entry.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(3 * GAP)
        row.addWidget(self.table, 4)
        row.addLayout(entry, 3)
        self.column.addLayout(row, 1)

    # What the page uses ---------------------------------------------------------------------------

    def reload(self) -> None:
        self.desk.tasks.read(self, partial(_read, year=self.year), self._show)

    def show_year(self, year: int) -> None:
        """Turn to another year."""
        self._reveal = None
        self.year = min(max(year, calendar_days.FIRST_YEAR), calendar_days.LAST_YEAR)
        self.reload()

    def begin_new(self) -> None:
        """Empty fields for another day."""
        self.table.clearSelection()
        self._show_run(None)
        self.day.form["day"].go()

    def save(self) -> None:
        draft = self.day.draft(self._language) if self._is_allowed else None
        if draft is not None:
            told = self.tr("Saved: {name}").format(name=draft.name_zh or label(draft.kind))
            self._reveal = draft.first
            self._do(partial(_save, draft=draft, chosen=self.day.run), told, self.day.form.show_error)

    # Inside ---------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return "en" if self.desk.screen.language is Language.ENGLISH else "zh"

    def _show(self, shown: Shown) -> None:
        self.hours.refresh(shown.week)
        self.day.year = self.year
        self.year_name.setText(str(self.year))
        self.known.setText("" if shown.is_known else self.tr("The holidays of this year are not complete."))
        self.table.show_days(shown.days, self._language, self._reveal)
        self.warning.setText(
            self.tr(
                "The holidays of {years} are not entered: deadlines that reach into them may move. "
                "Load them, or enter them by the official notice."
            ).format(years="、".join(map(str, shown.missing)))
        )
        self.warning.setVisible(bool(shown.missing))
        if not self.day.form.is_edited:
            self._show_run(self.table.chosen())

    def _on_chosen(self) -> None:
        run = self.table.chosen()
        if run is not None:
            self._show_run(run)

    def _show_run(self, run: Run | None) -> None:
        self.remove.setEnabled(run is not None and self._is_allowed)
        self.day.show_run(run, self._language)

    def _save_hours(self, typed: tuple[Week, str]) -> None:
        week, field = typed
        self._do(
            lambda work: [calendar_days.change_opening_hours(work, week)],
            self.tr("Opening hours saved"),
            lambda error: self.hours.show_refusal(error, field),
            is_week=True,
        )

    def _remove(self) -> None:
        run = self.day.run
        if run is not None and self._is_allowed:
            for_all = not run.record.is_own
            self._do(
                lambda work: [calendar_days.remove_day(work, run.first, until=run.last, for_all=for_all)],
                self.tr("Removed: {name}").format(name=run.record.special.name(self._language)),
            )

    def _do(
        self,
        fn: Callable[[Work], Changes],
        told: str,
        failed: Callable[[UserError], object] | None = None,
        *,
        is_week: bool = False,
    ) -> None:
        def done(changes: Changes) -> None:
            self._show_moved(0)
            self._show_tickets(changes)
            if is_week:
                self.hours.mark_saved()
            else:
                self.begin_new()
                self._count_moved(changes)
            self.desk.messages.say(told, Action(text=self.tr("Undo"), run=lambda: self._undo(changes)))
            self.reload()

        self.desk.tasks.change(self, fn, done, failed)

    def _count_moved(self, changes: Changes) -> None:
        """Say how many follow-ups fall on another day by it; counted after the change, off its lane."""
        if self.actor.may(Permission.PLAN_FOLLOWUPS):
            self.desk.tasks.search(
                self, lambda work: count_moved(work, changes), self._show_moved, stream="moved"
            )

    def _show_moved(self, count: int) -> None:
        self.moved.setText(
            self.tr("%n follow-up(s) fall on another day by the last change.", "", count) if count else ""
        )
        self.moved.setVisible(count > 0)

    def _show_tickets(self, changes: Changes) -> None:
        """Which limits of the complaint desk the change moved, the first by name."""
        moved = [one for change in changes for one in change.tickets]
        self.moved_tickets.setText(moved_words(moved))
        self.moved_tickets.setVisible(bool(moved))

    def _undo(self, changes: Changes) -> None:
        def done(_: None) -> None:
            self._show_moved(0)
            self._show_tickets([])
            self.desk.messages.say(self.tr("Taken back"))
            self.reload()

        self.desk.tasks.change(self, partial(_take_back, changes=changes), done)

    def _load(self) -> None:
        year = self.year
        self.desk.tasks.change(
            self,
            lambda work: (year in announced_years(), calendar_days.seed_years(work, [year])),
            self._on_loaded,
        )

    def _on_loaded(self, loaded: tuple[bool, int]) -> None:
        is_announced, count = loaded
        if not is_announced:
            text = self.tr(
                "This edition of the program does not know the holidays of {year} yet. Enter them from the "
                "State Council's notice, or load them after an update of the program."
            )
            self.desk.messages.say(text.format(year=self.year), tone=Tone.WARNING)
        elif count:
            self.desk.messages.say(self.tr("%n day(s) loaded", "", count))
        else:
            self.desk.messages.say(self.tr("All announced days were there already"), tone=Tone.INFO)
        self.reload()


def _read(work: Work, *, year: int) -> Shown:
    calendar = calendar_days.work_calendar(work)
    return Shown(
        week=calendar.week,
        days=calendar_days.read_days(work, year),
        missing=calendar_days.missing_years(work),
        is_known=calendar.is_known(year),
    )


def _save(work: Work, *, draft: Draft, chosen: Run | None) -> Changes:
    """Enter it; days of the chosen entry that it no longer covers are taken back."""
    found = [
        calendar_days.change_day(
            work,
            draft.first,
            draft.kind,
            until=draft.last,
            name_zh=draft.name_zh,
            name_en=draft.name_en,
            spans=draft.spans,
            for_all=draft.for_all,
        )
    ]
    if chosen is not None and chosen.record.is_own is not draft.for_all:
        for begin, end in _left_over((chosen.first, chosen.last), (draft.first, draft.last)):
            found.append(calendar_days.remove_day(work, begin, until=end, for_all=draft.for_all))
    return found


def _left_over(old: tuple[date, date], new: tuple[date, date]) -> list[tuple[date, date]]:
    ends = ((old[0], min(old[1], new[0] - _DAY)), (max(old[0], new[1] + _DAY), old[1]))
    return [(begin, end) for begin, end in ends if begin <= end]


def _take_back(work: Work, *, changes: Changes) -> None:
    for change in reversed(changes):
        calendar_days.undo_change(work, change)
