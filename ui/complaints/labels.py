"""How the kinds, states and clocks of the complaint desk read on screen."""

from __future__ import annotations

import ui.customers.labels  # noqa: F401 - the ways of contact are named there
from app.states import (
    Approval,
    Clock,
    MarkKind,
    MoveEffect,
    ProblemState,
    StageState,
    TicketKind,
    TicketLevel,
)
from app.worktime import StepKind
from ui.labels import register
from ui.marked import QT_TRANSLATE_NOOP

register(
    TicketKind,
    {
        TicketKind.COMPLAINT: QT_TRANSLATE_NOOP("labels", "Complaint"),
        TicketKind.INQUIRY: QT_TRANSLATE_NOOP("labels", "Inquiry"),
        TicketKind.SUGGESTION: QT_TRANSLATE_NOOP("labels", "Suggestion"),
    },
)
register(
    Clock,
    {
        Clock.ACCEPTANCE: QT_TRANSLATE_NOOP("labels", "Acceptance"),
        Clock.ANSWER: QT_TRANSLATE_NOOP("labels", "First answer"),
        Clock.RESOLUTION: QT_TRANSLATE_NOOP("labels", "Resolution"),
    },
)
register(
    TicketLevel,
    {
        TicketLevel.ORDINARY: QT_TRANSLATE_NOOP("labels", "Ordinary level"),
        TicketLevel.ESCALATED: QT_TRANSLATE_NOOP("labels", "Escalated"),
        TicketLevel.GRAVE: QT_TRANSLATE_NOOP("labels", "Grave"),
    },
)
register(
    MarkKind,
    {
        MarkKind.HANDLER_WARNED: QT_TRANSLATE_NOOP("labels", "Handler warned"),
        MarkKind.MANAGER_WARNED: QT_TRANSLATE_NOOP("labels", "Manager warned"),
        MarkKind.BREACHED: QT_TRANSLATE_NOOP("labels", "Limit passed"),
        MarkKind.HEADQUARTERS: QT_TRANSLATE_NOOP("labels", "Headquarters told"),
        MarkKind.ESCALATED: QT_TRANSLATE_NOOP("labels", "Escalated"),
    },
)
register(
    Approval,
    {
        Approval.NONE: QT_TRANSLATE_NOOP("labels", "No approval needed"),
        Approval.WANTED: QT_TRANSLATE_NOOP("labels", "Approval wanted"),
        Approval.GIVEN: QT_TRANSLATE_NOOP("labels", "Approved"),
    },
)
register(
    StageState,
    {
        StageState.OPEN: QT_TRANSLATE_NOOP("labels", "Open ticket"),
        StageState.CLOSED: QT_TRANSLATE_NOOP("labels", "Closed ticket"),
        StageState.WITHDRAWN: QT_TRANSLATE_NOOP("labels", "Withdrawn by the customer"),
        StageState.UNFOUNDED: QT_TRANSLATE_NOOP("labels", "Not a complaint"),
    },
)
register(
    MoveEffect,
    {
        MoveEffect.NOTE: QT_TRANSLATE_NOOP("labels", "Nothing more than a note"),
        MoveEffect.ASSIGN: QT_TRANSLATE_NOOP("labels", "Assigns"),
        MoveEffect.ACCEPT: QT_TRANSLATE_NOOP("labels", "Is accepted by the handler"),
        MoveEffect.RETURN: QT_TRANSLATE_NOOP("labels", "Is given back"),
        MoveEffect.INVESTIGATE: QT_TRANSLATE_NOOP("labels", "Ends the investigation"),
        MoveEffect.PROPOSE: QT_TRANSLATE_NOOP("labels", "Proposes a solution"),
        MoveEffect.APPROVE: QT_TRANSLATE_NOOP("labels", "Approves the solution"),
        MoveEffect.REFUSE: QT_TRANSLATE_NOOP("labels", "Refuses the solution"),
        MoveEffect.AGREE: QT_TRANSLATE_NOOP("labels", "The customer agrees"),
        MoveEffect.OBJECT: QT_TRANSLATE_NOOP("labels", "The customer objects"),
        MoveEffect.CARRY_OUT: QT_TRANSLATE_NOOP("labels", "The solution is carried out"),
        MoveEffect.TELL: QT_TRANSLATE_NOOP("labels", "The customer is told the result"),
        MoveEffect.ASK: QT_TRANSLATE_NOOP("labels", "Asks for satisfaction"),
        MoveEffect.CLOSE: QT_TRANSLATE_NOOP("labels", "Closes"),
        MoveEffect.REOPEN: QT_TRANSLATE_NOOP("labels", "Opens again"),
        MoveEffect.WITHDRAW: QT_TRANSLATE_NOOP("labels", "Ends as withdrawn"),
        MoveEffect.UNFOUND: QT_TRANSLATE_NOOP("labels", "Ends as unfounded"),
        MoveEffect.ANSWER: QT_TRANSLATE_NOOP("labels", "Answers the customer first"),
        MoveEffect.WAIT: QT_TRANSLATE_NOOP("labels", "Begins to wait for the customer"),
        MoveEffect.RESUME: QT_TRANSLATE_NOOP("labels", "Ends waiting"),
        MoveEffect.AMEND: QT_TRANSLATE_NOOP("labels", "Corrects the intake"),
    },
)
register(
    ProblemState,
    {
        ProblemState.FOUND: QT_TRANSLATE_NOOP("labels", "Found"),
        ProblemState.IMPROVING: QT_TRANSLATE_NOOP("labels", "Being improved"),
        ProblemState.CHECKING: QT_TRANSLATE_NOOP("labels", "Being watched"),
        ProblemState.SETTLED: QT_TRANSLATE_NOOP("labels", "Settled"),
        ProblemState.RETURNED: QT_TRANSLATE_NOOP("labels", "Came back"),
    },
)
register(
    StepKind,
    {
        StepKind.STARTS: QT_TRANSLATE_NOOP("labels", "The clock starts"),
        StepKind.COUNTED: QT_TRANSLATE_NOOP("labels", "Working time"),
        StepKind.MAKE_UP: QT_TRANSLATE_NOOP("labels", "Working time of a make-up day"),
        StepKind.LUNCH: QT_TRANSLATE_NOOP("labels", "Lunch break"),
        StepKind.NIGHT: QT_TRANSLATE_NOOP("labels", "Outside opening hours"),
        StepKind.WEEKEND: QT_TRANSLATE_NOOP("labels", "Day off of the week"),
        StepKind.HOLIDAY: QT_TRANSLATE_NOOP("labels", "Public holiday"),
        StepKind.CLOSED: QT_TRANSLATE_NOOP("labels", "Closed"),
        StepKind.PAUSED: QT_TRANSLATE_NOOP("labels", "Waiting for the customer"),
        StepKind.ENDS: QT_TRANSLATE_NOOP("labels", "The time is up"),
    },
)
