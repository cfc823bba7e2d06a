"""Facts, clocks and codes of tickets in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.complaints.facts import FACTS, FactSort, Verdict
from app.complaints.people import Colleague, colleagues
from app.complaints.records import StepRecord, TicketLine
from app.lists import Choices, all_choices, choice_text
from app.states import ChoiceList, ContactWay
from app.work import Work
from ui.labels import label, register
from ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

register(
    Verdict,
    {
        Verdict.ADOPTED: QT_TRANSLATE_NOOP("labels", "Adopted"),
        Verdict.PARTLY: QT_TRANSLATE_NOOP("labels", "Adopted in part"),
        Verdict.DECLINED: QT_TRANSLATE_NOOP("labels", "Declined"),
    },
)

FACT_NAMES: Mapping[str, str] = {
    "department": QT_TRANSLATE_NOOP("complaints", "Department"),
    "handler": QT_TRANSLATE_NOOP("complaints", "Handler"),
    "note": QT_TRANSLATE_NOOP("complaints", "Note"),
    "reason": QT_TRANSLATE_NOOP("complaints", "Reason"),
    "cause": QT_TRANSLATE_NOOP("complaints", "Cause"),
    "course": QT_TRANSLATE_NOOP("complaints", "What happened"),
    "extent": QT_TRANSLATE_NOOP("complaints", "How far it reaches"),
    "evidence": QT_TRANSLATE_NOOP("complaints", "Evidence"),
    "liable": QT_TRANSLATE_NOOP("complaints", "Who is liable"),
    "cause_code": QT_TRANSLATE_NOOP("complaints", "Kind of cause"),
    "liable_person": QT_TRANSLATE_NOOP("complaints", "Person liable"),
    "measures": QT_TRANSLATE_NOOP("complaints", "Measures"),
    "cost": QT_TRANSLATE_NOOP("complaints", "Cost (yuan)"),
    "how": QT_TRANSLATE_NOOP("complaints", "By which way"),
    "moment": QT_TRANSLATE_NOOP("complaints", "When"),
    "words": QT_TRANSLATE_NOOP("complaints", "The customer's words"),
    "objection": QT_TRANSLATE_NOOP("complaints", "Objection"),
    "done": QT_TRANSLATE_NOOP("complaints", "What was done"),
    "cost_spent": QT_TRANSLATE_NOOP("complaints", "Really spent (yuan)"),
    "told": QT_TRANSLATE_NOOP("complaints", "What the customer was told"),
    "satisfaction": QT_TRANSLATE_NOOP("complaints", "Satisfaction"),
    "why": QT_TRANSLATE_NOOP("complaints", "Why"),
    "summary": QT_TRANSLATE_NOOP("complaints", "Summary"),
    "waiting_for": QT_TRANSLATE_NOOP("complaints", "Waiting for what"),
    "verdict": QT_TRANSLATE_NOOP("complaints", "Verdict"),
    "amended": QT_TRANSLATE_NOOP("complaints", "Corrections"),
    "matter": QT_TRANSLATE_NOOP("complaints", "Matter"),
    "severity_code": QT_TRANSLATE_NOOP("complaints", "Severity"),
    "channel_code": QT_TRANSLATE_NOOP("complaints", "Came by"),
    "wish_code": QT_TRANSLATE_NOOP("complaints", "Wish"),
    "wish": QT_TRANSLATE_NOOP("complaints", "Wish in words"),
    "nature_code": QT_TRANSLATE_NOOP("complaints", "Nature"),
    "grave_code": QT_TRANSLATE_NOOP("complaints", "Grave because of"),
    "complainant": QT_TRANSLATE_NOOP("complaints", "Complainant"),
    "order_no": QT_TRANSLATE_NOOP("complaints", "Order number"),
    "fair": QT_TRANSLATE_NOOP("complaints", "Fair"),
    "amount": QT_TRANSLATE_NOOP("complaints", "Amount (yuan)"),
    "happened_on": QT_TRANSLATE_NOOP("complaints", "Happened on"),
    "category_id": QT_TRANSLATE_NOOP("complaints", "Category"),
    "vehicle_id": QT_TRANSLATE_NOOP("complaints", "Vehicle"),
    "customer_id": QT_TRANSLATE_NOOP("complaints", "Customer"),
}
LISTS: Mapping[str, ChoiceList] = {
    "severity_code": ChoiceList.SEVERITY,
    "channel_code": ChoiceList.TICKET_CHANNEL,
    "wish_code": ChoiceList.WISH,
    "nature_code": ChoiceList.NATURE,
    "grave_code": ChoiceList.GRAVE,
}
SEVERITY_SIGNS = {1: "!!!", 2: "!!", 3: "!"}


def fact_name(name: str) -> str:
    """A fact or a field of the intake as people call it."""
    known = FACT_NAMES.get(name)
    return name if known is None else translate("complaints", known)


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The code lists and people that cards and forms speak of, in the language of the screen."""

    choices: Choices = field(default_factory=dict)
    people: tuple[Colleague, ...] = ()
    language: str = "zh"

    def code(self, of: ChoiceList, code: object) -> str:
        """An entry of a list in words."""
        return choice_text(self.choices, of, code, self.language) if self.choices else str(code or "")

    def severity(self, code: str) -> str:
        """A severity with its sign, so that colour is not the only one."""
        known = next(
            (entry for entry in self.choices.get(ChoiceList.SEVERITY, ()) if entry.code == code), None
        )
        sign = SEVERITY_SIGNS.get(known.number or 0, "") if known is not None else ""
        return f"{sign} {self.code(ChoiceList.SEVERITY, code)}".strip()

    def rank(self, code: str) -> int:
        """1 for the gravest."""
        entries = self.choices.get(ChoiceList.SEVERITY, ())
        return next((entry.number or 9 for entry in entries if entry.code == code), 9)

    def person(self, key: object) -> str:
        """Somebody of the branch by account."""
        return next((one.name for one in self.people if str(one.id) == str(key)), "…")

    def stage(self, line: TicketLine) -> str:
        return line.stage_en if self.language == "en" else line.stage_zh

    def fact(self, name: str, value: object) -> str:
        """A fact as stored with a step, in words."""
        sort = FACTS[name].sort if name in FACTS else FactSort.LONG
        of = FACTS[name].of if name in FACTS else None
        match sort:
            case FactSort.CODE if of is not None:
                return self.code(of, value)
            case FactSort.ACCOUNT:
                return self.person(value)
            case FactSort.WAY:
                return label(ContactWay(str(value))) if value in set(ContactWay) else str(value)
            case FactSort.VERDICT:
                return label(Verdict(str(value))) if value in set(Verdict) else str(value)
            case FactSort.MOMENT:
                return moment_words(datetime.fromisoformat(str(value)))
            case FactSort.MEASURES if isinstance(value, list):
                return "；".join(str(row.get("measure", "")) for row in value if isinstance(row, dict))
            case FactSort.AMENDED if isinstance(value, dict):
                return self._amended(value)
        return str(value)

    def _amended(self, changes: dict[str, object]) -> str:
        return "；".join(
            f"{fact_name(name)}: {self._plain(name, pair[0])} → {self._plain(name, pair[1])}"
            for name, pair in changes.items()
            if isinstance(pair, list) and len(pair) == 2
        )

    def _plain(self, name: str, value: object) -> str:
        if value in (None, ""):
            return "—"
        return self.code(LISTS[name], value) if name in LISTS else str(value)

    def step(self, step: StepRecord) -> str:
        """What was stated with a step, line by line."""
        return "\n".join(f"{fact_name(name)}: {self.fact(name, value)}" for name, value in step.facts.items())


def read_words(work: Work, language: str) -> Words:
    """The words of this branch."""
    return Words(choices=all_choices(work), people=colleagues(work), language=language)


def moment_words(at: datetime) -> str:
    """11-26 14:05, with the year where it is another one."""
    local = at.astimezone()
    this_year = local.year == datetime.now().astimezone().year
    return local.strftime("%m-%d %H:%M" if this_year else "%Y-%m-%d %H:%M")


def span_words(span: timedelta) -> str:
    """2 h 5 min; hours of working time are not made into days."""
    minutes = int(abs(span).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("complaints", "{minutes} min").format(minutes=rest)
    if not rest:
        return translate("complaints", "{hours} h").format(hours=hours)
    return translate("complaints", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def left_words(left: timedelta) -> str:
    """What of a limit is left, or by how much it is passed; working time both."""
    words = span_words(left)
    return (
        translate("complaints", "{time} late").format(time=words)
        if left <= timedelta(0)
        else translate("complaints", "{time} left").format(time=words)
    )
