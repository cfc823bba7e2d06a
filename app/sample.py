"""A made-up branch to try things on: plausible names, valid numbers, needs, cars, and work with a past."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert

from app.customers.names import sort_key
from app.customers.numbers import parse_phone, parse_plate, uscc_check_digit, vin_check_digit
from app.customers.regions import children
from app.customers.values import phone_columns
from app.defaults import SETTINGS
from app.errors import UserError
from app.numbering import NumberKind, take_numbers
from app.sample_tickets import MOST as TICKETS_MOST
from app.sample_tickets import ONE_IN, Complainant, add_tickets
from app.sample_work import MODELS as WORKED
from app.sample_work import Life, Rows, Stage, add_contacts, add_plans, add_services, live, set_stage
from app.work import Topic, Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import (
    BirthCalendar,
    Consent,
    ConsentPurpose,
    ContactPerson,
    Customer,
    CustomerKind,
    Gender,
    Need,
    OriginKind,
    Phone,
    Vehicle,
)

SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡"
    "潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢单仇解区查翟朴盖"
)
COMPOUND: Final = ("欧阳", "尉迟", "万俟", "司马", "诸葛", "上官")
MALE: Final = "伟强磊军洋勇杰涛超明刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙林峰"
FEMALE: Final = "芳娜敏静丽艳娟霞秀英玲燕红梅洁婷慧莹雪琳晶倩颖佳琪怡蕾萍薇欣妍"
MODELS: Final = ("速腾 1.4T", "朗逸 1.5L", "帕萨特 2.0T", "途观L 2.0T", "ID.4 X", "迈腾 2.0T", "宝来", "途岳")
RIVALS: Final = ("卡罗拉", "思域", "凯美瑞", "秦PLUS", "Model 3", "")
FIRMS: Final = ("商贸", "科技", "汽车销售服务", "建筑工程", "物流", "餐饮管理", "文化传播", "医疗器械")
PLACES: Final = ("成都", "四川", "武侯", "锦江", "高新", "天府", "金牛", "华西")
SOURCES: Final = ("walk-in", "telephone", "online", "exhibition", "referral")
JOBS: Final = ("教师", "医生", "工程师", "个体经营", "公务员", "司机", "会计", "销售", "")
REGIONS_OF: Final = "510100"
CHUNK: Final = 1_000
MOST: Final = 2_000_000

BUYS_WITHIN: Final = {"H": (1, 8), "A": (3, 31), "B": (31, 91), "C": (91, 200)}
"""The days ahead each level is expected to buy in."""


def make_sample(
    work: Work, *, customers: int, seed: int = 1, progress: Callable[[int], None] | None = None
) -> int:
    """Add so many made-up cards, the same for the same seed; returns how many.

    Raises UserError `sample-size`, `not-allowed`.
    """
    work.require(Permission.MAKE_SAMPLE)
    if not 1 <= customers <= MOST:
        raise UserError("sample-size", given=customers, most=MOST)
    work.comes_from(OriginKind.SAMPLE, f"seed {seed}")
    dice = random.Random(seed)
    stage = set_stage(work)
    regions = [region.code for region in children(REGIONS_OF)]
    complainants: list[Complainant] = []
    for start in range(0, customers, CHUNK):
        count = min(CHUNK, customers - start)
        numbers = take_numbers(work, NumberKind.CUSTOMER, count)
        rows: Rows = {
            model: [] for model in (Customer, Phone, ContactPerson, Vehicle, Need, Consent, *WORKED)
        }
        for number in numbers:
            _add_customer(dice, stage, number, regions, rows)
        for model, values in rows.items():
            if values:
                work.session.execute(insert(model), values)
        if len(complainants) < TICKETS_MOST:
            complainants += _complainants(rows)
        if progress is not None:
            progress(start + count)
    add_tickets(work, dice, stage, complainants[:TICKETS_MOST])
    work.changed(Topic.CUSTOMERS, Topic.FOLLOWUPS, Topic.ACCOUNTS)
    return customers


def _complainants(rows: Rows) -> list[Complainant]:
    """One in so many of the cards just made, with phone and car."""
    phones = {row["customer_id"]: row for row in rows[Phone]}
    cars = {row["customer_id"]: row["id"] for row in rows[Vehicle]}
    return [
        Complainant(
            customer_id=row["id"],
            name=row["name"],
            phone=phones[row["id"]]["number"],
            shown=phones[row["id"]]["shown"],
            vehicle_id=cars.get(row["id"]),
            since=row["created_at"],
        )
        for row in rows[Customer][ONE_IN - 1 :: ONE_IN]
    ]


def _add_customer(dice: random.Random, stage: Stage, number: str, regions: list[str], rows: Rows) -> None:
    is_firm = dice.random() < 0.12
    gender = dice.choice((Gender.MALE, Gender.FEMALE))
    person = _person_name(dice, gender)
    name = _firm_name(dice) if is_firm else person
    class_code = dice.choices(("key", "general", "potential"), (1, 4, 5))[0]
    wants = dice.random() < 0.6
    is_lost = wants and dice.random() < 0.08
    level = dice.choices(("H", "A", "B", "C"), (1, 2, 4, 4))[0] if wants else None
    life = live(
        dice, stage, rows=rows, marks=stage.marks(), class_code=class_code, level=None if is_lost else level
    )
    marks, customer_id = life.marks, life.customer_id
    row = {
        **dict.fromkeys(
            ("gender", "birth_calendar", "birth_year", "birth_month", "birth_day", "birth_leap", "uscc",
             "industry", "company_type", "occupation", "company_name", "wechat")
        ),
        "id": customer_id, "number": number, "name": name, "name_pinyin": sort_key(name),
        "kind": CustomerKind.COMPANY if is_firm else CustomerKind.PERSON,
        "region_code": dice.choice(regions),
        "address": f"{dice.choice('人民建设和平解放')}路{dice.randrange(1, 400)}号",
        "class_code": class_code,
        "source_code": dice.choices(SOURCES, (5, 2, 2, 1, 2))[0],
        "channel_code": "branch", "campaign": "春季车展" if dice.random() < 0.1 else None,
        "do_not_contact": dice.random() < 0.02, "last_contact_at": life.last,
        "owner_id": life.owner[0], "second_owner_id": life.second, **marks,
    }  # fmt: skip
    row |= _firm_fields(dice) if is_firm else _person_fields(dice, gender)
    rows[Customer].append(row)
    _add_phone(dice, rows, customer_id, marks)
    if is_firm:
        _add_contact_person(dice, rows, customer_id, person, marks)
    if dice.random() < 0.35:
        add_services(life, _add_vehicle(dice, rows, customer_id, marks))
    if level is not None:
        _add_need(life, level, is_lost=is_lost)
    add_contacts(life)
    add_plans(life)
    _add_consents(dice, rows, customer_id, marks)


def _add_consents(dice: random.Random, rows: Rows, customer_id: UUID, marks: dict[str, Any]) -> None:
    """As they were given at registration: nearly all to service, half to being greeted."""
    for purpose, share in ((ConsentPurpose.SERVICE, 0.95), (ConsentPurpose.MARKETING, 0.5)):
        if dice.random() < share:
            rows[Consent].append(
                {
                    "id": new_key(),
                    "customer_id": customer_id,
                    "purpose": purpose,
                    "given": True,
                    "edition": SETTINGS["privacy-edition"],
                    "happened_at": marks["created_at"],
                    "way": "counter",
                    **marks,
                }
            )


def _person_name(dice: random.Random, gender: Gender) -> str:
    surname = dice.choice(COMPOUND) if dice.random() < 0.02 else dice.choice(SURNAMES)
    pool = MALE if gender is Gender.MALE else FEMALE
    return surname + "".join(dice.choices(pool, k=dice.choice((1, 2, 2))))


def _firm_name(dice: random.Random) -> str:
    brand = "".join(dice.choices(MALE + FEMALE, k=2))
    return f"{dice.choice(PLACES)}{brand}{dice.choice(FIRMS)}有限公司"


def _person_fields(dice: random.Random, gender: Gender) -> dict[str, Any]:
    known = dice.random() < 0.6
    lunar = dice.random() < 0.2
    return {
        "gender": gender,
        "birth_calendar": (BirthCalendar.LUNAR if lunar else BirthCalendar.SOLAR) if known else None,
        "birth_year": dice.randrange(1955, 2006) if known else None,
        "birth_month": dice.randrange(1, 13) if known else None,
        "birth_day": dice.randrange(1, 29) if known else None,
        "birth_leap": False if known else None,
        "occupation": dice.choice(JOBS) or None,
        "wechat": f"wx_{dice.randrange(10**6, 10**7)}" if dice.random() < 0.4 else None,
    }


def _firm_fields(dice: random.Random) -> dict[str, Any]:
    letters = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = "91510100" + "".join(dice.choices(letters, k=9))
    return {
        "uscc": body + uscc_check_digit(body),
        "industry": dice.choice(("制造", "零售", "服务", "建筑")),
        "company_type": "end-user",
    }


def _add_phone(dice: random.Random, rows: Rows, owner: UUID, marks: dict[str, Any]) -> None:
    prefix = dice.choice(("135", "136", "138", "139", "151", "158", "177", "180", "186", "189"))
    phone = parse_phone(f"{prefix}{dice.randrange(10**8):08d}")
    rows[Phone].append(
        {"id": new_key(), "customer_id": owner, "is_main": True, **phone_columns(phone), **marks}
    )


def _add_contact_person(
    dice: random.Random, rows: Rows, owner: UUID, name: str, marks: dict[str, Any]
) -> None:
    phone = parse_phone(f"139{dice.randrange(10**8):08d}")
    rows[ContactPerson].append(
        {
            "id": new_key(), "customer_id": owner, "name": name,
            "post": dice.choice(("经理", "采购", "行政", "老板")),
            "decision_role": dice.choice(("decides", "handles")), "phone": phone.number,
            "phone_shown": phone.shown, **marks,
        }
    )  # fmt: skip


def _add_vehicle(dice: random.Random, rows: Rows, owner: UUID, marks: dict[str, Any]) -> dict[str, Any]:
    tail = "".join(dice.choices("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", k=5))
    plate = parse_plate(f"川A{dice.randrange(10)}{dice.randrange(10**4):04d}")
    vin = f"LSV{tail.replace('O', '0').replace('I', '1').replace('Q', '0')}0{dice.randrange(10**8):08d}"
    checked = vin[:8] + vin_check_digit(vin) + vin[9:]
    vehicle = {
        "id": new_key(), "customer_id": owner, "model": dice.choice(MODELS), "plate": plate.number,
        "vin": checked, "mileage_km": dice.randrange(12_000, 120_000), "bought_on": None,
        "service_due_on": None, **marks,
    }  # fmt: skip
    rows[Vehicle].append(vehicle)
    return vehicle


def _add_need(life: Life, level: str, *, is_lost: bool) -> None:
    dice, today = life.dice, life.stage.now.astimezone().date()
    least = dice.randrange(8, 30)
    first, last = BUYS_WITHIN[level]
    expected = today + timedelta(days=dice.randrange(first, last)) if dice.random() < 0.5 else None
    life.rows[Need].append(
        {
            "id": new_key(), "customer_id": life.customer_id, "product": dice.choice(MODELS),
            "budget_min": Decimal(least * 10_000), "budget_max": Decimal((least + 5) * 10_000),
            "intent_level": level, "competitor": dice.choice(RIVALS) or None,
            "purpose": dice.choice(("own-use", "family", "business")),
            "expected_on": None if is_lost else expected, "is_open": not is_lost,
            "lost_reason": dice.choice(("price", "competitor", "postponed")) if is_lost else None,
            "lost_on": today - timedelta(days=dice.randrange(1, 90)) if is_lost else None, **life.marks,
        }
    )  # fmt: skip
