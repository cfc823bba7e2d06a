"""The history of a common problem in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.complaints.problem_records import EventRecord
from app.states import ProblemState
from ui.labels import label
from ui.marked import QT_TRANSLATE_NOOP
from ui.widgets.timeline import Happening

TITLES = {
    "found": QT_TRANSLATE_NOOP("complaints", "Problem stated"),
    "edited": QT_TRANSLATE_NOOP("complaints", "Put in other words"),
    "grouped": QT_TRANSLATE_NOOP("complaints", "Tickets added"),
    "ungrouped": QT_TRANSLATE_NOOP("complaints", "Ticket taken out"),
    "removed": QT_TRANSLATE_NOOP("complaints", "Problem taken back"),
    "planned": QT_TRANSLATE_NOOP("complaints", "Measure planned"),
    "replanned": QT_TRANSLATE_NOOP("complaints", "Measure planned anew"),
    "dropped": QT_TRANSLATE_NOOP("complaints", "Measure taken back"),
    "restored": QT_TRANSLATE_NOOP("complaints", "Measure brought back"),
    "done": QT_TRANSLATE_NOOP("complaints", "Measure done"),
    "not-done": QT_TRANSLATE_NOOP("complaints", "Not done after all"),
    "effective": QT_TRANSLATE_NOOP("complaints", "Check: it helped"),
    "ineffective": QT_TRANSLATE_NOOP("complaints", "Check: it did not help"),
    "unchecked": QT_TRANSLATE_NOOP("complaints", "Verdict taken back"),
    "state": QT_TRANSLATE_NOOP("complaints", "State changed"),
}
ICONS = {
    "grouped": "add",
    "ungrouped": "remove",
    "planned": "flag",
    "done": "check",
    "effective": "success",
    "ineffective": "warning",
    "state": "sync",
}
FIELDS = {
    "title": QT_TRANSLATE_NOOP("complaints", "name"),
    "description": QT_TRANSLATE_NOOP("complaints", "description"),
    "category_id": QT_TRANSLATE_NOOP("complaints", "category"),
    "cause_code": QT_TRANSLATE_NOOP("complaints", "cause"),
    "owner_id": QT_TRANSLATE_NOOP("complaints", "person"),
}


def happening(event: EventRecord) -> Happening:
    """One line of the history."""
    title = TITLES.get(event.what)
    return Happening(
        key=event.id,
        when=f"{event.happened_at.astimezone():%Y-%m-%d %H:%M}",
        title=QCoreApplication.translate("complaints", title) if title else event.what,
        who=event.by_name,
        text=_text(event),
        icon=ICONS.get(event.what, "edit"),
    )


def _text(event: EventRecord) -> str:
    facts = event.facts
    comma = QCoreApplication.translate("errors", ", ")
    if event.what == "state":
        return " → ".join(_state(code) for code in _list(facts.get("state")))
    if event.what == "edited":
        changes = facts.get("changes")
        names = [name for name in FIELDS if isinstance(changes, dict) and name in changes]
        return comma.join(QCoreApplication.translate("complaints", FIELDS[name]) for name in names)
    if "tickets" in facts:
        return comma.join(_list(facts["tickets"]))
    parts = [str(facts.get("measure") or facts.get("title") or "")]
    if "before" in facts:
        parts.append(f"{facts['before']} → {facts['after']}")
    if event.what == "replanned":
        parts.append(" → ".join(_list(facts.get("due_on"))))
    parts.append(str(facts.get("done_on") or ""))
    parts.append(str(facts.get("finding") or ""))
    return "  ".join(part for part in parts if part)


def _list(given: object) -> list[str]:
    return [str(one) for one in given] if isinstance(given, list) else []


def _state(code: str) -> str:
    try:
        return label(ProblemState(code))
    except ValueError:
        return code
