"""C7: a calendar file read back: what was moved on the phone is moved here, what is foreign becomes an appointment.

Reading the same file twice changes nothing the second time. One of our items is found by its UID, a foreign event by
its own, which is kept. What was called off in the calendar is told and not called off here by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from app.errors import UserError
from app.exchange.icalendar import CalendarEvent
from app.exchange.icalendar_reading import read_events
from app.followups.dates.calendar_files import DOMAIN, ROW_UID, STEP_UID, place_text
from app.followups.dates.calendar_series import Outcome, take_series
from app.followups.dates.zones import own_zone_name
from app.followups.items import open_item
from app.followups.planning import Moved, move_item
from app.followups.records import Item, ItemKey, ItemKind
from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import OriginKind
from db.models.followups import FollowUp, StepState

TITLE_SHOWN = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class RefusedEvent:
    """An event that was not taken over, and why."""

    title: str
    on: date | None
    error: UserError


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarResult:
    """What came of a file; `past` are foreign events that are over, `cancelled` what was called off out there."""

    created: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    past: int = 0
    cancelled: tuple[str, ...] = ()
    refused: tuple[RefusedEvent, ...] = ()
    moves: tuple[Moved, ...] = field(default=(), repr=False)


def parse_calendar(content: bytes) -> tuple[CalendarEvent, ...]:
    """The events of a file; takes about two seconds for a thousand, so it is done before a work is opened.

    Raises UserError `calendar-too-large`, `calendar-encoding`, `calendar-no-file`.
    """
    return tuple(read_events(content, floating=own_zone_name()))


def read_calendar(
    work: Work, content: bytes | Sequence[CalendarEvent], *, dry: bool = False, anyway: bool = False
) -> CalendarResult:
    """Take a calendar file over; `dry` counts and leaves everything as it is.

    Raises as `parse_calendar`, and `calendar-floods` (fact count) for more events than the setting `followup-flood`
    unless `anyway`.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    events = parse_calendar(content) if isinstance(content, bytes) else content
    most = int(setting(work, "followup-flood"))
    if len(events) > most and not anyway:
        raise UserError("calendar-floods", count=len(events), most=most)
    tally = _Tally()
    whole = work.session.begin_nested() if dry else None
    work.comes_from(OriginKind.IMPORT, "calendar", anew=True)
    for group in _grouped(events):
        tally.take(work, group)
    if whole is not None:
        whole.rollback()
        work.topics.clear()
        work.comes_from(OriginKind.COUNTER)
    return tally.result()


@dataclass(slots=True)
class _Tally:
    counts: dict[Outcome, int] = field(default_factory=dict)
    cancelled: list[str] = field(default_factory=list)
    refused: list[RefusedEvent] = field(default_factory=list)
    moves: list[Moved] = field(default_factory=list)

    def take(self, work: Work, group: list[CalendarEvent]) -> None:
        """One item or series; what is refused leaves nothing half done."""
        first = group[0]
        step = work.session.begin_nested()
        try:
            for event in group:
                if event.problems:
                    raise UserError("calendar-event-unreadable", part=event.problems[0])
            outcome = _take_own(work, first, self.moves) if _is_own(first.uid) else take_series(work, group)
        except UserError as error:
            step.rollback()
            self.refused.append(RefusedEvent(title=_title(first), on=_day(first), error=error))
            return
        step.commit()
        if outcome is Outcome.CANCELLED:
            self.cancelled.append(_title(first))
        self.counts[outcome] = self.counts.get(outcome, 0) + 1

    def result(self) -> CalendarResult:
        return CalendarResult(
            created=self.counts.get(Outcome.CREATED, 0),
            changed=self.counts.get(Outcome.CHANGED, 0),
            moved=self.counts.get(Outcome.MOVED, 0),
            unchanged=self.counts.get(Outcome.UNCHANGED, 0),
            past=self.counts.get(Outcome.PAST, 0),
            cancelled=tuple(self.cancelled),
            refused=tuple(self.refused),
            moves=tuple(self.moves),
        )


