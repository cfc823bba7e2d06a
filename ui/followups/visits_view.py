"""The visits: what is to be entered, planned, incomplete and done, of whom and when, and one of them beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTableWidgetItem

from app.errors import UserError
from app.followups.records import Scope
from app.followups.visits.lists import count_visits, list_visits, visitors
from app.followups.visits.reading import read_visit, weights
from app.followups.visits.records import SheetFound, VisitFilter, VisitGroup, VisitLine, VisitRecord
from app.followups.visits.sheets import find_sheet
from app.lists import all_choices, setting
from app.states import ChoiceList, FormKind
from app.work import Work
from ui.customers.files import BY_DIALOG, Paths
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.followups.visit_form import VisitWords
from ui.followups.visit_frame import RESULTS, Mode, group_of
from ui.followups.visit_words import ORDER, group_word
from ui.followups.visits_frame import VisitsFrame, line_texts
from ui.i18n import Language
from ui.messages import Action
from ui.widgets.choice import Choice

FORMS = "forms"
WIDTHS = (96, 0, 0, 76, 92, 62)
DAYS = {"week": 7, "month": 31, "quarter": 92}
FORM_WIDTH = 520


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """One reading for the whole view."""

    lines: tuple[VisitLine, ...]
    counts: dict[VisitGroup, int]
    words: VisitWords
    visit: VisitRecord | None


class VisitsView(VisitsFrame):
    """`open_subject` takes the id of a visit's follow-up, or a customer's id and name to plan one for."""

    customer_wanted = Signal(object)

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__(desk, paths)
        self.lines: tuple[VisitLine, ...] = ()
        self.counts: dict[VisitGroup, int] = {}
        self._wanted: UUID | None = None
        self._serial = ""
        self._follows = False  # the list goes to the group of the visit wanted
        self._is_filling = False
        self._is_chosen = False
        self._connect()

    # What the page asks ---------------------------------------------------------------------------

    def reload(self) -> None:
        wanted = self._filter()
        shown = self._wanted or (self.form.visit.id if self.form.visit is not None else None)
        language = "en" if self.desk.screen.language is Language.ENGLISH else "zh"
        self.desk.tasks.search(
            self, lambda work: _read(work, wanted, shown, language), self._show, stream="list"
        )

    def open_subject(self, subject: object) -> None:
        if not self.can_leave():
            return
        if isinstance(subject, UUID):
            self._wanted, self._follows = subject, True
            self.reload()
        elif isinstance(subject, tuple) and len(subject) == 2:
            self.form.begin_plan(subject)

    def focus_first(self) -> None:
        self.serial.go()

    def can_leave(self) -> bool:
        """What is typed is saved, or thrown away on purpose; until then the view stays."""
        if not self.form.is_edited:
            return True
        self.desk.messages.warn(
            self.tr("This visit is not saved yet"),
            Action(text=self.tr("Save"), run=self.form.save),
            Action(text=self.tr("Discard"), run=self._discard),
        )
        return False

    def save(self) -> None:
        """F9."""
        self.form.save()

    def _connect(self) -> None:
        self.serial.advanced.connect(self._find)
        self.groups.picked.connect(self._on_filter)
        self.person.edited.connect(self._on_filter)
        self.period.edited.connect(self._on_filter)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.activated.connect(lambda _index: self.form.focus_first())
        self.plan_button.clicked.connect(self._on_plan)
        self.past_button.clicked.connect(self._on_unplanned)
        self.booklet_button.clicked.connect(lambda: self.desk.navigation.open(FORMS, FormKind.VISIT))
        self.log_button.clicked.connect(self._on_log)
        self.report_button.clicked.connect(self._on_report)
        for part in (self.log_button, self.report_button):
            part.setVisible(self.desk.paper is not None)
        self.form.saved.connect(self._on_saved)
        self.form.customer_wanted.connect(self.customer_wanted)
        enter = QShortcut(QKeySequence("Return"), self.table)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(self.form.focus_first)

    # Filters --------------------------------------------------------------------------------------

    @property
    def group(self) -> VisitGroup:
        """The group in sight."""
        return ORDER[max(self.groups.index(), 0)]

    def _filter(self) -> VisitFilter:
        days = DAYS.get(str(self.period.value()))
        today = local_today()
        around = timedelta(days=days or 0)
        person = self.person.value()
        return VisitFilter(
            group=self.group,
            scope=Scope(person=person, unassigned=True),
            first=today - around if days else None,
            last=today + around if days else None,
        )

    def _on_filter(self) -> None:
        self._is_chosen = True
        self.reload()

    # Showing --------------------------------------------------------------------------------------

    def _show(self, read: Read) -> None:
        self.counts = read.counts
        for part, group in zip(self.groups.buttons, ORDER, strict=True):
            count = read.counts[group]
            part.setText(f"{group_word(group)} {count}" if count else group_word(group))
            part.setAccessibleName(part.text())
            part.updateGeometry()
            part.update()
        self.form.use(read.words)
        people = [Choice[UUID | None](value=None, text=self._people_word)]
        people += [Choice[UUID | None](value=person.id, text=person.name) for person in read.words.people]
        self.person.set_choices(people)
        if not self._is_chosen and not read.lines and any(read.counts.values()):
            self._is_chosen = True
            fullest = next(group for group in ORDER if read.counts[group])
            self.groups.set_index(ORDER.index(fullest))
            self.reload()
            return
        if self._follows and read.visit is not None and group_of(read.visit) is not self.group:
            self._follows, self._is_chosen = False, True
            self.groups.set_index(ORDER.index(group_of(read.visit)))
            self.reload()
            return
        self._follows = False
        self._fill(read.lines, read.visit)
        if read.visit is not None and (self._wanted or self.form.mode is Mode.VISIT):
            self.form.show_visit(read.visit, serial=self._serial)
            if self._wanted is not None and self._serial:
                self.form.focus_first()
        self._wanted, self._serial = None, ""

    def _fill(self, lines: Sequence[VisitLine], shown: VisitRecord | None) -> None:
        self.lines = tuple(lines)
        self._is_filling = True
        self.table.setRowCount(len(lines))
        for number, line in enumerate(lines):
            for column, text in enumerate(line_texts(line)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        keys = [line.id for line in lines]
        if shown is not None and shown.id in keys:
            self.table.selectRow(keys.index(shown.id))
        else:
            self.table.clearSelection()
        self._is_filling = False
        self._stack.setCurrentWidget(self.table if lines else self.empty[self.group])

    def _on_chosen(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        if self._is_filling or len(rows) != 1:
            return
        line = self.lines[rows.pop()]
        if self.form.mode is Mode.VISIT and self.form.visit is not None and self.form.visit.id == line.id:
            return
        serial = self._pending_serial()
        if not serial and not self.can_leave():
            self._fill(self.lines, self.form.visit)
            return
        self.desk.tasks.search(
            self,
            lambda work: read_visit(work, line.id),
            lambda visit: self._show_one(visit, serial),
            stream="visit",
        )

    def _show_one(self, visit: VisitRecord, serial: str) -> None:
        self.form.forget()
        self.form.show_visit(visit, serial=serial)

    def _pending_serial(self) -> str:
        """The blank sheet that waits for its visit, as long as nothing else was typed with it."""
        form = self.form
        if form.mode is not Mode.UNPLANNED or form.plan.form.is_edited:
            return ""
        return str(form.results.form["serial"].saved or "")

    # Doing ----------------------------------------------------------------------------------------

    def _find(self) -> None:
        """A form was scanned or its serial typed: its visit, or a sheet that waits for one."""
        typed = self.serial.text()
        if not typed or not self.can_leave():
            return
        self.desk.tasks.read(self, lambda work: find_sheet(work, typed), self._on_sheet, self._on_no_sheet)

    def _on_sheet(self, found: SheetFound) -> None:
        self.serial.set_value(None)
        if found.visit_id is not None:
            self._wanted, self._serial, self._follows = found.visit_id, found.serial, True
            self.reload()
            return
        self.form.begin_unplanned(found.serial)
        if found.customer_id is not None:
            key = found.customer_id
            self.desk.tasks.read(self, lambda work: _name(work, key), lambda name: self._on_named(key, name))
        to = self.tr(" of {name}").format(name=found.issued_to) if found.issued_to else ""
        self.desk.messages.say(
            self.tr(
                "Sheet {serial}{to} is blank: choose its visit in the list, or fill in the customer"
            ).format(serial=found.serial, to=to)
        )

    def _on_named(self, key: UUID, name: str) -> None:
        if self.form.mode is Mode.UNPLANNED and not self.form.plan.form.is_edited:
            self.form.plan.customer.show_customer(key, name)
            self.form.plan.form["on"].go()

    def _on_no_sheet(self, error: UserError) -> bool:
        from ui.errors import sentence

        self.serial.show_error(sentence(error))
        self.serial.go()
        return True

    def _on_plan(self) -> None:
        if self.can_leave():
            self.table.clearSelection()
            self.form.begin_plan()

    def _on_unplanned(self) -> None:
        if self.can_leave():
            self.table.clearSelection()
            self.form.begin_unplanned()

    def _on_log(self) -> None:
        if self.desk.paper is not None:
            self.desk.paper.preview_phone_log(self.desk.tasks.actor.account_id, local_today())

    def _on_report(self) -> None:
        if self.desk.paper is not None:
            self.desk.paper.preview_contact_report(self.desk.tasks.actor.account_id, local_today())

    def _on_saved(self, visit_id: UUID) -> None:
        """The list stays where it is, and after results the next sheet can be typed at once."""
        focus = QApplication.focusWidget()
        if self.form.tabs.index() == RESULTS and focus is not None and self.form.isAncestorOf(focus):
            self.serial.go()
        self._wanted = visit_id
        self.reload()

    def _discard(self) -> None:
        self.form.forget()
        self.table.clearSelection()


def _read(work: Work, wanted: VisitFilter, shown: UUID | None, language: str) -> Read:
    words = VisitWords(
        people=visitors(work),
        outcomes=all_choices(work)[ChoiceList.OUTCOME],
        weights=weights(work),
        minutes=int(setting(work, "visit-minutes")),
        language=language,
    )
    try:
        visit = None if shown is None else read_visit(work, shown)
    except UserError:
        visit = None  # gone, or given to somebody else meanwhile
    return Read(
        lines=tuple(list_visits(work, wanted)), counts=count_visits(work, wanted), words=words, visit=visit
    )


def _name(work: Work, customer_id: UUID) -> str:
    from app.customers.cards import open_card

    return open_card(work, customer_id).name
