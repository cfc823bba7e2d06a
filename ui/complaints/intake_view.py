"""Taking a ticket with the customer on the phone: keyboard only, F9 keeps it, similar ones stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.complaints.categories import Category, read_categories
from app.complaints.clocks import limits_of
from app.complaints.files import add_files
from app.complaints.opening import NewTicket, Opened, open_ticket
from app.complaints.people import Colleague, colleagues
from app.complaints.similar import Similar, Taken, on_one_matter, similar_tickets
from app.customers.cards import open_card
from app.customers.records import Card
from app.errors import UserError
from app.lists import Choices, all_choices, setting
from app.states import Clock, TicketKind, TicketLevel
from app.work import Work
from ui.complaints.intake_fields import IntakeFields
from ui.complaints.similar_panel import SimilarPanel
from ui.customers.files import BY_DIALOG, Paths, read_file
from ui.desk import Desk
from ui.messages import Action, Tone
from ui.theme import GAP
from ui.widgets.choice import Choice
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, Surface, button, heading

SEARCHED = {"who", "phone", "vehicle_id", "category_id", "matter", "kind"}
Limits = Mapping[tuple[TicketKind, str, Clock], int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the fields offer, as the branch has it."""

    choices: Choices
    categories: tuple[Category, ...]
    people: tuple[Colleague, ...]
    limits: Limits
    severity: str
    repeats: int


