"""Registering a complaint: through the act, beside the same rows written bare."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.floor import Figure, beside
from bench.registers import LEAD, NOW, desk_of, register
from sqlcipher3 import dbapi2

from db.furnishing import furnish
from db.place import Place
from desktop.acts.registering import RegisterComplaint
from desktop.acts.registering import register as register_complaint
from desktop.demo.cases import invent
from desktop.demo.office import Setting
from desktop.rules.intake_form import IntakeForm
from desktop.rules.reasons import WARNINGS
from desktop.rules.thai.dates import official_date

LIMIT = 10.0
_TABLES = {
    "complaint": "id",
    "matter": "complaint_id",
    "intake": "complaint_id",
    "petitioner": "complaint_id",
    "accused": "complaint_id",
    "clock": "complaint_id",
    "step": "complaint_id",
    "search_words": "complaint_id",
    "save_key": "subject_id",
}
"""Tables that a registration writes, and the column that names the complaint."""
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF")
_Row = tuple[Any, ...]


def commands(setting: Setting, count: int) -> list[RegisterComplaint]:
    """Return what clerks would type for so many complaints that came today."""
    lives = invent(setting, 77, count, official_date(NOW), NOW)
    return [
        RegisterComplaint(
            key=f"key-{number}",
            form=IntakeForm(
                type=life.case.type,
                channel_id=life.case.channel_id,
                source_id=life.case.source_id,
                category_id=life.case.category_id,
                received_at=life.case.received_at,
                matter=life.case.matter,
                petitioners=life.case.petitioners,
                intake=life.case.intake,
                accused=life.case.accused,
            ),
            confirmed=WARNINGS,
        )
        for number, life in enumerate(lives)
    ]


class Bare:
    """Writes the rows of registrations into a copy of the register, and nothing else."""

    def __init__(self, file: Path, registrations: Sequence["Written"]) -> None:
        self._connection = dbapi2.connect(str(file), isolation_level=None)
        for rule in _PRAGMAS:
            self._connection.execute(f"PRAGMA {rule}")
        self._left = iter(registrations)

    def write(self) -> None:
        """Write the next registration in a transaction of its own."""
        execute = self._connection.execute
        written = next(self._left)
        execute("BEGIN IMMEDIATE")
        execute(
            "UPDATE counter SET last = last + 1 WHERE book = 'complaints' AND year = ?",
            (written.year,),
        )
        for statement, row in written.rows:
            execute(statement, row)
        execute("UPDATE journal_head SET sequence = ?, hash = ?", written.head)
        execute("COMMIT")

    def close(self) -> None:
        """Let the copy go."""
        self._connection.close()


class Written:
    """The rows that one registration left behind, in an order that keys allow."""

    def __init__(self, connection: Any, case_id: int) -> None:
        self.rows: list[tuple[str, _Row]] = []
        self.year = connection.execute(
            "SELECT year FROM complaint WHERE id = ?", (case_id,)
        ).fetchone()[0]
        for table, column in _TABLES.items():
            if table == "step":
                told = "sequence IN (SELECT sequence FROM step WHERE complaint_id = ?)"
                self._take(connection, "journal", told, case_id)
            self._take(connection, table, f"{column} = ?", case_id)
        self.head: _Row = next(
            (row[0], row[7]) for statement, row in self.rows if " journal " in statement
        )

    def _take(self, connection: Any, table: str, where: str, case_id: int) -> None:
        if table == "save_key":
            where += " AND act = 'register'"
        for row in connection.execute(f"SELECT * FROM {table} WHERE {where}", (case_id,)):  # noqa: S608
            marks = ",".join("?" * len(row))
            self.rows.append((f"INSERT INTO {table} VALUES ({marks})", tuple(row)))  # noqa: S608


def rehearsed(place: Place, orders: Sequence[RegisterComplaint]) -> list[Written]:
    """Register everything once in a copy, and return the rows that this wrote."""
    room = furnish(place)
    desk = desk_of(room)
    ids = [register_complaint(order, desk, LEAD).case_id for order in orders]
    room.close()
    connection = dbapi2.connect(str(place.file))
    try:
        return [Written(connection, case_id) for case_id in ids]
    finally:
        connection.close()


def figures(folder: Path, times: int = 20, rounds: int = 5, count: int = 1000) -> Iterator[Figure]:
    """Measure registrations into a register that holds some already."""
    room, setting = register(folder / "acts", count)
    room.close()
    places = [Place(folder / name) for name in ("rehearsal", "bare")]
    for place in places:
        shutil.copytree(folder / "acts", place.folder)
    orders = commands(setting, times * rounds + 1)
    written = rehearsed(places[0], orders)
    bare = Bare(places[1].file, written)
    acting = furnish(Place(folder / "acts"))
    desk, left = desk_of(acting), iter(orders)

    def ours() -> None:
        register_complaint(next(left), desk, LEAD)

    name = "registering: the act / the same rows, bare"
    try:
        yield beside(name, LIMIT, ours, bare.write, times=times, rounds=rounds)
    finally:
        acting.close()
        bare.close()
