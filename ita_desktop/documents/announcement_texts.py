"""What an announcement of each kind says where the office wrote nothing of its own.

A place is a name in braces that the data fill: those of a plan's fixed texts, {ปี} and {ชื่อแผน}.
"""

from collections.abc import Mapping
from typing import Final

from ita_desktop.documents.model import Digits
from ita_desktop.documents.plan_paper import plan_title
from ita_desktop.documents.plan_texts import filled_text, places_of
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.office import Office
from ita_desktop.domain.plan import Plan

CLOSING: Final = "จึงประกาศมาให้ทราบโดยทั่วกัน"

_OF_YEAR: Final = " ประจำปีงบประมาณ พ.ศ. {ปี}"
_SUBJECTS: Final[Mapping[AnnouncementKind, str]] = {
    AnnouncementKind.PLAN: "ประกาศใช้{ชื่อแผน}",
    AnnouncementKind.MEASURES: (f"มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน{_OF_YEAR}"),
    AnnouncementKind.NO_GIFT: (
        f"นโยบายไม่รับของขวัญและของกำนัลจากการปฏิบัติหน้าที่ (No Gift Policy){_OF_YEAR}"
    ),
    AnnouncementKind.FREE: "",
}
_TEXTS: Final[Mapping[AnnouncementKind, tuple[str, ...]]] = {
    AnnouncementKind.PLAN: (
        (
            "ด้วย{หน่วยงาน}ตั้งใจบริหารงานด้วยความสุจริต โปร่งใส และตรวจสอบได้ "
            "จึงได้สำรวจงานที่เสี่ยงต่อการทุจริต รับฟังความเห็นจากทุกส่วนราชการ "
            "และจัดทำ{ชื่อแผน} เป็นแผนระยะ {จำนวนปี} ปี "
            "เพื่อให้การป้องกันการทุจริตของหน่วยงานมีทิศทาง มีผู้รับผิดชอบ และวัดผลได้"
        ),
        (
            "บัดนี้ การจัดทำแผนเสร็จเรียบร้อยแล้ว {หน่วยงาน}จึงประกาศให้ใช้แผนดังกล่าว "
            "ในปีงบประมาณ พ.ศ. {ช่วงปี} "
            "และให้ทุกส่วนราชการดำเนินการตามแผน พร้อมทั้งรายงานผลทุก ๖ เดือน"
        ),
    ),
    AnnouncementKind.MEASURES: (
        (
            "ด้วย{หน่วยงาน}ได้นำผลการประเมินคุณธรรมและความโปร่งใสมาทบทวนการทำงานร่วมกันทุกส่วนราชการ "
            "เพื่อรักษาสิ่งที่ทำได้ดีและแก้ไขสิ่งที่ประชาชนยังไม่พึงพอใจ "
            "จึงประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {ปี} ดังต่อไปนี้"
        ),
        "๑. ให้ทุกส่วนราชการดำเนินการตามมาตรการที่ตนรับผิดชอบให้แล้วเสร็จตามกำหนด",
        "๒. ให้เผยแพร่มาตรการและผลการดำเนินการบนเว็บไซต์ของหน่วยงาน",
        "๓. ให้รายงานผลการดำเนินการต่อผู้บริหารทุก ๖ เดือน พร้อมปัญหาและข้อเสนอแนะ",
    ),
    AnnouncementKind.NO_GIFT: (
        (
            "ด้วย{หน่วยงาน}มุ่งให้บริการประชาชนด้วยความซื่อสัตย์สุจริต โปร่งใส และเป็นธรรม "
            "การรับของขวัญหรือของกำนัลเพราะการปฏิบัติหน้าที่ แม้จะรับไว้ด้วยไมตรี "
            "ก็อาจทำให้การใช้ดุลพินิจเอนเอียงและทำให้ประชาชนขาดความเชื่อมั่น จึงประกาศให้ผู้บริหาร สมาชิกสภาท้องถิ่น "
            "ข้าราชการ พนักงาน ลูกจ้าง และพนักงานจ้างทุกคนถือปฏิบัติ ในปีงบประมาณ พ.ศ. {ปี} ดังต่อไปนี้"
        ),
        (
            "๑. ไม่เรียกและไม่รับของขวัญ ของกำนัล หรือประโยชน์อื่นใดจากผู้มาติดต่อ คู่สัญญา หรือผู้ใต้บังคับบัญชา "
            "เพราะการปฏิบัติหน้าที่ ไม่ว่าก่อน ขณะ หรือหลังปฏิบัติหน้าที่"
        ),
        "๒. ไม่ให้คนในครอบครัวหรือผู้อื่นรับแทนตน",
        (
            "๓. ในโอกาสและเทศกาลต่าง ๆ ให้แสดงความปรารถนาดีต่อกันด้วยบัตรอวยพร การลงนาม "
            "หรือสื่อออนไลน์แทนการให้ของขวัญ"
        ),
        "๔. เมื่อมีเหตุจำเป็นต้องรับไว้เพื่อรักษาไมตรี ให้รายงานผู้บังคับบัญชาและส่งมอบของนั้นแก่หน่วยงานโดยเร็ว",
        "๕. ผู้บังคับบัญชาทุกระดับปฏิบัติตนเป็นแบบอย่าง กำกับดูแลให้เป็นไปตามประกาศนี้ และรายงานผลต่อผู้บริหารทุก ๖ เดือน",
    ),
    AnnouncementKind.FREE: (),
}


def usual_subject(kind: AnnouncementKind) -> str:
    """Return what an announcement of a kind is about, with its places; "" of a free one."""
    return _SUBJECTS[kind]


def usual_text(kind: AnnouncementKind) -> str:
    """Return reason and rules of an announcement of a kind, with their places, one a line."""
    return "\n".join(_TEXTS[kind])


def subject_of(announcement: Announcement, office: Office, plan: Plan | None) -> str:
    """Return what an announcement is about, as printed but for its digits."""
    wanted = announcement.subject or usual_subject(announcement.kind)
    return _filled(wanted, announcement, office, plan)


def text_of(announcement: Announcement, office: Office, plan: Plan | None) -> tuple[str, ...]:
    """Return its paragraphs, as printed but for their digits; the closing words are the last."""
    wanted = announcement.text or usual_text(announcement.kind)
    filled = _filled(wanted, announcement, office, plan)
    lines = [line.strip() for line in filled.split("\n") if line.strip()]
    if not lines or not lines[-1].startswith("จึงประกาศ"):
        lines.append(CLOSING)
    return tuple(lines)


def _filled(text: str, announcement: Announcement, office: Office, plan: Plan | None) -> str:
    """Return a text with its places filled; without a plan those of one keep their braces."""
    places = {
        "หน่วยงาน": office.name,
        "ผู้บริหาร": office.executive,
        "ตำแหน่งผู้บริหาร": office.executive_title,
        "ปี": str(announcement.fiscal_year),
    }
    if plan is not None:
        year = announcement.fiscal_year
        source = PlanSource(office=office, plan=plan, fiscal_year=year, digits=Digits.ARABIC)
        places |= {**places_of(source), "ชื่อแผน": plan_title(source)}
    return filled_text(text, places)
