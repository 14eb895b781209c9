"""The regulation's measures, each named once; lengths in points from the sheet's lower left.

Cited are the rules (ข้อ, แบบที่) of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ as amended, and
คำอธิบายการพิมพ์หนังสือราชการภาษาไทยด้วยโปรแกรมการพิมพ์ในเครื่องคอมพิวเตอร์ annexed to it ("typing").
"""

from reportlab.lib.units import cm, mm

PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm
"""A4 (ข้อ ๗๕)."""
LEFT, RIGHT = 3 * cm, 2 * cm
"""Margins (typing: ruler 0-16 cm)."""
TOP, BOTTOM = 2.5 * cm, 2 * cm
"""Margins by custom; the typing rules give the sides only."""
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
CENTRE = PAGE_WIDTH / 2
"""Date and closing begin on the sheet's centre line (แบบที่ ๑)."""
BODY_SIZE = 16.0
"""TH SarabunPSK or TH Sarabun New (typing)."""
LINE = 20.3
"""Single spacing (typing) of TH Sarabun New at 16 pt: one Enter."""
LOWEST = BOTTOM + 5.6
"""Baseline of the last line of a page: what hangs below it stays out of the margin."""
BEFORE, BEFORE_CLOSING = 6.0, 12.0
"""Space before เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย and each paragraph; before the closing (typing)."""
INDENT = 2.5 * cm
"""First line of each paragraph (typing)."""
GARUDA_HEIGHT, GARUDA_TOP = 3 * cm, 1.5 * cm
"""Emblem of an external letter (ข้อ ๗๑, แบบที่ ๒๖), and its distance from the upper edge."""
SIGNATURE_LINES = 4
"""Enters from the closing to the printed name, and from the position to the owner of the matter."""
CLOSEST_LINES = 2
"""Enters at least between the position and the owner of the matter, where a page is full."""
PAGE_NUMBER_TOP = 3 * cm
"""From the upper edge to the number of the second page and those after it (typing)."""
CATCH_WORD_LINES = 3
"""Lines below a page's last at which the next page's first words stand."""
URGENCY_SIZE = 32.0
URGENCY_PITCH = 28.0
"""Speed class: red, not smaller than 32 pt (ข้อ ๒๘)."""
SPEED_ABOVE = LINE * 1.3
"""From a letter's number up to its speed class."""
ADDRESS_LEFT = CENTRE + GARUDA_HEIGHT / 2 + 6
"""The sender's block stands right of the emblem (แบบที่ ๑)."""
CLOSING_LINES = 2
"""Lines of body that must stand on the page of the closing."""
MEMO_GARUDA = 1.5 * cm
"""Emblem of a memo, at the left margin (ข้อ ๗๑)."""
TITLE_SIZE, TITLE_PITCH = 29.0, 35.0
"""บันทึกข้อความ: bold, and exactly so far from the line below it (typing)."""
TITLE_TOP = GARUDA_TOP + MEMO_GARUDA - 4
"""From the upper edge to the title's baseline, by the emblem's feet."""
LABEL_SIZE = 20.0
"""ส่วนราชการ, ที่, วันที่ and เรื่อง of a memo: bold (typing)."""
LABEL_LINE = LINE * LABEL_SIZE / BODY_SIZE
"""Single spacing at the labels' size."""
SECRECY_SIZE = 24.0
"""Secrecy class: red, larger than the text, centred at the top and bottom of every page."""
SECRECY_EDGE = 24.0
"""From the edge to its baseline, clear of what printers cannot reach."""
COPY_TOP = GARUDA_TOP - 4
"""From the upper edge to the word สำเนา above the first line (ข้อ ๓๑)."""
FILE_COPY_WIDTH = 6 * cm
"""ร่าง, พิมพ์ and ตรวจ at the lower right of the office's own copy (ข้อ ๓๐)."""
CERTIFIED_LINES = 2
"""Lines left free between สำเนาถูกต้อง and the certifier's name, to sign in."""
LABEL_BESIDE = 5.0
"""From a memo's label to its words, and from the number's leader to the date."""
MARK_BESIDE = 6.0
"""From a point's mark to its words."""
SEPARATOR = 4 * cm
"""The line between an order's head and its words (แบบที่ ๔)."""
ORDER_DATE_LEFT = LEFT + 2 * INDENT
"""Where สั่ง ณ วันที่ begins."""
