"""The forms of common problems: the problem itself, a measure, the day it was done, what its check found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.complaints.problem_records import Effect, ImprovementRecord, NewImprovement, NewProblem, ProblemCard
from app.complaints.problem_words import ProblemWords
from app.customers.numbers import parse_day
from app.followups.typed_days import read_day
from app.states import ChoiceList
from ui.care.prompts import Prompt
from ui.customers.slots import local_today
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line import TextField
from ui.widgets.note import NoteField
from ui.widgets.surface import quiet

translate = QCoreApplication.translate


def _day(name: str, label: str, *, ahead: bool, required: bool) -> DateField[date]:
    return DateField(
        name,
        label,
        parse=(lambda typed: read_day(typed, local_today())) if ahead else parse_day,
        show=date.isoformat,
        to_date=lambda day: day,
        from_date=lambda day: day,
        required=required,
    )


class ProblemPrompt(Prompt):
    """A problem stated anew, for tickets chosen or suggested, or put in other words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Common problem"), self.tr("Save the problem"), parent)
        self.ticket_ids: tuple[UUID, ...] = ()
        self._values: dict[str, Any] = {}
        self.form.add(
            TextField("title", self.tr("Problem"), required=True, limit=100),
            ChoiceField[UUID]("category_id", self.tr("Category"), [], as_row=False),
            ChoiceField[str]("cause_code", self.tr("Cause"), [], as_row=False),
            ChoiceField[UUID]("owner_id", self.tr("Seen to by"), [], as_row=False),
            NoteField("description", self.tr("What it is, and where it comes from"), lines=3),
        )
        for row, name in enumerate(("title", "category_id", "cause_code", "owner_id", "description")):
            self.grid.addWidget(self.form[name], row, 0)

    def use(self, words: ProblemWords, language: str) -> None:
        """What can be chosen."""
        _offer(
            self.form["category_id"],
            [
                Choice[Any](value=one.id, text="\u3000" * one.depth + one.name(language))
                for one in words.categories
            ],
        )
        _offer(
            self.form["cause_code"],
            [
                Choice[Any](value=one.code, text=one.text(language))
                for one in words.choices[ChoiceList.CAUSE]
                if one.active
            ],
        )
        _offer(self.form["owner_id"], _people(words))

    def begin(self, values: dict[str, Any], tickets: Sequence[UUID] = ()) -> None:
        """A new one for these tickets."""
        self._values, self.ticket_ids = values, tuple(tickets)
        count = len(self.ticket_ids)
        self.title.setText(
            self.tr("New common problem of %n ticket(s)", "", count)
            if count
            else self.tr("New common problem")
        )
        self.open_form()

    def edit(self, card: ProblemCard) -> None:
        """Other words for a known one."""
        self.ticket_ids = ()
        self._values = {
            "title": card.line.title,
            "category_id": card.category_id,
            "cause_code": card.line.cause_code or None,
            "owner_id": card.line.owner_id,
            "description": card.description,
        }
        self.title.setText(self.tr("Edit {number}").format(number=card.line.number))
        self.open_form()

    def _start(self) -> dict[str, Any]:
        return self._values

    def _value(self) -> NewProblem:
        values = self.form.values()
        return NewProblem(
            title=values["title"],
            description=values["description"] or "",
            category_id=values["category_id"],
            cause_code=values["cause_code"],
            owner_id=values["owner_id"],
            ticket_ids=self.ticket_ids,
        )


