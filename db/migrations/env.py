"""How Alembic meets our register: on the connection it is handed, in one transaction."""

from alembic import context

from db import office_records, records
from db.base import Record

assert office_records, records

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Record.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
