"""The rows a new database begins with, and those an older one lacks after an upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import groupby
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import select

from app.access.actor import PROGRAM
from app.access.roles import ROLE_DEFAULTS, RoleDefault
from app.calendar_days import ensure_seeded
from app.care.defaults import care_rows
from app.complaints.defaults import ticket_rows
from app.defaults import CHOICE_NUMBERS, CHOICES, COMPLETENESS, SETTINGS
from app.followups.rules.defaults import RULE_DEFAULTS
from app.work import Store, Work
from db.base import new_key
from db.mixins import SharedRow
from db.models.access import Permission, Role, RolePermission
from db.models.care import Festival, Template
from db.models.followups import FollowUpRule
from db.models.lists import Choice, ChoiceList, CompletenessRule, Setting
from db.models.ticket_flows import (
    ApprovalLimit,
    FlowMove,
    FlowStage,
    TicketCategory,
    TicketFlow,
    TicketLimit,
)

Row = TypeVar("Row", bound=SharedRow)

SINCE: Final = {
    "0002": frozenset(
        {
            Permission.PLAN_FOLLOWUPS,
            Permission.ASSIGN_WORK,
            Permission.EDIT_RULES,
            Permission.EDIT_CALENDAR,
            Permission.SEND_MESSAGES,
            Permission.EDIT_TEMPLATES,
            Permission.READ_FIGURES,
        }
    ),
    "0003": frozenset(
        {
            Permission.TAKE_TICKETS,
            Permission.HANDLE_TICKETS,
            Permission.ASSIGN_TICKETS,
            Permission.APPROVE_SOLUTIONS,
            Permission.SOLVE_PROBLEMS,
            Permission.EDIT_FLOWS,
        }
    ),
}
"""What each edition of the schema added to what roles may do; an older database's roles get their share once."""

_PLANTED: Final[tuple[type[SharedRow], ...]] = (
    FollowUpRule,
    Festival,
    Template,
    TicketFlow,
    TicketCategory,
    TicketLimit,
    ApprovalLimit,
)


def plant(work: Work) -> dict[str, UUID]:
    """Write everything shipped into an empty database; returns the roles by code."""
    for name, value in SETTINGS.items():
        work.session.add(Setting(name=name, value=value))
    for kind, rules in COMPLETENESS.items():
        for position, (field, weight) in enumerate(rules):
            work.session.add(CompletenessRule(kind=kind, field=field, weight=weight, position=position))
    roles = {default.code.value: _plant_role(work, default) for default in ROLE_DEFAULTS}
    _plant_lists(work)
    return roles


def plant_missing(store: Store) -> None:
    """Give a database that was just upgraded what its edition did not know: lists, rights, rules, texts, days.

    A list that has rows is left alone, even where a manager has taken some out. Doing it twice changes nothing.
    """
    with store.change(PROGRAM) as work:
        known = {role.code: role.id for role in _everything(work, Role)}
        if not known:
            return
        for default in ROLE_DEFAULTS:
            if default.code.value in known:
                _widen_role(work, known[default.code.value], default)
        _plant_lists(work)


def _plant_lists(work: Work) -> None:
    present = set(work.session.scalars(select(Choice.list).execution_options(**_ALL)))
    for list_name, entries in CHOICES.items():
        if list_name.value not in present:
            _plant_list(work, list_name, entries)
    empty = {model for model in _PLANTED if not _everything(work, model, limit=1)}
    if TicketFlow in empty:
        empty |= {FlowStage, FlowMove}
    rows: list[SharedRow] = [*_rules(work), *care_rows(), *ticket_rows()]
    for _, alike in groupby((row for row in rows if type(row) in empty), key=type):
        work.session.add_all(alike)
        work.session.flush()  # no relationship tells the session which table leans on which
    ensure_seeded(work)


def _rules(work: Work) -> Iterator[FollowUpRule]:
    """A rule that asks once begins today: what lies before is not called up by it."""
    for default in RULE_DEFAULTS:
        yield FollowUpRule(
            **{field.name: getattr(default, field.name) for field in fields(default)},
            since=work.today() if default.asks_once else None,
        )


_ALL: Final = {"with_deleted": True, "across_branches": True}


def _everything(work: Work, model: type[Row], limit: int | None = None) -> list[Row]:
    return list(work.session.scalars(select(model).limit(limit).execution_options(**_ALL)))


def _plant_role(work: Work, default: RoleDefault) -> UUID:
    role = Role(
        id=new_key(),
        code=default.code.value,
        name_zh=default.name_zh,
        name_en=default.name_en,
        all_branches=default.all_branches,
    )
    work.session.add(role)
    work.session.flush()
    for permission in default.permissions:
        work.session.add(RolePermission(role_id=role.id, permission=permission.value))
    return role.id


def _widen_role(work: Work, role_id: UUID, default: RoleDefault) -> None:
    """Only rights that came with a later edition: one a manager took away stays away."""
    query = select(RolePermission.permission).where(RolePermission.role_id == role_id)
    had = set(work.session.scalars(query.execution_options(**_ALL)))
    new = {permission for added in SINCE.values() for permission in added}
    for permission in default.permissions:
        if permission in new and permission.value not in had:
            work.session.add(RolePermission(role_id=role_id, permission=permission.value))


def _plant_list(work: Work, list_name: ChoiceList, entries: tuple[tuple[str, str, str], ...]) -> None:
    figures = CHOICE_NUMBERS.get(list_name, {})
    for position, (code, text_zh, text_en) in enumerate(entries):
        work.session.add(
            Choice(
                list=list_name.value,
                code=code,
                text_zh=text_zh,
                text_en=text_en,
                position=position,
                number=figures.get(code),
            )
        )
