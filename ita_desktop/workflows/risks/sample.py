"""The risk register of the made-up municipality: two years of it, and what the later one lacks.

Of 2566 one risk has no place, a treatment no unit, one no period and one no report of the first
half, and a high risk does not say where treatment takes it: the check has something to say.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.register_rows import add_process
from ita_desktop.db.risk_methods import keep_method
from ita_desktop.domain.measures import Round, State, StepResult
from ita_desktop.domain.risks import USUAL_AREAS, Process, Quality, Risk, Treatment

_CLERK, _MONEY, _WORKS = "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง"
_AUDIT, _HEALTH, _LEARNING = "หน่วยตรวจสอบภายใน", "กองสาธารณสุขและสิ่งแวดล้อม", "กองการศึกษา"
_APPROVAL, _POWER, _SPENDING, _PEOPLE = USUAL_AREAS
_WHOLE_YEAR: Final = "ต.ค. ๖๕-ก.ย. ๖๖"
_Place = tuple[int, int] | None
"""Likelihood and impact."""


def _risk(number: int, text: str, at: _Place, after: _Place = None, **own: object) -> Risk:
    risk = Risk(id=number, text=text)
    if at is not None:
        risk = replace(risk, likelihood=at[0], impact=at[1])
    if after is not None:
        risk = replace(risk, after_likelihood=after[0], after_impact=after[1])
    return replace(risk, **own)  # pyright: ignore[reportArgumentType] - each by its name


def _against(
    risk: int | None,
    text: str,
    period: str = _WHOLE_YEAR,
    told: StepResult | None = None,
    **own: str,
) -> Treatment:
    results: Mapping[Round, StepResult] = {} if told is None else {6: told}
    units, project = own.get("units", ""), own.get("project", "")
    return Treatment(
        id=0, risk=risk, text=text, units=units, period=period, project=project, results=results
    )


def _done(result: str, outcome: str = "") -> StepResult:
    return StepResult(state=State.DONE, result=result, outcome=outcome, percent=100)


def _begun(result: str, percent: int, problem: str = "") -> StepResult:
    return StepResult(state=State.IN_WORK, result=result, percent=percent, problem=problem)


def _process(text: str, area: str, units: str, *rows: Risk | Treatment, level: str = "") -> Process:
    return Process(
        id=0,
        fiscal_year=2566,
        text=text,
        area=area,
        units=units,
        level=level,
        risks=tuple(row for row in rows if isinstance(row, Risk)),
        treatments=tuple(row for row in rows if isinstance(row, Treatment)),
    )


_PERMITS = _process(
    "การออกใบอนุญาตก่อสร้างและดัดแปลงอาคาร",
    _APPROVAL,
    _WORKS,
    _risk(
        *(11, "ผู้ตรวจแบบเร่งหรือดึงคำขอเพื่อแลกกับสิ่งตอบแทน", (3, 4), (2, 4)),
        cause="ผู้ยื่นคำขอไม่เห็นลำดับคิวและไม่รู้วันครบกำหนดของตน",
        control="สมุดรับคำขอลงลำดับวันที่ด้วยมือ",
        control_quality=Quality.FAIR,
        previous=1,
    ),
    _risk(
        *(12, "ตรวจสถานที่ไม่ตรงตามจริงเพื่อช่วยให้แบบที่ผิดผ่าน", (2, 5), (1, 5)),
        cause="ออกตรวจคนเดียวและไม่มีภาพถ่ายประกอบ",
        control="หัวหน้าฝ่ายลงนามรับรองผลตรวจ",
        control_quality=Quality.WEAK,
        previous=2,
    ),
    _against(
        *(11, "แสดงลำดับคิวและวันครบกำหนดของทุกคำขอบนเว็บไซต์", "ธ.ค. ๖๕-ก.พ. ๖๖"),
        _done("เปิดหน้าติดตามคำขอเมื่อ ๑๕ กุมภาพันธ์ ๒๕๖๖", "คำขอที่เกินกำหนดลดจาก ๙ เหลือ ๒ เรื่อง"),
    ),
    _against(
        *(12, "ออกตรวจอย่างน้อยสองคนและแนบภาพถ่ายที่มีพิกัดทุกครั้ง", _WHOLE_YEAR),
        _begun("ใช้แบบตรวจใหม่แล้ว ๓๑ จาก ๔๒ คำขอ", 70),
    ),
)
_BUYING = _process(
    "การจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง",
    _SPENDING,
    _MONEY,
    _risk(
        *(13, "แบ่งวงเงินเพื่อเลี่ยงวิธีประกาศเชิญชวน", (3, 5), (2, 5)),
        cause="แผนจัดซื้อของแต่ละกองแยกกัน จึงไม่เห็นรายการที่ซ้ำ",
        control="เจ้าหน้าที่พัสดุตรวจวงเงินรายครั้ง",
        control_quality=Quality.WEAK,
        previous=3,
    ),
    _risk(
        *(14, "กำหนดคุณลักษณะให้ตรงกับผู้ขายรายเดียว", (4, 4)),
        cause="ผู้กำหนดคุณลักษณะใช้ใบเสนอราคาของผู้ขายเป็นต้นแบบ",
        control="ตั้งกรรมการกำหนดคุณลักษณะเป็นรายครั้ง",
        control_quality=Quality.FAIR,
        previous=4,
    ),
    _risk(
        *(15, "ตรวจรับงานทั้งที่ปริมาณหรือคุณภาพไม่ครบ", (2, 4)),
        cause="กรรมการตรวจรับไม่มีแบบตรวจเฉพาะงาน",
        control="ถ่ายภาพวันตรวจรับ",
        control_quality=Quality.FAIR,
    ),
    _against(
        *(13, "รวมแผนจัดซื้อของทุกกองเป็นแผนเดียวและทบทวนทุกไตรมาส", "ต.ค. ๖๕-มี.ค. ๖๖"),
        _done("รวมแผน ๒๘ รายการเหลือ ๑๙ รายการ เผยแพร่แล้วเมื่อ ๕ มกราคม ๒๕๖๖"),
    ),
    _against(
        *(None, "ตรวจทานประกาศและลิงก์ของทุกรายการก่อนเผยแพร่", _WHOLE_YEAR),
        _begun("ตรวจแล้ว ๕ เดือน แก้ลิงก์ ๓ รายการ", 50),
    ),
    _against(
        *(14, "สอบราคาผู้ขายอย่างน้อยสามรายก่อนกำหนดคุณลักษณะ", _WHOLE_YEAR),
        _begun("ดำเนินการแล้ว ๑๑ จาก ๑๔ รายการ", 75, "สินค้าบางชนิดมีผู้ขายในจังหวัดเพียงสองราย"),
    ),
    _against(15, "จัดทำแบบตรวจรับแยกตามประเภทงาน", "", _begun("ร่างแบบตรวจงานถนนแล้ว", 30)),
)
_TAXES = _process(
    "การจัดเก็บภาษีที่ดินและสิ่งปลูกสร้าง",
    _SPENDING,
    _MONEY,
    _risk(
        *(16, "รับเงินแล้วออกใบเสร็จไม่ครบหรือนำส่งช้า", (2, 5), (1, 5)),
        cause="รับเงินนอกสถานที่โดยเจ้าหน้าที่คนเดียว",
        control="กระทบยอดใบเสร็จทุกสิ้นวัน",
        control_quality=Quality.GOOD,
        previous=5,
    ),
    _risk(
        *(17, "ประเมินภาษีต่ำกว่าจริงเพื่อเอื้อเจ้าของที่ดินบางราย", (2, 3), (1, 3)),
        cause="ข้อมูลการใช้ประโยชน์ที่ดินไม่เป็นปัจจุบัน",
        control="สุ่มสำรวจปีละครั้ง",
        control_quality=Quality.FAIR,
    ),
    _against(
        *(16, "รับชำระด้วยคิวอาร์โค้ดแทนเงินสดที่จุดบริการนอกสถานที่", "ม.ค.-เม.ย. ๖๖"),
        _begun("ติดตั้งแล้ว ๓ จาก ๕ จุด", 60),
        project="โครงการพัฒนาระบบรับชำระภาษีออนไลน์",
    ),
    _against(
        *(17, "จับคู่แผนที่ภาษีกับภาพถ่ายทางอากาศและสอบทานรายแปลง", "มี.ค.-ส.ค. ๖๖"),
        _begun("สอบทานแล้ว ๑๘๐ แปลง", 25),
        units=f"{_MONEY}\n{_WORKS}",
    ),
)
_VEHICLES = _process(
    "การใช้รถยนต์และน้ำมันเชื้อเพลิงของทางราชการ",
    _SPENDING,
    _CLERK,
    _risk(
        *(18, "เบิกน้ำมันเกินการใช้งานจริง", (4, 3), (2, 3)),
        cause="ไม่ได้เทียบเลขไมล์กับปริมาณน้ำมันเป็นรายคัน",
        control="ใบขออนุญาตใช้รถ",
        control_quality=Quality.FAIR,
        previous=6,
    ),
    _risk(
        *(19, "นำรถราชการไปใช้ส่วนตัวนอกเวลา", None),
        cause="กุญแจรถเก็บไว้กับพนักงานขับรถ",
        control="เก็บรถในโรงรถของเทศบาล",
    ),
    _against(
        *(18, "บันทึกเลขไมล์และเทียบอัตราสิ้นเปลืองรายคันทุกเดือน", "พ.ย. ๖๕-ก.ย. ๖๖"),
        _begun("บันทึกครบ ๑๒ คัน พบผิดปกติ ๑ คันและเรียกชี้แจงแล้ว", 50),
    ),
    _against(None, "เก็บกุญแจรถที่เวรรักษาการณ์และลงชื่อรับคืน", "มี.ค. ๖๖"),
)
_HIRING = _process(
    "การสรรหาและเลือกสรรพนักงานจ้าง",
    _PEOPLE,
    "",
    _risk(
        *(20, "กรรมการให้คะแนนสัมภาษณ์ช่วยเหลือคนใกล้ชิด", (2, 4), (1, 4)),
        cause="ไม่ได้เปิดเผยความเกี่ยวข้องกับผู้สมัครก่อนสอบ",
        control="ตั้งกรรมการไม่น้อยกว่าสามคน",
        control_quality=Quality.FAIR,
        units=_CLERK,
    ),
    _against(
        *(20, "ให้กรรมการลงนามไม่มีส่วนได้เสียและประกาศเกณฑ์คะแนนล่วงหน้า", "ต.ค. ๖๕-ม.ค. ๖๖"),
        _done("ใช้ครบทั้ง ๒ รอบการสรรหา ไม่มีผู้ร้องเรียน"),
    ),
)
_LICENCES = _process(
    "การตรวจสถานประกอบการที่เป็นอันตรายต่อสุขภาพ",
    _POWER,
    _HEALTH,
    _risk(
        *(21, "เรียกรับประโยชน์เพื่อละเว้นการสั่งแก้ไข", (2, 5), (1, 5)),
        cause="ผลตรวจบันทึกในกระดาษ ผู้ตรวจแก้ภายหลังได้",
        control="สลับพื้นที่ผู้ตรวจทุกปี",
        control_quality=Quality.FAIR,
    ),
    _risk(
        *(22, "แจ้งกำหนดตรวจล่วงหน้าให้ผู้ประกอบการบางราย", (1, 3), (1, 2)),
        cause="แผนตรวจส่งเวียนทั้งกอง",
        control="แผนตรวจลงนามโดยผู้อำนวยการกอง",
        control_quality=Quality.GOOD,
    ),
    _against(
        *(None, "เปิดช่องทางแจ้งเบาะแสที่รักษาความลับและติดไว้ที่สถานประกอบการ", "พ.ย.-ธ.ค. ๖๕"),
        _done("ติดป้าย ๖๔ แห่ง มีผู้แจ้ง ๑ ราย", "ตรวจสอบแล้วไม่พบการเรียกรับ"),
        units=f"{_HEALTH}\n{_CLERK}",
    ),
    _against(
        *(21, "บันทึกผลตรวจด้วยแบบฟอร์มอิเล็กทรอนิกส์ที่แก้ย้อนหลังไม่ได้", "เม.ย.-ก.ย. ๖๖"),
        units=f"{_HEALTH}\n{_AUDIT}",
    ),
)
_FORMER: Final = (
    _process(
        "การออกใบอนุญาตก่อสร้างและดัดแปลงอาคาร",
        _APPROVAL,
        _WORKS,
        _risk(1, "ผู้ตรวจแบบเร่งหรือดึงคำขอเพื่อแลกกับสิ่งตอบแทน", (4, 4), (3, 4)),
        _risk(2, "ตรวจสถานที่ไม่ตรงตามจริงเพื่อช่วยให้แบบที่ผิดผ่าน", (3, 5), (3, 5)),
        Treatment(
            id=0,
            text="จัดทำสมุดรับคำขอและกำหนดวันแล้วเสร็จ",
            period="ต.ค. ๖๔-ม.ค. ๖๕",
            results={6: _done("เริ่มใช้เดือนธันวาคม ๒๕๖๔"), 12: _done("ใช้ต่อเนื่องครบปี")},
        ),
    ),
    _process(
        "การจัดซื้อจัดจ้างโดยวิธีเฉพาะเจาะจง",
        _SPENDING,
        _MONEY,
        _risk(3, "แบ่งวงเงินเพื่อเลี่ยงวิธีประกาศเชิญชวน", (4, 5), (3, 4)),
        _risk(4, "กำหนดคุณลักษณะให้ตรงกับผู้ขายรายเดียว", (4, 4)),
        Treatment(
            id=0,
            text="อบรมเจ้าหน้าที่พัสดุและกรรมการทุกกอง",
            period="มี.ค. ๖๕",
            units=f"{_MONEY}\n{_LEARNING}",
            results={
                6: StepResult(state=State.NOT_STARTED, problem="เลื่อนเพราะสถานการณ์โรคระบาด"),
                12: _done("อบรมเมื่อเดือนมิถุนายน ๒๕๖๕ ผู้เข้าร่วม ๒๖ คน"),
            },
        ),
    ),
    _process(
        "การเงินและทรัพย์สินของเทศบาล",
        _SPENDING,
        f"{_MONEY}\n{_CLERK}",
        _risk(5, "รับเงินแล้วออกใบเสร็จไม่ครบหรือนำส่งช้า", (3, 5), (3, 4)),
        _risk(6, "เบิกน้ำมันเกินการใช้งานจริง", None, level="สูง"),
        Treatment(
            id=0,
            text="กระทบยอดใบเสร็จและใบเบิกน้ำมันทุกสิ้นเดือน",
            period="ต.ค. ๖๔-ก.ย. ๖๕",
            results={6: _begun("ทำแล้ว ๖ เดือน", 50), 12: _done("ทำครบ ๑๒ เดือน")},
        ),
    ),
)

SAMPLE_PROCESSES: Final[Mapping[int, tuple[Process, ...]]] = {
    2565: _FORMER,
    2566: (_PERMITS, _BUYING, _TAXES, _VEHICLES, _HIRING, _LICENCES),
}
_LINKS: Final = {
    "ตรวจทานประกาศและลิงก์ของทุกรายการก่อนเผยแพร่": "ตรวจประกาศจัดซื้อจัดจ้างบนเว็บไซต์ให้ครบถ้วน",
    "เปิดช่องทางแจ้งเบาะแสที่รักษาความลับและติดไว้ที่สถานประกอบการ": "คุ้มครองผู้แจ้งเบาะแสการทุจริต",
}
"""Treatments that are measures of the same year, by their texts."""


def write_registers(file: DataFile) -> None:
    """Write the sample's risks, inside a deed; its years and measures must be there."""
    method = preset_methods()[0]
    numbers: dict[int, int] = {}
    measures: dict[str, int] = dict(
        file.read(
            "SELECT measure.text, measure.id FROM measure JOIN topic ON topic.id = measure.topic"
            " WHERE fiscal_year = 2566"
        )
    )
    for year, processes in SAMPLE_PROCESSES.items():
        keep_method(file, year, method)
        for process in processes:
            linked = tuple(
                replace(one, measure=measures.get(_LINKS.get(one.text, "")))
                for one in process.treatments
            )
            whole = replace(process, treatments=linked)
            numbers |= add_process(file, year, whole, numbers)
