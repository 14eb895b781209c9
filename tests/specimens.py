"""Papers made up for tests: one of each form, as an office would write it."""

from dataclasses import replace
from datetime import date

from office import FACTS, SIGNATORY, bangkok

from desktop.papers.letter import OfficialLetter
from desktop.papers.model import Enclosure, Item
from desktop.papers.order import Order
from desktop.papers.petition_form import PetitionFacts
from desktop.papers.stamped import StampedLetter
from desktop.rules.complaint import Address

MATTER = (
    "ด้วยกลุ่มกฎหมายและคดีได้รับเรื่องร้องเรียนจากผู้ปกครองนักเรียนโรงเรียนบ้านตัวอย่าง "
    "เกี่ยวกับอาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียนทุกครั้งที่ฝนตกหนัก "
    "ครูและนักเรียนต้องช่วยกันขนย้ายโต๊ะเก้าอี้ ทำให้เสียเวลาเรียนเป็นประจำทุกปี"
)
LETTER = OfficialLetter(
    number="ศธ ๐๔๙๙๙/123",
    office=FACTS.name,
    address=tuple(FACTS.address.splitlines()),
    dated=date(2026, 7, 16),
    subject="ขอให้ชี้แจงข้อเท็จจริงกรณีอาคารเรียนหลังคารั่ว",
    salutation="เรียน",
    recipient="ผู้อำนวยการโรงเรียนบ้านตัวอย่าง",
    paragraphs=(MATTER, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    signer=SIGNATORY.name,
    position=SIGNATORY.position,
    unit=FACTS.group,
    phone=FACTS.phone,
    email=FACTS.email,
    references=("หนังสือโรงเรียนบ้านตัวอย่าง ที่ ศธ ๐๔๙๙๙.๐๑/๑๒ ลงวันที่ ๑ กรกฎาคม ๒๕๖๙",),
    enclosures=(
        Enclosure("สำเนาหนังสือร้องเรียน", "จำนวน ๑ ฉบับ"),
        Enclosure("ภาพถ่ายอาคารเรียน", "จำนวน ๑๒ แผ่น"),
    ),
)
LONG = replace(
    LETTER,
    paragraphs=(*(f"{MATTER} {MATTER}" for _ in range(9)), "จึงเรียนมาเพื่อโปรดพิจารณา"),
    urgency="ด่วนที่สุด",
    secrecy="ลับ",
    copies_to="นายอำเภอเมืองตัวอย่าง",
    acting_for="ปฏิบัติราชการแทน เลขาธิการ",
)
ORDER = Order(
    office=FACTS.name,
    number="249",
    year=2566,
    subject="แต่งตั้งคณะกรรมการสืบสวนข้อเท็จจริง",
    body=(
        MATTER,
        Item("๑.", "นายสมคิด ตั้งมั่น  ประธานกรรมการ"),
        Item("๒.", "นางวิภา นำทาง  กรรมการและเลขานุการ"),
    ),
    dated=date(2023, 8, 15),
    signer=SIGNATORY.name,
    position=SIGNATORY.position,
    effective_from=date(2023, 8, 15),
)
STAMPED = StampedLetter(
    number="ศธ ๐๔๙๙๙/45",
    to="โรงเรียนบ้านตัวอย่าง",
    body=(MATTER, "จึงแจ้งมาเพื่อทราบ"),
    office=FACTS.name,
    dated=date(2026, 7, 16),
    unit=FACTS.group,
    phone=FACTS.phone,
    email=FACTS.email,
)
PETITION = PetitionFacts(
    by_phone=False,
    office=FACTS.name,
    addressee=FACTS.director_title,
    number="410/2569",
    received_at=bangkok(date(2026, 7, 15), 10, 38),
    subject="อาคารเรียนหลังคารั่ว น้ำท่วมห้องเรียน",
    receiver="นางสาวสมหญิง ใจดี",
    petitioner="นางปราณี สุขใจ",
    signer="นางปราณี สุขใจ",
    address=Address("๑๒/๓", "๔", "", "ท่าแฉลบ", "มะขาม", "มะขาม", "จันทบุรี", "๒๒๑๕๐"),
    phone="๐๘ ๑๒๓๔ ๕๖๗๘",
    citizen_id="๑ ๒๓๔๕ ๖๗๘๙๐ ๑๒ ๓",
    facts="ฝนตกหนักน้ำเข้าห้องเรียน\nนักเรียนต้องยกโต๊ะหนี",
    place="โรงเรียนบ้านตัวอย่าง",
    remedy="ซ่อมหลังคา",
    evidence="ภาพถ่าย ๓ ภาพ\nหนังสือของผู้ใหญ่บ้าน",
)
