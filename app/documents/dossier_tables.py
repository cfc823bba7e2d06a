"""The tables of the customer dossier."""

from __future__ import annotations

from app.documents.ink import Align
from app.documents.money import money_range
from app.documents.records import ContactLine, Dossier
from app.documents.tables import Column, Table

Words = dict[str, str]


def tables_of(dossier: Dossier, words: Words) -> list[tuple[str, Table]]:
    """The tables in their order on paper, each with the key of its title; those that do not apply are "
    "left out."""
    tables = [("phones", _phones(dossier, words))]
    if dossier.company is not None or dossier.contact_people:
        tables.append(("contact_people", _contact_people(dossier, words)))
    tables.append(("needs", _needs(dossier, words)))
    if dossier.vehicles:
        tables.append(("vehicles", _vehicles(dossier, words)))
    tables.append(("contacts", _contacts(dossier, words)))
    tables.append(("consents", _consents(dossier, words)))
    tables.append(("history", _history(dossier, words)))
    return tables


def _columns(words: Words, *columns: tuple[str, float] | tuple[str, float, Align]) -> tuple[Column, ...]:
    return tuple(
        Column(title=words[column[0]], share=column[1], align=column[2] if len(column) == 3 else Align.LEFT)
        for column in columns
    )


def _phones(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words, ("phone", 30), ("phone_kind", 20), ("phone_label", 40), ("main", 10, Align.CENTRE)
    )
    rows = [
        (line.shown, line.kind_text, line.label, words["yes"] if line.is_main else "")
        for line in dossier.phones
    ]
    return Table(columns=columns, rows=rows)


def _contact_people(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words,
        ("name", 16),
        ("post", 18),
        ("role", 14),
        ("contact_phone", 20),
        ("email", 26),
        ("birthday", 16),
    )
    rows = [
        (line.name, line.post, line.role_text, line.phone, line.email, line.birthday_text)
        for line in dossier.contact_people
    ]
    return Table(columns=columns, rows=rows)


def _needs(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words, ("product", 24), ("budget", 22, Align.RIGHT), ("level", 13), ("purpose", 20),
        ("expected_on", 15), ("competitor", 20), ("state", 11, Align.CENTRE),
    )  # fmt: skip
    rows = [
        (
            line.product,
            money_range(line.budget_min, line.budget_max),
            line.level_text,
            line.purpose,
            line.expected_on.isoformat() if line.expected_on else "",
            line.competitor,
            words["open" if line.is_open else "closed"],
        )
        for line in dossier.needs
    ]
    return Table(columns=columns, rows=rows)


def _vehicles(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words, ("model", 24), ("plate", 14), ("vin", 26), ("engine_no", 16), ("bought_on", 14),
        ("mileage", 14, Align.RIGHT),
    )  # fmt: skip
    rows = [
        (
            line.model,
            line.plate,
            line.vin,
            line.engine_no,
            line.bought_on.isoformat() if line.bought_on else "",
            "" if line.mileage_km is None else f"{line.mileage_km:,}",
        )
        for line in dossier.vehicles
    ]
    return Table(columns=columns, rows=rows)


def _contacts(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words,
        ("at", 17),
        ("way", 12),
        ("by", 13),
        ("matter", 42),
        ("answer", 34),
        ("result", 20),
        ("next_step", 24),
    )
    return Table(columns=columns, rows=[_contact(line, words) for line in dossier.contacts], size=8.0)


def _contact(line: ContactLine, words: Words) -> tuple[str, ...]:
    matter = line.matter
    if line.attachments:
        matter = f"{matter} [{words['attachments'].format(count=line.attachments)}]".strip()
    at = line.at.strftime("%Y-%m-%d\n%H:%M")
    return (at, line.way_text, line.by, matter, line.answer, line.result, line.next_step)


def _consents(dossier: Dossier, words: Words) -> Table:
    columns = _columns(
        words, ("consent_purpose", 34), ("consent", 22), ("at", 24), ("notice_edition", 18), ("evidence", 30)
    )
    rows = [
        (
            line.purpose_text,
            words["given" if line.given else "withdrawn"],
            line.at.strftime("%Y-%m-%d %H:%M"),
            line.edition,
            line.evidence,
        )
        for line in dossier.consents
    ]
    return Table(columns=columns, rows=rows)


def _history(dossier: Dossier, words: Words) -> Table:
    columns = _columns(words, ("at", 17), ("field", 20), ("old", 40), ("new", 40), ("by", 14), ("origin", 26))
    rows = [
        (line.at.strftime("%Y-%m-%d\n%H:%M"), line.field_text, line.old, line.new, line.by, line.source_text)
        for line in dossier.history
    ]
    return Table(columns=columns, rows=rows, size=8.0)
