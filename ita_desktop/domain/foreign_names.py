"""Names in a text that are not this office's: of another one, or of the form it was copied from."""

import re
from functools import lru_cache
from typing import Final

from ita_desktop.thai.text import one_line

_KINDS: Final = (
    *("เทศบาลนคร", "เทศบาลเมือง", "เทศบาลตำบล"),
    *("องค์การบริหารส่วนตำบล", "องค์การบริหารส่วนจังหวัด"),
)
_SHORT: Final = ("อบต.", "อบจ.", "ทต.", "ทม.", "ทน.")
_NAME: Final = re.compile(
    rf"(?P<kind>{'|'.join(_KINDS)}|(?<![ก-๎])(?:{'|'.join(map(re.escape, _SHORT))}))"
    r"(?P<rest>[ก-ฮเ-ไ][ก-๎]*)"
)
COMMON: Final = re.compile(
    r"(?:ทุก|แต่ละ|อื่น|จึง|จะ|ได้|มี|และ|หรือ|ที่|เป็น|ต้อง|ซึ่ง|โดย|ใน|ของ|เพื่อ|ให้|กับ|แก่|ต่อ|ต่าง|"
    r"สามารถ|ตาม|เอง|นี้|นั้น|ดำเนินการ|จัด|กำหนด|ทั้ง|ไม่|ว่าด้วย|พ\.ศ|เข้า|ร่วม|ประกาศ|ควร|ยัง|รวม|เห็น|แห่ง|"
    r"ขนาด|ใกล้|หมู่|อยู่|จากนั้น|ด้วย|ประจำ|พึง|มอบ|รับ|อาจ|ตั้งแต่|ขอ|สู่|จาก|เมื่อ|ถือ|มุ่ง|กระทำ|"
    r"กำลัง|แล้ว|เรา|ก็|ทราบ|พร้อม|แจ้ง|ส่งเสริม|ปฏิบัติ|ติดตาม|รายงาน|ประชาสัมพันธ์|เผยแพร่|เชิญ|ตระหนัก|ใช้|นำ|ช่วย|"
    r"ปรับปรุง|สนับสนุน|ตรวจ|แต่งตั้ง|พัฒนา|บริหาร|ควบคุม|ลงนาม|พิจารณา|อนุมัติ|สั่ง|ผู้|ก่อน)"
)
"""Words that go on after a kind of office or a title: no name begins with them."""
_TEMPLATE: Final = (
    re.compile(r"\(?(?:อบจ|อบต|เทศบาล)\.?\s*/\s*(?:อบจ|อบต|เทศบาล)[./ก-๎\s]{0,16}\)?"),
    re.compile(r"\((?:ระบุ|ใส่|กรอก)[^()\n]{0,40}\)"),
    re.compile(r"\.{5,}|…{2,}|_{4,}|[xX]{3,}|[○◯]{2,}"),
)


@lru_cache(maxsize=8192)
def other_office(text: str, office: str) -> str:
    """Return another office's name that stands in a text; "" where there is none.

    A name runs on into the next word in Thai, so at most its first 24 letters are returned.
    """
    own = "".join(office.split())
    bare = next((own.removeprefix(kind) for kind in _KINDS if own.startswith(kind)), own)
    plain = one_line(text)
    for found in _NAME.finditer(plain):
        rest = found["rest"]
        # a line break of a table's column stands inside a name as a space: "บ้าน ทดสอบ"
        unbroken = "".join(plain[found.start("rest") :][: 2 * len(bare)].split())
        if unbroken.startswith(bare) or COMMON.match(rest):
            continue
        return f"{found['kind']}{rest[:24]}"
    return ""


@lru_cache(maxsize=8192)
def template_words(text: str) -> str:
    """Return words of a form that nobody filled in: "(อบจ./เทศบาล/อบต.)", "……"; "" without any."""
    for pattern in _TEMPLATE:
        if found := pattern.search(text):
            return found[0].strip()
    return ""


_OF_KIND: Final = {
    "เทศบาล": re.compile(
        r"พนักงานส่วนตำบล|นายกองค์การบริหารส่วน(?:ตำบล|จังหวัด)|สภาองค์การบริหารส่วน(?:ตำบล|จังหวัด)"
    ),
    "องค์การบริหารส่วนตำบล": re.compile(r"พนักงานเทศบาล|นายกเทศมนตรี|สภาเทศบาล|นายกองค์การบริหารส่วนจังหวัด"),
    "องค์การบริหารส่วนจังหวัด": re.compile(
        r"พนักงานเทศบาล|นายกเทศมนตรี|สภาเทศบาล|พนักงานส่วนตำบล|นายกองค์การบริหารส่วนตำบล"
    ),
}


@lru_cache(maxsize=8192)
def words_of_other_kind(text: str, office: str) -> str:
    """Return a word that only another kind of local government uses; "" without any.

    "พนักงานส่วนตำบล" in a municipality's plan is left from the form of a tambon's.
    """
    for kind, words in _OF_KIND.items():
        if office.startswith(kind):
            found = words.search(text)
            return found[0] if found else ""
    return ""
