"""A data file with thousands of steps of measures, as a large office might write them in a year."""

from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, add_row, put_result
from ita_desktop.workflows.opening import new_file

YEAR = 2566
STEPS = 3_000
_UNITS = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา\nกองวิชาการและแผนงาน", "ทุกหน่วยงาน")
_PERIODS = ("ต.ค. - ธ.ค. ๖๕", "ม.ค. - มี.ค. ๖๖", "เม.ย. - ก.ย. ๖๖", "ตลอดปีงบประมาณ")
_STEP = (
    "จัดประชุมชี้แจงแนวทางการปฏิบัติงานให้บุคลากรทุกคนทราบ พร้อมจัดทำเอกสารสรุปหนึ่งหน้า"
    " และเปิดให้ซักถามข้อสงสัย ครั้งที่ {number}"
)
_RESULT = "ประชุมชี้แจงแล้ว มีผู้เข้าร่วม {number} คน และเผยแพร่เอกสารสรุปบนเว็บไซต์ของหน่วยงาน"


def make_many_steps(path: Path, topics: int = 60, steps: int = STEPS) -> None:
    """Make the file: ``steps`` steps shared evenly by the measures of ``topics`` topics."""
    file = new_file(path)
    file.connection.execute("PRAGMA synchronous = OFF")  # a fixture; nobody pulls the plug
    write_steps(file, topics, steps)
    file.close()


def write_steps(file: DataFile, topics: int = 60, steps: int = STEPS) -> None:
    """Write ``steps`` steps, shared evenly by the measures of ``topics`` topics, as one deed."""
    with file.deed("เตรียมข้อมูลสำหรับวัดผล"):
        file.connection.execute(
            "INSERT INTO fiscal_year (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (YEAR,)
        )
        number = 0
        for place in range(topics):
            number = _write_topic(file, place, steps * (place + 1) // topics, number)


def _write_topic(file: DataFile, place: int, last: int, number: int) -> int:
    topic = add_row(file, Kind.TOPIC, YEAR, {})
    item = {
        "criteria_year": YEAR - 1,
        "code": f"i{place % 30 + 1}",
        "score": f"{60 + place % 30}.{place % 10}0",
        "finding": "บุคลากรบางส่วนยังไม่ทราบแนวทางการปฏิบัติงาน",
    }
    add_row(file, Kind.ITEM, topic, item)
    measure = add_row(
        file, Kind.MEASURE, topic, {"text": f"ส่งเสริมการรับรู้ของบุคลากร เรื่องที่ {place + 1}"}
    )
    while number < last:
        number += 1
        step = add_row(
            file,
            Kind.STEP,
            measure,
            {
                "text": _STEP.format(number=number),
                "units": _UNITS[number % len(_UNITS)],
                "period": _PERIODS[number % len(_PERIODS)],
                "follow_up": "รายงานผู้บริหารทุกไตรมาส",
            },
        )
        if number % 3:
            state = "done" if number % 3 == 1 else "in_work"
            report = {"state": state, "result": _RESULT.format(number=number)}
            put_result(file, Kind.STEP, step, 6, report)
    return number
