"""ประกาศ for the executive's signature (แบบที่ 7 of the regulation on paper work).

Its order: mark, issuing agency, เรื่อง, reason, what is announced, date, signature, position.
"""

from ita_desktop.documents.model import (
    LINE_BREAK,
    Align,
    Block,
    Document,
    Heading,
    Mark,
    Paragraph,
    Section,
    Signatory,
    Signature,
    Stop,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import Source

ID = "announcement"
SUBJECT = "นโยบายไม่รับของขวัญและของกำนัลจากการปฏิบัติหน้าที่ (No Gift Policy)"

_REASON = (
    "ด้วย{office}มุ่งให้บริการประชาชนด้วยความซื่อสัตย์สุจริต โปร่งใส และเป็นธรรม "
    "การรับของขวัญหรือของกำนัลเพราะการปฏิบัติหน้าที่ แม้จะรับไว้ด้วยไมตรี "
    "ก็อาจทำให้การใช้ดุลพินิจเอนเอียงและทำให้ประชาชนขาดความเชื่อมั่น จึงประกาศให้ผู้บริหาร สมาชิกสภาท้องถิ่น "
    "ข้าราชการ พนักงาน ลูกจ้าง และพนักงานจ้างทุกคนถือปฏิบัติ ในปีงบประมาณ พ.ศ. {year} ดังต่อไปนี้"
)
_NOTHING_IS_TAKEN = (
    "ไม่เรียกและไม่รับของขวัญ ของกำนัล หรือประโยชน์อื่นใดจากผู้มาติดต่อ คู่สัญญา หรือผู้ใต้บังคับบัญชา "
    "เพราะการปฏิบัติหน้าที่ ไม่ว่าก่อน ขณะ หรือหลังปฏิบัติหน้าที่"
)
_RULES = (
    _NOTHING_IS_TAKEN,
    "ไม่ให้คนในครอบครัวหรือผู้อื่นรับแทนตน",
    "ในโอกาสและเทศกาลต่าง ๆ ให้แสดงความปรารถนาดีต่อกันด้วยบัตรอวยพร การลงนาม หรือสื่อออนไลน์แทนการให้ของขวัญ",
    "เมื่อมีเหตุจำเป็นต้องรับไว้เพื่อรักษาไมตรี ให้รายงานผู้บังคับบัญชาและส่งมอบของนั้นแก่หน่วยงานโดยเร็ว",
    "ผู้บังคับบัญชาทุกระดับปฏิบัติตนเป็นแบบอย่าง กำกับดูแลให้เป็นไปตามประกาศนี้ และรายงานผลต่อผู้บริหารทุก 6 เดือน",
)
_CLOSING = "จึงประกาศมาให้ทราบโดยทั่วกัน"
_DATE = "ประกาศ ณ วันที่ \t เดือน \t พ.ศ. \t"
_DATE_STOPS = (  # written in by hand on the day it is signed
    Stop(at=72, align=Align.RIGHT, leader=True),
    Stop(at=120, align=Align.RIGHT, leader=True),
    Stop(at=150, align=Align.RIGHT, leader=True),
)


def announcement(source: Source) -> Document:
    """Return the no-gift policy of the fiscal year, ready to be dated and signed by hand."""
    office, year = source.office, source.result.criteria.fiscal_year
    title = f"ประกาศ{office.name}"
    subject = f"เรื่อง {SUBJECT}"
    of_year = f"ประจำปีงบประมาณ พ.ศ. {year}"
    reason = _REASON.format(office=office.name, year=year)
    blocks: list[Block] = [
        Mark(),
        Heading(text=title, level=1),
        Paragraph(text=f"{subject}{LINE_BREAK}{of_year}", align=Align.CENTER, bold=True),
        Paragraph(text=reason, align=Align.JUSTIFY, indent=True, before=12),
    ]
    blocks += (
        Paragraph(marker=f"{number}.", text=rule, align=Align.JUSTIFY, indent=True)
        for number, rule in enumerate(_RULES, start=1)
    )
    blocks += (
        Paragraph(text=_CLOSING, indent=True, keep_with_next=True),
        Paragraph(text=_DATE, left=25, stops=_DATE_STOPS, before=12, keep_with_next=True),
        Signature(
            signatories=(Signatory(name=office.executive, title=office.executive_title, lead=""),)
        ),
    )
    return with_digits(
        Document(
            id=ID,
            title=f"{title} {subject} {of_year}",
            author=office.name,
            digits=source.digits,
            sections=(Section(blocks=tuple(blocks)),),
            fiscal_year=year,
        )
    )
