"""Refusals of founding, joining and the command line."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "display-none": QT_TRANSLATE_NOOP(
        "errors",
        "There is no screen here; start the program on a desktop, or take the tour: tour --out FOLDER.",
    ),
    "already-founded": QT_TRANSLATE_NOOP(
        "errors", "{path} already holds a branch; open it, or choose another data folder with --data."
    ),
    "branch-needed": QT_TRANSLATE_NOOP(
        "errors", "This database holds several branches ({known}); name the one to join with --code."
    ),
    "check-failed": QT_TRANSLATE_NOOP(
        "errors", "The check found faults: {faults}. Make a backup now and show this to your administrator."
    ),
    "dossier-needs-number": QT_TRANSLATE_NOOP(
        "errors", "A dossier is about one customer; name the customer number with --for."
    ),
    "init-needs-names": QT_TRANSLATE_NOOP(
        "errors", "Name the branch with --name and its owner with --admin."
    ),
    "not-joined": QT_TRANSLATE_NOOP(
        "errors",
        "This computer has not joined {url} yet; start the program there once, or use init --database.",
    ),
    "nothing-here": QT_TRANSLATE_NOOP(
        "errors", "There is no branch in {path} yet; start the desktop once, or use init --name … --admin …."
    ),
    "password-needed": QT_TRANSLATE_NOOP(
        "errors", "The password of {login} is needed; set BRANCHDESK_PASSWORD or run this at a terminal."
    ),
    "sample-size": QT_TRANSLATE_NOOP("errors", "A sample has 1 to {most} customers, not {given}."),
    "url-has-password": QT_TRANSLATE_NOOP(
        "errors",
        "Leave the password out of the address: others can read it there. Set PGPASSWORD or use the password file.",
    ),
    "url-without-database": QT_TRANSLATE_NOOP(
        "errors", "The address names no database; it ends like …/branchdesk."
    ),
    "url-wrong": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is no address of a shared database; it looks like postgresql://name@server/branchdesk.",
    ),
    "user-needed": QT_TRANSLATE_NOOP("errors", "Say who you are: --user with your sign-in name."),
}
