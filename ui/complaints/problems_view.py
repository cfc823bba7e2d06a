"""The common problems: what is suggested, the list, tickets still without one, and one problem beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from app.complaints import improvements, problems
from app.complaints.problem_reading import list_problems, read_problem, suggestions, ungrouped_tickets
from app.complaints.problem_records import (
    Effect,
    GroupLine,
    ImprovementRecord,
    NewImprovement,
    NewProblem,
    ProblemCard,
    ProblemLine,
    Suggestion,
)
from app.complaints.problem_words import ProblemWords, read_problem_words
from app.errors import UserError
from app.work import Work
from ui.complaints.problem_tables import Rows, SuggestionRow
from ui.complaints.problems_frame import CARD, FORM, NOTHING, ProblemsFrame
from ui.customers.showing import Showing
from ui.desk import Desk
from ui.i18n import Language
from ui.messages import Action

SUGGESTED = 3
PROBLEMS, FREE = 0, 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """One reading for the whole view."""

    lines: tuple[ProblemLine, ...]
    free: tuple[GroupLine, ...]
    suggested: tuple[Suggestion, ...]
    words: ProblemWords
    card: ProblemCard | None


class ProblemsView(ProblemsFrame):
    """`open_subject` takes the id of a problem."""

    ticket_wanted = Signal(object)  # ticket id

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._wanted: UUID | None = None
        self._editing: ProblemCard | None = None
        self._checking: UUID | None = None
        self._connect()
        self._allow()

    # What the page asks ---------------------------------------------------------------------------

    def reload(self) -> None:
        wanted = self._wanted or (self.card.card.line.id if self.card.card is not None else None)
        self.desk.tasks.search(self, lambda work: _read(work, wanted), self._show, stream="problems")

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, UUID) and self.can_leave():
            self._wanted = subject
            self._put_form_away()
            self.names.set_index(PROBLEMS)
            self.lists.setCurrentIndex(PROBLEMS)
            self.reload()

    def focus_first(self) -> None:
        self._list().setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """F9: the form that is open."""
        for prompt in (self.prompt, *self.card.prompts):
            if prompt.isVisible():
                prompt.done.click()
                return

    def has_unsaved(self) -> bool:
        return self.card.is_edited or (self.side.currentIndex() == FORM and self.prompt.form.is_edited)

    def can_leave(self) -> bool:
        """What is typed is saved, or thrown away on purpose; until then the view stays."""
        if not self.has_unsaved():
            return True
        self.desk.messages.warn(
            self.tr("What you typed here is not saved yet"),
            Action(text=self.tr("Save"), run=self.save),
            Action(text=self.tr("Discard"), run=self._discard),
        )
        return False

    # Showing --------------------------------------------------------------------------------------

    @property
    def _language(self) -> str:
        return "en" if self.desk.screen.language is Language.ENGLISH else "zh"

    def _list(self) -> Rows:
        return self.free if self.lists.currentIndex() == FREE else self.table

    def _show(self, read: Read) -> None:
        showing = Showing(choices=read.words.choices, language=self.desk.screen.language)
        self.prompt.use(read.words, self._language)
        self.card.measure.use(read.words)
        self.table.show_problems(read.lines)
        self.free.show_tickets(read.free, showing, self._language)
        self.list_stack.setCurrentIndex(0 if read.lines else 1)
        self.free_stack.setCurrentIndex(0 if read.free else 1)
        self._show_suggestions(read.suggested, showing)
        for place, (text, count) in enumerate(
            ((self.tr("Problems"), len(read.lines)), (self.tr("Tickets without a problem"), len(read.free)))
        ):
            part = self.names.buttons[place]
            part.setText(f"{text} {count}" if count else text)
            part.updateGeometry()
            part.update()
        self._wanted = None
        if read.card is not None:
            self.card.show_card(read.card, showing, self._language)
            if read.card.line.id not in self.table.chosen():
                self.table.blockSignals(True)
                self.table.clearSelection()
                self.table.choose([read.card.line.id])
                self.table.blockSignals(False)
        else:
            self.card.card = None
        if self.side.currentIndex() != FORM:
            self.side.setCurrentIndex(NOTHING if read.card is None else CARD)
        self._allow()

    def _show_suggestions(self, found: Sequence[Suggestion], showing: Showing) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for suggestion in found[:SUGGESTED]:
            row = SuggestionRow(suggestion, showing, self._language, may_change=self.may_change)
            row.group.clicked.connect(lambda _=False, one=suggestion: self._begin_suggested(one))
            row.add.clicked.connect(lambda _=False, one=suggestion: self._add(one.problem_id, one.ticket_ids))
            self.suggested.column.addWidget(row)
            self.rows.append(row)
        self.suggested.setVisible(bool(self.rows))

    def _allow(self) -> None:
        chosen = len(self.free.chosen())
        is_free = self.lists.currentIndex() == FREE
        for part in (self.group, self.add):
            part.setVisible(self.may_change and is_free)
        self.group.setEnabled(chosen > 0)
        self.add.setEnabled(chosen > 0 and self.card.card is not None)

    def _on_chosen(self) -> None:
        chosen = self.table.chosen()
        shown = self.card.card
        if len(chosen) != 1 or (shown is not None and shown.line.id == chosen[0] and not self._wanted):
            return
        if not self.can_leave():
            return
        self._put_form_away()
        self._wanted = chosen[0]
        self.reload()

    def _on_list(self) -> None:
        self.lists.setCurrentIndex(self.names.index())
        self._allow()

    # Problems -------------------------------------------------------------------------------------

    def _begin(self, values: dict[str, Any], tickets: Sequence[UUID] = ()) -> None:
        if self.can_leave():
            self._editing = None
            self.side.setCurrentIndex(FORM)
            values = {"owner_id": self.desk.tasks.actor.account_id, **values}
            self.prompt.begin(values, tickets)

    def _begin_suggested(self, suggestion: Suggestion) -> None:
        values = {
            "title": suggestion.category(self._language),
            "category_id": suggestion.category_id,
            "cause_code": suggestion.cause_code or None,
        }
        self._begin(values, suggestion.ticket_ids)

    def _begin_chosen(self) -> None:
        self._begin({}, self.free.chosen())

    def _add_chosen(self) -> None:
        if self.card.card is not None:
            self._add(self.card.card.line.id, self.free.chosen())

    def _add(self, problem_id: UUID, tickets: Sequence[UUID]) -> None:
        keys = tuple(tickets)

        def take_out(work: Work) -> None:
            for key in keys:
                problems.ungroup_ticket(work, problem_id, key)

        self._change(
            lambda work: problems.group_tickets(work, problem_id, keys),
            self.tr("Tickets added"),
            take_out,
        )

    def _edit(self) -> None:
        card = self.card.card
        if card is not None and self.can_leave():
            self._editing = card
            self.side.setCurrentIndex(FORM)
            self.prompt.edit(card)

    def _save_problem(self, new: NewProblem) -> None:
        known = self._editing

        def save(work: Work) -> UUID:
            if known is None:
                return problems.found_problem(work, new)
            problems.edit_problem(work, known.line.id, new, seen=known.version)
            return known.line.id

        def saved(key: UUID) -> None:
            self._put_form_away()
            self.open_subject(key)
            undo = Action(
                text=self.tr("Undo"),
                run=lambda: self._change(
                    lambda work: problems.remove_problem(work, key), self.tr("Taken back")
                ),
            )
            self.desk.messages.say(self.tr("Problem saved"), *(() if known else (undo,)))

        self.desk.tasks.change(self, save, saved, self.prompt.show_error)

    def _remove(self) -> None:
        card = self.card.card
        if card is not None:
            self._change(
                lambda work: problems.remove_problem(work, card.line.id), self.tr("The problem is taken back")
            )

    def _ungroup(self, ticket: GroupLine) -> None:
        card = self.card.card
        if card is not None:
            self._change(
                lambda work: problems.ungroup_ticket(work, card.line.id, ticket.id),
                self.tr("{number} taken out").format(number=ticket.number),
                lambda work: problems.group_tickets(work, card.line.id, [ticket.id]),
            )

    # Measures -------------------------------------------------------------------------------------

    def _save_measure(self, new: NewImprovement) -> None:
        card, known = self.card.card, self.card.measure.record
        if card is None:
            return

        def save(work: Work) -> UUID:
            if known is None:
                return improvements.add_improvement(work, card.line.id, new)
            improvements.edit_improvement(work, known.id, new, seen=known.changed_at)
            return known.id

        def saved(key: UUID) -> None:
            self.card.measure.hide()
            undo = Action(
                text=self.tr("Undo"),
                run=lambda: self._change(
                    lambda work: improvements.remove_improvement(work, key), self.tr("Taken back")
                ),
            )
            self.desk.messages.say(self.tr("Measure saved"), *(() if known else (undo,)))
            self.reload()

        self.desk.tasks.change(self, save, saved, self.card.measure.show_error)

    def _on_measure(self, what: str, record: ImprovementRecord) -> None:
        """A button of a measure."""
        if not self.can_leave():
            return
        self.card.close_prompts()
        key = record.id
        if what == "edit":
            self.card.measure.begin(record)
        elif what == "done":
            self.card.done.begin(record)
        elif what == "check":
            self.desk.tasks.read(
                self,
                lambda work: improvements.measure_effect(work, key),
                lambda effect: self._begin_check(record, effect),
            )
        elif what == "remove":
            self._change(
                lambda work: improvements.remove_improvement(work, key),
                self.tr("Measure taken back"),
                lambda work: improvements.restore_improvement(work, key),
            )
        else:
            run = (
                improvements.improvement_not_done if what == "not-done" else improvements.uncheck_improvement
            )
            self._change(lambda work: run(work, key), self.tr("Taken back"))

    def _begin_check(self, record: ImprovementRecord, effect: Effect) -> None:
        self._checking = record.id
        self.card.check.begin(record, effect)

    def _save_done(self, day: Any) -> None:
        record, prompt = self.card.done.record, self.card.done
        if record is None:
            return
        key = record.id
        self._change(
            lambda work: improvements.improvement_done(work, key, day),
            self.tr("Measure noted as done"),
            lambda work: improvements.improvement_not_done(work, key),
            prompt=prompt,
        )

    def _save_check(self, given: tuple[bool, str]) -> None:
        key = self._checking
        if key is None:
            return
        self._change(
            lambda work: improvements.check_improvement(work, key, is_effective=given[0], finding=given[1]),
            self.tr("Verdict saved"),
            lambda work: improvements.uncheck_improvement(work, key),
            prompt=self.card.check,
        )

    def _change(
        self,
        run: Callable[[Work], object],
        said: str,
        back: Callable[[Work], object] | None = None,
        *,
        prompt: Any = None,
    ) -> None:
        """Do it, say so with a way back, read anew."""

        def done(_result: object) -> None:
            if prompt is not None:
                prompt.hide()
            undo = Action(
                text=self.tr("Undo"), run=lambda: self._change(back, self.tr("Taken back")) if back else None
            )
            self.desk.messages.say(said, *((undo,) if back is not None else ()))
            self.reload()

        self.desk.tasks.change(self, run, done, None if prompt is None else prompt.show_error)

    def _put_form_away(self) -> None:
        self.prompt.hide()
        self.side.setCurrentIndex(CARD if self.card.card is not None else NOTHING)

    def _discard(self) -> None:
        self.card.close_prompts()
        self._put_form_away()

    def _connect(self) -> None:
        self.names.picked.connect(self._on_list)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.opened.connect(lambda _key: self.card.plan.setFocus())
        self.free.itemSelectionChanged.connect(self._allow)
        self.free.opened.connect(self.ticket_wanted)
        self.new.clicked.connect(lambda: self._begin({}))
        self.group.clicked.connect(self._begin_chosen)
        self.add.clicked.connect(self._add_chosen)
        self.prompt.given.connect(self._save_problem)
        self.prompt.closed.connect(self._put_form_away)
        self.card.edit_wanted.connect(self._edit)
        self.card.remove_wanted.connect(self._remove)
        self.card.ungroup_wanted.connect(self._ungroup)
        self.card.ticket_wanted.connect(self.ticket_wanted)
        self.card.wanted.connect(self._on_measure)
        self.card.measure.given.connect(self._save_measure)
        self.card.done.given.connect(self._save_done)
        self.card.check.given.connect(self._save_check)


def _read(work: Work, wanted: UUID | None) -> Read:
    try:
        card = None if wanted is None else read_problem(work, wanted)
    except UserError:
        card = None  # taken back meanwhile
    return Read(
        lines=list_problems(work),
        free=ungrouped_tickets(work),
        suggested=suggestions(work),
        words=read_problem_words(work),
        card=card,
    )
