"""Privacy notice (PIPL art. 17), separate consents (art. 14, 23, 24) and signature of form LC-01."""

from __future__ import annotations

from app.documents import grid
from app.documents.grid import Blank, Slots, Word
from app.documents.ink import MM, Align, Ink, leading, text_width, wrap
from app.documents.marks import BOX, tick_box
from app.documents.registration_cells import WIDE, Draft, date_pieces

AGREE, REFUSE = "yes", "no"
CONSENTS = ("service", "marketing", "sharing")

_CONSENT = 8.8
_SIGN_LINE = 10.5
_STAMP = 30.0


def _notice(draft: Draft) -> list[tuple[str, bool]]:
    house, words = draft.house, draft.words
    told = words["notice"].format(
        company=house.company + (f"（{house.branch}）" if house.branch and draft.style.upright else ""),
        address=house.address or words["this_shop"],
        contact=house.privacy_contact or house.phone or words["this_shop"],
        retention=house.retention or words["retention"],
    )
    return grid.note_lines(told, _notice_width(draft), draft.notice_size)


def _notice_width(draft: Draft) -> float:
    return draft.frame.width - draft.style.band - 5.0


def _notice_height(draft: Draft) -> float:
    return 5.6 + len(_notice(draft)) * leading(draft.notice_size) / MM + 1.6


def _consents_width(draft: Draft) -> float:
    return draft.frame.width - draft.style.band - (_STAMP if draft.frame.width > WIDE else 0.0)


def privacy_height(draft: Draft) -> float:
    return _notice_height(draft) + sum(_consent_heights(draft)) + _sign_height(draft)


def _consent_text(draft: Draft, purpose: str) -> str:
    recipient = draft.house.recipient
    if recipient and draft.house.recipient_contact:
        recipient += (
            f"（{draft.house.recipient_contact}）"
            if draft.style.upright
            else f" ({draft.house.recipient_contact})"
        )
    return draft.words[f"consent_{purpose}"].format(
        recipient=recipient or "_" * 16 + draft.words["recipient_line"]
    )


def _answer_width(draft: Draft) -> float:
    boxes = (draft.words["yes"], draft.words["no"])
    return 3.0 + sum(BOX + 1.0 + text_width(word, draft.style.label_size) + 2.6 for word in boxes)


def _consent_heights(draft: Draft) -> list[float]:
    width = _consents_width(draft) - _answer_width(draft) - 4.0
    return [
        max(7.0, len(wrap(_consent_text(draft, purpose), width, _CONSENT)) * leading(_CONSENT) / MM + 2.0)
        for purpose in CONSENTS
    ]


def draw_privacy(ink: Ink, draft: Draft, page: int, y: float) -> float:
    frame, words = draft.frame, draft.words
    height = privacy_height(draft)
    left, right = frame.x + draft.style.band, frame.x + frame.width
    ink.block(left + 2.5, y + 1.0, _notice_width(draft), 4.6, words["notice_title"], 8.6, bold=True)
    base = y + 5.6 + draft.notice_size * 0.9 / MM
    for number, (line, _) in enumerate(_notice(draft)):
        ink.text(left + 2.5, base + number * leading(draft.notice_size) / MM, line, draft.notice_size)
    below = y + _notice_height(draft)
    ink.line(left, below, right, below)
    _draw_consents(ink, draft, page, below)
    sign = y + height - _sign_height(draft)
    stamp = below if draft.frame.width > WIDE else sign
    _draw_stamp(ink, draft, right - _STAMP, stamp, y + height - stamp)
    _draw_signature(ink, draft, sign)
    grid.draw_band(ink, words["privacy"], draft.style, x=frame.x, y=y, width=frame.width, height=height)
    return height


def _draw_consents(ink: Ink, draft: Draft, page: int, y: float) -> None:
    left = draft.frame.x + draft.style.band
    width, answers = _consents_width(draft), _answer_width(draft)
    for purpose, height in zip(CONSENTS, _consent_heights(draft), strict=True):
        ink.block(left + 2.5, y, width - answers - 4.0, height, _consent_text(draft, purpose), _CONSENT)
        x = left + width - answers + 3.0
        for option in (AGREE, REFUSE):
            tick_box(ink, x, y + (height - BOX) / 2)
            draft.slots.ticks[f"consent_{purpose}", option] = (page, x, y + (height - BOX) / 2)
            word = draft.words[option]
            ink.text(
                x + BOX + 1.0, y + height / 2 + 0.127 * draft.style.label_size, word, draft.style.label_size
            )
            x += BOX + 1.0 + text_width(word, draft.style.label_size) + 2.6
        y += height
        ink.line(left, y, left + width, y, 0.3)


def _sign_height(draft: Draft) -> float:
    return _SIGN_LINE if draft.frame.width > WIDE else 2 * _SIGN_LINE + 3.0


def _draw_signature(ink: Ink, draft: Draft, y: float) -> None:
    """Signature and date side by side, or one above the other on narrow paper."""
    left = draft.frame.x + draft.style.band + 2.5
    width = draft.frame.width - draft.style.band - _STAMP - 5.0
    size, beside = draft.style.value_size, draft.frame.width > WIDE
    base = y + _SIGN_LINE - 3.4
    ink.text(left, base, draft.words["signature"], size, bold=True)
    start = left + text_width(draft.words["signature"], size, bold=True) + 2
    date = date_pieces(draft, "signed")
    date_width = 4.0 + sum(
        p.width if isinstance(p, Blank) else text_width(p.text, draft.style.label_size) + 2.0
        for p in date
        if isinstance(p, Word | Blank)
    )
    date_left = left + width - date_width - text_width(draft.words["date"], size) - 2
    ink.line(start, base + 1.1, date_left - 6 if beside else left + width, base + 1.1, 0.6)
    base += 0.0 if beside else _SIGN_LINE
    ink.text(date_left if beside else left, base, draft.words["date"], size)
    at = left + width - date_width if beside else start
    grid.draw_pieces(
        ink,
        Slots(),
        date,
        draft.style,
        (0, at, base - 0.127 * draft.style.label_size - 4, date_width + 1, 8.0),
        pad=0,
    )


def _draw_stamp(ink: Ink, draft: Draft, x: float, y: float, height: float) -> None:
    ink.line(x, y, x, y + height)
    ink.text(x + _STAMP / 2, y + height / 2 + 1.2, draft.words["stamp"], 9, align=Align.CENTRE)
    side = min(_STAMP, height) - 5
    ink.box(x + (_STAMP - side) / 2, y + (height - side) / 2, side, side, 0.4, dash="1.5 2")
