"""Refusals of the window itself and of the fields every page uses."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "unknown": QT_TRANSLATE_NOOP(
        "errors",
        "This could not be done ({code}). Nothing was changed; please try again or tell your administrator.",
    ),
    "field-empty": QT_TRANSLATE_NOOP("errors", "Please fill in this field."),
    "input-too-long": QT_TRANSLATE_NOOP("errors", "Too long: at most {limit} characters, this has {length}."),
    "money-invalid": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is not an amount. Type figures such as 12000, 12,000.50 or 1.2万."
    ),
    "money-negative": QT_TRANSLATE_NOOP("errors", "The amount cannot be below zero."),
    "money-too-large": QT_TRANSLATE_NOOP("errors", "The amount is too large: at most {limit} yuan."),
    "number-invalid": QT_TRANSLATE_NOOP("errors", "“{given}” is not a whole number."),
    "choice-unknown": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is not one of the choices; pick one from the list."
    ),
    "region-unknown": QT_TRANSLATE_NOOP(
        "errors", "No province, city, district or street matches “{given}”; type a part of its name."
    ),
    "too-many-lines": QT_TRANSLATE_NOOP("errors", "At most {limit} of these can be kept."),
}
