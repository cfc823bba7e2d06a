"""Triggers that hold tickets to their flow, whatever path a change takes: the program, a script, a console.

A step is the one way a ticket moves: it must follow the last one, be a move of the ticket's own flow out of the stage
the ticket is in, and state what that move needs. The step then brings the ticket's stage up to date. A change that
comes from merging replicas brings steps that were held to this where they were made.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

from db.stamps import own_schema

_CAPTURE: Final = "(SELECT capture FROM sync_state)"
_KEPT: Final = ("stage", "steps", "is_waiting", "flow_id", "kind", "number", "deleted_at")
_SHAPE: Final = {
    "flow_stage": ("flow_id", "code", "state", "position", "deleted_at"),
    "flow_move": (
        "flow_id",
        "code",
        "from_stage",
        "to_stage",
        "effect",
        "permission",
        "actor",
        "needs",
        "deleted_at",
    ),
}
"""What makes a flow what it is; names may be put into better words while tickets stand in it."""

_FIRST: Final = """(SELECT code FROM flow_stage WHERE flow_id = NEW.flow_id AND deleted_at IS NULL
        ORDER BY position LIMIT 1)"""


_OPEN: Final = """(SELECT state = 'open' FROM flow_stage
        WHERE flow_id = {flow} AND code = {stage} AND deleted_at IS NULL LIMIT 1)"""
_LAST_EFFECT: Final = "(SELECT effect FROM ticket_step WHERE ticket_id = NEW.id AND number = NEW.steps)"


def install(connection: Connection) -> None:
    """Lay the triggers anew; the caller owns the transaction."""
    if connection.dialect.name == "sqlite":
        _install_sqlite(connection)
    else:
        _install_postgresql(connection)


def _install_sqlite(connection: Connection) -> None:
    old = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'ticket_guard_%'"
    ).scalars()
    for name in list(old):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for statement in _sqlite_triggers():
        connection.exec_driver_sql(statement)


def _refuse(reason: str, condition: str) -> str:
    return f"SELECT RAISE(ABORT, 'branchdesk: ticket-{reason}') WHERE {condition};"


def _sqlite_triggers() -> list[str]:
    move = """FROM flow_move m JOIN ticket t ON t.flow_id = m.flow_id
        WHERE t.id = NEW.ticket_id AND m.code = NEW.move_code AND m.from_stage = NEW.from_stage
            AND m.to_stage = NEW.to_stage AND m.effect = NEW.effect AND m.deleted_at IS NULL"""
    ticket = "FROM ticket t WHERE t.id = NEW.ticket_id"
    missing = f"""EXISTS (SELECT 1 {move} AND EXISTS (SELECT 1 FROM json_each(m.needs) n
        WHERE trim(coalesce((SELECT f.value FROM json_each(NEW.facts) f WHERE f.key = n.value), '')) = ''))"""
    waits = f"(SELECT t.is_waiting {ticket})"
    begins_wrong = (
        f"NEW.stage IS NOT {_FIRST} OR NEW.steps <> 0 OR NEW.is_waiting OR NEW.ended_at IS NOT NULL"
    )
    statements = [
        f"""CREATE TRIGGER ticket_guard_step BEFORE INSERT ON ticket_step WHEN {_CAPTURE} BEGIN
    {_refuse("moved", f"NEW.number IS NOT (SELECT t.steps + 1 {ticket})")}
    {_refuse("stage-left", f"NEW.from_stage IS NOT (SELECT t.stage {ticket})")}
    {_refuse("move-unknown", f"NOT EXISTS (SELECT 1 {move})")}
    {_refuse("waits", f"{waits} AND NEW.effect NOT IN ('resume', 'note', 'amend', 'withdraw', 'unfound')")}
    {_refuse("waits-not", f"NOT {waits} AND NEW.effect = 'resume'")}
    {_refuse("approval-wanted", f"NEW.effect = 'agree' AND (SELECT t.approval = 'wanted' {ticket})")}
    {_refuse("facts-missing", missing)}
