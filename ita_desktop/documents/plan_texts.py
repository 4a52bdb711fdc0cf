"""The fixed texts of a plan: how they are called, what they say at first, places filled from data.

A place is a Thai name in braces, ``{หน่วยงาน}``; braces with anything else in them are printed as
they stand. The starting texts are our own words: counts, sums and years are never typed in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.plan_cells import NOT_TOLD, sum_words
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.places_in_text import PLACE
from ita_desktop.domain.plan import Plan, section_numbers, section_title
from ita_desktop.domain.plan_money import plan_sums
from ita_desktop.domain.project import ProjectKind
from ita_desktop.thai.money import format_money

UNKNOWN: Final = "……………"
"""Printed for a place whose value the office has not told yet; a hand can write on it."""


@dataclass(frozen=True, slots=True)
class PlanText:
    """A fixed text: how the window calls it, and what it says until the office edits it.

    ``listed``: its lines are a list, numbered on paper; otherwise each is a paragraph.
    """

    words: str
    starting: str
    listed: bool = False


_COVER: Final = (
    "แผนปฏิบัติการป้องกันการทุจริต\nเพื่อยกระดับคุณธรรมและความโปร่งใส\nสำหรับองค์กรปกครองส่วนท้องถิ่น\n(พ.ศ. {ช่วงปี})"
)
_PREFACE: Final = (
    "{หน่วยงาน}จัดทำแผนปฏิบัติการป้องกันการทุจริตเพื่อยกระดับคุณธรรมและความโปร่งใส (พ.ศ. {ช่วงปี}) "
    "ฉบับนี้ขึ้น เพื่อให้ทุกส่วนราชการมีกรอบการทำงานเดียวกันในการป้องกันการทุจริต "
    "และเพื่อให้ประชาชนเห็นล่วงหน้าว่าหน่วยงานจะทำอะไร เมื่อใด และใช้งบประมาณเท่าใด\n"
    "แผนแบ่งเป็น 3 ส่วน ส่วนที่ 1 เป็นบทนำ ประกอบด้วยการประเมินความเสี่ยงการทุจริต หลักการและเหตุผล "
    "วัตถุประสงค์ เป้าหมาย และประโยชน์ของแผน ส่วนที่ 2 แสดงโครงการ กิจกรรม และมาตรการ "
    "พร้อมงบประมาณในแต่ละปีแยกตามมิติ และส่วนที่ 3 เป็นรายละเอียดของแต่ละโครงการ\n"
    "ตลอด {จำนวนปี} ปีของแผนมีโครงการ กิจกรรม และมาตรการใน {จำนวนมิติ} มิติ รวม {จำนวนโครงการ} รายการ "
    "ได้แก่ {โครงการแต่ละมิติ} งบประมาณของแผน: {งบประมาณเป็นตัวอักษร}\n"
    "{หน่วยงาน}ขอขอบคุณผู้บริหาร สมาชิกสภาท้องถิ่น บุคลากร และประชาชนที่ร่วมให้ความเห็น "
    "และจะรายงานความก้าวหน้าของแผนให้ทราบทุก 6 เดือนและเมื่อสิ้นปีงบประมาณ"
)
_RATIONALE: Final = (
    "การทุจริตทำให้ประชาชนเสียโอกาสที่จะได้รับบริการที่ดีจากงบประมาณของท้องถิ่น "
    "และทำให้ความเชื่อมั่นต่อหน่วยงานของรัฐลดลง "
    "การป้องกันไว้ก่อนใช้ทรัพยากรน้อยกว่าการแก้ไขเมื่อเกิดความเสียหายแล้ว "
    "และต้องอาศัยการทำงานที่ต่อเนื่องมากกว่าการดำเนินการเป็นครั้งคราว\n"
    "{หน่วยงาน}เป็นหน่วยงานที่อยู่ใกล้ชิดประชาชน มีหน้าที่ให้บริการสาธารณะ อนุมัติอนุญาต จัดเก็บรายได้ "
    "จัดซื้อจัดจ้าง และบริหารงานบุคคล ซึ่งเป็นงานที่ต้องใช้ดุลพินิจและมีโอกาสเกิดความเสี่ยง "
    "จึงต้องมีแผนที่ระบุผู้รับผิดชอบ ระยะเวลา งบประมาณ และผลที่คาดหวังไว้อย่างชัดเจน "
    "เพื่อให้ติดตามและตรวจสอบได้\n"
    "แผนฉบับนี้จัดทำตามแนวทางที่สำนักงาน ป.ป.ช. กำหนดสำหรับองค์กรปกครองส่วนท้องถิ่น "
    "เชื่อมโยงกับผลการประเมินความเสี่ยงการทุจริตของหน่วยงาน "
    "และกับข้อที่ใช้ประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
    "ใช้ในปีงบประมาณ พ.ศ. {ช่วงปี}"
)
_OBJECTIVES: Final = (
    "เพื่อแสดงให้สาธารณชนเห็นความตั้งใจของผู้บริหาร{หน่วยงาน}ที่จะบริหารงานด้วยความซื่อสัตย์สุจริต\n"
    "เพื่อปลูกฝังให้บุคลากรและประชาชนแยกแยะประโยชน์ส่วนตนออกจากประโยชน์ส่วนรวม\n"
    "เพื่อให้การบริหารงานของ{หน่วยงาน}เปิดเผย โปร่งใส และตรวจสอบได้\n"
    "เพื่อเปิดโอกาสให้ประชาชนมีส่วนร่วมในการป้องกันและเฝ้าระวังการทุจริต\n"
    "เพื่อพัฒนาระบบควบคุม ตรวจสอบ และรับเรื่องร้องเรียนให้ลดโอกาสที่จะเกิดการทุจริต"
)
_GOALS: Final = (
    "{หน่วยงาน}กำหนดเป้าหมายของแผนในช่วง {จำนวนปี} ปี (พ.ศ. {ช่วงปี}) ไว้เป็นรายปีดังตารางต่อไปนี้ "
    "เพื่อใช้วัดความสำเร็จและทบทวนแผนทุกสิ้นปีงบประมาณ"
)
_BENEFITS: Final = (
    "บุคลากรปฏิบัติหน้าที่ด้วยความซื่อสัตย์สุจริต และรู้เท่าทันสถานการณ์ที่เสี่ยงต่อการทุจริต\n"
    "ประชาชนเข้าถึงข้อมูลและบริการได้อย่างเท่าเทียม รวดเร็ว และตรวจสอบได้\n"
    "การใช้งบประมาณและทรัพย์สินของทางราชการเกิดประโยชน์สูงสุดต่อท้องถิ่น\n"
    "ทุกส่วนราชการมีแผนที่ใช้กำกับ ติดตาม และรายงานผลการป้องกันการทุจริตได้ตรงกัน\n"
    "ประชาชนเชื่อมั่นในการบริหารงานของ{หน่วยงาน}มากขึ้น"
)

TEXTS: Final[Mapping[str, PlanText]] = {
    "cover": PlanText("ปก", _COVER),
    "preface": PlanText("คำนำ", _PREFACE),
    "rationale": PlanText("หลักการและเหตุผล", _RATIONALE),
    "objectives": PlanText("วัตถุประสงค์ของการจัดทำแผน", _OBJECTIVES, listed=True),
    "goals": PlanText("ความนำของเป้าหมาย", _GOALS),
    "benefits": PlanText("ประโยชน์ของการจัดทำแผน", _BENEFITS, listed=True),
}
"""The fixed texts by the name the file keeps them under, in the order of the paper."""

PLACES: Final[Mapping[str, str]] = {
    "หน่วยงาน": "ชื่อหน่วยงาน",
    "ผู้บริหาร": "ชื่อผู้บริหาร",
    "ตำแหน่งผู้บริหาร": "ตำแหน่งของผู้บริหาร",
    "อำเภอ": "อำเภอของหน่วยงาน",
    "จังหวัด": "จังหวัดของหน่วยงาน",
    "ปีแรก": "ปีงบประมาณแรกของแผน",
    "ปีสุดท้าย": "ปีงบประมาณสุดท้ายของแผน",
    "ช่วงปี": "ปีแรกถึงปีสุดท้ายของแผน",
    "จำนวนปี": "จำนวนปีของแผน",
    "จำนวนมิติ": "จำนวนมิติ",
    "จำนวนโครงการ": "จำนวนโครงการ กิจกรรม และมาตรการทั้งแผน",
    "โครงการแต่ละมิติ": "ชื่อและจำนวนโครงการของทุกมิติ",
    "โครงการแต่ละประเภท": "จำนวนโครงการ กิจกรรม และมาตรการแยกประเภท",
    "งบประมาณรวม": "งบประมาณทั้งแผนเป็นตัวเลข",
    "งบประมาณเป็นตัวอักษร": "งบประมาณทั้งแผนเป็นตัวเลขและตัวอักษร",
    "จำนวนโครงการไม่ใช้งบประมาณ": "จำนวนโครงการที่ไม่ใช้งบประมาณ",
}
"""The places a text may have, and what each stands for; ``places_of`` has their values."""


def template_of(plan: Plan, name: str) -> str:
    """Return a fixed text with its places: as the office edited it, else the starting one.

    The cover of a plan that has a title of its own says that. "" where there is no such text.
    """
    if name in plan.texts:
        return plan.texts[name]
    if name == "cover" and plan.title:
        return plan.title
    return TEXTS[name].starting if name in TEXTS else ""


def plan_text(source: PlanSource, name: str) -> str:
    """Return a fixed text with its places filled."""
    return filled_text(template_of(source.plan, name), places_of(source))


def filled_text(template: str, places: Mapping[str, str]) -> str:
    """Return a text with its places filled; what is no place stays as it stands."""
    return PLACE.sub(
        lambda place: (places[place[1]] or UNKNOWN) if place[1] in places else place[0], template
    )


def places_of(source: PlanSource) -> Mapping[str, str]:
    """Return what each place says now, in Arabic digits; "" where the office has not told it."""
    office, plan = source.office, source.plan
    sums = plan_sums(plan)
    said = sum_words(sums) if sums.projects else NOT_TOLD
    return {
        "หน่วยงาน": office.name,
        "ผู้บริหาร": office.executive,
        "ตำแหน่งผู้บริหาร": office.executive_title,
        "อำเภอ": office.district,
        "จังหวัด": office.province,
        "ปีแรก": str(plan.first_year),
        "ปีสุดท้าย": str(plan.last_year),
        "ช่วงปี": year_span(plan),
        "จำนวนปี": str(len(plan.years)),
        "จำนวนมิติ": str(len(plan.dimensions)),
        "จำนวนโครงการ": str(sums.projects),
        "โครงการแต่ละมิติ": _by_dimension(plan),
        "โครงการแต่ละประเภท": _by_kind(plan),
        "งบประมาณรวม": (
            f"{format_money(sums.total, thai_digits=False)} บาท" if sums.total else said
        ),
        "งบประมาณเป็นตัวอักษร": said,
        "จำนวนโครงการไม่ใช้งบประมาณ": str(sums.without),
    }


def year_span(plan: Plan) -> str:
    """Return "2566 – 2570"; of a plan of one year "2566"."""
    if plan.first_year == plan.last_year:
        return str(plan.first_year)
    return f"{plan.first_year} – {plan.last_year}"


def _by_dimension(plan: Plan) -> str:
    """Return "มิติที่ 1 การสร้าง… จำนวน 6 โครงการ …", the last with และ before it."""
    numbers = section_numbers(plan)
    own = [one.dimension.id for one in plan.placed()]
    return _joined(
        [
            f"{section_title(one, numbers[one.id], 1)} จำนวน {own.count(one.id)} โครงการ"
            for one in plan.dimensions
        ]
    )


def _by_kind(plan: Plan) -> str:
    kinds = [one.project.kind for one in plan.placed()]
    return _joined(
        [
            f"{kind.words or 'ไม่ระบุประเภท'} {kinds.count(kind)} รายการ"
            for kind in (*list(ProjectKind)[1:], ProjectKind.UNTOLD)
            if kind in kinds
        ]
    )


def _joined(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{' '.join(parts[:-1])} และ{parts[-1]}"
