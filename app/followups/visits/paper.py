"""Turn visits and cards into the record the visit form is made from (H2)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final, cast
from uuid import UUID

from app.customers.cards import open_card
from app.customers.records import Card, Entry, PartRow
from app.customers.regions import full_name
from app.documents.money import money_range
from app.documents.visit_records import VisitEntry
from app.followups.visits.reading import read_visit
from app.lists import Choices, all_choices, choice_text, setting
from app.wording import text, word
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactWay, CustomerKind
from db.models.lists import ChoiceList

LAST_CONTACTS: Final = 3
NEEDS: Final = 2
NO_CONTACT: Final = (ContactWay.FORM_PRINTED, ContactWay.NOTE)


def visit_entry(work: Work, followup_id: UUID, serial: str, language: str) -> VisitEntry:
    """The form of a visit as far as it is filled, under a serial (see `visit_sheets.sheet_for`)."""
    work.require(Permission.PRINT_FORMS)
    visit = read_visit(work, followup_id)
    choices = all_choices(work)
    card = open_card(work, visit.customer_id)
    return VisitEntry(
        serial=serial,
        edition=str(setting(work, "visit-form-edition")),
        planned_on=visit.on,
        planned_at=visit.starts_at.astimezone().strftime("%H:%M") if visit.starts_at else "",
        minutes=visit.minutes,
        representative=visit.owner_name,
        companions=visit.companions,
        place=visit.place,
        aim=visit.aim,
        points=visit.points,
        met=visit.met,
        started_at=_local(visit.started_at),
        ended_at=_local(visit.ended_at),
        outcome_text=choice_text(choices, ChoiceList.OUTCOME, visit.outcome, language),
        **visit.answers,  # type: ignore[arg-type]
        **_customer(card, choices, language, but=visit.entry_id),  # type: ignore[arg-type]
    )


def unplanned_entry(work: Work, customer_id: UUID, serial: str, language: str) -> VisitEntry:
    """The form of a visit nobody has planned yet: the customer's part filled, the rest to be written."""
    work.require(Permission.PRINT_FORMS)
    card = open_card(work, customer_id)
    return VisitEntry(
        serial=serial,
        edition=str(setting(work, "visit-form-edition")),
        representative=work.actor.name,
        **_customer(card, all_choices(work), language),  # type: ignore[arg-type]
    )


def _local(at: datetime | None) -> datetime | None:
    return at.astimezone() if at is not None else None


def _customer(card: Card, choices: Choices, language: str, but: UUID | None = None) -> dict[str, object]:
    main = card.main.values
    region = full_name(text(main, "region_code")) if main.get("region_code") else ""
    needs = [need for need in card.needs if need.values["is_open"]][:NEEDS]
    level = (
        choice_text(choices, ChoiceList.INTENT, needs[0].values["intent_level"], language) if needs else ""
    )
    class_text = choice_text(choices, ChoiceList.CLASS, main.get("class_code"), language)
    passed_over = {entry.replaces_id for entry in card.entries} | {but}
    contacts = [e for e in card.entries if e.way not in NO_CONTACT and e.id not in passed_over]
    return {
        "customer_name": card.name,
        "customer_number": card.number,
        "contact_name": _contact(card, language),
        "phone": str(card.phones[0].values["shown"]) if card.phones else "",
        "class_text": " · ".join(filter(None, (class_text, level))),
        "address": f"{region} {text(main, 'address')}".strip(),
        "last_contacts": tuple(_contact_line(entry, language) for entry in contacts[:LAST_CONTACTS]),
        "open_needs": tuple(_need_line(need, choices, language) for need in needs),
    }


def _contact(card: Card, language: str) -> str:
    """Whom to ask for: the first contact person of a company."""
    if card.kind is CustomerKind.PERSON or not card.people:
        return ""
    person = card.people[0].values
    post = text(person, "post")
    if not post:
        return text(person, "name")
    return text(person, "name") + (f" ({post})" if language == "en" else f"（{post}）")


def _contact_line(entry: Entry, language: str) -> str:
    colon, comma, following = (": ", "; ", "next: ") if language == "en" else ("：", "；", "下一步：")
    head = f"{entry.happened_at.astimezone():%Y-%m-%d} {word(entry.way, language)} {entry.by_name}".strip()
    said = entry.answer or entry.result
    parts = [entry.matter, said.replace("\n", comma), following + entry.next_step if entry.next_step else ""]
    return head + colon + comma.join(filter(None, parts))


def _need_line(need: PartRow, choices: Choices, language: str) -> str:
    values, chinese = need.values, language != "en"
    low, high = (cast("Decimal | None", values.get(name)) for name in ("budget_min", "budget_max"))
    budget = money_range(low, high)
    expected = values.get("expected_on")
    told = (
        text(values, "product"),
        (f"预算 {budget} 元" if chinese else f"budget {budget} CNY") if budget else "",
        choice_text(choices, ChoiceList.PURPOSE, values.get("purpose"), language),
        (f"预计 {expected}" if chinese else f"expected {expected}") if expected else "",
        (f"对比 {values['competitor']}" if chinese else f"compares {values['competitor']}")
        if values.get("competitor")
        else "",
    )
    return ("，" if chinese else ", ").join(filter(None, told))
