"""``python -m bench.plan_work make FILE TEXT|twice FILE``: what ``bench.plan`` measures.

``make`` writes a data file with a plan as long as a published one, and its printed text as a plain
file for other programs. ``twice`` makes the whole paper twice in one process, as the window does,
and prints the seconds of both, and the longest that nothing was heard of the progress.
"""

import gc
import json
import sys
import time
from pathlib import Path

YEAR = 2566
PROJECTS = 36
_WHY = (
    "งานที่ใกล้ชิดประชาชนต้องอาศัยความเชื่อมั่นของผู้รับบริการ หน่วยงานจึงต้องทำให้ทุกขั้นตอนเปิดเผยและตรวจสอบได้ "
    "บุคลากรที่เข้าใจหน้าที่ของตนและแยกแยะประโยชน์ส่วนตนออกจากประโยชน์ส่วนรวมจะปฏิบัติงานได้ถูกต้องรวดเร็ว "
    "และลดเรื่องร้องเรียนที่เกิดจากความไม่ชัดเจนของระเบียบและขั้นตอน รุ่นที่ {n}\n"
)
_STEP = "จัดประชุมชี้แจงแนวทางการปฏิบัติงานและแบ่งหน้าที่ผู้รับผิดชอบของส่วนราชการที่ {n} ให้ครบทุกขั้นตอนภายในไตรมาส\n"


def make(file: Path, text: Path) -> None:
    """Write the data file, and every text of the paper with its figures, one a line."""
    from ita_desktop.criteria.plan_templates import plan_templates  # noqa: PLC0415 - only here
    from ita_desktop.documents.model import Digits  # noqa: PLC0415
    from ita_desktop.documents.walk import texts  # noqa: PLC0415
    from ita_desktop.domain.office import Office, OfficeKind  # noqa: PLC0415
    from ita_desktop.workflows.export_document import freeze  # noqa: PLC0415
    from ita_desktop.workflows.opening import new_file  # noqa: PLC0415
    from ita_desktop.workflows.plans.making import Heading, begin_plan  # noqa: PLC0415
    from ita_desktop.workflows.plans.outline import add_project  # noqa: PLC0415

    office = Office(name="เทศบาลตำบลตัวอย่าง", kind=OfficeKind.SUBDISTRICT)
    made = new_file(file, office, YEAR)
    template = plan_templates()[0]
    headings = [Heading(one.level, one.name) for one in template.headings]
    begin_plan(made, template.first_year, template.last_year, headings, template.goals)
    sections = [
        row[0] for row in made.read("SELECT id FROM section WHERE level > 1 ORDER BY id", ())
    ]
    for number in range(PROJECTS):
        add_project(made, sections[number * len(sections) // PROJECTS], _texts(number))
    document = freeze(made, "plan", YEAR, Digits.THAI).document
    made.close()
    text.write_text("\n".join(one.text for one in texts(document) if one.text), "utf-8")


def _texts(number: int) -> dict[str, str]:
    steps = [_STEP.format(n=number * 10 + step) for step in range(10)]
    steps[3:6] = [f"\t{step}" for step in steps[3:6]]
    return {
        "kind": "โครงการ",
        "name": f"โครงการเสริมสร้างความรู้ด้านคุณธรรมและความโปร่งใสแก่บุคลากรและประชาชน รุ่นที่ {number}",
        "rationale": _WHY.format(n=number) * 3,
        "objectives": _STEP.format(n=number) * 3,
        "target": "บุคลากรทุกส่วนราชการและประชาชนในเขตพื้นที่",
        "steps": "".join(steps),
        "period": "ปีงบประมาณ พ.ศ. 2566 – 2570",
        "amount": str(1000 * number + 500),
        "units": "สำนักปลัดเทศบาล",
        "outputs": _STEP.format(n=number) * 2,
        "outcomes": _STEP.format(n=number + 1),
    }


def twice(file: Path) -> None:
    """Make the paper twice and print the seconds, and the longest without a word of progress."""
    from ita_desktop.documents.model import Digits  # noqa: PLC0415
    from ita_desktop.workflows.export_document import freeze, typeset  # noqa: PLC0415
    from ita_desktop.workflows.opening import open_file  # noqa: PLC0415 - only here

    data = open_file(file)
    gc.freeze()  # as the program does after its first paint
    seconds: list[float] = []
    silent = 0.0
    for _ in range(2):
        begin = heard = time.perf_counter()

        def tell(_share: float) -> None:
            nonlocal heard, silent
            now = time.perf_counter()
            silent, heard = max(silent, now - heard), now

        typeset(freeze(data, "plan", YEAR, Digits.THAI), progress=tell)
        seconds.append(time.perf_counter() - begin)
    data.close()
    print(json.dumps([*seconds, silent]))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", file, text]:
            make(Path(file), Path(text))
        case ["twice", file]:
            twice(Path(file))
        case _:
            sys.exit(__doc__)
