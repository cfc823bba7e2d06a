"""Any number of believable customers, put straight into the tables of either engine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from app.customers.search_text import search_entry
from db import search_upkeep, upgrade
from db.engine import Database
from db.grams import branch_gram, grams, number_of
from db.models.customers import CustomerKind
from db.search_upkeep import Entry, Source

# The commonest surnames with their share in thousandths of the people (Ministry of Public Security, 2020).
SURNAMES = {
    "王": 71, "李": 70, "张": 66, "刘": 51, "陈": 47, "杨": 31, "黄": 23, "赵": 21, "吴": 19, "周": 19,
    "徐": 15, "孙": 14, "马": 14, "朱": 12, "胡": 12, "郭": 11, "何": 11, "林": 11, "罗": 10, "高": 10,
    "郑": 9, "梁": 9, "谢": 8, "宋": 7, "唐": 7, "许": 7, "邓": 6, "韩": 6, "冯": 6, "曹": 6,
    "彭": 5, "曾": 5, "肖": 5, "田": 5, "董": 5, "潘": 4, "袁": 4, "蔡": 4, "蒋": 4, "余": 4,
    "于": 4, "杜": 4, "叶": 4, "程": 4, "魏": 4, "苏": 4, "吕": 4, "丁": 3, "任": 3, "卢": 3,
    "姚": 3, "沈": 3, "钟": 3, "单": 1, "仇": 1, "解": 1, "欧阳": 1, "尉迟": 1,
}  # fmt: skip
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国志红玉华文海龙春梅辉鹏飞宇浩然子轩梓涵欣怡雨晨佳琪"
    "思远嘉雪婷慧琳晓东波斌鑫凯俊峰旭阳晶莹燕萍凤琴素珍金福永成德生荣昌祥林森楠彤诗语若曦一可心安博瑞泽睿"
)
MOBILES = ("138", "139", "135", "136", "137", "150", "158", "159", "186", "189", "177", "133", "180", "199")
CITIES = ("成都", "重庆", "绵阳", "德阳", "西安", "昆明")
TRADES = ("汽车销售", "商贸", "科技", "物流", "建筑工程", "餐饮管理", "电子", "实业", "医疗器械", "文化传播")
FIRMS = "华盛鑫源通达泰恒隆信天宏博远安瑞兴龙金汇"
PLATE_SIGNS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NEWEST = datetime(2026, 6, 30, 18, 0, tzinfo=UTC)
OVER_DAYS = 1_200
CHUNK = 10_000


Made = tuple[Source, Entry]


def made_customers(count: int, branches: Sequence[UUID], seed: int = 1) -> Iterator[Source]:
    """Customers whose last contacts rise through the years, spread over the branches."""
    chance = random.Random(seed)
    given_weights = [1 / (place + 3) ** 0.6 for place in range(len(GIVEN))]
    surnames, surname_weights = list(SURNAMES), list(SURNAMES.values())
    step = timedelta(days=OVER_DAYS) / count
    for at in range(count):
        name = chance.choices(surnames, surname_weights)[0]
        name += "".join(chance.choices(GIVEN, given_weights, k=chance.choice((1, 2, 2, 2))))
        met = NEWEST - step * (count - at)
        yield Source(
            customer_id=_key(met, chance),
            branch_id=chance.choice(branches),
            kind=CustomerKind.PERSON,
            number=f"CD01-{at:05d}",
            name=name,
            company_name=_company(chance) if chance.random() < 0.25 else None,
            wechat=f"wx{chance.randrange(10**7)}" if chance.random() < 0.4 else None,
            last_contact=met,
            phones=(f"{chance.choice(MOBILES)}{chance.randrange(10**8):08d}",),
            vehicles=((_plate(chance), None),) if chance.random() < 0.3 else (),
        )


def _key(moment: datetime, chance: random.Random) -> UUID:
    """As the program's own keys: time first, chance behind."""
    return UUID(int=int(moment.timestamp() * 1_000) << 80 | 0x7 << 76 | chance.getrandbits(76))


def _company(chance: random.Random) -> str:
    return f"{chance.choice(CITIES)}{''.join(chance.sample(FIRMS, 2))}{chance.choice(TRADES)}有限公司"


def _plate(chance: random.Random) -> str:
    return f"川{chance.choice('ABCDEF')}{''.join(chance.choices(PLATE_SIGNS, k=5))}"


def fill(database: Database, count: int, branches: Sequence[UUID], sample: int) -> list[Source]:
    """Put made customers with phones and search texts into a database whose triggers (and GIN index) rest meanwhile.

    Returns about `sample` of those of the first branch, spread over the years.
    """
    every = max(1, count // sample)
    some: list[Source] = []
    chunk: list[Made] = []
    with database.writer.begin() as connection:
        rest_triggers(connection)
        for at, source in enumerate(made_customers(count, branches)):
            chunk.append((source, search_entry(source)))
            if len(chunk) == CHUNK:
                _put(connection, chunk)
                chunk.clear()
            if source.branch_id == branches[0] and at >= len(some) * every:
                some.append(source)
        if chunk:
            _put(connection, chunk)
        upgrade.install_triggers(connection)
    with database.writer.connect() as connection:
        connection.rollback()
        for table in ("branch", "customer", "phone", "search_text"):
            connection.exec_driver_sql(f"ANALYZE {table}")
        connection.commit()
    return some


def rest_triggers(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        connection.execute(text("SET LOCAL session_replication_role = 'replica'"))
        connection.execute(text("DROP INDEX search_grams_gin"))
        connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))
        return
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").scalars()
    for name in list(names):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


CUSTOMER = (
    "id", "branch_id", "number", "kind", "name", "name_pinyin", "company_name", "wechat", "last_contact_at",
    "created_at", "changed_at",
)  # fmt: skip
PHONE = ("id", "branch_id", "customer_id", "kind", "number", "shown", "created_at", "changed_at")
SEARCH = ("customer_id", "branch_id", "last_contact", "kinds", "text", "grams")


def _put(connection: Connection, chunk: Sequence[Made]) -> None:
    customers = [_customer(source) for source, _entry in chunk]
    phones = [_phone(source) for source, _entry in chunk]
    if connection.dialect.name == "sqlite":
        put_sqlite(connection, "customer", CUSTOMER, customers)
        put_sqlite(connection, "phone", PHONE, phones)
        search_upkeep.add(connection, chunk)
        return
    copy_rows(connection, "customer", CUSTOMER, customers)
    copy_rows(connection, "phone", PHONE, phones)
    copy_rows(connection, "search_text", SEARCH, [_search(source, entry) for source, entry in chunk])


def _customer(own: Source) -> tuple[Any, ...]:
    met = own.last_contact
    return (
        own.customer_id, own.branch_id, own.number, "person", own.name, "", own.company_name, own.wechat, met,
        met, met,
    )  # fmt: skip


def _phone(own: Source) -> tuple[Any, ...]:
    met, number = own.last_contact, own.phones[0]
    key = UUID(int=own.customer_id.int ^ 1)
    return key, own.branch_id, own.customer_id, "mobile", number, number, met, met


def _search(own: Source, entry: Entry) -> tuple[Any, ...]:
    cut = grams(entry.text) | {branch_gram(own.branch_id.hex)}
    numbers = sorted(map(number_of, cut))
    return own.customer_id, own.branch_id, own.last_contact, entry.kinds, entry.text, numbers


def put_sqlite(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    signs = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({signs})"
    connection.exec_driver_sql(statement, [tuple(map(_as_sqlite, row)) for row in rows])


def _as_sqlite(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value


def copy_rows(
    connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
