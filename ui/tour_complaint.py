"""The tour's complaint: the steps it makes, and the papers it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from app.work import Work

STATED: Final[Mapping[str, object]] = {
    "department": "service",
    "cause": "冷凝器接头渗漏",
    "course": "上周补充冷媒时未查出渗漏，三天后再次不制冷",
    "extent": "仅此一台",
    "evidence": "检测单、压力表照片",
    "liable": "售后服务部",
    "cause_code": "workmanship",
    "measures": [{"measure": "更换冷凝器接头并保压测试"}, {"measure": "提供代步车两天"}],
    "cost": "180",
    "how": "call",
    "words": "可以，周三前修好就行",
}
WAY: Final = ("assign", "accept", "investigate", "propose", "agree")


def move_on(work: Work) -> UUID:
    """Take the newest ticket as far as its agreement with the customer."""
    from app.complaints.listing import TicketFilter, list_tickets
    from app.complaints.moving import make_move

    line = max(list_tickets(work, TicketFilter()), key=lambda ticket: ticket.received_at)
    seen = 0
    for code in WAY:
        seen = make_move(work, line.id, code, {**STATED, "moment": work.now()}, seen=seen).number
    return line.id


def ticket_papers(work: Work, ticket_id: UUID) -> dict[str, bytes]:
    """The handling form and the whole file, as they come out of the printer."""
    from app.complaints.dossier import ticket_dossier
    from app.complaints.paper import complaint_choices, complaint_entry
    from app.complaints.sheets import sheet_for
    from app.documents.complaint_dossier import complaint_dossier
    from app.documents.complaint_form import complaint_form
    from app.documents.records import Language, Sheet
    from app.registration.paper import letterhead

    serial, made = sheet_for(work, ticket_id), dict[str, Any]()
    for language in Language:
        house, sheet = letterhead(work, language.value).house, Sheet(language=language)
        entry = complaint_entry(work, ticket_id, serial, language.value)
        lists = complaint_choices(work, language.value)
        made[f"complaint-{language.value}.pdf"] = complaint_form(
            entry, house=house, sheet=sheet, choices=lists
        )
        record = ticket_dossier(work, ticket_id, language.value)
        made[f"complaint-dossier-{language.value}.pdf"] = complaint_dossier(record, house=house, sheet=sheet)
    return made
