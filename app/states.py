"""The stored states and code lists that screens and commands speak of, so that they need not know the tables."""

from __future__ import annotations

from db.models.access import Permission, RoleCode
from db.models.care import CareHow, FestivalCalendar, MessageState, Occasion
from db.models.complaints import Approval, MarkKind, ProblemState, TicketLevel
from db.models.customers import (
    BirthCalendar,
    ConsentPurpose,
    ContactWay,
    CustomerKind,
    Gender,
    LeapPolicy,
    OriginKind,
    PhoneKind,
)
from db.models.days import DayKind
from db.models.followups import RuleBasis, RuleOwner, RuleUnit, StepState
from db.models.lists import ChoiceList
from db.models.registration import FormKind
from db.models.ticket_flows import Clock, MoveActor, MoveEffect, StageState, TicketKind

__all__ = [
    "Approval",
    "BirthCalendar",
    "CareHow",
    "ChoiceList",
    "Clock",
    "ConsentPurpose",
    "ContactWay",
    "CustomerKind",
    "DayKind",
    "FestivalCalendar",
    "FormKind",
    "Gender",
    "LeapPolicy",
    "MarkKind",
    "MessageState",
    "MoveActor",
    "MoveEffect",
    "Occasion",
    "OriginKind",
    "Permission",
    "PhoneKind",
    "ProblemState",
    "RoleCode",
    "RuleBasis",
    "RuleOwner",
    "RuleUnit",
    "StageState",
    "StepState",
    "TicketKind",
    "TicketLevel",
]
