"""For developers: gathers texts into the catalogues, fills in Chinese, and releases them.

`python -m ui.translations update ROOM…`    texts of ui/ROOM into resources/i18n/ROOM_zh_CN.ts
`python -m ui.translations fill ROOM FILE`  lines `English<TAB>Chinese` (or `error-code<TAB>Chinese`)
`python -m ui.translations release`         every .ts to the .qm beside it
`python -m ui.translations missing`         what has no Chinese yet, one per line
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import PySide6

from ui.assets import asset

UI = Path(__file__).resolve().parent
TOOLS = Path(str(PySide6.__file__)).parent


def rooms() -> list[str]:
    """The folders of `ui` with pages of their own, and `shell` for everything else."""
    pages = [
        folder.name
        for folder in sorted(UI.iterdir())
        if (folder / "__init__.py").exists() and folder.name not in {"widgets", "error_texts"}
    ]
    return ["shell", *pages]


def sources(room: str) -> list[Path]:
    """The modules whose texts belong to a room's catalogue."""
    if room != "shell":
        return sorted((UI / room).rglob("*.py"))
    return sorted([*UI.glob("*.py"), *(UI / "widgets").rglob("*.py"), *(UI / "error_texts").glob("*.py")])


def catalogue(room: str) -> Path:
    return asset("i18n", f"{room}_zh_CN.ts")


def update(room: str, target: Path | None = None) -> None:
    """Bring the catalogue up to date with the source; translations are kept, vanished texts dropped."""
    files = [str(path.relative_to(UI.parent)) for path in sources(room)]
    _tool(
        "lupdate",
        *files,
        "-ts",
        str(target or catalogue(room)),
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
        "-target-language",
        "zh_CN",
        "-silent",
    )


def fill(room: str, pairs: dict[str, str]) -> int:
    """Enter Chinese for English texts (or for refusals by their code); returns how many were filled."""
    from ui.errors import texts

    by_source = {texts().get(key, key): value for key, value in pairs.items()}
    path = catalogue(room)
    tree = ET.parse(path)
    filled = 0
    for message in tree.getroot().iter("message"):
        chinese = by_source.get(message.findtext("source") or "")
        translation = message.find("translation")
        if chinese is None or translation is None:
            continue
        place = translation.find("numerusform")
        (translation if place is None else place).text = chinese
        translation.attrib.pop("type", None)
        filled += 1
    _write(tree, path)
    return filled


def release() -> None:
    """Make the binary catalogues the program loads."""
    for path in sorted(asset("i18n").glob("*_zh_CN.ts")):
        _tool("lrelease", str(path), "-qm", str(path.with_suffix(".qm")), "-silent")


def missing(path: Path) -> Iterator[str]:
    """The English texts of a catalogue that have no finished Chinese."""
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        if translation.get("type") == "unfinished" or not all(forms):
            yield message.findtext("source") or ""


def texts_of(path: Path) -> set[tuple[str, str]]:
    """(context, English) of every message in a catalogue."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def _write(tree: ET.ElementTree[ET.Element], path: Path) -> None:
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _tool(name: str, *arguments: str) -> None:
    suffix = ".exe" if sys.platform == "win32" else ""
    subprocess.run([str(TOOLS / f"{name}{suffix}"), *arguments], check=True, cwd=UI.parent)


def _read_pairs(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        english: chinese.replace("\\n", "\n")
        for english, _, chinese in (line.partition("\t") for line in lines)
        if chinese
    }


def main(arguments: Sequence[str]) -> int:
    verb, *rest = arguments or ["missing"]
    if verb == "update":
        for room in rest or rooms():
            update(room)
    elif verb == "fill":
        room, file = rest
        sys.stdout.write(f"{fill(room, _read_pairs(Path(file)))} filled\n")
    elif verb == "release":
        release()
    elif verb == "missing":
        for path in sorted(asset("i18n").glob("*_zh_CN.ts")):
            sys.stdout.writelines(f"{path.stem}\t{text}\n" for text in missing(path))
    else:
        sys.stderr.write(__doc__ or "")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
