"""What papers call types and priorities; they are in Thai whatever the screen speaks."""

from desktop.rules.complaint import ComplaintType
from desktop.rules.priority import Priority

TYPES = {
    ComplaintType.COMPLAINT: "ร้องเรียน",
    ComplaintType.GRIEVANCE: "ร้องทุกข์",
    ComplaintType.INQUIRY: "สอบถาม",
    ComplaintType.SUGGESTION: "ให้ข้อเสนอแนะ",
    ComplaintType.TIP: "แจ้งเบาะแส",
    ComplaintType.PRAISE: "ชมเชย",
}
PRIORITIES = {
    Priority.NORMAL: "ปกติ",
    Priority.URGENT: "ด่วน",
    Priority.VERY_URGENT: "ด่วนมาก",
    Priority.MOST_URGENT: "ด่วนที่สุด",
}
