"""Arithmetic with days inside a query, in the words of each engine."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Date
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class LocalDay(FunctionElement[Any]):
    """The day a moment falls on by a clock so many seconds ahead of UTC."""

    type = Date()
    inherit_cache = True
    name = "local_day"


class DaysBefore(FunctionElement[Any]):
    """So many days before a day."""

    type = Date()
    inherit_cache = True
    name = "days_before"


class MonthsBefore(FunctionElement[Any]):
    """The same day so many months before, or the last of that month where it is shorter."""

    type = Date()
    inherit_cache = True
    name = "months_before"


def _parts(element: FunctionElement[Any], compiler: SQLCompiler, options: dict[str, Any]) -> tuple[str, str]:
    first, second = element.clauses
    return compiler.process(first, **options), compiler.process(second, **options)


@compiles(LocalDay, "sqlite")
def _local_day_sqlite(element: LocalDay, compiler: SQLCompiler, **options: Any) -> str:
    moment, seconds = _parts(element, compiler, options)
    return f"date({moment}, {seconds} || ' seconds')"


@compiles(LocalDay, "postgresql")
def _local_day_postgresql(element: LocalDay, compiler: SQLCompiler, **options: Any) -> str:
    moment, seconds = _parts(element, compiler, options)
    return f"CAST(({moment} AT TIME ZONE 'UTC') + {seconds} * interval '1 second' AS date)"


@compiles(DaysBefore, "sqlite")
def _days_before_sqlite(element: DaysBefore, compiler: SQLCompiler, **options: Any) -> str:
    day, days = _parts(element, compiler, options)
    return f"date({day}, -{days} || ' days')"


@compiles(DaysBefore, "postgresql")
def _days_before_postgresql(element: DaysBefore, compiler: SQLCompiler, **options: Any) -> str:
    day, days = _parts(element, compiler, options)
    return f"({day} - CAST({days} AS integer))"


@compiles(MonthsBefore, "sqlite")
def _months_before_sqlite(element: MonthsBefore, compiler: SQLCompiler, **options: Any) -> str:
    """SQLite lets the 31st of a short month run over into the next: the end of the month is the bound."""
    day, months = _parts(element, compiler, options)
    end = f"date({day}, 'start of month', (1 - {months}) || ' months', '-1 day')"
    return f"min(date({day}, -{months} || ' months'), {end})"


@compiles(MonthsBefore, "postgresql")
def _months_before_postgresql(element: MonthsBefore, compiler: SQLCompiler, **options: Any) -> str:
    day, months = _parts(element, compiler, options)
    return f"CAST({day} - {months} * interval '1 month' AS date)"
