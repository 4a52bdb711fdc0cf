"""What becomes of each row of an earlier year: the lines of every part but the plan."""

from collections.abc import Iterator

from ita_desktop.db.analysis_texts import analysis_texts
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.rounds import edited_texts_of_year
from ita_desktop.db.scores import fiscal_years
from ita_desktop.db.trackers import load_calendar, load_tracker
from ita_desktop.documents.catalogue import paper
from ita_desktop.documents.measure_texts import TEXT_WORDS
from ita_desktop.domain.crosswalk import CriteriaOf, items_after
from ita_desktop.domain.disclosure import lines_of, oit_items
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import Topic
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.analysis.described import text_words
from ita_desktop.workflows.criteria.in_force import criteria_of, known_criteria
from ita_desktop.workflows.disclosure.carry import CarryDutiesPlan, CarryDutyLine
from ita_desktop.workflows.layouts import layouts_of, own_layouts, read_text_key
from ita_desktop.workflows.measures.calendar import rows_from
from ita_desktop.workflows.measures.carry_over import CarryLine, plan_carry_over
from ita_desktop.workflows.new_year.values import Fate, NewYearLine, Unmapped
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import CarryRiskLine, plan_carry_risks

_WHOLE_FILE = "ใช้ต่อทั้งไฟล์"


def year_lines(file: DataFile, from_year: int, to_year: int) -> Iterator[NewYearLine]:
    """Give the year, its criteria, and what is of the old year alone."""
    there = to_year in fiscal_years(file)
    yield NewYearLine(
        what=f"ปีงบประมาณ {to_year}",
        fate=Fate.FOLLOWS if there else Fate.COMES,
        why="มีในไฟล์แล้ว" if there else "",
    )
    criteria = criteria_of(file, to_year)
    count = sum(not (item.status.checked and item.text_from is None) for item in criteria.items)
    yield NewYearLine(
        what=f"เกณฑ์ประเมินปี {to_year}",
        fate=Fate.FOLLOWS,
        about=f"{len(criteria.indicators)} ตัวชี้วัด OIT {len(oit_items(criteria))} ข้อ",
        why="มีชุดเกณฑ์แล้ว" + (f" ข้อความ {count} ข้อยังไม่ได้ตรวจกับคู่มือ ป.ป.ช." if count else ""),
    )
    yield NewYearLine(
        what=f"คะแนน ผลการดำเนินการ และหลักฐานของปี {from_year}",
        fate=Fate.STAYS,
        why="เป็นของปีเดิม ปีใหม่เริ่มว่าง",
    )


def office_lines(file: DataFile) -> Iterator[NewYearLine]:
    """Give the office, its executive, its mark and its units: they are the file's."""
    office = office_of(file)
    people = " ".join(filter(None, (office.executive, office.executive_title)))
    named = [(office.name, people)] + [("ตราของหน่วยงาน", "")] * bool(load_mark(file))
    for what, about in (*named, *((unit, "") for unit in office.units)):
        yield NewYearLine(what=what, fate=Fate.FOLLOWS, about=about, why=_WHOLE_FILE)


def measure_lines(file: DataFile, from_year: int, to_year: int) -> Iterator[NewYearLine]:
    """Give what becomes of each step; of topics the items that the new year does not have."""
    sets = known_criteria(file)
    topics = load_tracker(file, from_year).topics
    lost = {topic_name(topic): _lost_items(topic, to_year, sets) for topic in topics}
    for line in plan_carry_over(file, from_year, to_year).lines:
        yield _measure_line(line, lost.get(line.topic, ()), to_year)


def _lost_items(topic: Topic, to_year: int, sets: CriteriaOf) -> tuple[str, ...]:
    """Return the OIT items of a topic that nothing of the new year goes on from."""
    return tuple(
        item.code
        for item in topic.items
        if item.code.startswith("O") and item.criteria_year < to_year
        if not items_after(item.code, item.criteria_year, to_year, sets)
    )


def _measure_line(line: CarryLine, lost: tuple[str, ...], to_year: int) -> NewYearLine:
    names = dict.fromkeys(filter(None, (line.topic, line.measure, line.step)))
    state = line.state.words if line.measure else ""
    if line.percent is not None:
        state += f" ร้อยละ {line.percent}"
    gone = f"ปี {to_year} ไม่มีข้อที่สืบต่อจาก {', '.join(lost)}" if lost else ""
    return NewYearLine(
        what=" › ".join(names),
        fate=Fate.STAYS if line.why else Fate.COMES,
        about=state,
        why=line.why,
        note="" if line.why else " ".join(filter(None, (line.note, gone))),
    )


