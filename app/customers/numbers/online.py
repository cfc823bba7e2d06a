"""E-mail addresses and WeChat ids."""

from __future__ import annotations

import re

from app.customers.numbers.cells import Cell, as_text, shortened
from app.errors import UserError

_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_LABEL = re.compile(r"^(?:mailto:|(?:电子)?邮[箱件]:?|e-?mail:)\s*", re.IGNORECASE)
_WECHAT_LABEL = re.compile(r"^(?:微信号?|wechat|weixin|wx)\s*[:：]\s*", re.IGNORECASE)
_WECHAT = re.compile(r"[A-Za-z][A-Za-z0-9_-]{5,19}")
_WECHAT_BY_NUMBER = re.compile(r"1[3-9]\d{9}|[1-9]\d{4,10}")


def parse_email(value: Cell) -> str:
    """An address with its domain in lower case; Chinese full stops and spaces are mended (RFC 5321 lengths).

    Raises UserError: email-empty, email-no-at, email-name, email-domain.
    """
    text = _LABEL.sub("", as_text(value, "email-no-at")).strip("<>").replace(" ", "")
    text = text.replace("。", ".").replace("，", ",")
    if not text:
        raise UserError("email-empty")
    local, at, domain = text.rpartition("@")
    if not at:
        raise UserError("email-no-at", given=shortened(text))
    if len(local) > 64 or not _LOCAL.fullmatch(local):
        raise UserError("email-name", given=shortened(text))
    domain = domain.lower()
    if len(text) > 254 or not _DOMAIN.fullmatch(domain):
        raise UserError("email-domain", given=shortened(text), domain=shortened(domain))
    return f"{local}@{domain}"


def parse_wechat(value: Cell) -> str:
    """A WeChat id as typed: a letter, then 5 to 19 letters, figures, _ or -; or a mobile or QQ number.

    Raises UserError: wechat-empty, wechat-lossy, wechat-wrong.
    """
    text = _WECHAT_LABEL.sub("", as_text(value, "wechat-lossy")).replace(" ", "")
    if not text:
        raise UserError("wechat-empty")
    if not (text.isascii() and (_WECHAT.fullmatch(text) or _WECHAT_BY_NUMBER.fullmatch(text))):
        raise UserError("wechat-wrong", given=shortened(text))
    return text
