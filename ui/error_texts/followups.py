"""Refusals and warnings of follow-ups: planning, moving, results, owners, and results typed into Today."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "period-wrong": QT_TRANSLATE_NOOP(
        "errors",
        "A period runs from an earlier to a later day and lasts at most {most} years: {first} to {last}.",
    ),
    "day-just-past": QT_TRANSLATE_NOOP(
        "errors", "{given} is just past; write the year if next year is meant."
    ),
    "day-unclear": QT_TRANSLATE_NOOP(
        "errors", "{given} is no day; write it as 明天, 周五, 下周三, 3天后 or 12-03."
    ),
    "period-unknown": QT_TRANSLATE_NOOP(
        "errors", "{given} is no period; write 2026-11, 2026Q3, 2026, or 2026-11-01..2026-11-15."
    ),
    "report-kind-unknown": QT_TRANSLATE_NOOP(
        "errors", "This report is written as {kinds}, not as {given}; name the file accordingly."
    ),
    "do-not-contact": QT_TRANSLATE_NOOP(
        "errors", "{name} asked not to be contacted; ask a manager if it must be."
    ),
    "entry-minutes-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} minutes cannot be; enter 0 to {most}, or leave it empty."
    ),
    "followup-in-past": QT_TRANSLATE_NOOP("errors", "{given} is past; choose today or a later time."),
    "followup-matter-empty": QT_TRANSLATE_NOOP("errors", "Say what it is about."),
    "followup-minutes-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} minutes cannot be planned; enter 1 to {most}."
    ),
    "followup-reason-missing": QT_TRANSLATE_NOOP("errors", "Say why it is called off."),
    "followup-too-far": QT_TRANSLATE_NOOP(
        "errors", "{given} is more than {most} days ahead; check the year."
    ),
    "hand-over-days-wrong": QT_TRANSLATE_NOOP("errors", "{first} is after {last}; choose the days anew."),
    "hand-over-floods": QT_TRANSLATE_NOOP(
        "errors", "{due} items would change hands, more than {most}; choose fewer days, or do it anyway."
    ),
    "hand-over-same": QT_TRANSLATE_NOOP("errors", "It is theirs already; choose somebody else."),
    "item-closed": QT_TRANSLATE_NOOP("errors", "It was closed already by {by}; reload the list."),
    "item-gone": QT_TRANSLATE_NOOP(
        "errors", "It is no longer due: it was done, changed or taken away meanwhile; reload the list."
    ),
    "item-moved": QT_TRANSLATE_NOOP(
        "errors", "{by} moved it to {to} meanwhile; look at it again and move it from there."
    ),
    "item-not-closed": QT_TRANSLATE_NOOP("errors", "It is open; there is nothing to take back."),
    "item-not-followup": QT_TRANSLATE_NOOP(
        "errors", "This is no follow-up; open the appointment or the occasion itself."
    ),
    "item-of-other": QT_TRANSLATE_NOOP(
        "errors", "This belongs to {owner}; ask them, or a manager, to hand it over."
    ),
    "item-open-twice": QT_TRANSLATE_NOOP(
        "errors", "The same step is planned anew already; work on that one instead."
    ),
    "lost-reason-missing": QT_TRANSLATE_NOOP("errors", "Choose why the need was lost, or mark it as bought."),
    "lost-reason-unknown": QT_TRANSLATE_NOOP(
        "errors", "{given} is no reason of the list; choose one of the list."
    ),
    "need-closed": QT_TRANSLATE_NOOP("errors", "This need is closed already; open it again first."),
    "need-none-open": QT_TRANSLATE_NOOP(
        "errors", "The customer has no open need that could be lost; leave the reason empty."
    ),
    "outcome-unknown": QT_TRANSLATE_NOOP(
        "errors", "{given} is no result of the list; choose one of the list."
    ),
    "owners-changed": QT_TRANSLATE_NOOP("errors", "{by} changed the owners meanwhile; look at them again."),
    "owners-same": QT_TRANSLATE_NOOP(
        "errors", "{name} cannot be both owners; choose somebody else as second."
    ),
    "typed-list-empty": QT_TRANSLATE_NOOP("errors", "There is nothing to do in this list."),
    "typed-nothing-said": QT_TRANSLATE_NOOP(
        "errors", "Say what came of line {number}: {possible}; or a day to move it to, such as 明天."
    ),
    "typed-number-missing": QT_TRANSLATE_NOOP(
        "errors", "Begin with the number of the line, 1 to {most}, such as 7 通 满意."
    ),
    "typed-number-unknown": QT_TRANSLATE_NOOP("errors", "There is no line {given}; the last one is {most}."),
    "typed-outcome-several": QT_TRANSLATE_NOOP(
        "errors", "{given} may mean several results: {possible}. Type one more character."
    ),
    "typed-two-outcomes": QT_TRANSLATE_NOOP("errors", "{first} and {second} cannot both be; leave one."),
    "typed-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "{given} is not understood; possible: {possible}, a way such as 通 or 微信, a day such as 明天.",
    ),
    "result-recorded": QT_TRANSLATE_NOOP("errors", "{by} recorded a result already; reload the list."),
}
