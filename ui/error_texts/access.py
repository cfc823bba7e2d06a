"""Refusals of accounts, sign-in and the set-up of a branch."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "not-allowed": QT_TRANSLATE_NOOP(
        "errors",
        "Your role does not allow this; ask a manager to do it or to widen your role.",
    ),
    "login-empty": QT_TRANSLATE_NOOP("errors", "Enter a sign-in name."),
    "owner-empty": QT_TRANSLATE_NOOP("errors", "Enter the person's full name."),
    "roles-empty": QT_TRANSLATE_NOOP("errors", "Choose at least one role for this person."),
    "role-unknown": QT_TRANSLATE_NOOP("errors", "There is no role “{given}”; choose one from the list."),
    "login-taken": QT_TRANSLATE_NOOP("errors", "The sign-in name “{login}” is in use; choose another one."),
    "own-account": QT_TRANSLATE_NOOP(
        "errors", "You cannot close the account you are signed in with; let another administrator do it."
    ),
    "password-old-wrong": QT_TRANSLATE_NOOP("errors", "The present password is not right; type it again."),
    "password-too-short": QT_TRANSLATE_NOOP(
        "errors", "The password is too short: it needs at least {shortest} characters."
    ),
    "password-too-long": QT_TRANSLATE_NOOP("errors", "The password is too long; use at most 256 characters."),
    "password-too-plain": QT_TRANSLATE_NOOP(
        "errors", "The password is too plain; mix more different characters."
    ),
    "password-common": QT_TRANSLATE_NOOP(
        "errors", "This password is among the first ones a thief tries; choose another one."
    ),
    "password-own-name": QT_TRANSLATE_NOOP(
        "errors", "The password must not contain your name, sign-in name or branch."
    ),
    "sign-in-wrong": QT_TRANSLATE_NOOP("errors", "Sign-in name or password is not right; type them again."),
    "sign-in-wait": QT_TRANSLATE_NOOP("errors", "Too many wrong passwords. Try again in {seconds} seconds."),
    "account-closed": QT_TRANSLATE_NOOP("errors", "The account of {name} is closed; ask your administrator."),
    "account-without-role": QT_TRANSLATE_NOOP(
        "errors", "{name} has no role here yet; ask your administrator to give one."
    ),
    "device-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "This computer is not registered with the branch; set it up again or ask your administrator.",
    ),
    "devices-full": QT_TRANSLATE_NOOP(
        "errors",
        "This branch has {most} devices, more cannot be numbered; ask your administrator to retire one.",
    ),
    "branch-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no branch “{given}” in this database; check its code."
    ),
    "branch-code-taken": QT_TRANSLATE_NOOP(
        "errors", "Another branch has the code {given}; numbers begin with it, so choose a different one."
    ),
    "role-beyond-own": QT_TRANSLATE_NOOP(
        "errors", "The role “{given}” may do more than you; ask somebody who has it."
    ),
    "branch-name-empty": QT_TRANSLATE_NOOP("errors", "Enter the name of the branch."),
    "branch-code-wrong": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is not a branch code; use two to four letters or figures, such as CD01."
    ),
    "setting-wrong": QT_TRANSLATE_NOOP(
        "errors", "“{given}” does not fit the setting “{name}”; enter another value."
    ),
    "setting-unknown": QT_TRANSLATE_NOOP("errors", "There is no setting “{name}”."),
}
