"""Numbers and dates as people write them: mended, checked, and refused with a reason.

Every function takes what a field or a cell holds and raises nothing but `UserError`.
"""

from app.customers.numbers.amounts import parse_amount, parse_amount_range
from app.customers.numbers.dates import parse_birth_date, parse_date, parse_day
from app.customers.numbers.id_card import IdCard, parse_id_card
from app.customers.numbers.online import parse_email, parse_wechat
from app.customers.numbers.phone import Phone, parse_phone, split_phones
from app.customers.numbers.plate import Plate, PlateKind, parse_plate
from app.customers.numbers.postcode import parse_postcode
from app.customers.numbers.uscc import parse_uscc, uscc_check_digit
from app.customers.numbers.vin import parse_vin, vin_check_digit
from app.lunar import PartialDate

__all__ = [
    "IdCard",
    "PartialDate",
    "Phone",
    "Plate",
    "PlateKind",
    "parse_amount",
    "parse_amount_range",
    "parse_birth_date",
    "parse_date",
    "parse_day",
    "parse_email",
    "parse_id_card",
    "parse_phone",
    "parse_plate",
    "parse_postcode",
    "parse_uscc",
    "parse_vin",
    "parse_wechat",
    "split_phones",
    "uscc_check_digit",
    "vin_check_digit",
]
