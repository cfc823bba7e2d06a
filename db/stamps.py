"""Triggers that stamp, capture and remember every write, whatever path it took.

A stamp is a hybrid logical clock: 12 hex digits of milliseconds, 4 of a counter, 8 of the replica;
text order is time order. The triggers are generated from the tables and laid anew after every upgrade.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Connection, Table, text

from db.base import Base
from db.mixins import Synced

NEVER_STAMPED: Final = frozenset({"id", "sync_fv", "sync_xid", "version"})
PROVENANCE: Final = frozenset(
    {"created_at", "created_by", "created_from", "changed_at", "changed_by", "changed_from"}
)
NO_HISTORY: Final = (
    NEVER_STAMPED
    | PROVENANCE
    | {"branch_id", "name_pinyin", "last_contact_at", "position", "number", "tail", "service_due_on"}
)
MARKS: Final = NEVER_STAMPED | PROVENANCE | {"deleted_at"}

_SQLITE_NOW: Final = "CAST(unixepoch('now', 'subsec') * 1000 AS INTEGER)"
_SQLITE_STAMP: Final = "(SELECT printf('%012x%04x%s', ms, counter, replica) FROM sync_state)"
_SQLITE_TICK: Final = f"""UPDATE sync_state SET
    ms = CASE WHEN {_SQLITE_NOW} > ms THEN {_SQLITE_NOW} ELSE ms + (counter >= 65535) END,
    counter = CASE WHEN {_SQLITE_NOW} > ms OR counter >= 65535 THEN 0 ELSE counter + 1 END;"""
_SQLITE_KEY: Final = (
    f"printf('%012x', {_SQLITE_NOW}) || '7' || substr(lower(hex(randomblob(2))), 2, 3)"
    " || 'a' || substr(lower(hex(randomblob(8))), 2, 15)"
)
_SQLITE_TIME: Final = "strftime('%Y-%m-%d %H:%M:%f000', 'now')"


def synced_models() -> Iterator[type[Synced]]:
    """Every mapped class whose rows travel, in the order of their table names."""
    found = [m.class_ for m in Base.registry.mappers if issubclass(m.class_, Synced)]
    yield from sorted(found, key=lambda model: model.__tablename__)


def _table(model: type[Synced]) -> Table:
    return Base.metadata.tables[model.__tablename__]


def _fields(table: Table, leave_out: frozenset[str]) -> list[str]:
    return [column.name for column in table.columns if column.name not in leave_out]


def install(connection: Connection) -> None:
    """Lay all stamp triggers anew; the caller owns the transaction."""
    if connection.dialect.name == "sqlite":
        _install_sqlite(connection)
    else:
        _install_postgresql(connection)


def _install_sqlite(connection: Connection) -> None:
    old = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'stamp_%'"
    ).scalars()
    for name in list(old):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    for model in synced_models():
        for statement in _sqlite_triggers(model):
            connection.exec_driver_sql(statement)


def _changed(fields: Iterable[str], columns: str) -> str:
    """A union that yields `columns` of each field whose value differs."""
    return " UNION ALL ".join(
        f"SELECT {columns.format(f=field)} WHERE OLD.{field} IS NOT NEW.{field}" for field in fields
    )


def _sqlite_triggers(model: type[Synced]) -> Iterator[str]:
    table = _table(model)
    name = table.name
    stamped = _fields(table, NEVER_STAMPED)
    capture = "WHEN (SELECT capture FROM sync_state)"
    yield f"""CREATE TRIGGER stamp_{name}_insert AFTER INSERT ON {name} {capture} BEGIN
    {_SQLITE_TICK}
    UPDATE {name} SET sync_fv = json_object('*', {_SQLITE_STAMP}) WHERE id = NEW.id;
    INSERT INTO sync_out (row_table, row_id, field, stamp) VALUES ('{name}', NEW.id, '*', {_SQLITE_STAMP});
