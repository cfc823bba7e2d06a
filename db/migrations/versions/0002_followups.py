"""The second edition: follow-ups, visits, appointments, care, services of cars and the days of the calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("holiday", "workday", "closed", "short", name="daykind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("spans", base.Document(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_calendar_day_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sqlite_strict=True,
    )
    op.create_index("ix_calendar_day_day", "calendar_day", ["day"], unique=False)
    op.create_table(
        "festival",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column(
            "calendar",
            sa.Enum("solar", "lunar", "eve", "term", name="festivalcalendar", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("month", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.BigInteger(), nullable=True),
        sa.Column("term", sa.Text(), nullable=True),
        sa.Column("lead_days", sa.BigInteger(), server_default="3", nullable=False),
        sa.Column("class_code", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_festival_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_festival")),
        sqlite_strict=True,
    )
    op.create_table(
        "followup_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("name_zh", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column(
            "basis",
            sa.Enum(
                "class",
                "intent",
                "new",
                "service",
                "event",
                "expected",
                name="rulebasis",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column(
            "unit",
            sa.Enum("hours", "days", "months", name="ruleunit", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("event_on", sa.Date(), nullable=True),
        sa.Column(
            "way",
            sa.Enum(
                "counter",
                "call",
                "visit",
                "wechat",
                "sms",
                "email",
                "letter",
                "fax",
                "online",
                "form-printed",
                "note",
                name="contactway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "owner",
            sa.Enum("owner", "second", "other", name="ruleowner", native_enum=False, length=32),
            server_default="owner",
            nullable=False,
        ),
        sa.Column("matter_zh", sa.Text(), nullable=False),
        sa.Column("matter_en", sa.Text(), nullable=False),
        sa.Column("points", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_followup_rule_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup_rule")),
        sqlite_strict=True,
    )
    op.create_table(
        "template",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "way",
            sa.Enum(
                "counter",
                "call",
                "visit",
                "wechat",
                "sms",
                "email",
                "letter",
                "fax",
                "online",
                "form-printed",
                "note",
                name="contactway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "occasion",
            sa.Enum(
                "birthday",
                "festival",
                "maintenance",
                "service",
                "event",
                "thanks",
                "other",
                name="occasion",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("festival_code", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("answer_days", sa.BigInteger(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_template_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
        sqlite_strict=True,
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind_code", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("customer_id", sa.Uuid(), nullable=True),
        sa.Column("all_day", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("starts_at", base.UtcTime(), nullable=True),
        sa.Column("ends_at", base.UtcTime(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("recurrence", sa.Text(), nullable=True),
        sa.Column("repeats_until", sa.Date(), nullable=True),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_appointment_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_appointment_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_appointment_branch_id"), "appointment", ["branch_id"], unique=False)
    op.create_index("ix_appointment_branch_starts", "appointment", ["branch_id", "starts_at"], unique=False)
    op.create_index(op.f("ix_appointment_customer_id"), "appointment", ["customer_id"], unique=False)
    op.create_index("ix_appointment_uid", "appointment", ["uid"], unique=False)
    op.create_table(
        "gift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column(
            "occasion",
            sa.Enum(
                "birthday",
                "festival",
                "maintenance",
                "service",
                "event",
                "thanks",
                "other",
                name="occasion",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("occasion_code", sa.Text(), nullable=True),
        sa.Column("occasion_on", sa.Date(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("value", base.MoneyType(), nullable=True),
        sa.Column("serial", sa.Text(), nullable=True),
        sa.Column("given_at", base.UtcTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_gift_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_gift_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_gift_branch_id"), "gift", ["branch_id"], unique=False)
    op.create_index(op.f("ix_gift_customer_id"), "gift", ["customer_id"], unique=False)
    op.create_table(
        "appointment_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("original_on", sa.Date(), nullable=False),
        sa.Column("original_at", base.UtcTime(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("starts_at", base.UtcTime(), nullable=True),
        sa.Column("ends_at", base.UtcTime(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_change_appointment_id")
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_appointment_change_branch_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_change")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_appointment_change_appointment_id"), "appointment_change", ["appointment_id"], unique=False
    )
    op.create_index(
        op.f("ix_appointment_change_branch_id"), "appointment_change", ["branch_id"], unique=False
    )
    op.create_table(
        "followup",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("rule_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("base_at", base.UtcTime(), nullable=True),
        sa.Column(
            "way",
            sa.Enum(
                "counter",
                "call",
                "visit",
                "wechat",
                "sms",
                "email",
                "letter",
                "fax",
                "online",
                "form-printed",
                "note",
                name="contactway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("points", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("starts_at", base.UtcTime(), nullable=True),
        sa.Column("minutes", sa.BigInteger(), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column(
            "state",
            sa.Enum("open", "done", "cancelled", name="stepstate", native_enum=False, length=32),
            server_default="open",
            nullable=False,
        ),
        sa.Column("closed_at", base.UtcTime(), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("is_success", sa.Boolean(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_followup_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_followup_customer_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["contact_entry.id"], name=op.f("fk_followup_entry_id")),
        sa.ForeignKeyConstraint(["rule_id"], ["followup_rule.id"], name=op.f("fk_followup_rule_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followup")),
        sqlite_strict=True,
    )
    op.create_index("ix_followup_branch_closed", "followup", ["branch_id", "closed_at"], unique=False)
    op.create_index(op.f("ix_followup_branch_id"), "followup", ["branch_id"], unique=False)
    op.create_index(
        "ix_followup_branch_state_due", "followup", ["branch_id", "state", "due_on"], unique=False
    )
    op.create_index("ix_followup_customer_state", "followup", ["customer_id", "state"], unique=False)
    op.create_index("ix_followup_owner_state_due", "followup", ["owner_id", "state", "due_on"], unique=False)
    op.create_index("ix_followup_rule_state", "followup", ["rule_id", "state", "closed_at"], unique=False)
    op.create_index(
        "ix_followup_rule_subject",
        "followup",
        ["rule_id", "subject_id", "state", "closed_at", "deleted_at"],
        unique=False,
    )
    op.create_table(
        "message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("template_id", sa.Uuid(), nullable=True),
        sa.Column("batch_id", sa.Uuid(), nullable=True),
        sa.Column(
            "way",
            sa.Enum(
                "counter",
                "call",
                "visit",
                "wechat",
                "sms",
                "email",
                "letter",
                "fax",
                "online",
                "form-printed",
                "note",
                name="contactway",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "occasion",
            sa.Enum(
                "birthday",
                "festival",
                "maintenance",
                "service",
                "event",
                "thanks",
                "other",
                name="occasion",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("occasion_code", sa.Text(), nullable=True),
        sa.Column("occasion_on", sa.Date(), nullable=True),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "handed",
                "sent",
                "failed",
                "answered",
                name="messagestate",
                native_enum=False,
                length=32,
            ),
            server_default="draft",
            nullable=False,
        ),
        sa.Column("sent_at", base.UtcTime(), nullable=True),
        sa.Column("answer_due_on", sa.Date(), nullable=True),
        sa.Column("answered_at", base.UtcTime(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_message_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_message_customer_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["contact_entry.id"], name=op.f("fk_message_entry_id")),
        sa.ForeignKeyConstraint(["person_id"], ["contact_person.id"], name=op.f("fk_message_person_id")),
        sa.ForeignKeyConstraint(["template_id"], ["template.id"], name=op.f("fk_message_template_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sqlite_strict=True,
    )
    op.create_index("ix_message_batch", "message", ["batch_id"], unique=False)
    op.create_index(op.f("ix_message_branch_id"), "message", ["branch_id"], unique=False)
    op.create_index(
        "ix_message_branch_state_due", "message", ["branch_id", "state", "answer_due_on"], unique=False
    )
    op.create_index(op.f("ix_message_customer_id"), "message", ["customer_id"], unique=False)
    op.create_table(
        "mileage_reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("vehicle_id", sa.Uuid(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("km", sa.BigInteger(), nullable=False),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_mileage_reading_branch_id")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_mileage_reading_customer_id")
        ),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_mileage_reading_vehicle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mileage_reading")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mileage_reading_branch_id"), "mileage_reading", ["branch_id"], unique=False)
    op.create_index(op.f("ix_mileage_reading_customer_id"), "mileage_reading", ["customer_id"], unique=False)
    op.create_index(op.f("ix_mileage_reading_vehicle_id"), "mileage_reading", ["vehicle_id"], unique=False)
    op.create_table(
        "service_record",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("vehicle_id", sa.Uuid(), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=False),
        sa.Column("mileage_km", sa.BigInteger(), nullable=True),
        sa.Column("items", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=True),
        sa.Column("minutes", sa.BigInteger(), nullable=True),
        sa.Column("cost", base.MoneyType(), nullable=True),
        sa.Column("served_by", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_service_record_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_service_record_customer_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_service_record_vehicle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_record")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_service_record_branch_id"), "service_record", ["branch_id"], unique=False)
    op.create_index(
        "ix_service_record_branch_served",
        "service_record",
        ["branch_id", "served_on", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(op.f("ix_service_record_customer_id"), "service_record", ["customer_id"], unique=False)
    op.create_index(op.f("ix_service_record_vehicle_id"), "service_record", ["vehicle_id"], unique=False)
    op.create_table(
        "care_act",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column(
            "occasion",
            sa.Enum(
                "birthday",
                "festival",
                "maintenance",
                "service",
                "event",
                "thanks",
                "other",
                name="occasion",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("occasion_code", sa.Text(), nullable=True),
        sa.Column("occasion_on", sa.Date(), nullable=False),
        sa.Column(
            "how",
            sa.Enum("message", "gift", "call", "skipped", name="carehow", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("gift_id", sa.Uuid(), nullable=True),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_care_act_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_care_act_customer_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["contact_entry.id"], name=op.f("fk_care_act_entry_id")),
        sa.ForeignKeyConstraint(["gift_id"], ["gift.id"], name=op.f("fk_care_act_gift_id")),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_care_act_message_id")),
        sa.ForeignKeyConstraint(["person_id"], ["contact_person.id"], name=op.f("fk_care_act_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_care_act")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_care_act_branch_id"), "care_act", ["branch_id"], unique=False)
    op.create_index("ix_care_act_branch_on", "care_act", ["branch_id", "occasion_on"], unique=False)
    op.create_index(
        "ix_care_act_occasion", "care_act", ["customer_id", "occasion", "occasion_on"], unique=False
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("branch_id", sa.Uuid(), nullable=False),
        sa.Column("customer_id", sa.Uuid(), nullable=False),
        sa.Column("followup_id", sa.Uuid(), nullable=False),
        sa.Column("form_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("companions", sa.Text(), nullable=True),
        sa.Column("met", sa.Text(), nullable=True),
        sa.Column("started_at", base.UtcTime(), nullable=True),
        sa.Column("ended_at", base.UtcTime(), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("competitor_advantage", sa.Text(), nullable=True),
        sa.Column("our_difference", sa.Text(), nullable=True),
        sa.Column("next_improvement", sa.Text(), nullable=True),
        sa.Column("feedback", sa.Text(), nullable=True),
        sa.Column("next_strategy", sa.Text(), nullable=True),
        sa.Column("created_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("created_from", sa.Uuid(), nullable=True),
        sa.Column("changed_at", base.UtcTime(), server_default=sa.text("CURRENT_TIMESTAMP"), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
        sa.Column("changed_from", sa.Uuid(), nullable=True),
        sa.Column("deleted_at", base.UtcTime(), nullable=True),
        sa.Column("sync_fv", base.Document(), server_default=sa.FetchedValue(), nullable=True),
        sa.Column("sync_xid", base.TransactionId(), server_default=sa.FetchedValue(), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_visit_branch_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_visit_customer_id")),
        sa.ForeignKeyConstraint(["followup_id"], ["followup.id"], name=op.f("fk_visit_followup_id")),
        sa.ForeignKeyConstraint(["form_id"], ["form.id"], name=op.f("fk_visit_form_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_visit_branch_id"), "visit", ["branch_id"], unique=False)
    op.create_index(op.f("ix_visit_customer_id"), "visit", ["customer_id"], unique=False)
    op.create_index(op.f("ix_visit_followup_id"), "visit", ["followup_id"], unique=False)
    op.add_column("contact_entry", sa.Column("outcome", sa.Text(), nullable=True))
    op.add_column("contact_entry", sa.Column("is_incoming", sa.Boolean(), nullable=True))
    op.add_column("contact_entry", sa.Column("minutes", sa.BigInteger(), nullable=True))
    op.add_column(
        "contact_person",
        sa.Column(
            "birth_leap_policy",
            sa.Enum("first", "leap", "both", name="leappolicy", native_enum=False, length=32),
            nullable=True,
        ),
    )
    op.create_index(
        "ix_contact_person_branch_birthday",
        "contact_person",
        ["branch_id", "birth_calendar", "birth_month", "birth_day", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.add_column(
        "customer",
        sa.Column(
            "birth_leap_policy",
            sa.Enum("first", "leap", "both", name="leappolicy", native_enum=False, length=32),
            nullable=True,
        ),
    )
    op.add_column("customer", sa.Column("second_owner_id", sa.Uuid(), nullable=True))
    op.create_index(
        "ix_customer_branch_birthday",
        "customer",
        ["branch_id", "birth_calendar", "birth_month", "birth_day", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_customer_branch_campaign",
        "customer",
        ["branch_id", "campaign", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_customer_branch_class_contact",
        "customer",
        [
            "branch_id",
            "class_code",
            "last_contact_at",
            "created_at",
            "id",
            "do_not_contact",
            "owner_id",
            "second_owner_id",
            "deleted_at",
        ],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_customer_branch_owner_contact",
        "customer",
        [
            "branch_id",
            "owner_id",
            "class_code",
            "last_contact_at",
            "created_at",
            "id",
            "do_not_contact",
            "second_owner_id",
            "deleted_at",
        ],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_customer_branch_second",
        "customer",
        ["branch_id", "second_owner_id", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_customer_branch_uncontacted",
        "customer",
        [
            "branch_id",
            "created_at",
            "id",
            "created_from",
            "owner_id",
            "second_owner_id",
            "do_not_contact",
            "last_contact_at",
            "deleted_at",
        ],
        unique=False,
        sqlite_where=sa.text(
            "deleted_at IS NULL AND (last_contact_at IS NULL OR last_contact_at <= created_at)"
        ),
        postgresql_where=sa.text(
            "deleted_at IS NULL AND (last_contact_at IS NULL OR last_contact_at <= created_at)"
        ),
    )
    op.add_column("need", sa.Column("lost_reason", sa.Text(), nullable=True))
    op.add_column("need", sa.Column("lost_on", sa.Date(), nullable=True))
    op.create_index(
        "ix_need_branch_expected",
        "need",
        ["branch_id", "is_open", "expected_on", "customer_id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_need_branch_intent",
        "need",
        ["branch_id", "is_open", "intent_level", "customer_id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index(
        "ix_need_customer_intent",
        "need",
        ["customer_id", "is_open", "intent_level", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.add_column("vehicle", sa.Column("service_months", sa.BigInteger(), nullable=True))
    op.add_column("vehicle", sa.Column("service_km", sa.BigInteger(), nullable=True))
    op.add_column("vehicle", sa.Column("service_due_on", sa.Date(), nullable=True))
    op.create_index(
        "ix_vehicle_branch_service_due",
        "vehicle",
        ["branch_id", "service_due_on", "id", "deleted_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    # ### end Alembic commands ###
