"""Golden papers: every paper of the made-up office stands as it was looked at and kept.

`RENEW_GOLDEN=1` keeps them anew (see tests/golden.py). They are set in the faces that come with the
program, whatever the computer has. The memo is a real office's, kept beside them.
"""

import io
from dataclasses import replace

import golden
import pytest
from made_up import MadeUp
from made_up_papers import PAPERS
from PIL import Image
from pmqa_memo import PMQA_MEMO
from specimens import LETTER

from desktop.paper_orders import SlipOrder
from desktop.papers.fonts import open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.memo import Memo, render_memo
from desktop.papers.words import Words
from desktop.rules.books import OfficeBook
from desktop.rules.office import Garuda

PAGES = {
    **dict.fromkeys(("letter-three-pages", "letter-chosen-circular"), 3),
    **dict.fromkeys(("letter-chosen-stamped-circular", "envelope-c4"), 3),
    **dict.fromkeys(("statement-long-secret", "day-post"), 2),
    "road": 4,
    "sla-report": 9,
    "book-complaints": 3,
    "book-letters_in": 2,
    "book-letters_out": 5,
}
"""Papers of more than a page."""


@pytest.mark.parametrize("name", PAPERS)
def test_papers_stand_as_they_were_kept(name: str, office: MadeUp) -> None:
    pdf = PAPERS[name](office)
    assert len(golden.told(pdf)) == PAGES.get(name, 1)
    assert golden.compare(name, pdf) == []


def letter(one: OfficialLetter) -> bytes:
    return render_letters([one], open_faces(), Words(("ตัวอย่าง",))).pdf


def memo(one: Memo) -> bytes:
    return render_memo(one, open_faces(), Words(("จันทบุรี",))).pdf


def test_the_real_memo_stands_as_it_was_kept() -> None:
    assert len(golden.told(memo(PMQA_MEMO))) == 3
    assert golden.compare("memo", memo(PMQA_MEMO)) == []


def test_a_line_that_moves_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    assert golden.compare("memo", memo(replace(PMQA_MEMO, subject="อื่น"))) != []
    assert golden.compare("memo", memo(replace(PMQA_MEMO, signer=""))) != []
    monkeypatch.setattr("desktop.papers.measures.BEFORE", 7.0)
    assert golden.compare("memo", memo(PMQA_MEMO)) != []


def test_a_word_that_changes_is_noticed(monkeypatch: pytest.MonkeyPatch, office: MadeUp) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    other = replace(office.case("road"), registered_by="นายอื่น คนใหม่")
    assert golden.compare("slip-a6", office.press.paper(SlipOrder(other), office.office).pdf) != []


def test_a_rule_that_moves_is_noticed(monkeypatch: pytest.MonkeyPatch, office: MadeUp) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    monkeypatch.setattr("desktop.papers.register_book._TABLE", 91.5)
    name = f"book-{OfficeBook.POST.value}"
    assert golden.compare(name, PAPERS[name](office)) != []


def test_the_office_image_moves_nothing() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (93, 100), "black").save(picture, "PNG")
    bearing = replace(LETTER, garuda=Garuda.IMAGE, garuda_image=picture.getvalue())
    assert golden.told(letter(bearing)) == golden.told(letter(LETTER))
