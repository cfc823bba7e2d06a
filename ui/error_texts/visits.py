"""Refusals of visits and of the numbered sheets they are written on."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "calls-too-many": QT_TRANSLATE_NOOP(
        "errors", "There are more than {most} calls; choose fewer days or one person."
    ),
    "form-without-day": QT_TRANSLATE_NOOP(
        "errors", "Only the telephone log is printed by the day; leave --day out, or print phone-log."
    ),
    "form-of-other-branch": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} was issued by another branch; send it there, or check the serial."
    ),
    "form-of-other-customer": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} was printed for another customer; check the serial on the paper."
    ),
    "form-of-other-kind": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} is another kind of form; enter it where that form belongs."
    ),
    "form-of-other-person": QT_TRANSLATE_NOOP(
        "errors", "Form {serial} is from the booklet of {name}; check the serial, or enter it anyway."
    ),
    "form-of-other-visit": QT_TRANSLATE_NOOP(
        "errors",
        "Form {serial} was printed for another visit; type its serial into the box to open that one.",
    ),
    "period-reversed": QT_TRANSLATE_NOOP(
        "errors", "The period ends ({last}) before it begins ({first}); check both days."
    ),
    "period-unclear": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is no period; write a year (2026), a quarter (2026Q3) or a month (2026-11)."
    ),
    "visit-aim-empty": QT_TRANSLATE_NOOP("errors", "Write what the visit is to achieve."),
    "visit-cancelled": QT_TRANSLATE_NOOP(
        "errors", "This visit was called off ({reason}); take it up again first, then enter the results."
    ),
    "visit-changed": QT_TRANSLATE_NOOP(
        "errors",
        "{by} has changed this visit meanwhile and it was not saved; look at what is there now, then save again.",
    ),
    "visit-clock-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is no time of day; write it as 14:05."),
    "visit-closed": QT_TRANSLATE_NOOP(
        "errors", "This visit is over; take the results back before changing its plan."
    ),
    "visit-customer-unclear": QT_TRANSLATE_NOOP(
        "errors", "Choose the customer from the list; whoever is not in it is registered first."
    ),
    "visit-customer-gone": QT_TRANSLATE_NOOP(
        "errors", "The card of {name} ({number}) was deleted; restore the card first, or call the visit off."
    ),
    "visit-empty": QT_TRANSLATE_NOOP("errors", "Fill in at least one answer or choose an outcome."),
    "visit-ends-in-future": QT_TRANSLATE_NOOP(
        "errors", "{given} is still to come; results are entered after the visit."
    ),
    "visit-has-form": QT_TRANSLATE_NOOP(
        "errors",
        "These results stand on form {serial} already; take them back before entering another sheet.",
    ),
    "visit-in-future": QT_TRANSLATE_NOOP(
        "errors", "{given} is still to come; plan the visit and enter the results afterwards."
    ),
    "visit-in-past": QT_TRANSLATE_NOOP(
        "errors", "{given} is over; choose a later time, or enter a visit that has taken place."
    ),
    "visit-minutes-wrong": QT_TRANSLATE_NOOP(
        "errors", "A visit takes 1 to {most} minutes, not {given}; enter another number."
    ),
    "visit-not-entered": QT_TRANSLATE_NOOP(
        "errors", "Nothing has been entered for this visit; photos and scans are kept with the results."
    ),
    "visit-not-wanted": QT_TRANSLATE_NOOP(
        "errors",
        "{name} asked not to be contacted; no visit can be planned until that mark is taken off the card.",
    ),
    "visit-open": QT_TRANSLATE_NOOP("errors", "This visit is open already; enter its results."),
    "visit-outcome-unknown": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is no outcome of the list; choose one of the list."
    ),
    "visit-reason-empty": QT_TRANSLATE_NOOP("errors", "Write why the visit is called off."),
    "visit-times-reversed": QT_TRANSLATE_NOOP(
        "errors", "The visit ended ({ended}) before it began ({started}); check both times."
    ),
    "visit-too-long": QT_TRANSLATE_NOOP(
        "errors", "From {started} to {ended} is more than a day; check both times."
    ),
}
