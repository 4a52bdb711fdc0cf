"""The texts of analysis reports that the made-up municipality wrote itself.

Of its reports on 2565 and 2566 one text was edited and came along, another is edited for its own
year, and one was frozen before the last scores were in: the data moved on since.
"""

from collections.abc import Mapping
from typing import Final

from ita_desktop.db.analysis_texts import put_analysis_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.analysis_text import AnalysisText

_PROPERTY: Final = (
    "บุคลากรที่บรรจุใหม่ยังไม่ทราบขั้นตอนการยืมทรัพย์สินของราชการ และการขออนุญาตผ่านหลายระดับ {ข้อต่ำ:4}\n"
    "เทศบาลจึงจัดทำคู่มือฉบับย่อ ลดขั้นตอนให้แล้วเสร็จภายในวันทำการเดียว และสุ่มตรวจทะเบียนการยืมทุกเดือน"
)
_BACKGROUND: Final = (
    "{หน่วยงาน}เข้ารับการประเมินคุณธรรมและความโปร่งใสต่อเนื่องทุกปี ในปีงบประมาณ พ.ศ. {ปี} "
    "ได้คะแนนในภาพรวม {คะแนนรวม} คะแนน {เทียบปีก่อน}\n"
    "คณะทำงานซึ่งมีผู้แทนจากทุกกองได้ประชุมหาสาเหตุของข้อที่ได้คะแนนต่ำ และกำหนดมาตรการ"
    "ของปีงบประมาณ พ.ศ. {ปีดำเนินการ} ไว้ในรายงานฉบับนี้"
)
_RESULT: Final = "{หน่วยงาน}ได้คะแนนในภาพรวม {คะแนนรวม} คะแนน อยู่ใน{ระดับ}"
_RESULT_THEN: Final = "เทศบาลตำบลบ้านตัวอย่างได้คะแนนในภาพรวม 91.47 คะแนน อยู่ในระดับผ่านดี"
"""What the text said before the last score was corrected."""

SAMPLE_TEXTS: Final[Mapping[int, tuple[AnalysisText, ...]]] = {
    2565: (AnalysisText(name="indicator:4", text=_PROPERTY),),
    2566: (
        AnalysisText(name="background", text=_BACKGROUND),
        AnalysisText(name="result", text=_RESULT, frozen=_RESULT_THEN, basis=_RESULT_THEN),
    ),
}


def write_analysis(file: DataFile) -> None:
    """Write the sample's texts, inside a deed; its years must be there."""
    for year, texts in SAMPLE_TEXTS.items():
        for text in texts:
            put_analysis_text(file, year, text)
