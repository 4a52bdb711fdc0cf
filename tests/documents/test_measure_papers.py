"""What a paper of measures makes of data that no seed has: mixed, missing, long, empty."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.layout import (
    OFFICIAL,
    Grouping,
    Layout,
    LayoutColumn,
    RowOf,
    copy_layout,
    official_layout,
    official_layouts,
)
from ita_desktop.documents.measure_papers import measure_paper, usual_round
from ita_desktop.documents.measure_texts import TEXT_WORDS, has_rounds, paper_text, templates_of
from ita_desktop.documents.model import (
    Align,
    Digits,
    Document,
    Heading,
    Number,
    Paragraph,
    Row,
    Signatory,
    Signature,
    Table,
)
from ita_desktop.documents.source import MeasureSource
from ita_desktop.documents.text import plain
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
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .measure_reading import grid_of, heights, page_columns, same, sheet_grids, shown, spans_of
from .seed_trackers import seed_tracker

OFFICE = Office(
    name="เทศบาลตำบลตัวอย่าง", kind=OfficeKind.SUBDISTRICT, district="เมือง", province="ตัวอย่าง"
)


def source_of(
    *topics: Topic,
    layout: str | Layout = "measures-progress",
    months: Round = 12,
    texts: Mapping[str, str] | None = None,
    calendar: tuple[CalendarRow, ...] = (),
) -> MeasureSource:
    years = (2564, 2565)
    return MeasureSource(
        office=OFFICE,
        tracker=Tracker(fiscal_year=2566, topics=topics, calendar=calendar),
        layout=official_layout(layout) if isinstance(layout, str) else layout,
        digits=Digits.ARABIC,
        months=months,
        texts=texts or {},
        criteria={year: one for year in years if (one := shipped_criteria(year)) is not None},
        file_mark="1f2e3d4c",
    )


def topic(number: int, *measures: Measure, **more: object) -> Topic:
    return replace(Topic(id=number, fiscal_year=2566, measures=measures), **more)  # type: ignore[arg-type]


def item(number: int, code: str, score: str = "", **more: str) -> TopicItem:
    value = Decimal(score) if score else None
    return TopicItem(id=number, criteria_year=2565, code=code, score=value, **more)  # type: ignore[arg-type]


def column(table: Table, source: str, layout: str) -> list[str]:
    place = official_layout(layout).sources.index(source)
    return [shown(row.cells[place]) for row in table.rows]


def keys(rows: tuple[Row, ...]) -> list[str]:
    return [row.key for row in rows]


def words(document: Document) -> list[str]:
    return [
        plain(block.text) for block in document.blocks if isinstance(block, (Heading, Paragraph))
    ]


STEPS = Measure(
    id=4,
    text="ส่งเสริมการรับรู้",
    units="กองคลัง",
    steps=(
        Step(id=5, text="ประชุม", period="ม.ค. 66"),
        Step(id=6, text="ประกาศ", units="กองช่าง"),
        Step(id=7, text="รายงาน"),
        Step(id=8, text="ทบทวน"),
    ),
)


def test_steps_that_leave_a_field_to_their_measure_share_its_cell() -> None:
    (table,) = measure_paper(source_of(topic(1, STEPS))).tables()
    assert column(table, "units", "measures-progress") == ["กองคลัง", "กองช่าง", "กองคลัง", ""]
    assert column(table, "period", "measures-progress") == ["ม.ค. 66", "", "", ""]
    assert spans_of(table) == {(0, 0, 4), (2, 2, 2)}


def test_rows_are_named_by_what_they_are_and_by_the_file() -> None:
    whole = topic(1, STEPS, Measure(id=9, text="ไม่มีขั้นตอน"))
    bare = topic(2, items=(item(10, "i7"), item(11, "i8")))
    expected = {
        # a topic that is not named and has no measure has no row in a table of measures
        "measures-progress": ["step:5", "step:6", "step:7", "step:8", "measure:9"],
        "measures-plan": ["measure:4", "measure:9"],
        "measures-six-month": ["measure:4", "measure:9", "topic:2"],
        "measures-by-question": ["measure:4", "measure:9", "item:10", "item:11"],
    }
    for layout, names in expected.items():
        tables = measure_paper(source_of(whole, bare, layout=layout)).tables()
        assert [key for table in tables for key in keys(table.rows)] == [
            f"{name}@1f2e3d4c" for name in names
        ]
    calendar = (CalendarRow(id=3, stage="เตรียมการ"),)
    (table,) = measure_paper(source_of(layout="action-calendar", calendar=calendar)).tables()
    assert keys(table.rows) == ["calendar:3@1f2e3d4c"]
    (table,) = measure_paper(replace(source_of(topic(1, STEPS)), file_mark="")).tables()
    assert table.rows[0].key == "step:5"


def test_measures_are_numbered_through_the_table_and_tagged_once() -> None:
    named = topic(1, Measure(id=2, text="มาตรการหนึ่ง (IIT)"), instrument="IIT")
    other = topic(3, Measure(id=4, text="มาตรการสอง", marker="({n}) "), items=(item(5, "e2"),))
    free = topic(6, Measure(id=7), title="เรื่องอื่น")
    (table,) = measure_paper(source_of(named, other, free)).tables()
    assert column(table, "measure", "measures-progress") == [
        "1. มาตรการหนึ่ง (IIT)",
        "(2) มาตรการสอง (EIT)",
        "3. เรื่องอื่น",
    ]


def test_what_several_steps_say_stands_in_one_cell_of_a_row_of_the_measure() -> None:
    first = {12: StepResult(state=State.DONE, result="ทำแล้ว", percent=100)}
    second = {12: StepResult(state=State.IN_WORK, result="- กำลังทำ", percent=40)}
    measure = replace(
        STEPS,
        steps=(
            replace(STEPS.steps[0], results=first),
            replace(STEPS.steps[1], results=second),
        ),
    )
    base = official_layout("measures-plan")
    added = tuple(
        LayoutColumn(source=source, head=source, width=1)
        for source in ("state", "percent", "result", "order")
    )
    layout = replace(base, columns=(*base.columns, *added))
    (table,) = measure_paper(source_of(topic(1, measure), layout=layout)).tables()
    assert [shown(cell) for cell in table.rows[0].cells] == [
        "ส่งเสริมการรับรู้",
        "1. ประชุม\n2. ประกาศ",
        "กองคลัง\nกองช่าง",
        "ม.ค. 66",
        "",
        "1. แล้วเสร็จ\n2. อยู่ระหว่างดำเนินการ",
        "1. 100\n2. 40",
        "1. ทำแล้ว\n- กำลังทำ",
        "1",
    ]


def test_several_measures_of_several_items_stand_beside_each_other() -> None:
    found = (item(1, "i7", "79.01", finding="พบ"), item(2, "i8", "0"))
    measures = tuple(Measure(id=n, text=f"มาตรการ {n}") for n in (3, 4, 5))
    source = source_of(topic(1, *measures, items=found), layout="measures-by-question")
    (table,) = measure_paper(source).tables()
    assert column(table, "measure_and_steps", "measures-by-question") == [
        "มาตรการ 3",
        "มาตรการ 4",
        "มาตรการ 5",
    ]
    assert column(table, "finding", "measures-by-question") == ["พบ", "", ""]
    assert spans_of(table) == {(1, 0, 2), (1, 1, 2), (0, 2, 3)}
    scores = [row.cells[1] for row in table.rows]
    assert [cell and cell.content for cell in scores] == [
        Number(Decimal("79.01"), 2),
        Number(Decimal(0), 0),
        None,
    ]


def test_a_topic_goes_to_the_band_of_its_lowest_score_or_to_its_own() -> None:
    topics = (
        topic(1, items=(item(2, "i1", "96"), item(3, "i2", "89.99"))),
        topic(4, items=(item(5, "i3", "90"),)),
        topic(6, items=(item(7, "i4", "50"),), band=Band.KEEP),
        topic(8, title="อื่น"),
    )
    document = measure_paper(source_of(*topics, layout="measures-by-question"))
    captions = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert captions == [
        "1. ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน (ต่ำกว่า 90 คะแนน)",
        "2. ประเด็นที่จะต้องพัฒนาและยกระดับให้ดียิ่งขึ้น (ตั้งแต่ 90 แต่ไม่ถึง 95 คะแนน)",
        "3. ประเด็นที่ควรรักษามาตรฐานไว้ (ตั้งแต่ 95 คะแนนขึ้นไป)",
        "4. ประเด็นอื่น",
    ]
    numbers = [key.split("@")[0] for table in document.tables() for key in keys(table.rows)]
    assert numbers == ["item:2", "item:3", "item:5", "item:7", "topic:8"]


def test_groups_are_made_from_the_criteria_and_each_instrument_is_said_once() -> None:
    topics = (
        topic(1, items=(item(2, "i7"),)),
        topic(3, items=(item(4, "O25"),)),
        topic(5, items=(item(6, "i19"),)),
        topic(7, title="อื่น"),
        topic(8, items=(item(9, "i8"),)),
        topic(10, instrument="EIT"),
    )
    document = measure_paper(source_of(*topics, layout="measures-six-month"))
    lines = [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)][1:]
    assert lines == [
        (2, "เครื่องมือการประเมิน IIT"),
        (3, "ตัวชี้วัดที่ 2 การใช้งบประมาณ"),
        (3, "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"),
        (2, "ประเด็นอื่น"),
        (2, "เครื่องมือการประเมิน EIT"),
        (2, "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)"),
        (3, "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"),
    ]
    numbers = [key.split("@")[0] for table in document.tables() for key in keys(table.rows)]
    assert numbers == ["topic:1", "topic:8", "topic:5", "topic:7", "topic:10", "topic:3"]
    names = [table.name for table in document.tables()]
    assert names[0] == "IIT ตัวชี้วัดที่ 2"
    assert len(names) == 5


def test_the_executive_signs_a_report_and_no_plan() -> None:
    office = replace(source_of().office, executive="นายทดลอง", executive_title="นายกเทศมนตรี")
    for layout in official_layouts():
        source = replace(source_of(layout=layout.id), office=office)
        signed = [b for b in measure_paper(source).blocks if isinstance(b, Signature)]
        expected = Signature(signatories=(Signatory(name="นายทดลอง", title="นายกเทศมนตรี"),))
        assert signed == ([expected] if layout.signed else [])
    assert {one.id for one in official_layouts() if one.signed} == {
        *("measures-by-question", "measures-progress", "measures-six-month")
    }


def test_an_item_without_words_has_those_of_its_criteria_and_unchecked_ones_are_named() -> None:
    criteria = shipped_criteria(2564)
    assert criteria is not None
    unchecked = next((one for one in criteria.items if not one.status.checked), None)
    known = shipped_criteria(2565)
    assert known is not None
    checked = next(one for one in known.items if one.status.checked)
    items = [item(1, checked.code)]
    if unchecked is not None:
        items.append(replace(item(2, unchecked.code), criteria_year=2564))
    source = source_of(topic(1, items=tuple(items)), layout="measures-by-question")
    (table,) = measure_paper(source).tables()
    texts = column(table, "topic", "measures-by-question")
    assert texts[0] == f"ข้อ {checked.code} {checked.text}"
    if unchecked is not None:
        assert texts[1] == f"ข้อ {unchecked.code} {unchecked.text}"
        assert table.note.startswith(f"หมายเหตุ: ข้อความของ ข้อ {unchecked.code} เป็นฉบับร่าง")
        own = replace(items[1], text="ของหน่วยงาน")
        (table,) = measure_paper(
            source_of(topic(1, items=(own,)), layout="measures-by-question")
        ).tables()
        assert table.note == ""


def test_codes_are_capital_and_lines_of_the_cell_are_paragraphs_where_the_layout_says_so() -> None:
    held = topic(
        1,
        Measure(id=2, text="ทำ"),
        items=(item(3, "e12", text="ข้อสิบสอง"), TopicItem(id=4, criteria_year=2565, text="อื่น")),
        heading="ตัวชี้วัดย่อยที่ 8.1\nการปรับปรุง",
    )
    (table,) = measure_paper(source_of(held, layout="measures-six-month")).tables()
    assert shown(table.rows[0].cells[0]) == "ตัวชี้วัดย่อยที่ 8.1\nการปรับปรุง\nE12 ข้อสิบสอง\nอื่น"


@pytest.mark.parametrize("paper", OFFICIAL)
def test_a_year_without_measures_has_a_paper_that_says_so(paper: str, tmp_path: Path) -> None:
    document = measure_paper(source_of(layout=paper))
    (table,) = document.tables()
    assert table.rows == ()
    assert any("ยังไม่ได้บันทึก" in text and "2566" in text for text in words(document))
    write_pdf(document, tmp_path / "p.pdf", bundled_typeface(), frozenset())
    path = write_xlsx(document, tmp_path / "p.xlsx")
    assert list(sheet_grids(path)) == [[]]
    assert any("ยังไม่ได้บันทึก" in line for line in table.lead)


@pytest.mark.parametrize("paper", OFFICIAL)
def test_empty_topics_measures_and_steps_are_rows_that_can_be_filled_in(
    paper: str, tmp_path: Path
) -> None:
    empty = (
        topic(1),
        topic(2, Measure(id=3)),
        topic(4, Measure(id=5, steps=(Step(id=6), Step(id=7))), items=(item(8, "x99"),)),
    )
    document = measure_paper(source_of(*empty, layout=paper))
    write_pdf(document, tmp_path / "p.pdf", bundled_typeface(), frozenset())
    rows = [row for grid in sheet_grids(write_xlsx(document, tmp_path / "p.xlsx")) for row in grid]
    expected = {"action-calendar": 0, "measures-progress": 3, "measures-plan": 2}
    assert len(rows) == expected.get(paper, 3)


def test_a_text_with_braces_of_its_own_is_printed_as_it_stands() -> None:
    source = source_of(texts={"title": "แผน {office} {year} {0} {} {x.y} {nobody} {"})
    assert paper_text(source, "title") == "แผน เทศบาลตำบลตัวอย่าง 2566 {0} {} {x.y} {nobody} {"
    assert words(measure_paper(source))[0] == "แผน เทศบาลตำบลตัวอย่าง 2566 {0} {} {x.y} {nobody} {"


def test_an_edited_text_stands_instead_of_the_usual_one_and_an_empty_one_goes() -> None:
    source = source_of(topic(1, STEPS), texts={"lead": "", "title": "รายงาน {round_title}"})
    assert words(measure_paper(source)) == ["รายงาน รอบ 12 เดือน (เดือนตุลาคม 2565 - กันยายน 2566)"]
    half = replace(source, months=6)
    assert words(measure_paper(half)) == ["รายงาน รอบ 6 เดือน (เดือนตุลาคม 2565 - มีนาคม 2566)"]


def test_the_lead_stands_on_the_first_sheet_only() -> None:
    topics = (topic(1, items=(item(2, "i7"),)), topic(3, items=(item(4, "e2"),)))
    texts = {"lead": "ความนำ {year}\nต่อ"}
    document = measure_paper(source_of(*topics, layout="measures-six-month", texts=texts))
    assert [table.lead for table in document.tables()] == [("ความนำ 2566", "ต่อ"), ()]
    assert [text for text in words(document) if text in ("ความนำ 2566", "ต่อ")] == [
        "ความนำ 2566",
        "ต่อ",
    ]


def test_every_text_of_every_layout_has_a_name_for_the_window() -> None:
    for layout in official_layouts():
        assert templates_of(layout).keys() <= TEXT_WORDS.keys()


def test_a_copy_that_groups_otherwise_has_the_lines_it_needs() -> None:
    copy = copy_layout(official_layout("measures-plan"), 2, "แผนตามกลุ่มคะแนน")
    grouped = replace(copy, grouping=Grouping.BAND)
    scored = topic(1, STEPS, items=(item(2, "i7", "50"),))
    document = measure_paper(source_of(scored, layout=grouped))
    assert (document.id, document.name) == ("measures-plan~2", "แผนตามกลุ่มคะแนน")
    headings = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert headings[0].startswith("1. ประเด็นที่เป็นข้อบกพร่อง")


def test_the_round_decides_which_results_are_printed() -> None:
    results: dict[Round, StepResult] = {6: StepResult(result="ครึ่งปี"), 12: StepResult(result="ทั้งปี")}
    reported = topic(1, Measure(id=2, text="ทำ", results=results))
    for months, text in ((6, "ครึ่งปี"), (12, "ทั้งปี")):
        document = measure_paper(source_of(reported, months=6 if months == 6 else 12))
        assert column(document.tables()[0], "result", "measures-progress") == [text]
        assert document.months == months
    assert measure_paper(source_of(reported, layout="measures-plan")).months is None
    assert [has_rounds(layout) for layout in official_layouts()] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_the_usual_round_is_the_latest_that_reports_anything() -> None:
    def round_of(*reported: Round) -> Round:
        results: dict[Round, StepResult] = {one: StepResult(result="ทำแล้ว") for one in reported}
        step = Step(id=3, results=results)
        return usual_round(source_of(topic(1, Measure(id=2, steps=(step,)))).tracker)

    assert [round_of(), round_of(6), round_of(6, 12), round_of(12)] == [6, 6, 12, 12]


def test_free_columns_are_of_what_a_row_is_else_of_what_has_them() -> None:
    measure = Measure(
        id=2,
        text="ทำ",
        extra={"งบ": "ของมาตรการ"},
        steps=(Step(id=3, text="ก", extra={"งบ": "ของขั้นตอน"}), Step(id=4, text="ข")),
    )
    held = topic(1, measure, items=(replace(item(5, "i7"), extra={"ระดับ": "สูง"}),))
    extra = tuple(
        LayoutColumn(source=f"extra:{name}", head=name, width=10) for name in ("งบ", "ระดับ")
    )
    found: dict[RowOf, list[list[str]]] = {}
    for name in ("measures-progress", "measures-plan", "measures-by-question"):
        base = official_layout(name)
        layout = replace(base, columns=(*base.columns, *extra))
        (table,) = measure_paper(source_of(held, layout=layout)).tables()
        found[base.row_of] = [[shown(cell) for cell in row.cells[-2:]] for row in table.rows]
    assert found == {
        RowOf.STEP: [["ของขั้นตอน", "สูง"], ["ของมาตรการ", ""]],
        RowOf.MEASURE: [["ของมาตรการ\n1. ของขั้นตอน", "สูง"]],
        RowOf.ITEM: [["ของมาตรการ\n1. ของขั้นตอน", "สูง"]],
    }


def test_a_layout_decides_digits_orientation_and_how_columns_stand() -> None:
    base = official_layout("measures-by-question")
    document = measure_paper(
        replace(source_of(topic(1, STEPS)), layout=replace(base, digits=Digits.THAI))
    )
    assert document.digits is Digits.THAI
    assert document.tables()[0].columns[1].align is Align.CENTER
    assert {section.page.orientation for section in document.sections} == {base.orientation}


LONG = "จัดประชุมชี้แจงแนวทางปฏิบัติให้บุคลากรทราบ และเผยแพร่เอกสารสรุปบนเว็บไซต์ของหน่วยงาน "


@pytest.mark.parametrize("paper", OFFICIAL[:-1])
def test_a_step_of_6000_letters_is_whole_in_every_layout(paper: str, tmp_path: Path) -> None:
    text = "".join(f"{LONG}ครั้งที่ {n} " for n in range(100))[:6000]
    steps = (Step(id=3, text="ก่อน", units="กองคลัง"), Step(id=4, text=text), Step(id=5, text="หลัง"))
    held = topic(1, Measure(id=2, text="ทำ", steps=steps), items=(item(6, "i7", text="ถาม"),))
    layout = replace(official_layout(paper), cover=False)
    document = measure_paper(source_of(held, layout=layout, texts={"lead": ""}))
    (table,) = document.tables()
    path = tmp_path / "p.pdf"
    write_pdf(document, path, bundled_typeface(), frozenset())
    source = "steps" if "steps" in layout.sources else "measure_and_steps"
    place = layout.sources.index(source)
    lead = "ทำ" if source == "measure_and_steps" else ""
    wanted = same(f"{lead}1.ก่อน2.{text}3.หลัง")
    assert page_columns(path, table, document.sections[0].page)[place] == wanted
    path = write_xlsx(document, tmp_path / "p.xlsx")
    (grid,) = sheet_grids(path)
    assert "".join(row[place] for row in grid) == wanted
    assert max(heights(path)) <= 409


def test_the_longest_cell_of_seed_003_is_whole_in_pdf_and_workbook(tmp_path: Path) -> None:
    tracker = seed_tracker("003")
    longest = max((measure.follow_up for _, measure in tracker.measures()), key=len)
    source = replace(
        source_of(layout="measures-six-month", texts={"lead": ""}),
        tracker=tracker,
        layout=replace(official_layout("measures-six-month"), cover=False),
    )
    document = measure_paper(source)
    path = tmp_path / "p.pdf"
    write_pdf(document, path, bundled_typeface(), frozenset())
    place = source.layout.sources.index("follow_up")
    column_text = page_columns(path, document.tables()[0], document.sections[0].page)[place]
    assert same(longest) in column_text
    path = write_xlsx(document, tmp_path / "p.xlsx")
    cells = [row[place] for grid in sheet_grids(path) for row in grid]
    assert same(longest) in cells
    assert max(heights(path)) <= 409


def test_a_stage_stands_once_over_all_its_rows() -> None:
    calendar = tuple(
        CalendarRow(id=number, stage=stage, period="ม.ค. 66", method=f"ทำ {number}")
        for number, stage in enumerate(("", "เตรียมการ", "", "", "รายงาน"), start=1)
    )
    (table,) = measure_paper(source_of(layout="action-calendar", calendar=calendar)).tables()
    assert [row[0] for row in grid_of(table)] == ["", "เตรียมการ", "", "", "รายงาน"]
    assert spans_of(table) == {(1, 0, 3)}
    cell = table.rows[1].cells[0]
    assert cell is not None
    assert cell.again == "เตรียมการ (ต่อ)"
