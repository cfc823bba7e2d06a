"""What a column of a list can mean, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.exchange.fields import Field
from ui.marked import QT_TRANSLATE_NOOP

MEANINGS: dict[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("exchange", "Name"),
    Field.PHONE: QT_TRANSLATE_NOOP("exchange", "Phone"),
    Field.GENDER: QT_TRANSLATE_NOOP("exchange", "Gender"),
    Field.BIRTHDAY: QT_TRANSLATE_NOOP("exchange", "Birthday"),
    Field.WECHAT: QT_TRANSLATE_NOOP("exchange", "WeChat"),
    Field.EMAIL: QT_TRANSLATE_NOOP("exchange", "E-mail"),
    Field.PROVINCE: QT_TRANSLATE_NOOP("exchange", "Province"),
    Field.CITY: QT_TRANSLATE_NOOP("exchange", "City"),
    Field.DISTRICT: QT_TRANSLATE_NOOP("exchange", "District"),
    Field.ADDRESS: QT_TRANSLATE_NOOP("exchange", "Address"),
    Field.POSTCODE: QT_TRANSLATE_NOOP("exchange", "Postcode"),
    Field.OCCUPATION: QT_TRANSLATE_NOOP("exchange", "Occupation"),
    Field.EDUCATION: QT_TRANSLATE_NOOP("exchange", "Education"),
    Field.INCOME: QT_TRANSLATE_NOOP("exchange", "Income"),
    Field.NOTE: QT_TRANSLATE_NOOP("exchange", "Note"),
    Field.KIND: QT_TRANSLATE_NOOP("exchange", "Kind of customer"),
    Field.CUSTOMER_CLASS: QT_TRANSLATE_NOOP("exchange", "Class"),
    Field.SOURCE: QT_TRANSLATE_NOOP("exchange", "Source"),
    Field.CHANNEL: QT_TRANSLATE_NOOP("exchange", "Channel"),
    Field.CAMPAIGN: QT_TRANSLATE_NOOP("exchange", "Campaign or exhibition"),
    Field.RECEPTION_LEVEL: QT_TRANSLATE_NOOP("exchange", "Reception level"),
    Field.INTENT_LEVEL: QT_TRANSLATE_NOOP("exchange", "Intent level"),
    Field.PRODUCT: QT_TRANSLATE_NOOP("exchange", "Product wanted"),
    Field.BUDGET: QT_TRANSLATE_NOOP("exchange", "Budget"),
    Field.PURPOSE: QT_TRANSLATE_NOOP("exchange", "Purpose"),
    Field.EXPECTED_ON: QT_TRANSLATE_NOOP("exchange", "Expected purchase"),
    Field.COMPETITOR: QT_TRANSLATE_NOOP("exchange", "Competitor"),
    Field.VEHICLE_MODEL: QT_TRANSLATE_NOOP("exchange", "Vehicle model"),
    Field.PLATE: QT_TRANSLATE_NOOP("exchange", "Plate"),
    Field.VIN: QT_TRANSLATE_NOOP("exchange", "VIN"),
    Field.ENGINE_NO: QT_TRANSLATE_NOOP("exchange", "Engine no."),
    Field.BOUGHT_ON: QT_TRANSLATE_NOOP("exchange", "Bought on"),
    Field.MILEAGE: QT_TRANSLATE_NOOP("exchange", "Mileage"),
    Field.COMPANY: QT_TRANSLATE_NOOP("exchange", "Company"),
    Field.USCC: QT_TRANSLATE_NOOP("exchange", "Credit code"),
    Field.LEGAL_REPRESENTATIVE: QT_TRANSLATE_NOOP("exchange", "Legal representative"),
    Field.REGISTERED_CAPITAL: QT_TRANSLATE_NOOP("exchange", "Registered capital"),
    Field.BUSINESS_SCOPE: QT_TRANSLATE_NOOP("exchange", "Business scope"),
    Field.INDUSTRY: QT_TRANSLATE_NOOP("exchange", "Industry"),
    Field.FAX: QT_TRANSLATE_NOOP("exchange", "Fax"),
    Field.CONTACT_NAME: QT_TRANSLATE_NOOP("exchange", "Contact person"),
    Field.CONTACT_POST: QT_TRANSLATE_NOOP("exchange", "Post of the contact"),
    Field.CONTACT_PHONE: QT_TRANSLATE_NOOP("exchange", "Phone of the contact"),
    Field.CONTACT_TEXT: QT_TRANSLATE_NOOP("exchange", "Contact: what was said"),
    Field.CONTACT_AUTHOR: QT_TRANSLATE_NOOP("exchange", "Contact: by whom"),
    Field.CONTACT_DATE: QT_TRANSLATE_NOOP("exchange", "Contact: when"),
}
"""In the order of the choice boxes: a person first, then the need, the vehicle, the company, the log."""


def meaning(field: Field) -> str:
    """The field in the language of the program."""
    return QCoreApplication.translate("exchange", MEANINGS[field])