END"""
    yield f"""CREATE TRIGGER stamp_{name}_update
    AFTER UPDATE OF {", ".join(stamped)} ON {name} {capture} BEGIN
    {_SQLITE_TICK}
    UPDATE {name} SET sync_fv = json_patch(coalesce(sync_fv, '{{}}'), (SELECT json_group_object(field,
        {_SQLITE_STAMP}) FROM ({_changed(stamped, "'{f}' AS field")}))) WHERE id = NEW.id;
    INSERT INTO sync_out (row_table, row_id, field, stamp) SELECT '{name}', NEW.id, field, {_SQLITE_STAMP}
        FROM ({_changed(stamped, "'{f}' AS field")}) WHERE true
        ON CONFLICT (row_table, row_id, field) DO UPDATE SET stamp = excluded.stamp;
    {_sqlite_history(model)}
END"""
    yield f"""CREATE TRIGGER stamp_{name}_delete BEFORE DELETE ON {name}
    WHEN NOT (SELECT erasing FROM sync_state) BEGIN
    SELECT RAISE(ABORT, 'branchdesk: rows are never deleted, only marked'); END"""
    yield f"""CREATE TRIGGER stamp_{name}_key BEFORE UPDATE OF id ON {name} WHEN OLD.id IS NOT NEW.id BEGIN
    SELECT RAISE(ABORT, 'branchdesk: a key never changes'); END"""
    if model.append_only:
        fixed = ", ".join(_fields(table, MARKS))
        yield f"""CREATE TRIGGER stamp_{name}_fixed BEFORE UPDATE OF {fixed} ON {name} {capture} BEGIN
    SELECT RAISE(ABORT, 'branchdesk: this history only grows'); END"""


def _sqlite_history(model: type[Synced]) -> str:
    if not model.keeps_history:
        return ""
    table = _table(model)
    owner = "NEW.id" if table.name == "customer" else "NEW.customer_id"
    told = "NEW.changed_at IS NOT OLD.changed_at"
    changed = _changed(
        _fields(table, NO_HISTORY),
        "'{f}' AS field, CAST(OLD.{f} AS TEXT) AS old_value, CAST(NEW.{f} AS TEXT) AS new_value",
    )
    return f"""INSERT INTO field_history (
        id, branch_id, customer_id, row_table, row_id, field, old_value, new_value,
        happened_at, account_id, origin_id, stamp, created_at, created_by, changed_at, changed_by)
        SELECT {_SQLITE_KEY}, NEW.branch_id, {owner}, '{table.name}', NEW.id, field, old_value, new_value,
        CASE WHEN {told} THEN NEW.changed_at ELSE {_SQLITE_TIME} END,
        CASE WHEN {told} THEN NEW.changed_by END, CASE WHEN {told} THEN NEW.changed_from END, {_SQLITE_STAMP},
        {_SQLITE_TIME}, NEW.changed_by, {_SQLITE_TIME}, NEW.changed_by FROM ({changed});"""


_PG_STAMP: Final = """
CREATE OR REPLACE FUNCTION {schema}.sync_stamp_row() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    ignored text[] := ARRAY['id', 'sync_fv', 'sync_xid', 'version'];
    before jsonb; after jsonb; fields text[]; now_ms bigint; seen bigint; stamp text;
BEGIN
    NEW.sync_xid := pg_current_xact_id();
    IF current_setting('branchdesk.merge', true) = 'on' THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.id IS DISTINCT FROM NEW.id THEN
        RAISE EXCEPTION 'branchdesk: a key never changes';
    END IF;
    now_ms := floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint;
    IF TG_OP = 'INSERT' THEN
        fields := ARRAY['*'];
        NEW.sync_fv := '{}'::jsonb;
    ELSE
        before := to_jsonb(OLD) - ignored;
        after := to_jsonb(NEW) - ignored;
        NEW.sync_fv := coalesce(OLD.sync_fv, '{}'::jsonb);
        SELECT array_agg(a.key ORDER BY a.key) INTO fields FROM jsonb_each(after) a
            WHERE before -> a.key IS DISTINCT FROM a.value;
        IF fields IS NULL THEN
            RETURN NEW;
        END IF;
        IF TG_ARGV[0] = 'append-only' AND NOT fields <@ ARRAY['created_at', 'created_by', 'created_from',
                'changed_at', 'changed_by', 'changed_from', 'deleted_at'] THEN
            RAISE EXCEPTION 'branchdesk: this history only grows';
        END IF;
        SELECT max(('x' || lpad(substr(v.value, 1, 12), 16, '0'))::bit(64)::bigint) INTO seen
            FROM jsonb_each_text(NEW.sync_fv) v;
        now_ms := greatest(now_ms, seen + 1);
    END IF;
    stamp := lpad(to_hex(now_ms), 12, '0') || lpad(to_hex(nextval('{schema}.sync_counter') % 65536), 4, '0')
        || (SELECT replica FROM {schema}.sync_state);
    NEW.sync_fv := NEW.sync_fv || (SELECT jsonb_object_agg(f, stamp) FROM unnest(fields) f);
    IF TG_OP = 'UPDATE' AND TG_ARGV[1] <> '' THEN
        PERFORM {schema}.sync_remember(
            TG_TABLE_NAME, after || jsonb_build_object('id', NEW.id), before, TG_ARGV[1], stamp);
    END IF;
    RETURN NEW;
