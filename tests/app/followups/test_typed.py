"""Results typed into Today: every line is either understood or explained, whatever is typed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.defaults import CHOICES, OUTCOME_NUMBERS
from app.errors import UserError
from app.followups.typed import FILLERS, WAY_WORDS, Typed, read_typed
from app.followups.typed_days import read_day
from app.lists import ChoiceRecord
from db.models.customers import ContactWay
from db.models.lists import ChoiceList

OUTCOMES = tuple(
    ChoiceRecord(code=code, text_zh=zh, text_en=en, active=True, number=OUTCOME_NUMBERS[code])
    for code, zh, en in CHOICES[ChoiceList.OUTCOME]
)
WEDNESDAY = date(2026, 3, 4)
WAYS = ContactWay


def read(text: str, count: int = 20) -> Typed:
    return read_typed(text, count, OUTCOMES, today=WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("7 通 满意", 7, {"way": WAYS.CALL, "outcome": "satisfied"}),
        ("７　通　满意", 7, {"way": WAYS.CALL, "outcome": "satisfied"}),
        ("7，通，满意。", 7, {"way": WAYS.CALL, "outcome": "satisfied"}),
        ("7通满意", 7, {"way": WAYS.CALL, "outcome": "satisfied"}),
        ("7.满意", 7, {"outcome": "satisfied"}),
        ("第7 满意", 7, {"outcome": "satisfied"}),
        ("满意 7 通", 7, {"way": WAYS.CALL, "outcome": "satisfied"}),
        ("3 未接", 3, {"outcome": "no-answer"}),
        ("3 wj", 3, {"outcome": "no-answer"}),
        ("3 weijie", 3, {"outcome": "no-answer"}),
        ("3 bmy", 3, {"outcome": "dissatisfied"}),
        ("3 不满", 3, {"outcome": "dissatisfied"}),
        ("3 Satis", 3, {"outcome": "satisfied"}),
        ("3 空号", 3, {"outcome": "wrong-number"}),
        ("3 错号", 3, {"outcome": "wrong-number"}),
        ("5 明天", 5, {"move_to": date(2026, 3, 5)}),
        ("4 改 12-03", 4, {"move_to": date(2026, 12, 3)}),
        ("4 改到下周三", 4, {"move_to": date(2026, 3, 11)}),
        ("2 短信", 2, {"way": WAYS.SMS}),
        ("2 sms 一般 5分钟", 2, {"way": WAYS.SMS, "outcome": "ordinary", "minutes": 5}),
        (
            "1 未接 明天 微信",
            1,
            {"outcome": "no-answer", "next_on": date(2026, 3, 5), "way": WAYS.WECHAT},
        ),
        ("1 约店 周六 带家人来", 1, {"move_to": date(2026, 3, 7), "note": "约店 带家人来"}),
        (
            "1 已约 周六 带家人来",
            1,
            {"outcome": "appointed", "next_on": date(2026, 3, 7), "note": "带家人来"},
        ),
        ("1 客户说太忙 满意 下次再谈", 1, {"outcome": "satisfied", "note": "客户说太忙 下次再谈"}),
        ("12 满意 很满意", 12, {"outcome": "satisfied", "note": "很满意"}),
    ],
)
def test_what_people_type_is_understood(text: str, number: int, expected: dict[str, object]) -> None:
    assert read(text) == Typed(number=number, **expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "typed-number-missing"),
        ("满意", "typed-number-missing"),
        ("21 满意", "typed-number-unknown"),
        ("0 满意", "typed-number-unknown"),
        ("99999999999999999999 满意", "typed-number-unknown"),
        ("7", "typed-nothing-said"),
        ("7 。", "typed-nothing-said"),
        ("7 天气好", "typed-unknown"),
        ("7 n", "typed-outcome-several"),
        ("7 满意 未接", "typed-two-outcomes"),
        ("7 改 02-30", "date-impossible"),
        ("7 改 02-20", "day-just-past"),
        ("7 满意 " + "好" * 600, "text-too-long"),
    ],
)
def test_what_is_not_understood_says_what_is_possible(text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)
    assert refused.value.code == code
    if code.startswith("typed-") and code not in ("typed-number-missing", "typed-two-outcomes"):
        assert refused.value.facts.get("possible") or refused.value.facts["most"] == 20


def test_an_empty_list_has_no_lines() -> None:
    with pytest.raises(UserError, match="typed-list-empty"):
        read("1 满意", 0)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("今天", "2026-03-04"),
        ("后天", "2026-03-06"),
        ("周五", "2026-03-06"),
        ("周三", "2026-03-11"),
        ("本周五", "2026-03-06"),
        ("下周一", "2026-03-09"),
        ("下下周日", "2026-03-22"),
        ("下周", "2026-03-09"),
        ("星期天", "2026-03-08"),
        ("3天后", "2026-03-07"),
        ("三天后", "2026-03-07"),
        ("十二天后", "2026-03-16"),
        ("两周后", "2026-03-18"),
        ("1个月后", "2026-04-04"),
        ("半个月后", "2026-03-19"),
        ("下个月", "2026-04-04"),
        ("月底", "2026-03-31"),
        ("3号", "2026-04-03"),
        ("12-03", "2026-12-03"),
        ("12/3", "2026-12-03"),
        ("12月3日", "2026-12-03"),
        ("01-03", "2027-01-03"),
        ("02-29", "2028-02-29"),
        ("2026-5-1", "2026-05-01"),
        ("20260501", "2026-05-01"),
        ("tomorrow", "2026-03-05"),
        ("fri", "2026-03-06"),
        ("３ 天后", "2026-03-07"),
    ],
)
def test_days_to_come(word: str, day: str) -> None:
    assert read_day(word, WEDNESDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("word", ["", "天气", "13-45", "999个月前", "32号", "周八", "半天后"])
def test_no_day(word: str) -> None:
    with pytest.raises(UserError):
        read_day(word, WEDNESDAY)


TOKENS = st.one_of(
    st.text(max_size=8),
    st.sampled_from([text for entry in OUTCOMES for text in (entry.text_zh, entry.text_en, entry.code)]),
    st.sampled_from(sorted(WAY_WORDS)),
    st.sampled_from(sorted(FILLERS)),
    st.sampled_from(["明天", "周五", "下下周三", "3天后", "99月后", "12-03", "02-30", "月底", "31号", "5分"]),
    st.integers(-5, 10**9).map(str),
)


@given(st.lists(TOKENS, max_size=8), st.sampled_from([" ", "", "，", "　"]), st.integers(0, 600))
def test_any_line_is_understood_or_explained(words: list[str], between: str, count: int) -> None:
    try:
        typed = read(between.join(words), count)
    except UserError:
        return
    assert 1 <= typed.number <= count
    assert typed.outcome is None or typed.move_to is None
    assert typed.outcome or typed.move_to or typed.way
    assert typed.outcome in {None, *(entry.code for entry in OUTCOMES)}


@given(
    st.integers(1, 20),
    st.sampled_from(OUTCOMES),
    st.sampled_from(sorted(WAY_WORDS)),
    st.permutations([0, 1, 2]),
)
def test_the_order_of_the_words_does_not_matter(
    number: int, outcome: ChoiceRecord, way: str, order: list[int]
) -> None:
    words = [outcome.text_zh.split("/")[0], way, "明天"]
    typed = read(" ".join([str(number), *(words[index] for index in order)]))
    assert (typed.number, typed.outcome, typed.way) == (number, outcome.code, WAY_WORDS[way])
    assert (typed.next_on, typed.move_to, typed.note) == (date(2026, 3, 5), None, "")


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.text(max_size=10))
def test_a_day_is_read_or_explained(today: date, text: str) -> None:
    with suppress(UserError):
        assert read_day(text, today).year >= 1800
