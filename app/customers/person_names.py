"""Names of people as they arrive: spaces, titles and forms of address taken apart, nothing lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.customers.cleaning import is_chinese, mend
from app.customers.names import split_name
from app.customers.numbers.cells import shortened
from app.customers.surnames import surname_readings
from app.errors import UserError
from db.models.customers import Gender

LONGEST_NAME = 60

_MALE = ("先生",)
_FEMALE = ("女士", "小姐", "太太", "夫人", "阿姨", "大姐")
_EITHER = (
    "总经理",
    "副总",
    "经理",
    "主任",
    "老师",
    "师傅",
    "医生",
    "教授",
    "律师",
    "老板",
    "同学",
    "店长",
    "总",
)
_TITLES = {
    title: gender for gender, titles in ((Gender.MALE, _MALE), (Gender.FEMALE, _FEMALE)) for title in titles
}
_TITLES |= dict.fromkeys(_EITHER, Gender.UNKNOWN)
_TITLE = re.compile(f"(.+?)[（(]?({'|'.join(sorted(_TITLES, key=len, reverse=True))})[）)]?")
_SEX = re.compile(r"(.+?)[（(](男|女)[）)]")
_IDEOGRAPH = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af〇·]"
_SPACE_IN_CHINESE = re.compile(f"(?<={_IDEOGRAPH}) (?={_IDEOGRAPH})")
_MIDDLE_DOT = re.compile(r"(?<=\w)\s*[•・‧∙⋅●．.·]\s*(?=[\u3400-\u9fff])")
_NOT_IN_NAMES = re.compile(r"[0-9]{5,}|[@<>{}\[\]|\\=]")


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonName:
    """A name with what stood around it: the form of address as written, the sex told, whether it is whole."""

    name: str
    title: str = ""
    gender: Gender = Gender.UNKNOWN
    is_full: bool = True


def parse_person_name(text: str) -> PersonName:
    """The name itself, mended; 王女士 is a surname with a title and not yet a full name (B8).

    Raises UserError: name-empty, name-too-long, name-not-a-name.
    """
    name = _joined(mend(text))
    gender = Gender.UNKNOWN
    if sex := _SEX.fullmatch(name):
        name, gender = sex[1].strip(), Gender.MALE if sex[2] == "男" else Gender.FEMALE
    name, title = _without_title(name)
    if title and gender is Gender.UNKNOWN:
        gender = _TITLES[title]
    if not name or name in _TITLES:
        raise UserError("name-empty")
    if len(name) > LONGEST_NAME:
        raise UserError("name-too-long", given=shortened(name), longest=LONGEST_NAME)
    if _NOT_IN_NAMES.search(name) or not any(character.isalpha() for character in name):
        raise UserError("name-not-a-name", given=shortened(name))
    return PersonName(name=name, title=title, gender=gender, is_full=_is_full(name))


def _joined(name: str) -> str:
    """张 三 -> 张三; the dot of 阿卜杜拉·买买提 in its one form; Latin names keep their spaces."""
    return _MIDDLE_DOT.sub("·", _SPACE_IN_CHINESE.sub("", name))


def _without_title(name: str) -> tuple[str, str]:
    found = _TITLE.fullmatch(name)
    return (found[1].strip(), found[2]) if found and is_chinese(found[1][0]) else (name, "")


def _is_full(name: str) -> bool:
    """A given name follows the surname; 欧阳 alone is a surname, Madonna is a name."""
    parts = split_name(name)
    return len(name) > 1 and (not parts.surname or name not in surname_readings())
