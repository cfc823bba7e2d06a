"""Services and readings of a car: one counter that only goes forward, and the due day kept on the car."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.care import services
from app.care.due import DueBasis
from app.care.service_records import ServiceDraft
from app.customers.editing import Edit, edit_card, undo
from app.customers.fields import Part
from app.errors import UserError
from app.lists import change_setting
from db.base import new_key
from db.models.customers import Vehicle
from tests.builders.caring import TODAY, car_of, friend, set_day
from tests.builders.databases import Founded, found

CAR = {"model": "速腾 1.4T", "plate": "川A12345", "bought_on": "2026-01-10"}


@pytest.fixture
def car(branch: Founded) -> UUID:
    set_day(branch)
    return car_of(branch, friend(branch, car=CAR))


def draft(day: date, km: int | None = None, **given: object) -> ServiceDraft:
    return ServiceDraft(served_on=day, items="机油机滤", mileage_km=km, **given)  # type: ignore[arg-type]


def due_on(branch: Founded, car: UUID) -> date | None:
    with branch.read() as work:
        kept = work.get(Vehicle, car).service_due_on
        assert services.explain_due(work, car).on == kept
        return kept


def test_each_service_and_reading_works_the_due_day_out_anew(branch: Founded, car: UUID) -> None:
    with branch.change() as work:
        first = services.record_service(work, car, draft(date(2026, 8, 1), 5_000))
    assert due_on(branch, car) == date(2027, 2, 1)
    with branch.change() as work:
        reading = services.record_mileage(work, car, 15_000, read_on=date(2026, 11, 9))
    with branch.read() as work:
        due = services.explain_due(work, car)
        assert (due.basis, due.km_a_day) == (DueBasis.MILEAGE, 100)
        assert work.get(Vehicle, car).mileage_km == 15_000
    assert due_on(branch, car) == date(2026, 8, 1) + timedelta(days=75)
    with branch.change() as work:
        services.withdraw_mileage(work, reading)
    assert due_on(branch, car) == date(2027, 2, 1)
    with branch.change() as work:
        services.withdraw_service(work, first)
    assert due_on(branch, car) == date(2026, 7, 10)
    with branch.change() as work:
        services.restore_service(work, first)
    assert due_on(branch, car) == date(2027, 2, 1)


def test_a_car_has_intervals_of_its_own_or_those_of_the_settings(branch: Founded, car: UUID) -> None:
    with branch.change() as work:
        services.set_intervals(work, car, months=12, km=None)
    assert due_on(branch, car) == date(2027, 1, 10)
    with branch.change() as work:
        services.set_intervals(work, car, months=None, km=None)
        change_setting(work, "service-months", 3)
        assert services.refresh_due_of_many(work) is None
    assert due_on(branch, car) == date(2026, 4, 10)
    with pytest.raises(UserError, match="interval-wrong"), branch.change() as work:
        services.set_intervals(work, car, months=0, km=None)


@pytest.mark.parametrize(
    ("km", "day", "code"),
    [
        (9_000, date(2026, 9, 2), "mileage-backwards"),
        (10_001, date(2026, 8, 31), "mileage-ahead"),
        (11_000, date(2026, 9, 1), "mileage-same-day"),
        (10_000, date(2026, 9, 1), "mileage-same-day"),
        (12_000, TODAY + timedelta(days=1), "mileage-in-future"),
        (-1, date(2026, 9, 2), "mileage-out-of-range"),
        (10_000_000, date(2026, 9, 2), "mileage-out-of-range"),
    ],
)
def test_a_counter_only_goes_forward(branch: Founded, car: UUID, km: int, day: date, code: str) -> None:
    with branch.change() as work:
        services.record_mileage(work, car, 10_000, read_on=date(2026, 9, 1))
    with pytest.raises(UserError, match=code), branch.change() as work:
        services.record_mileage(work, car, km, read_on=day)


def test_a_reading_of_the_day_of_the_service_may_agree_with_it(branch: Founded, car: UUID) -> None:
    with branch.change() as work:
        services.record_mileage(work, car, 10_000)
        services.record_service(work, car, draft(TODAY, 10_000))
    with pytest.raises(UserError, match="mileage-same-day"), branch.change() as work:
        services.record_service(work, car, draft(TODAY, 10_001))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (ServiceDraft(served_on=TODAY + timedelta(days=1), items="x"), "service-in-future"),
        (ServiceDraft(served_on=TODAY, items=" \u200b "), "service-empty"),
        (ServiceDraft(served_on=TODAY, items="x", cost=Decimal(-1)), "service-amount-wrong"),
        (ServiceDraft(served_on=TODAY, items="x", minutes=0), "service-minutes-wrong"),
        (ServiceDraft(served_on=TODAY, items="x" * 20_001), "text-too-long"),
    ],
)
def test_what_cannot_be_a_service_is_refused(
    branch: Founded, car: UUID, wrong: ServiceDraft, code: str
) -> None:
    with pytest.raises(UserError, match=code), branch.change() as work:
        services.record_service(work, car, wrong)


def test_the_history_names_who_served_and_an_edit_needs_the_newest_sight(branch: Founded, car: UUID) -> None:
    with branch.change() as work:
        made = services.record_service(work, car, draft(date(2026, 8, 1), 5_000, cost=Decimal("680.50")))
    with branch.read() as work:
        customer_id = work.get(Vehicle, car).customer_id
        (seen,) = services.cars_of(work, customer_id)
    line = seen.services[0]
    assert (line.served_by_name, line.cost, seen.due.counted_from) == (
        "王芳",
        Decimal("680.50"),
        line.served_on,
    )
    set_day(branch, hour=5)
    with branch.change() as work:
        services.edit_service(work, made, draft(date(2026, 8, 2), 5_100), seen=line.changed_at)
    with pytest.raises(UserError, match="changed-meanwhile"), branch.change() as work:
        services.edit_service(work, made, draft(date(2026, 8, 3), 5_100), seen=line.changed_at)
    assert due_on(branch, car) == date(2027, 2, 2)


def test_a_withdrawn_service_comes_back_only_where_its_mileage_still_fits(branch: Founded, car: UUID) -> None:
    with branch.change() as work:
        made = services.record_service(work, car, draft(date(2026, 8, 1), 5_000))
        services.withdraw_service(work, made)
        services.record_mileage(work, car, 4_000, read_on=date(2026, 9, 1))
    with pytest.raises(UserError, match="mileage-ahead"), branch.change() as work:
        services.restore_service(work, made)


def test_another_branch_has_no_part_in_it(branch: Founded, car: UUID) -> None:
    clerk = found(branch.store, "BJ").actor_with(*branch.actor.permissions)
    with branch.store.change(clerk) as work:
        for attempt in (
            lambda: services.record_service(work, car, draft(TODAY)),
            lambda: services.record_mileage(work, car, 5),
            lambda: services.explain_due(work, car),
            lambda: services.withdraw_service(work, new_key()),
        ):
            with pytest.raises(UserError, match="row-gone"):
                attempt()


def test_a_car_is_due_as_soon_as_its_purchase_is_known(branch: Founded, car: UUID) -> None:
    assert due_on(branch, car) == date(2026, 7, 10)
    with branch.read() as work:
        customer_id = work.get(Vehicle, car).customer_id
    edit = Edit(
        part=Part.VEHICLE,
        row_id=car,
        field="bought_on",
        seen=date(2026, 1, 10),
        given="2026-03-31",
    )
    with branch.change() as work:
        back = edit_card(work, customer_id, [edit])
    assert due_on(branch, car) == date(2026, 9, 30)
    with branch.change() as work:
        undo(work, back)
    assert due_on(branch, car) == date(2026, 7, 10)
