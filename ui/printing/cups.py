"""CUPS takes the PDF as it is: `lp` hands it over, `lpstat` and `lpoptions` tell what there is."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Sequence
from typing import Final

from app.errors import UserError
from ui.printing.printers import Abilities, Order, Printer

SECONDS: Final = 30.0
_CHOICES = re.compile(r"^(?P<option>[^/:\s]+)(?:/[^:]*)?:\s*(?P<choices>.+)$")
_TWO_SIDED = {"DuplexNoTumble", "two-sided-long-edge"}


class Cups:
    """The commands of CUPS, with English answers and no customer's data on a command line."""

    def printers(self) -> Sequence[Printer]:
        """Every destination, the system's default one marked."""
        names = _run("lpstat", "-e").stdout.split("\n")
        usual = _run("lpstat", "-d").stdout.rpartition(": ")[2].strip()
        return [
            Printer(name=name.strip(), is_default=name.strip() == usual) for name in names if name.strip()
        ]

    def abilities(self, name: str) -> Abilities:
        """Trays and duplex from the driver's options: `InputSlot/Media Source: *Auto Tray1 Tray2`."""
        self._require(name)
        found = {}
        for line in _run("lpoptions", "-p", name, "-l").stdout.splitlines():
            told = _CHOICES.match(line)
            if told is not None:
                choices = (choice.removeprefix("*") for choice in told["choices"].split())
                found[told["option"]] = tuple(
                    choice for choice in choices if not choice.startswith("Custom.")
                )
        return Abilities(
            trays=found.get("InputSlot", found.get("media-source", ())),
            can_duplex=bool(_TWO_SIDED & {*found.get("Duplex", ()), *found.get("sides", ())}),
        )

    def send(self, name: str, pdf: bytes, order: Order, check: Callable[[], None]) -> None:
        """Hand the document to the spooler through a pipe: no file of it is left anywhere."""
        self._require(name)
        check()
        done = _run("lp", *arguments(name, order), given=pdf)
        if done.returncode:
            raise UserError("printer-refused", printer=name, reason=_reason(done.stderr))

    def _require(self, name: str) -> None:
        if name not in [printer.name for printer in self.printers()]:
            raise UserError("printer-unknown", printer=name)


def arguments(name: str, order: Order) -> list[str]:
    """The words after `lp`. Scaling is off: a form shrunk to the margins would miss pre-printed paper."""
    options = {
        "media": order.paper.value,
        "sides": "two-sided-long-edge" if order.duplex else "one-sided",
        "print-scaling": "none",
        "document-format": "application/pdf",
    }
    if order.tray:
        options["InputSlot"] = order.tray
    words = ["-d", name, "-n", str(order.copies), "-t", order.title]
    for option, value in options.items():
        words += ["-o", f"{option}={value}"]
    return words


def _run(command: str, *words: str, given: bytes | None = None) -> subprocess.CompletedProcess[str]:
    # C.UTF-8: English answers to parse, and names of printers with Chinese in them stay whole.
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    try:
        done = subprocess.run(
            [command, *words],
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UserError("printer-silent", seconds=round(SECONDS)) from None
    except OSError as error:
        raise UserError("printer-silent", seconds=0) from error
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )


def _reason(told: str) -> str:
    lines = told.strip().splitlines()
    return lines[-1].removeprefix("lp: ") if lines else ""
