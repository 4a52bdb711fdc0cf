"""The projects of the made-up municipality: what it plans for 2566 to 2570, and did before.

One of them was begun and left: it lacks headings, so that the check has something to say.
"""

from decimal import Decimal
from typing import Final

from ita_desktop.domain.measures import Round
from ita_desktop.domain.project import (
    Project,
    ProjectKind,
    ProjectResult,
    ProjectState,
    ProjectYear,
    Reason,
    TargetGroup,
)

_CLERK, _MONEY, _WORKS, _LEARNING = "สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา"
_HEALTH, _PLANNING = "กองสาธารณสุขและสิ่งแวดล้อม", "กองวิชาการและแผนงาน"
_AUDIT = "หน่วยตรวจสอบภายใน"
_STAFF, _PEOPLE, _YOUTH = TargetGroup.STAFF, TargetGroup.PEOPLE, TargetGroup.YOUTH
_HEADS, _COUNCIL, _SCHOOLS = TargetGroup.EXECUTIVES, TargetGroup.COUNCIL, TargetGroup.SCHOOLS
_YEARS: Final = range(2566, 2571)
_FORMER_YEARS: Final = range(2561, 2566)
_TASK, _DOING, _RULE = ProjectKind.PROJECT, ProjectKind.ACTIVITY, ProjectKind.MEASURE
_GUIDE: Final = ProjectKind.GUIDELINE
_Results = dict[tuple[int, Round], ProjectResult]


def _lines(*entries: str) -> str:
    return "\n".join(entries)


def _paid(quarters: tuple[int, ...], *amounts: int) -> dict[int, ProjectYear]:
    """Return the years of the plan with what each costs; a 0 is a year in which it does not run."""
    return {
        year: ProjectYear(runs=True, quarters=quarters, amount=Decimal(amount))
        for year, amount in zip(_YEARS, amounts, strict=True)
        if amount
    }


def _free(*quarters: int) -> dict[int, ProjectYear]:
    return {year: ProjectYear(runs=True, quarters=quarters) for year in _YEARS}


def _done(result: str, spent: int | None = None, **own: str) -> ProjectResult:
    return _told(ProjectState.DONE, result, spent, **own)


def _begun(result: str, spent: int | None = None, **own: str) -> ProjectResult:
    return _told(ProjectState.IN_WORK, result, spent, **own)


def _told(state: ProjectState, result: str, spent: int | None, **own: str) -> ProjectResult:
    granted = own.pop("granted", "")
    money = Decimal(granted) if granted else None
    return ProjectResult(
        state=state,
        result=result,
        spent=None if spent is None else Decimal(spent),
        planned=money,
        granted=money,
        in_ordinance=money is not None,
        problem=own.get("problem", ""),
        suggestion=own.get("suggestion", ""),
    )


def _both(six: ProjectResult, twelve: ProjectResult) -> _Results:
    return {(2566, 6): six, (2566, 12): twelve}