def calendar_lines(file: DataFile, from_year: int, to_year: int) -> Iterator[NewYearLine]:
    """Give the calendar with its years moved on; it stays where the new year has one."""
    there = bool(load_calendar(file, to_year))
    stage = ""
    for row in rows_from(file, from_year, to_year):
        stage = one_line(row[0]) or stage
        yield NewYearLine(
            what=" › ".join(filter(None, (stage, one_line(row[2])))),
            fate=Fate.STAYS if there else Fate.COMES,
            about=one_line(row[1]),
            why=f"ปี {to_year} มีขั้นตอนของปีแล้ว" if there else "",
        )


def risk_lines(
    file: DataFile, from_year: int, to_year: int, *, done: bool
) -> Iterator[NewYearLine]:
    """Give what becomes of each risk with its treatments."""
    plan = plan_carry_risks(file, from_year, to_year, CarryWith(done=done))
    yield from map(_risk_line, plan.lines)


def _risk_line(line: CarryRiskLine) -> NewYearLine:
    number = "" if line.number is None else f"{line.number}."
    words = " ".join(filter(None, (number, line.text)))
    about = [f"เริ่มที่ระดับ{line.level}"] if line.level else []
    about += [f"มาตรการควบคุมยกไป {line.treatments}"] if line.treatments else []
    about += [f"ไม่ยก {line.done} (แล้วเสร็จหรือยกเลิก)"] if line.done else []
    return NewYearLine(
        what=" › ".join(filter(None, (line.process, words))),
        fate=Fate.STAYS if line.why else Fate.COMES,
        about="" if line.why else " ".join(about),
        why=line.why,
        note=line.note,
    )


def duty_lines(plan: CarryDutiesPlan) -> Iterator[NewYearLine]:
    """Give what becomes of each OIT item, then the new ones."""
    for line in plan.lines:
        if line.is_new:
            (new,) = line.after
            what, about = f"{new.code} {new.title}", ""
        else:
            what = f"{line.code} {line.title}".strip()
            about = _duty_about(line)
        yield NewYearLine(
            what=what,
            fate=Fate.STAYS if line.why else Fate.COMES,
            about=about,
            why=line.why,
            note=line.note,
        )


def _duty_about(line: CarryDutyLine) -> str:
    codes = ", ".join(one.code for one in line.after)
    units = ", ".join(lines_of(line.units))
    return " · ".join(filter(None, (f"เป็น {codes}" if codes else "", units)))


def unmapped_items(plan: CarryDutiesPlan) -> tuple[Unmapped, ...]:
    """Return the items that go on as none, and those of the new year that go on from none."""
    found: list[Unmapped] = []
    for line in plan.lines:
        if line.is_new:
            (new,) = line.after
            found.append(
                Unmapped(fiscal_year=plan.to_year, code=new.code, title=new.title, why=line.why)
            )
        elif not line.after:
            found.append(
                Unmapped(fiscal_year=plan.from_year, code=line.code, title=line.title, why=line.why)
            )
    return tuple(found)


def text_lines(file: DataFile, from_year: int, to_year: int) -> Iterator[NewYearLine]:
    """Give own layouts, edited texts of papers, and those of the analysis report."""
    for layout in own_layouts(file):
        yield NewYearLine(what=f"แบบตาราง {layout.name}", fate=Fate.FOLLOWS, why=_WHOLE_FILE)
    there = edited_texts_of_year(file, to_year)
    for key, texts in edited_texts_of_year(file, from_year).items():
        title = _paper_words(file, key)
        for name, text in texts.items():
            has = name in there.get(key, {})
            yield NewYearLine(
                what=f"{title} › {TEXT_WORDS.get(name, name)}",
                fate=Fate.STAYS if has else Fate.COMES,
                about=one_line(text),
                why=f"ปี {to_year} แก้ไว้เองแล้ว" if has else "",
                note="" if has else "กรุณาตรวจปีและวันที่ในข้อความ",
            )
    for text in analysis_texts(file, from_year).values():
        words = "ใช้ต่อจนกว่าจะแก้ในปีใหม่"
        if text.is_frozen:
            words += " (ที่ตรึงไว้จะกลับไปตามข้อมูล)"
        yield NewYearLine(
            what=f"รายงานผลการวิเคราะห์ › {text_words(text.name)}",
            fate=Fate.FOLLOWS,
            about=one_line(text.text),
            why=words,
        )


def _paper_words(file: DataFile, key: str) -> str:
    """Return the paper whose texts are kept under a name, with its round."""
    paper_id, months = read_text_key(key)
    try:
        title = paper(paper_id, layouts_of(file)).title
    except ClerkError:  # a layout that was deleted
        title = paper_id
    return title if months is None else f"{title} รอบ {months} เดือน"
