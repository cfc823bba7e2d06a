"""A printing system of files: `lp`, `lpstat` and `lpoptions` on the PATH that keep what they were given."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

_LP = """#!/bin/sh
if [ -e "{folder}/broken" ]; then cat "{folder}/broken" >&2; exit 1; fi
number=$(ls "{folder}" | grep -c '\\.pdf$')
cat > "{folder}/$number.pdf"
printf '%s\\n' "$@" > "{folder}/part" && mv "{folder}/part" "{folder}/$number.words"
echo "request id is x-$number (1 file(s))"
"""
_LPSTAT = """#!/bin/sh
if [ "$1" = -e ]; then cat "{folder}/printers"; else cat "{folder}/default"; fi
"""
_LPOPTIONS = """#!/bin/sh
cat "{folder}/options-$2" 2>/dev/null || true
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """One document the spooler took."""

    words: list[str]
    pdf: bytes

    def option(self, name: str) -> str:
        """The value of one `-o name=value`; empty when it was not given."""
        given = [word.partition("=")[2] for word in self.words if word.startswith(f"{name}=")]
        return given[0] if given else ""

    def after(self, flag: str) -> str:
        """The word after a flag."""
        return self.words[self.words.index(flag) + 1]


@dataclass(frozen=True, kw_only=True, slots=True)
class Spooler:
    """What is set up, and what was printed so far."""

    folder: Path

    def set_up(self, *names: str, default: str | None = None) -> None:
        """The printers there are now."""
        (self.folder / "printers").write_text("".join(f"{name}\n" for name in names))
        told = f"system default destination: {default}" if default else "no system default destination"
        (self.folder / "default").write_text(f"{told}\n")

    def equip(self, name: str, *, trays: str = "", duplex: bool = False) -> None:
        """What a printer's driver tells; `trays` in its own words."""
        lines = ["PageSize/Media Size: *A4 A5 Custom.WIDTHxHEIGHT"]
        if trays:
            lines.append(f"InputSlot/Media Source: {trays}")
        sides = "None *DuplexNoTumble DuplexTumble" if duplex else "*None"
        lines.append(f"Duplex/2-Sided Printing: {sides}")
        (self.folder / f"options-{name}").write_text("\n".join(lines) + "\n")

    def refuse(self, reason: str) -> None:
        """From now on nothing is taken."""
        (self.folder / "broken").write_text(f"lp: {reason}\n")

    def mend(self) -> None:
        """Take documents again."""
        (self.folder / "broken").unlink()

    @property
    def taken(self) -> list[Taken]:
        """The documents in their order."""
        return [
            Taken(words=words.read_text().splitlines(), pdf=words.with_suffix(".pdf").read_bytes())
            for words in sorted(self.folder.glob("*.words"), key=lambda path: int(path.stem))
        ]


def install(folder: Path, patch: pytest.MonkeyPatch) -> Spooler:
    """Put the commands before all others."""
    commands, kept = folder / "bin", folder / "spool"
    commands.mkdir()
    kept.mkdir()
    for name, script in (("lp", _LP), ("lpstat", _LPSTAT), ("lpoptions", _LPOPTIONS)):
        command = commands / name
        command.write_text(script.format(folder=kept))
        command.chmod(0o755)
    patch.setenv("PATH", f"{commands}{os.pathsep}{os.environ['PATH']}")
    made = Spooler(folder=kept)
    made.set_up()
    return made
