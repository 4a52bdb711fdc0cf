"""The measures of the made-up municipality: two years of them, with reports, and what they lack.

Of 2566 some reports, a follow-up, a period and an owner are missing, one topic has no measure and
one is under a heading that its score contradicts: the check has something to say.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, add_row
from ita_desktop.db.topic_rows import add_topic
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    Round,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)

_CLERK, _MONEY, _WORKS = "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง"
_PLANS, _AUDIT, _HEALTH = "กองวิชาการและแผนงาน", "หน่วยตรวจสอบภายใน", "กองสาธารณสุขและสิ่งแวดล้อม"
_TWICE: Final = "รายงานผลต่อนายกเทศมนตรีทุก ๖ เดือน"


def _item(year: int, code: str, score: str, finding: str = "", text: str = "") -> TopicItem:
    return TopicItem(
        id=0, criteria_year=year, code=code, text=text, score=Decimal(score), finding=finding
    )


def _step(
    text: str, units: str = "", period: str = "", results: Mapping[Round, StepResult] | None = None
) -> Step:
    return Step(id=0, text=text, units=units, period=period, results=results or {})


def _done(result: str, outcome: str = "") -> StepResult:
    return StepResult(state=State.DONE, result=result, outcome=outcome, percent=100)


def _topic(*items: TopicItem, measures: tuple[Measure, ...] = (), **own: str) -> Topic:
    band = Band(own["band"]) if "band" in own else None
    title = own.get("title", "")
    return Topic(id=0, fiscal_year=2566, title=title, band=band, items=items, measures=measures)


_BUDGET = _topic(
    _item(2565, "i7", "71.20", "บุคลากรส่วนใหญ่ทราบวงเงินรวม แต่ไม่ทราบแผนการใช้จ่ายของกองตนเอง"),
    _item(2565, "i12", "73.80", "มีเพียงผู้จัดทำงบประมาณที่ได้ตรวจสอบการใช้จ่าย"),
    measures=(
        Measure(
            id=0,
            text="เปิดเผยแผนและผลการใช้จ่ายงบประมาณให้บุคลากรทุกคนตรวจสอบได้",
            follow_up=_TWICE,
            steps=(
                _step(
                    "จัดประชุมชี้แจงแผนการใช้จ่ายงบประมาณประจำปีแก่บุคลากรทุกกอง",
                    f"-{_MONEY}\n-{_PLANS}",
                    "ต.ค.-พ.ย. ๖๕",
                    {
                        6: _done(
                            "จัดประชุมเมื่อวันที่ ๑๐ พฤศจิกายน ๒๕๖๕ มีผู้เข้าร่วม ๖๔ คน จากทั้งหมด ๗๒ คน",
                            "ผู้เข้าร่วมตอบแบบทดสอบหลังประชุมถูกต้องร้อยละ ๘๖",
                        )
                    },
                ),
                _step(
                    "สรุปผลการใช้จ่ายรายเดือนเป็นแผนภาพหนึ่งหน้า ติดประกาศและส่งในกลุ่มไลน์ของแต่ละกอง",
                    _MONEY,
                    "ม.ค.-ก.ย. ๖๖",
                    {
                        6: StepResult(
                            state=State.IN_WORK,
                            result="จัดทำแล้ว ๒ เดือน (มกราคมและกุมภาพันธ์ ๒๕๖๖)",
                            problem="ข้อมูลจากระบบบัญชีปิดงวดล่าช้า",
                            suggestion="กำหนดวันปิดงวดภายในวันที่ ๕ ของเดือนถัดไป",
                            percent=30,
                        )
                    },
                ),
                _step(
                    "เปิดรับคำถามและข้อเสนอแนะเรื่องงบประมาณในที่ประชุมประจำเดือน",
                    "ทุกสำนัก/กอง",
                    "ตลอดปีงบประมาณ",
                ),
            ),
        ),
    ),
)
_PROPERTY = _topic(
    _item(2565, "i23", "76.30", "บุคลากรที่บรรจุใหม่ยังไม่ทราบขั้นตอนการยืมทรัพย์สิน"),
    _item(2565, "i24", "78.11", "การตรวจสอบทำเพียงปีละครั้งพร้อมการตรวจนับพัสดุ"),
    _item(2565, "i20", "80.02", "ต้องขออนุมัติหลายระดับ ใช้เวลามากกว่า ๒ วัน"),
    measures=(
        Measure(
            id=0,
            text="จัดทำคู่มือการยืมและการใช้ทรัพย์สินของราชการฉบับย่อ",
            units=f"{_MONEY}\n{_CLERK}",
            follow_up="หัวหน้าเจ้าหน้าที่พัสดุรายงานทุกไตรมาส",
            steps=(
                _step(
                    "ทบทวนระเบียบและเขียนคู่มือ ๒ หน้า พร้อมแบบฟอร์มขอยืม",
                    period="ธ.ค. ๖๕-ม.ค. ๖๖",
                    results={6: _done("ประกาศใช้คู่มือเมื่อวันที่ ๒๐ มกราคม ๒๕๖๖ และเผยแพร่ทางเว็บไซต์")},
                ),
                _step(
                    "ลดขั้นตอนอนุมัติให้แล้วเสร็จภายในวันทำการเดียว",
                    period="ก.พ.-มี.ค. ๖๖",
                    results={
                        6: StepResult(
                            state=State.NOT_STARTED,
                            problem="อยู่ระหว่างหารืออำนาจอนุมัติกับนิติกร",
                            percent=0,
                        )
                    },
                ),
                _step("สุ่มตรวจทะเบียนการยืมของทุกกองเดือนละครั้ง", _AUDIT, "ม.ค.-ก.ย. ๖๖"),
            ),
        ),
    ),
)
_OUTSIDERS = _topic(
    _item(2565, "i22", "79.80", "ยังไม่มีป้ายแจ้งเงื่อนไขการใช้อาคารและเครื่องจักรสำหรับบุคคลภายนอก"),
    measures=(
        Measure(
            id=0,
            text="กำหนดหลักเกณฑ์ให้บุคคลภายนอกใช้ทรัพย์สินของเทศบาล",
            units=_WORKS,
            period="ม.ค.-มิ.ย. ๖๖",
            steps=(
                _step(
                    "ออกประกาศหลักเกณฑ์และอัตราค่าธรรมเนียม",
                    results={
                        6: StepResult(
                            state=State.IN_WORK,
                            result="ร่างประกาศเสร็จแล้ว รอเสนอสภาเทศบาลสมัยแรก",
                            percent=60,
                        )
                    },
                ),
                _step("ติดป้ายและเปิดทะเบียนขออนุญาตที่อาคารอเนกประสงค์"),
            ),
        ),
    ),
)
_SERVICE = _topic(
    _item(2565, "e14", "80.25", "ผู้รับบริการเสนอความเห็นได้เฉพาะเมื่อมีประชุมประชาคม"),
    _item(2565, "e12", "84.62", "ระยะเวลาของบางบริการยังไม่ตรงกับคู่มือประชาชน"),
    _item(2565, "e11", "85.30"),
    measures=(
        Measure(
            id=0,
            text="ปรับปรุงบริการจากเสียงของผู้รับบริการ",
            period="ม.ค.-ก.ย. ๖๖",
            follow_up="สรุปความเห็นเสนอที่ประชุมหัวหน้าส่วนราชการทุกเดือน",
            steps=(
                _step(
                    "ตั้งจุดรับความเห็นด้วยคิวอาร์โค้ดที่ทุกเคาน์เตอร์บริการ",
                    f"{_CLERK}\n{_HEALTH}\n{_WORKS}",
                    "ม.ค.-ก.พ. ๖๖",
                    {6: _done("ติดตั้งครบ ๕ จุด มีผู้ให้ความเห็น ๒๑๘ ราย", "ความพึงพอใจเฉลี่ยร้อยละ ๙๑.๔๐")},
                ),
                _step(
                    "ปรับขั้นตอนการขออนุญาตก่อสร้างให้เหลือไม่เกิน ๑๕ วัน",
                    _WORKS,
                    "มี.ค.-มิ.ย. ๖๖",
                    {
                        6: StepResult(
                            state=State.IN_WORK, result="เก็บข้อมูลระยะเวลาจริง ๔๒ คำขอ", percent=40
                        )
                    },
                ),
                _step("ประกาศผลการปรับปรุงให้ประชาชนทราบ", period="ส.ค.-ก.ย. ๖๖"),
            ),
        ),
    ),
)
_CORRUPTION = _topic(
    _item(2565, "i30", "84.92", "ผู้พบเห็นไม่มั่นใจว่าข้อมูลของตนจะเป็นความลับ"),
    measures=(
        Measure(
            id=0,
            text="คุ้มครองผู้แจ้งเบาะแสการทุจริต",
            units=f"{_CLERK}\nศูนย์ดำรงธรรมอำเภอ",
            follow_up=_TWICE,
            steps=(
                _step(
                    "กำหนดแนวปฏิบัติการรักษาความลับและผู้รับเรื่องเพียงหนึ่งคน",
                    period="พ.ย.-ธ.ค. ๖๕",
                    results={6: _done("ลงนามแนวปฏิบัติเมื่อวันที่ ๒๗ ธันวาคม ๒๕๖๕")},
                ),
                _step(
                    "ให้ความรู้แก่บุคลากรเรื่องช่องทางร้องเรียนและสิทธิของผู้แจ้ง",
                    period="ภายใน ๓๑ มี.ค. ๖๖",
                    results={
                        6: StepResult(
                            state=State.DONE,
                            result="อบรม ๑ รุ่น ผู้เข้าร่วม ๓๘ คน",
                            suggestion="ควรจัดรุ่นที่ ๒ สำหรับพนักงานจ้าง",
                            percent=60,
                        )
                    },
                ),
            ),
        ),
    ),
)
_QUESTIONS = _topic(
    _item(2565, "e9", "86.55", "คำถามทางเพจของเทศบาลได้รับคำตอบช้ากว่า ๓ วันทำการ"),
    _item(2565, "e6", "88.20", "ข้อมูลสำคัญอยู่ลึกกว่า ๓ หน้าจากหน้าแรกของเว็บไซต์"),
    measures=(
        Measure(
            id=0,
            text="ตอบคำถามประชาชนภายใน ๑ วันทำการ และจัดหน้าเว็บไซต์ให้หาข้อมูลง่าย",
            units=_PLANS,
            follow_up="ผู้ดูแลเว็บไซต์รายงานสถิติทุกเดือน",
            steps=(
                _step("จัดเวรผู้ตอบคำถามและแบบคำตอบที่ใช้บ่อย", period="เม.ย.-พ.ค. ๖๖"),
                _step("ย้ายข้อมูลที่มีผู้ค้นมากที่สุด ๑๐ เรื่องมาไว้หน้าแรก", period="ต.ค.-พ.ย. ๖๖"),
            ),
        ),
    ),
)
_PROCUREMENT = _topic(
    _item(2565, "O22", "0", "เผยแพร่ประกาศไม่ครบทุกรายการ และลิงก์บางรายการเปิดไม่ได้"),
    band="improve",
    measures=(
        Measure(
            id=0,
            text="ตรวจประกาศจัดซื้อจัดจ้างบนเว็บไซต์ให้ครบถ้วน",
            units=_MONEY,
            period="ทุกเดือน",
            follow_up="เจ้าหน้าที่พัสดุลงนามในแบบตรวจทุกสิ้นเดือน",
            steps=(
                _step(
                    "ตรวจลิงก์ของประกาศทุกรายการด้วยแบบตรวจเดียวกัน",
                    results={
                        6: StepResult(
                            state=State.IN_WORK,
                            result="ตรวจครบ ๕ เดือน พบและแก้ลิงก์ ๓ รายการ",
                            percent=50,
                        )
                    },
                ),
                _step(
                    "มอบหมายผู้ตรวจทานคนที่สองก่อนเผยแพร่",
                    period="ต.ค.-ธ.ค. ๖๕",
                    results={6: _done("มีคำสั่งมอบหมายลงวันที่ ๑ ธันวาคม ๒๕๖๕")},
                ),
            ),
        ),
    ),
)
_REPORTS = _topic(
    _item(2565, "O43", "0", "ดำเนินการจริงแต่ไม่ได้เผยแพร่รายงานก่อนวันปิดระบบ"),
    _item(2565, "O40", "0"),
    title="การรายงานผลให้ทันกำหนด",
)
_FINISHED: Final[Mapping[Round, StepResult]] = {
    6: StepResult(state=State.IN_WORK, result="อยู่ระหว่างจัดทำทะเบียน", percent=50),
    12: _done("จัดทำทะเบียนครบทุกกองเมื่อวันที่ ๓๐ มิถุนายน ๒๕๖๕", "ตรวจพบการยืมเกินกำหนดลดลงครึ่งหนึ่ง"),
}
_REGISTER = _topic(
    _item(*(2564, "", "79.86", "การยืมทรัพย์สินบางรายการไม่มีหลักฐาน", "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ")),
    measures=(
        Measure(
            id=0,
            text="จัดทำทะเบียนการยืมทรัพย์สินของทุกกอง",
            units="ทุกสำนัก/กอง",
            period="ม.ค.-มิ.ย. ๖๕",
            follow_up=_TWICE,
            results=_FINISHED,
        ),
    ),
)
_SHOWN = _topic(
    _item(*(2564, "", "80.12", "แผนการใช้จ่ายเผยแพร่เฉพาะบนเว็บไซต์", "ตัวชี้วัดที่ ๒ การใช้จ่ายงบประมาณ")),
    measures=(
        Measure(
            id=0,
            text="ติดประกาศแผนการใช้จ่ายงบประมาณทุกกอง",
            units=_MONEY,
            period="ไตรมาส ๑",
            follow_up="กองคลังตรวจทุกสิ้นไตรมาส",
            steps=(
                _step(
                    "จัดทำแผ่นประกาศของแต่ละกอง",
                    results={6: _done("ติดประกาศครบ ๖ กอง"), 12: _done("ปรับปรุงข้อมูลแล้ว ๒ ครั้ง")},
                ),
                _step(
                    "ประชุมชี้แจงบุคลากร",
                    results={
                        6: StepResult(state=State.NOT_STARTED, problem="เลื่อนเพราะสถานการณ์โรคระบาด"),
                        12: StepResult(state=State.STOPPED, result="ยกไปดำเนินการในปีงบประมาณ ๒๕๖๖"),
                    },
                ),
            ),
        ),
    ),
)


def _row(stage: str, period: str, method: str) -> CalendarRow:
    return CalendarRow(id=0, stage=stage, period=period, method=method)


SAMPLE_TRACKERS: Final = (
    Tracker(fiscal_year=2565, topics=(_REGISTER, _SHOWN)),
    Tracker(
        fiscal_year=2566,
        topics=(
            *(_BUDGET, _PROPERTY, _OUTSIDERS, _SERVICE),
            *(_CORRUPTION, _QUESTIONS, _PROCUREMENT, _REPORTS),
        ),
        calendar=(
            _row("เตรียมการ", "ก.ย.-ต.ค. ๖๕", "แต่งตั้งคณะทำงานและแจ้งผลการประเมินปี ๒๕๖๕ ให้ทุกกองทราบ"),
            _row("วิเคราะห์", "พ.ย. ๖๕", "ประชุมหาสาเหตุของข้อที่ได้คะแนนต่ำและกำหนดมาตรการ"),
            _row("", "ธ.ค. ๖๕", "เสนอนายกเทศมนตรีลงนามและประกาศใช้"),
            _row("ดำเนินการ", "ม.ค.-ก.ย. ๖๖", "ทุกกองดำเนินการตามมาตรการและเก็บหลักฐาน"),
            _row("ติดตาม", "มี.ค. และ ก.ย. ๖๖", "รวบรวมผลรอบ ๖ เดือน และรอบ ๑๒ เดือน"),
            _row("เผยแพร่", "เม.ย. และ ต.ค. ๖๖", "เผยแพร่รายงานผลบนเว็บไซต์ของเทศบาล"),
        ),
    ),
)


def write_trackers(file: DataFile) -> None:
    """Write the sample's measures, inside a deed; their years must be there."""
    for tracker in SAMPLE_TRACKERS:
        year = tracker.fiscal_year
        for topic in tracker.topics:
            add_topic(file, year, topic)
        for row in tracker.calendar:
            values = {"stage": row.stage, "period": row.period, "method": row.method}
            add_row(file, Kind.CALENDAR, year, values)
