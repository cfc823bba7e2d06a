"""Whoever withdrew, or may not be written to, is in no list, file, clipboard or gift, whatever was made before."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from app.care import messages
from app.care.acts import mark_called
from app.care.files import mail_address, write_list, write_mails
from app.care.gifts import GiftDraft, give_gifts
from app.care.messages import Outgoing
from app.care.occasions import occasions, people_of
from app.care.records import CareKey
from app.care.templates import TemplateDraft, save_template
from app.customers.consents import record_consent
from app.customers.editing import delete_card
from app.errors import UserError
from app.followups.records import Scope
from app.work import Work
from db.models.care import Occasion
from db.models.customers import ConsentPurpose, ContactWay, Customer
from tests.builders.caring import TODAY, about, birthday_key, friend, set_day, template
from tests.builders.databases import Founded

FESTIVAL = CareKey(occasion=Occasion.FESTIVAL, on=date(2026, 9, 25), code="mid-autumn")
SECRET = "13900139000"


def withdraw(work: Work, key: UUID) -> None:
    for purpose in (ConsentPurpose.MARKETING, ConsentPurpose.SERVICE):
        record_consent(work, key, purpose, given=False)


def stop(work: Work, key: UUID) -> None:
    work.get(Customer, key).do_not_contact = True


def turn_child(work: Work, key: UUID) -> None:
    work.get(Customer, key).birth_year = 2020


WAYS = [withdraw, stop, turn_child, delete_card]


@pytest.mark.parametrize("leave", WAYS)
def test_a_customer_who_left_reaches_no_surface(
    branch: Founded, tmp_path: Path, leave: Callable[[Work, UUID], None]
) -> None:
    set_day(branch)
    good = friend(branch, "留下", birth="1990-11-23", email="good@example.com")
    gone = friend(branch, "离开", SECRET, birth="1990-11-23", email="gone@example.com")
    sms, mail = template(branch, "birthday-sms"), template(branch, "birthday-email")
    with branch.change() as work:
        made = messages.make_messages(work, birthday_key(), [about(good), about(gone)], sms)
        assert len(made.ids) == 2
    with branch.change() as work:
        leave(work, gone)
    with branch.change() as work:
        out = messages.outgoing(work, made.ids)
        handed = messages.hand_over(work, made.ids)
    assert [one.name for one in out] == ["留下"]
    assert (len(handed.ids), handed.withdrawn) == (1, 1)
    for name in ("list.xlsx", "list.csv"):
        write_list(tmp_path / name, out)
        assert SECRET not in _everything_in(tmp_path / name)
    with branch.read() as work:
        assert "离开" not in [item.name for item in occasions(work, Scope(), TODAY, TODAY)]
        for key in (birthday_key(), FESTIVAL):
            assert gone.bytes not in people_of(work, Scope(), key).ready
    for again in (sms, mail):
        with branch.change() as work:
            assert messages.make_messages(work, birthday_key(), [about(gone)], again).ids == ()
    for attempt in (
        lambda work: give_gifts(work, birthday_key(), [about(gone)], GiftDraft(item="茶")),
        lambda work: mark_called(work, birthday_key(), about(gone), matter="生日"),
    ):
        with pytest.raises(UserError, match=r"care-not-allowed|row-gone"), branch.change() as work:
            attempt(work)


def _everything_in(path: Path) -> str:
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row)


def test_what_would_run_in_a_spreadsheet_stays_text(branch: Founded, tmp_path: Path) -> None:
    set_day(branch)
    evil = '=HYPERLINK("http://x","点我")'
    who = friend(branch, "张三", occupation=None)
    with branch.change() as work:
        work.get(Customer, who).name = evil
        draft = TemplateDraft(name="x", way=ContactWay.SMS, occasion=Occasion.BIRTHDAY, body="{姓名}好")
        chosen = save_template(work, None, draft)
        ids = messages.make_messages(work, birthday_key(), [about(who)], chosen).ids
        out = messages.outgoing(work, ids)
    write_list(tmp_path / "a.xlsx", out)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert [cell.value for cell in cells][:3] == ["13800138000", f"{evil}好", evil]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert cells[0].data_type == "s"
    write_list(tmp_path / "a.csv", out)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as opened:
        row = list(csv.reader(opened))[1]
    assert row[:3] == ["13800138000", f"'{evil}好", f"'{evil}"]


MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
MAIL = Outgoing(
    id=UUID(int=1),
    way=ContactWay.EMAIL,
    number="CD-A1-1",
    name='a/b\\c:"*?<>|..',
    recipient="a@example.com",
    subject="好",
    body="你好",
)


def test_mail_files_take_any_name_and_overwrite_none(tmp_path: Path) -> None:
    first = write_mails(tmp_path, [MAIL, MAIL], at=MOMENT)
    second = write_mails(tmp_path, [MAIL], at=MOMENT)
    assert len({*first, *second}) == 3
    assert all(path.parent == tmp_path and path.suffix == ".eml" for path in first)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export-unwritable"):
        write_mails(tmp_path / "gone", [MAIL], at=MOMENT)
    with pytest.raises(UserError, match="export-unwritable"):
        write_list(tmp_path / "gone" / "a.csv", [])
    with pytest.raises(UserError, match="export-kind-unknown"):
        write_list(tmp_path / "a.txt", [])


def test_a_text_too_long_for_the_mail_program_is_to_be_saved(tmp_path: Path) -> None:
    assert mail_address(MAIL).startswith("mailto:a@example.com?subject=")
    with pytest.raises(UserError, match="mail-too-long"):
        mail_address(replace(MAIL, body="好" * 300))
