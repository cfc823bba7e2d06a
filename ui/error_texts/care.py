"""Refusals of greetings, templates, gifts and services of cars."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "care-done-already": QT_TRANSLATE_NOOP(
        "errors", "{count} of these were greeted on this occasion already; take them out of the selection."
    ),
    "care-not-allowed": QT_TRANSLATE_NOOP("errors", "This customer may not be greeted: {why}."),
    "fail-reason-empty": QT_TRANSLATE_NOOP(
        "errors", "Say in up to {most} characters why the message did not arrive."
    ),
    "festival-lead-wrong": QT_TRANSLATE_NOOP(
        "errors", "A festival is shown 0 to {most} days ahead; enter another number."
    ),
    "festival-name-empty": QT_TRANSLATE_NOOP("errors", "Name the festival in 1 to {most} characters."),
    "gift-item-empty": QT_TRANSLATE_NOOP("errors", "Say in 1 to {most} characters what was given."),
    "gift-pieces-wrong": QT_TRANSLATE_NOOP(
        "errors", "A gift has 1 to {most} pieces, not {given}; enter another number."
    ),
    "gift-serial-short": QT_TRANSLATE_NOOP(
        "errors",
        "The serial {given} does not end in a number that could be counted on; give the coupons one by one.",
    ),
    "gift-serial-taken": QT_TRANSLATE_NOOP(
        "errors", "The coupon {serial} was given already; check the number on the coupon."
    ),
    "gift-too-many": QT_TRANSLATE_NOOP(
        "errors", "{given} gifts at once are more than {most}; choose fewer customers."
    ),
    "gift-value-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} cannot be the value of a gift; enter 0 to {most} yuan."
    ),
    "interval-wrong": QT_TRANSLATE_NOOP(
        "errors",
        "{given} cannot be a service interval; enter 1 to {most}, or leave it empty for the usual one.",
    ),
    "mail-too-long": QT_TRANSLATE_NOOP(
        "errors",
        "A text of {found} characters is too long to hand to the mail program; save it as a mail file instead.",
    ),
    "message-not-sent": QT_TRANSLATE_NOOP(
        "errors", "This message has not been sent yet; mark it as sent first."
    ),
    "message-sent-already": QT_TRANSLATE_NOOP(
        "errors", "The message has been sent already and cannot be taken back."
    ),
    "messages-too-many": QT_TRANSLATE_NOOP(
        "errors", "{given} messages at once are more than {most}; choose fewer customers."
    ),
    "mileage-ahead": QT_TRANSLATE_NOOP(
        "errors",
        "On {on} the counter showed {known} km, less than {given} km; check the mileage and the day.",
    ),
    "mileage-backwards": QT_TRANSLATE_NOOP(
        "errors",
        "The counter showed {known} km on {on} already, more than {given} km; check the mileage and the day.",
    ),
    "mileage-in-future": QT_TRANSLATE_NOOP(
        "errors", "{on} is in the future; a reading is written down after it was taken."
    ),
    "mileage-out-of-range": QT_TRANSLATE_NOOP("errors", "{given} km cannot be a mileage; enter 0 to {most}."),
    "mileage-same-day": QT_TRANSLATE_NOOP(
        "errors",
        "{known} km is on record for {on} already; take that reading back first if {given} km is right.",
    ),
    "service-amount-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} cannot be the cost of a service; enter 0 to {most} yuan."
    ),
    "service-empty": QT_TRANSLATE_NOOP("errors", "Say what was done at the service."),
    "service-in-future": QT_TRANSLATE_NOOP(
        "errors", "{on} is in the future; a service is written down after it was done."
    ),
    "service-minutes-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} minutes cannot be the length of a service; enter 1 to {most}."
    ),
    "skip-reason-empty": QT_TRANSLATE_NOOP(
        "errors", "Say in up to {most} characters why this occasion is passed over."
    ),
    "sms-too-long": QT_TRANSLATE_NOOP(
        "errors",
        "The text is {found} characters long, {parts} short messages; {most} are allowed. Shorten it.",
    ),
    "template-body-empty": QT_TRANSLATE_NOOP("errors", "Write the text of the template."),
    "template-brace-open": QT_TRANSLATE_NOOP(
        "errors", "A brace is not closed; places are written like {{称呼}}."
    ),
    "template-days-wrong": QT_TRANSLATE_NOOP(
        "errors", "An answer is due after 1 to {most} days; leave it empty where none is awaited."
    ),
    "template-name-empty": QT_TRANSLATE_NOOP("errors", "Name the template in 1 to {most} characters."),
    "template-other-occasion": QT_TRANSLATE_NOOP(
        "errors", "This template is for another occasion; choose one that fits."
    ),
    "template-place-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no place called “{given}”; known are {known}."
    ),
    "template-set-aside": QT_TRANSLATE_NOOP(
        "errors", "This template is set aside; choose another one or bring it back into use."
    ),
    "template-shared": QT_TRANSLATE_NOOP(
        "errors", "This template is shared by all branches; set it aside instead of removing it."
    ),
    "template-subject-empty": QT_TRANSLATE_NOOP("errors", "An e-mail needs a subject."),
    "template-too-long": QT_TRANSLATE_NOOP(
        "errors", "The text has {found} characters; {most} fit. Shorten it."
    ),
    "letterhead-value-missing": QT_TRANSLATE_NOOP(
        "errors",
        "The branch has no “{place}” yet: enter it under Settings, Letterhead, or choose another template.",
    ),
    "template-value-missing": QT_TRANSLATE_NOOP(
        "errors", "“{place}” is not known of this customer; complete the card or choose another template."
    ),
    "template-way-wrong": QT_TRANSLATE_NOOP(
        "errors", "A template is for SMS, WeChat, e-mail or letter; choose one of these."
    ),
}
