"""One visit beside the list: its plan and its results, saved with F9, printed, called off, taken up again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from app.errors import UserError
from app.followups.planning import find_overlaps
from app.followups.records import Item
from app.followups.visits import visiting as visits
from app.followups.visits.reading import read_visit
from app.followups.visits.records import NewFile, Visitor, VisitRecord
from app.lists import ChoiceRecord
from app.states import StepState
from app.work import Work
from ui.customers.files import BY_DIALOG, Paths, read_file
from ui.desk import Desk
from ui.followups.visit_frame import PLAN, RESULTS, Mode, VisitFrame, is_ahead
from ui.jobs import Job
from ui.messages import Action

Deed = Callable[[Work], UUID]


@dataclass(frozen=True, kw_only=True, slots=True)
class VisitWords:
    """What the fields offer, read once with the list."""

    people: tuple[Visitor, ...]
    outcomes: tuple[ChoiceRecord, ...]
    weights: Mapping[str, int]
    minutes: int
    language: str


def overlaps(work: Work, visit_id: UUID) -> Sequence[Item]:
    """What else the same person has at the time of a visit just planned."""
    visit = read_visit(work, visit_id)
    if visit.starts_at is None:
        return ()
    return find_overlaps(work, visit.owner_id, visit.starts_at, visit.minutes, but=visit_id)


class VisitForm(VisitFrame):
    """`saved` carries the id of the visit; `customer_wanted` that of its customer."""

    saved = Signal(object)
    customer_wanted = Signal(object)

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__(desk)
        self._paths = paths
        self._minutes = 60
        self._anyway = False
        self._seen = ""
        self._connect()

    def use(self, words: VisitWords) -> None:
        """What the fields offer."""
        self._minutes = words.minutes
        self.plan.use(words.people)
        self.results.use(words.outcomes, words.weights, words.language)

    # What is shown --------------------------------------------------------------------------------

    def begin_plan(self, customer: tuple[UUID, str] | None = None) -> None:
        """An empty plan; F9 makes a visit of it."""
        self._begin(Mode.NEW, customer)
        self._go(PLAN)
        (self.plan.form["on"] if customer else self.plan.customer).go()

    def begin_unplanned(self, serial: str = "", customer: tuple[UUID, str] | None = None) -> None:
        """A visit nobody planned, out of the paper: whom and when first, then the answers."""
        self._begin(Mode.UNPLANNED, customer, serial)
        self._go(PLAN)
        (self.plan.form["on"] if customer else self.plan.customer).go()

    def show_visit(self, visit: VisitRecord, *, serial: str = "") -> None:
        """The visit as it stands; typing is kept where it is the one already shown."""
        anew = self.visit is None or self.visit.id != visit.id or self.mode is not Mode.VISIT
        keeps = not anew and self.is_edited
        seen = self.visit.seen if keeps and self.visit is not None else visit.seen
        self.mode, self.visit = Mode.VISIT, visit
        self._seen = seen
        self._anyway = False
        self.plan.show_visit(visit, anew=anew)
        self.results.show_visit(visit, anew=anew)
        if serial and not visit.serial:
            self.results.form["serial"].set_value(serial)
        if anew:
            self.call_off.hide()
            self._go(PLAN if visit.state is StepState.OPEN and not serial and is_ahead(visit) else RESULTS)
        self._show_mode()

    def forget(self) -> None:
        """Show nothing; what was typed is gone."""
        self.mode, self.visit = Mode.NOTHING, None
        self._show_mode()

    @property
    def is_edited(self) -> bool:
        """Whether something typed here is not saved."""
        if self.mode is Mode.NOTHING:
            return False
        return self.plan.form.is_edited or self.results.is_edited

    def focus_first(self) -> None:
        """Where work begins: the first field of the part in sight."""
        if self.mode is Mode.NOTHING:
            return
        if self.tabs.index() == PLAN:
            (self.plan.customer if self.mode is not Mode.VISIT else self.plan.form["on"]).go()
        else:
            self.results.form["serial"].go()

    # Doing ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """F9."""
        if self.mode is Mode.NOTHING or not self.save_button.isEnabled():
            return
        action = self._action()
        if action is None:
            return
        self.save_button.setEnabled(False)
        self._desk.tasks.change(
            self, action, self._on_saved, self._on_refused, always=lambda: self.save_button.setEnabled(True)
        )

    def _action(self) -> Deed | None:
        if self.mode is Mode.VISIT and self.tabs.index() == RESULTS:
            return self._results_action()
        plan = self.plan.read()
        if plan is None:
            self._go(PLAN)
            return None
        if self.mode is Mode.NEW:
            return lambda work: visits.plan_visit(work, plan)
        if self.mode is Mode.UNPLANNED:
            results = self.results.read(anyway=self._anyway)
            if results is None:
                self._go(RESULTS)
                return None
            return lambda work: visits.log_visit(work, plan, results)
        visit = self.visit
        if visit is None:
            return None
        seen = self._seen

        def change(work: Work) -> UUID:
            visits.change_visit(work, visit.id, plan, seen=seen)
            return visit.id

        return change

    def _results_action(self) -> Deed | None:
        results, visit, seen = self.results.read(anyway=self._anyway), self.visit, self._seen
        if results is None or visit is None:
            return None

        def enter(work: Work) -> UUID:
            visits.enter_results(work, visit.id, results, seen=seen)
            return visit.id

        return enter

    def _on_saved(self, visit_id: UUID) -> None:
        was_results = self.mode is Mode.UNPLANNED or self.tabs.index() == RESULTS
        self._anyway = False
        self.plan.form.mark_saved()
        self.results.mark_saved()
        name = self.visit.customer_name if self.visit else self.plan.customer.edit.text()
        told = self.tr("Results entered: {name}") if was_results else self.tr("Visit planned: {name}")
        self._desk.messages.say(told.format(name=name), *self._after(visit_id, entered=was_results))
        self.visit, self.mode = None, Mode.NOTHING
        if not was_results:
            self._desk.tasks.read(self, lambda work: overlaps(work, visit_id), self._on_overlaps)
        self.saved.emit(visit_id)

    def _on_overlaps(self, items: Sequence[Item]) -> None:
        if items:
            what = "、".join(
                f"{item.starts_at.astimezone():%H:%M} {item.customer_name}"
                for item in items
                if item.starts_at
            )
            self._desk.messages.warn(self.tr("At the same time: {what}").format(what=what))

    def _after(self, visit_id: UUID, *, entered: bool) -> Sequence[Action]:
        if entered:
            return (Action(text=self.tr("Undo"), run=lambda: self._reopen(visit_id)),)
        paper = self._desk.paper
        if paper is None:
            return ()
        return (Action(text=self.tr("Print form"), run=lambda: paper.print_visit(visit_id)),)

    def _on_refused(self, error: UserError) -> object:
        if error.code == "visit-changed":
            self._read_again()
            return False
        if error.code == "form-of-other-person":
            self._ask_anyway(error)
            return True
        if str(error.facts.get("field", "")) in self.plan.form.fields and self.mode is not Mode.VISIT:
            self._go(PLAN)
            return self.plan.form.show_error(error)
        if error.code.startswith("form-") or error.code == "visit-has-form":
            error = UserError(error.code, **{**error.facts, "field": "serial"})
        form = self.plan.form if self.tabs.index() == PLAN else self.results.form
        if form.show_error(error):
            return True
        if self.results.form.show_error(error):
            self._go(RESULTS)
            return True
        return False

    def _ask_anyway(self, error: UserError) -> None:
        """A sheet of somebody else's booklet: told at the field, taken with the next F9."""
        self._go(RESULTS)
        self.results.form.show_error(error)
        self._anyway = True

    def _read_again(self) -> None:
        if self.visit is not None:
            key = self.visit.id
            self._desk.tasks.read(self, lambda work: read_visit(work, key), self._show_newer)

    def _show_newer(self, visit: VisitRecord) -> None:
        """Somebody was faster: their words where nobody types here, and the next save knows of them."""
        self.show_visit(visit)
        self._seen = visit.seen

    def _reopen(self, visit_id: UUID) -> None:
        def reopen(work: Work) -> UUID:
            visits.reopen_visit(work, visit_id, seen=read_visit(work, visit_id).seen)
            return visit_id

        self._desk.tasks.change(self, reopen, self.saved.emit)

    def _call_off(self, reason: str) -> None:
        visit = self.visit
        if visit is None:
            return

        def cancel(work: Work) -> UUID:
            visits.cancel_visit(work, visit.id, reason, seen=visit.seen)
            return visit.id

        self._desk.tasks.change(self, cancel, self._on_called_off, self.call_off.form.show_error)

    def _on_called_off(self, visit_id: UUID) -> None:
        undo = Action(text=self.tr("Undo"), run=lambda: self._reopen(visit_id))
        self._desk.messages.say(self.tr("Visit called off"), undo)
        self.forget()
        self.saved.emit(visit_id)

    # Files ----------------------------------------------------------------------------------------

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read files in the background; they are kept with the results, at once where these are entered."""
        given = list(paths)

        def read(job: Job) -> list[NewFile]:
            found = []
            for path in given:
                job.check()
                found.append(NewFile(name=path.name, content=read_file(path)))
            return found

        self._desk.tasks.run(self, read, self._on_files)

    def _on_files(self, files: list[NewFile]) -> None:
        visit = self.visit
        if visit is None or visit.state is not StepState.DONE:
            self.results.hold(files)
            return
        self._desk.tasks.change(
            self,
            lambda work: visits.add_files(work, visit.id, tuple(files)),
            lambda _: self._on_files_kept(visit.id, len(files)),
        )

    def _on_files_kept(self, visit_id: UUID, count: int) -> None:
        self._desk.messages.say(self.tr("%n file(s) kept with the visit", "", count))
        self.saved.emit(visit_id)

    def _choose_files(self) -> None:
        paths = self._paths.to_attach(self, self.tr("Photos and scans of the visit"))
        if paths:
            self.take_files(paths)

    # Inside ---------------------------------------------------------------------------------------

    def _begin(self, mode: Mode, customer: tuple[UUID, str] | None, serial: str = "") -> None:
        self.mode, self.visit, self._seen, self._anyway = mode, None, "", False
        self.plan.begin(minutes=self._minutes)
        if customer is not None:
            self.plan.customer.show_customer(*customer)
        self.results.begin(serial)
        self.call_off.hide()
        self._show_mode()

    def _connect(self) -> None:
        self.tabs.picked.connect(lambda: self._go(self.tabs.index()))
        self.tabs.entered.connect(self.focus_first)
        self.plan.finished.connect(self._on_plan_finished)
        self.results.finished.connect(self.save_button.setFocus)
        self.save_button.setAutoDefault(True)
        self.save_button.clicked.connect(self.save)
        self.results.form["serial"].edited.connect(lambda: setattr(self, "_anyway", False))
        self.results.files_dropped.connect(self.take_files)
        self.results.files_wanted.connect(self._choose_files)
        self.head.customer_wanted.connect(self.customer_wanted)
        self.off_button.clicked.connect(self.call_off.ask)
        self.call_off.wanted.connect(self._call_off)
        self.again_button.clicked.connect(lambda: self._reopen(self.visit.id) if self.visit else None)
        self.print_button.clicked.connect(self._print)

    def _on_plan_finished(self) -> None:
        """After the last field of a plan comes the save, or the answers of a visit that has taken place."""
        if self.mode is Mode.UNPLANNED:
            self._go(RESULTS)
            self.focus_first()
        else:
            self.save_button.setFocus()

    def _print(self) -> None:
        if self.visit is not None and self._desk.paper is not None:
            self._desk.paper.preview_visit(self.visit.id)
