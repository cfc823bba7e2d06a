"""Every use case that takes a work asks for its permission: called without any, it refuses before doing anything."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

import app
from app.errors import UserError
from app.work import Work
from tests.builders.databases import Founded

ASKED_BY_CALLER = {
    # Questions and steps inside a use case that has asked already, or that every signed-in person may put.
    "app.care.acts.write_act",
    "app.care.finding.celebrants",
    "app.care.finding.count_due_cars",
    "app.care.finding.count_festival",
    "app.care.finding.due_car_keys",
    "app.care.finding.due_cars",
    "app.care.finding.festival_customers",
    "app.care.finding.festival_keys",
    "app.care.finding.reach",
    "app.care.finding.remind_until",
    "app.care.acts.hold_cards",
    "app.complaints.problems.settle_state",
    "app.complaints.problems.write_event",
    "app.care.services.first_due",
    "app.care.services.refresh_due",
    "app.customers.cards.read_marks",
    "app.customers.editing.insert_row",
    "app.customers.log.write_entry",
    "app.calendar_days.calendar_of",
    "app.complaints.amending.amend",
    "app.complaints.amending.intake_value",
    "app.complaints.approvals.approving",
    "app.customers.log.keep_file",
    "app.complaints.categories.read_categories",
    "app.complaints.clocks.clocks_of",
    "app.complaints.clocks.ground_of",
    "app.complaints.clocks.limits_of",
    "app.complaints.clocks.refresh",
    "app.complaints.clocks.refresh_all",
    "app.complaints.effects.carry_effect",
    "app.complaints.reworking.rework",
    "app.complaints.facts.check_facts",
    "app.complaints.flows.flow_for",
    "app.complaints.flows.read_flow",
    "app.complaints.moving.standing_of",
    "app.complaints.moving.write_step",
    "app.customers.filling.fill_card",
    "app.followups.visits.reading.name_of",
    "app.followups.rules.deriving.count_asking",
    "app.followups.rules.deriving.days_of",
    "app.followups.rules.deriving.items_of",
    "app.followups.rules.deriving.read_asking",
    "app.followups.rules.deriving.rules_skipped",
    "app.followups.rules.deriving.run",
    "app.followups.rules.effects.effect_of",
    "app.followups.rules.effects.newly_due",
    "app.followups.rules.deriving.moving_of",
    "app.followups.rules.deriving.reach_of",
    "app.followups.rules.deriving.read_steps",
    "app.followups.rules.governing.stored_rules",
    "app.followups.rules.faces.read_faces",
    "app.customers.needs.mark_lost",
    "app.followups.closing.close_by_contact",
    "app.followups.closing.close_row",
    "app.followups.closing.contact_conditions",
    "app.followups.closing.open_again_by",
    "app.followups.closing.steps_met",
    "app.followups.standing.customer_of_step",
    "app.followups.standing.open_row_of",
    "app.followups.standing.steps_at",
    "app.followups.planning.checked_place",
    "app.followups.planning.plan_row",
    "app.followups.proposing.next_working_day",
    "app.followups.proposing.proposal",
    "app.lists.choice_of",
    "app.lists.all_choices",
    "app.lists.completeness_rules",
    "app.lists.setting",
    "app.lists.settings_of",
    "app.lists.write_setting",
    "app.calendar_days.work_calendar",
    "app.calendar_days.read_days",
    "app.calendar_days.missing_years",
    "app.numbering.take_numbers",
    "app.planting.plant",
    "app.registration.forms.enter_form",
    "app.registration.forms.find_form",
    "app.registration.forms.spoil_forms_of",
    "app.registration.paper.letterhead",
    "app.registration.paper.customer_by_number",
    "app.access.accounts.change_own_password",
    "app.access.accounts.list_roles",
    "app.access.reach.require_all_branches",
    "app.access.branches.read_branch",
}


def _use_cases() -> Iterator[tuple[str, Callable[..., object]]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name.startswith(("app.__main__", "app.command_line", "app.documents", "app.exchange")):
            continue
        loaded = importlib.import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            if function.__module__ != module.name or name.startswith("_"):
                continue
            parameters = list(inspect.signature(function).parameters.values())
            if parameters and parameters[0].name == "work":
                yield f"{module.name}.{name}", function


CASES = dict(_use_cases())


def _stand_in(parameter: inspect.Parameter) -> object:
    told = str(parameter.annotation)
    if "UUID" in told:
        return UUID(int=1)
    if "bytes" in told:
        return b"x"
    if "int" in told:
        return 1
    if "Sequence" in told or "tuple" in told:
        return ()
    return "x" if "str" in told else None


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", sorted(set(CASES) - ASKED_BY_CALLER))
def test_without_a_permission_nothing_opens(branch: Founded, name: str) -> None:
    function = CASES[name]
    needed = [
        parameter
        for parameter in list(inspect.signature(function).parameters.values())[1:]
        if parameter.default is inspect.Parameter.empty
    ]
    positional = [_stand_in(p) for p in needed if p.kind is not inspect.Parameter.KEYWORD_ONLY]
    named = {p.name: _stand_in(p) for p in needed if p.kind is inspect.Parameter.KEYWORD_ONLY}

    def call(work: Work) -> None:
        function(work, *positional, **named)

    with pytest.raises(UserError, match="not-allowed"), branch.change(branch.actor_with()) as work:
        call(work)


def test_the_exceptions_are_real_use_cases() -> None:
    assert set(CASES) >= ASKED_BY_CALLER
