"""The days a rule gives, held against dateutil and against a naive reader that looks at one day after the other."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.followups.dates.recurrence import (
    DAY_CODES,
    Recurrence,
    RecurrenceUnit,
    checked_rule,
    chosen_from,
    read_rule,
    rule_text,
)
from app.followups.dates.recurring_days import days_between, first_day, last_day

DAY = timedelta(days=1)
WEEKDAYS = st.lists(st.sampled_from(DAY_CODES), min_size=1, max_size=3, unique=True).map(",".join)
MONTH_DAYS = st.lists(st.sampled_from([*range(1, 32), -1, -2, -31]), min_size=1, max_size=3, unique=True)


def naive(text: str, start: date, last: date) -> list[date]:
    """Each day asked whether the rule means it; the steps are counted by hand."""
    parts = dict(piece.split("=") for piece in text.split(";"))
    every, freq = int(parts.get("INTERVAL", "1")), parts["FREQ"]
    numbers = {
        key: [int(n) for n in parts[key].split(",")] for key in ("BYMONTH", "BYMONTHDAY") if key in parts
    }
    codes = parts.get("BYDAY", "").split(",") if "BYDAY" in parts else []
    if not codes and "BYMONTHDAY" not in numbers:
        if freq == "WEEKLY":
            codes = [DAY_CODES[start.weekday()]]
        if freq in ("MONTHLY", "YEARLY"):
            numbers["BYMONTHDAY"] = [start.day]
        if freq == "YEARLY":
            numbers.setdefault("BYMONTH", [start.month])
    week_start = DAY_CODES.index(parts.get("WKST", "MO"))
    monday = start - timedelta(days=(start.weekday() - week_start) % 7)
    found = []
    day = start
    while day <= last:
        steps = {
            "DAILY": (day - start).days,
            "WEEKLY": (day - monday).days // 7,
            "MONTHLY": (day.year - start.year) * 12 + day.month - start.month,
            "YEARLY": day.year - start.year,
        }[freq]
        length = monthrange(day.year, day.month)[1]
        in_year = freq == "YEARLY" and "BYMONTH" not in parts
        number = day.timetuple().tm_yday if in_year else day.day
        size = (date(day.year, 12, 31) - date(day.year, 1, 1)).days + 1 if in_year else length
        nths = {"", str((number + 6) // 7), str(-((size - number + 7) // 7))}
        if (
            steps % every == 0
            and day.month in numbers.get("BYMONTH", [day.month])
            and {day.day, day.day - length - 1} & set(numbers.get("BYMONTHDAY", [day.day]))
            and (not codes or any(nth + DAY_CODES[day.weekday()] in codes for nth in nths))
        ):
            found.append(day)
        day += DAY
    until = parts.get("UNTIL")
    if until:
        found = [each for each in found if f"{each:%Y%m%d}" <= until]
    return found[: int(parts["COUNT"])] if "COUNT" in parts else found


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}"]
    if draw(st.booleans()):
        parts.append(f"INTERVAL={draw(st.integers(1, 14))}")
    if draw(st.integers(0, 3)) == 0:
        months = draw(st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True))
        parts.append(f"BYMONTH={','.join(map(str, months))}")
    if freq != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={','.join(map(str, draw(MONTH_DAYS)))}")
    elif draw(st.booleans()):
        nth = draw(st.sampled_from(["1", "2", "3", "5", "-1", "-2"])) if freq in ("MONTHLY", "YEARLY") else ""
        use_nth = nth if draw(st.booleans()) else ""
        parts.append("BYDAY=" + ",".join(use_nth + code for code in draw(WEEKDAYS).split(",")))
    if freq == "WEEKLY":
        parts.append(f"WKST={draw(st.sampled_from(DAY_CODES))}")
    ending = draw(st.integers(0, 2))
    if ending == 1:
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    return ";".join(parts)


@given(
    text=rules(),
    start=st.dates(date(1999, 1, 1), date(2060, 12, 31)),
    ahead=st.integers(0, 3000),
    width=st.integers(0, 800),
)
def test_days_are_those_of_a_naive_reader_and_of_dateutil(
    text: str, start: date, ahead: int, width: int
) -> None:
    first = start + timedelta(days=ahead)
    last = first + timedelta(days=width)
    got = days_between(read_rule(text), start, first, last)
    assert got == [day for day in naive(text, start, last) if day >= first]
    # Bounded, since dateutil runs on to the year 9999 where a rule matches nothing.
    if got:
        other = rrulestr(text, dtstart=datetime.combine(start, time()))
        low, high = datetime.combine(first, time()), datetime.combine(got[-1], time())
        assert got == [moment.date() for moment in other.between(low, high, inc=True)]


@given(start=st.dates(date(2000, 1, 1), date(2099, 12, 31)), place=st.sampled_from([1, 2, -1, -2]))
def test_the_last_working_day_of_a_month(start: date, place: int) -> None:
    text = f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={place}"
    last = start + timedelta(days=400)
    other = rrulestr(text, dtstart=datetime.combine(start, time()))
    expected = other.between(datetime.combine(start, time()), datetime.combine(last, time()), inc=True)
    assert days_between(read_rule(text), start, start, last) == [moment.date() for moment in expected]


@given(
    unit=st.sampled_from(RecurrenceUnit),
    days=st.tuples(
        st.sets(st.integers(0, 6), min_size=1),
        st.sampled_from([*range(1, 32), -1]),
        st.sampled_from([None, 1, 2, 3, 4, 5, -1]),
    ),
    every=st.integers(1, 60),
    count=st.none() | st.integers(1, 999),
    start=st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_what_the_editor_says_comes_back_from_the_stored_rule(
    unit: RecurrenceUnit, days: tuple[set[int], int, int | None], every: int, count: int | None, start: date
) -> None:
    weekdays, month_day, nth = days
    week, month = unit is RecurrenceUnit.WEEK, unit is RecurrenceUnit.MONTH
    chosen = Recurrence(
        unit=unit,
        every=every,
        weekdays=tuple(sorted(weekdays)) if week else (),
        month_day=month_day if month and nth is None else None,
        nth=nth if month else None,
        weekday=2 if month and nth is not None else None,
        count=count,
    )
    assert chosen_from(read_rule(rule_text(checked_rule(chosen, start))), start) == chosen


def test_months_without_a_31st_and_years_without_a_29th_of_february_are_passed_over() -> None:
    monthly = read_rule("FREQ=MONTHLY;BYMONTHDAY=31")
    assert [day.month for day in days_between(monthly, date(2027, 1, 1), date(2027, 1, 1), date(2027, 12, 31))] == [
        1, 3, 5, 7, 8, 10, 12,
    ]  # fmt: skip
    leap = read_rule("FREQ=YEARLY")
    found = days_between(leap, date(2028, 2, 29), date(2028, 1, 1), date(2104, 12, 31))
    assert [day.year for day in found[:3]] == [2028, 2032, 2036]
    assert date(2100, 2, 28) not in found
    assert len(found) == 19  # 2100 is no leap year


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9999",
        "FREQ=WEEKLY;UNTIL=20260101",
    ],
)
def test_a_rule_that_never_gives_a_day_is_found_out_at_once(text: str) -> None:
    assert first_day(read_rule(text), date(2026, 11, 24)) is None


def test_endless_daily_costs_only_the_window_asked_for() -> None:
    rule = read_rule("FREQ=DAILY")
    assert len(days_between(rule, date(1970, 1, 1), date(2190, 1, 1), date(2190, 12, 31))) == 365
    assert last_day(rule, date(1970, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FREQ=HOURLY", "recurrence-floods"),
        ("FREQ=SECONDLY;COUNT=3", "recurrence-floods"),
        ("FREQ=DAILY;BYHOUR=1,2,3", "recurrence-unknown"),
        ("FREQ=YEARLY;BYWEEKNO=20", "recurrence-unknown"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "recurrence-unknown"),
        ("FREQ=YEARLY;X-NAME=1", "recurrence-unknown"),
        ("", "recurrence-wrong"),
        ("FREQ=DAILY;FREQ=WEEKLY", "recurrence-wrong"),
        ("FREQ=DAILY;INTERVAL=0", "recurrence-wrong"),
        ("FREQ=DAILY;INTERVAL=99999999999999999999", "recurrence-wrong"),
        ("FREQ=DAILY;COUNT=-1", "recurrence-wrong"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20300101", "recurrence-wrong"),
        ("FREQ=DAILY;UNTIL=20301332", "recurrence-wrong"),
        ("FREQ=WEEKLY;BYDAY=1MO", "recurrence-wrong"),
        ("FREQ=WEEKLY;BYDAY=XX", "recurrence-wrong"),
        ("FREQ=MONTHLY;BYDAY=0MO", "recurrence-wrong"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "recurrence-wrong"),
        ("FREQ=MONTHLY;BYSETPOS=1", "recurrence-wrong"),
        ("FREQ=DAILY;" + "BYDAY=MO," * 500, "recurrence-wrong"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        read_rule(text)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20270131", date(2027, 1, 31)),
        ("20270131T235959", date(2027, 1, 31)),
        ("20270131T090000", date(2027, 1, 31)),
        ("20270131T085959", date(2027, 1, 30)),
        ("20270131T010000Z", date(2027, 1, 31)),  # nine o'clock in China
        ("20270131T005959Z", date(2027, 1, 30)),
        ("20270130T160000Z", date(2027, 1, 30)),  # midnight of the 31st, before it starts
    ],
)
def test_an_end_with_a_time_is_held_against_the_clock_of_the_appointment(until: str, last: date) -> None:
    rule = read_rule(f"FREQ=DAILY;UNTIL={until}", zone=ZoneInfo("Asia/Shanghai"), starts=time(9))
    assert rule.until == last


@pytest.mark.parametrize(
    ("given_", "code"),
    [
        ({"unit": RecurrenceUnit.DAY, "every": 0}, "recurrence-every-wrong"),
        ({"unit": RecurrenceUnit.DAY, "every": 1000}, "recurrence-every-wrong"),
        ({"unit": RecurrenceUnit.DAY, "count": 0}, "recurrence-count-wrong"),
        ({"unit": RecurrenceUnit.DAY, "until": date(2026, 11, 22)}, "recurrence-ends-first"),
        ({"unit": RecurrenceUnit.WEEK}, "recurrence-weekdays-missing"),
        ({"unit": RecurrenceUnit.MONTH, "month_day": 32}, "recurrence-day-wrong"),
        ({"unit": RecurrenceUnit.MONTH, "nth": 6, "weekday": 1}, "recurrence-day-wrong"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused_at_its_field(given_: dict[str, object], code: str) -> None:
    with pytest.raises(UserError, match=code):
        checked_rule(Recurrence(**given_), date(2026, 11, 23))  # type: ignore[arg-type]


def test_a_rule_richer_than_the_editor_is_kept_and_not_shown_as_something_else() -> None:
    for text in ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=DAILY;BYDAY=MO", "FREQ=YEARLY;BYDAY=20MO"):
        assert chosen_from(read_rule(text), date(2026, 11, 23)) is None


@given(day=st.dates(date(2000, 1, 4), date(2099, 1, 1)), at=st.times())
def test_utc_ends_agree_with_dateutil(day: date, at: time) -> None:
    moment = datetime.combine(day, at, UTC).replace(microsecond=0)
    zone = ZoneInfo("Europe/Berlin")
    start = datetime(2000, 1, 3, 9, tzinfo=zone)
    text = f"FREQ=WEEKLY;INTERVAL=9;UNTIL={moment:%Y%m%dT%H%M%S}Z"
    rule = read_rule(text, zone=zone, starts=time(9))
    got = days_between(rule, start.date(), start.date(), date(2100, 1, 1))
    assert got[-1:] == [each.date() for each in rrulestr(text, dtstart=start)][-1:]