END""",
        f"""CREATE TRIGGER ticket_guard_step_done AFTER INSERT ON ticket_step WHEN {_CAPTURE} BEGIN
    UPDATE ticket SET stage = NEW.to_stage, steps = NEW.number,
        is_waiting = CASE WHEN NEW.effect = 'wait' THEN 1
            WHEN NEW.effect IN ('resume', 'withdraw', 'unfound') THEN 0 ELSE is_waiting END,
        ended_at = CASE WHEN {_OPEN.format(flow="ticket.flow_id", stage="NEW.to_stage")} THEN NULL
            ELSE coalesce(ended_at, NEW.happened_at) END
        WHERE id = NEW.ticket_id;
END""",
        f"""CREATE TRIGGER ticket_guard_new BEFORE INSERT ON ticket WHEN {_CAPTURE} BEGIN
    {_refuse("begins-wrong", begins_wrong)}
END""",
        f"""CREATE TRIGGER ticket_guard_kept BEFORE UPDATE OF {", ".join(_KEPT)} ON ticket WHEN {_CAPTURE} BEGIN
    {_refuse("kept", " OR ".join(f"NEW.{f} IS NOT OLD.{f}" for f in ("flow_id", "kind", "number", "deleted_at")))}
    {_refuse("needs-step", _unstepped_sqlite())}
END""",
        f"""CREATE TRIGGER ticket_guard_carried BEFORE UPDATE OF approval, cost ON ticket
    WHEN {_CAPTURE} BEGIN
    {_refuse("needs-step", _uncarried("IS NOT", _LAST_EFFECT))}
END""",
        f"""CREATE TRIGGER ticket_guard_step_stays BEFORE UPDATE OF deleted_at ON ticket_step
    WHEN {_CAPTURE} AND NEW.deleted_at IS NOT OLD.deleted_at BEGIN
    {_refuse("kept", "1")}
END""",
        f"""CREATE TRIGGER ticket_guard_mark_stays BEFORE UPDATE OF deleted_at ON ticket_mark
    WHEN {_CAPTURE} AND NEW.deleted_at IS NOT OLD.deleted_at BEGIN
    {_refuse("kept", "1")}
