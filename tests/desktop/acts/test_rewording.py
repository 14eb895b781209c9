import pytest
from fakes import FakeStore

from desktop.acts.rewording import RewordLetter, reword_letter
from desktop.errors import Refusals, Refused
from desktop.ports import Desk
from desktop.rules.letters import LetterKind
from desktop.rules.people import Actor, Role
from desktop.rules.reasons import Reason
from desktop.rules.wording import OfficeWording

ADMIN = Actor(1, "นายดูแล ระบบดี", frozenset({Role.ADMINISTRATOR}))
TEXTS = {"subject": " คืบหน้า {number} ", "body.0": "ความว่า {progress}\nย่อหน้าใหม่"}


def wording(**texts: str) -> OfficeWording:
    return OfficeWording(LetterKind.PROGRESS, 1, TEXTS | texts)


def test_the_offices_wording_is_kept_with_who_and_when_and_may_be_undone(
    store: FakeStore, desk: Desk
) -> None:
    reword_letter(RewordLetter(wording()), desk, ADMIN)
    reword_letter(RewordLetter(OfficeWording(LetterKind.PROGRESS, 1, {})), desk, ADMIN)
    (first, at, by), (second, _at, _by) = store.drawer.wordings
    assert first.texts["subject"] == "คืบหน้า {number}"
    assert (at, by, second.texts) == (store.now, 1, {})
    entry, _hash = store.drawer.journal[-1]
    assert entry.act == "reword_letter"
    assert "คืบหน้า" not in str(entry.facts)


@pytest.mark.parametrize(
    ("texts", "reason", "field"),
    [
        ({"subject": "{nobody}"}, Reason.UNKNOWN_FIELD, "subject"),
        ({"subject": "{wanted}"}, Reason.UNKNOWN_FIELD, "subject"),
        ({"body.0": "{progress} {"}, Reason.ODD_BRACES, "body.0"),
        ({"body.0": "{progress:>9}"}, Reason.ODD_BRACES, "body.0"),
        ({"body.0": "{progress} {}"}, Reason.ODD_BRACES, "body.0"),
        ({"body.0": "ไม่มีอะไร"}, Reason.FIELD_MISSING, None),
        ({"subject": "  "}, Reason.REQUIRED, "subject"),
    ],
)
def test_a_wording_that_would_spoil_a_letter_is_refused_at_its_sentence(
    store: FakeStore, desk: Desk, texts: dict[str, str], reason: Reason, field: str | None
) -> None:
    with pytest.raises(Refusals) as error:
        reword_letter(RewordLetter(wording(**texts)), desk, ADMIN)
    assert (reason, field) in {(one.reason, one.field) for one in error.value.refusals}
    assert store.drawer.wordings == []


def test_only_who_keeps_the_office_words_its_letters(desk: Desk, clerk: Actor) -> None:
    with pytest.raises(Refused) as error:
        reword_letter(RewordLetter(wording()), desk, clerk)
    assert error.value.reason is Reason.NOT_ALLOWED