_HONEST: Final = Project(
    id=1,
    kind=_TASK,
    name="โครงการอบรมคุณธรรมและจริยธรรมสำหรับผู้บริหาร สมาชิกสภา และพนักงาน",
    rationale=_lines(
        "งานบริการของเทศบาลอาศัยความเชื่อถือของประชาชน "
        "ผู้ปฏิบัติงานจึงต้องรู้ว่าการกระทำใดเหมาะสมและการกระทำใดเป็นความเสี่ยง",
        "ที่ผ่านมามีพนักงานบรรจุใหม่ซึ่งยังไม่เคยเรียนรู้ประมวลจริยธรรม จึงเห็นควรจัดอบรมเป็นประจำทุกปี",
    ),
    objectives=_lines(
        "เพื่อให้ผู้เข้าอบรมเข้าใจประมวลจริยธรรมและนำไปใช้ในงานของตน",
        "เพื่อให้ผู้เข้าอบรมแยกประโยชน์ส่วนตนออกจากประโยชน์ส่วนรวมได้",
    ),
    target="ผู้บริหาร สมาชิกสภาเทศบาล พนักงานเทศบาล และพนักงานจ้าง",
    target_count=85,
    target_groups=(_HEADS, _COUNCIL, _STAFF),
    steps=_lines(
        "เสนอโครงการต่อผู้บริหารเพื่อขออนุมัติ",
        "เตรียมการอบรม",
        "\tติดต่อวิทยากรและสถานที่",
        "\tจัดทำเอกสารกรณีศึกษา",
        "\t\tกรณีการรับของขวัญ",
        "\t\tกรณีการใช้รถราชการ",
        "ดำเนินการอบรม",
        "ประเมินผลและรายงานผู้บริหาร",
    ),
    years=_paid((2,), 20_000, 20_000, 20_000, 25_000, 25_000),
    source="เงินรายได้ของเทศบาล",
    units=_CLERK,
    outputs="จัดอบรมปีละหนึ่งรุ่น",
    outcomes="ผู้เข้าอบรมร้อยละแปดสิบมีความเข้าใจเพิ่มขึ้น (แบบทดสอบก่อนและหลังการอบรม)",
    items=((2566, "O36"),),
    results=_both(
        _done("อบรมเมื่อ ๑๖ กุมภาพันธ์ ๒๕๖๖ ผู้เข้าอบรม ๗๙ คน", 18_600, granted="20000"),
        _done(
            *("อบรมครบตามแผน คะแนนหลังอบรมเฉลี่ยร้อยละ ๘๔", 18_600),
            granted="20000",
            problem="ผู้เข้าอบรมบางส่วนติดภารกิจบริการประชาชน",
            suggestion="แบ่งเป็นสองรุ่นในปีถัดไป",
        ),
    ),
)
_PLEDGE: Final = Project(
    id=2,
    kind=_RULE,
    name="มาตรการไม่รับของขวัญและของกำนัลจากการปฏิบัติหน้าที่",
    rationale="การรับของขวัญแม้มีมูลค่าน้อยทำให้การตัดสินใจเอนเอียง และทำให้ประชาชนสงสัยในความเป็นกลาง",
    objectives="เพื่อให้บุคลากรทุกระดับปฏิเสธของขวัญเนื่องจากการปฏิบัติหน้าที่",
    target="บุคลากรทุกคนของเทศบาล",
    target_groups=(_HEADS, _COUNCIL, _STAFF),
    steps=_lines("จัดทำประกาศและลงนามร่วมกัน", "ติดป้ายที่จุดบริการทุกแห่ง", "รวบรวมรายงานการรับของขวัญ"),
    years=_free(1, 2, 3, 4),
    no_budget=True,
    units=_CLERK,
    outputs="ประกาศและป้ายประชาสัมพันธ์ครบทุกจุดบริการ",
    outcomes="ไม่มีเรื่องร้องเรียนการรับของขวัญ (สถิติเรื่องร้องเรียน)",
    results=_both(
        _done("ประกาศและติดป้ายครบ ๙ จุด"),
        _done("มีผู้รายงานการส่งคืนของขวัญ ๔ ราย", problem="ไม่มี", suggestion="ไม่มี"),
    ),
)
_CONFLICT: Final = Project(
    id=3,
    kind=_DOING,
    name="กิจกรรมเรียนรู้เรื่องผลประโยชน์ทับซ้อนจากกรณีจริง",
    rationale="ความผิดหลายเรื่องเกิดจากความไม่รู้ว่าตนมีส่วนได้เสีย การเรียนจากกรณีจริงช่วยให้สังเกตได้เร็วขึ้น",
    objectives="เพื่อให้พนักงานบอกได้ว่าสถานการณ์ใดเป็นผลประโยชน์ทับซ้อน",
    target="พนักงานเทศบาลและพนักงานจ้าง",
    target_count=60,
    target_groups=(_STAFF,),
    steps=_lines("คัดเลือกกรณีศึกษา", "จัดวงแลกเปลี่ยนไตรมาสละหนึ่งครั้ง", "สรุปบทเรียนเผยแพร่ภายใน"),
    years=_free(1, 2, 3, 4),
    no_budget=True,
    units=f"{_CLERK}\n{_AUDIT}",
    outputs="วงแลกเปลี่ยนปีละสี่ครั้ง",
    outcomes="พนักงานตอบแบบสถานการณ์ถูกต้องมากขึ้น (แบบสอบถามสถานการณ์)",
    results=_both(
        _begun("จัดแล้ว ๒ ครั้ง ผู้ร่วมเฉลี่ย ๒๒ คน"), _done("จัดครบ ๔ ครั้ง และเผยแพร่สรุปบทเรียน ๔ เรื่อง")
    ),
)
_CHILDREN: Final = Project(
    id=4,
    kind=_TASK,
    name="โครงการเยาวชนบ้านตัวอย่างโตไปไม่โกง",
    rationale="นิสัยซื่อสัตย์ปลูกได้ง่ายตั้งแต่วัยเรียน และเด็กนำสิ่งที่เรียนรู้กลับไปคุยต่อในครอบครัว",
    objectives=_lines("เพื่อให้เด็กรู้จักกติกาและความซื่อสัตย์", "เพื่อให้โรงเรียนมีกิจกรรมต่อเนื่อง"),
    target="นักเรียนโรงเรียนในเขตเทศบาล",
    target_count=120,
    target_groups=(_YOUTH, _SCHOOLS),
    steps=_lines("ประชุมครู", "จัดค่ายหนึ่งวัน", "ประกวดสื่อ", "ติดตามผลในโรงเรียน"),
    years=_paid((3, 4), 30_000, 30_000, 30_000, 30_000, 30_000),
    source="เงินอุดหนุน",
    units=_LEARNING,
    outputs="ค่ายหนึ่งครั้งและสื่ออย่างน้อยสิบชิ้น",
    outcomes="เด็กที่ร่วมกิจกรรมบอกผลของการโกงได้ (แบบสังเกตของครู)",
    results=_both(
        ProjectResult(state=ProjectState.NOT_STARTED, granted=Decimal(30_000)),
        _done("จัดค่ายเมื่อ ๘ กรกฎาคม ๒๕๖๖ นักเรียน ๑๑๔ คน", 29_450, granted="30000"),
    ),
)
_SUFFICIENT: Final = Project(
    id=5,
    kind=_DOING,
    name="กิจกรรมครัวเรือนพอเพียงไม่พึ่งสินบน",
    rationale="ครัวเรือนที่วางแผนรายจ่ายได้มีแรงกดดันน้อยกว่าที่จะขอหรือให้สิ่งตอบแทนนอกกฎหมาย",
    objectives="เพื่อให้ประชาชนนำหลักเศรษฐกิจพอเพียงไปใช้ในครัวเรือน",
    target="ผู้แทนครัวเรือนจากทุกชุมชน",
    target_count=50,
    target_groups=(_PEOPLE,),
    steps=_lines("รับสมัครครัวเรือน", "อบรมทำบัญชีครัวเรือน", "เยี่ยมติดตาม"),
    years=_paid((2, 3), 15_000, 0, 15_000, 0, 15_000),
    source="เงินรายได้ของเทศบาล",
    units=_PLANNING,
    outputs="ครัวเรือนต้นแบบห้าสิบครัวเรือน",
    outcomes="ครัวเรือนทำบัญชีต่อเนื่องเกินหกเดือน (สมุดบัญชีครัวเรือน)",
    results=_both(
        _begun("รับสมัครครบ ๕๐ ครัวเรือน", 4_200, granted="15000"),
        _done("อบรมและเยี่ยมติดตามครบ", 14_700, granted="15000"),
    ),
)
_OPEN: Final = Project(
    id=6,
    kind=_RULE,
    name="มาตรการเปิดเผยแผนและผลการใช้จ่ายงบประมาณเป็นรายไตรมาส",
    rationale="ผู้ตอบแบบวัดการรับรู้ยังไม่ทราบแผนการใช้จ่าย การแสดงเป็นรายไตรมาสช่วยให้ติดตามได้ทันเวลา",
    objectives="เพื่อให้ประชาชนและบุคลากรเห็นการใช้จ่ายงบประมาณที่เป็นปัจจุบัน",
    target="ประชาชนและบุคลากร",
    target_groups=(_PEOPLE, _STAFF),
    steps=_lines("รวบรวมข้อมูลภายในสิบวันหลังสิ้นไตรมาส", "ตรวจทาน", "เผยแพร่บนเว็บไซต์และบอร์ดทุกกอง"),
    years=_free(1, 2, 3, 4),
    no_budget=True,
    units=f"{_MONEY}\n{_PLANNING}",
    outputs="ข้อมูลปีละสี่ครั้ง",
    outcomes="คะแนนการรับรู้เรื่องงบประมาณสูงขึ้น (ผลประเมินของปีถัดไป)",
    results=_both(_begun("เผยแพร่แล้ว ๒ ไตรมาส"), _done("เผยแพร่ครบ ๔ ไตรมาส")),
)
_PEOPLE_RULES: Final = Project(
    id=7,
    kind=_RULE,
    name="มาตรการเปิดเผยเกณฑ์การบรรจุ แต่งตั้ง และเลื่อนขั้น",
    rationale="การบริหารงานบุคคลที่อธิบายเกณฑ์ได้ลดข้อสงสัยเรื่องการช่วยเหลือพวกพ้อง",
    objectives="เพื่อให้ผู้สมัครและพนักงานรู้เกณฑ์และคะแนนของตนก่อนและหลังการพิจารณา",
    target="ผู้สมัครงานและพนักงานเทศบาล",
    target_groups=(_STAFF, _PEOPLE),
    steps=_lines("ทบทวนเกณฑ์", "เผยแพร่ก่อนรับสมัคร", "แจ้งผลเป็นรายบุคคล"),
    years=_free(1, 3),
    no_budget=True,
    units=_CLERK,
    outputs="เกณฑ์ที่เผยแพร่ครบทุกการสรรหา",
    outcomes="ไม่มีข้อร้องเรียนการสรรหา (ทะเบียนเรื่องร้องเรียน)",
    results=_both(_done("ใช้เกณฑ์ใหม่กับการสรรหา ๒ ครั้ง"), _done("ใช้ครบ ๓ ครั้ง ไม่มีข้อร้องเรียน")),
)
_PAYING: Final = Project(
    id=8,
    kind=_TASK,
    name="โครงการพัฒนาระบบรับชำระภาษีออนไลน์",
    rationale="การรับเงินสดนอกสถานที่เป็นความเสี่ยงที่ประเมินไว้สูง ระบบออนไลน์ทำให้ทุกบาทมีหลักฐานทันที",
    objectives=_lines("เพื่อลดการรับเงินสด", "เพื่อให้ผู้เสียภาษีตรวจสอบใบเสร็จได้เอง"),
    target="ผู้เสียภาษีในเขตเทศบาล",
    target_count=2_400,
    target_groups=(_PEOPLE, TargetGroup.BUSINESS),
    steps=_lines("จ้างพัฒนาระบบ", "ทดลองใช้สองชุมชน", "เปิดใช้ทั้งเขต", "ประเมินผล"),
    years=_paid((1, 2, 3), 180_000, 40_000, 40_000, 0, 0),
    source="เงินรายได้ของเทศบาล",
    units=f"{_MONEY}\n{_WORKS}",
    outputs="ระบบรับชำระที่ใช้งานได้หนึ่งระบบ",
    outcomes="ผู้ชำระผ่านระบบเกินครึ่ง (รายงานจากระบบ)",
    results=_both(
        _begun("ลงนามสัญญาและส่งงานงวดแรก", 54_000, granted="180000"),
        _done(
            *("เปิดใช้ทั้งเขต ผู้ชำระผ่านระบบร้อยละ ๔๑", 178_500),
            granted="180000",
            problem="ผู้สูงอายุบางส่วนไม่ถนัดใช้โทรศัพท์",
            suggestion="จัดเจ้าหน้าที่ช่วยชำระที่จุดบริการ",
        ),
    ),
)
_QUEUES: Final = Project(id=9, kind=_GUIDE, name="แนวปฏิบัติการแสดงลำดับคิวคำขออนุญาต", units=_WORKS)
_DISCRETION: Final = Project(
    id=10,
    kind=_RULE,
    name="มาตรการมอบอำนาจอนุมัติตามวงเงิน",
    rationale="การรวมอำนาจไว้ที่คนเดียวทำให้งานช้าและตรวจสอบยาก การมอบอำนาจตามวงเงินช่วยให้มีผู้ถ่วงดุล",
    objectives="เพื่อให้การอนุมัติรวดเร็วและมีผู้สอบทาน",
    target="ผู้บริหารและหัวหน้าส่วนราชการ",
    target_groups=(_HEADS, _STAFF),
    steps=_lines("ทบทวนคำสั่งมอบอำนาจ", "ประกาศใช้", "สอบทานปลายปี"),
    years=_free(1, 4),
    no_budget=True,
    units=_CLERK,
    outputs="คำสั่งมอบอำนาจที่เป็นปัจจุบัน",
    outcomes="ระยะเวลาอนุมัติเฉลี่ยลดลง (บันทึกเวลาในแฟ้มเสนอ)",
    results=_both(_done("ลงนามคำสั่งเมื่อ ๗ พฤศจิกายน ๒๕๖๕"), _done("สอบทานแล้ว ไม่พบการอนุมัติเกินอำนาจ")),
)
_FORUM: Final = Project(
    id=11,
    kind=_TASK,
    name="โครงการประชาคมแผนพัฒนาและงบประมาณ",
    rationale="ประชาชนที่ร่วมเลือกโครงการตั้งแต่ต้นจะช่วยติดตามการใช้เงินจนจบ",
    objectives="เพื่อให้ทุกชุมชนมีส่วนเลือกและติดตามโครงการของเทศบาล",
    target="ประชาชนจากทุกชุมชน",
    target_count=400,
    target_groups=(_PEOPLE,),
    steps=_lines("ประชุมชุมชน", "จัดประชาคมระดับเทศบาล", "เผยแพร่ผลการคัดเลือก"),
    years=_paid((1, 2), 40_000, 40_000, 40_000, 40_000, 40_000),
    source="เงินรายได้ของเทศบาล",
    units=_PLANNING,
    outputs="เวทีประชาคมปีละหนึ่งครั้งทุกชุมชน",
    outcomes="ข้อเสนอของประชาชนอยู่ในแผนพัฒนา (บัญชีข้อเสนอที่ใช้)",
    results=_both(
        _done("จัดครบ ๑๑ ชุมชน ผู้ร่วม ๔๒๖ คน", 38_900, granted="40000"),
        _done("ข้อเสนอ ๒๗ เรื่องอยู่ในแผนพัฒนา", 38_900, granted="40000"),
    ),
)
_HEARING: Final = Project(
    id=12,
    kind=_DOING,
    name="กิจกรรมช่องทางแจ้งเบาะแสที่คุ้มครองผู้แจ้ง",
    rationale="ผู้พบเห็นจำนวนมากไม่แจ้งเพราะกลัวถูกเปิดเผยตัว ช่องทางที่รักษาความลับจึงจำเป็น",
    objectives="เพื่อให้ประชาชนแจ้งเบาะแสได้อย่างปลอดภัยและรู้ผลการดำเนินการ",
    target="ประชาชนและบุคลากร",
    target_groups=(_PEOPLE, _STAFF),
    steps=_lines("เปิดช่องทาง", "กำหนดผู้เข้าถึงข้อมูล", "แจ้งผลภายในสิบห้าวัน", "สรุปสถิติ"),
    years=_free(1, 2, 3, 4),
    no_budget=True,
    units=f"{_CLERK}\n{_AUDIT}",
    outputs="ช่องทางแจ้งเบาะแสอย่างน้อยสามช่องทาง",
    outcomes="เรื่องที่ได้รับแจ้งมีคำตอบทุกเรื่อง (ทะเบียนเรื่องร้องเรียน)",
    results=_both(_begun("เปิดแล้ว ๓ ช่องทาง ได้รับ ๖ เรื่อง"), _done("ได้รับ ๑๓ เรื่อง แจ้งผลครบทุกเรื่อง")),
)
_AUDITING: Final = Project(
    id=13,
    kind=_TASK,
    name="โครงการตรวจสอบภายในเชิงป้องกัน",
    rationale="การตรวจเฉพาะหลังเกิดเหตุแก้ไขได้ช้า การตรวจกระบวนงานที่เสี่ยงก่อนช่วยลดความเสียหาย",
    objectives="เพื่อให้กระบวนงานเสี่ยงสูงได้รับการตรวจทุกปี",
    target="ทุกส่วนราชการ",
    target_groups=(_STAFF,),
    steps=_lines("จัดลำดับความเสี่ยง", "ตรวจตามแผน", "ติดตามการแก้ไข"),
    years=_paid((2, 3, 4), 12_000, 12_000, 12_000, 12_000, 12_000),
    source="เงินรายได้ของเทศบาล",
    units=_AUDIT,
    outputs="รายงานการตรวจสอบปีละหกเรื่อง",
    outcomes="ข้อตรวจพบได้รับการแก้ไขภายในเก้าสิบวัน (แบบติดตามข้อตรวจพบ)",
    results=_both(
        _begun("ตรวจแล้ว ๒ เรื่อง", 3_000, granted="12000"),
        ProjectResult(
            state=ProjectState.IMPOSSIBLE,
            reason=Reason.STAFF,
            granted=Decimal(12_000),
            spent=Decimal(3_000),
            result="ตรวจได้ ๒ จาก ๖ เรื่อง",
            problem="ผู้ตรวจสอบโอนย้ายเมื่อเดือนพฤษภาคม ๒๕๖๖",
            suggestion="ขอใช้บัญชีผู้สอบแข่งขันได้ของหน่วยงานอื่น",
        ),
    ),
)
_COUNCIL_TASK: Final = Project(
    id=14,
    kind=_TASK,
    name="โครงการเสริมความรู้สมาชิกสภาเทศบาลด้านการตรวจสอบงบประมาณ",
    rationale="สมาชิกสภามีหน้าที่ตรวจสอบฝ่ายบริหาร จึงควรอ่านเอกสารงบประมาณและสัญญาได้",
    objectives="เพื่อให้สมาชิกสภาตั้งคำถามจากเอกสารงบประมาณได้",
    target="สมาชิกสภาเทศบาล",
    target_count=12,
    target_groups=(_COUNCIL,),
    steps=_lines("สำรวจความต้องการ", "อบรมเชิงปฏิบัติการ", "สรุปผล"),
    years=_paid((1,), 0, 25_000, 0, 25_000, 0),
    source="เงินรายได้ของเทศบาล",
    units=_CLERK,
    outputs="อบรมสองครั้งตลอดแผน",
    outcomes="สมาชิกสภาเสนอกระทู้เรื่องงบประมาณมากขึ้น (รายงานการประชุมสภา)",
)

