"""What Qt needs to be at home in Thai: its own words, and libthai to break lines at words.

Qt ships no Thai translation; its words are those of the menu on a right click in a text field.
"""

from PySide6.QtCore import QCoreApplication, QTranslator

from ita_desktop.ui.widgets.wrapped_text import breaks_thai

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


def log_line_breaks() -> None:
    """Write down where libthai is missing: lines on the screen are then not broken at words."""
    if not breaks_thai():
        from ita_desktop.fault_log import write_report  # noqa: PLC0415 - seldom, 3 ms

        write_report(
            "libthai was not found: Thai lines on the screen end at blanks only, or inside words."
            " Papers are not touched by it."
        )


def speak_thai(application: QCoreApplication) -> None:
    """Have Qt's own words said in Thai."""
    application.installTranslator(ThaiWords(application))