def _grouped(events: Sequence[CalendarEvent]) -> list[list[CalendarEvent]]:
    """A series with its changed occurrences; of one event written twice the later edition."""
    newest: dict[tuple[str, date | None], CalendarEvent] = {}
    for event in events:
        known = newest.get((event.uid, event.recurrence_on))
        if known is None or event.sequence >= known.sequence:
            newest[event.uid, event.recurrence_on] = event
    groups: dict[str, list[CalendarEvent]] = {}
    for (uid, on), event in newest.items():
        groups.setdefault(uid, []).insert(0 if on is None else len(groups.get(uid, [])), event)
    return list(groups.values())


def _is_own(uid: str) -> bool:
    return uid.endswith(DOMAIN) and uid.startswith((STEP_UID, ROW_UID))


def _take_own(work: Work, event: CalendarEvent, moves: list[Moved]) -> Outcome:
    """Move one of our items to where the file has it, if it was moved out there."""
    if event.is_cancelled:
        return Outcome.CANCELLED
    key, version = _own_key(work, event.uid)
    item = open_item(work, key)
    now, there = place_text(item.due_on, item.starts_at), _place(event)
    if there in (now, event.seen):
        return Outcome.UNCHANGED
    if item.state is not StepState.OPEN:
        raise UserError("calendar-item-closed", title=_title(event))
    if event.seen:
        seen_on, seen_at = _read_place(event.seen)
    elif event.sequence < version:
        raise UserError("calendar-older", title=_title(event))
    else:
        seen_on, seen_at = item.due_on, item.starts_at
    to = event.starts_at.astimezone().date() if event.starts_at is not None else event.first_on
    assert to is not None
    moves.append(move_item(work, item.key, to=to, starts_at=event.starts_at, seen=seen_on, seen_at=seen_at))
    return Outcome.MOVED


def _own_key(work: Work, uid: str) -> tuple[ItemKey, int]:
    """Whose UID it is, and the version of its row, 0 where it has none."""
    name = uid.removesuffix(DOMAIN)
    try:
        if name.startswith(ROW_UID):
            row = work.session.get(FollowUp, UUID(name.removeprefix(ROW_UID)))
        else:
            rule, subject, base = name.removeprefix(STEP_UID).split("-")
            return _step_key(work, UUID(rule), UUID(subject), base)
    except ValueError:
        raise UserError("item-gone") from None
    if row is None or row.deleted_at is not None:
        raise UserError("item-gone")
    return ItemKey(kind=ItemKind.FOLLOWUP, id=row.id), row.version


def _step_key(work: Work, rule_id: UUID, subject_id: UUID, base: str) -> tuple[ItemKey, int]:
    """The row somebody made of the step, else the step itself, as long as it counts from the same moment."""
    rows = work.session.scalars(
        select(FollowUp)
        .where(FollowUp.rule_id == rule_id, FollowUp.subject_id == subject_id)
        .order_by(FollowUp.changed_at.desc())
    )
    for row in rows:
        if row.base_at is not None and _base(row.base_at) == base:
            return ItemKey(kind=ItemKind.FOLLOWUP, id=row.id), row.version
    key = ItemKey(kind=ItemKind.STEP, id=subject_id, rule_id=rule_id)
    item: Item = open_item(work, key)
    if item.base_at is None or _base(item.base_at) != base:
        raise UserError("item-gone")
    return key, 0


def _base(moment: datetime) -> str:
    return place_text(date.min, moment).removesuffix("Z")


def _place(event: CalendarEvent) -> str:
    return place_text(event.first_on or date.min, event.starts_at)


def _read_place(text: str) -> tuple[date, datetime | None]:
    try:
        if len(text) == 10:
            return date.fromisoformat(text), None
        moment = datetime.strptime(text.replace("Z", "+0000"), "%Y%m%dT%H%M%S%z")
    except ValueError:
        raise UserError("calendar-event-unreadable", part="X-BRANCHDESK-SEEN") from None
    return moment.astimezone().date(), moment


def _title(event: CalendarEvent) -> str:
    return " ".join(event.title.split())[:TITLE_SHOWN]


def _day(event: CalendarEvent) -> date | None:
    return event.first_on if event.starts_at is None else event.starts_at.astimezone().date()
