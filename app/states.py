"""The stored states and code lists that screens and commands speak of, so that they need not know the tables."""

from __future__ import annotations

from db.models.access import Permission, RoleCode
from db.models.customers import (
    BirthCalendar,
    ConsentPurpose,
    ContactWay,
    CustomerKind,
    Gender,
    OriginKind,
    PhoneKind,
)
from db.models.lists import ChoiceList

__all__ = [
    "BirthCalendar",
    "ChoiceList",
    "ConsentPurpose",
    "ContactWay",
    "CustomerKind",
    "Gender",
    "OriginKind",
    "Permission",
    "PhoneKind",
    "RoleCode",
]
