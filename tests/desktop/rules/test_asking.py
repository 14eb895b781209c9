"""What stands in the search box, as it is understood."""

import pytest
from asking import TODAY, read
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.asking import (
    NOTHING,
    TYPED,
    Asked,
    Misread,
    Mistake,
    Terms,
    gone_on,
    offered,
    read_search,
)
from desktop.rules.complaint import Status
from desktop.rules.thai.searching import NumberAsked

TERMS = Terms(
    {
        "ยุติ": Status.CLOSED,
        "รอผู้ร้อง": Status.WAITING_PETITIONER,
        "รอหน่วยงาน": Status.WAITING_AGENCY,
        "รอสั่งการ": Status.AWAITING_ORDER,
    },
    {"โทรศัพท์": 1, "หนังสือ": 2, "หนังสือจาก ป.ป.ช.": 3},
)


def asked(text: str) -> Asked:
    return read_search(text, TODAY, TERMS)


def days(text: str) -> tuple[str, str]:
    received = asked(text).received
    assert received is not None
    return received[0].isoformat(), received[1].isoformat()


def test_words_are_folded_and_each_is_asked_for() -> None:
    assert read("นํ้าท่วม  เเจ้ง ซอย ๕").words == ("น้ำท่วม", "แจ้ง", "ซอย", "5")
    assert read("  ") == NOTHING


def test_quotes_keep_words_together_and_a_minus_leaves_out() -> None:
    found = read('“ซอย ๕” -ถนน –"บ้าน เลขที่" ม.5-6')
    assert found.words == ("ซอย 5", "ม.5-6")
    assert found.without == ("ถนน", "บ้าน เลขที่")
    assert read('"ไม่ปิดเครื่องหมาย').words == ("ไม่ปิดเครื่องหมาย",)


@pytest.mark.parametrize("typed", ["๐๐๔๒", "0042", "42"])
def test_a_number_may_be_a_complaints_or_a_telephones(typed: str) -> None:
    found = read(typed)
    assert found.number == NumberAsked(42, None)
    assert found.digits == ("" if len(typed) < 4 else "0042")


def test_a_number_beside_words_is_a_word() -> None:
    assert read("ซอย 42").number is None
    assert read("42/2569 สถานะ:").number == NumberAsked(42, 2569)
    assert read("081-234 5678").digits == "0812345678"


def test_a_status_or_channel_is_known_by_part_of_its_name() -> None:
    assert asked("สถานะ:ยุติ").statuses == frozenset({Status.CLOSED})
    waiting = {Status.WAITING_PETITIONER, Status.WAITING_AGENCY, Status.AWAITING_ORDER}
    assert asked("status:รอ").statuses == frozenset(waiting)
    assert asked("สถานะ:หน่วยงาน").statuses == frozenset({Status.WAITING_AGENCY})
    assert asked("สถานะ:ยุติ สถานะ:รอผู้ร้อง").statuses == frozenset(
        {*(Status.CLOSED, Status.WAITING_PETITIONER)}
    )
    assert asked("-สถานะ:ยุติ").statuses == frozenset(Status) - {Status.CLOSED}
    assert asked("ช่อง:หนังสือ").channel_ids == frozenset({2})
    assert asked("ช่องทาง:หนัง").channel_ids == frozenset({2, 3})
    assert asked('-ช่อง:"หนังสือจาก ป.ป.ช."').channel_ids == frozenset({1, 2})


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("วันที่:15/6/2569", ("2026-06-15", "2026-06-15")),
        ("วันที่:๑๕/๖/๖๙", ("2026-06-15", "2026-06-15")),
        ("วันที่:15/6/2026", ("2026-06-15", "2026-06-15")),
        ("วันที่:2026-06-15", ("2026-06-15", "2026-06-15")),
        ("วันที่:วันนี้", ("2026-07-15", "2026-07-15")),
        ("วันที่:6/2569", ("2026-06-01", "2026-06-30")),
        ("วันที่:2/2567", ("2024-02-01", "2024-02-29")),
        ("วันที่:2569", ("2026-01-01", "2026-12-31")),
        ("date:1/6/2569-15/6/2569", ("2026-06-01", "2026-06-15")),
        ("วันที่:5/2569ถึง6/2569", ("2026-05-01", "2026-06-30")),
        ("วันที่:2026-06-01..2026-06-15", ("2026-06-01", "2026-06-15")),
        ('วันที่:"1 มิ.ย. 2569"', ("2026-06-01", "2026-06-01")),
        ("วันที่:1/6/2569..", ("2026-06-01", "2157-12-31")),
        ("วันที่:..1/6/2569", ("1857-01-01", "2026-06-01")),
    ],
)
def test_days_months_and_years_from_one_to_another(typed: str, expected: tuple[str, str]) -> None:
    assert days(typed) == expected