END""",
    ]
    statements += [  # REPLACE would take a row away without asking
        f"""CREATE TRIGGER ticket_guard_{table}_once BEFORE INSERT ON {table} WHEN {_CAPTURE} BEGIN
    {_refuse("kept", f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)")}
END"""
        for table in ("ticket", "ticket_step", "ticket_mark")
    ]
    for table, fields in _SHAPE.items():
        changed = " OR ".join(f"NEW.{field} IS NOT OLD.{field}" for field in fields)
        used = "EXISTS (SELECT 1 FROM ticket WHERE flow_id = {row}.flow_id)"
        statements += [
            f"""CREATE TRIGGER ticket_guard_{table}_new BEFORE INSERT ON {table} WHEN {_CAPTURE} BEGIN
    {_refuse("flow-in-use", used.format(row="NEW"))}
END""",
            f"""CREATE TRIGGER ticket_guard_{table} BEFORE UPDATE OF {", ".join(fields)} ON {table}
    WHEN {_CAPTURE} AND ({changed}) BEGIN
    {_refuse("flow-in-use", f"{used.format(row='OLD')} OR {used.format(row='NEW')}")}
END""",
        ]
    return statements


def _unstepped_sqlite() -> str:
    """Stage, count and waiting may only be what the last step left behind."""
    return """(NEW.stage IS NOT OLD.stage OR NEW.steps IS NOT OLD.steps OR NEW.is_waiting IS NOT OLD.is_waiting)
        AND NOT EXISTS (SELECT 1 FROM ticket_step s WHERE s.ticket_id = NEW.id AND s.number = NEW.steps
            AND s.to_stage = NEW.stage AND NEW.steps = OLD.steps + 1
            AND s.number = (SELECT max(number) FROM ticket_step WHERE ticket_id = NEW.id)
            AND NEW.is_waiting = CASE WHEN s.effect = 'wait' THEN 1
                WHEN s.effect IN ('resume', 'withdraw', 'unfound') THEN 0 ELSE OLD.is_waiting END)"""


def _uncarried(differs: str, effect: str) -> str:
    """Approval and cost may only be what the last step brings about."""
    return f"""(NEW.approval {differs} OLD.approval AND CASE NEW.approval
            WHEN 'given' THEN coalesce({effect}, '') <> 'approve'
            WHEN 'none' THEN coalesce({effect}, '') NOT IN ('assign', 'refuse', 'object', 'propose', 'reopen')
            ELSE false END)
        OR (NEW.cost {differs} OLD.cost AND coalesce({effect}, '') <> 'propose')"""


_PG_STEP: Final = """
CREATE OR REPLACE FUNCTION {schema}.ticket_guard_step() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE t record; m record; missing text;
BEGIN
    IF current_setting('branchdesk.merge', true) = 'on' THEN RETURN NEW; END IF;
    SELECT * INTO t FROM {schema}.ticket WHERE id = NEW.ticket_id FOR UPDATE;
    IF NEW.number IS DISTINCT FROM t.steps + 1 THEN RAISE EXCEPTION 'branchdesk: ticket-moved'; END IF;
    IF NEW.from_stage IS DISTINCT FROM t.stage THEN RAISE EXCEPTION 'branchdesk: ticket-stage-left'; END IF;
    SELECT * INTO m FROM {schema}.flow_move WHERE flow_id = t.flow_id AND code = NEW.move_code
        AND from_stage = NEW.from_stage AND to_stage = NEW.to_stage AND effect = NEW.effect
        AND deleted_at IS NULL LIMIT 1;
    IF NOT FOUND THEN RAISE EXCEPTION 'branchdesk: ticket-move-unknown'; END IF;
    IF t.is_waiting AND NEW.effect NOT IN ('resume', 'note', 'amend', 'withdraw', 'unfound') THEN
        RAISE EXCEPTION 'branchdesk: ticket-waits'; END IF;
    IF NOT t.is_waiting AND NEW.effect = 'resume' THEN RAISE EXCEPTION 'branchdesk: ticket-waits-not'; END IF;
    IF NEW.effect = 'agree' AND t.approval = 'wanted' THEN
        RAISE EXCEPTION 'branchdesk: ticket-approval-wanted'; END IF;
    SELECT n.value INTO missing FROM jsonb_array_elements_text(m.needs) n
        WHERE btrim(coalesce(NEW.facts ->> n.value, '')) = '' LIMIT 1;
    IF FOUND THEN RAISE EXCEPTION 'branchdesk: ticket-facts-missing'; END IF;
    RETURN NEW;
END $body$
"""
_PG_STEP_DONE: Final = """
CREATE OR REPLACE FUNCTION {schema}.ticket_guard_step_done() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF current_setting('branchdesk.merge', true) = 'on' THEN RETURN NULL; END IF;
    UPDATE {schema}.ticket SET stage = NEW.to_stage, steps = NEW.number,
        is_waiting = CASE WHEN NEW.effect = 'wait' THEN true
            WHEN NEW.effect IN ('resume', 'withdraw', 'unfound') THEN false ELSE is_waiting END,
        ended_at = CASE WHEN {open_there} THEN NULL ELSE coalesce(ended_at, NEW.happened_at) END
        WHERE id = NEW.ticket_id;
    RETURN NULL;
END $body$
"""
_PG_TICKET: Final = """
CREATE OR REPLACE FUNCTION {schema}.ticket_guard_ticket() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE s record;
BEGIN
    IF current_setting('branchdesk.merge', true) = 'on' THEN RETURN NEW; END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.steps <> 0 OR NEW.is_waiting OR NEW.ended_at IS NOT NULL OR NEW.stage IS DISTINCT FROM (
            SELECT code FROM {schema}.flow_stage WHERE flow_id = NEW.flow_id AND deleted_at IS NULL
            ORDER BY position LIMIT 1) THEN RAISE EXCEPTION 'branchdesk: ticket-begins-wrong'; END IF;
        RETURN NEW;
    END IF;
    IF (NEW.flow_id, NEW.kind, NEW.number, NEW.deleted_at)
        IS DISTINCT FROM (OLD.flow_id, OLD.kind, OLD.number, OLD.deleted_at) THEN
        RAISE EXCEPTION 'branchdesk: ticket-kept'; END IF;
    IF {uncarried} THEN RAISE EXCEPTION 'branchdesk: ticket-needs-step'; END IF;
    IF (NEW.stage, NEW.steps, NEW.is_waiting) IS NOT DISTINCT FROM (OLD.stage, OLD.steps, OLD.is_waiting) THEN
        RETURN NEW; END IF;
    SELECT * INTO s FROM {schema}.ticket_step WHERE ticket_id = NEW.id ORDER BY number DESC LIMIT 1;
    IF NOT FOUND OR s.number <> NEW.steps OR NEW.steps <> OLD.steps + 1 OR s.to_stage <> NEW.stage
        OR NEW.is_waiting <> (CASE WHEN s.effect = 'wait' THEN true
            WHEN s.effect IN ('resume', 'withdraw', 'unfound') THEN false ELSE OLD.is_waiting END) THEN
        RAISE EXCEPTION 'branchdesk: ticket-needs-step'; END IF;
    RETURN NEW;
END $body$
"""
_PG_STAYS: Final = """
CREATE OR REPLACE FUNCTION {schema}.ticket_guard_stays() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF current_setting('branchdesk.merge', true) = 'on' THEN RETURN NEW; END IF;
    IF NEW.deleted_at IS DISTINCT FROM OLD.deleted_at THEN RAISE EXCEPTION 'branchdesk: ticket-kept'; END IF;
    RETURN NEW;
END $body$
"""
_PG_FLOW: Final = """
CREATE OR REPLACE FUNCTION {schema}.ticket_guard_flow() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF current_setting('branchdesk.merge', true) = 'on' THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - {names}) IS NOT DISTINCT FROM (to_jsonb(OLD) - {names}) THEN
        RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM {schema}.ticket WHERE flow_id = NEW.flow_id)
        OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM {schema}.ticket WHERE flow_id = OLD.flow_id)) THEN
        RAISE EXCEPTION 'branchdesk: ticket-flow-in-use'; END IF;
    RETURN NEW;
