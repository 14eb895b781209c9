"""Unfinished forms in their own file: several are kept at once, each by a thread of its own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.drafts import SqlDrafts
from desktop.ports import Draft

NOW = datetime(2026, 7, 15, 3, tzinfo=UTC)
CLERK, OTHER = 2, 3


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[SqlDrafts]:
    made = SqlDrafts(tmp_path / "ร่าง.sqlite")
    yield made
    made.close()


def test_one_form_is_found_by_its_key_without_its_files(drafts: SqlDrafts) -> None:
    kept = Draft("form 1", "คำร้อง", {"text": "ก"}, NOW)
    for form in (kept, replace(kept, key="form 2")):
        drafts.keep(CLERK, form)
        drafts.keep_file(CLERK, form.key, "a.pdf", b"%PDF")
    assert drafts.one(CLERK, "form 1") == kept
    assert drafts.one(OTHER, "form 1") is None


def test_a_field_of_every_form_is_told_with_the_files_each_keeps(drafts: SqlDrafts) -> None:
    drafts.keep(CLERK, Draft("form 1", "", {"files": "ก", "text": "ข"}, NOW))
    drafts.keep_file(CLERK, "form 1", "a.pdf", b"%PDF")
    drafts.keep(OTHER, Draft("form 1", "", {"files": "ค"}, NOW))
    drafts.keep(OTHER, Draft("form 2", "", {"text": "ง"}, NOW))
    assert set(drafts.every("files")) == {("ก", frozenset({"a.pdf"})), ("ค", frozenset())}


def test_forms_written_at_once_do_not_get_into_each_others_way(drafts: SqlDrafts) -> None:
    def write(form: int) -> None:
        for stroke in range(20):
            drafts.keep(CLERK, Draft(f"form {form}", "", {"text": "ก" * stroke}, NOW))
            assert drafts.left(OTHER) == ()

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(write, range(4)))
    assert {draft.key: draft.fields["text"] for draft in drafts.left(CLERK)} == {
        f"form {form}": "ก" * 19 for form in range(4)
    }
