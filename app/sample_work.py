"""The work of a made-up branch: who looks after whom, contacts and what came of them, plans, visits, services."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.access.passwords import NO_PASSWORD
from app.care.due import Intervals, Reading, next_due
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Account, AccountRole, Permission, Role, RoleCode
from db.models.customers import ContactEntry, ContactWay
from db.models.followups import Appointment, FollowUp, FollowUpRule, RuleBasis, StepState, Visit
from db.models.services import MileageReading, ServiceRecord

Rows = dict[type, list[dict[str, Any]]]
MODELS: Final = (ContactEntry, FollowUp, Visit, ServiceRecord, MileageReading)
"""Tables filled here, in the order their rows lean on each other."""
COLLEAGUES: Final = ("李静", "陈伟", "赵敏", "刘洋")
CYCLE_DAYS: Final = {"O": 7, "H": 2, "A": 7, "B": 14, "C": 30, "key": 30, "general": 90, "potential": 30}
MATTERS: Final = (
    "看车，试驾后表示满意", "询问贷款方案", "比较竞品价格", "约周末带家人再来", "询问保养套餐",
    "要求报价单", "电话回访，暂不考虑",
)  # fmt: skip
PLANS: Final = (
    "确认到店时间",
    "发送报价单",
    "告知置换政策",
    "邀请参加试驾活动",
    "回复贷款审批结果",
    "送生日祝福",
)
REACHED: Final = (("satisfied", 2), ("interested", 2), ("appointed", 2), ("ordinary", 1), ("considering", 1))
MISSED: Final = ("no-answer", "busy", "switched-off")
ANSWERS: Final = {
    "needs": ("家用七座，周末自驾", "公司商务接待用车两台", "增购一台代步车"),
    "competitor_advantage": ("优惠多五千，现车充足", "店面离客户近"),
    "our_difference": ("质保更长，可上门取送车", "置换补贴高，当天可提车"),
    "next_improvement": ("准备同级对比资料", "争取额外赠送首年保险"),
    "feedback": ("对外观满意，嫌内饰颜色少", "认可服务，价格再考虑"),
    "next_strategy": ("周末邀请全家试驾", "月底前报最终价格"),
}
SERVICES: Final = ("常规保养：机油、机滤", "更换前刹车片", "四轮定位、动平衡", "空调滤芯、清洗节气门")
TREATED: Final = timedelta(days=180)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What the made-up work stands on: the people of the branch, the rules by class and level, the intervals."""

    staff: tuple[tuple[UUID, str], ...]
    rules: Mapping[tuple[RuleBasis, str], tuple[UUID, str]]
    intervals: Intervals
    now: datetime
    marks: Callable[[], Mapping[str, Any]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Life:
    """One customer's: who looks after them, how often, when they were met, newest first, and where it is written."""

    dice: random.Random
    stage: Stage
    rows: Rows
    marks: dict[str, Any]
    customer_id: UUID
    owner: tuple[UUID, str]
    second: UUID | None
    cycle: tuple[RuleBasis, str]
    contacts: tuple[datetime, ...]

    @property
    def last(self) -> datetime:
        """The last contact."""
        return self.contacts[0]

    @property
    def first(self) -> datetime:
        """When the card was made."""
        return self.contacts[-1]


def set_stage(work: Work) -> Stage:
    """The people and rules of the branch; some colleagues are made where there is only whoever asks."""
    work.require(Permission.MAKE_SAMPLE)
    _make_colleagues(work)
    staff = work.session.execute(
        select(Account.id, Account.name)
        .where(Account.branch_id == work.actor.branch_id, Account.closed_at.is_(None))
        .order_by(Account.login)
    ).all()
    rules = work.session.execute(
        select(FollowUpRule.id, FollowUpRule.basis, FollowUpRule.code, FollowUpRule.matter_zh).where(
            FollowUpRule.active, FollowUpRule.basis.in_((RuleBasis.CLASS, RuleBasis.INTENT))
        )
    ).all()
    return Stage(
        staff=tuple((row.id, row.name) for row in staff),
        rules={(row.basis, row.code): (row.id, row.matter_zh) for row in rules},
        intervals=Intervals(
            months=int(setting(work, "service-months")),
            km=int(setting(work, "service-km")),
            most_a_day=int(setting(work, "service-km-a-day-most")),
        ),
        now=work.now(),
        marks=work.creation_marks,
    )


def _make_colleagues(work: Work) -> None:
    query = select(Account.id).where(Account.branch_id == work.actor.branch_id)
    if len(work.session.execute(query).all()) > 1:
        return
    role_id = work.session.scalar(select(Role.id).where(Role.code == RoleCode.REPRESENTATIVE))
    for number, name in enumerate(COLLEAGUES, 1):
        login = f"sample-{work.actor.branch_code.lower()}-{number}"
        account = Account(id=new_key(), login=login, name=name, password_hash=NO_PASSWORD)
        work.session.add(account)
        work.session.flush()
        if role_id is not None:
            work.session.add(AccountRole(account_id=account.id, role_id=role_id))
    _make_appointments(work)
    work.session.flush()


def _make_appointments(work: Work) -> None:
    """A weekly meeting and a training day, for the calendar."""
    monday = work.today() - timedelta(days=work.today().weekday())
    nine = datetime.combine(monday, time(9)).astimezone()
    meeting = {"title": "晨会", "kind_code": "meeting", "recurrence": "FREQ=WEEKLY;BYDAY=MO"}
    training = {"title": "新车型培训", "kind_code": "training", "recurrence": None}
    for told, begins in ((meeting, nine), (training, nine + timedelta(days=9, hours=5))):
        key = new_key()
        on = begins.astimezone().date()
        work.session.add(
            Appointment(
                id=key, uid=f"{key}@branchdesk", zone="Asia/Shanghai", first_on=on, last_on=on,
                starts_at=begins.astimezone(UTC), ends_at=begins.astimezone(UTC) + timedelta(hours=1), **told,
            )
        )  # fmt: skip


def live(
    dice: random.Random,
    stage: Stage,
    *,
    rows: Rows,
    marks: Mapping[str, Any],
    class_code: str,
    level: str | None,
) -> Life:
    """Most customers are in contact as often as the rules ask, some are due today, a few are overdue."""
    cycle = (RuleBasis.INTENT, level) if level else (RuleBasis.CLASS, class_code)
    days, luck = CYCLE_DAYS[cycle[1]], dice.random()
    if luck < 0.9:
        since = days * dice.uniform(0.02, 0.97)
    else:
        since = days + (dice.uniform(0, 1) if luck < 0.95 else dice.uniform(1, 8))
    last = _in_hours(dice, stage.now - timedelta(days=since))
    contacts = [min(last, stage.now - timedelta(minutes=dice.randrange(20, 200)))]
    for _ in range(dice.choice((1, 1, 2, 4))):
        contacts.append(_in_hours(dice, contacts[-1] - timedelta(days=days * dice.uniform(0.6, 1.1) + 1)))
    owner = dice.choice(stage.staff)
    second = dice.choice(stage.staff)[0] if class_code == "key" and dice.random() < 0.6 else None
    began = contacts[-1]
    return Life(
        dice=dice,
        stage=stage,
        rows=rows,
        marks={**marks, "created_at": began, "changed_at": began},
        customer_id=new_key(),
        owner=owner,
        second=None if second == owner[0] else second,
        cycle=cycle,
        contacts=tuple(contacts),
    )


def _in_hours(dice: random.Random, moment: datetime) -> datetime:
    """The same day between nine and six by the clock on the wall."""
    local = moment.astimezone()
    return local.replace(hour=dice.randrange(9, 18), minute=dice.randrange(60), second=0, microsecond=0)


def add_contacts(life: Life) -> None:
    """The log from the first visit on; each later line closed a step of the rule that governs the customer."""
    dice, rule = life.dice, life.stage.rules.get(life.cycle)
    for number, at in enumerate(life.contacts):
        is_first = number == len(life.contacts) - 1
        way = dice.choice((ContactWay.CALL, ContactWay.CALL, ContactWay.WECHAT))
        outcome, reached = (None, None) if is_first else dice.choice(REACHED)
        entry = _entry(life, at, ContactWay.COUNTER if is_first else way, outcome)
        life.rows[ContactEntry].append(entry)
        if is_first or rule is None:
            continue
        late = dice.choices((-1, 0, 1, 4), (2, 5, 2, 1))[0]
        row = _followup(life, at.date() - timedelta(days=late), way, rule[1])
        life.rows[FollowUp].append(
            row
            | {"rule_id": rule[0], "subject_id": life.customer_id, "base_at": life.contacts[number + 1]}
            | _done(life, at, outcome, reached, entry)
        )
    if dice.random() < 0.06 and life.stage.now - life.last > timedelta(days=4):
        for days in range(dice.choice((1, 1, 2))):
            at = life.last + timedelta(days=days + 1)
            life.rows[ContactEntry].append(_entry(life, at, ContactWay.CALL, dice.choice(MISSED)))


def _entry(life: Life, at: datetime, way: ContactWay, outcome: str | None) -> dict[str, Any]:
    talked = way is ContactWay.CALL and outcome not in MISSED
    return {
        "id": new_key(), "customer_id": life.customer_id, "by_name": life.owner[1], "way": way,
        "happened_at": at, "matter": life.dice.choice(MATTERS), "outcome": outcome,
        "minutes": life.dice.randrange(1, 15) if talked else None, **life.marks, "created_by": life.owner[0],
    }  # fmt: skip


def _followup(life: Life, on: date, way: ContactWay, matter: str) -> dict[str, Any]:
    empty = dict.fromkeys(
        ("rule_id", "subject_id", "base_at", "points", "starts_at", "minutes", "closed_at", "closed_by",
         "entry_id", "outcome", "is_success", "reason")
    )  # fmt: skip
    return empty | {
        "id": new_key(), "customer_id": life.customer_id, "way": way, "matter": matter, "due_on": on,
        "owner_id": life.owner[0], "state": StepState.OPEN, **life.marks,
    }  # fmt: skip


def _done(
    life: Life, at: datetime, outcome: str | None, reached: int | None, entry: Mapping[str, Any]
) -> dict[str, Any]:
    return {
        "state": StepState.DONE, "closed_at": at, "closed_by": life.owner[0], "outcome": outcome,
        "is_success": reached == 2, "entry_id": entry["id"],
    }  # fmt: skip


def add_plans(life: Life) -> None:
    """Now and then something planned by hand, some of it with a time, or a visit to come or just done."""
    dice, today, luck = life.dice, life.stage.now.astimezone().date(), life.dice.random()
    if luck < 0.07:
        on = today + timedelta(days=dice.randrange(-2, 15))
        way = dice.choice((ContactWay.CALL, ContactWay.CALL, ContactWay.WECHAT, ContactWay.SMS))
        row = _followup(life, on, way, dice.choice(PLANS))
        if on >= today and dice.random() < 0.5:
            row |= {"starts_at": _clock(dice, on), "minutes": dice.choice((15, 30))}
        life.rows[FollowUp].append(row)
    elif luck < 0.11:
        _add_visit(life, today, is_done=dice.random() < 0.5)


def _add_visit(life: Life, today: date, *, is_done: bool) -> None:
    dice = life.dice
    on = life.last.date() if is_done else today + timedelta(days=dice.randrange(0, 12))
    row = _followup(life, on, ContactWay.VISIT, "登门拜访，了解用车计划")
    row |= {"starts_at": _clock(dice, on), "minutes": 60}
    visit: dict[str, Any] = dict.fromkeys(("met", "started_at", "ended_at", *ANSWERS))
    if is_done:
        outcome, reached = dice.choice(REACHED)
        begun = life.last - timedelta(minutes=50)
        entry = _entry(life, life.last, ContactWay.VISIT, outcome)
        life.rows[ContactEntry].append(entry)
        row |= _done(life, life.last, outcome, reached, entry) | {"starts_at": begun}
        visit |= {name: dice.choice(told) if dice.random() < 0.85 else None for name, told in ANSWERS.items()}
        visit |= {"met": "本人", "started_at": begun, "ended_at": life.last}
    life.rows[FollowUp].append(row)
    own = {"id": new_key(), "customer_id": life.customer_id, "followup_id": row["id"], "place": "客户公司"}
    life.rows[Visit].append(visit | own | life.marks)


def _clock(dice: random.Random, on: date) -> datetime:
    return datetime.combine(on, time(dice.randrange(9, 18), dice.choice((0, 30)))).astimezone()


def add_services(life: Life, vehicle: dict[str, Any]) -> None:
    """Services every half year or so, with what the counter showed; the car then knows when it is due."""
    dice, today = life.dice, life.stage.now.astimezone().date()
    on = today - timedelta(days=dice.choices((dice.randrange(2, 6), dice.randrange(6, 260)), (1, 12))[0])
    km, readings, last = int(vehicle["mileage_km"]), list[Reading](), on
    whose = {"customer_id": vehicle["customer_id"], "vehicle_id": vehicle["id"], **life.marks}
    for _ in range(dice.randrange(1, 4)):
        readings.append(Reading(on=on, km=km))
        life.rows[ServiceRecord].append(
            {
                "id": new_key(), "served_on": on, "mileage_km": km, "items": dice.choice(SERVICES),
                "minutes": dice.choice((45, 60, 90, 120)), "cost": Decimal(dice.randrange(280, 1_800)),
                "served_by": dice.choice(life.stage.staff)[0], **whose,
            }
        )  # fmt: skip
        on, km = on - TREATED * dice.uniform(0.7, 1.2), max(50, km - dice.randrange(4_000, 11_000))
    if dice.random() < 0.4 and last < today - timedelta(days=30):
        vehicle["mileage_km"] += dice.randrange(300, 1_500)
        read = Reading(on=last + timedelta(days=20), km=vehicle["mileage_km"])
        readings.append(read)
        life.rows[MileageReading].append({"id": new_key(), "read_on": read.on, "km": read.km, **whose})
    vehicle["bought_on"] = on
    vehicle["service_due_on"] = next_due(last, on, readings, life.stage.intervals).on
