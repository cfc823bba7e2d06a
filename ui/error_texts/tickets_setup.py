"""Refusals of the settings of the complaint desk: flows in editions, their faults, code lists."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "flow-stage-unknown": QT_TRANSLATE_NOOP(
        "errors", "The flow has no stage {given} any more; choose another."
    ),
    "flow-move-unknown": QT_TRANSLATE_NOOP(
        "errors", "The stage has no move {given} any more; choose another."
    ),
    "flow-name-wrong": QT_TRANSLATE_NOOP("errors", "Name it in 1 to {most} characters."),
    "flow-too-large": QT_TRANSLATE_NOOP(
        "errors", "A flow has at most {most} of these; take out one that is not used."
    ),
    "flow-move-twice": QT_TRANSLATE_NOOP(
        "errors", "This stage already has the move “{name}”; give the new one another name."
    ),
    "flow-faulty": QT_TRANSLATE_NOOP(
        "errors", "The flow cannot be released yet; {count} thing(s) to mend are listed beside it."
    ),
    "flow-note-long": QT_TRANSLATE_NOOP("errors", "The note is longer than {most} characters; shorten it."),
    "flow-changed": QT_TRANSLATE_NOOP(
        "errors",
        "Somebody released edition {edition} meanwhile; discard your changes and begin from that one.",
    ),
    "flow-unchanged": QT_TRANSLATE_NOOP(
        "errors", "Nothing differs from the edition in force; change something first."
    ),
    "flow-last-edition": QT_TRANSLATE_NOOP(
        "errors", "This is the only edition for new tickets; release or switch on another one first."
    ),
    "flow-begins-wrong": QT_TRANSLATE_NOOP(
        "errors", "The first stage must be an open one; move one to the top."
    ),
    "flow-no-end": QT_TRANSLATE_NOOP("errors", "No stage closes a ticket; add one that ends as closed."),
    "flow-stage-twice": QT_TRANSLATE_NOOP(
        "errors", "“{stage}” stands in the flow twice; remove one of them."
    ),
    "flow-move-astray": QT_TRANSLATE_NOOP(
        "errors", "“{move}” leads from or to a stage that is not there; choose another."
    ),
    "flow-move-doubled": QT_TRANSLATE_NOOP("errors", "“{stage}” has “{move}” twice; remove one of them."),
    "flow-move-end-wrong": QT_TRANSLATE_NOOP(
        "errors",
        "“{move}” of “{stage}” leads to a stage that does not fit what it does; choose another stage.",
    ),
    "flow-end-left": QT_TRANSLATE_NOOP(
        "errors", "“{stage}” ends the ticket; only opening again leads out of it, not “{move}”."
    ),
    "flow-answer-goes": QT_TRANSLATE_NOOP(
        "errors",
        "A first answer is given once and leads nowhere: let “{move}” of “{stage}” stay in its stage.",
    ),
    "flow-fact-wrong": QT_TRANSLATE_NOOP(
        "errors", "“{move}” of “{stage}” cannot state “{fact}”; take it off the list."
    ),
    "flow-fact-lacks": QT_TRANSLATE_NOOP(
        "errors", "“{move}” of “{stage}” cannot do without “{fact}”; make it needed."
    ),
    "flow-permission-wrong": QT_TRANSLATE_NOOP(
        "errors", "“{move}” of “{stage}” asks for a right the desk does not know; choose another."
    ),
    "flow-approval-wrong": QT_TRANSLATE_NOOP(
        "errors", "Approving is for who may approve solutions, and nothing else is: “{move}” of “{stage}”."
    ),
    "flow-service-handles": QT_TRANSLATE_NOOP(
        "errors",
        "“{move}” of “{stage}” is the handler's work; who has not handled the ticket cannot make it.",
    ),
    "flow-stage-unreachable": QT_TRANSLATE_NOOP(
        "errors", "No way leads to “{stage}”; add a move to it or remove it."
    ),
    "flow-stage-stuck": QT_TRANSLATE_NOOP(
        "errors", "No way leads from “{stage}” to the close; add a move that goes on."
    ),
    "flow-waits-forever": QT_TRANSLATE_NOOP(
        "errors", "A ticket that waits in “{stage}” could never go on; add a move there that ends waiting."
    ),
    "flow-approval-forever": QT_TRANSLATE_NOOP(
        "errors", "A solution that wants approval could never get it in “{stage}”; add a move that approves."
    ),
    "flow-dissatisfied-forever": QT_TRANSLATE_NOOP(
        "errors", "A dissatisfied customer's ticket could not go on from “{stage}”; add opening again there."
    ),
    "category-name-wrong": QT_TRANSLATE_NOOP("errors", "Name the category in 1 to {most} characters."),
    "category-twice": QT_TRANSLATE_NOOP(
        "errors", "“{name}” already stands there; choose another name, or switch that one on again."
    ),
    "category-cycle": QT_TRANSLATE_NOOP(
        "errors", "A category cannot stand beneath itself; choose another place."
    ),
    "category-too-deep": QT_TRANSLATE_NOOP(
        "errors", "The tree has at most {most} levels; place it further up."
    ),
    "category-parent-wrong": QT_TRANSLATE_NOOP(
        "errors", "It cannot stand beneath that category, which does not belong to all it is meant for."
    ),
    "category-shared": QT_TRANSLATE_NOOP(
        "errors",
        "This category belongs to all branches; add one of your own branch, or ask the head office.",
    ),
    "choice-text-wrong": QT_TRANSLATE_NOOP("errors", "Write the entry in 1 to {most} characters."),
    "choice-twice": QT_TRANSLATE_NOOP(
        "errors", "The list already has “{name}”; choose another text, or switch that one on again."
    ),
    "choice-last": QT_TRANSLATE_NOOP(
        "errors", "This is the last entry in use; switch on or add another one first."
    ),
    "choice-fixed": QT_TRANSLATE_NOOP(
        "errors", "The program reckons with the entries of this list; rename one instead of adding another."
    ),
}
