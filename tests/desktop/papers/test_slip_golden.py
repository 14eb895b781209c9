"""Slips, forms and sheets as they were looked at and kept: nothing moves unnoticed.

`RENEW_GOLDEN=1` keeps them anew (see tests/golden.py). They are set in the faces that come with
the program, whatever the computer has.
"""

from dataclasses import replace
from datetime import date

import golden
import pytest
from cases import CASE, OFFICE, RECEIVED

from desktop.paper_orders import (
    EnvelopeOrder,
    EnvelopeSize,
    JournalHeadOrder,
    LabelsOrder,
    PaperOrder,
    PetitionOrder,
    PosterOrder,
    PostOrder,
    RoadOrder,
    SlipOrder,
    SlipPaper,
    StampOrder,
    StandardsOrder,
)
from desktop.papers.fonts import open_faces
from desktop.papers.press import ThaiPress
from desktop.rules.catalogue import CHANNELS
from desktop.rules.complaint import ChannelKind, Status, Urgency
from desktop.rules.numbering import ComplaintNumber
from desktop.rules.priority import Priority
from desktop.views import ComplaintRow, JournalHead, Lists

DAY = date(2026, 7, 15)
FILLED = replace(
    CASE,
    channel=replace(CASE.channel, kind=ChannelKind.WALK_IN, name="ด้วยตนเอง"),
    matter=replace(
        CASE.matter,
        place="โรงเรียนบ้านตัวอย่าง",
        harm="นักเรียนชั้น ป.๑ เรียนในห้องไม่ได้",
        remedy="ขอให้ซ่อมหลังคาก่อนเปิดภาคเรียน",
        evidence="ภาพถ่าย ๓ ภาพ\nหนังสือของผู้ใหญ่บ้าน",
    ),
)
PRESS = ThaiPress(open_faces)
POST = PostOrder(
    tuple(
        ComplaintRow(
            n,
            ComplaintNumber(2569, 400 + n),
            DAY,
            subject,
            "นางปราณี สุขใจ",
            "ไปรษณีย์",
            Priority.URGENT if n == 2 else Priority.NORMAL,
            Status.SCREENING,
            "",
            None,
            None,
            None,
            n == 3,
            n == 4,
        )
        for n, subject in enumerate(
            (
                "อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียนชั้นประถมศึกษาปีที่ ๑ ทุกครั้งที่ฝนตก",
                "ครูไม่เข้าสอน",
                "",
                "เก็บเงินเกิน",
            ),
            1,
        )
    ),
    "นางสาวสมหญิง ใจดี",
    "นิติกรปฏิบัติการ",
)
PAPERS: dict[str, PaperOrder] = {
    **{f"slip-{paper.value}": SlipOrder(CASE, paper) for paper in SlipPaper},
    "petition-1": PetitionOrder(FILLED),
    "petition-2": PetitionOrder(CASE),
    **{
        f"envelope-{size.value}": EnvelopeOrder(CASE, size, Urgency.MOST_URGENT)
        for size in EnvelopeSize
    },
    "labels": LabelsOrder(CASE, 5),
    "receipt-stamp": StampOrder(CASE, "a.pdf", PRESS.paper(LabelsOrder(CASE, 5), OFFICE).pdf),
    "poster": PosterOrder(CHANNELS, "", DAY),
    "road": RoadOrder(DAY),
    "standards": StandardsOrder(DAY, Lists((), (), ())),
    "day-post": POST,
    "journal-head": JournalHeadOrder(JournalHead(12345, "0123456789abcdef" * 4), RECEIVED),
}


@pytest.mark.parametrize("name", PAPERS)
def test_papers_stand_as_they_were_kept(name: str) -> None:
    assert golden.compare(name, PRESS.paper(PAPERS[name], OFFICE).pdf) == []


def test_a_word_that_changes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RENEW_GOLDEN", raising=False)
    other = replace(CASE, registered_by="นายอื่น คนใหม่")
    assert golden.compare("slip-a6", PRESS.paper(SlipOrder(other), OFFICE).pdf) != []
