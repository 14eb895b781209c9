"""Word files for tests: looked into, and changed as somebody with a word processor would."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import docx
from lxml import etree
from office import FACTS, SIGNATORY

from desktop.exchange.word_marks import COMPLAINT, DRAFT, KIND
from desktop.papers.memo import Memo
from desktop.papers.model import Heading, Item, TableBlock, TableColumn
from desktop.rules.corrections import LetterMark
from desktop.rules.letters import LetterKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
OURS = {COMPLAINT, KIND, DRAFT}
MARK = LetterMark("42/2569", LetterKind.RESULT, "ร่างนี้")
DAY = date(2026, 7, 16)
MEMO = Memo(
    office=f"{FACTS.name} {FACTS.group}",
    number="",
    dated=DAY,
    subject="ขออนุมัติ",
    salutation="เรียน",
    recipient="ผู้อำนวยการ",
    body=(
        Heading("เรื่องเดิม"),
        "ย่อหน้าแรก\nบรรทัดที่ขึ้นเอง",
        Item("ก)", "จุดแรก"),
        TableBlock((TableColumn("ที่", 0.2, "centre"), TableColumn("รายการ")), (("๑", "เอกสาร"),)),
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    signer=SIGNATORY.name,
    position=SIGNATORY.position,
    urgency="ด่วน",
)


def opened(content: bytes) -> Any:
    """Open a Word file by the library."""
    return docx.Document(io.BytesIO(content))


def part_of(content: bytes, name: str = MAIN) -> bytes:
    """Return a part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return parts.read(name)


def root_of(content: bytes, name: str = MAIN) -> Any:
    return etree.fromstring(part_of(content, name))


def written(root: Any) -> bytes:
    return bytes(etree.tostring(root))


def with_parts(content: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return a Word file with parts put in place of its own, added, or taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def edited(content: bytes, edit: Callable[[str], str]) -> bytes:
    """Return a Word file with its text's XML changed; a change that changes nothing fails."""
    before = part_of(content).decode()
    after = edit(before)
    assert after != before
    return with_parts(content, {MAIN: after.encode()})


def body_inserted(content: bytes, xml: str, after: str) -> bytes:
    """Put XML after the paragraph that says something."""

    def put(text: str) -> str:
        place = text.index("</w:p>", text.index(after)) + len("</w:p>")
        return text[:place] + xml + text[place:]

    return edited(content, put)


def shown(content: bytes) -> str:
    """Return all words of the first page's parts and the text, blanks left out."""
    texts = [node.text or "" for node in root_of(content).iter(f"{W}t")]
    return re.sub(r"\s", "", "".join(texts))


def paragraph(text: str, inside: str = "") -> str:
    return f"<w:p>{inside}<w:r><w:t>{text}</w:t></w:r></w:p>"
