"""Searching: what people type finds whom they mean, in the right order, on both engines."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text, update
from sqlalchemy.exc import OperationalError

from app.customers.search_text import search_entry, words_of
from db import search, search_upkeep
from db.engine import Database
from db.grams import BORDER, Rank, grams, inner_grams, prefix_grams, whole
from db.models.customers import Customer, CustomerKind
from db.models.search import FieldKind
from tests.builders.searchable import MOMENT, add_branch, add_customer


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    with database.writer.begin() as opened:
        yield opened


@pytest.fixture
def branch(connection: Connection) -> UUID:
    return add_branch(connection)


Find = Callable[..., list[search.Hit]]


@pytest.fixture
def find(connection: Connection, branch: UUID) -> Find:
    """Search as the program does: index what changed, then ask in the branch and everywhere."""

    def ask(typed: str, **options: object) -> list[search.Hit]:
        search_upkeep.drain(connection, search_entry)
        within = search.find(connection, words_of(typed), branches=[branch], **options)  # type: ignore[arg-type]
        everywhere = search.find(connection, words_of(typed), branches=None, **options)  # type: ignore[arg-type]
        assert within == everywhere
        return within

    return ask


FOUND_BY = {
    "单雄信": FieldKind.NAME,
    "单": FieldKind.NAME,
    "雄": FieldKind.NAME,
    "雄信": FieldKind.NAME,
    "shanxiongxin": FieldKind.PINYIN,
    "Shan Xiong": FieldKind.PINYIN,
    "danxiong": FieldKind.PINYIN,
    "xiongx": FieldKind.PINYIN,
    "sxx": FieldKind.INITIALS,
    "dxx": FieldKind.INITIALS,
    "13800138000": FieldKind.PHONE,
    "138 0013-8000": FieldKind.PHONE,
    "+86 138 0013 8000": FieldKind.PHONE,
    "１３８００": FieldKind.PHONE,
    "0138": FieldKind.PHONE,
    "8000": FieldKind.PHONE,
    "85551234": FieldKind.PHONE,
    "CD01-A-000123": FieldKind.NUMBER,
    "00123": FieldKind.NUMBER,
    "华盛商贸": FieldKind.COMPANY,
    "成都华盛商贸有限公司": FieldKind.COMPANY,
    "huasheng": FieldKind.COMPANY_PINYIN,
    "cdhs": FieldKind.COMPANY_INITIALS,
    "川A·8K": FieldKind.PLATE,
    "a8k88": FieldKind.PLATE,
    "184847": FieldKind.VIN,
    "wx_xiong": FieldKind.WECHAT,
    "龟": None,
    "单雄雄": None,
    "信13800": None,
}


def test_any_part_finds_the_customer(connection: Connection, branch: UUID, find: Find) -> None:
    add_customer(connection, branch, "李娜", phones=["15912345678"])
    wanted = add_customer(
        connection,
        branch,
        "单雄信",
        number="CD01-A-000123",
        phones=["13800138000", "02885551234"],
        company_name="成都华盛商贸有限公司",
        vehicles=[("川A8K888", "LSVAA4182E2184847")],
        wechat="wx_xiong-1",
    )
    expected = {typed: [(wanted, [kind])] if kind else [] for typed, kind in FOUND_BY.items()}
    found = {
        typed: [(hit.customer_id, [match.kind for match in hit.matches]) for hit in find(typed)]
        for typed in FOUND_BY
    }
    assert found == expected


def test_a_company_is_found_by_its_name_proper_and_its_people(
    connection: Connection, branch: UUID, find: Find
) -> None:
    company = add_customer(
        connection,
        branch,
        "重庆长安汽车股份有限公司",
        kind=CustomerKind.COMPANY,
        contacts=[("尉迟恭", "13912345678")],
    )
    for typed in ("重庆长安汽车", "长安", "chongqingchangan", "cqca", "尉迟", "yuchigong", "ycg", "2345"):
        assert [hit.customer_id for hit in find(typed)] == [company], typed
    assert find("重庆长安汽车")[0].rank is Rank.EXACT


def test_words_are_found_each_in_a_field_of_its_own(connection: Connection, branch: UUID, find: Find) -> None:
    wanted = add_customer(connection, branch, "张伟", phones=["13800138000"])
    add_customer(connection, branch, "张伟", phones=["13900139000"])
    (hit,) = find("张 1380")
    assert (hit.customer_id, hit.rank) == (wanted, Rank.WORDS)
    assert [(match.kind, match.start, match.end) for match in hit.matches] == [
        (FieldKind.NAME, 0, 1),
        (FieldKind.PHONE, 0, 4),
    ]


def test_the_match_tells_field_and_span(connection: Connection, branch: UUID, find: Find) -> None:
    add_customer(connection, branch, "欧阳娜娜")
    (hit,) = find("娜娜")
    (match,) = hit.matches
    assert match == search.Match(kind=FieldKind.NAME, value="欧阳娜娜", start=2, end=4)


def test_exact_before_prefix_before_inner_and_the_latest_contact_first(
    connection: Connection, branch: UUID, find: Find
) -> None:
    def met(days: int) -> dict[str, Any]:
        return {"last_contact_at": MOMENT + timedelta(days=days)}

    inner = add_customer(connection, branch, "小张伟", **met(9))
    old_prefix = add_customer(connection, branch, "张伟明", **met(1))
    new_prefix = add_customer(connection, branch, "张伟东", **met(8))
    old_exact = add_customer(connection, branch, "张伟", **met(0))
    new_exact = add_customer(connection, branch, "张伟", **met(5))
    everyone = [new_exact, old_exact, new_prefix, old_prefix, inner]
    assert [hit.customer_id for hit in find("张伟")] == everyone
    assert [hit.customer_id for hit in find("张伟", limit=3)] == everyone[:3]


def test_a_contact_moves_a_customer_to_the_front(connection: Connection, branch: UUID, find: Find) -> None:
    first = add_customer(connection, branch, "王芳", last_contact_at=MOMENT)
    second = add_customer(connection, branch, "王芳", last_contact_at=MOMENT + timedelta(hours=1))
    assert [hit.customer_id for hit in find("王芳")] == [second, first]
    moved = update(Customer).where(Customer.id == first).values(last_contact_at=MOMENT + timedelta(hours=2))
    connection.execute(moved)
    assert [hit.customer_id for hit in find("王芳")] == [first, second]


def test_many_contacts_of_one_second_all_find_a_place(
    connection: Connection, branch: UUID, find: Find
) -> None:
    everyone = {add_customer(connection, branch, "赵敏") for _ in range(60)}
    assert {hit.customer_id for hit in find("赵敏", limit=100)} == everyone


def test_other_branches_show_only_when_asked_for(connection: Connection, branch: UUID) -> None:
    other = add_branch(connection, "CQ")
    here = add_customer(connection, branch, "周杰", last_contact_at=MOMENT)
    there = add_customer(connection, other, "周杰", last_contact_at=MOMENT + timedelta(days=1))
    search_upkeep.drain(connection, search_entry)

    def found(branches: list[UUID] | None) -> list[UUID]:
        return [hit.customer_id for hit in search.find(connection, ["周杰"], branches=branches)]

    assert found([branch]) == [here]
    assert found([other]) == [there]
    assert found([branch, other]) == found(None) == [there, here]
    assert found([]) == []


def test_what_holds_no_letter_or_digit_finds_nobody(connection: Connection, branch: UUID, find: Find) -> None:
    add_customer(connection, branch, "张伟")
    for typed in ("", "  ", "。-", "\n", "%", "*", '"', "'", "😊"):
        assert find(typed) == [], typed


def test_words_of_the_query_language_are_ordinary_text(
    connection: Connection, branch: UUID, find: Find
) -> None:
    for typed in ("OR", "AND NOT", "张 OR 李", "near", "a*", "^张", 'x" OR "y'):
        wanted = add_customer(connection, branch, typed)
        assert wanted in [hit.customer_id for hit in find(typed)], typed


def test_a_very_long_text_is_searched_by_its_beginning(
    connection: Connection, branch: UUID, find: Find
) -> None:
    company = "成都" + "华盛" * 60
    wanted = add_customer(connection, branch, "张伟", company_name=company)
    assert [hit.customer_id for hit in find(company)] == [wanted]


ALPHABET = "张伟伟明ab1 0z陈𠮷"


def _made_fields(chance: random.Random) -> list[str]:
    count = chance.randint(1, 4)
    words = (
        "".join(chance.choices(ALPHABET.replace(" ", ""), k=chance.randint(1, 12))) for _ in range(count)
    )
    return list(dict.fromkeys(words))


def _as_given(source: search_upkeep.Source) -> search_upkeep.Entry:
    fields = source.name.split("|")
    return search_upkeep.Entry(
        text=BORDER + "".join(field + BORDER for field in fields), kinds=FieldKind.NAME * len(fields)
    )


def _rank(fields: list[str], words: list[str]) -> Rank | None:
    """The ranks as the user's guide tells them, by looking at every field."""
    joined = "".join(words)
    if joined in fields:
        return Rank.EXACT
    if any(field.startswith(joined) for field in fields):
        return Rank.PREFIX
    if _holds(fields, joined):
        return Rank.INNER
    return Rank.WORDS if len(words) > 1 and all(_holds(fields, word) for word in words) else None


