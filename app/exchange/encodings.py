"""The encoding of a text file: its mark, then strict UTF-8, then strict GB18030 with a look at Big5."""

from __future__ import annotations

import codecs
from pathlib import Path

from app.errors import UserError

BLOCK = 1 << 20
SAMPLE = 1 << 18
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Everyday characters: GB 2312 level 1 lies in lead bytes B0-D7, Big5's frequent part in A4-C6.
_GB_COMMON = range(0xB0, 0xD8)
_BIG5_COMMON = range(0xA4, 0xC7)
GOOD_SHARE = 0.9


def encoding_of(path: Path) -> str:
    """The codec that reads the whole file without a single error.

    Raises UserError "list-encoding-unknown" with the line of the first byte that is no UTF-8.
    """
    with path.open("rb") as stream:
        head = stream.read(4)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return _checked(path, codec)
    if _first_fault(path, "utf-8") is None:
        return "utf-8"
    if _first_fault(path, "gb18030") is None:
        return "big5" if _is_big5(path) else "gb18030"
    if _first_fault(path, "big5hkscs") is None and _is_big5(path):
        return "big5hkscs"
    raise UserError("list-encoding-unknown", file=path.name, line=_first_fault(path, "utf-8"))


def _checked(path: Path, codec: str) -> str:
    line = _first_fault(path, codec)
    if line is not None:
        raise UserError("list-encoding-unknown", file=path.name, line=line)
    return codec


def _first_fault(path: Path, codec: str) -> int | None:
    """The line (from 1) of the first byte the codec refuses, or None; a block at a time."""
    decoder = codecs.getincrementaldecoder(codec)("strict")
    line = 1
    with path.open("rb") as stream:
        while True:
            block = stream.read(BLOCK)
            try:
                decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
            if not block:
                return None
            line += block.count(b"\n")


def _is_big5(path: Path) -> bool:
    """Whether everyday Big5 characters are many where everyday GB characters are few."""
    with path.open("rb") as stream:
        sample = stream.read(SAMPLE)
    try:
        sample.decode("big5hkscs", errors="strict" if len(sample) < SAMPLE else "replace")
    except UnicodeDecodeError:
        return False
    return _share(sample, _GB_COMMON, low=0xA1) < GOOD_SHARE <= _share(sample, _BIG5_COMMON, low=0x40)


def _share(sample: bytes, common: range, *, low: int) -> float:
    """The share of double-byte characters with an everyday lead byte and an allowed second one."""
    pairs = hits = index = 0
    while index + 1 < len(sample):
        lead, second = sample[index], sample[index + 1]
        if lead < 0x80:
            index += 1
            continue
        index += 2
        pairs += 1
        hits += lead in common and second >= low
    return hits / pairs if pairs else 1.0