END $body$
"""
_FREE_FIELDS: Final = (
    "name_zh", "name_en", "asks", "changed_at", "changed_by", "changed_from", "sync_fv", "sync_xid",
)  # fmt: skip


def _install_postgresql(connection: Connection) -> None:
    schema = own_schema(connection)
    names = "ARRAY[" + ", ".join(f"'{field}'" for field in _FREE_FIELDS) + "]"
    within = {
        "{names}": names,
        "{open_there}": _OPEN.format(flow="ticket.flow_id", stage="NEW.to_stage"),
        "{uncarried}": _uncarried("IS DISTINCT FROM", _LAST_EFFECT),
        " FROM flow_stage": " FROM {schema}.flow_stage",
        "effect FROM ticket_step": "effect FROM {schema}.ticket_step",
    }
    for function in (_PG_STEP, _PG_STEP_DONE, _PG_TICKET, _PG_STAYS, _PG_FLOW):
        body = function
        for name, words in within.items():
            body = body.replace(name, words)
        body = body.replace("{schema}", schema)
        connection.execute(text(body.replace(":", "\\:")))
    for table, when, function in (
        ("ticket_step", "BEFORE INSERT", "ticket_guard_step"),
        ("ticket_step", "AFTER INSERT", "ticket_guard_step_done"),
        ("ticket", "BEFORE INSERT OR UPDATE", "ticket_guard_ticket"),
        ("ticket_step", "BEFORE UPDATE", "ticket_guard_stays"),
        ("ticket_mark", "BEFORE UPDATE", "ticket_guard_stays"),
        ("flow_stage", "BEFORE INSERT OR UPDATE", "ticket_guard_flow"),
        ("flow_move", "BEFORE INSERT OR UPDATE", "ticket_guard_flow"),
    ):
        name = f"{function}_{table}" if function.endswith(("stays", "flow")) else function
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER {name} {when} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {schema}.{function}()"
        )
