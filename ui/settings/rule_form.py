"""The fields of one rule of follow-up; those its basis has no use for are out of sight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.customers.numbers import parse_day
from app.errors import UserError
from app.followups.rules.editing import draft_of
from app.followups.rules.records import CYCLES, RuleDraft, RuleRecord
from app.lists import Choices
from app.states import ContactWay, RuleBasis, RuleOwner, RuleUnit
from ui.labels import label
from ui.settings.rule_words import BASES, LISTS, OWNERS, UNITS, basis_words, owner_words, unit_words
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line import NumberField, TextField
from ui.widgets.note import NoteField

WAYS: Final = tuple(way for way in ContactWay if way not in (ContactWay.FORM_PRINTED, ContactWay.NOTE))
BASIS_KEYS: Final = dict(zip(RuleBasis, "1234567", strict=False))
FIELD_OF: Final = {
    "rule-name-empty": "name",
    "rule-matter-empty": "matter",
    "rule-amount-wrong": "amount",
    "rule-too-far": "amount",
    "rule-cycle-too-short": "amount",
    "rule-hours-of-day": "unit",
    "rule-code-unknown": "code",
    "rule-event-empty": "event",
    "rule-event-day-wrong": "event_on",
    "rule-other-no-service": "owner",
    "rule-way-no-contact": "way",
}
"""The field a refusal belongs to."""


class RuleForm(QWidget):
    """Filled with the rule chosen, or empty for a new one."""

    def __init__(self, *, english: bool, offers_all: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule: RuleRecord | None = None
        self._offers_all = offers_all
        self._choices: Choices | None = None
        self._offered: list[Choice[str]] = []
        self._language = "en" if english else "zh"
        self.form = Form(self)
        own, other = ("en", "zh") if english else ("zh", "en")
        self._own, self._other = own, other
        in_own = self.tr("Name")
        in_other = self.tr("Name in Chinese") if english else self.tr("Name in English")
        matter_other = self.tr("Matter in Chinese") if english else self.tr("Matter in English")
        self.basis: ChoiceField[RuleBasis] = ChoiceField(
            "basis",
            self.tr("Counts from"),
            [Choice(value=basis, text=basis_words(basis), key=BASIS_KEYS[basis]) for basis in BASES],
            as_row=False,
            empty=None,
        )
        self.code: ChoiceField[str] = ChoiceField("code", "", [], as_row=False, empty=self.tr("any"))
        self.unit: ChoiceField[RuleUnit] = ChoiceField(
            "unit",
            self.tr("in"),
            [Choice(value=unit, text=unit_words(unit)) for unit in UNITS],
            as_row=False,
            empty=None,
        )
        self.owner: ChoiceField[RuleOwner] = ChoiceField(
            "owner",
            self.tr("Who does it"),
            [Choice(value=owner, text=owner_words(owner)) for owner in OWNERS],
            as_row=False,
            empty=None,
        )
        self.way: ChoiceField[ContactWay] = ChoiceField(
            "way",
            self.tr("By"),
            [Choice(value=way, text=label(way)) for way in WAYS],
            as_row=False,
            empty=None,
        )
        self.form.add(
            TextField("name", in_own, required=True),
            TextField("other_name", in_other),
            self.basis,
            self.code,
            TextField("event", self.tr("Event, as written on the cards")),
            self._day("event_on", self.tr("Day of the event"), self.tr("Empty: from each registration.")),
            NumberField("amount", self.tr("Every"), required=True),
            self.unit,
            self.way,
            self.owner,
            TextField("matter", self.tr("What the contact is about"), required=True),
            TextField("other_matter", matter_other),
            NoteField("points", self.tr("Talking points, one a line"), lines=3, most_lines=6),
            self._day("since", self.tr("Counts from this day on"), self.tr("Empty: from switching on.")),
            NumberField("position", self.tr("Place in the list")),
        )
        self.active = CheckField("active", self.tr("Switched on"))
        self.for_all = CheckField("for_all", self.tr("For all branches"))
        self.form.add(self.active, self.for_all)
        self.basis.edited.connect(self._on_basis)
        self._lay_out()
        self.show_rule(None)

    def _day(self, name: str, text: str, hint: str) -> DateField[date]:
        return DateField(
            name,
            text,
            parse=parse_day,
            show=date.isoformat,
            to_date=lambda day: day,
            from_date=lambda day: day,
            hint=hint,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP // 2)
        rows = (
            ("name", "other_name"),
            ("basis", "code", "event"),
            ("event_on",),
            ("amount", "unit"),
            ("way", "owner"),
            ("matter", "other_matter"),
            ("points",),
            ("since",),
            ("position", "active", "for_all"),
        )
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(2 * GAP)
            for name in names:
                row.addWidget(self.form[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        column.addStretch(1)

    # What the section uses ------------------------------------------------------------------------

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """All fields, in the order of typing."""
        return tuple(self.form.fields.values())

    def take_choices(self, choices: Choices) -> None:
        """The classes and levels there are."""
        self._choices = choices
        self._offer_codes()

    def show_rule(self, rule: RuleRecord | None) -> None:
        """Show a rule, or empty fields for a new one."""
        self.rule = rule
        if rule is None:
            values: dict[str, Any] = {
                "basis": RuleBasis.CLASS,
                "unit": RuleUnit.DAYS,
                "way": ContactWay.CALL,
                "owner": RuleOwner.OWNER,
                "active": True,
            }
        else:
            is_event = rule.basis is RuleBasis.EVENT
            values = {
                "name": rule.name(self._own),
                "other_name": _unless_same(rule.name(self._other), rule.name(self._own)),
                "basis": rule.basis,
                "code": None if is_event else rule.code,
                "event": rule.code if is_event else None,
                "event_on": rule.event_on,
                "amount": rule.amount,
                "unit": rule.unit,
                "way": rule.way,
                "owner": rule.owner,
                "matter": rule.matter(self._own),
                "other_matter": _unless_same(rule.matter(self._other), rule.matter(self._own)),
                "points": rule.points or None,
                "since": rule.since,
                "position": rule.position,
                "active": rule.active,
                "for_all": rule.is_shared,
            }
        self.basis.set_value(values["basis"])
        self._show_for_basis()
        self.form.fill(values)
        self.for_all.setVisible(self._offers_all and rule is None)

    def draft(self) -> RuleDraft:
        """What is typed. Raises UserError of the first field that cannot be read."""
        typed = self.form.values()
        basis: RuleBasis = typed["basis"] or RuleBasis.CLASS
        if not typed["amount"]:
            raise UserError("rule-amount-wrong", given=typed["amount"] or "")
        texts = {
            f"name_{self._own}": typed["name"] or "",
            f"name_{self._other}": typed["other_name"] or "",
            f"matter_{self._own}": typed["matter"] or "",
            f"matter_{self._other}": typed["other_matter"] or "",
        }
        changed: dict[str, Any] = {
            **texts,
            "basis": basis,
            "code": typed["event"] if basis is RuleBasis.EVENT else typed["code"],
            "event_on": typed["event_on"] if basis is RuleBasis.EVENT else None,
            "amount": typed["amount"],
            "unit": typed["unit"] or RuleUnit.DAYS,
            "way": typed["way"] or ContactWay.CALL,
            "owner": typed["owner"] or RuleOwner.OWNER,
            "points": typed["points"] or "",
            "since": None if basis in CYCLES else typed["since"],
            "active": bool(typed["active"]),
            "position": typed["position"],
        }
        if self.rule is None:
            return RuleDraft(**changed, is_shared=bool(typed["for_all"]) and self._offers_all)
        return replace(draft_of(self.rule), **changed)

    def show_error(self, error: UserError) -> bool:
        """Put a refusal at its field; False when it belongs to none."""
        name = FIELD_OF.get(error.code, "")
        return self.form.show_error(UserError(error.code, **{"field": name, **error.facts}))

    # Inside ---------------------------------------------------------------------------------------

    def _on_basis(self) -> None:
        self.code.set_value(None)
        self._show_for_basis()
        if self.basis.value() is not RuleBasis.SERVICE and self.owner.value() is RuleOwner.OTHER:
            self.owner.pick(RuleOwner.OWNER)

    def _show_for_basis(self) -> None:
        """Only what the basis counts with, under the name it has there."""
        basis = self.basis.value() or RuleBasis.CLASS
        self.code.setVisible(basis in LISTS)
        for name in ("event", "event_on"):
            self.form[name].setVisible(basis is RuleBasis.EVENT)
        self.form["since"].setVisible(basis not in CYCLES)
        if basis is RuleBasis.CLASS:
            self.code.set_label(self.tr("For which class"))
        else:
            self.code.set_label(self.tr("For which intent level"))
        if basis in CYCLES:
            self.form["amount"].set_label(self.tr("Every"))
        elif basis is RuleBasis.EXPECTED:
            self.form["amount"].set_label(self.tr("Before it"))
        else:
            self.form["amount"].set_label(self.tr("After it"))
        self._offer_codes()

    def _offer_codes(self) -> None:
        of = LISTS.get(self.basis.value() or RuleBasis.CLASS)
        if self._choices is None or of is None:
            return
        offered = [
            Choice(value=entry.code, text=entry.text(self._language))
            for entry in self._choices[of]
            if entry.active
        ]
        if offered != self._offered:
            self._offered = offered
            self.code.set_choices(offered)


def _unless_same(text: str, other: str) -> str | None:
    """A name that only repeats the other language's is not shown twice."""
    return text if text != other else None
