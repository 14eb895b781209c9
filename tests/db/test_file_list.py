"""The list of files on both databases: in any order, found, and silent of what is closed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from clock import Clock
from office import acknowledgement_to, bangkok, form

from desktop.acts.attaching import AttachFiles, AttachScan, NewFile, attach, attach_scan
from desktop.acts.classifying import Classify, classify
from desktop.acts.corresponding import IssueLetter, issue
from desktop.acts.exporting_files import files_out
from desktop.acts.registering import RegisterComplaint, register
from desktop.errors import Refused
from desktop.ports import Desk
from desktop.rules.complaint import Accused, Secrecy
from desktop.rules.media import FileKind, kind_of
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.thai.sorting import sort_key
from desktop.views.files import FileQuery, FileRow, FileSort

PNG, PDF, SOUND = b"\x89PNG\r\n\x1a\nx", b"%PDF-1.4 x", b"ID3x"
NAMES = {
    "น้ำท่วม ๑.png": PNG,
    "เก้าอี้.pdf": PDF + b"long" * 600,
    "แก้ว 2.mp3": SOUND,
    "กอไผ่.docx": b"PK\x03\x04",
}
SEALED, SECRET, AGAINST, SIGNED = "ปกปิด.pdf", "ลับ.pdf", "ถูกร้อง.pdf", "ลงนามลับ.pdf"
REGISTRAR = Actor(3, "นางวิภา นำทาง", frozenset({Role.SECRET_REGISTRAR, Role.DIRECTOR}))


@pytest.fixture
def filled(desk: Desk, clerk: Actor, owner: Actor, clock: Clock) -> None:
    """Files of open, sealed and secret complaints, one against the owner, and a secret letter."""
    ids = []
    about = (Accused("นายวิชัย", person_id=owner.person_id),)
    for place in range(4):
        made = form(
            bangkok(date(2026, 7, 15), 8),
            restricted=place == 1,
            accused=about if place == 3 else (),
        )
        ids.append(register(RegisterComplaint(f"k{place}", made), desk, clerk).case_id)
    for name, content in NAMES.items():
        clock.pass_time(minutes=2)
        attach(AttachFiles(ids[0], (NewFile(name, content),)), desk, clerk)
    for case_id, name in zip(ids[1:], (SEALED, SECRET, AGAINST), strict=True):
        attach(AttachFiles(case_id, (NewFile(name, PDF),)), desk, clerk)
    classify(Classify(ids[2], Secrecy.SECRET, "ผอ.", "เหตุ"), desk, REGISTRAR)
    draft = replace(acknowledgement_to(ids[0]), secrecy=Secrecy.SECRET)
    letter = issue(IssueLetter("s", draft), desk, REGISTRAR).letter_id
    attach_scan(AttachScan(letter, (NewFile(SIGNED, PDF),)), desk, REGISTRAR)


def rows(desk: Desk, actor: Actor, query: FileQuery = FileQuery()) -> list[FileRow]:  # noqa: B008
    ids = desk.reading.file_ids(actor, query)
    found = list(desk.reading.file_rows(actor, ids))
    assert [row.id for row in found] == list(ids)
    return found


def names(desk: Desk, actor: Actor, query: FileQuery) -> list[str]:
    return [row.name for row in rows(desk, actor, query)]


@pytest.mark.usefixtures("filled")
def test_only_files_of_what_one_may_open_are_there_in_lines_and_counts(
    desk: Desk, clerk: Actor, owner: Actor, admin: Actor
) -> None:
    # Who registered a sealed one may open it; the secret one is no longer hers.
    everybodys = set(NAMES)
    for actor, seen in (
        (owner, everybodys),
        (clerk, everybodys | {SEALED, AGAINST}),
        (REGISTRAR, everybodys | {SEALED, SECRET, AGAINST, SIGNED}),
    ):
        found = rows(desk, actor)
        assert {row.name for row in found} == seen
        assert len(found) == len(seen)
        assert names(desk, actor, FileQuery(words="ลับ")) == [
            name for name in (SIGNED, SECRET) if name in seen
        ]
        for row in found:
            (listed,) = (
                file
                for file in desk.reading.case(actor, row.complaint_id).files
                if file.id == row.id
            )
            assert (listed.name, listed.size, listed.added_at, listed.added_by) == (
                row.name,
                row.size,
                row.added_at,
                row.added_by,
            )
    closed = [row.id for row in rows(desk, REGISTRAR) if row.name not in everybodys]
    assert desk.reading.file_rows(owner, closed) == []
    for ask in (
        lambda: desk.reading.file_ids(admin, FileQuery()),
        lambda: desk.reading.file_rows(admin, [1]),
    ):
        with pytest.raises(Refused) as error:
            ask()
        assert error.value.reason is Reason.NOT_VISIBLE


@pytest.mark.usefixtures("filled")
def test_every_column_sorts_both_ways(desk: Desk) -> None:
    everything = {row.id for row in rows(desk, REGISTRAR)}
    for sort in FileSort:
        for down in (False, True):
            query = FileQuery(sort=sort, descending=down)
            found = rows(desk, REGISTRAR, query)
            assert {row.id for row in found} == everything
            assert list(desk.reading.file_ids(REGISTRAR, query, 3)) == [row.id for row in found[:3]]
            by: dict[FileSort, list[Any]] = {
                FileSort.ADDED: [row.added_at for row in found],
                FileSort.NAME: [sort_key(row.name) for row in found],
                FileSort.KIND: [list(FileKind).index(kind_of(row.media_type)) for row in found],
                FileSort.SIZE: [row.size for row in found],
                FileSort.BY: [sort_key(row.added_by) for row in found],
                FileSort.COMPLAINT: [row.number.running for row in found],
                FileSort.SUBJECT: [sort_key(row.subject) for row in found],
            }
            assert by[sort] == sorted(by[sort], reverse=down), sort


@pytest.mark.usefixtures("filled")
def test_files_are_found_by_name_number_kind_and_who_added_them(desk: Desk, clerk: Actor) -> None:
    for words, found in (
        ("น้ำ", ["น้ำท่วม ๑.png"]),
        ("1.PNG", ["น้ำท่วม ๑.png"]),
        ("แก้ว ๒", ["แก้ว 2.mp3"]),
        ("๒/2569", [SEALED]),
        ("%", []),
    ):
        assert names(desk, clerk, FileQuery(words=words)) == found, words
    kinds = {kind: names(desk, clerk, FileQuery(kind=kind)) for kind in FileKind}
    assert kinds[FileKind.PICTURE] == ["น้ำท่วม ๑.png"]
    assert kinds[FileKind.SOUND] == ["แก้ว 2.mp3"]
    assert kinds[FileKind.OTHER] == ["กอไผ่.docx"]
    assert sum(map(len, kinds.values())) == len(rows(desk, clerk))
    assert names(desk, REGISTRAR, FileQuery(person_id=REGISTRAR.person_id)) == [SIGNED]


@pytest.mark.usefixtures("filled")
def test_of_what_is_secret_no_name_leaves_and_what_is_sealed_is_noted(desk: Desk) -> None:
    found = rows(desk, REGISTRAR)
    out = files_out(desk, REGISTRAR, [row.id for row in found])
    left = {row.id: row.name for row in out.rows}
    assert {row.name for row in found if not left[row.id]} == {SECRET, SIGNED}
    assert set(out.withheld) == {row.id for row in found if row.name in (SECRET, SIGNED)}
    # A sealed complaint of which a name leaves is one that was looked at.
    assert 2 in out.opened
