"""How a matter was brought, as a letter says it: a channel's name alone is no Thai."""

from collections.abc import Mapping

_SAID: Mapping[str, str] = {
    "หนังสือ/ไปรษณีย์": "โดยหนังสือ",
    "ด้วยตนเอง": "ด้วยตนเอง",
    "โทรศัพท์เคลื่อนที่ของผู้บริหาร": "โดยทางโทรศัพท์",
    "QR/แบบฟอร์มออนไลน์": "โดยทางแบบฟอร์มออนไลน์",
    "ตู้รับเรื่องร้องเรียน": "ผ่านตู้รับเรื่องร้องเรียน",
    "ตู้ ปณ.": "โดยทางตู้ ปณ.",
    "ศูนย์บริการประชาชน": "ที่ศูนย์บริการประชาชน",
    "ผู้รับฟังความคิดเห็นของหน่วยงาน": "ผ่านผู้รับฟังความคิดเห็นของหน่วยงาน",
    "สปน. ๑๑๑๑": "ผ่าน สปน. ๑๑๑๑",
    "ศูนย์ดำรงธรรม ๑๕๖๗": "ผ่านศูนย์ดำรงธรรม ๑๕๖๗",
    "สื่อ/โซเชียล": "ผ่านสื่อสังคมออนไลน์",
    "ลงพื้นที่/สำรวจ": "ในคราวที่เจ้าหน้าที่ลงพื้นที่",
}
"""The shipped channels that do not read well after "โดยทาง"."""
_THAI = range(0x0E00, 0x0E80)


def manner_of(channel: str) -> str:
    """Say by a channel's name how a matter was brought; a foreign name stands apart."""
    apart = "" if not channel or ord(channel[0]) in _THAI else " "
    return _SAID.get(channel, f"โดยทาง{apart}{channel}")