def _holds(fields: list[str], word: str) -> bool:
    if len(word) == 1 and word.isascii():
        return any(field.startswith(word) for field in fields)
    return any(word in field for field in fields)


@pytest.mark.parametrize("seed", range(3))
def test_the_index_finds_what_a_look_at_every_text_finds(
    connection: Connection, branch: UUID, seed: int
) -> None:
    chance = random.Random(seed)
    fields = {}
    for day in range(120):
        own = _made_fields(chance)
        moment = MOMENT + timedelta(days=day)
        fields[add_customer(connection, branch, "|".join(own), last_contact_at=moment)] = own
    search_upkeep.drain(connection, _as_given)
    latest_first = list(reversed(fields))
    for _ in range(300):
        words = "".join(chance.choices(ALPHABET, k=chance.randint(1, 6))).split()
        if not words:
            continue
        ranked = [(rank, key) for key in latest_first if (rank := _rank(fields[key], words)) is not None]
        expected = sorted(ranked, key=lambda one: one[0])
        for scope in ([branch], None):
            hits = search.find(connection, words, branches=scope, limit=200)
            assert [(hit.rank, hit.customer_id) for hit in hits] == expected, words
            cut = search.find(connection, words, branches=scope, limit=5)
            assert cut == hits[:5]


@given(st.text("张伟ab1𠮷", min_size=1, max_size=20), st.data())
def test_every_part_of_a_field_has_its_grams_in_the_index(field: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(field) - 1))
    end = data.draw(st.integers(start + 1, len(field)))
    have = grams(f"{BORDER}{field}{BORDER}other{BORDER}")
    assert set(inner_grams(field[start:end])) <= have
    assert set(prefix_grams(field[:end])) <= have
    assert whole(field) in have


def test_a_search_is_called_off_from_another_thread(connection: Connection, branch: UUID) -> None:
    add_customer(connection, branch, "张伟")
    search_upkeep.drain(connection, search_entry)
    cancel = search.Cancel()
    cancel()
    with pytest.raises(search.SearchCancelled):
        search.find(connection, ["张伟"], branches=[branch], cancel=cancel)


def test_a_running_statement_stops_at_once(database: Database) -> None:
    """A statement that would run for minutes, tied to the cancel as `find` ties its own."""
    cancel = search.Cancel()
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    with database.reader.connect() as reading:
        cancel.attach(reading)
        timer = threading.Timer(0.2, cancel)
        timer.start()
        with pytest.raises(OperationalError):
            reading.execute(text(endless))
        timer.join()
        cancel.detach()
        with pytest.raises(search.SearchCancelled):
            cancel.look()