class IntakeView(QWidget):
    """`ticket_wanted` carries the id of a ticket to look at."""

    ticket_wanted = Signal(object)

    def __init__(self, desk: Desk, paths: Paths = BY_DIALOG) -> None:
        super().__init__()
        self.desk = desk
        self._paths = paths
        self._ground: Ground | None = None
        self._files: list[Path] = []
        self._is_saving = False
        self.fields = IntakeFields(desk.tasks)
        self.form = self.fields.form
        self.beside = SimilarPanel()
        self.take_button = PrimaryButton(self.tr("Take the ticket  F9"), "complaints")
        self.files_button = button(self.tr("Evidence…  F4"), "attach")
        self.anew_button = button(self.tr("Start anew  Ctrl+D"))
        self._lay_out()
        self._connect()
        self._empty()

    # What the page uses ---------------------------------------------------------------------------

    def reload(self) -> None:
        self.desk.tasks.read(self, _read_ground, self._show_ground)

    def focus_first(self) -> None:
        self.fields.who.go()

    def can_leave(self) -> bool:
        return True

    def has_unsaved(self) -> bool:
        return self.form.is_edited or bool(self._files)

    def open_subject(self, subject: object) -> None:
        """The id of a customer who complains."""
        if isinstance(subject, UUID) and not self.form["matter"].is_edited:
            self.desk.tasks.read(self, lambda work: open_card(work, subject), self._show_customer)

    def save(self) -> None:
        """F9."""
        if self._is_saving or not self.form.check():
            return
        new, files = self._typed(), tuple(self._files)
        self._set_saving(True)
        self.desk.tasks.change(
            self,
            lambda work: _take(work, new, files),
            self._on_taken,
            self._on_refused,
            always=lambda: self._set_saving(False),
        )

    # Typing ---------------------------------------------------------------------------------------

    def _on_edited(self, name: str) -> None:
        if name == "kind":
            self.fields.show_kind(self.form["kind"].value() or TicketKind.COMPLAINT)
        if name in ("kind", "severity_code", "grave_code"):
            self._show_limits()
        if name == "category_id":
            self._suggest()
        if name in SEARCHED:
            self._look_for_similar()

    def _on_committed(self, name: str) -> None:
        customer_id = self.fields.who.value()
        if name == "who" and customer_id is not None:
            self.desk.tasks.read(self, lambda work: open_card(work, customer_id), self._show_customer)

    def _show_customer(self, card: Card) -> None:
        """Name, phone and vehicles of a card; what was typed meanwhile stays."""
        self.fields.who.show_customer(card.id, card.name)
        self.fields.who.check()
        vehicles = [
            Choice(
                value=row.id,
                text=" ".join(str(row.values.get(key) or "") for key in ("plate", "model")).strip(),
            )
            for row in card.vehicles
        ]
        self.form["vehicle_id"].set_choices(vehicles)  # type: ignore[attr-defined]
        main = next(iter(card.phones), None)
        if main is not None and not self.form["phone"].is_edited:
            self.form["phone"].type_text(str(main.values.get("shown") or main.values.get("number") or ""))  # type: ignore[attr-defined]
        self._look_for_similar()
        self.form["matter"].go()

    def _suggest(self) -> None:
        """What the category suggests, where nobody chose otherwise."""
        ground, chosen = self._ground, self.form["category_id"].value()
        category = next((one for one in ground.categories if one.id == chosen), None) if ground else None
        if category is None:
            return
        if category.severity_code and not self.form["severity_code"].is_edited:
            self.form["severity_code"].pick(category.severity_code)  # type: ignore[attr-defined]
        if category.department_code and self.form["department"].value() is None:
            self.form["department"].set_hint(
                self.tr("suggested: {department}").format(
                    department=self._department(category.department_code)
                )
            )

    def _department(self, code: str) -> str:
        from app.states import ChoiceList
        from ui.i18n import spoken

        entries = self._ground.choices[ChoiceList.DEPARTMENT] if self._ground else ()
        return next((entry.text(spoken().value) for entry in entries if entry.code == code), code)

    def _look_for_similar(self) -> None:
        taken = self._taken()
        self.desk.tasks.search(
            self, lambda work: (similar_tickets(work, taken), on_one_matter(work, taken)), self._show_similar
        )

    def _taken(self) -> Taken:
        try:
            phone = self.form["phone"].value()
        except UserError:
            phone = None
        return Taken(
            kind=self.form["kind"].value() or TicketKind.COMPLAINT,
            customer_id=self.fields.who.value(),
            phone="" if phone is None else phone.number,
            vehicle_id=self.form["vehicle_id"].value(),
            category_id=self.form["category_id"].value(),
            matter=self.form["matter"].edit.toPlainText().strip(),  # type: ignore[attr-defined]
        )

    def _show_similar(self, answer: tuple[tuple[Similar, ...], int]) -> None:
        found, alike = answer
        most = self._ground.repeats if self._ground else 3
        is_complaint = self.form["kind"].value() is TicketKind.COMPLAINT
        self.beside.show_similar(found, escalates=is_complaint and alike + 1 >= most)

    def _show_limits(self) -> None:
        if self._ground is None:
            return
        kind = self.form["kind"].value() or TicketKind.COMPLAINT
        grave = self.form["grave_code"].value()
        severity = "critical" if grave else self.form["severity_code"].value() or self._ground.severity
        found = {
            clock: self._ground.limits[kind, severity, clock]
            for clock in Clock
            if (kind, severity, clock) in self._ground.limits
        }
        self.beside.show_limits(found)

    # Saving ---------------------------------------------------------------------------------------

    def _typed(self) -> NewTicket:
        typed = self.form.values()
        kind = typed["kind"] or TicketKind.COMPLAINT
        full = kind is TicketKind.COMPLAINT
        phone = typed["phone"]
        return NewTicket(
            kind=kind,
            customer_id=typed["who"],
            complainant=self.fields.who.name_typed,
            phone="" if phone is None else phone.shown,
            channel_code=typed["channel_code"] or "phone",
            matter=typed["matter"] or "",
            wish_code=typed["wish_code"] if full else None,
            wish=(typed["wish"] or "") if full else "",
            category_id=typed["category_id"],
            nature_code=typed["nature_code"] if full else None,
            severity_code=typed["severity_code"] or "",
            grave_code=typed["grave_code"] if full else None,
            amount=typed["amount"] if full else None,
            vehicle_id=typed["vehicle_id"],
            order_no=typed["order_no"] or "",
            fair=typed["fair"] or "",
            happened_on=typed["happened_on"],
            answered=typed["answered"] or "",
            form_serial=typed["form_serial"] or "",
            department=typed["department"] or "",
            handler_id=typed["handler_id"],
        )

    def _on_taken(self, opened: Opened) -> None:
        self._empty()
        look = Action(text=self.tr("Look at it"), run=lambda: self.ticket_wanted.emit(opened.id))
        said = self.tr("Taken as {number}").format(number=opened.number)
        if opened.level is TicketLevel.ORDINARY:
            self.desk.messages.say(said, look)
        elif opened.level is TicketLevel.GRAVE:
            told = self.tr("Grave: the manager and headquarters are told at once.")
            self.desk.messages.say(said, look, tone=Tone.WARNING, detail=told)
        else:
            told = self.tr("Escalated: %n ticket(s) on this matter.", "", opened.repeats)
            self.desk.messages.say(said, look, tone=Tone.WARNING, detail=told)
        self.focus_first()

    def _on_refused(self, error: UserError) -> object:
        field = {"complainant": "who", "serial": "form_serial"}.get(str(error.facts.get("field", "")))
        if field is not None:
            error = UserError(error.code, **{**error.facts, "field": field})
        return self.form.show_error(error)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.take_button.setEnabled(not is_saving)

    def _empty(self) -> None:
        severity = self._ground.severity if self._ground else "normal"
        self.form.fill({"kind": TicketKind.COMPLAINT, "channel_code": "phone", "severity_code": severity})
        self._files = []
        self._tell_files()
        self.fields.show_kind(TicketKind.COMPLAINT)
        self.form["department"].set_hint("")
        self.beside.show_similar((), escalates=False)
        self._show_limits()

    def start_anew(self) -> None:
        """Empty the form for the next caller, with a way back to what was typed."""
        if not self.has_unsaved():
            self._empty()
            self.focus_first()
            return
        typed, files = self._readable(), list(self._files)
        who, name = self.fields.who.value(), self.fields.who.name_typed
        self._empty()
        self.focus_first()

        def restore() -> None:
            for field, value in typed.items():
                self.form[field].set_value(value)
            if who is not None:
                self.fields.who.show_customer(who, name)
            else:
                self.fields.who.edit.setText(name)
            self.fields.show_kind(self.form["kind"].value() or TicketKind.COMPLAINT)
            self.form["matter"].edit.typed.emit()  # type: ignore[attr-defined]
            self._files = files
            self._tell_files()

        self.desk.messages.say(self.tr("Page emptied"), Action(text=self.tr("Undo"), run=restore))

    def _readable(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, field in self.form.fields.items():
            try:
                found[name] = field.value() if name != "who" else None
            except UserError:
                continue
        return found

    def _add_files(self) -> None:
        self._files += self._paths.to_attach(self, self.tr("Evidence"))
        self._tell_files()

    def _tell_files(self) -> None:
        count = len(self._files)
        self.files_button.setText(
            self.tr("Evidence (%n file(s))…", "", count) if count else self.tr("Evidence…  F4")
        )

    def _show_ground(self, ground: Ground) -> None:
        self._ground = ground
        self.fields.use(ground.choices, ground.categories, ground.people)
        if not self.form.is_edited:
            self._empty()
        self._show_limits()

    # Making ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        scroll = ScrollColumn()
        scroll.column.setContentsMargins(0, 0, GAP, 0)
        scroll.column.addWidget(self.fields)
        scroll.column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.take_button)
        foot.addWidget(self.files_button)
        foot.addStretch(1)
        foot.addWidget(self.anew_button)
        card = Surface()
        card.column.addWidget(heading(self.tr("Take a complaint, an inquiry or a suggestion")))
        card.column.addWidget(scroll, 1)
        card.column.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(card, 1)
        row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self.form.committed.connect(self._on_committed)
        self.form.finished.connect(self.take_button.setFocus)
        self.take_button.clicked.connect(self.save)
        self.files_button.clicked.connect(self._add_files)
        self.anew_button.clicked.connect(self.start_anew)
        self.beside.wanted.connect(self.ticket_wanted)
        for key, run in (("F4", self._add_files), ("Ctrl+D", self.start_anew)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)


def _read_ground(work: Work) -> Ground:
    return Ground(
        choices=all_choices(work),
        categories=read_categories(work),
        people=colleagues(work),
        limits=limits_of(work, work.actor.branch_id),
        severity=str(setting(work, "ticket-default-severity")),
        repeats=int(setting(work, "ticket-repeat-count")),
    )


def _take(work: Work, new: NewTicket, files: tuple[Path, ...]) -> Opened:
    read = [(path.name, read_file(path)) for path in files]
    opened = open_ticket(work, new)
    if read:
        add_files(work, opened.id, read)
    return opened
