"""How Alembic meets our register: on the connection it is handed, in one transaction."""

from alembic import context

from db import tables
from db.base import metadata

assert tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
