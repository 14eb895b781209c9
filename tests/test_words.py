"""The catalogues hold every word the program says, and nothing else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import resources
from desktop.errors import Refused
from desktop.rules.clocks import Unit
from desktop.rules.reasons import Reason
from desktop.wording import set_language
from desktop.wording.amounts import amount_words
from desktop.wording.refusals import SENTENCES, sentence

ROOT = Path(__file__).resolve().parents[1]
KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
}
FIELD = re.compile(r"\{(\w*)\}")

COUNTED = re.compile(r"\{(?!keys|theirs|ours)(count|length|most|limit|total|\w*s)\}( \w+)? \w+s\b")
"""A number of things, in English as there are many."""
MANY = {
    "A merger can be undone within {days} days.",
    "A table of Excel holds at most {limit} lines. Choose fewer complaints, or save as CSV.",
    "At most {most} files can be added at once.",
    "Complaint {own} is merged into {number}; it can be undone within {days} days.",
    "Drafts for signing, {count} letters",
    "It can be undone within {days} days.",
    "{count} complaints are found; choose one of them.",
    "{count} dots wide",
    "{count} of {limit} characters",
    "{dots} dots per inch",
    "{length} characters are too many; at most {limit}. Shorten it or attach it as a file.",
}
"""Messages of numbers that are never one."""

Key = tuple[str, str | None]


def gathered() -> dict[Key, str]:
    found: dict[Key, str] = {}
    for room in ("desktop", "ui"):
        messages = extract_from_dir(
            str(ROOT / room),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
        )
        for file, _line, message, _comments, context in messages:
            one = message if isinstance(message, str) else message[0]
            found[one, context] = f"{room}/{file}"
    return found


def translated(language: str) -> dict[Key, str]:
    with resources.path("translations", f"{language}.po").open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language)
    found: dict[Key, str] = {}
    for message in catalogue:
        if not message.id:
            continue
        one = message.id if isinstance(message.id, str) else message.id[0]
        string = message.string
        words = string if isinstance(string, str) else (string or ("",))[0]
        found[one, message.context] = words
    return found


@pytest.fixture(scope="module")
def said() -> dict[Key, str]:
    return gathered()


@pytest.fixture(scope="module")
def thai() -> dict[Key, str]:
    return translated("th")


def test_every_message_has_its_thai(said: dict[Key, str], thai: dict[Key, str]) -> None:
    assert len(said) > 300
    assert {key: where for key, where in said.items() if not thai.get(key)} == {}


def test_no_translation_is_left_over(said: dict[Key, str], thai: dict[Key, str]) -> None:
    ours = {key for key in thai if not (key[1] or "").startswith("Qt/")}
    assert ours - said.keys() == set()


def test_fields_are_the_same_on_both_sides(thai: dict[Key, str]) -> None:
    differing = {
        key: words
        for key, words in thai.items()
        if set(FIELD.findall(key[0])) != set(FIELD.findall(words))
    }
    assert differing == {}


def test_what_is_counted_has_its_singular_too() -> None:
    found = {message for room in ("desktop", "ui") for message in _without_singular(room)}
    assert found == MANY


def _without_singular(room: str) -> Iterator[str]:
    every = extract_from_dir(str(ROOT / room), method_map=[("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, _context in every:
        if isinstance(message, str) and COUNTED.search(message):
            yield message


def test_one_is_not_said_as_if_it_were_many() -> None:
    set_language("en")
    try:
        for unit, name in ((Unit.WORKING_DAYS, "working day"), (Unit.CALENDAR_DAYS, "day")):
            assert amount_words(1, unit) == f"1 {name}"
            assert amount_words(2, unit) == f"2 {name}s"
    finally:
        set_language("th")
    assert amount_words(1, Unit.WORKING_DAYS) == "1 วันทำการ"


def test_thai_is_thai(thai: dict[Key, str]) -> None:
    assert [w for w in thai.values() if not re.search("[ก-๙]", w) and w != "LINE"] == []


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_has_its_sentence(reason: Reason, language: str) -> None:
    fields = dict.fromkeys(FIELD.findall(SENTENCES[reason]), "7")
    if "status" in fields:
        fields["status"] = "closed"
    if "letter" in fields:
        fields["letter"] = "result"
    set_language(language)
    try:
        assert sentence(Refused(reason, **fields))
    finally:
        set_language("th")
