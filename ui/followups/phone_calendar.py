"""The calendar to the phone and back: an .ics file out, and what was moved there in again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.followups.dates.calendar_files import calendar_file
from app.followups.dates.calendar_import import CalendarResult, parse_calendar, read_calendar
from app.followups.planning import undo_move
from app.followups.records import Scope
from app.whole_files import write_whole
from app.work import Work
from ui.customers.files import BY_DIALOG, Paths, read_file
from ui.desk import Desk
from ui.errors import sentence
from ui.jobs import Job
from ui.messages import Action, Tone

DAYS_AHEAD = timedelta(days=366)
LINES_MOST = 8


class PhoneCalendar(QObject):
    """Asks for the file, works in the background, and says what came of it."""

    def __init__(self, desk: Desk, parent: QWidget, paths: Paths = BY_DIALOG) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._paths = paths

    def give_out(self, person: UUID | None, language: str) -> None:
        """What lies ahead in the coming year, of one person or of the branch."""
        path = self._paths.to_save(self._window, self.tr("Calendar for the phone"), "calendar.ics")
        if path is None:
            return

        def write(job: Job) -> int:
            content = job.read(
                lambda work: calendar_file(
                    work,
                    Scope(person=person),
                    work.today(),
                    work.today() + DAYS_AHEAD,
                    language=language,
                )
            )
            try:
                write_whole(path, content)
            except OSError:
                raise UserError("attachment-unwritable", name=path.name) from None
            return content.count(b"BEGIN:VEVENT")

        self._desk.tasks.run(
            self, write, lambda count: self._on_written(path, count), self._desk.messages.refuse
        )

    def _on_written(self, path: Path, count: int) -> None:
        text = self.tr("%n item(s) written to {file}", "", count).format(file=path.name)
        self._desk.messages.say(text)

    def take_in(self) -> None:
        """Ours moves what was moved out there, a foreign file is entered."""
        paths = self._paths.to_attach(self._window, self.tr("Calendar file (.ics)"))
        if not paths:
            return
        self.take(paths[0])

    def take(self, path: Path, *, anyway: bool = False) -> None:
        """Read one file; a flood of events is asked about first."""

        def read(job: Job) -> CalendarResult:
            events = parse_calendar(read_file(path))
            return job.change(lambda work: read_calendar(work, events, anyway=anyway))

        def refused(error: UserError) -> None:
            again = Action(text=self.tr("Read all"), run=lambda: self.take(path, anyway=True))
            self._desk.messages.refuse(error, *((again,) if error.code == "calendar-floods" else ()))

        self._desk.tasks.run(self, read, self._on_read, refused)

    def _on_read(self, result: CalendarResult) -> None:
        text = self.tr("Calendar read: {moved} moved, {new} new, {same} unchanged").format(
            moved=result.moved + result.changed, new=result.created, same=result.unchanged
        )
        lines = [self.tr("Called off out there: {title}").format(title=title) for title in result.cancelled]
        lines += [f"{each.title}: {sentence(each.error)}" for each in result.refused]
        if len(lines) > LINES_MOST:
            rest = len(lines) - LINES_MOST
            lines = [*lines[:LINES_MOST], self.tr("and %n more", "", rest)]
        back = Action(text=self.tr("Move back"), run=lambda: self._move_back(result))
        actions = (back,) if result.moves else ()
        if lines:
            self._desk.messages.warn(text, *actions, detail="\n".join(lines))
        else:
            self._desk.messages.say(text, *actions, tone=Tone.SUCCESS)

    def _move_back(self, result: CalendarResult) -> None:
        def back(work: Work) -> None:
            for moved in reversed(result.moves):
                undo_move(work, moved)

        self._desk.tasks.change(self, back, lambda _: None)
