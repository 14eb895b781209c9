"""The regulation's measures, each named once; lengths in points from the sheet's lower left.

Cited are the rules of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ and of the typing guidance
annexed to it.
"""

from reportlab.lib.units import cm, mm

PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm
"""A4 (ข้อ ๗๕)."""
LEFT, RIGHT = 3 * cm, 2 * cm
"""Margins: ruler 0-16 cm."""
TOP, BOTTOM = 2.5 * cm, 2 * cm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
CENTRE = PAGE_WIDTH / 2
"""Date and closing begin on the sheet's centre line."""
BODY_SIZE = 16.0
LINE = 20.3
"""Single spacing of TH Sarabun New at 16 pt."""
BEFORE, BEFORE_CLOSING = 6.0, 12.0
"""Space before เรื่อง, เรียน, อ้างถึง, สิ่งที่ส่งมาด้วย and each paragraph; before the closing."""
INDENT = 2.5 * cm
"""First line of each paragraph."""
GARUDA_HEIGHT, GARUDA_TOP = 3 * cm, 1.5 * cm
"""Emblem of an external letter, and its distance from the upper edge."""
SIGNATURE_LINES = 4
"""Enters from the closing to the printed name, and from the position to the owner of the matter."""
PAGE_NUMBER_TOP = 3 * cm
CATCH_WORD_LINES = 3
URGENCY_SIZE = 32.0
"""Speed class: red, not smaller than 32 pt (ข้อ ๒๘)."""
ADDRESS_LEFT = CENTRE + GARUDA_HEIGHT / 2 + 6
"""The sender's block stands right of the emblem."""
CLOSING_LINES = 2
"""Lines of body that must stand on the page of the closing."""
