"""What is to be done, in words: from records to the lines of the list."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

import ui.complaints.labels  # noqa: F401 - the clocks are named there
from app.care.records import CareGroup
from app.complaints.problem_records import WaitingImprovement
from app.complaints.records import TicketLine
from app.followups.owners import Alone
from app.followups.proposing import Because, Proposal
from app.followups.records import Item, ItemKind
from app.states import ChoiceList, ContactWay, TicketLevel
from app.today.records import CameCard, OpenBooklet, Waiting
from ui.care.labels import group_title
from ui.customers.labels import item_label
from ui.customers.showing import Showing
from ui.customers.story import ICONS
from ui.labels import label
from ui.today.lines import Goal, Line, Section

translate = QCoreApplication.translate
MISSING_SHOWN = 4
SERIALS_SHOWN = 3


def lines_of(waiting: Waiting, showing: Showing, *, is_branch: bool = False) -> list[Line]:
    """Every line of the list; `is_branch` names whose each one is."""
    return [
        *(_ticket_line(ticket, waiting.day, showing) for ticket in waiting.tickets),
        *(item_line(item, waiting.day, showing, is_branch=is_branch) for item in waiting.items),
        *(_care_line(group, showing) for group in waiting.care),
        *_answers_line(waiting.answers),
        *_visits_line(waiting.visits),
        *(_improvement_line(one, waiting.day, is_branch=is_branch) for one in waiting.improvements),
        *(_booklet_line(booklet, waiting.deadline) for booklet in waiting.booklets),
        *(_card_line(card, showing) for card in waiting.cards),
        *(_alone_line(alone, showing) for alone in waiting.alone),
    ]


def item_line(item: Item, today: date, showing: Showing, *, is_branch: bool = False) -> Line:
    """A follow-up, visit or appointment."""
    last = month_text(item.last_contact_at, today)
    is_appointment = item.key.kind is ItemKind.APPOINTMENT  # nothing to write down: it leads to the calendar
    return Line(
        key=item.key,
        section=Section.OVERDUE if item.is_overdue else Section.TODAY,
        name=item.customer_name or item.title,
        phone=item.phone,
        class_text=showing.choice(ChoiceList.CLASS, item.class_code),
        level=item.intent_level,
        icon="calendar" if item.way is None else ICONS.get(item.way, "note"),
        reason=item.title if item.customer_name else "",
        rule=rule_of(item),
        lateness=lateness_of(item, today),
        clock=clock_text(item.starts_at),
        last=translate("today", "last {day}").format(day=last) if last else "",
        owner=(item.owner_name or translate("today", "nobody's")) if is_branch else "",
        item=None if is_appointment else item,
        goal=Goal(page="followups", subject=(item.key, item.due_on)) if is_appointment else None,
    )


def reason_of(item: Item) -> str:
    """What for, and the rule that asks for it."""
    title = item.title if item.customer_name else ""
    return translate("today", " · ").join(part for part in (title, rule_of(item)) if part)


def rule_of(item: Item) -> str:
    """The rule that asks for it, and for how long nobody was reached."""
    parts = [item.rule_name if item.rule_name != item.title else ""]
    days = item.missed_days
    if days:
        parts.insert(0, translate("today", "not reached on %n day(s) running", "", days))
    return translate("today", " · ").join(part for part in parts if part)


def lateness_of(item: Item, today: date) -> str:
    """3 days late; empty for what is not."""
    days = (today - item.due_on).days
    return translate("today", "%n day(s) late", "", days) if item.is_overdue and days > 0 else ""


def clock_text(at: datetime | None) -> str:
    """10:30 by the clock on the wall."""
    return "" if at is None else at.astimezone().strftime("%H:%M")


def day_text(at: datetime | None, today: date) -> str:
    """11-10 this year, 2025-11-10 before."""
    return "" if at is None else short_day(at.astimezone().date(), today)


def month_text(at: datetime | None, today: date) -> str:
    """11-10 this year, 2025-11 before: how long it is ago tells enough."""
    if at is None:
        return ""
    day = at.astimezone().date()
    return day.strftime("%m-%d" if day.year == today.year else "%Y-%m")


def short_day(day: date, today: date) -> str:
    """11-10 this year, with the year in any other."""
    return day.strftime("%m-%d") if day.year == today.year else day.isoformat()


def because(proposal: Proposal) -> str:
    """Why the next contact is proposed for that day."""
    days = proposal.missed_days
    if proposal.reason is Because.TRY_AGAIN:
        return translate("today", "Not reached; again on the next working day.")
    if proposal.reason is Because.MISSED_DAYS:
        return translate("today", "Not reached on %n day(s) running; write instead.", "", days)
    if proposal.reason is Because.RULE:
        return translate("today", "The rule brings it by itself.")
    return translate("today", "No rule asks for more; empty the day to plan nothing.")


def way_text(way: ContactWay | None) -> str:
    """How: by telephone."""
    return "" if way is None else label(way)


def _care_line(group: CareGroup, showing: Showing) -> Line:
    names = translate("today", ", ").join(group.names)
    count = group.count - group.done
    text = translate("today", "%n customer(s) to greet", "", count)
    return Line(
        key=(Section.CARE, group.key),
        section=Section.CARE,
        name=group_title(group, showing.language),
        icon="gift",
        reason=text,
        rule=names,
        goal=Goal(page="care"),
    )


def _answers_line(count: int) -> list[Line]:
    if not count:
        return []
    text = translate("today", "%n message(s) without an answer yet", "", count)
    return [
        Line(
            key=(Section.CARE, "answers"),
            section=Section.CARE,
            name=translate("today", "Answers due"),
            icon="chat",
            reason=text,
            goal=Goal(page="care"),
        )
    ]


def _ticket_line(ticket: TicketLine, today: date, showing: Showing) -> Line:
    due, stage = ticket.next_due_at, ticket.stage_en if showing.language == "en" else ticket.stage_zh
    what = [stage, "" if ticket.next_clock is None else label(ticket.next_clock)]
    past = translate("today", "limit passed") if ticket.is_breached else ""
    when = "" if due is None else f"{day_text(due, today)} {clock_text(due)}"
    return Line(
        key=(Section.TICKETS, ticket.id),
        section=Section.TICKETS,
        name=ticket.customer_name or ticket.number,
        phone=ticket.phone,
        class_text="" if ticket.level is TicketLevel.ORDINARY else label(ticket.level),
        icon="complaints",
        reason=ticket.matter,
        rule=translate("today", " · ").join(part for part in (ticket.number, *what, when) if part),
        lateness=past,
        owner=ticket.handler or translate("today", "nobody's"),
        goal=Goal(page="complaints", subject=ticket.id),
    )


def _improvement_line(one: WaitingImprovement, today: date, *, is_branch: bool) -> Line:
    days = (today - one.on).days
    what = translate("today", "check its effect") if one.is_check else translate("today", "to be done")
    return Line(
        key=(Section.PROBLEMS, one.id, one.is_check),
        section=Section.PROBLEMS,
        name=one.measure,
        icon="eye" if one.is_check else "flag",
        reason=what,
        rule=f"{one.number} {one.title}",
        lateness=translate("today", "%n day(s) late", "", days) if days > 0 else "",
        owner=(one.owner or translate("today", "nobody's")) if is_branch else "",
        goal=Goal(page="complaints", subject=("problems", one.problem_id)),
    )


def _visits_line(count: int) -> list[Line]:
    if not count:
        return []
    text = translate("today", "%n visit form(s) entered with gaps", "", count)
    return [
        Line(
            key=(Section.FORMS, "visits"),
            section=Section.FORMS,
            name=translate("today", "Visit forms"),
            icon="location",
            reason=text,
            goal=Goal(page="followups", subject="visits"),
        )
    ]


def _card_line(card: CameCard, showing: Showing) -> Line:
    missing = [item_label(item) for item in card.missing[:MISSING_SHOWN]]
    listed = translate("today", ", ").join(missing)
    if len(card.missing) > MISSING_SHOWN:
        listed = translate("today", "{items} and {count} more").format(
            items=listed, count=len(card.missing) - MISSING_SHOWN
        )
    reason = translate("today", "{percent} % complete, ask for: {items}")
    return Line(
        key=(Section.CARDS, card.customer_id),
        section=Section.CARDS,
        name=card.name,
        phone=card.phone,
        class_text=showing.choice(ChoiceList.CLASS, card.class_code),
        icon="question",
        reason=reason.format(percent=card.percent, items=listed),
        goal=Goal(page="customers", subject=card.customer_id),
    )


def _booklet_line(booklet: OpenBooklet, deadline: str) -> Line:
    serials = translate("today", ", ").join(booklet.skipped[:SERIALS_SHOWN])
    if len(booklet.skipped) > SERIALS_SHOWN:
        serials += "…"
    count = len(booklet.skipped)
    text = translate("today", "%n sheet(s) passed over: {serials}. Enter by {hour}.", "", count)
    return Line(
        key=(Section.FORMS, booklet.batch_id),
        section=Section.FORMS,
        name=translate("today", "Booklet of {name}").format(name=booklet.issued_to)
        if booklet.issued_to
        else booklet.first_serial,
        icon="document",
        reason=text.format(serials=serials, hour=deadline),
        goal=Goal(page="forms"),
    )


def _alone_line(alone: Alone, showing: Showing) -> Line:
    text = translate("today", "Only {name} is in contact; name a second owner")
    return Line(
        key=(Section.OWNERS, alone.customer_id),
        section=Section.OWNERS,
        name=alone.name,
        class_text=showing.choice(ChoiceList.CLASS, alone.class_code),
        icon="customers",
        reason=text.format(name=alone.owner_name)
        if alone.owner_name
        else translate("today", "Nobody owns this customer; name two"),
        goal=Goal(page="customers", subject=alone.customer_id),
    )
