"""The calendar brought to life: one reading of the days in sight, the cursor, and what is done from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.followups.calendar_sheet import CalendarSheet, SheetWish, read_sheet
from app.followups.quick_entry import Person, QuickEntry
from app.followups.records import Item, ItemKey, ItemKind, Scope
from app.states import Permission, StepState
from ui.customers.slots import local_today
from ui.desk import Desk
from ui.followups.days_model import DayFacts
from ui.followups.doing import Doing
from ui.followups.frame import CalendarFrame
from ui.followups.handing import Handing
from ui.followups.labels import MARK_OF, spoken, spoken_day
from ui.followups.moving import Carrier
from ui.followups.notices import Notices
from ui.followups.periods import ViewKind, shown_days, stepped
from ui.followups.phone_calendar import PhoneCalendar
from ui.followups.places import Place
from ui.i18n import Language

if TYPE_CHECKING:
    from ui.followups.appointment_panel import AppointmentPanel
    from ui.followups.result_side import ResultSide

CUSTOMERS = "customers"


class CalendarView(CalendarFrame):
    """`sheet` is the last reading."""

    visit_wanted = Signal(object)  # id of its follow-up: its result is entered on the form of the visit

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.person: UUID | None = desk.tasks.actor.account_id
        self.sheet: CalendarSheet | None = None
        self.days.speak_day = lambda day, count: spoken_day(day, count, self.days.facts_of(day))
        self.days.speak_item = spoken
        self.doing = Doing(desk, self)
        self.doing.is_rest_day = lambda day: not self.days.facts_of(day).is_working
        self.carrier = Carrier(self, lambda: self.canvas)
        self._result: ResultSide | None = None
        self._appointment: AppointmentPanel | None = None
        self._facts: dict[date, DayFacts] = {}
        self.phone = PhoneCalendar(desk, self)
        self.handing = Handing(desk, self.load, self)
        self.toolbar.can_see_load = self.handing.is_allowed
        self.notices = Notices(
            self.bar,
            self.carrier,
            self.days,
            self.focus_first,
            lambda: desk.navigation.open("settings", "holidays"),
        )
        self._going_to: tuple[ItemKey, date] | None = None
        self._connect()
        self._show_days(())

    # What the window asks -------------------------------------------------------------------------

    def reload(self) -> None:
        days = shown_days(self.kind, self.cursor_at.day)
        wish = SheetWish(
            first=days[0],
            last=days[-1],
            scope=Scope(person=self.person),
            language=self._language,
        )
        self.desk.tasks.search(
            self, lambda work: read_sheet(work, wish), lambda sheet: self._show(days, sheet)
        )

    @property
    def _language(self) -> str:
        return "en" if self.desk.screen.language is Language.ENGLISH else "zh"

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, date):
            self.go_to(subject)
        elif isinstance(subject, tuple) and len(subject) == 2 and isinstance(subject[1], date):
            self.go_to(subject[1], subject[0])  # an item's key and its day

    def focus_first(self) -> None:
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def can_leave(self) -> bool:
        self.carrier.cancel()
        return True

    # Showing --------------------------------------------------------------------------------------

    def _show(self, days: tuple[date, ...], sheet: CalendarSheet) -> None:
        if days != shown_days(self.kind, self.cursor_at.day):
            return  # turned on meanwhile; the next answer is under way
        self.sheet = sheet
        if self._going_to is not None:
            key, day = self._going_to
            self._going_to = None
            self.cursor_at.go(day, key)
        self._facts = {
            day: DayFacts(
                lunar=signs.lunar,
                festival=signs.festival,
                special=signs.special,
                mark=None if signs.kind is None else MARK_OF[signs.kind],
                is_working=signs.is_working,
            )
            for day, signs in sheet.signs.items()
        }
        self._fill(days, sheet)
        self._show_people(sheet)
        self.handing.reload(sheet.people, days, sheet.today)
        self._show_chosen()
        self.carrier.show_again()
        self.notices.show(self.sheet)

    def _fill(self, days: tuple[date, ...], sheet: CalendarSheet) -> None:
        """Views and rail with the kinds chosen in the toolbar."""
        self.days.show(days, self._wanted(sheet.items), self._facts, sheet.today)
        self.rail.show_lists(*map(self._wanted, (sheet.overdue, sheet.due_today, sheet.unplanned)))

    def _wanted(self, items: Sequence[Item]) -> list[Item]:
        kinds, with_closed = self.toolbar.wanted_kinds, self.toolbar.closed.isChecked()
        return [
            item for item in items if item.key.kind in kinds and (with_closed or item.state is StepState.OPEN)
        ]

    def _on_filter(self) -> None:
        if self.sheet is not None:
            self._fill(self.days.days, self.sheet)
            self._show_chosen()

    def _show_people(self, sheet: CalendarSheet) -> None:
        own = self.desk.tasks.actor.account_id
        names = [(key, self.tr("Mine") if key == own else name) for key, name in sheet.people]
        can_all = self.desk.tasks.actor.may(Permission.ASSIGN_WORK)
        whose = [*names[:1], (None, self.tr("Whole branch")), *names[1:]] if can_all else names
        self.toolbar.show_people(whose, self.person)
        self.panel.card.show_people(
            [*sheet.people, (None, self.tr("nobody in particular"))] if can_all else ()
        )

    def _show_days(self, items: Sequence[Item]) -> None:
        """The frame of another period at once; its items follow."""
        days = shown_days(self.kind, self.cursor_at.day)
        self.days.show(days, items, self.days.facts, local_today())
        self.toolbar.show_period(self.kind, self.cursor_at.day, days)
        self._show_chosen()

    def _show_chosen(self) -> None:
        day, item = self.cursor_at.day, self.current_item()
        self.panel.show_day(day, self.days.facts_of(day), self.days.items_on(day), item)
        self.panel.empty.setVisible(self.sheet is not None and not self.days.items_on(day))
        self.entry.show_place(day, self.cursor_at.minute if item is None else None)

    def current_item(self) -> Item | None:
        """The item of the cursor, on its day or in the lists of the rail."""
        key = self.cursor_at.key
        found = self.days.find(self.cursor_at.day, key)
        if found is None and key is not None and self.sheet is not None:
            lists = (self.sheet.overdue, self.sheet.due_today, self.sheet.unplanned)
            found = next((item for items in lists for item in items if item.key == key), None)
        return found

    # Going ----------------------------------------------------------------------------------------

    def show_view(self, kind: ViewKind) -> None:
        """Another view of the same day."""
        had_focus = self.canvas.hasFocus()
        self.carrier.cancel()
        self.kind = kind
        self.stack.setCurrentWidget(self.canvas)
        self._show_days(self._wanted(self.sheet.items) if self.sheet is not None else [])
        self.canvas.bring_into_sight()
        if had_focus or self.toolbar.isAncestorOf(self.focusWidget()):
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def go_to(self, day: date, key: ItemKey | None = None) -> None:
        """Put the cursor on a day, turning the page where it is not in sight."""
        is_shown = self.days.row_of(day) >= 0
        self.cursor_at.go(day, key)
        if not is_shown:
            self._show_days(self._wanted(self.sheet.items) if self.sheet is not None else [])
            self.reload()

    def page_by(self, by: int) -> None:
        self.go_to(stepped(self.kind, self.cursor_at.day, by))

    def _on_cursor(self) -> None:
        if self.days.row_of(self.cursor_at.day) < 0:
            self._show_days(self._wanted(self.sheet.items) if self.sheet is not None else [])
            self.reload()
        self.toolbar.show_period(self.kind, self.cursor_at.day, self.days.days)
        self._show_chosen()

    def _on_went(self, key: ItemKey, day: date) -> None:
        """After a change the cursor follows what was changed, once it has been read."""
        self._going_to = (key, day)
        self.reload()

    def open_day(self, day: date) -> None:
        self.cursor_at.go(day)
        self.show_view(ViewKind.DAY)

    def show_load(self, shown: bool) -> None:
        """Open or close the strip of the workload."""
        self.load.setVisible(shown)
        if self.sheet is not None:
            self.handing.reload(self.sheet.people, self.days.days, self.sheet.today)

    def _on_person(self, person: UUID | None) -> None:
        self.person = person
        self.reload()

    # Deeds ----------------------------------------------------------------------------------------

    def pick_up(self, item: Item) -> None:
        """M: carry by keys."""
        day = item.due_on if self.days.row_of(item.due_on) >= 0 else self.cursor_at.day
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.carrier.pick_up(item, max(day, local_today()))

    def _on_dropped(self, item: Item, place: Place) -> None:
        keep_time = not self.canvas.has_hours
        if item.is_recurring:
            self.notices.ask_which(
                self.tr("Move {what}:").format(what=item.title),
                lambda which: self.doing.move(item, place, keep_time=keep_time, which=which),
            )
        else:
            self.doing.move(item, place, keep_time=keep_time)

    def _on_cancelled(self, item: Item, reason: str) -> None:
        if item.key.kind is not ItemKind.APPOINTMENT:
            self.doing.cancel(item, reason)
        elif item.is_recurring:
            self.notices.ask_which(
                self.tr("Call {what} off:").format(what=item.title),
                lambda which: self.doing.cancel_appointment(item, which),
            )
        else:
            self.doing.cancel_appointment(item)

    def _on_drag(self, item: Item, point: QPoint) -> None:
        if item.state.value == "open" and item.key.kind is not ItemKind.CARE:
            self.carrier.drag(item, point)

    def _on_opened(self, item: Item) -> None:
        """Enter or a double click on an item: to what can be done with it."""
        self._on_chosen_in_list(item)
        card = self.panel.card
        target = card.result if card.result.isVisibleTo(self) else card.card_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def record_result(self, item: Item) -> None:
        """Write down what came of it, beside the views."""
        if item.key.kind is ItemKind.VISIT:
            self.visit_wanted.emit(item.key.id)
            return
        if self._result is None:
            from ui.followups.result_side import ResultSide

            self._result = ResultSide(self.desk)
            self._result.left.connect(self.leave_result)
            self._result.panel.card_wanted.connect(self._open_card)
        self.show_side(self._result)
        self._result.show_item(item)

    def leave_result(self) -> None:
        """Back to the day beside the views."""
        self.show_side(self.panel)
        self.focus_first()

    def new_appointment(self) -> None:
        """Enter one on the day of the cursor, beside the views."""
        self._appointment_side().begin(self.cursor_at.day, self.cursor_at.minute)

    def edit_appointment(self, item: Item) -> None:
        """Change one, or the whole of a series, beside the views."""
        self._appointment_side().open_item(item.key)

    def _appointment_side(self) -> AppointmentPanel:
        if self._appointment is None:
            from ui.followups.appointment_panel import AppointmentPanel

            self._appointment = AppointmentPanel(self.desk)
            self._appointment.left.connect(self.leave_result)
            self._appointment.saved.connect(self._on_went)
        self._appointment.show_people(self.sheet.people if self.sheet is not None else ())
        self.show_side(self._appointment)
        return self._appointment

    def _open_card(self, customer_id: UUID) -> None:
        self.desk.navigation.open(CUSTOMERS, customer_id)

    def _on_chosen_in_list(self, item: Item) -> None:
        self.cursor_at.go(item.due_on if self.days.row_of(item.due_on) >= 0 else self.cursor_at.day, item.key)

    def _on_command(self, item: Item, letter: str) -> None:
        self._on_chosen_in_list(item)
        self.panel.card.obey(letter)

    def _on_entered(self, entry: QuickEntry, person: Person | None) -> None:
        day = self.cursor_at.day
        if person is None or entry.unit is not None:
            self.doing.appoint(entry, person, day, self._on_created, self.entry.refuse)
        else:
            matter = entry.matter or self.tr("Follow-up")
            whole = QuickEntry(minute=entry.minute, minutes=entry.minutes, who=entry.who, matter=matter)
            self.doing.create(whole, person, day, self._on_created, self.entry.refuse)

    def _on_created(self) -> None:
        self.entry.clear()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_assigned(self, item: Item, account_id: UUID | None) -> None:
        people = dict(self.sheet.people) if self.sheet is not None else {}
        name = people.get(account_id, "") if account_id is not None else self.tr("nobody in particular")
        self.doing.assign(item, account_id, name)

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText("".join(text.split()))
        self.desk.messages.say(self.tr("Copied: {text}").format(text=text))

    def _connect(self) -> None:
        self.cursor_at.changed.connect(self._on_cursor)
        bar = self.toolbar
        bar.view_wanted.connect(self.show_view)
        bar.paged.connect(self.page_by)
        bar.today_wanted.connect(lambda: self.go_to(local_today()))
        bar.person_wanted.connect(self._on_person)
        bar.export_wanted.connect(lambda: self.phone.give_out(self.person, self._language))
        bar.import_wanted.connect(self.phone.take_in)
        self.entry.form_wanted.connect(self.new_appointment)
        bar.load_wanted.connect(self.show_load)
        self.load.day_chosen.connect(self.open_day)
        bar.filter_changed.connect(self._on_filter)
        for view in self.views.values():
            view.item_opened.connect(self._on_opened)
            view.day_opened.connect(self.open_day)
            view.typed.connect(self.entry.begin)
            view.composed.connect(self.entry.compose)
            view.pick_up_wanted.connect(self.pick_up)
            view.command_wanted.connect(self._on_command)
            view.drag_begun.connect(self._on_drag)
            view.paged.connect(self.page_by)
            view.today_wanted.connect(lambda: self.go_to(local_today()))
        for source in (self.rail, self.panel.list):
            source.chosen.connect(self._on_chosen_in_list)
            source.opened.connect(self._on_opened)
            source.pick_up_wanted.connect(self.pick_up)
            source.command_wanted.connect(self._on_command)
            source.drag_begun.connect(self._on_drag)
        self.entry.entered.connect(self._on_entered)
        self.entry.escaped.connect(self.focus_first)
        self.doing.went.connect(self._on_went)
        self.doing.refused.connect(self.reload)
        self.carrier.changed.connect(lambda: self.notices.show(self.sheet))
        self.carrier.ended.connect(lambda: self.notices.show(self.sheet))
        self.carrier.dropped.connect(self._on_dropped)
        self.carrier.page_wanted.connect(self.page_by)
        self.carrier.day_wanted.connect(self.go_to)
        self._connect_card()
        self._connect_keys()

    def _connect_card(self) -> None:
        card = self.panel.card
        card.result_wanted.connect(self.record_result)
        card.move_wanted.connect(self.pick_up)
        card.card_wanted.connect(lambda item: self.doing.open_subject(item, self.sheet))
        card.copied.connect(self._copy)
        card.assigned.connect(self._on_assigned)
        card.cancelled.connect(self._on_cancelled)
        card.reopened.connect(self.doing.reopen)
        card.edit_wanted.connect(self.edit_appointment)

    def _connect_keys(self) -> None:
        new = QShortcut(QKeySequence("Ctrl+N"), self)
        new.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        new.activated.connect(self.new_appointment)
        for number, kind in enumerate(self.views, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda kind=kind: self.show_view(kind))
