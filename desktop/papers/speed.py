"""The speed classes as they are written on paper (ข้อ ๒๘), in Thai whatever the screen speaks."""

from collections.abc import Mapping

from desktop.rules.complaint import Urgency

SPEED: Mapping[Urgency, str] = {
    Urgency.NONE: "",
    Urgency.URGENT: "ด่วน",
    Urgency.VERY_URGENT: "ด่วนมาก",
    Urgency.MOST_URGENT: "ด่วนที่สุด",
}
