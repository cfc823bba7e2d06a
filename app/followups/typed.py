"""Results typed into Today: "7 通 满意" is line 7, reached by telephone, satisfied; "5 明天" moves line 5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from app.customers.cleaning import mend
from app.customers.names import text_readings
from app.errors import UserError
from app.followups.typed_days import is_day_word, read_day
from app.lists import ChoiceRecord
from db.models.customers import ContactWay

TEXT_MOST: Final = 500
NUMBER_DIGITS: Final = 6
WAY_WORDS: Final = {
    "通": ContactWay.CALL, "电话": ContactWay.CALL, "电": ContactWay.CALL, "打": ContactWay.CALL,
    "call": ContactWay.CALL, "tel": ContactWay.CALL, "phone": ContactWay.CALL, "dh": ContactWay.CALL,
    "微信": ContactWay.WECHAT, "微": ContactWay.WECHAT, "wechat": ContactWay.WECHAT, "wx": ContactWay.WECHAT,
    "短信": ContactWay.SMS, "短": ContactWay.SMS, "sms": ContactWay.SMS, "dx": ContactWay.SMS,
    "邮件": ContactWay.EMAIL, "邮": ContactWay.EMAIL, "email": ContactWay.EMAIL, "mail": ContactWay.EMAIL,
    "yj": ContactWay.EMAIL,
    "拜访": ContactWay.VISIT, "访": ContactWay.VISIT, "上门": ContactWay.VISIT, "visit": ContactWay.VISIT,
    "bf": ContactWay.VISIT,
    "信": ContactWay.LETTER, "信函": ContactWay.LETTER, "letter": ContactWay.LETTER,
    "传真": ContactWay.FAX, "fax": ContactWay.FAX,
    "在线": ContactWay.ONLINE, "网上": ContactWay.ONLINE, "online": ContactWay.ONLINE,
    "到店": ContactWay.COUNTER, "来店": ContactWay.COUNTER, "counter": ContactWay.COUNTER,
}  # fmt: skip
FILLERS: Final = frozenset(
    {"改", "改到", "移", "移到", "推迟", "推迟到", "到", "约", "下次", "next", "move", "to"}
)
_SIGNS: Final = re.compile(r"[，。、；;,!！?？|]+")
_NUMBER: Final = re.compile(r"(?:第|no\.?|#|＃)?(\d{1,20})(?:[.．、:：号)）]|(?=\D)|$)", re.IGNORECASE)
_MINUTES: Final = re.compile(r"(\d{1,4})(?:分钟|分|min|mins|minutes)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Typed:
    """What a line says: a result where there is an `outcome` (`next_on` for the next contact), else a move.

    Only a `way` means that it is to be done that way. `minutes` is how long it took.
    """

    number: int
    outcome: str | None = None
    move_to: date | None = None
    next_on: date | None = None
    way: ContactWay | None = None
    minutes: int | None = None
    note: str = ""


@dataclass(slots=True)
class _Taken:
    outcome: ChoiceRecord | None = None
    day: date | None = None
    way: ContactWay | None = None
    minutes: int | None = None
    note: list[str] = field(default_factory=list)
    unclear: UserError | None = None


def read_typed(
    text: str,
    items_count: int,
    outcomes: Sequence[ChoiceRecord],
    *,
    today: date | None = None,
    language: str = "zh",
) -> Typed:
    """Understand a typed line, its words in any order; what is not understood after them is the note.

    Raises UserError, each saying what is possible: `typed-list-empty`, `typed-number-missing`,
    `typed-number-unknown`, `typed-nothing-said`, `typed-unknown`, `typed-outcome-several`, `typed-two-outcomes`,
    `text-too-long`, and those of `read_day`.
    """
    line = mend(text)
    if len(line) > TEXT_MOST:
        raise UserError("text-too-long", found=len(line), most=TEXT_MOST)
    known = [entry for entry in outcomes if entry.active]
    possible = ", ".join(entry.text(language) for entry in known)
    number, rest = _number(line, items_count)
    words = [word for part in _SIGNS.sub(" ", rest).split() for word in _apart(part, known)]
    if not words:
        raise UserError("typed-nothing-said", number=number, possible=possible)
    taken = _Taken()
    for word in words:
        _take(word, taken, known, today or datetime.now().astimezone().date(), language)
    if taken.outcome is None and taken.day is None and (taken.way is None or taken.note):
        if taken.unclear is not None:
            raise taken.unclear
        raise UserError("typed-unknown", given=" ".join(taken.note)[:20] or rest[:20], possible=possible)
    return Typed(
        number=number,
        outcome=None if taken.outcome is None else taken.outcome.code,
        move_to=taken.day if taken.outcome is None else None,
        next_on=None if taken.outcome is None else taken.day,
        way=taken.way,
        minutes=taken.minutes,
        note=" ".join(taken.note),
    )


def _number(line: str, count: int) -> tuple[int, str]:
    """The number of the line and what is left; it comes first, or stands alone among the words."""
    found = _NUMBER.match(line)
    if found is not None and not is_day_word(line.split(maxsplit=1)[0]):
        digits, rest = found[1], line[found.end() :]
    else:
        words = line.split()
        at = [index for index, word in enumerate(words) if word.isdecimal() and len(word) <= NUMBER_DIGITS]
        if len(at) != 1:
            raise UserError("typed-number-missing", most=count)
        digits, rest = words[at[0]], " ".join(words[: at[0]] + words[at[0] + 1 :])
    if count < 1:
        raise UserError("typed-list-empty")
    if len(digits) > NUMBER_DIGITS or not 1 <= int(digits) <= count:
        raise UserError("typed-number-unknown", given=digits[:20], most=count)
    return int(digits), rest


def _apart(word: str, known: Sequence[ChoiceRecord]) -> list[str]:
    """Words written together (通满意, 未接明天), where all of them are known; else the word as it is."""
    if word.isascii() or len(word) > 20:
        return [word]
    texts = {text for entry in known for text in _texts(entry)}
    parts = _split(word, texts)
    return parts if parts is not None else [word]


def _split(word: str, texts: set[str]) -> list[str] | None:
    if not word or word in texts or word.lower() in WAY_WORDS or word in FILLERS or is_day_word(word):
        return [word] if word else []
    for end in range(len(word) - 1, 0, -1):
        head = word[:end]
        if head in texts or head.lower() in WAY_WORDS or head in FILLERS or is_day_word(head):
            rest = _split(word[end:], texts)
            if rest is not None:
                return [head, *rest]
    return None


def _take(word: str, taken: _Taken, known: Sequence[ChoiceRecord], today: date, language: str) -> None:
    """Put one word where it belongs; once the note has begun, only what is missing is still taken out of it."""
    low = word.lower()
    found = _outcomes(low, known)
    exact = len(found) == 1 and low in map(str.lower, _texts(found[0]))
    if low in WAY_WORDS and not exact and taken.way is None:
        taken.way = WAY_WORDS[low]
    elif low in FILLERS and taken.day is None and not taken.note:
        return
    elif taken.minutes is None and (minutes := _MINUTES.fullmatch(low)):
        taken.minutes = int(minutes[1])
    elif is_day_word(word) and taken.day is None:
        taken.day = read_day(word, today)
    elif len(found) == 1 and taken.outcome is None:
        taken.outcome = found[0]
    elif exact and taken.outcome is not None and not taken.note and found[0] != taken.outcome:
        raise UserError(
            "typed-two-outcomes", first=taken.outcome.text(language), second=found[0].text(language)
        )
    else:
        if len(found) > 1 and taken.unclear is None:
            several = ", ".join(entry.text(language) for entry in found)
            taken.unclear = UserError("typed-outcome-several", given=word[:20], possible=several)
        taken.note.append(word)


def _outcomes(word: str, known: Sequence[ChoiceRecord]) -> list[ChoiceRecord]:
    """The outcomes a word may mean: its text, the beginning of it, its initials in pinyin, or its code."""
    for met in (_is_it, _begins_it):
        found = [entry for entry in known if met(word, entry)]
        if found:
            return found
    return []


def _is_it(word: str, entry: ChoiceRecord) -> bool:
    return word == entry.code or word in (text.lower() for text in _texts(entry)) or word in _sounds(entry)[0]


def _begins_it(word: str, entry: ChoiceRecord) -> bool:
    initials, full = _sounds(entry)
    candidates: Iterable[str] = (*(text.lower() for text in _texts(entry)), *initials, *full)
    return any(candidate.startswith(word) for candidate in candidates)


def _texts(entry: ChoiceRecord) -> list[str]:
    """Its words in both languages; 空号/错号 are two."""
    return [
        part.strip() for text in (entry.text_zh, entry.text_en) for part in text.split("/") if part.strip()
    ]


def _sounds(entry: ChoiceRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _heard(entry.text_zh)


@lru_cache(maxsize=256)
def _heard(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Initials and whole readings; a line is read anew at every key."""
    readings = [text_readings(part) for part in text.split("/")]
    initials = tuple(way for reading in readings for way in reading.initials if way)
    return initials, tuple(way for reading in readings for way in reading.full if way)
