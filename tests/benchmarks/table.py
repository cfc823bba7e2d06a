"""One measured line of a benchmark, whether it keeps its budget, and the Markdown page of all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

HEAD = ("what", "raw limit", "ours", "ratio", "budget", "kept")
KEPT, BROKEN, OPEN = "yes", "NO", "-"


def figure(value: Any) -> str:
    """A number with three digits that mean something; text as it is, nothing as a dash."""
    if value is None or value == "":
        return OPEN
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def ratio(row: Mapping[str, Any]) -> float | None:
    """Ours over the raw limit, as told or worked out."""
    if isinstance(row.get("ratio"), (int, float)):
        return float(row["ratio"])
    if isinstance(row.get("raw"), (int, float)) and isinstance(row.get("ours"), (int, float)) and row["raw"]:
        return float(row["ours"]) / float(row["raw"])
    return None


def verdict(row: Mapping[str, Any]) -> str:
    """Whether a row keeps its budget.

    A budget ending in `x` limits the ratio to the raw limit; any other number limits our own figure, from
    above for times and sizes and from below for a rate (a unit with a slash, such as `rows/s`).
    """
    budget, own = row.get("budget"), row.get("ours")
    found = re.search(r"(?<![\w.,])\d[\d,]*\.?\d*", str(budget)) if budget is not None else None
    if found is None or not isinstance(own, (int, float)):
        return OPEN
    limit = float(found.group().replace(",", ""))
    measured = ratio(row) if str(budget).rstrip().endswith("x") else float(own)
    if measured is None:
        return OPEN
    is_rate = "/" in str(row.get("unit", "")) and not str(budget).rstrip().endswith("x")
    return KEPT if (measured >= limit if is_rate else measured <= limit) else BROKEN


def cells(row: Mapping[str, Any]) -> list[str]:
    unit = f" {row['unit']}" if row.get("unit") else ""
    measured, times, budget = figure(row.get("ours")), ratio(row), figure(row.get("budget"))
    if isinstance(row.get("budget"), (int, float)):
        budget += unit
    return [
        str(row["what"]),
        figure(row["raw"]) + unit if row.get("raw") is not None else OPEN,
        measured + unit if measured != OPEN else OPEN,
        f"{times:.2f}x" if times is not None else OPEN,
        budget,
        verdict(row),
    ]


def markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *(cells(row) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def replaced(page: str, sections: Mapping[str, str]) -> str:
    """The page with the given `##` sections replaced or, in the order of their names, added."""
    head, *rest = re.split(r"^## ", page, flags=re.MULTILINE)
    kept = {name.strip(): body.strip() for name, _, body in (part.partition("\n") for part in rest)}
    kept.update(sections)
    written = [f"## {name}\n\n{kept[name].strip()}\n" for name in sorted(kept)]
    return "\n".join([head.rstrip() + "\n", *written])
