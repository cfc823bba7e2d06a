"""The Chinese calendar: lunar dates, solar terms, festivals, and the days of birthdays in both calendars."""

from app.lunar.birthdays import BirthdayKeys, PartialDate, age_on, anniversaries, birthday_keys
from app.lunar.festivals import FestivalRule, festival_days, new_years_eve
from app.lunar.naming import day_name, day_text, month_name
from app.lunar.terms import TERM_NAMES, solar_term, term_day
from app.lunar.years import LunarDate, is_known, leap_month, lunar_of, month_days, solar_of

__all__ = [
    "TERM_NAMES",
    "BirthdayKeys",
    "FestivalRule",
    "LunarDate",
    "PartialDate",
    "age_on",
    "anniversaries",
    "birthday_keys",
    "day_name",
    "day_text",
    "festival_days",
    "is_known",
    "leap_month",
    "lunar_of",
    "month_days",
    "month_name",
    "new_years_eve",
    "solar_of",
    "solar_term",
    "term_day",
]
