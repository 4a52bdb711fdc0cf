"""Qt's own words in Thai: the menu that opens on a right click in a text field.

Qt ships no Thai translation.
"""

from PySide6.QtCore import QCoreApplication, QTranslator

_WORDS = {
    "Undo": "เลิกทำ",
    "Redo": "ทำซ้ำ",
    "Cut": "ตัด",
    "Copy": "คัดลอก",
    "Paste": "วาง",
    "Delete": "ลบ",
    "Select All": "เลือกทั้งหมด",
    "Copy Link Location": "คัดลอกที่อยู่ลิงก์",
}


class ThaiWords(QTranslator):
    """Answers for the few words of Qt that a clerk meets."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source_text: str, /, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del context, disambiguation, n
        return _WORDS.get(source_text.replace("&", ""))


def speak_thai(application: QCoreApplication) -> None:
    """Have Qt's own words said in Thai."""
    application.installTranslator(ThaiWords(application))
