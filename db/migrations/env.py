"""Alembic's environment: always on a connection the program hands over, in the program's transaction."""

from __future__ import annotations

from alembic import context

import db.models  # noqa: F401 - fills the metadata
from db.base import Base
from db.comparing import include_object, render_item

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_object=include_object,
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
    transactional_ddl=False,
)
context.run_migrations()
