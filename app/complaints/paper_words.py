"""Words of codes and facts of the complaint desk on paper, in both languages; the screen has its own catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.complaints.facts import Verdict
from app.worktime import StepKind
from db.models.complaints import MarkKind, TicketLevel
from db.models.lists import ChoiceList
from db.models.ticket_flows import Clock, TicketKind

Pair = tuple[str, str]

_TOLD: Final[tuple[tuple[StrEnum, Pair], ...]] = (
    (TicketKind.COMPLAINT, ("投诉", "Complaint")),
    (TicketKind.INQUIRY, ("咨询", "Inquiry")),
    (TicketKind.SUGGESTION, ("建议", "Suggestion")),
    (TicketLevel.ORDINARY, ("", "")),
    (TicketLevel.ESCALATED, ("升级投诉", "Escalated")),
    (TicketLevel.GRAVE, ("重大投诉", "Grave")),
    (Clock.ACCEPTANCE, ("接收", "Acceptance")),
    (Clock.ANSWER, ("首次答复", "First answer")),
    (Clock.RESOLUTION, ("解决", "Resolution")),
    (MarkKind.HANDLER_WARNED, ("提醒处理人", "Handler warned")),
    (MarkKind.MANAGER_WARNED, ("提醒店长", "Manager warned")),
    (MarkKind.BREACHED, ("超时", "Limit passed")),
    (MarkKind.HEADQUARTERS, ("上报总部", "Headquarters told")),
    (MarkKind.ESCALATED, ("升级", "Escalated")),
    (Verdict.ADOPTED, ("采纳", "Adopted")),
    (Verdict.PARTLY, ("部分采纳", "Adopted in part")),
    (Verdict.DECLINED, ("不采纳", "Declined")),
    (StepKind.STARTS, ("开始计时", "Begins")),
    (StepKind.COUNTED, ("工作时间", "Working time")),
    (StepKind.MAKE_UP, ("调休上班", "Make-up working day")),
    (StepKind.LUNCH, ("午休", "Lunch")),
    (StepKind.NIGHT, ("下班时间", "After hours")),
    (StepKind.WEEKEND, ("周末", "Weekend")),
    (StepKind.HOLIDAY, ("节假日", "Holiday")),
    (StepKind.CLOSED, ("停业", "Closed")),
    (StepKind.PAUSED, ("等待客户，暂停计时", "Waiting for the customer")),
    (StepKind.ENDS, ("到期", "Due")),
)
_WORDS: Final = {(type(code), code.value): pair for code, pair in _TOLD}

_FACTS: Final[dict[str, Pair]] = {
    "department": ("部门", "Department"),
    "handler": ("处理人", "Handler"),
    "note": ("说明", "Note"),
    "reason": ("原因", "Reason"),
    "cause": ("原因", "Cause"),
    "course": ("经过", "Course"),
    "extent": ("影响范围", "Extent"),
    "evidence": ("证据", "Evidence"),
    "liable": ("责任判定", "Liable"),
    "cause_code": ("原因分类", "Class of cause"),
    "liable_person": ("责任人", "Person liable"),
    "measures": ("措施", "Measures"),
    "cost": ("费用", "Cost"),
    "how": ("方式", "How"),
    "moment": ("时间", "When"),
    "words": ("客户原话", "Customer's words"),
    "objection": ("客户异议", "Objection"),
    "done": ("实施情况", "Carried out"),
    "cost_spent": ("实际费用", "Money spent"),
    "told": ("告知内容", "Told"),
    "satisfaction": ("满意度", "Satisfaction"),
    "why": ("不满意原因", "Why not"),
    "summary": ("总结改进", "Summary"),
    "waiting_for": ("等待", "Waiting for"),
    "verdict": ("评审结论", "Verdict"),
    "amended": ("更正", "Corrected"),
}

_TAKEN: Final[dict[str, Pair]] = {
    "matter": ("内容", "Matter"),
    "wish": ("要求说明", "Wish in words"),
    "order_no": ("订单号", "Order no."),
    "fair": ("展会活动", "Fair, event"),
    "complainant": ("投诉人", "Complainant"),
    "amount": ("涉及金额", "Amount"),
    "happened_on": ("发生日期", "Happened on"),
    "category_id": ("分类", "Category"),
    "vehicle_id": ("车辆", "Vehicle"),
    "customer_id": ("客户", "Customer"),
    "channel_code": ("来源渠道", "Channel"),
    "wish_code": ("客户要求", "Wish"),
    "nature_code": ("性质", "Nature"),
    "severity_code": ("紧急程度", "Severity"),
    "grave_code": ("重大情形", "Grave case"),
}

TAKEN_LISTS: Final = {
    "channel_code": ChoiceList.TICKET_CHANNEL,
    "wish_code": ChoiceList.WISH,
    "nature_code": ChoiceList.NATURE,
    "severity_code": ChoiceList.SEVERITY,
    "grave_code": ChoiceList.GRAVE,
}
"""The list each code of the intake is of."""

SAID: Final[dict[str, Pair]] = {
    "colon": ("：", ": "),
    "comma": ("，", ", "),
    "nothing": ("（空）", "(empty)"),
    "changed": ("（已变更）", "(changed)"),
    "hours": ("{hours} 小时", "{hours} h"),
    "minutes": ("{minutes} 分", "{minutes} min"),
    "in-time": ("按时", "In time"),
    "late": ("超时", "Late"),
    "running": ("计时中", "Running"),
    "paused": ("暂停", "Paused"),
    "met": ("已完成", "Met"),
    "ended": ("已结案", "Ended"),
    "for": ("代 {name}", "for {name}"),
    "flow": ("{name} 第 {edition} 版", "{name}, edition {edition}"),
    "repeats": ("近期同类投诉 {count} 次", "{count} alike lately"),
    "round": ("解决（第 {round} 轮）", "Resolution (round {round})"),
    "reopened": ("重新处理", "Opened again"),
    "yuan": ("{amount} 元", "CNY {amount}"),
}


def ticket_word(code: StrEnum, language: str) -> str:
    """A code of the desk in words; one without words prints as itself."""
    pair = _WORDS.get((type(code), code.value))
    return code.value if pair is None else _of(pair, language)


def fact_word(name: str, language: str) -> str:
    """What a fact of a move is called; a fact of the branch's own flow prints its name."""
    pair = _FACTS.get(name)
    return name if pair is None else _of(pair, language)


def in_order(facts: Mapping[str, object]) -> list[tuple[str, object]]:
    """The facts of a step as they are read: who and why first; those of the branch's own flow last, by name."""
    known = list(_FACTS)
    return sorted(
        facts.items(), key=lambda fact: (known.index(fact[0]) if fact[0] in known else len(known), fact[0])
    )


def taken_word(name: str, language: str) -> str:
    """What a field of the intake is called."""
    pair = _TAKEN.get(name)
    return name if pair is None else _of(pair, language)


def said(name: str, language: str, /, **given: object) -> str:
    """A phrase of the dossier."""
    return _of(SAID[name], language).format(**given)


def length(minutes: int, language: str) -> str:
    """A length of working time in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    parts = [said("hours", language, hours=hours)] if hours else []
    if rest or not hours:
        parts.append(said("minutes", language, minutes=rest))
    return " ".join(parts)


def _of(pair: Pair, language: str) -> str:
    return pair[1] if language == "en" else pair[0]
