"""Strict Chinese line breaking (kinsoku, after GB/T 15834-2011, 5.1), for any measure of width."""

from __future__ import annotations

import re
from collections.abc import Callable

Measure = Callable[[str], float]

NEVER_FIRST = frozenset(
    "，。、；：？！～·ー々ゝゞ）〕】》〉」』］｝”’％‰℃〗〙〛｠﹚﹜﹞"
    ",.;:?!)]}%°′″¢·‐–•/／｡､｣：；．，！？＂＇～"
)
NEVER_LAST = frozenset("（〔【《〈「『［｛“‘〖〘〚｟﹙﹛﹝([{￥¥＄$£€№＃#＠@｢/／")
_INSEPARABLE = re.compile(r"—{2,}|…{2,}|\.{3,}")
_WORD = re.compile(r"[^\W\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+"
                   r"(?:['’.,:/@&+_~=%?#\\-]+[0-9A-Za-z\u00c0-\u024f\u1ea0-\u1ef9]+)*[%°]?")  # fmt: skip
_SPACE = re.compile(r"[ \t\u3000\u00a0]+")


def break_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Cut a text into lines no wider than `width`, in the unit of `measure`.

    A line neither begins with a closing mark nor ends with an opening one, and latin words and numbers stay
    whole, unless a single such piece is wider than the line: then it is cut where it must be. A line holds at
    least one character, so a width below the widest character is the one case that overflows.
    """
    lines: list[str] = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        lines.extend(_broken(paragraph, width, measure))
    return lines


def _broken(paragraph: str, width: float, measure: Measure) -> list[str]:
    if measure(paragraph) <= width:
        return [paragraph.strip(" \t")]
    lines: list[str] = []
    line = ""
    for piece in pieces(paragraph):
        grown = line + piece
        if measure(grown.rstrip()) <= width:
            line = grown
            continue
        if line.strip():
            lines.append(line.strip())
        line = piece.lstrip()
        while measure(line.rstrip()) > width and len(line.rstrip()) > 1:
            cut = _forced_cut(line, width, measure)
            lines.append(line[:cut].rstrip())
            line = line[cut:]
    if line.strip() or not lines:
        lines.append(line.strip())
    return lines


def pieces(paragraph: str) -> list[str]:
    """The unbreakable pieces of a paragraph; a space stays at the end of the piece before it."""
    grouped: list[str] = []
    glued = False
    for atom in _atoms(paragraph):
        space = _SPACE.fullmatch(atom) is not None
        if grouped and (glued or space or atom[0] in NEVER_FIRST):
            grouped[-1] += atom
        else:
            grouped.append(atom)
        glued = atom[-1] in NEVER_LAST or (space and glued)
    return grouped


def _atoms(paragraph: str) -> list[str]:
    atoms: list[str] = []
    at = 0
    while at < len(paragraph):
        for pattern in (_SPACE, _INSEPARABLE, _WORD):
            if found := pattern.match(paragraph, at):
                atoms.append(found.group())
                at = found.end()
                break
        else:
            atoms.append(paragraph[at])
            at += 1
    return atoms


def _forced_cut(piece: str, width: float, measure: Measure) -> int:
    """Where a piece wider than the line is cut: as far as fits, moved back to a legal place if there is
    one.
    """
    fits = 1
    while fits < len(piece) and measure(piece[: fits + 1]) <= width:
        fits += 1
    for cut in range(fits, 0, -1):
        if piece[cut : cut + 1] not in NEVER_FIRST and piece[cut - 1] not in NEVER_LAST:
            return cut
    return fits