class MeasurePrompt(Prompt):
    """A measure against the problem, planned or planned anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Measure"), self.tr("Save the measure"), parent)
        self.record: ImprovementRecord | None = None
        self.form.add(
            NoteField("measure", self.tr("What is to be done"), required=True, lines=2, limit=500),
            ChoiceField[UUID]("owner_id", self.tr("By whom"), [], as_row=False),
            _day("due_on", self.tr("Due on"), ahead=True, required=True),
            _day("check_on", self.tr("Check its effect on"), ahead=True, required=False),
        )
        self.form["check_on"].set_hint(self.tr("empty: as long after it as the settings say"))
        self.grid.addWidget(self.form["measure"], 0, 0, 1, 3)
        for place, name in enumerate(("owner_id", "due_on", "check_on")):
            self.grid.addWidget(self.form[name], 1, place, Qt.AlignmentFlag.AlignTop)
            self.grid.setColumnStretch(place, 1)
            self.grid.setColumnMinimumWidth(place, 150)

    def use(self, words: ProblemWords) -> None:
        """Who can be named."""
        _offer(self.form["owner_id"], _people(words))

    def begin(self, record: ImprovementRecord | None = None) -> None:
        """A new one, or a known one."""
        self.record = record
        self.open_form()

    def _start(self) -> dict[str, Any]:
        known = self.record
        if known is None:
            return {}
        return {name: getattr(known, name) for name in ("measure", "owner_id", "due_on", "check_on")}

    def _value(self) -> NewImprovement:
        values = self.form.values()
        return NewImprovement(
            measure=values["measure"],
            owner_id=values["owner_id"],
            due_on=values["due_on"],
            check_on=values["check_on"],
        )


class DonePrompt(Prompt):
    """The day a measure was done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Measure done"), self.tr("Note that it is done"), parent)
        self.form.add(_day("done_on", self.tr("Done on"), ahead=False, required=True))
        self.grid.addWidget(self.form["done_on"], 0, 0)
        self.record: ImprovementRecord | None = None

    def begin(self, record: ImprovementRecord) -> None:
        """For this measure."""
        self.record = record
        self.title.setText(record.measure)
        self.open_form()

    def _start(self) -> dict[str, Any]:
        return {"done_on": local_today()}

    def _value(self) -> date:
        found: date = self.form.values()["done_on"]
        return found


class CheckPrompt(Prompt):
    """What the counts say, and what a person makes of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check of effect"), self.tr("Save the verdict"), parent)
        self.effect: Effect | None = None
        self.counts = quiet("", size=14)
        self.form.add(
            ChoiceField(
                "is_effective",
                self.tr("Did it help?"),
                [
                    Choice(value=True, text=self.tr("It helped"), key="y"),
                    Choice(value=False, text=self.tr("It did not help"), key="n"),
                ],
                as_row=True,
                required=True,
            ),
            NoteField("finding", self.tr("What the check found"), required=True, lines=2, limit=2000),
        )
        self.grid.addWidget(self.counts, 0, 0)
        self.grid.addWidget(self.form["is_effective"], 1, 0)
        self.grid.addWidget(self.form["finding"], 2, 0)

    def begin(self, record: ImprovementRecord, effect: Effect) -> None:
        """For this measure, with its counts."""
        self.effect = effect
        self.title.setText(record.measure)
        self.counts.setText(effect_text(effect))
        self.open_form()

    def _start(self) -> dict[str, Any]:
        return {"is_effective": None if self.effect is None else self.effect.proposes}

    def _value(self) -> tuple[bool, str]:
        values = self.form.values()
        return bool(values["is_effective"]), values["finding"]


def effect_text(effect: Effect) -> str:
    """The counts in one sentence, and what they propose."""
    counted = translate(
        "complaints", "{days} days before: {before} tickets, {days} days after: {after} tickets."
    ).format(days=effect.days, before=effect.before, after=effect.after)
    proposal = {
        True: translate("complaints", "The counts say that it helped."),
        False: translate("complaints", "The counts say that it did not help."),
        None: translate("complaints", "Too few tickets to say anything."),
    }[effect.proposes]
    return f"{counted} {proposal}"


def _people(words: ProblemWords) -> list[Choice[Any]]:
    return [Choice[Any](value=key, text=name) for key, name in words.people]


def _offer(field: Any, choices: list[Choice[Any]]) -> None:
    field.set_choices(choices)
