"""Bodies of every mixture: nothing is lost, overprinted or below the margin where pages turn."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from paper import Run, lines_of
from pmqa_memo import PMQA_MEMO
from specimens import LETTER, MATTER, ORDER, STAMPED

from desktop.papers import measures as m
from desktop.papers.fonts import open_faces
from desktop.papers.letter import render_letters
from desktop.papers.memo import render_memo
from desktop.papers.model import Block, Heading, Item, Paragraph, TableBlock, TableColumn
from desktop.papers.order import render_order
from desktop.papers.sheet import Rendered
from desktop.papers.stamped import render_stamped
from desktop.papers.words import Words

WORDS = MATTER.split(" ")
COLUMNS = (TableColumn("ก", 1, "centre"), TableColumn("ข", 2), TableColumn("ค", 1.5, "right"))


def text(chance: random.Random, most: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def block(chance: random.Random) -> str | Block:
    kind = chance.randrange(8)
    if kind == 0:
        return Heading(text(chance, 2))
    if kind in {1, 2}:
        return Item(chance.choice(("๑.", "(ก)", "๑๐.")), text(chance, 12))
    if kind == 3:
        rows = [tuple(text(chance, 9) for _ in COLUMNS) for _ in range(chance.randint(1, 9))]
        return TableBlock(COLUMNS, tuple(rows))
    if kind == 4:
        return Paragraph(text(chance, 20) + "\n" + text(chance, 20), chance.choice((0.0, m.INDENT)))
    return text(chance, 40)


def told(body: tuple[str | Block, ...]) -> int:
    """Count the letters of a body, its tables' heads left out: they are repeated."""
    texts: list[str] = []
    for one in body:
        if isinstance(one, TableBlock):
            texts += [cell for row in one.rows for cell in row]
        elif isinstance(one, str):
            texts.append(one)
        else:
            texts.append(f"{one.mark}{one.text}" if isinstance(one, Item) else one.text)
    return len(re.sub(r"\s", "", "".join(texts)))


def printed(kind: int, body: tuple[str | Block, ...], **own: Any) -> Rendered:
    faces, words = open_faces(), Words()
    if kind == 0:
        return render_letters([replace(LETTER, paragraphs=body, **own)], faces, words)
    if kind == 1:
        return render_order(replace(ORDER, body=body, **own), faces, words)
    if kind == 2:
        return render_stamped([replace(STAMPED, body=body, **own)], faces, words)
    return render_memo(replace(PMQA_MEMO, body=body, **own), faces, words)


def proper(rendered: Rendered) -> Iterator[list[Run]]:
    """Yield each page's lines but for what is there because it is a page."""
    for page in range(rendered.pages):
        lines = lines_of(rendered.pdf, page)
        assert page == 0 or any(line[3].startswith("-") for line in lines[:2])
        yield [line for line in lines if not re.fullmatch(r"ลับ|-[๐-๙]+-|กขค|/.+\.\.\.", line[3])]


@pytest.mark.parametrize("seed", range(40))
def test_every_mixture_is_set_whole_and_clear(seed: int) -> None:
    chance = random.Random(seed)
    body = tuple(block(chance) for _ in range(chance.randint(1, 14)))
    kind = seed % 4
    own = {"secrecy": chance.choice(("", "ลับ"))}
    letters = 0
    for lines in proper(printed(kind, body, **own)):
        letters += sum(len(line[3]) for line in lines)
        for left, right, baseline, said in lines:
            assert baseline >= m.LOWEST - 1, said
            assert left >= m.LEFT - 1, said
            assert right <= m.PAGE_WIDTH - m.RIGHT + 1, said
        inner = [line for line in lines if line[0] < m.CENTRE]
        for above, below in pairwise(inner):
            assert above[2] - below[2] >= m.LINE - 1.1, (above[3], below[3])
    [empty] = proper(printed(kind, ("",), **own))
    assert letters == told(body) + sum(len(line[3]) for line in empty)
