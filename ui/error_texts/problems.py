"""Refusals of common problems and their improvements."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "improvement-check-before-due": QT_TRANSLATE_NOOP(
        "errors", "The check on {on} is not after the day the measure is due ({due}); choose a later day."
    ),
    "improvement-check-early": QT_TRANSLATE_NOOP(
        "errors", "The measure was done on {on}; its effect can be checked from the next day on."
    ),
    "improvement-checked-already": QT_TRANSLATE_NOOP(
        "errors", "The effect of this measure was checked on {on} already; take that verdict back first."
    ),
    "improvement-done-already": QT_TRANSLATE_NOOP(
        "errors", "This measure was done on {on} already; take that back before you change it."
    ),
    "improvement-done-in-future": QT_TRANSLATE_NOOP(
        "errors", "{on} is still to come; enter the day the measure was done."
    ),
    "improvement-done-long-ago": QT_TRANSLATE_NOOP(
        "errors", "{on} lies more than ten years before the problem was found; check the year."
    ),
    "improvement-due-far": QT_TRANSLATE_NOOP("errors", "{on} is more than ten years away; check the year."),
    "improvement-empty": QT_TRANSLATE_NOOP("errors", "Say in 1 to {most} characters what is to be done."),
    "improvement-finding-empty": QT_TRANSLATE_NOOP(
        "errors", "Say in 1 to {most} characters what the check found."
    ),
    "improvement-not-checked": QT_TRANSLATE_NOOP(
        "errors", "The effect of this measure is not checked yet; there is nothing to take back."
    ),
    "improvement-not-done": QT_TRANSLATE_NOOP(
        "errors", "This measure is not done yet; note the day it was done first."
    ),
    "problem-cause-unknown": QT_TRANSLATE_NOOP(
        "errors", "The list of causes has no “{given}” any more; choose another."
    ),
    "problem-has-improvements": QT_TRANSLATE_NOOP(
        "errors", "Measures were taken against {number}, so it stays; take out those not done yet first."
    ),
    "problem-ticket-elsewhere": QT_TRANSLATE_NOOP(
        "errors", "{number} belongs to another branch; a problem groups tickets of one branch."
    ),
    "problem-ticket-grouped": QT_TRANSLATE_NOOP(
        "errors", "{number} belongs to the problem {problem} already; take it out there first."
    ),
    "problem-ticket-not-in": QT_TRANSLATE_NOOP(
        "errors", "{number} is not (or no longer) in the problem {problem}; look at it again."
    ),
    "problem-tickets-many": QT_TRANSLATE_NOOP(
        "errors", "{count} tickets are chosen, {most} can be grouped at once; choose fewer."
    ),
    "problem-title-wrong": QT_TRANSLATE_NOOP("errors", "Name the problem in 1 to {most} characters."),
}
