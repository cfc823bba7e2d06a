"""Refusals of appointments, how they recur, and calendar files."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "appointment-changed": QT_TRANSLATE_NOOP(
        "errors", "{by} changed “{title}” meanwhile; look at it again, then repeat your change."
    ),
    "appointment-ends-first": QT_TRANSLATE_NOOP("errors", "It ends before it starts; check day and time."),
    "appointment-in-past": QT_TRANSLATE_NOOP(
        "errors", "It would be over on {given} already; choose today or a later day."
    ),
    "appointment-time-missing": QT_TRANSLATE_NOOP("errors", "Say on which day, and from when."),
    "appointment-title-empty": QT_TRANSLATE_NOOP("errors", "Say what it is about."),
    "appointment-too-long": QT_TRANSLATE_NOOP(
        "errors", "An appointment takes {most} days at most; enter the parts one by one."
    ),
    "appointment-year-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} is no day of this calendar, which goes from {first} to {last}; check the year."
    ),
    "calendar-encoding": QT_TRANSLATE_NOOP(
        "errors", "The characters of this calendar file cannot be read; export it anew as UTF-8."
    ),
    "calendar-event-unreadable": QT_TRANSLATE_NOOP(
        "errors", "{part} of this event cannot be read; enter the event by hand."
    ),
    "calendar-floods": QT_TRANSLATE_NOOP(
        "errors",
        "The file holds {count} events, more than {most}; confirm that all are wanted, or export fewer.",
    ),
    "calendar-item-closed": QT_TRANSLATE_NOOP(
        "errors", "“{title}” was closed here already, so it was not moved."
    ),
    "calendar-no-file": QT_TRANSLATE_NOOP(
        "errors", "This is no calendar file; choose a file that ends in .ics."
    ),
    "calendar-older": QT_TRANSLATE_NOOP(
        "errors", "“{title}” was changed here after this file was written; export it anew, then move it."
    ),
    "calendar-series-missing": QT_TRANSLATE_NOOP(
        "errors", "The file holds one changed occurrence without its series; export the whole series."
    ),
    "calendar-too-large": QT_TRANSLATE_NOOP(
        "errors", "The calendar file is larger than {megabytes} MB; export a shorter time."
    ),
    "calendar-too-many": QT_TRANSLATE_NOOP(
        "errors", "The file holds {count} events; {most} at most are read. Export a shorter time."
    ),
    "calendar-too-many-changes": QT_TRANSLATE_NOOP(
        "errors", "More than {most} occurrences of this series were changed one by one; enter it by hand."
    ),
    "calendar-unwritable": QT_TRANSLATE_NOOP("errors", "{path} cannot be written; choose another folder."),
    "recurrence-count-wrong": QT_TRANSLATE_NOOP(
        "errors", "It can take place 1 to {most} times, not {given}; enter another number."
    ),
    "recurrence-day-wrong": QT_TRANSLATE_NOOP(
        "errors", "A month has no day {given}; choose 1 to 31 or the last."
    ),
    "recurrence-edit-needed": QT_TRANSLATE_NOOP(
        "errors",
        "How this one recurs came from a file and cannot be moved to another day by itself; open it and say anew how "
        "it recurs, or move this one occurrence only.",
    ),
    "recurrence-end-unclear": QT_TRANSLATE_NOOP(
        "errors", "{given} is neither a day nor a number of times; write 2027-01-31 or 10 times."
    ),
    "recurrence-ends-first": QT_TRANSLATE_NOOP(
        "errors", "It recurs until {until}, but starts on {first}; choose a later end."
    ),
    "recurrence-every-wrong": QT_TRANSLATE_NOOP(
        "errors", "The distance is 1 to {most}, not {given}; enter another number."
    ),
    "recurrence-floods": QT_TRANSLATE_NOOP(
        "errors",
        "{part}: more than once a day, over 366 times a year, would flood the calendar; choose days.",
    ),
    "recurrence-never": QT_TRANSLATE_NOOP(
        "errors", "There is no day on which it would take place; check day, month and end."
    ),
    "recurrence-unknown": QT_TRANSLATE_NOOP(
        "errors", "{part} of its recurrence is not known here; enter it by hand with another recurrence."
    ),
    "recurrence-weekdays-missing": QT_TRANSLATE_NOOP("errors", "Choose at least one weekday."),
    "recurrence-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is no recurrence; it was not read."),
}
