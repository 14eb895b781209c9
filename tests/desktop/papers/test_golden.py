"""Papers as they were looked at and kept: nothing moves unnoticed.

`RENEW_GOLDEN=1` keeps them anew (see tests/golden.py). They are set in the faces that come with
the program, whatever the computer has.
"""

import io
from collections.abc import Callable
from dataclasses import replace

import golden
import pytest
from PIL import Image
from pmqa_memo import PMQA_MEMO
from specimens import LETTER, LONG, ORDER, STAMPED

from desktop.papers.fonts import open_faces
from desktop.papers.letter import OfficialLetter, render_letters
from desktop.papers.memo import render_memo
from desktop.papers.order import render_order
from desktop.papers.stamped import render_stamped
from desktop.papers.words import Words
from desktop.rules.office import Garuda


def letter(one: OfficialLetter) -> bytes:
    return render_letters([one], open_faces(), Words(("ตัวอย่าง",))).pdf


PAPERS: dict[str, tuple[Callable[[], bytes], int]] = {
    "letter": (lambda: letter(LETTER), 1),
    "letter-three-pages": (lambda: letter(LONG), 3),
    "memo": (lambda: render_memo(PMQA_MEMO, open_faces(), Words(("จันทบุรี",))).pdf, 3),
    "order": (lambda: render_order(ORDER, open_faces(), Words(("ตัวอย่าง",))).pdf, 1),
    "stamped": (lambda: render_stamped([STAMPED], open_faces(), Words(("ตัวอย่าง",))).pdf, 1),
}


@pytest.mark.parametrize("name", PAPERS)
def test_papers_stand_as_they_were_kept(name: str) -> None:
    print_it, pages = PAPERS[name]
    pdf = print_it()
    assert len(golden.told(pdf)) == pages
    assert golden.compare(name, pdf) == []


def test_a_line_that_moves_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    assert golden.compare("letter", letter(replace(LETTER, subject="อื่น"))) != []
    assert golden.compare("letter", letter(replace(LETTER, references=()))) != []
    monkeypatch.setattr("desktop.papers.measures.BEFORE", 7.0)
    assert golden.compare("letter", letter(LETTER)) != []


def test_the_office_image_moves_nothing() -> None:
    picture = io.BytesIO()
    Image.new("RGB", (93, 100), "black").save(picture, "PNG")
    bearing = replace(LETTER, garuda=Garuda.IMAGE, garuda_image=picture.getvalue())
    assert golden.told(letter(bearing)) == golden.told(letter(LETTER))