def test_late_by_so_many_days_or_at_all() -> None:
    assert asked("เกิน:").late_days == asked("late:0").late_days == 0
    assert asked("เกิน:๕").late_days == asked('เกิน:"5 วัน"').late_days == 5


@pytest.mark.parametrize(
    ("typed", "mistake"),
    [
        ("สถานะ:", Mistake.NOTHING_AFTER),
        ("ชื่อ:", Mistake.NOTHING_AFTER),
        ("สถานะ:หาย", Mistake.UNKNOWN_STATUS),
        ("ช่อง:นกพิราบ", Mistake.UNKNOWN_CHANNEL),
        ("เกิน:มาก", Mistake.NOT_DAYS),
        ("เกิน:²", Mistake.NOT_DAYS),
        ("เกิน:99999", Mistake.NOT_DAYS),
        ("วันที่:พรุ่งนี้", Mistake.NOT_A_DATE),
        ("วันที่:31/2/2569", Mistake.NOT_A_DATE),
        ("วันที่:13/2569", Mistake.NOT_A_DATE),
        ("วันที่:9999", Mistake.NOT_A_DATE),
        ("วันที่:2026-02-31", Mistake.NOT_A_DATE),
        ("วันที่:15/6/2569-1/6/2569", Mistake.BACKWARDS),
        ("-เกิน:5", Mistake.NOT_EXCLUDABLE),
        ("-วันที่:2569", Mistake.NOT_EXCLUDABLE),
    ],
)
def test_what_cannot_be_asked_is_told_and_the_rest_asked(typed: str, mistake: Mistake) -> None:
    found = asked(f"ถนน {typed}")
    assert found.misread == (Misread(mistake, typed),)
    assert found.words == ("ถนน",)


def test_a_word_with_a_colon_of_its_own_stays_whole() -> None:
    assert read("http://a.go.th 08:30").words == ("http://a.go.th", "08:30")


def test_names_alone_are_asked_among_names() -> None:
    found = read('ชื่อ:สมชาย -name:"ใจ ดี"')
    assert (found.names, found.without_names, found.words) == (("สมชาย",), ("ใจ ดี",), ())


PIECES = [f"{word}:" for words in TYPED.values() for word in words]
TYPEABLE = st.lists(
    st.one_of(
        st.sampled_from(
            [*PIECES, '"', "“", "-", "–", "..", "ถึง", "/", " ", "๕", "2569", "วันนี้", "\0"]
        ),
        st.text(max_size=6),
        st.text(alphabet='กะำิุ่้์ๆเ๑1/:-" ', max_size=8),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=20_000, deadline=None)
@given(TYPEABLE)
def test_nothing_that_can_be_typed_fails(typed: str) -> None:
    found = asked(typed)
    assert all(word == word.strip() and word for word in (*found.words, *found.names))
    if found.received is not None:
        assert found.received[0] <= found.received[1]


@pytest.mark.parametrize(
    ("typed", "ways", "chosen", "then"),
    [
        ("ส", ("สถานะ:",), 0, "สถานะ:"),
        ("ถนน ชื", ("ชื่อ:",), 0, "ถนน ชื่อ:"),
        ("-สถานะ:รอผ", ("สถานะ:รอผู้ร้อง",), 0, "-สถานะ:รอผู้ร้อง "),
        ("ช่อง:ป.ป", ('ช่อง:"หนังสือจาก ป.ป.ช."',), 0, 'ช่อง:"หนังสือจาก ป.ป.ช." '),
        ("ช่อง:หนังสือ", ('ช่อง:"หนังสือจาก ป.ป.ช."',), 0, 'ช่อง:"หนังสือจาก ป.ป.ช." '),
    ],
)
def test_how_a_search_may_go_on(typed: str, ways: tuple[str, ...], chosen: int, then: str) -> None:
    assert offered(typed, TERMS, thai=True) == ways
    assert gone_on(typed, ways[chosen]) == then


def test_nothing_is_offered_after_a_blank_or_what_is_whole() -> None:
    for typed in ("", "ถนน ", "08:30", "สถานะ:ยุติ", "เกิน:", "xyz"):
        assert offered(typed, TERMS, thai=True) == ()
    assert offered("st", TERMS, thai=False) == ("status:",)
