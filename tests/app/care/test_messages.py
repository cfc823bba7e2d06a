"""Messages: made once for whoever may have them, handed over, sent, answered, each with its way back."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.care import messages
from app.care.acts import mark_called, undo_acts
from app.care.allowed import WhyNot
from app.care.answers import (
    Stop,
    asks_to_stop,
    count_due_answers,
    list_messages,
    read_messages,
    record_answer,
    undo_answer,
)
from app.care.occasions import people_of
from app.care.records import CareKey
from app.care.templates import TemplateDraft, save_template
from app.customers.cards import list_entries, open_card
from app.customers.consents import record_consent
from app.customers.editing import Edit, edit_card
from app.customers.fields import Part
from app.customers.records import Entry
from app.errors import UserError
from app.followups.records import Scope
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import Message, MessageState, Occasion
from db.models.customers import ConsentPurpose, ContactWay, Customer
from tests.builders.cards import walk_in
from tests.builders.caring import TODAY, about, birthday_key, friend, set_day, template
from tests.builders.databases import Founded

KEY = birthday_key()


@pytest.fixture
def someone(branch: Founded) -> UUID:
    set_day(branch)
    return friend(branch, birth="11-23")


def make(branch: Founded, *people: UUID, code: str = "birthday-sms", key: CareKey = KEY) -> messages.Made:
    chosen = template(branch, code)
    with branch.change() as work:
        return messages.make_messages(work, key, [about(one) for one in people], chosen)


def sent(branch: Founded, *people: UUID, code: str = "birthday-sms", key: CareKey = KEY) -> tuple[UUID, ...]:
    ids = make(branch, *people, code=code, key=key).ids
    with branch.change() as work:
        messages.hand_over(work, ids)
    with branch.change() as work:
        messages.confirm_sent(work, ids)
    return ids


def state_of(branch: Founded, message_id: UUID) -> MessageState:
    with branch.read() as work:
        return work.get(Message, message_id).state


def test_a_message_goes_its_way_and_becomes_a_line_of_the_log(branch: Founded, someone: UUID) -> None:
    with branch.read() as work:
        before = work.get(Customer, someone).last_contact_at
    (one,) = make(branch, someone).ids
    assert state_of(branch, one) is MessageState.DRAFT
    with branch.change() as work:
        (out,) = messages.outgoing(work, [one])
        assert messages.hand_over(work, [one]).ids == (one,)
    assert (out.recipient, out.name) == ("138 0013 8000", "张三")
    assert out.body.startswith("【成都高新店】张三，生日快乐！")
    set_day(branch, hour=5)
    with branch.change() as work:
        assert messages.confirm_sent(work, [one]) == 1
    with branch.read() as work:
        entries = [e for e in _entries(work, someone) if e.way is ContactWay.SMS]
        assert [e.matter for e in entries] == [out.body]
        assert work.get(Customer, someone).last_contact_at == before
    with branch.change() as work:
        messages.undo_sent(work, [one])
    assert state_of(branch, one) is MessageState.HANDED
    with branch.read() as work:
        assert [e for e in _entries(work, someone) if e.way is ContactWay.SMS] == []


def _entries(work: Work, customer_id: UUID) -> tuple[Entry, ...]:
    return list_entries(work, customer_id)


def test_who_is_left_out_is_named_with_the_reason(branch: Founded, someone: UUID) -> None:
    stop = friend(branch, "乙", "13900139000", do_not_contact=True)
    no_mobile = friend(branch, "丙", "028-85001234")
    made = make(branch, someone, stop, no_mobile, someone)
    assert len(made.ids) == 1
    assert [(one.name, one.why_not) for one in made.left_out] == [
        ("乙", WhyNot.DO_NOT_CONTACT),
        ("丙", WhyNot.NO_MOBILE),
    ]


def test_nobody_is_greeted_twice(branch: Founded, someone: UUID) -> None:
    first = make(branch, someone)
    again = make(branch, someone)
    assert (again.ids, again.left_out[0].is_done) == ((), True)
    with branch.change() as work:
        messages.hand_over(work, first.ids)
    assert make(branch, someone).left_out[0].is_done
    with pytest.raises(UserError, match="care-done-already"), branch.change() as work:
        mark_called(work, KEY, about(someone), matter="生日问候")
    with branch.change() as work:
        assert messages.withdraw_messages(work, first.ids) == 1
    assert len(make(branch, someone).ids) == 1


def test_a_missing_value_leaves_one_out_and_not_the_rest(branch: Founded, someone: UUID) -> None:
    other = friend(branch, "李四", "13900139000", car={"model": "速腾"})
    draft = TemplateDraft(name="x", way=ContactWay.SMS, occasion=Occasion.BIRTHDAY, body="您的{车型}")
    with branch.change() as work:
        chosen = save_template(work, None, draft)
        made = messages.make_messages(work, KEY, [about(someone), about(other)], chosen)
    assert len(made.ids) == 1
    assert made.left_out[0].flaw is not None
    assert made.left_out[0].flaw.code == "template-value-missing"


def test_a_template_of_another_occasion_or_set_aside_makes_nothing(branch: Founded, someone: UUID) -> None:
    with pytest.raises(UserError, match="template-other-occasion"):
        make(branch, someone, code="maintenance-sms")
    draft = TemplateDraft(name="x", way=ContactWay.SMS, occasion=Occasion.BIRTHDAY, body="好", active=False)
    with branch.change() as work:
        aside = save_template(work, None, draft)
    with pytest.raises(UserError, match="template-set-aside"), branch.change() as work:
        messages.make_messages(work, KEY, [about(someone)], aside)
    with pytest.raises(UserError, match="messages-too-many"), branch.change() as work:
        messages.make_messages(work, KEY, [about(someone)] * 501, aside)


def test_a_sent_message_is_not_taken_back(branch: Founded, someone: UUID) -> None:
    ids = sent(branch, someone)
    with pytest.raises(UserError, match="message-sent-already"), branch.change() as work:
        messages.withdraw_messages(work, ids)


def test_a_message_that_failed_leaves_the_occasion_open(branch: Founded, someone: UUID) -> None:
    ids = sent(branch, someone)
    with branch.read() as work:
        assert len(people_of(work, Scope(), KEY).done) == 16
    with branch.change() as work:
        assert messages.mark_failed(work, ids, reason="空号") == 1
    with branch.read() as work:
        assert len(people_of(work, Scope(), KEY).ready) == 16
        assert read_messages(work, ids)[0].answer == "空号"
    with pytest.raises(UserError, match="fail-reason-empty"), branch.change() as work:
        messages.mark_failed(work, ids, reason=" ")


@pytest.fixture
def awaited(branch: Founded) -> UUID:
    """A message whose answer is awaited for three days."""
    set_day(branch)
    who = friend(branch, wechat="wx_zhang_1")
    (one,) = sent(branch, who, code="thanks-wechat", key=CareKey(occasion=Occasion.THANKS, on=TODAY))
    return one


def test_an_answer_is_awaited_for_the_days_of_the_template(branch: Founded, awaited: UUID) -> None:
    with branch.read() as work:
        (line,) = read_messages(work, [awaited])
        assert (line.answer_due_on, line.is_late) == (TODAY + timedelta(days=3), False)
        assert count_due_answers(work, Scope()) == 0
    set_day(branch, date(2026, 11, 26))
    with branch.read() as work:
        assert count_due_answers(work, Scope()) == 1
        assert list_messages(work, Scope(), only_due=True) == awaited.bytes
        assert list_messages(work, Scope(), state=MessageState.DRAFT) == b""
    with branch.change() as work:
        record_answer(work, awaited, "好的，周六到")
    with branch.read() as work:
        assert count_due_answers(work, Scope()) == 0
        (line,) = read_messages(work, [awaited])
        assert (line.state, line.answer) == (MessageState.ANSWERED, "好的，周六到")
        assert work.get(Customer, line.customer_id).last_contact_at == work.now()


@pytest.mark.parametrize(
    ("answer", "stop"),
    [
        ("T", True),
        ("td", True),
        ("ＴＤ", True),
        ("退订", True),
        ("请不要再发了", True),
        ("拒收！", True),
        ("STOP", True),
        ("Thanks", False),
        ("好的", False),
        ("Tomorrow", False),
        ("不用谢", False),
    ],
)
def test_an_answer_that_asks_to_stop_is_understood(answer: str, stop: bool) -> None:
    assert asks_to_stop(answer) is stop


def test_who_asks_to_stop_is_obeyed_and_the_slip_of_a_clerk_taken_back(
    branch: Founded, someone: UUID
) -> None:
    (one,) = sent(branch, someone)
    key = CareKey(occasion=Occasion.FESTIVAL, on=date(2026, 11, 24), code="mid-autumn")
    (draft,) = make(branch, someone, code="festival-sms", key=key).ids
    with branch.change() as work:
        answered = record_answer(work, one, "退订", stop=Stop.MARKETING)
    assert make(branch, someone, code="festival-sms", key=key).left_out[0].why_not is WhyNot.WITHDRAWN
    with branch.read() as work:
        assert work.session.get(Message, draft) is None
        assert not work.get(Customer, someone).do_not_contact
    with branch.change() as work:
        undo_answer(work, answered)
    assert state_of(branch, one) is MessageState.SENT
    assert len(make(branch, someone, code="festival-sms", key=key).ids) == 1
    with branch.change() as work:
        answered = record_answer(work, one, "别再联系我", stop=Stop.EVERYTHING)
    with branch.read() as work:
        assert work.get(Customer, someone).do_not_contact
    with branch.change() as work:
        undo_answer(work, answered)
    with branch.read() as work:
        assert not work.get(Customer, someone).do_not_contact


def test_taking_an_answer_back_leaves_a_later_wish_to_be_left_alone(branch: Founded, someone: UUID) -> None:
    (one,) = sent(branch, someone)
    with branch.change() as work:
        answered = record_answer(work, one, "好")
    with branch.change() as work:
        work.get(Customer, someone).do_not_contact = True
    with branch.change() as work:
        undo_answer(work, answered)
    with branch.read() as work:
        assert work.get(Customer, someone).do_not_contact


def test_a_draft_has_no_answer(branch: Founded, someone: UUID) -> None:
    (one,) = make(branch, someone).ids
    with pytest.raises(UserError, match="message-not-sent"), branch.change() as work:
        record_answer(work, one, "好")


def test_a_call_is_a_line_of_the_log_and_taken_back_with_it(branch: Founded, someone: UUID) -> None:
    with branch.change() as work:
        act = mark_called(work, KEY, about(someone), matter="生日问候", answer="很高兴")
    with branch.read() as work:
        assert "生日问候" in [entry.matter for entry in _entries(work, someone)]
        assert len(people_of(work, Scope(), KEY).done) == 16
    with branch.change() as work:
        assert undo_acts(work, [act]) == 1
    with branch.read() as work:
        assert "生日问候" not in [entry.matter for entry in _entries(work, someone)]
        assert len(people_of(work, Scope(), KEY).ready) == 16


def test_an_old_number_is_not_written_to(branch: Founded, someone: UUID) -> None:
    """The number changed between making the message and handing it over."""
    ids = make(branch, someone).ids
    with branch.change() as work:
        phone = open_card(work, someone).phones[0]
        edit = Edit(
            part=Part.PHONE, row_id=phone.id, field="shown", seen=phone.values["shown"], given="13900139000"
        )
        edit_card(work, someone, [edit])
    with branch.change() as work:
        assert messages.outgoing(work, ids) == []
        assert messages.hand_over(work, ids) == messages.Handed(ids=(), withdrawn=1)


def test_messages_are_those_of_the_customers_one_looks_after(branch: Founded, someone: UUID) -> None:
    make(branch, someone)
    with branch.change() as work:
        work.get(Customer, someone).owner_id = new_key()
    clerk = replace(branch.actor_with(Permission.SEND_MESSAGES), account_id=new_key())
    with branch.store.read(clerk) as work:
        assert list_messages(work, Scope()) == b""
    with branch.read() as work:
        assert len(list_messages(work, Scope())) == 16


def test_consent_of_a_walk_in_is_what_the_form_said(branch: Founded) -> None:
    set_day(branch)
    nobody = walk_in(branch, "无意", "13500135000").customer_id
    assert make(branch, nobody).left_out[0].why_not is WhyNot.NO_CONSENT
    with branch.change() as work:
        record_consent(work, nobody, ConsentPurpose.MARKETING, given=True)
        assert work.session.scalar(select(Message.id)) is None
    assert len(make(branch, nobody).ids) == 1


def test_two_clerks_who_press_at_once_greet_once(branch: Founded, someone: UUID) -> None:
    """Both press "save the list" for the same birthday at the same moment."""
    chosen = template(branch, "birthday-sms")
    together = threading.Barrier(2, timeout=20)
    made: list[int] = []

    def press() -> None:
        together.wait()
        with branch.change() as work:
            made.append(len(messages.make_messages(work, KEY, [about(someone)], chosen).ids))

    clerks = [threading.Thread(target=press) for _ in range(2)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert sorted(made) == [0, 1]
