"""What comes next on the card: planned in place, done, handed to owners, given up; each with its way back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.followups.items import items_of
from app.followups.owners import owners_of
from app.followups.records import Item
from app.states import ContactWay, StepState
from tests.ui.customers.conftest import Counter
from ui.customers.next_forms import Small
from ui.customers.right_side import RightSide

MATTER = "邀约试驾"


def right(counter: Counter) -> RightSide:
    return counter.page.card.right


def planned(counter: Counter, customer_id: UUID) -> list[Item]:
    with counter.founded.read() as work:
        return [item for item in items_of(work, customer_id) if item.title == MATTER]


def opened(counter: Counter, **more: Any) -> UUID:
    customer_id = counter.register(**more)
    counter.open(customer_id)
    counter.wait_for(lambda: not right(counter).next_up.planner.isHidden())
    return customer_id


def write_plan(counter: Counter, day: str) -> Small:
    counter.qtbot.keyClick(counter.page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = right(counter).forms.plan
    counter.wait_for(form.isVisible)
    form.form["due_on"].type_text(day)  # type: ignore[attr-defined]
    form.form["matter"].type_text(MATTER)  # type: ignore[attr-defined]
    return form


def test_a_contact_is_planned_in_place_and_can_be_taken_back(counter: Counter) -> None:
    customer_id = opened(counter)
    form = write_plan(counter, "明天")
    form.form["starts_at"].type_text("下午2点半")  # type: ignore[attr-defined]
    form.save()
    counter.wait_for(lambda: len(planned(counter, customer_id)) == 1)
    [item] = planned(counter, customer_id)
    assert item.starts_at is not None
    assert item.starts_at.astimezone().strftime("%H:%M") == "14:30"
    assert item.due_on == date.today() + timedelta(days=1)  # noqa: DTZ011 - the day on the wall
    counter.wait_for(lambda: not form.isVisible())
    counter.wait_for(lambda: any(MATTER in ask.accessibleName() for ask in right(counter).next_up.steps))
    counter.messages.history[-1].actions[0].run()
    counter.wait_for(lambda: planned(counter, customer_id)[0].state is StepState.CANCELLED)


def test_a_day_that_is_past_is_refused_at_its_field(counter: Counter) -> None:
    customer_id = opened(counter)
    form = write_plan(counter, "2020-01-01")
    form.save()
    counter.wait_for(lambda: form.form["due_on"].error != "")
    assert form.isVisible()
    assert planned(counter, customer_id) == []


def test_a_press_on_a_step_leads_to_its_result_and_back(counter: Counter) -> None:
    customer_id = opened(counter)
    write_plan(counter, "今天").save()
    counter.wait_for(lambda: any(MATTER in ask.accessibleName() for ask in right(counter).next_up.steps))
    step = next(ask for ask in right(counter).next_up.steps if MATTER in ask.accessibleName())
    counter.qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    panel = right(counter).panel
    counter.wait_for(lambda: panel.isVisible() and bool(panel.grid.buttons))
    assert panel.press("m")
    counter.page.save()
    counter.wait_for(lambda: not panel.isVisible())
    [item] = planned(counter, customer_id)
    assert item.state is StepState.DONE
    assert counter.stored(customer_id).entries[0].outcome == "satisfied"


def test_a_second_owner_is_named_by_choosing(counter: Counter) -> None:
    customer_id = opened(counter, card={"class_code": "key"})
    next_up = right(counter).next_up
    assert next_up.owners.accessibleName().startswith("王芳  ")
    counter.qtbot.mouseClick(next_up.owners, Qt.MouseButton.LeftButton)
    form = right(counter).forms.owners
    counter.wait_for(form.isVisible)
    form.form["second"].pick(counter.founded.actor.account_id)  # type: ignore[attr-defined]
    form.save()
    counter.wait_for(lambda: form.form["second"].error != "")
    form.form["first"].pick(None)  # type: ignore[attr-defined]
    form.form["second"].pick(None)  # type: ignore[attr-defined]
    form.save()
    counter.wait_for(lambda: not form.isVisible())
    with counter.founded.read() as work:
        assert owners_of(work, customer_id).first is None
    counter.messages.history[-1].actions[0].run()

    def is_back() -> bool:
        with counter.founded.read() as work:
            return owners_of(work, customer_id).first == counter.founded.actor.account_id

    counter.wait_for(is_back)


def test_a_need_given_up_asks_why_and_can_be_taken_back(counter: Counter) -> None:
    customer_id = opened(counter, need={"product": "途岳", "intent_level": "A"})
    right(counter).next_up.losers[0].click()
    form = right(counter).forms.loss
    counter.wait_for(form.isVisible)
    form.save()
    assert form.form["reason"].error
    form.form["reason"].pick("price")  # type: ignore[attr-defined]
    form.save()
    counter.wait_for(lambda: not form.isVisible())
    assert not counter.stored(customer_id).needs[0].values["is_open"]
    counter.messages.history[-1].actions[0].run()
    counter.wait_for(lambda: bool(counter.stored(customer_id).needs[0].values["is_open"]))


def test_escape_leaves_the_form_and_the_card_stays(counter: Counter) -> None:
    opened(counter)
    form = write_plan(counter, "明天")
    form.go()
    counter.wait_for(form.form["due_on"].editor().hasFocus)
    focus = QApplication.focusWidget()
    assert focus is not None
    form.closer.click()
    assert not form.isVisible()
    assert counter.page.is_card_shown


def test_a_call_is_logged_with_outcome_direction_and_minutes(counter: Counter) -> None:
    customer_id = opened(counter)
    contact = counter.page.card.happenings.contact
    counter.page.card.log_contact()
    assert not contact.form["is_incoming"].isVisible()
    contact.form["way"].pick(ContactWay.CALL)  # type: ignore[attr-defined]
    assert contact.form["is_incoming"].isVisible()
    contact.form["is_incoming"].pick(True)  # type: ignore[attr-defined]
    contact.form["minutes"].type_text("6")  # type: ignore[attr-defined]
    contact.form["outcome"].pick("interested")  # type: ignore[attr-defined]
    contact.form["matter"].type_text("询价")  # type: ignore[attr-defined]
    contact.save()
    counter.wait_for(lambda: counter.stored(customer_id).entries[0].matter == "询价")
    entry = counter.stored(customer_id).entries[0]
    assert (entry.outcome, entry.is_incoming, entry.minutes) == ("interested", True, 6)
