"""What the search box at the top of the window shows while a person types, and what a choice leads to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.customers.finding import FieldKind, Found, find_customers
from app.states import CustomerKind, Permission
from app.work import Work
from ui.widgets.suggestions import Marks, Suggestion

KIND_ICONS = {CustomerKind.PERSON: "person", CustomerKind.COMPANY: "company", CustomerKind.SPECIAL: "special"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A hit and the list it stood in, so that Ctrl+Up and Ctrl+Down go on from it."""

    customer_id: UUID
    among: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Newcomer:
    """Nobody was found: register what was typed."""

    typed: str


def found(work: Work, text: str) -> list[Suggestion]:
    """The source of the search box: ranked hits with the matched part marked; the offer to register when none."""
    hits = find_customers(work, text, limit=50)
    among = tuple(hit.id for hit in hits)
    if not hits and work.actor.may(Permission.REGISTER_CUSTOMER):
        return [newcomer(text)]
    return [suggestion(hit, among, own_branch=work.actor.branch_id) for hit in hits]


def newcomer(text: str) -> Suggestion:
    """The line that leads to the registration with what was typed filled in."""
    translate = QCoreApplication.translate
    return Suggestion(
        key=Newcomer(typed=text),
        text=translate("customers", "Register “{text}”").format(text=text),
        detail=translate("customers", "Nobody was found; a phone or a name is filled in for you"),
        side="Enter",
        icon="person-add",
    )


def suggestion(hit: Found, among: tuple[UUID, ...], *, own_branch: UUID) -> Suggestion:
    """A hit as a line: name; below phone, company and whatever else matched; number at the right."""
    detail, marks = _detail(hit)
    side = hit.number if hit.branch_id == own_branch else f"{hit.branch}  {hit.number}"
    return Suggestion(
        key=Chosen(customer_id=hit.id, among=among),
        text=hit.name,
        marks=_marks(hit, FieldKind.NAME),
        detail=detail,
        detail_marks=marks,
        side=side,
        icon=KIND_ICONS[hit.kind],
    )


def _detail(hit: Found) -> tuple[str, Marks]:
    text = ""
    marks: list[tuple[int, int]] = []
    shown = {FieldKind.PHONE: hit.phone, FieldKind.COMPANY: hit.company}
    shown |= {
        mark.kind: mark.shown for mark in hit.marks if mark.kind not in (FieldKind.NAME, FieldKind.NUMBER)
    }
    if any(mark.kind is FieldKind.NUMBER for mark in hit.marks):
        shown[FieldKind.NUMBER] = hit.number
    for kind, part in shown.items():
        if not part:
            continue
        text += "  ·  " if text else ""
        marks += [(len(text) + start, length) for start, length in _marks(hit, kind)]
        text += part
    return text, tuple(marks)


def _marks(hit: Found, kind: FieldKind) -> Marks:
    span = hit.span_of(kind)
    return () if span is None else ((span[0], span[1] - span[0]),)
