"""Every kind of letter in the shipped wording, as it was looked at and kept."""

from dataclasses import replace
from datetime import date

import golden
import pytest
from office import FACTS, SIGNATORY

from desktop.papers.composing import letter_of, memo_of, order_of
from desktop.papers.fonts import open_faces
from desktop.papers.letter import render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.sample import sample_facts
from desktop.papers.words import Words
from desktop.rules.letters import SPECS, Form, LetterKind
from desktop.rules.wording import OfficeWording

DAY = date(2026, 7, 16)
NUMBERS = {Form.EXTERNAL: "ศธ ๐๔๙๙๙/123", Form.MEMO: "", Form.ORDER: "249/2569"}


def printed(kind: LetterKind) -> bytes:
    """Print a made-up letter of a kind."""
    form = SPECS[kind].form
    shipped = OfficeWording(kind, 0, {})
    facts = replace(
        sample_facts(shipped, FACTS), signatory=SIGNATORY, number=NUMBERS[form], dated=DAY
    )
    faces, words = open_faces(), Words(("ตัวอย่าง",))
    if form is Form.MEMO:
        return render_memo(memo_of(facts), faces, words).pdf
    if form is Form.ORDER:
        return render_order(order_of(facts, DAY), faces, words).pdf
    return render_letters([letter_of(facts)], faces, words).pdf


@pytest.mark.parametrize("kind", LetterKind)
def test_letters_stand_as_they_were_kept(kind: LetterKind) -> None:
    pdf = printed(kind)
    assert len(golden.told(pdf)) == 1
    assert golden.compare(f"letter-{kind.value.replace('_', '-')}", pdf) == []
