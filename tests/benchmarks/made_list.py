"""A believable list of customers as shops send them, with faults put in on purpose and counted."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from app.exchange.cells import Cell
from app.exchange.writing import write_table
from tests.benchmarks.made_customers import made_customers

TITLES = (
    "登记日期", "录入人", "客户姓名", "手机", "性别", "生日", "单位", "地址",
    "来源", "意向级别", "意向车型", "车牌", "备注",
)  # fmt: skip
STREETS = ("四川省成都市武侯区人民南路", "成都市锦江区红星路", "重庆市渝北区金开大道", "北京市朝阳区建国路")
SOURCES, LEVELS, MODELS = (
    ("上门", "电话", "展会", "转介绍"),
    ("H", "A级", "B", "C"),
    ("秦PLUS", "途观L", "Model Y"),
)
EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Faults:
    """How many rows are to be rejected, and how many repeat an earlier row."""

    rejected: int
    repeated: int


def made_list(path: Path, count: int, seed: int = 7) -> Faults:
    """Write `count` data rows to `path`; returns what was put wrong in them."""
    faults = {"rejected": 0, "repeated": 0}
    write_table(path, TITLES, _rows(count, random.Random(seed), faults))
    return Faults(**faults)


def _rows(count: int, chance: random.Random, faults: dict[str, int]) -> Iterator[list[Cell]]:
    earlier: list[list[Cell]] = []
    for at, one in enumerate(made_customers(count, [UUID(int=1)], seed=chance.randrange(10**6))):
        # Numbers of their own, so that only rows repeated on purpose are duplicates.
        phone = f"13{at:09d}"
        row = [
            date(2024, 1, 1) + timedelta(days=at % 700), chance.choice(("王小二", "李经理")), one.name,
            _written(phone, chance), chance.choice("男女"), _born(chance), one.company_name,
            f"{chance.choice(STREETS)}{at % 900}号", chance.choice(SOURCES), chance.choice(LEVELS),
            chance.choice(MODELS), f"川A{at:05d}" if one.vehicles else None, "想看七座" if at % 3 == 0 else None,
        ]  # fmt: skip
        fault = chance.random()
        if fault < 0.01:
            row[3] = chance.choice((phone[:10], "1.38E+10", 1.1010519491231e17, "电话无人接"))
            faults["rejected"] += 1
        elif fault < 0.015:
            row[2] = row[6] = None
            faults["rejected"] += 1
        elif fault < 0.035 and earlier:
            row = chance.choice(earlier)
            faults["repeated"] += 1
        elif fault < 0.05:
            row[5] = chance.choice(("1990-13-40", "不记得", "5/3/1990"))
        elif len(earlier) < 500:
            earlier.append(row)
        yield row


def _written(phone: str, chance: random.Random) -> Cell:
    way = chance.random()
    if way < 0.4:
        return float(phone)
    if way < 0.5:
        return f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    return f"+86-{phone}" if way < 0.55 else phone


def _born(chance: random.Random) -> Cell:
    born = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
    way = chance.random()
    if way < 0.3:
        return born
    if way < 0.5:
        return float((born - EPOCH).days)
    return chance.choice((f"{born:%Y.%m.%d}", f"{born:%Y年%m月%d日}", f"{born:%Y%m%d}", None))
