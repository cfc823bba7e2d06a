"""Refusals of the rules by which follow-ups plan themselves."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "rule-amount-wrong": QT_TRANSLATE_NOOP("errors", "Enter how long to wait: 1 or more, not {given}."),
    "rule-changed": QT_TRANSLATE_NOOP(
        "errors",
        "Somebody has changed the rule “{name}” meanwhile; look at it as it is now, then save again.",
    ),
    "rule-code-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no class or intent level “{given}” in the lists; choose one that is there."
    ),
    "rule-cycle-too-short": QT_TRANSLATE_NOOP(
        "errors", "Every {given} hours is too often to ask again; enter {least} hours or more, or use days."
    ),
    "rule-event-day-wrong": QT_TRANSLATE_NOOP(
        "errors", "The event cannot have been on {given}; check the year."
    ),
    "rule-event-empty": QT_TRANSLATE_NOOP(
        "errors", "Name the event as it stands on the cards, so that its customers are found."
    ),
    "rule-floods": QT_TRANSLATE_NOOP(
        "errors",
        "This would make {due} contacts due at once, more than the {most} the settings allow. Let the rule begin "
        "on a later day, narrow it, or save it anyway.",
    ),
    "rule-hours-of-day": QT_TRANSLATE_NOOP(
        "errors", "A service, an expected purchase or an event on a day has no hour to count from; use days."
    ),
    "rule-matter-empty": QT_TRANSLATE_NOOP("errors", "Say what the contact is about."),
    "rule-name-empty": QT_TRANSLATE_NOOP("errors", "Give the rule a name."),
    "rule-other-no-service": QT_TRANSLATE_NOOP(
        "errors",
        "Only after a service can the contact be left to somebody who did not serve; choose an owner.",
    ),
    "rule-too-far": QT_TRANSLATE_NOOP(
        "errors", "{given} is more than {years} years; nobody plans that far. Check the number and its unit."
    ),
    "rule-way-no-contact": QT_TRANSLATE_NOOP(
        "errors", "A printed form or a note reaches nobody; choose a call, a visit or a message."
    ),
}
