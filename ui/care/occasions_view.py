"""The occasions of the coming days: which, who, and what is said to them; nothing here is done twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from app.care.allowed import WhyNot
from app.care.due import Due
from app.care.gifts import GiftDraft
from app.care.lines import read_lines
from app.care.occasions import judge, people_of
from app.care.records import CareGroup, CareKey, CareLine, People
from app.care.services import explain_due
from app.care.templates import Filled, TemplateRecord, preview, templates_alone, templates_for
from app.states import Occasion
from app.work import Work
from ui.care.compose import Compose
from ui.care.days_panel import DaysPanel
from ui.care.doing import Doing
from ui.care.handing import Handing, Order
from ui.care.labels import about_text, comma, day_text, group_title, last_time_text, state_text
from ui.care.people_table import CheckedModel, PeopleTable
from ui.desk import Desk
from ui.labels import label
from ui.tasks import Ticket
from ui.widgets.paged_model import Column, PackedIds
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import Surface, heading, quiet


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """One occasion with its templates, the one in use, and its people."""

    key: CareKey
    templates: tuple[TemplateRecord, ...]
    template: TemplateRecord | None
    people: People


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """One person looked at: the row, the message for them, and when their car is due and why."""

    line: CareLine | None = None
    filled: Filled | None = None
    due: Due | None = None


class OccasionsView(QWidget):
    """Left the occasions, in the middle who, right what; Tab goes from one to the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group: CareGroup | None = None
        self._alone: UUID | None = None
        self._people = People()
        self._line: CareLine | None = None
        self._used: dict[tuple[Occasion, str | None], UUID] = {}
        self._opening: Ticket | None = None
        self._previewing: Ticket | None = None
        self.days = DaysPanel(desk)
        self.model = CheckedModel(desk.tasks, self._columns(), fetch=self._fetch, parent=self)
        self.table = PeopleTable(self.model)
        self.compose = Compose()
        self.handing = Handing(desk, self)
        self.doing = Doing(desk, self.compose, self)
        self.title = heading("")
        self.counted = QLabel()
        self.counted.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.why = quiet("")
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # What the page uses -------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the days anew; the occasion looked at stays."""
        self.days.reload(None if self._group is None else self._group.key)

    def go_to(self, key: CareKey) -> None:
        """Show an occasion of any day: what Today and the calendar open."""
        self._alone = None
        self._group = CareGroup(key=key, count=1, done=0)
        self.days.go_to(key)

    def write_to(self, customer_id: UUID) -> None:
        """Offer a message to one customer, whatever the day."""
        self._alone = customer_id
        today = self.days.today or date.today()  # noqa: DTZ011 - only before the first reading
        self._open(CareGroup(key=CareKey(occasion=Occasion.THANKS, on=today), count=1, done=0))

    def save(self) -> None:
        """The strong button of the way in use."""
        for strong in (self.compose.mail, self.compose.list):
            if not strong.isHidden() and strong.isEnabled():
                strong.click()
                return

    def focus_first(self) -> None:
        self.days.focus_first()

    # Reading ------------------------------------------------------------------------------------

    def _on_days(self, group: CareGroup | None) -> None:
        if self._alone is not None and self._group is not None:
            self._open(self._group)
        elif group is None:
            self._group = None
            self._stack.setCurrentWidget(self._quiet_days)
        else:
            self._open(group)

    def _on_group(self, group: CareGroup) -> None:
        self._alone = None
        self._open(group)

    def _open(self, group: CareGroup) -> None:
        is_same = self._group is not None and self._group.key == group.key
        self._group = group
        if not is_same:
            self.compose.close_prompts()
            self._stack.setCurrentWidget(self._loading)
        used = self._used.get((group.key.occasion, group.key.code))
        scope, key, alone = self.days.scope(), group.key, self._alone

        def read(work: Work) -> Opened:
            templates = (
                templates_for(work, key.occasion, key.code) if alone is None else templates_alone(work)
            )
            chosen = next((known for known in templates if known.id == used), None)
            template = chosen or (templates[0] if templates else None)
            way = None if template is None else template.way
            if alone is None:
                return Opened(
                    key=key, templates=templates, template=template, people=people_of(work, scope, key, way)
                )
            on = CareKey(occasion=key.occasion if template is None else template.occasion, on=key.on)
            return Opened(
                key=on, templates=templates, template=template, people=judge(work, on, [alone], way)
            )

        if self._opening is not None:
            self._opening.cancel()
        self._opening = self._desk.tasks.read(self, read, lambda opened: self._on_opened(opened, is_same))

    def _on_opened(self, opened: Opened, is_same: bool) -> None:
        group = self._group
        if group is None:
            return
        if self._alone is not None:
            self._group = CareGroup(key=opened.key, count=1, done=0)
        people = opened.people
        ids = PackedIds(people.ready + people.done + people.refused)
        locked = frozenset(PackedIds(people.done + people.refused))
        current = self.table.current_id() if is_same else None
        self._people = people
        self.model.show_people(ids, locked, keep=is_same)
        self.compose.show_templates(opened.templates, None if opened.template is None else opened.template.id)
        self._show_title()
        self._stack.setCurrentWidget(self._body if ids else self._nobody)
        if ids:
            self.table.go_to(max(ids.place_of(current) if current is not None else 0, 0))
        self._preview()

    def _show_title(self) -> None:
        group = self._group
        if group is None:
            return
        name = group_title(group, self._desk.screen.language)
        self.title.setText(f"{name} · {day_text(group.key.on, self.days.today)}")
        self.compose.call_matter = name
        self.why.setText(self._why_text())
        self.why.setVisible(bool(self.why.text()))

    def _why_text(self) -> str:
        if not self._people.is_judged:
            return self.tr("Who may not be greeted is left out as the messages are made.")
        if not self._people.why:
            return ""
        order = sorted(self._people.why.items(), key=lambda item: -item[1])
        reasons = comma().join(f"{label(WhyNot(why))} {count:,}" for why, count in order)
        return self.tr("Left out: {why}").format(why=reasons)

    def _fetch(self, work: Work, ids: Sequence[UUID]) -> list[CareLine]:
        group, template = self._group, self.compose.chosen()
        if group is None:
            return []
        return read_lines(work, group.key, ids, None if template is None else template.way)

    # The person shown ---------------------------------------------------------------------------

    def _preview(self) -> None:
        group, template, subject = self._group, self.compose.chosen(), self.table.current_id()
        if group is None or subject is None:
            self.compose.show_person(None, None, "")
            self._show_chosen()
            return
        key, festival = group.key, group.title_zh
        way = None if template is None else template.way

        def read(work: Work) -> Looked:
            lines = read_lines(work, key, [subject], way)
            if not lines:
                return Looked()
            car = lines[0].about.vehicle_id
            filled = () if template is None else preview(work, template, [lines[0].about], festival=festival)
            return Looked(
                line=lines[0],
                filled=filled[0] if filled else None,
                due=None if car is None else explain_due(work, car),
            )

        if self._previewing is not None:
            self._previewing.cancel()
        self._previewing = self._desk.tasks.read(self, read, self._on_preview)

    def _on_preview(self, looked: Looked) -> None:
        line = looked.line
        self._line = line
        place = f"{self.table.currentIndex().row() + 1:,}/{len(self.model.ids):,}"
        may_see = line is not None and line.why_not is None
        self.compose.show_person(line, looked.filled if may_see else None, place)
        self.compose.show_due(looked.due)
        self._show_chosen()

    def _show_chosen(self) -> None:
        count = self.model.checked_count()
        self.counted.setText(self.tr("%n chosen", "", count))
        line = self._line
        is_free = line is not None and line.why_not is None and line.done_how is None
        self.compose.show_chosen(count, is_person_allowed=is_free)

    def _step(self, step: int) -> None:
        place = self.table.currentIndex().row() + step
        if 0 <= place < len(self.model.ids):
            self.table.go_to(place)

    # What is done -------------------------------------------------------------------------------

    def _order(self, subjects: Sequence[UUID]) -> Order | None:
        group, template = self._group, self.compose.chosen()
        if group is None or template is None or not subjects:
            return None
        return Order(key=group.key, template_id=template.id, subjects=subjects)

    def _one(self) -> list[UUID]:
        current = self.table.current_id()
        return [] if current is None else [current]

    def _mail(self) -> None:
        order = self._order(self._one())
        if order is not None:
            self.handing.mail(order)

    def _copy(self) -> None:
        order = self._order(self._one())
        if order is not None:
            self.handing.copy(order)

    def _list(self) -> None:
        order = self._order(list(self.model.checked_ids()))
        if order is not None:
            self.handing.ask_list(order)

    def _files(self) -> None:
        order = self._order(list(self.model.checked_ids()))
        if order is not None:
            self.handing.ask_folder(order)

    def _on_gift(self, draft: GiftDraft) -> None:
        if self._group is not None:
            self.doing.give(self._group.key, list(self.model.checked_ids()), draft)

    def _on_skip(self, reason: str) -> None:
        if self._group is not None:
            self.doing.skip(self._group.key, list(self.model.checked_ids()), reason)

    def _on_call(self, told: tuple[str, str]) -> None:
        if self._group is not None and self._line is not None:
            self.doing.call(self._group.key, self._line, told)

    def _on_template(self, template: TemplateRecord) -> None:
        group = self._group
        if group is None:
            return
        self._used[(group.key.occasion, group.key.code)] = template.id
        if self._alone is not None:
            self._used[(Occasion.THANKS, None)] = template.id
            self._group = CareGroup(key=CareKey(occasion=Occasion.THANKS, on=group.key.on), count=1, done=0)
        self._open(self._group or group)

    # Building -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column[CareLine]]:
        return [
            Column(title="", text=lambda _line: "", width=36),
            Column(title=self.tr("Name"), text=_name, width=124, hint=_name),
            Column(title=self.tr("Details"), text=self._about, width=212, hint=self._about),
            Column(title=self.tr("State"), text=state_text, width=98, hint=state_text),
            Column(
                title=self.tr("Last time"),
                text=lambda line: last_time_text(line.last_time),
                width=80,
                hint=lambda line: last_time_text(line.last_time),
            ),
        ]

    def _about(self, line: CareLine) -> str:
        return "" if self._group is None else about_text(self._group.key, line)

    def _connect(self) -> None:
        self.days.picked.connect(self._on_group)
        self.days.shown.connect(self._on_days)
        self.doing.done.connect(self.table.setFocus)
        self.model.checks_changed.connect(lambda _count: self._show_chosen())
        self.table.current_changed.connect(lambda _id: self._preview())
        self.table.opened.connect(lambda _id: self._open_card())
        compose = self.compose
        compose.template_picked.connect(self._on_template)
        compose.step_wanted.connect(self._step)
        compose.card_wanted.connect(self._open_card)
        for wanted, act in (
            (compose.mail_wanted, self._mail),
            (compose.copy_wanted, self._copy),
            (compose.list_wanted, self._list),
            (compose.files_wanted, self._files),
        ):
            wanted.connect(act)
        compose.gift_prompt.given.connect(self._on_gift)
        compose.skip_prompt.given.connect(self._on_skip)
        compose.call_prompt.given.connect(self._on_call)

    def _open_card(self) -> None:
        if self._line is not None:
            self._desk.navigation.open("customers", self._line.about.recipient.customer_id)

    def _build(self) -> None:
        self.table.setAccessibleName(self.tr("People of this occasion"))
        self._quiet_days = EmptyState(
            "gift",
            self.tr("Nothing in these days"),
            self.tr("No birthday, festival or service is due. Look at other days."),
        )
        self._nobody = EmptyState(
            "customers",
            self.tr("Nobody to greet"),
            self.tr("No customer is concerned by this occasion any more."),
        )
        self._loading = Loading(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.days)
        row.addWidget(self._right_side(), 1)

    def _right_side(self) -> QWidget:
        people = Surface()
        people.column.setContentsMargins(1, 8, 1, 4)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.counted)
        people.column.addLayout(head)
        why = QHBoxLayout()
        why.setContentsMargins(12, 0, 12, 0)
        why.addWidget(self.why)
        people.column.addLayout(why)
        people.column.addWidget(self.table, 1)
        compose = Surface()
        compose.column.addWidget(self.compose)
        compose.setFixedWidth(372)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(people, 1)
        row.addWidget(compose)
        for view in (self._loading, self._body, self._nobody, self._quiet_days):
            self._stack.addWidget(view)
        return self._stack


def _name(line: CareLine) -> str:
    return f"{line.name}（{line.firm}）" if line.about.recipient.person_id else line.name