END $body$
"""

_PG_REMEMBER: Final = """
CREATE OR REPLACE FUNCTION {schema}.sync_remember(tbl text, after jsonb, before jsonb, owner text, stamp text)
RETURNS void LANGUAGE sql AS $body$
    INSERT INTO {schema}.field_history (
        id, branch_id, customer_id, row_table, row_id, field, old_value, new_value,
        happened_at, account_id, origin_id, stamp, created_at, created_by, changed_at, changed_by)
    SELECT (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14, 3) || 'a'
            || substr(replace(gen_random_uuid()::text, '-', ''), 18, 15))::uuid,
        (after ->> 'branch_id')::uuid, (after ->> owner)::uuid, tbl, (after ->> 'id')::uuid,
        a.key, before ->> a.key, after ->> a.key,
        CASE WHEN t.told THEN (after ->> 'changed_at')::timestamptz ELSE clock_timestamp() END,
        CASE WHEN t.told THEN (after ->> 'changed_by')::uuid END,
        CASE WHEN t.told THEN (after ->> 'changed_from')::uuid END, stamp,
        clock_timestamp(), (after ->> 'changed_by')::uuid, clock_timestamp(), (after ->> 'changed_by')::uuid
    FROM jsonb_each(after) a,
        (SELECT after -> 'changed_at' IS DISTINCT FROM before -> 'changed_at' AS told) t
    WHERE before -> a.key IS DISTINCT FROM a.value AND NOT a.key = ANY ({no_history})
$body$
"""

_PG_REFUSE: Final = """
CREATE OR REPLACE FUNCTION {schema}.sync_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF current_setting('branchdesk.erasing', true) = 'on' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'branchdesk: rows are never deleted, only marked';
END $body$
"""


def own_schema(connection: Connection) -> str:
    """The quoted schema of our tables, which functions name: a temporary table of the writer's would else be
    found first and swallow what they remember (https://www.postgresql.org/docs/current/runtime-config-client.html,
    search_path)."""
    found: str = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    return found


def _install_postgresql(connection: Connection) -> None:
    no_history = "ARRAY[" + ", ".join(f"'{field}'" for field in sorted(NO_HISTORY)) + "]"
    schema = own_schema(connection)
    connection.exec_driver_sql("CREATE SEQUENCE IF NOT EXISTS sync_counter CYCLE MAXVALUE 9007199254740991")
    for function in (_PG_REMEMBER.replace("{no_history}", no_history), _PG_STAMP, _PG_REFUSE):
        connection.execute(text(function.replace("{schema}", schema).replace(":", "\\:")))
    for model in synced_models():
        name = model.__tablename__
        owner = ("id" if name == "customer" else "customer_id") if model.keeps_history else ""
        growth = "append-only" if model.append_only else "free"
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER stamp_{name} BEFORE INSERT OR UPDATE ON {name} "
            f"FOR EACH ROW EXECUTE FUNCTION sync_stamp_row('{growth}', '{owner}')"
        )
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER stamp_{name}_delete BEFORE DELETE ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION sync_refuse_delete()"
        )
