"""An older register's channels keep their words, and learn how often they are looked at."""

from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from older_register import first_shape

from db import tables as t
from db import upgrade
from db.engine import open_migrating
from db.furnishing import furnish
from db.place import Place
from desktop.rules.catalogue import CheckEvery

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
SAID = {
    "box": ("สัปดาห์ละ ๑ ครั้ง", CheckEvery.WEEK),
    "media": ("ทุกวัน", CheckEvery.DAY),
    "field": ("", CheckEvery.NEVER),
    "mail": ("เมื่อว่าง", CheckEvery.NEVER),
    "desk": ("ทุกครั้งที่มีผู้ร้อง", CheckEvery.ARRIVAL),
    "letters": ("ทุกวันทำการ", CheckEvery.WORKDAY),
}


def test_how_often_a_channel_is_looked_at_is_read_from_its_words(tmp_path: Path) -> None:
    place = Place(tmp_path / "ทะเบียน")
    first_shape(place)
    engine = open_migrating(place)
    with engine.begin() as connection:
        for code, (said, _) in SAID.items():
            connection.exec_driver_sql(
                "INSERT INTO channel (code, name, kind, two_way, checked, stance, active) "
                "VALUES (?, ?, 'other', 0, ?, 'passive', 1)",
                (code, code, said),
            )
    engine.dispose()
    assert upgrade.upgrade(place, NOW) is not None
    room = furnish(place)
    channel = t.channel.c
    with room.writing.begin() as connection:
        asked = sa.select(channel.code, channel.checked, channel.every)
        found = {code: (said, every) for code, said, every in connection.execute(asked)}
        assert connection.scalar(sa.select(sa.func.count()).select_from(t.interest)) == 0
    room.close()
    assert {code: found[code] for code in SAID} == SAID
