"""The first shape of the register.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

from db.triggers import POSTGRESQL, SQLITE

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def words() -> sa.Text:
    """Text compared by its bytes on both databases."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table, index and trigger."""
    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("complexity", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("corruption", sa.Boolean(), nullable=False),
        sa.Column("against_officials", sa.Boolean(), nullable=False),
        sa.Column("parent", words(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("code", name=op.f("uq_category_code")),
    )
    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("two_way", sa.Boolean(), nullable=False),
        sa.Column("checked", words(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("code", name=op.f("uq_channel_code")),
    )
    op.create_table(
        "counter",
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("book", "year", name=op.f("pk_counter")),
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_holiday")),
    )
    op.create_table(
        "journal_head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "office_facts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("address", words(), nullable=False),
        sa.Column("letter_prefix", words(), nullable=False),
        sa.Column("group_name", words(), nullable=False),
        sa.Column("phone", words(), nullable=False),
        sa.Column("email", words(), nullable=False),
        sa.Column("director_title", words(), nullable=False),
        sa.Column("garuda", sa.Text(), nullable=False),
        sa.Column("garuda_image", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_facts")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", words(), nullable=False),
        sa.Column("username", words(), nullable=False),
        sa.Column("folded", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("name_key", words(), nullable=False),
        sa.Column("position", words(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("password", words(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("folded", name=op.f("uq_person_folded")),
        sa.UniqueConstraint("uid", name=op.f("uq_person_uid")),
    )
    op.create_table(
        "policy",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_policy")),
    )
    op.create_table(
        "save_key",
        sa.Column("key", words(), nullable=False),
        sa.Column("act", words(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_save_key")),
    )
    op.create_table(
        "setting",
        sa.Column("name", words(), nullable=False),
        sa.Column("value", words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "signatory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("position", words(), nullable=False),
        sa.Column("acting_for", words(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatory")),
    )
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("agency", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("code", name=op.f("uq_source_code")),
    )
    op.create_table(
        "stored_file",
        sa.Column("name", words(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stored_file")),
    )
    op.create_table(
        "complaint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", words(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("tracking", words(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("channel_id", sa.Integer(), nullable=False),
        sa.Column("channel_kind", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("registered_by", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("child_danger", sa.Boolean(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("subject", words(), nullable=False),
        sa.Column("subject_key", words(), nullable=False),
        sa.Column("petitioner", words(), nullable=False),
        sa.Column("petitioner_key", words(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_kind", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_complaint_category_id_category")
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"], ["channel.id"], name=op.f("fk_complaint_channel_id_channel")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_complaint_owner_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["registered_by"], ["person.id"], name=op.f("fk_complaint_registered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_complaint_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("tracking", name=op.f("uq_complaint_tracking")),
        sa.UniqueConstraint("uid", name=op.f("uq_complaint_uid")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_complaint_year_running")),
    )
    op.create_index(
        "ix_complaint_due",
        "complaint",
        ["due_at", "id"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_complaint_owner_id_status"), "complaint", ["owner_id", "status"], unique=False
    )
    op.create_index(
        op.f("ix_complaint_petitioner_key_id"), "complaint", ["petitioner_key", "id"], unique=False
    )
    op.create_index(
        op.f("ix_complaint_received_at_id"), "complaint", ["received_at", "id"], unique=False
    )
    op.create_index(op.f("ix_complaint_status_id"), "complaint", ["status", "id"], unique=False)
    op.create_index(
        op.f("ix_complaint_subject_key_id"), "complaint", ["subject_key", "id"], unique=False
    )
    op.create_table(
        "file_chunk",
        sa.Column("name", words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["name"], ["stored_file.name"], name=op.f("fk_file_chunk_name_stored_file")
        ),
        sa.PrimaryKeyConstraint("name", "position", name=op.f("pk_file_chunk")),
    )
    op.create_table(
        "journal",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("act", words(), nullable=False),
        sa.Column("subject", words(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("previous", words(), nullable=False),
        sa.Column("hash", words(), nullable=False),
        sa.Column("signature", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["person.id"], name=op.f("fk_journal_actor_id_person")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_journal")),
        sa.UniqueConstraint("hash", name=op.f("uq_journal_hash")),
    )
    op.create_table(
        "accused",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("post", words(), nullable=False),
        sa.Column("unit", words(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_accused_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_accused_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accused")),
        sa.UniqueConstraint(
            "complaint_id", "position", name=op.f("uq_accused_complaint_id_position")
        ),
    )
    op.create_index(
        op.f("ix_accused_person_id_complaint_id"),
        "accused",
        ["person_id", "complaint_id"],
        unique=False,
    )
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("stored", words(), nullable=False),
        sa.Column("name", words(), nullable=False),
        sa.Column("original", words(), nullable=False),
        sa.Column("media_type", words(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("added_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["added_by"], ["person.id"], name=op.f("fk_attachment_added_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_attachment_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["stored"], ["stored_file.name"], name=op.f("fk_attachment_stored_stored_file")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(
        op.f("ix_attachment_complaint_id"), "attachment", ["complaint_id"], unique=False
    )
    op.create_table(
        "clock",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("first_due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("stopped_at", sa.BigInteger(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_clock_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", "cycle", "kind", name=op.f("pk_clock")),
    )
    op.create_index(op.f("ix_clock_kind_stopped_at"), "clock", ["kind", "stopped_at"], unique=False)
    op.create_table(
        "intake",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("letter_number", words(), nullable=False),
        sa.Column("letter_date", sa.Text(), nullable=True),
        sa.Column("letter_from", words(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("enclosures", words(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("central_number", words(), nullable=False),
        sa.Column("caller_phone", words(), nullable=False),
        sa.Column("call_back_at", sa.BigInteger(), nullable=True),
        sa.Column("read_back", sa.Boolean(), nullable=False),
        sa.Column("statement_signed", sa.Boolean(), nullable=False),
        sa.Column("reference", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_intake_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_intake")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("running", sa.Integer(), nullable=False),
        sa.Column("number", words(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=False),
        sa.Column("recipient", words(), nullable=False),
        sa.Column("salutation", words(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("particular", words(), nullable=False),
        sa.Column("signatory_id", sa.Integer(), nullable=False),
        sa.Column("paragraphs", sa.Text(), nullable=True),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=False),
        sa.Column("pdf", words(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("dispatch", sa.Text(), nullable=True),
        sa.Column("tracking", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_letter_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["person.id"], name=op.f("fk_letter_issued_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["pdf"], ["stored_file.name"], name=op.f("fk_letter_pdf_stored_file")
        ),
        sa.ForeignKeyConstraint(
            ["signatory_id"], ["signatory.id"], name=op.f("fk_letter_signatory_id_signatory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("year", "running", name=op.f("uq_letter_year_running")),
    )
    op.create_index(op.f("ix_letter_complaint_id"), "letter", ["complaint_id"], unique=False)
    op.create_index(op.f("ix_letter_status_id"), "letter", ["status", "id"], unique=False)
    op.create_table(
        "matter",
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("facts", words(), nullable=False),
        sa.Column("place", words(), nullable=False),
        sa.Column("harm", words(), nullable=False),
        sa.Column("remedy", words(), nullable=False),
        sa.Column("evidence", words(), nullable=False),
        sa.Column("late_reason", words(), nullable=False),
        sa.Column("search_form", words(), nullable=False),
        sa.Column("phones", words(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_matter_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("complaint_id", name=op.f("pk_matter")),
    )
    op.create_table(
        "petitioner",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("prefix", words(), nullable=False),
        sa.Column("first", words(), nullable=False),
        sa.Column("last", words(), nullable=False),
        sa.Column("heading", words(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("citizen_id", words(), nullable=False),
        sa.Column("phone", words(), nullable=False),
        sa.Column("phone_digits", words(), nullable=False),
        sa.Column("email", words(), nullable=False),
        sa.Column("house", words(), nullable=False),
        sa.Column("village", words(), nullable=False),
        sa.Column("lane", words(), nullable=False),
        sa.Column("road", words(), nullable=False),
        sa.Column("subdistrict", words(), nullable=False),
        sa.Column("district", words(), nullable=False),
        sa.Column("province", words(), nullable=False),
        sa.Column("postcode", words(), nullable=False),
        sa.Column("wants_secrecy", sa.Boolean(), nullable=False),
        sa.Column("told_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_petitioner_complaint_id_complaint")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_petitioner")),
        sa.UniqueConstraint(
            "complaint_id", "position", name=op.f("uq_petitioner_complaint_id_position")
        ),
    )
    op.create_index(
        op.f("ix_petitioner_phone_digits"), "petitioner", ["phone_digits"], unique=False
    )
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("note", words(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_step_actor_id_person")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["complaint.id"], name=op.f("fk_step_complaint_id_complaint")
        ),
        sa.ForeignKeyConstraint(
            ["sequence"], ["journal.sequence"], name=op.f("fk_step_sequence_journal")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
    op.create_index(
        op.f("ix_step_complaint_id_sequence"), "step", ["complaint_id", "sequence"], unique=False
    )

    dialect = op.get_bind().dialect.name
    for statement in POSTGRESQL if dialect == "postgresql" else SQLITE:
        op.execute(sa.text(statement.replace(":", "\\:")))
