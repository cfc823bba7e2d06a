"""H6: everything on a card as the record the customer dossier is printed from."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from app.customers.cards import list_entries, open_card
from app.customers.history import card_history
from app.customers.numbers import PartialDate
from app.customers.records import Card, Change, PartRow
from app.customers.regions import full_name
from app.documents import records as paper
from app.lists import Choices, all_choices, choice_text
from app.lunar import age_on
from app.wording import birth_calendar_word, birthday_words, field_word, missing_word, text, word
from app.work import Work
from db.models.access import Permission
from db.models.customers import BirthCalendar, CustomerKind, Gender, LeapPolicy, PhoneKind
from db.models.lists import ChoiceList

LOG_LINES = 500
"""Lines of the contacts log a dossier prints; older ones stay on the card."""


def dossier(work: Work, customer_id: UUID, language: str) -> paper.Dossier:
    """The dossier of a card in a language."""
    work.require(Permission.PRINT_FORMS)
    card = open_card(work, customer_id)
    choices = all_choices(work)
    main = card.main.values
    firm = card.kind is not CustomerKind.PERSON
    need = card.needs[0].values if card.needs else {}
    return paper.Dossier(
        number=card.number,
        name=card.name,
        kind_text=word(card.kind, language),
        person=None if firm else _person(card, choices, language, work.now().astimezone().date()),
        company=_company(card, choices, language) if firm else None,
        class_text=choice_text(choices, ChoiceList.CLASS, main.get("class_code"), language),
        level_text=choice_text(choices, ChoiceList.INTENT, need.get("intent_level"), language),
        reception_level=choice_text(choices, ChoiceList.RECEPTION, main.get("reception_level"), language),
        source_text=choice_text(choices, ChoiceList.SOURCE, main.get("source_code"), language),
        channel_text=choice_text(choices, ChoiceList.CHANNEL, main.get("channel_code"), language),
        campaign=text(main, "campaign"),
        email=text(main, "email"),
        wechat=text(main, "wechat"),
        region=full_name(text(main, "region_code")) if main.get("region_code") else "",
        address=text(main, "address"),
        postcode=text(main, "postcode"),
        note=text(main, "note"),
        do_not_contact=bool(main.get("do_not_contact")),
        completeness=card.completeness.percent,
        missing=tuple(missing_word(item, language) for item in card.completeness.missing),
        created_at=card.created.at.astimezone(),
        created_by=card.created.by_name,
        changed_at=card.changed.at.astimezone(),
        changed_by=card.changed.by_name,
        last_contact_at=card.entries[0].happened_at.astimezone() if card.entries else None,
        phones=tuple(_phone(row, language) for row in card.phones),
        contact_people=tuple(_contact_person(row, choices, language) for row in card.people),
        needs=tuple(_need(row, choices, language) for row in card.needs),
        vehicles=tuple(_vehicle(row) for row in card.vehicles),
        contacts=_contacts(work, card, language),
        consents=tuple(
            paper.ConsentLine(
                purpose_text=word(state.purpose, language),
                given=state.given,
                at=state.happened_at.astimezone(),
                edition=state.edition,
            )
            for state in card.consents
        ),
        history=tuple(
            _change(change, choices, language) for change in reversed(card_history(work, customer_id))
        ),
        printed_at=work.now().astimezone(),
        printed_by=work.actor.name,
    )


def _person(card: Card, choices: Choices, language: str, today: date) -> paper.PersonPart:
    main = card.main.values
    birth = cast("PartialDate | None", main.get("birth"))
    return paper.PersonPart(
        gender_text=word(cast("Gender | None", main.get("gender")), language),
        birthday_text=birthday_words(birth, language),
        age=age_on(birth, today) if birth else None,
        occupation=text(main, "occupation"),
        education_text=choice_text(choices, ChoiceList.EDUCATION, main.get("education"), language),
        income_text=choice_text(choices, ChoiceList.INCOME, main.get("income_band"), language),
        employer=text(main, "company_name"),
    )


def _company(card: Card, choices: Choices, language: str) -> paper.CompanyPart:
    main = card.main.values
    faxes = [str(row.values["shown"]) for row in card.phones if row.values["kind"] is PhoneKind.FAX]
    return paper.CompanyPart(
        uscc=text(main, "uscc"),
        legal_representative=text(main, "legal_representative"),
        registered_capital=cast("Decimal | None", main.get("registered_capital")),
        industry=text(main, "industry"),
        business_scope=text(main, "business_scope"),
        fax=faxes[0] if faxes else "",
        special_kind_text=choice_text(choices, ChoiceList.SPECIAL, main.get("special_kind"), language),
    )


def _phone(row: PartRow, language: str) -> paper.PhoneLine:
    return paper.PhoneLine(
        shown=text(row.values, "shown"),
        kind_text=word(cast("PhoneKind", row.values["kind"]), language),
        label=text(row.values, "label"),
        is_main=bool(row.values["is_main"]),
    )


def _contact_person(row: PartRow, choices: Choices, language: str) -> paper.ContactPersonLine:
    values = row.values
    return paper.ContactPersonLine(
        name=text(values, "name"),
        post=text(values, "post"),
        role_text=choice_text(choices, ChoiceList.DECISION_ROLE, values.get("decision_role"), language),
        phone=text(values, "phone_shown"),
        email=text(values, "email"),
        birthday_text=birthday_words(cast("PartialDate | None", values.get("birth")), language),
    )


def _need(row: PartRow, choices: Choices, language: str) -> paper.NeedLine:
    values = row.values
    return paper.NeedLine(
        product=text(values, "product"),
        budget_min=cast("Decimal | None", values.get("budget_min")),
        budget_max=cast("Decimal | None", values.get("budget_max")),
        purpose=choice_text(choices, ChoiceList.PURPOSE, values.get("purpose"), language),
        level_text=choice_text(choices, ChoiceList.INTENT, values.get("intent_level"), language),
        expected_on=cast("date | None", values.get("expected_on")),
        competitor=text(values, "competitor"),
        is_open=bool(values.get("is_open")),
    )


def _vehicle(row: PartRow) -> paper.VehicleLine:
    values = row.values
    return paper.VehicleLine(
        model=text(values, "model"),
        plate=text(values, "plate"),
        vin=text(values, "vin"),
        engine_no=text(values, "engine_no"),
        bought_on=cast("date | None", values.get("bought_on")),
        mileage_km=cast("int | None", values.get("mileage_km")),
    )


def _contacts(work: Work, card: Card, language: str) -> tuple[paper.ContactLine, ...]:
    entries = list_entries(work, card.id, attachments=card.attachments, limit=LOG_LINES)
    return tuple(
        paper.ContactLine(
            at=entry.happened_at.astimezone(),
            way_text=word(entry.way, language),
            by=entry.by_name,
            matter=entry.matter,
            answer=entry.answer,
            result=entry.result,
            next_step=entry.next_step,
            attachments=len(entry.attachments),
        )
        for entry in entries
    )


_LISTS = {
    "class_code": ChoiceList.CLASS,
    "source_code": ChoiceList.SOURCE,
    "channel_code": ChoiceList.CHANNEL,
    "reception_level": ChoiceList.RECEPTION,
    "company_type": ChoiceList.COMPANY_TYPE,
    "special_kind": ChoiceList.SPECIAL,
    "decision_role": ChoiceList.DECISION_ROLE,
    "education": ChoiceList.EDUCATION,
    "income_band": ChoiceList.INCOME,
    "intent_level": ChoiceList.INTENT,
    "purpose": ChoiceList.PURPOSE,
    "lost_reason": ChoiceList.LOST_REASON,
}


def _change(change: Change, choices: Choices, language: str) -> paper.ChangeLine:
    source = word(change.mark.origin, language)
    reference = f" {change.mark.reference}" if change.mark.reference else ""
    return paper.ChangeLine(
        at=change.mark.at.astimezone(),
        field_text=field_word(change.part, change.field, language),
        old=_stored(change, change.old_value, choices, language),
        new=_stored(change, change.new_value, choices, language),
        by=change.mark.by_name,
        source_text=source + reference,
    )


def _stored(change: Change, value: str | None, choices: Choices, language: str) -> str:
    """A value of the history, kept as text, in words."""
    if value is None:
        return ""
    if change.field in _LISTS:
        return choice_text(choices, _LISTS[change.field], value, language)
    if change.field == "region_code":
        return full_name(value) or value
    if change.field == "gender":
        return word(Gender(value), language)
    if change.field in {"budget_min", "budget_max", "registered_capital"}:
        return f"{Decimal(value) / 100:,.2f}"
    if change.field == "birth_calendar":
        return birth_calendar_word(BirthCalendar(value), language)
    if change.field == "birth_leap_policy":
        return word(LeapPolicy(value), language)
    if change.field in {"is_main", "is_open", "do_not_contact", "birth_leap"}:
        return "✓" if value in {"1", "true"} else "✗"
    if change.field == "deleted_at":
        return datetime.fromisoformat(value).strftime("%Y-%m-%d")
    return value
