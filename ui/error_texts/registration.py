"""Refusals of registering, editing cards, the contacts log and numbered forms."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "attachment-damaged": QT_TRANSLATE_NOOP(
        "errors", "This attachment is damaged; fetch it from a backup or attach the file again."
    ),
    "attachment-empty": QT_TRANSLATE_NOOP("errors", "“{name}” is empty; choose another file."),
    "attachment-missing": QT_TRANSLATE_NOOP(
        "errors",
        "The content of this attachment has not arrived here yet; try again after the next exchange of data.",
    ),
    "attachment-too-large": QT_TRANSLATE_NOOP(
        "errors", "“{name}” is larger than {most} MB; make it smaller or ask a manager to raise the limit."
    ),
    "card-changed-meanwhile": QT_TRANSLATE_NOOP(
        "errors",
        "Somebody else has changed this card meanwhile; compare field by field and choose what is right.",
    ),
    "duplicate-likely": QT_TRANSLATE_NOOP(
        "errors", "This is probably {name} ({number}), who has a card already; open it, or register anyway."
    ),
    "entry-empty": QT_TRANSLATE_NOOP("errors", "Write what the contact was about."),
    "entry-in-future": QT_TRANSLATE_NOOP(
        "errors", "{given} is in the future; a contact is written down after it took place."
    ),
    "field-required": QT_TRANSLATE_NOOP("errors", "This field must be filled in."),
    "field-unknown": QT_TRANSLATE_NOOP("errors", "There is no field “{field}” on a card."),
    "form-entered": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} has been entered already; check the serial on the paper."
    ),
    "form-spoilt": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} is marked as spoilt; check the serial, or use a new form."
    ),
    "form-unknown": QT_TRANSLATE_NOOP(
        "errors", "No form with the serial {serial} was issued here; check the serial on the paper."
    ),
    "gender-unknown": QT_TRANSLATE_NOOP("errors", "“{given}” is no gender; enter 男 or 女."),
    "number-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no customer with the number {given}; look the customer up by name or phone."
    ),
    "registration-worked-on": QT_TRANSLATE_NOOP(
        "errors",
        "The card of {name} ({number}) was worked on since; open it, and delete it there if it is wrong.",
    ),
    "row-empty": QT_TRANSLATE_NOOP("errors", "Nothing was filled in; fill in at least one field."),
    "row-gone": QT_TRANSLATE_NOOP(
        "errors", "This record is no longer here: it was deleted, or belongs to another branch."
    ),
    "sheets-out-of-range": QT_TRANSLATE_NOOP(
        "errors", "A booklet has 1 to {most} sheets, not {given}; enter another number."
    ),
    "text-too-long": QT_TRANSLATE_NOOP(
        "errors", "The text has {found} characters; {most} fit here. Shorten it or use the note."
    ),
    "whole-number-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is no whole number; enter digits only."),
}
