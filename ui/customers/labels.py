"""How the fields, kinds, ways and reasons of the customer room read on screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.customers.duplicates import Reason
from app.customers.fields import Part
from app.states import ConsentPurpose, ContactWay, CustomerKind, Gender, LeapPolicy, OriginKind, PhoneKind
from ui.labels import register
from ui.marked import QT_TRANSLATE_NOOP

CONTEXT = "customers"


class Group(StrEnum):
    """The groups the fields of a card stand in, in their order on screen."""

    IDENTITY = "identity"
    CONTACT = "contact"
    PEOPLE = "people"
    ADDRESS = "address"
    STANDING = "standing"
    NEEDS = "needs"
    VEHICLES = "vehicles"
    CONSENT = "consent"
    NOTE = "note"


register(
    Group,
    {
        Group.IDENTITY: QT_TRANSLATE_NOOP("labels", "Identity"),
        Group.CONTACT: QT_TRANSLATE_NOOP("labels", "Contact"),
        Group.PEOPLE: QT_TRANSLATE_NOOP("labels", "Contact people"),
        Group.ADDRESS: QT_TRANSLATE_NOOP("labels", "Address"),
        Group.STANDING: QT_TRANSLATE_NOOP("labels", "Class and source"),
        Group.NEEDS: QT_TRANSLATE_NOOP("labels", "Needs"),
        Group.VEHICLES: QT_TRANSLATE_NOOP("labels", "Vehicles"),
        Group.CONSENT: QT_TRANSLATE_NOOP("labels", "Consent to use of personal information"),
        Group.NOTE: QT_TRANSLATE_NOOP("labels", "Note"),
    },
)
register(
    CustomerKind,
    {
        CustomerKind.PERSON: QT_TRANSLATE_NOOP("labels", "Person"),
        CustomerKind.COMPANY: QT_TRANSLATE_NOOP("labels", "Company"),
        CustomerKind.SPECIAL: QT_TRANSLATE_NOOP("labels", "Special party"),
    },
)
register(
    Gender,
    {
        Gender.MALE: QT_TRANSLATE_NOOP("labels", "Male"),
        Gender.FEMALE: QT_TRANSLATE_NOOP("labels", "Female"),
        Gender.UNKNOWN: QT_TRANSLATE_NOOP("labels", "Unknown"),
    },
)
register(
    PhoneKind,
    {
        PhoneKind.MOBILE: QT_TRANSLATE_NOOP("labels", "Mobile"),
        PhoneKind.LANDLINE: QT_TRANSLATE_NOOP("labels", "Landline"),
        PhoneKind.SERVICE: QT_TRANSLATE_NOOP("labels", "Service number"),
        PhoneKind.FAX: QT_TRANSLATE_NOOP("labels", "Fax"),
        PhoneKind.INTERNATIONAL: QT_TRANSLATE_NOOP("labels", "International"),
    },
)
register(
    ContactWay,
    {
        ContactWay.COUNTER: QT_TRANSLATE_NOOP("labels", "At the counter"),
        ContactWay.CALL: QT_TRANSLATE_NOOP("labels", "Telephone"),
        ContactWay.VISIT: QT_TRANSLATE_NOOP("labels", "Visit"),
        ContactWay.WECHAT: QT_TRANSLATE_NOOP("labels", "WeChat"),
        ContactWay.SMS: QT_TRANSLATE_NOOP("labels", "Text message"),
        ContactWay.EMAIL: QT_TRANSLATE_NOOP("labels", "E-mail"),
        ContactWay.LETTER: QT_TRANSLATE_NOOP("labels", "Letter"),
        ContactWay.FAX: QT_TRANSLATE_NOOP("labels", "Fax"),
        ContactWay.ONLINE: QT_TRANSLATE_NOOP("labels", "Online"),
        ContactWay.FORM_PRINTED: QT_TRANSLATE_NOOP("labels", "Form printed"),
        ContactWay.NOTE: QT_TRANSLATE_NOOP("labels", "Note"),
    },
)
register(
    LeapPolicy,
    {
        LeapPolicy.FIRST: QT_TRANSLATE_NOOP("labels", "In the ordinary month"),
        LeapPolicy.LEAP: QT_TRANSLATE_NOOP("labels", "In the leap month"),
        LeapPolicy.BOTH: QT_TRANSLATE_NOOP("labels", "In both months"),
    },
)
register(
    OriginKind,
    {
        OriginKind.COUNTER: QT_TRANSLATE_NOOP("labels", "At the counter"),
        OriginKind.FORM: QT_TRANSLATE_NOOP("labels", "Paper form"),
        OriginKind.CALL: QT_TRANSLATE_NOOP("labels", "Telephone call"),
        OriginKind.IMPORT: QT_TRANSLATE_NOOP("labels", "Import"),
        OriginKind.EXHIBITION: QT_TRANSLATE_NOOP("labels", "Exhibition"),
        OriginKind.COMMAND: QT_TRANSLATE_NOOP("labels", "Command line"),
        OriginKind.SAMPLE: QT_TRANSLATE_NOOP("labels", "Sample"),
    },
)
register(
    ConsentPurpose,
    {
        ConsentPurpose.SERVICE: QT_TRANSLATE_NOOP("labels", "Service and after-sales"),
        ConsentPurpose.MARKETING: QT_TRANSLATE_NOOP("labels", "Marketing and events"),
        ConsentPurpose.SHARING: QT_TRANSLATE_NOOP("labels", "Passing on to partners"),
    },
)
register(
    Reason,
    {
        Reason.MOBILE: QT_TRANSLATE_NOOP("labels", "Same phone"),
        Reason.VEHICLE: QT_TRANSLATE_NOOP("labels", "Same vehicle"),
        Reason.WECHAT: QT_TRANSLATE_NOOP("labels", "Same WeChat"),
        Reason.USCC: QT_TRANSLATE_NOOP("labels", "Same credit code"),
        Reason.PHONE_TAIL: QT_TRANSLATE_NOOP("labels", "Last 8 digits of the phone equal"),
        Reason.NAME: QT_TRANSLATE_NOOP("labels", "Same name"),
        Reason.PINYIN: QT_TRANSLATE_NOOP("labels", "Name sounds the same"),
        Reason.BIRTH: QT_TRANSLATE_NOOP("labels", "Same birthday"),
        Reason.STREET: QT_TRANSLATE_NOOP("labels", "Same address"),
        Reason.SEX_DIFFERS: QT_TRANSLATE_NOOP("labels", "Different sex"),
        Reason.BIRTH_DIFFERS: QT_TRANSLATE_NOOP("labels", "Different birthday"),
    },
)

_FIELDS: Final = {
    (Part.CUSTOMER, "name"): QT_TRANSLATE_NOOP("customers", "Name"),
    (Part.CUSTOMER, "gender"): QT_TRANSLATE_NOOP("customers", "Gender"),
    (Part.CUSTOMER, "birth"): QT_TRANSLATE_NOOP("customers", "Birthday"),
    (Part.CUSTOMER, "birth_leap_policy"): QT_TRANSLATE_NOOP("customers", "Leap month"),
    (Part.CUSTOMER, "wechat"): QT_TRANSLATE_NOOP("customers", "WeChat"),
    (Part.CUSTOMER, "email"): QT_TRANSLATE_NOOP("customers", "E-mail"),
    (Part.CUSTOMER, "company_name"): QT_TRANSLATE_NOOP("customers", "Employer"),
    (Part.CUSTOMER, "occupation"): QT_TRANSLATE_NOOP("customers", "Occupation"),
    (Part.CUSTOMER, "education"): QT_TRANSLATE_NOOP("customers", "Education"),
    (Part.CUSTOMER, "income_band"): QT_TRANSLATE_NOOP("customers", "Income"),
    (Part.CUSTOMER, "uscc"): QT_TRANSLATE_NOOP("customers", "Credit code"),
    (Part.CUSTOMER, "company_type"): QT_TRANSLATE_NOOP("customers", "Company type"),
    (Part.CUSTOMER, "special_kind"): QT_TRANSLATE_NOOP("customers", "Party type"),
    (Part.CUSTOMER, "legal_representative"): QT_TRANSLATE_NOOP("customers", "Legal rep."),
    (Part.CUSTOMER, "registered_capital"): QT_TRANSLATE_NOOP("customers", "Reg. capital"),
    (Part.CUSTOMER, "industry"): QT_TRANSLATE_NOOP("customers", "Industry"),
    (Part.CUSTOMER, "business_scope"): QT_TRANSLATE_NOOP("customers", "Business scope"),
    (Part.CUSTOMER, "region_code"): QT_TRANSLATE_NOOP("customers", "Region"),
    (Part.CUSTOMER, "address"): QT_TRANSLATE_NOOP("customers", "Address"),
    (Part.CUSTOMER, "postcode"): QT_TRANSLATE_NOOP("customers", "Postcode"),
    (Part.CUSTOMER, "class_code"): QT_TRANSLATE_NOOP("customers", "Class"),
    (Part.CUSTOMER, "reception_level"): QT_TRANSLATE_NOOP("customers", "Reception"),
    (Part.CUSTOMER, "source_code"): QT_TRANSLATE_NOOP("customers", "Source"),
    (Part.CUSTOMER, "channel_code"): QT_TRANSLATE_NOOP("customers", "Channel"),
    (Part.CUSTOMER, "campaign"): QT_TRANSLATE_NOOP("customers", "Campaign"),
    (Part.CUSTOMER, "do_not_contact"): QT_TRANSLATE_NOOP("customers", "Do not contact"),
    (Part.CUSTOMER, "note"): QT_TRANSLATE_NOOP("customers", "Note"),
    (Part.PHONE, "shown"): QT_TRANSLATE_NOOP("customers", "Phone"),
    (Part.PHONE, "label"): QT_TRANSLATE_NOOP("customers", "Remark"),
    (Part.PHONE, "is_main"): QT_TRANSLATE_NOOP("customers", "Main phone"),
    (Part.PERSON, "name"): QT_TRANSLATE_NOOP("customers", "Contact person"),
    (Part.PERSON, "post"): QT_TRANSLATE_NOOP("customers", "Post"),
    (Part.PERSON, "decision_role"): QT_TRANSLATE_NOOP("customers", "Decision role"),
    (Part.PERSON, "phone_shown"): QT_TRANSLATE_NOOP("customers", "Phone"),
    (Part.PERSON, "email"): QT_TRANSLATE_NOOP("customers", "E-mail"),
    (Part.PERSON, "wechat"): QT_TRANSLATE_NOOP("customers", "WeChat"),
    (Part.PERSON, "birth"): QT_TRANSLATE_NOOP("customers", "Birthday"),
    (Part.PERSON, "birth_leap_policy"): QT_TRANSLATE_NOOP("customers", "Leap month"),
    (Part.PERSON, "note"): QT_TRANSLATE_NOOP("customers", "Note"),
    (Part.VEHICLE, "model"): QT_TRANSLATE_NOOP("customers", "Model"),
    (Part.VEHICLE, "plate"): QT_TRANSLATE_NOOP("customers", "Plate"),
    (Part.VEHICLE, "vin"): QT_TRANSLATE_NOOP("customers", "VIN"),
    (Part.VEHICLE, "engine_no"): QT_TRANSLATE_NOOP("customers", "Engine number"),
    (Part.VEHICLE, "bought_on"): QT_TRANSLATE_NOOP("customers", "Bought on"),
    (Part.VEHICLE, "mileage_km"): QT_TRANSLATE_NOOP("customers", "Mileage (km)"),
    (Part.NEED, "product"): QT_TRANSLATE_NOOP("customers", "Product wanted"),
    (Part.NEED, "intent_level"): QT_TRANSLATE_NOOP("customers", "Intent level"),
    (Part.NEED, "budget_min"): QT_TRANSLATE_NOOP("customers", "Budget from"),
    (Part.NEED, "budget_max"): QT_TRANSLATE_NOOP("customers", "Budget to"),
    (Part.NEED, "purpose"): QT_TRANSLATE_NOOP("customers", "Purpose"),
    (Part.NEED, "expected_on"): QT_TRANSLATE_NOOP("customers", "Expected on"),
    (Part.NEED, "competitor"): QT_TRANSLATE_NOOP("customers", "Competitor"),
    (Part.NEED, "is_open"): QT_TRANSLATE_NOOP("customers", "Still open"),
    (Part.NEED, "lost_reason"): QT_TRANSLATE_NOOP("customers", "Lost because"),
}

_FIRM_NAME = QT_TRANSLATE_NOOP("customers", "Company name")

_COLUMNS: Final = {
    "birth_calendar": QT_TRANSLATE_NOOP("customers", "Birthday: calendar"),
    "birth_year": QT_TRANSLATE_NOOP("customers", "Birthday: year"),
    "birth_month": QT_TRANSLATE_NOOP("customers", "Birthday: month"),
    "birth_day": QT_TRANSLATE_NOOP("customers", "Birthday: day"),
    "birth_leap": QT_TRANSLATE_NOOP("customers", "Birthday: leap month"),
    "last_contact_at": QT_TRANSLATE_NOOP("customers", "Last contact"),
    "owner_id": QT_TRANSLATE_NOOP("customers", "First owner"),
    "second_owner_id": QT_TRANSLATE_NOOP("customers", "Second owner"),
    "lost_on": QT_TRANSLATE_NOOP("customers", "Lost on"),
}

_PARTS: Final = {
    Part.CUSTOMER: QT_TRANSLATE_NOOP("customers", "Customer"),
    Part.PHONE: QT_TRANSLATE_NOOP("customers", "Phone"),
    Part.PERSON: QT_TRANSLATE_NOOP("customers", "Contact person"),
    Part.VEHICLE: QT_TRANSLATE_NOOP("customers", "Vehicle"),
    Part.NEED: QT_TRANSLATE_NOOP("customers", "Need"),
}

_ADDERS: Final = {
    Part.PHONE: QT_TRANSLATE_NOOP("customers", "Add a phone"),
    Part.PERSON: QT_TRANSLATE_NOOP("customers", "Add a contact person"),
    Part.VEHICLE: QT_TRANSLATE_NOOP("customers", "Add a vehicle"),
    Part.NEED: QT_TRANSLATE_NOOP("customers", "Add a need"),
}

_REMOVERS: Final = {
    Part.PHONE: QT_TRANSLATE_NOOP("customers", "Remove this phone"),
    Part.PERSON: QT_TRANSLATE_NOOP("customers", "Remove this contact person"),
    Part.VEHICLE: QT_TRANSLATE_NOOP("customers", "Remove this vehicle"),
    Part.NEED: QT_TRANSLATE_NOOP("customers", "Remove this need"),
}

_QUESTIONS: Final = {
    "name": QT_TRANSLATE_NOOP("customers", "May I have your full name?"),
    "phone": QT_TRANSLATE_NOOP("customers", "Which number may we reach you at?"),
    "contact-person": QT_TRANSLATE_NOOP("customers", "Who is our contact person?"),
    "vehicle": QT_TRANSLATE_NOOP("customers", "Which vehicle do you drive now?"),
    "need": QT_TRANSLATE_NOOP("customers", "What are you looking for?"),
    "intent": QT_TRANSLATE_NOOP("customers", "When do you mean to buy?"),
    "budget": QT_TRANSLATE_NOOP("customers", "What budget do you have in mind?"),
    "expected-date": QT_TRANSLATE_NOOP("customers", "By which date do you expect to buy?"),
    "region": QT_TRANSLATE_NOOP("customers", "Which city and district do you live in?"),
    "source": QT_TRANSLATE_NOOP("customers", "How did you hear of us?"),
    "channel": QT_TRANSLATE_NOOP("customers", "Through which channel did the customer come?"),
    "class": QT_TRANSLATE_NOOP("customers", "Which class does this customer belong to?"),
    "income": QT_TRANSLATE_NOOP("customers", "Income band (only if the customer is willing)"),
    "company": QT_TRANSLATE_NOOP("customers", "Where do you work?"),
    "special-kind": QT_TRANSLATE_NOOP("customers", "Which sort of party is this?"),
    "company-type": QT_TRANSLATE_NOOP("customers", "Which sort of company is this?"),
    "legal-representative": QT_TRANSLATE_NOOP("customers", "Who is the legal representative?"),
    "gender": QT_TRANSLATE_NOOP("customers", "Mr or Ms?"),
    "birth": QT_TRANSLATE_NOOP("customers", "When is your birthday, solar or lunar?"),
    "wechat": QT_TRANSLATE_NOOP("customers", "May we add you on WeChat?"),
    "email": QT_TRANSLATE_NOOP("customers", "Which e-mail address may we use?"),
    "occupation": QT_TRANSLATE_NOOP("customers", "What is your occupation?"),
    "education": QT_TRANSLATE_NOOP("customers", "Education (only if the customer is willing)"),
    "address": QT_TRANSLATE_NOOP("customers", "What is your address?"),
    "postcode": QT_TRANSLATE_NOOP("customers", "What is the postcode?"),
    "uscc": QT_TRANSLATE_NOOP("customers", "What is the unified social credit code?"),
    "industry": QT_TRANSLATE_NOOP("customers", "Which industry are you in?"),
}

TARGETS: Final = {
    "phone": (Part.PHONE, "shown"),
    "contact-person": (Part.PERSON, "name"),
    "vehicle": (Part.VEHICLE, "model"),
    "need": (Part.NEED, "product"),
    "intent": (Part.NEED, "intent_level"),
    "budget": (Part.NEED, "budget_max"),
    "expected-date": (Part.NEED, "expected_on"),
    "region": (Part.CUSTOMER, "region_code"),
    "source": (Part.CUSTOMER, "source_code"),
    "channel": (Part.CUSTOMER, "channel_code"),
    "class": (Part.CUSTOMER, "class_code"),
    "income": (Part.CUSTOMER, "income_band"),
    "company": (Part.CUSTOMER, "company_name"),
    "special-kind": (Part.CUSTOMER, "special_kind"),
    "company-type": (Part.CUSTOMER, "company_type"),
    "legal-representative": (Part.CUSTOMER, "legal_representative"),
}
"""The field an item of completeness is filled in at, where its name is not the field's own."""


def field_label(part: Part, name: str, kind: CustomerKind | None = None) -> str:
    """A field as people read it; a column of the history that is no field of the card reads too."""
    if (part, name) == (Part.CUSTOMER, "name") and kind not in (None, CustomerKind.PERSON):
        return _translated(_FIRM_NAME)
    return _translated(_FIELDS.get((part, name)) or _COLUMNS.get(name) or name)


def part_label(part: Part) -> str:
    """What one row of a part is called."""
    return _translated(_PARTS[part])


def adder_label(part: Part) -> str:
    """The button that adds a row."""
    return _translated(_ADDERS[part])


def remover_label(part: Part) -> str:
    """The button that removes a row."""
    return _translated(_REMOVERS[part])


def question(item: str) -> str:
    """What to ask the customer for a missing item."""
    return _translated(_QUESTIONS.get(item, item))


def target(item: str) -> tuple[Part, str]:
    """The field where a missing item is filled in."""
    return TARGETS.get(item, (Part.CUSTOMER, item))


def item_label(item: str) -> str:
    """A missing item in a word."""
    return field_label(*target(item))


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
