"""Numbered visit forms: printed or out of a booklet, found by serial, entered once, by whom they were given to."""

from __future__ import annotations

import pytest

from app.errors import UserError
from app.followups.visits import sheets as visit_sheets
from app.followups.visits import visiting as visits
from app.followups.visits.records import NewVisit, VisitResults
from app.registration import forms
from db.models.registration import FormKind, FormState
from tests.builders.cards import walk_in
from tests.builders.databases import Founded, found
from tests.builders.visits import colleague, entered, planned, visit_now


def _booklet(branch: Founded, issued_to: str = "", sheets: int = 3) -> list[str]:
    with branch.change() as work:
        batch = forms.issue_batch(work, sheets=sheets, issued_to=issued_to, kind=FormKind.VISIT)
    with branch.read() as work:
        return list(forms.batch_serials(work, batch.id))


def _state(branch: Founded, serial: str) -> FormState:
    with branch.read() as work:
        return forms.find_form(work, serial).state


def _printed(branch: Founded, key: object) -> str:
    with branch.change() as work:
        return visit_sheets.sheet_for(work, key)  # type: ignore[arg-type]


def test_a_printed_form_leads_to_its_visit_and_is_entered_with_the_results(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    serial = _printed(branch, key)
    assert serial.startswith("CDAV") or "V" in serial
    assert _printed(branch, key) == serial
    with branch.read() as work:
        sheet = visit_sheets.find_sheet(work, f" {serial.lower()} ")
    assert (sheet.visit_id, sheet.serial) == (key, serial)
    assert _state(branch, serial) is FormState.ISSUED
    assert entered(branch, key).serial == serial
    assert _state(branch, serial) is FormState.ENTERED


def test_a_sheet_of_a_booklet_is_entered_once(branch: Founded) -> None:
    serial, spare, _ = _booklet(branch, "王芳")
    card = walk_in(branch)
    first, second = planned(branch, card.customer_id), planned(branch, card.customer_id)
    assert entered(branch, first, serial=serial).serial == serial
    with pytest.raises(UserError, match="form-entered"):
        entered(branch, second, serial=serial)
    with branch.read() as work:
        assert visit_sheets.find_sheet(work, serial).visit_id == first
        blank = visit_sheets.find_sheet(work, spare)
    assert (blank.visit_id, blank.customer_id, blank.issued_to) == (None, None, "王芳")
    with branch.read() as work:
        (batch,) = forms.list_batches(work)
    assert (batch.kind, batch.entered, batch.missing) == (FormKind.VISIT, 1, 2)


def test_the_same_sheet_stays_when_results_are_completed_and_another_is_refused(branch: Founded) -> None:
    serial, other, _ = _booklet(branch)
    key = planned(branch, walk_in(branch).customer_id)
    entered(branch, key, serial=serial)
    assert entered(branch, key, serial=serial, needs="补写").answers["needs"] == "补写"
    with pytest.raises(UserError, match="visit-has-form"):
        entered(branch, key, serial=other)


def test_somebody_elses_booklet_is_asked_about(branch: Founded) -> None:
    serial = _booklet(branch, "李静")[0]
    key = planned(branch, walk_in(branch).customer_id)
    with pytest.raises(UserError, match="form-of-other-person") as refused:
        entered(branch, key, serial=serial)
    assert refused.value.facts["name"] == "李静"
    assert entered(branch, key, serial=serial, anyway=True).serial == serial


def test_a_clerk_enters_the_sheets_of_the_representative_whose_visit_it_is(branch: Founded) -> None:
    serial = _booklet(branch, "李静")[0]
    representative = colleague(branch)
    key = planned(branch, walk_in(branch).customer_id, owner_id=representative.account_id)
    assert entered(branch, key, serial=serial).serial == serial


def test_a_sheet_of_another_customer_kind_or_branch_is_refused(branch: Founded) -> None:
    card, other = walk_in(branch), walk_in(branch, "李四", "13900139000")
    key = planned(branch, card.customer_id)
    with branch.change() as work:
        theirs = visit_sheets.sheet_for_customer(work, other.customer_id)
    second = _printed(branch, planned(branch, card.customer_id))
    elsewhere = found(branch.store, "BJ")
    with branch.store.change(elsewhere.actor) as work:
        far = forms.issue_batch(work, sheets=1, kind=FormKind.VISIT).first_serial
    clerk = colleague(branch)
    mine = planned(branch, card.customer_id, clerk)
    for serial, code in (
        (theirs, "form-of-other-customer"), (second, "form-of-other-visit"), (card.form_serial, "form-of-other-kind"),
        (far, "form-of-other-branch"),
    ):  # fmt: skip
        for who, visit in ((branch.actor, key), (clerk, mine)):
            with pytest.raises(UserError, match=code):
                entered(branch, visit, who, serial=serial)
    with pytest.raises(UserError, match="form-of-other-branch"), branch.store.read(clerk) as work:
        visit_sheets.find_sheet(work, far)


def test_a_visit_sheet_is_no_registration_form(branch: Founded) -> None:
    serial = _booklet(branch)[0]
    with pytest.raises(UserError, match="form-of-other-kind"):
        walk_in(branch, form_serial=serial)
    card = walk_in(branch)
    with branch.change() as work:
        visit_sheets.sheet_for_customer(work, card.customer_id)
    with branch.read() as work:
        assert forms.serial_of(work, card.customer_id) == card.form_serial


def test_results_taken_back_free_the_sheet(branch: Founded) -> None:
    serial = _booklet(branch)[0]
    card = walk_in(branch)
    key = planned(branch, card.customer_id)
    done = entered(branch, key, serial=serial)
    with branch.change() as work:
        visits.reopen_visit(work, key, seen=done.seen)
    assert _state(branch, serial) is FormState.ISSUED
    assert visit_now(branch, key).serial == ""
    assert entered(branch, planned(branch, card.customer_id), serial=serial).serial == serial


def test_the_printed_form_of_a_visit_called_off_is_spoilt_and_a_new_one_printed(branch: Founded) -> None:
    key = planned(branch, walk_in(branch).customer_id)
    serial = _printed(branch, key)
    with branch.change() as work:
        visits.cancel_visit(work, key, "改期", seen=visit_now(branch, key).seen)
    assert _state(branch, serial) is FormState.SPOILT
    with pytest.raises(UserError, match="visit-cancelled"):
        _printed(branch, key)
    with pytest.raises(UserError, match="form-spoilt"), branch.read() as work:
        visit_sheets.find_sheet(work, serial)
    with branch.change() as work:
        visits.reopen_visit(work, key, seen=visit_now(branch, key).seen)
    assert _printed(branch, key) != serial


def test_a_sheet_printed_for_a_card_without_a_plan_is_entered_as_an_unplanned_visit(branch: Founded) -> None:
    card = walk_in(branch)
    with branch.change() as work:
        serial = visit_sheets.sheet_for_customer(work, card.customer_id)
        assert visit_sheets.find_sheet(work, serial).customer_id == card.customer_id
    with branch.change() as work:
        new = NewVisit(customer_id=card.customer_id, aim="上门", on=work.today())
        key = visits.log_visit(work, new, VisitResults(needs="皮卡", serial=serial))
    assert visit_now(branch, key).serial == serial
