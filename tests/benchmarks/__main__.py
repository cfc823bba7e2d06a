"""Runs every `bench_*.py` beside it (or those named), prints the table and keeps docs/benchmarks.md.

Each module has `run() -> list[dict]` with what, raw (the limit measured in the same run), ours, ratio, budget
and unit. Ends with 1 when a budget is broken.
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.table import BROKEN, markdown, replaced, verdict

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent.parent / "docs" / "benchmarks.md"
TITLE = """# Benchmarks

Made by `python3 bootstrap.py bench`. A figure says little alone: read the ratio to the raw limit measured
in the same run. A budget ending in `x` limits that ratio, any other limits our own figure.
"""


def found(names: list[str]) -> list[str]:
    """The benchmarks there are, or those asked for; an unknown name ends the run."""
    there = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    unknown = sorted(set(names) - set(there))
    if unknown:
        sys.exit(f"no benchmark named {', '.join(unknown)}; there are: {', '.join(there) or 'none yet'}")
    return names or there


def machine() -> str:
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{system}, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}"


def main(names: list[str]) -> int:
    sections: dict[str, str] = {}
    broken: list[str] = []
    for name in found(names):
        begin = time.monotonic()
        rows: list[dict[str, Any]] = importlib.import_module(f"tests.benchmarks.bench_{name}").run()
        sections[name] = f"{markdown(rows)}\n\n{machine()}"
        broken += [f"{name}: {row['what']}" for row in rows if verdict(row) == BROKEN]
        print(f"{name} ({time.monotonic() - begin:.0f} s)\n{markdown(rows)}\n", flush=True)
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else TITLE
    PAGE.write_text(replaced(page, sections), encoding="utf-8")
    for line in broken:
        print(f"OVER BUDGET  {line}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