SAMPLE_PROJECTS: Final = (
    *((3, _HONEST), (3, _PLEDGE), (4, _CONFLICT), (8, _CHILDREN), (7, _SUFFICIENT)),
    *((11, _OPEN), (12, _PEOPLE_RULES), (11, _PAYING), (19, _QUEUES), (20, _DISCRETION)),
    *((23, _FORUM), (27, _HEARING), (31, _AUDITING), (35, _COUNCIL_TASK)),
)
"""Each with the number of its section in the template of 2566, from 1."""
SAMPLE_PLACES: Final = {2: (14,), 12: (38, 39)}
"""Sections that projects also stand under, by the project's number here."""


def _former(number: int, kind: ProjectKind, name: str, units: str, what: str) -> Project:
    """Return a project of the plan before, done every year without money."""
    results: _Results = {}
    for year in (2563, 2564, 2565):
        results[year, 12] = _done(
            f"{what}ครบทั้งปี", problem="ผู้ร่วมน้อยกว่าที่คาด", suggestion="ประชาสัมพันธ์ล่วงหน้า"
        )
        if year > 2563:
            results[year, 6] = _begun(f"{what}ตามกำหนด")
    return Project(
        id=number,
        kind=kind,
        name=name,
        rationale="หน่วยงานต้องการให้การป้องกันการทุจริตเป็นงานประจำของทุกส่วนราชการ",
        objectives="เพื่อลดโอกาสที่จะเกิดการทุจริตในหน่วยงาน",
        target="บุคลากรและประชาชน",
        target_groups=(_STAFF, _PEOPLE),
        steps=_lines("วางแผน", "ดำเนินการ", "รายงานผล"),
        years={year: ProjectYear(runs=True) for year in _FORMER_YEARS},
        no_budget=True,
        units=units,
        outputs="ดำเนินการครบทุกปี",
        outcomes="ข้อร้องเรียนลดลง (ทะเบียนเรื่องร้องเรียน)",
        results=results,
    )


FORMER_PROJECTS: Final = (
    (1, _former(21, _DOING, "กิจกรรมประชุมย่อยเรื่องความซื่อสัตย์", _CLERK, "จัดประชุม")),
    (2, _former(2, _RULE, "มาตรการไม่รับของขวัญ", _CLERK, "แจ้งเวียน")),
    (3, _former(11, _TASK, "โครงการประชาคมแผนพัฒนา", _PLANNING, "จัดเวที")),
    (4, _former(13, _TASK, "โครงการตรวจสอบภายใน", f"{_AUDIT}\n{_HEALTH}", "ตรวจ")),
)
"""Each with the number of its section in the template of 2561; a later one goes on from its id."""
