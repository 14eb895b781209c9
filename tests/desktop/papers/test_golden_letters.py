"""Every kind of letter in the shipped wording, as it was looked at and kept."""

from dataclasses import replace
from datetime import date

import golden
import pytest
from office import FACTS, SIGNATORY, bangkok

from desktop.papers.composing import letters_of, memo_of, order_of, stamped_of
from desktop.papers.fonts import open_faces
from desktop.papers.letter import render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.sample import sample_facts
from desktop.papers.stamped import render_stamped
from desktop.papers.words import Words
from desktop.rules.complaint import Secrecy, Urgency
from desktop.rules.letters import Form, LetterKind
from desktop.rules.wording import OfficeWording

DAY = date(2026, 7, 16)
NUMBERS = {
    Form.EXTERNAL: "ศธ ๐๔๙๙๙/123",
    Form.STAMPED: "ศธ ๐๔๙๙๙/124",
    Form.MEMO: "",
    Form.ORDER: "249/2569",
}


def printed(kind: LetterKind, number: str = "", **changes: object) -> bytes:
    """Print a made-up letter of a kind."""
    facts = sample_facts(OfficeWording(kind, 0, {}), FACTS)
    draft = replace(facts.draft, **changes)  # type: ignore[arg-type]
    number = number or NUMBERS[draft.form]
    facts = replace(facts, draft=draft, signatory=SIGNATORY, number=number, dated=DAY)
    faces, words = open_faces(), Words(("ตัวอย่าง",))
    match draft.form:
        case Form.MEMO:
            return render_memo(memo_of(facts), faces, words).pdf
        case Form.ORDER:
            return render_order(order_of(facts, DAY), faces, words).pdf
        case Form.STAMPED:
            return render_stamped(stamped_of(facts), faces, words).pdf
    return render_letters(letters_of(facts), faces, words).pdf


SCHOOLS = "ผู้อำนวยการโรงเรียนบ้านตัวอย่าง\nผู้อำนวยการโรงเรียนวัดตัวอย่าง"
CHOSEN: dict[str, tuple[LetterKind, str, int, dict[str, object]]] = {
    "secret": (LetterKind.EXPLANATION, "ศธ ๐๔๙๙๙/ลับ 7", 1, {"secrecy": Secrecy.SECRET}),
    "circular": (LetterKind.MEETING, "ศธ ๐๔๙๙๙/ว 12", 2, {"recipient": SCHOOLS}),
    "within": (LetterKind.EXPLANATION, "", 1, {"within": bangkok(DAY, 16, 30)}),
    "stamped-reminder": (LetterKind.REMINDER, "", 1, {"stamped": True}),
    "stamped-circular": (
        LetterKind.EXPLANATION,
        "ศธ ๐๔๙๙๙/ว 13",
        2,
        {"stamped": True, "recipient": SCHOOLS, "urgency": Urgency.MOST_URGENT},
    ),
    "secret-memo": (
        LetterKind.MEMO,
        "",
        1,
        {"secrecy": Secrecy.SECRET, "urgency": Urgency.VERY_URGENT},
    ),
}


@pytest.mark.parametrize("kind", LetterKind)
def test_letters_stand_as_they_were_kept(kind: LetterKind) -> None:
    pdf = printed(kind)
    assert len(golden.told(pdf)) == 1
    assert golden.compare(f"letter-{kind.value.replace('_', '-')}", pdf) == []


@pytest.mark.parametrize("name", CHOSEN)
def test_what_the_clerk_chose_of_a_letter_stands_as_it_was_kept(name: str) -> None:
    kind, number, pages, changes = CHOSEN[name]
    pdf = printed(kind, number, **changes)
    assert len(golden.told(pdf)) == pages
    assert golden.compare(f"letter-chosen-{name}", pdf) == []
