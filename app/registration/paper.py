"""Turn cards and booklets into the records the printed forms are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from uuid import UUID

from sqlalchemy import select

from app.customers.cards import open_card
from app.customers.cleaning import mend
from app.customers.numbers import PartialDate
from app.customers.records import Card
from app.customers.regions import full_name
from app.documents import records as paper
from app.errors import UserError
from app.lists import Choices, all_choices, choice_text
from app.registration.forms import batch_serials
from app.wording import text, word
from app.work import Work
from db.models.access import Branch, Permission
from db.models.customers import BirthCalendar, ConsentPurpose, Customer, CustomerKind, Gender, PhoneKind
from db.models.lists import ChoiceList
from db.models.registration import FormBatch, FormKind

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Paper:
    """What a form is printed with besides its entry: letterhead and words beside the boxes."""

    house: paper.House
    choices: paper.FormChoices


def letterhead(work: Work, language: str) -> Paper:
    """The branch's letterhead and its code lists in a language."""
    branch = work.get(Branch, work.actor.branch_id)
    words = all_choices(work)
    return Paper(
        house=paper.House(
            company=branch.company or branch.name,
            branch=branch.name if branch.company else "",
            address=branch.address or "",
            phone=branch.phone or "",
            privacy_contact=branch.privacy_contact or "",
        ),
        choices=paper.FormChoices(
            kinds=tuple(word(kind, language) for kind in CustomerKind),
            genders=(word(Gender.MALE, language), word(Gender.FEMALE, language)),
            educations=_texts(words, ChoiceList.EDUCATION, language),
            incomes=_texts(words, ChoiceList.INCOME, language),
            sources=_texts(words, ChoiceList.SOURCE, language),
            channels=_texts(words, ChoiceList.CHANNEL, language),
            classes=_texts(words, ChoiceList.CLASS, language),
            levels=_texts(words, ChoiceList.INTENT, language),
        ),
    )


def registration_entry(work: Work, customer_id: UUID, serial: str, language: str) -> paper.RegistrationEntry:
    """The filled registration form of a card under a serial (see `app.registration.forms.form_for`)."""
    work.require(Permission.PRINT_FORMS)
    card = open_card(work, customer_id)
    return _entry(card, serial, all_choices(work), language)


def blank_batch(work: Work, batch_id: UUID) -> paper.BlankBatch:
    """The booklet of a batch, to be printed (again)."""
    work.require(Permission.PRINT_FORMS)
    batch = work.get(FormBatch, batch_id)
    issued_on = batch.issued_at.astimezone().date()
    return paper.BlankBatch(
        number=batch.first_serial,
        serials=batch_serials(work, batch_id),
        issued_on=issued_on,
        issued_by=work.actor.name,
        issued_to=batch.issued_to or "",
        edition="" if batch.kind is FormKind.REGISTRATION else batch.edition,
    )


def customer_by_number(work: Work, number: str) -> UUID:
    """The card with a customer number, typed in any case. Raises UserError `number-unknown`."""
    wanted = "".join(mend(number).split()).upper()
    found = work.session.scalar(select(Customer.id).where(Customer.number == wanted))
    if found is None:
        raise UserError("number-unknown", given=mend(number))
    return found


def _texts(choices: Choices, of: ChoiceList, language: str) -> tuple[str, ...]:
    return tuple(entry.text(language) for entry in choices[of] if entry.active)


