"""The keys of the program: the one table that the help shows and the sheet prints.

Tests walk the window and read the sources: each key that the program answers as a shortcut stands
here, and each that is said here to be one is answered. The others are keys that a table, a field or
a list takes as it comes.
"""

from dataclasses import dataclass
from typing import Final

from ita_desktop.ui.tab_names import Tab

_WORDS: Final = {
    "Return": "Enter",
    "Del": "Delete",
    "Ins": "Insert",
    "PgDown": "PgDn",
    "Space": "เว้นวรรค",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
}
"""What a key is called on the screen, where Qt calls it otherwise."""


@dataclass(frozen=True, slots=True)
class Key:
    """One or more keys, as Qt writes them ("Ctrl+PgDown"), that do one thing."""

    keys: tuple[str, ...]
    does: str
    """What it does, in few words: the sheet has a line for it."""
    shortcut: bool = False
    """It is answered as a shortcut of a window, not by what has the keyboard."""
    said: str = ""
    """The keys in words, where there are too many to name each."""

    @property
    def words(self) -> str:
        """The keys as a person reads them: "Ctrl+Y, Ctrl+Shift+Z"."""
        return self.said or ", ".join(map(key_words, self.keys))


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that hold in one place."""

    title: str
    keys: tuple[Key, ...]


def key_words(key: str) -> str:
    """Return a key as it is called on the keyboard: "Ctrl+PgDn"."""
    parts = key.split("+")
    if key.endswith("++"):
        parts = [*key[:-2].split("+"), "+"]
    return "+".join(_WORDS.get(part, part) for part in parts)


def _answered(keys: str, does: str, said: str = "") -> Key:
    return Key(tuple(keys.split()), does, shortcut=True, said=said)


def _taken(keys: str, does: str, said: str = "") -> Key:
    return Key(tuple(keys.split()), does, said=said)


def _on_tab(tab: Tab, *keys: Key) -> KeyGroup:
    return KeyGroup(f"แท็บ{tab.words}", keys)


GROUPS: Final = (
    KeyGroup(
        "ทั้งโปรแกรม",
        (
            _answered("F1", "คู่มือของหน้าที่ทำอยู่"),
            _answered(" ".join(tab.keys for tab in Tab), "ไปที่แท็บที่ 1 ถึง 6", said="Ctrl+1 ถึง Ctrl+6"),
            _answered("Ctrl+Tab Ctrl+PgDown", "แท็บถัดไป"),
            _answered("Ctrl+Shift+Tab Ctrl+PgUp", "แท็บก่อนหน้า"),
            _answered("Alt+PgUp Alt+PgDown", "ปีงบประมาณก่อนหน้า ถัดไป"),
            _answered("Alt+Y", "เลือกปีงบประมาณ"),
            _answered("Ctrl+F", "ค้นหา"),
            _taken("Return Shift+Return", "ในช่องค้นหา: ที่ถัดไป ก่อนหน้า"),
            _answered("Ctrl+Shift+L", "ตัวกรอง (แท็บจัดทำแผนไม่มี)"),
            _answered("F8", "ไปที่สิ่งที่ยังขาด (แท็บบันทึกคะแนนไม่มี)"),
            _answered("Shift+F8", "เรื่องถัดไปในแถบสิ่งที่ยังขาด"),
            _answered("Ctrl+Z", "เลิกทำ"),
            _answered("Ctrl+Y Ctrl+Shift+Z", "ทำซ้ำ"),
            _answered("Ctrl+Shift+H", "ประวัติการแก้ไข"),
            _answered("Ctrl+E", "หลักฐานแนบ"),
            _answered("Ctrl+O", "เปิดไฟล์"),
            _answered("Ctrl+P", "ดูเอกสาร แล้วพิมพ์"),
            _answered("Alt+D Alt+M", "รายการเอกสาร เมนู"),
            _answered("Return Enter", "กดปุ่มหรือเปิดรายการที่เลือก", said="Enter"),
            _taken("Tab Shift+Tab", "ไปช่องหรือปุ่มถัดไป ก่อนหน้า"),
        ),
    ),
    KeyGroup(
        "ในตาราง",
        (
            _taken("F2", "แก้ข้อความในช่อง (หรือพิมพ์ทับได้ทันที)"),
            _taken("Return Shift+Return", "จบการพิมพ์แล้วลง ขึ้น"),
            _taken("Tab Shift+Tab", "จบการพิมพ์แล้วไปขวา ซ้าย"),
            _taken("Esc", "ยกเลิกสิ่งที่กำลังพิมพ์"),
            _taken("F4", "เปิดช่องใหญ่ ดูข้อความเต็ม"),
            _taken("Ctrl+C Ctrl+X Ctrl+V", "คัดลอก ตัด วาง", said="Ctrl+C, X, V"),
            _taken("Ctrl+D", "เติมค่าช่องบนสุดลงมา"),
            _taken("Ctrl+Return", "ใส่ค่าเดียวกันทุกช่องที่เลือก"),
            _taken("Del Backspace", "ล้างช่องที่เลือก"),
            _taken("Shift+Space", "เลือกทั้งแถว"),
            _taken("Ctrl+Up Ctrl+Down Ctrl+Left Ctrl+Right", "ไปสุดข้อมูลด้านนั้น", said="Ctrl+ลูกศร"),
            _taken("Ctrl+Home Ctrl+End", "ไปแถวแรก แถวสุดท้าย"),
            _taken("Ctrl+H", "ประวัติของช่อง"),
            _taken("F6 Shift+F6", "ออกจากตารางไปข้างหน้า ข้างหลัง"),
        ),
    ),
    KeyGroup(
        "ตารางมาตรการและความเสี่ยง",
        (
            _taken("Ins Ctrl++", "เพิ่มแถว"),
            _taken("Ctrl+Del", "ลบแถวที่เลือก"),
            _taken("Alt+Up Alt+Down", "เลื่อนแถวขึ้น ลง"),
            _taken("Ctrl+;", "ใส่วันที่วันนี้ (ตาราง OIT ด้วย)"),
            _taken("Ctrl+Return Alt+Return", "ขณะพิมพ์: ขึ้นบรรทัดใหม่ในช่อง"),
            _taken("Ctrl+A", "เลือกทุกช่อง"),
        ),
    ),
    _on_tab(
        Tab.SCORES,
        _answered("Ctrl+L", "ลองปรับคะแนนโดยไม่บันทึก"),
        _answered("Esc", "ออกจากการลองปรับคะแนน"),
    ),
    _on_tab(
        Tab.MEASURES,
        _answered("Ctrl+I", "แสดงหรือซ่อนข้อคำถามของประเด็น"),
        _taken("Ins F2 Del", "ในรายการประเด็น: เพิ่ม แก้ ลบ", said="Insert, F2, Delete"),
        _taken("Alt+Up Alt+Down", "ในรายการประเด็น: เลื่อนขึ้น ลง"),
    ),
    _on_tab(
        Tab.RISKS,
        _answered("Ctrl+M", "สลับทะเบียนกับเมทริกซ์ (จอแคบ)"),
        _answered("Ctrl+I", "แสดงหรือซ่อนมาตรการควบคุม"),
        _taken("Return Space", "ในเมทริกซ์: ดูเฉพาะความเสี่ยงของช่อง"),
        _taken("[ ]", "ในเมทริกซ์: ความเสี่ยงก่อนหน้า ถัดไป", said="[ และ ]"),
        _taken(
            "Ctrl+Up Ctrl+Down Ctrl+Left Ctrl+Right Ctrl+Return",
            "ในเมทริกซ์: ย้าย วางในช่องที่เลือก",
            said="Ctrl+ลูกศร, Ctrl+Enter",
        ),
    ),
    _on_tab(
        Tab.PLAN,
        _answered("Ctrl+M", "สลับรายการกับหน้าที่กรอก"),
        _answered(
            "Ctrl+Alt+PgUp Ctrl+Alt+PgDown", "โครงการก่อนหน้า ถัดไป", said="Ctrl+Alt+PgUp, PgDn"
        ),
        _answered("Ctrl+Shift+P", "แสดงหรือซ่อนหน้ากระดาษ"),
        _taken("Ins F2 Del", "ในรายการ: เพิ่ม เปลี่ยนชื่อ ลบ", said="Insert, F2, Delete"),
        _taken("Shift+Ins", "ในรายการ: เริ่มจากตัวอย่าง"),
        _taken("Alt+Up Alt+Down", "ในรายการ: เลื่อนขึ้น ลง"),
        _taken("Alt+Left Alt+Right", "ในรายการ: เลื่อนระดับของหัวข้อ"),
        _taken("Ctrl+D", "ในรายการ: ทำสำเนาโครงการ"),
        _taken("Ctrl+L", "ในรายการ: อยู่ในหัวข้ออื่นด้วย"),
        _taken("Ctrl+R", "ในช่องเงิน: เติมปีที่เหลือให้เท่ากัน"),
    ),
    _on_tab(
        Tab.OIT,
        _answered("Ctrl+K", "ไปทำเครื่องหมายองค์ประกอบ"),
        _answered("Ctrl+G", "กำหนดให้ข้อที่เลือกพร้อมกัน"),
        _answered("Ctrl+M", "สลับตารางกับรายละเอียด (จอแคบ)"),
        _answered("F4", "ในรายละเอียด: ถ้อยคำเต็มของข้อ"),
    ),
    KeyGroup(
        "ช่องข้อความและรายการข้อย่อย",
        (
            _taken("F6 Shift+F6", "ไปช่องถัดไป ก่อนหน้า"),
            _taken("Alt+Down", "เปิดคำที่มีให้เลือก"),
            _taken("Tab Shift+Tab", "ในรายการ: เป็นข้อย่อย กลับเป็นข้อใหญ่"),
            _taken("Alt+Up Alt+Down", "ในรายการ: เลื่อนข้อขึ้น ลง"),
            _taken("Esc", "ยกเลิกสิ่งที่กำลังพิมพ์"),
        ),
    ),
    KeyGroup(
        "หน้าดูและพิมพ์",
        (
            _answered("Ctrl+P", "พิมพ์"),
            _answered("Ctrl+S", "บันทึกเป็น PDF"),
            _answered("F5", "จัดทำเอกสารใหม่"),
            _answered("Ctrl++ Ctrl+= Ctrl+-", "ขยาย ย่อ", said="Ctrl++, Ctrl+-"),
            _answered("Ctrl+0", "พอดีความกว้าง"),
        ),
    ),
    KeyGroup(
        "หน้าต่างย่อยและคู่มือ",
        (
            _answered("Esc", "ปิดหน้าต่าง หรือออกจากหน้าดูและพิมพ์"),
            _answered("Ctrl+PgUp Ctrl+PgDown", "ส่วนก่อนหน้า ถัดไป"),
            _answered("Ins Del", "หลักฐานแนบ: เพิ่มไฟล์ ลบไฟล์"),
            _answered("Ctrl+H", "ประวัติ: ความเป็นมาของรายการ"),
            _answered("Alt+Left Alt+Right", "คู่มือ: หน้าที่ดูก่อน กลับมา"),
        ),
    ),
)
"""All keys, by the place where they hold; in the order of the help."""
