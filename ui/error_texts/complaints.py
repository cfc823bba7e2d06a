"""Refusals of the complaint desk."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "flow-none": QT_TRANSLATE_NOOP(
        "errors", "No flow is active for this kind of ticket; ask your administrator to release one."
    ),
    "ticket-unknown": QT_TRANSLATE_NOOP("errors", "There is no ticket {given}; look it up on the desk."),
    "ticket-moved": QT_TRANSLATE_NOOP(
        "errors",
        "{by} was first: the ticket is now at {stage}. It has been read anew; look at it and try again.",
    ),
    "ticket-move-unknown": QT_TRANSLATE_NOOP(
        "errors", "The flow of this ticket has no such step at {stage}; choose one of the steps shown."
    ),
    "ticket-waits": QT_TRANSLATE_NOOP("errors", "The ticket waits for the customer; end the waiting first."),
    "ticket-waits-not": QT_TRANSLATE_NOOP("errors", "The ticket does not wait for the customer."),
    "ticket-other-handler": QT_TRANSLATE_NOOP(
        "errors", "{handler} handles this ticket; only they or the manager can do this."
    ),
    "ticket-handled-by-you": QT_TRANSLATE_NOOP(
        "errors", "You handled this ticket yourself; somebody who did not tells the customer and asks."
    ),
    "ticket-approval-wanted": QT_TRANSLATE_NOOP(
        "errors", "The solution costs more than its author may decide; have it approved first."
    ),
    "ticket-approval-not-wanted": QT_TRANSLATE_NOOP("errors", "The solution waits for no approval."),
    "approval-own": QT_TRANSLATE_NOOP(
        "errors", "You proposed this solution yourself; somebody else approves it."
    ),
    "approval-beyond": QT_TRANSLATE_NOOP(
        "errors", "The solution costs {cost} yuan, you may approve up to {limit}; ask somebody who may more."
    ),
    "ticket-dissatisfied": QT_TRANSLATE_NOOP(
        "errors", "The customer is dissatisfied; open the ticket again instead of closing it."
    ),
    "ticket-not-dissatisfied": QT_TRANSLATE_NOOP(
        "errors", "The customer is not dissatisfied; close the ticket."
    ),
    "ticket-answered": QT_TRANSLATE_NOOP(
        "errors", "The customer has had a first answer already; add a note instead."
    ),
    "ticket-ended": QT_TRANSLATE_NOOP("errors", "The ticket has ended; open it again first."),
    "ticket-needs-step": QT_TRANSLATE_NOOP(
        "errors", "A ticket moves by its steps only; make the step on the desk."
    ),
    "ticket-stage-left": QT_TRANSLATE_NOOP(
        "errors", "The ticket has left that stage; read it anew and try again."
    ),
    "ticket-facts-missing": QT_TRANSLATE_NOOP(
        "errors", "The step lacks something its flow asks for; fill in every required field."
    ),
    "ticket-kept": QT_TRANSLATE_NOOP(
        "errors", "Tickets and their steps are kept for good; nobody deletes them."
    ),
    "ticket-begins-wrong": QT_TRANSLATE_NOOP(
        "errors", "A ticket begins at the first stage of its flow, without steps."
    ),
    "ticket-flow-in-use": QT_TRANSLATE_NOOP(
        "errors", "Tickets stand in this edition of the flow; make a new edition instead."
    ),
    "ticket-who-missing": QT_TRANSLATE_NOOP(
        "errors", "Enter a phone number or a name: somebody is to be told."
    ),
    "ticket-vehicle-of-other": QT_TRANSLATE_NOOP(
        "errors", "The vehicle belongs to another customer; choose one of this customer's."
    ),
    "ticket-received-wrong": QT_TRANSLATE_NOOP(
        "errors", "A ticket came in within the last year and not in the future; correct the time."
    ),
    "ticket-file-of-other": QT_TRANSLATE_NOOP(
        "errors", "{name} was added by somebody else; only they take it back."
    ),
    "fact-missing": QT_TRANSLATE_NOOP("errors", "Fill in this field; the step needs it."),
    "fact-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” does not fit here; choose or enter another value."),
    "code-unknown": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is not in the list any more; choose another entry."
    ),
    "moment-wrong": QT_TRANSLATE_NOOP(
        "errors", "The time lies between when the ticket was received and now; correct it."
    ),
    "cost-wrong": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is no amount in yuan; enter a number such as 350 or 1200.50."
    ),
    "measure-wrong": QT_TRANSLATE_NOOP(
        "errors", "Each measure needs a text, and there may be at most {most} of them."
    ),
    "measure-day-wrong": QT_TRANSLATE_NOOP(
        "errors", "A measure is done between the day the ticket came in and today; correct the day."
    ),
    "amend-unknown": QT_TRANSLATE_NOOP("errors", "“{given}” cannot be corrected; add a note instead."),
    "amend-nothing": QT_TRANSLATE_NOOP(
        "errors", "Nothing differs from what was taken; change a value first."
    ),
    "day-in-future": QT_TRANSLATE_NOOP(
        "errors", "The day lies in the future; enter today or an earlier day."
    ),
    "substitute-self": QT_TRANSLATE_NOOP("errors", "Nobody is their own substitute; choose somebody else."),
    "substitute-days-wrong": QT_TRANSLATE_NOOP(
        "errors", "The last day lies before the first, or in the past; correct the days."
    ),
    "card-has-open-tickets": QT_TRANSLATE_NOOP(
        "errors", "Tickets of this customer are still open ({numbers}); close or withdraw them first."
    ),
    "ticket-limit-wrong": QT_TRANSLATE_NOOP(
        "errors", "A limit is between one minute and a year of working time; enter another."
    ),
    "cost-beyond-approved": QT_TRANSLATE_NOOP(
        "errors",
        "{given} yuan is more than the {cost} yuan agreed and than you may decide; propose a new solution.",
    ),
}