def _entry(card: Card, serial: str, choices: Choices, language: str) -> paper.RegistrationEntry:
    main = card.main.values
    came = card.created.at.astimezone()
    is_person = card.kind is CustomerKind.PERSON
    phones = _phones(card)
    common = {
        "serial": serial,
        "registered_on": came.date(),
        "received_at": came.strftime("%H:%M"),
        "receptionist": card.created.by_name,
        "customer_number": card.number,
        "kind_text": word(card.kind, language),
        "wechat": text(main, "wechat"),
        "email": text(main, "email"),
        "region": full_name(text(main, "region_code")) if main.get("region_code") else "",
        "address": text(main, "address"),
        "postcode": text(main, "postcode"),
        "source_text": choice_text(choices, ChoiceList.SOURCE, main.get("source_code"), language),
        "channel_text": choice_text(choices, ChoiceList.CHANNEL, main.get("channel_code"), language),
        "class_text": choice_text(choices, ChoiceList.CLASS, main.get("class_code"), language),
        "campaign": text(main, "campaign"),
        "note": text(main, "note"),
        "consents": _consents(card),
        "entered_by": card.created.by_name,
        "entered_at": came.strftime("%Y-%m-%d %H:%M"),
    }
    own = _person_part(card, phones, choices, language) if is_person else _firm_part(card, phones)
    return paper.RegistrationEntry(
        **cast(
            "Mapping[str, object]", common | own | _need_part(card, choices, language) | _vehicle_part(card)
        )  # type: ignore[arg-type]
    )


def _person_part(
    card: Card, phones: tuple[str, str, str], choices: Choices, language: str
) -> dict[str, object]:
    main = card.main.values
    mobile, other, _ = phones
    return {
        "name": card.name,
        "gender_text": word(cast("Gender | None", main.get("gender")), language),
        "mobile": mobile,
        "other_phone": other,
        "birthday": _birthday(main.get("birth")),
        "occupation": text(main, "occupation"),
        "employer": text(main, "company_name"),
        "education_text": choice_text(choices, ChoiceList.EDUCATION, main.get("education"), language),
        "income_text": choice_text(choices, ChoiceList.INCOME, main.get("income_band"), language),
    }


def _firm_part(card: Card, phones: tuple[str, str, str]) -> dict[str, object]:
    main = card.main.values
    mobile, other, fax = phones
    contact = card.people[0].values if card.people else {}
    return {
        "company_name": card.name,
        "uscc": text(main, "uscc"),
        "legal_representative": text(main, "legal_representative"),
        "industry": text(main, "industry"),
        "contact_name": text(contact, "name"),
        "contact_post": text(contact, "post"),
        "company_phone": mobile or other,
        "fax": fax,
        "name": text(contact, "name"),
        "mobile": text(contact, "phone_shown"),
    }


def _need_part(card: Card, choices: Choices, language: str) -> dict[str, object]:
    if not card.needs:
        return {}
    need = card.needs[0].values
    return {
        "level_text": choice_text(choices, ChoiceList.INTENT, need.get("intent_level"), language),
        "product": text(need, "product"),
        "budget_min": need.get("budget_min"),
        "budget_max": need.get("budget_max"),
        "purpose": choice_text(choices, ChoiceList.PURPOSE, need.get("purpose"), language),
        "expected_on": need.get("expected_on"),
        "competitor": text(need, "competitor"),
    }


def _vehicle_part(card: Card) -> dict[str, object]:
    if not card.vehicles:
        return {}
    vehicle = card.vehicles[0].values
    return {"vehicle_model": text(vehicle, "model"), "vehicle_plate": text(vehicle, "plate")}


def _phones(card: Card) -> tuple[str, str, str]:
    """The main mobile, one other number and the fax."""

    def shown(*kinds: PhoneKind) -> list[str]:
        return [str(row.values["shown"]) for row in card.phones if row.values["kind"] in kinds]

    mobiles = shown(PhoneKind.MOBILE)
    others = mobiles[1:] + shown(PhoneKind.LANDLINE, PhoneKind.SERVICE, PhoneKind.INTERNATIONAL)
    faxes = shown(PhoneKind.FAX)
    return (mobiles[0] if mobiles else "", others[0] if others else "", faxes[0] if faxes else "")


def _birthday(value: object) -> paper.Birthday | None:
    if not isinstance(value, PartialDate):
        return None
    return paper.Birthday(
        lunar=value.calendar is BirthCalendar.LUNAR,
        year=value.year,
        month=value.month,
        day=value.day,
        leap=value.leap,
    )


def _consents(card: Card) -> paper.Consents:
    said = {state.purpose: state.given for state in card.consents}
    return paper.Consents(
        service=said.get(ConsentPurpose.SERVICE),
        marketing=said.get(ConsentPurpose.MARKETING),
        sharing=said.get(ConsentPurpose.SHARING),
    )
