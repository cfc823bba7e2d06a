"""Lists to bring in, bringing them in, and what came of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import func, select

from app.customers.cards import open_card
from app.customers.importing import (
    ImportResult,
    Policy,
    import_customers,
)
from app.exchange.error_workbook import ErrorWorkbook
from app.exchange.preview import preview
from app.registration.walkin import WalkIn, register
from db.models.customers import Customer
from tests.builders import lists
from tests.builders.databases import Founded

TITLES = ("姓名", "手机", "性别", "生日", "微信", "地址", "来源", "备注")
ZHANG = (
    "张三",
    13800138000,
    "男",
    "1990-03-05",
    "zhangsan88",
    "四川省成都市武侯区人民南路1号",
    "上门",
    "老客户",
)
LI = ("李四", "13900139000", "女", None, None, None, None, None)


class Clock:
    """Each action happens a minute after the one before."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2026, 11, 23, 4, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.moment += dt.timedelta(minutes=1)
        return self.moment


def run(
    branch: Founded,
    path: Path,
    *,
    policy: Policy = Policy.SKIP,
    dry_run: bool = False,
    errors: Path | None = None,
) -> ImportResult:
    mapping = preview(path).mapping
    if dry_run:
        with branch.read() as work:
            return import_customers(work, path, mapping, policy=policy, dry_run=True)
    with branch.change() as work:
        if errors is None:
            return import_customers(work, path, mapping, policy=policy)
        with ErrorWorkbook(errors, mapping, lambda error: error.code) as book:
            return import_customers(work, path, mapping, policy=policy, errors=book)


def counts(result: ImportResult) -> tuple[int, int, int, int, int]:
    return result.rows, result.created, result.updated, result.duplicates, result.rejected


def names(branch: Founded) -> set[str]:
    with branch.read() as work:
        return set(work.session.scalars(select(Customer.name)))


def total(branch: Founded, model: type) -> int:
    with branch.read() as work:
        return work.session.scalar(select(func.count()).select_from(model)) or 0


def book(path: Path, *rows: tuple[object, ...], titles: tuple[str, ...] = TITLES) -> Path:
    return lists.workbook(path, titles, *rows)


def walk_in(branch: Founded, **given: object) -> object:
    with branch.change() as work:
        return register(work, WalkIn(**given)).customer_id  # type: ignore[arg-type]


def only_card(branch: Founded, name: str) -> object:
    with branch.read() as work:
        key = work.session.scalars(select(Customer.id).where(Customer.name == name)).one()
        return open_card(work, key)
