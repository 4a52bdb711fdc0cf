"""Everything of a data file as one workbook: the last resort, to be read without this program.

``export_everything`` and ``yearly_export`` open a private copy of their own and may run in a
worker.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from ita_desktop import __version__
from ita_desktop.db.criteria_sets import own_criteria, own_criteria_years, own_texts
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import evidence_of
from ita_desktop.db.marks import load_mark
from ita_desktop.db.offices import load_office
from ita_desktop.db.reading import open_for_reading
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.documents.model import (
    Block,
    Digits,
    Document,
    Heading,
    Number,
    Orientation,
    PageSetup,
    Section,
    Table,
)
from ita_desktop.domain.criteria import TOTAL
from ita_desktop.domain.evidence import in_megabytes, safe_name
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.score_entry import EXCLUDED, EXCLUDED_WORD, Entry
from ita_desktop.domain.scores import Figure, YearResult
from ita_desktop.errors import ClerkError
from ita_desktop.thai.local_time import local_time
from ita_desktop.workflows.analysis.everything import analysis_tables
from ita_desktop.workflows.criteria.workbook import criteria_document
from ita_desktop.workflows.disclosure.everything import disclosure_tables
from ita_desktop.workflows.everything_table import moment_words, plain_table
from ita_desktop.workflows.evidence import place_in
from ita_desktop.workflows.history import deed_numbers, deed_words, deeds, standing_words
from ita_desktop.workflows.measures.everything import measure_tables, paper_tables
from ita_desktop.workflows.opening import person
from ita_desktop.workflows.plans.everything import announcement_tables, plan_tables
from ita_desktop.workflows.risks.everything import area_tables, risk_tables
from ita_desktop.workflows.scores.sheets import BY_ITEM
from ita_desktop.workflows.scores.year_scores import score_name, year_result
from ita_desktop.xlsx.writer import write_xlsx

ID = "everything"
TITLE = "ข้อมูลทั้งหมดของไฟล์ข้อมูล ITA"
MOST_DEEDS = 20_000
"""Deeds of the history that are written, the newest ones."""
_PAGE = PageSetup(orientation=Orientation.LANDSCAPE, left=10, right=10, top=12, bottom=14)
_AT_ONCE = 500
_LONGEST_STEM = 28
"""Letters of the file's name: the year must not be cut off, else none is made the next year."""
_ITEM_HEADS = tuple(column.heads[0] for column in BY_ITEM.columns if column.field != "level")
_NOT_IN_SET = "ไม่มีข้อนี้ในชุดเกณฑ์ของปีนี้"


def export_everything(file_path: Path, out: Path) -> Path:
    """Write everything a data file holds to a workbook and return where; see ``write_xlsx``.

    The data file is not touched, and may be open elsewhere. Raises ClerkError or MachineError.
    """
    file = open_for_reading(file_path, person())
    try:
        document = everything(file, file_path.name)
    finally:
        file.close()
    return write_xlsx(document, out)


def yearly_export(file_path: Path, folder: Path, fiscal_year: int) -> Path | None:
    """Write everything to ``folder`` once a fiscal year; None where it is there already.

    ``fiscal_year`` is that of today, whichever years the file has. Raises as
    ``export_everything`` does.
    """
    stem = file_path.stem[:_LONGEST_STEM]
    out = folder / safe_name(f"{stem} ข้อมูลทั้งหมด ปีงบประมาณ {fiscal_year}.xlsx")
    if out.exists():
        return None
    return export_everything(file_path, out)


def everything(file: DataFile, name: str) -> Document:
    """Return all that a file holds as tables, a sheet each; ``name`` is what the file is called."""
    office = load_office(file)
    years = fiscal_years(file)
    blocks: list[Block] = [Heading(text=TITLE, level=1)]
    tables = [_office(file, name), _units(file), _years(file, years)]
    for year in years:
        tables += _year(file, year)
        tables += measure_tables(file, year)
        tables += risk_tables(file, year)
        tables += disclosure_tables(file, year)
    tables += paper_tables(file, years)
    tables += area_tables(file)
    tables += plan_tables(file)
    tables += announcement_tables(file, years)
    tables += analysis_tables(file, years)
    tables += [_texts(file, years), _evidence(file, years), _history(file)]
    for table in tables:
        blocks += [Heading(text=table.name), table]
    for year in own_criteria_years(file):
        blocks += _criteria(file, year)
    return Document(
        id=ID,
        title=f"{TITLE} {'' if office is None else office.name}".strip(),
        author="ITA Desktop" if office is None else office.name,
        digits=Digits.ARABIC,
        sections=(Section(blocks=tuple(blocks), page=_PAGE),),
    )


def _office(file: DataFile, name: str) -> Table:
    office, mark = load_office(file), load_mark(file)
    rows: list[tuple[str, str]] = []
    if office is not None:
        rows = [
            ("ชื่อหน่วยงาน", office.name),
            ("ประเภท", office.kind.value),
            ("อำเภอ", office.district),
            ("จังหวัด", office.province),
            ("ผู้บริหาร", office.executive),
            ("ตำแหน่งผู้บริหาร", office.executive_title),
            ("ต้องแก้ไขเมื่อต่ำกว่า", str(office.limits.urgent_below)),
            ("รักษาไว้ตั้งแต่", str(office.limits.keep_from)),
        ]
    rows += [
        ("ตราของหน่วยงาน (SHA-256)", sha256(mark).hexdigest() if mark else "ไม่มี"),
        ("ไฟล์ข้อมูล", name),
        ("ส่งออกเมื่อ", moment_words(datetime.now().astimezone())),
        ("โปรแกรม", f"ITA Desktop {__version__}"),
    ]
    return plain_table("หน่วยงาน", (("รายการ", 60), ("ค่า", 200)), rows)


def _units(file: DataFile) -> Table:
    office = load_office(file)
    units = () if office is None else office.units
    rows = [(Number(Decimal(number), 0), unit) for number, unit in enumerate(units, start=1)]
    return plain_table("ส่วนราชการ", (("ลำดับ", 20), ("ชื่อส่วนราชการ", 240)), rows)


def _years(file: DataFile, years: Iterable[int]) -> Table:
    own = own_criteria_years(file)
    rows: list[tuple[str, ...]] = []
    for year in years:
        try:
            result = year_result(file, year)
        except ClerkError as unknown:
            rows.append((str(year), "", "", str(unknown)))
            continue
        level = level_of(result)
        kind = "ชุดที่หน่วยงานนำเข้า" if year in own else "ชุดที่มากับโปรแกรม"
        rows.append((str(year), str(result.total.shown or ""), level.name if level else "", kind))
    heads = (("ปีงบประมาณ", 30), ("คะแนนรวม", 30), ("ระดับ", 40), ("เกณฑ์ประเมิน", 120))
    return plain_table("ปีงบประมาณ", heads, rows)


def _year(file: DataFile, year: int) -> list[Table]:
    """Return the scores of a year by item, and what was entered and computed above them."""
    heads = tuple(zip(_ITEM_HEADS, (20, 210, 30), strict=True))
    try:
        result = year_result(file, year)
    except ClerkError:
        entries = entries_of(file, year)
        rows = [(code, _NOT_IN_SET, _entry(entry)) for code, entry in entries.items()]
        return [plain_table(f"คะแนน {year}", heads, rows)]
    entries, items = result.entries, result.criteria.item_by_code
    rows = [
        (item.code, item.text, _entry(entries[item.code]) if item.code in entries else "")
        for item in result.criteria.items
    ]
    figures = _figure_codes(result)
    rows += [
        (code, score_name(code) if "/" in code else _NOT_IN_SET, _entry(entry))
        for code, entry in entries.items()
        if code not in items and code not in figures
    ]
    return [plain_table(f"คะแนน {year}", heads, rows), _figures(result, year)]


def _figure_codes(result: YearResult) -> tuple[str, ...]:
    criteria = result.criteria
    numbers = (str(number) for number in criteria.indicator_by_number)
    return (*numbers, *criteria.instrument_by_code, TOTAL)


def _figures(result: YearResult, year: int) -> Table:
    criteria = result.criteria
    rows: list[tuple[str | Number, ...]] = []
    for instrument in criteria.instruments:
        rows += [
            _figure(
                f"ตัวชี้วัดที่ {indicator.number} {indicator.name}",
                "",
                result.indicators[indicator.number],
            )
            for indicator in criteria.indicators_of(instrument.code)
        ]
        figure, weighted = result.instruments[instrument.code], result.weighted
        line = _figure(f"{instrument.code} {instrument.name}", str(instrument.weight), figure)
        rows.append((*line[:-1], _number(weighted.get(instrument.code))))
    level = level_of(result)
    rows.append(_figure("คะแนนรวม", "", result.total))
    rows.append(("ระดับ", "", "", "", level.name if level else "", ""))
    heads = (
        *(("ตัวชี้วัดและแบบวัด", 110), ("น้ำหนัก", 25), ("คะแนนที่กรอก", 30)),
        *(("คะแนนที่คำนวณ", 30), ("คะแนนที่ใช้", 30), ("คะแนนถ่วงน้ำหนัก", 35)),
    )
    return plain_table(f"ตัวชี้วัด {year}", heads, rows)


def _figure(name: str, weight: str, figure: Figure) -> tuple[str | Number, ...]:
    entered = "" if figure.entered is None else _entry(figure.entered)
    return (name, weight, entered, _number(figure.computed_shown), _number(figure.shown), "")


def _texts(file: DataFile, years: Sequence[int]) -> Table:
    """Return the office's own wordings, also of years that have no scores any more."""
    known = {*years, *own_criteria_years(file)}
    known |= {int(row[0]) for row in file.read("SELECT DISTINCT fiscal_year FROM item_text")}
    rows = [
        (str(year), code, text)
        for year in sorted(known)
        for code, text in own_texts(file, year).items()
    ]
    return plain_table("ข้อคำถามที่แก้เอง", (("ปีงบประมาณ", 25), ("ข้อ", 20), ("ข้อความ", 215)), rows)


def _evidence(file: DataFile, years: Iterable[int]) -> Table:
    rows = [
        (
            *(str(year), place_in(file, one.code), one.name, in_megabytes(one.size)),
            *(moment_words(local_time(one.added)), one.sha256),
        )
        for year in years
        for one in evidence_of(file, year)
    ]
    heads = (
        *(("ปีงบประมาณ", 25), ("พิสูจน์", 25), ("ชื่อไฟล์", 80)),
        *(("ขนาด", 20), ("แนบเมื่อ", 40), ("SHA-256", 70)),
    )
    return plain_table("หลักฐาน", heads, rows)


def _history(file: DataFile) -> Table:
    numbers = deed_numbers(file)[:MOST_DEEDS]
    rows = [
        (moment_words(local_time(deed.at)), deed.person, deed_words(deed), standing_words(deed))
        for start in range(0, len(numbers), _AT_ONCE)
        for deed in deeds(file, numbers[start : start + _AT_ONCE])
    ]
    heads = (("เมื่อ", 45), ("ผู้ทำ", 40), ("รายการ", 130), ("สถานะ", 45))
    return plain_table("ประวัติ", heads, rows)


def _criteria(file: DataFile, year: int) -> list[Block]:
    """Return an imported set as its own workbook has it, a sheet for each part."""
    try:
        criteria = own_criteria(file, year)
    except ClerkError as unknown:
        note = plain_table(f"เกณฑ์ {year}", (("หมายเหตุ", 260),), [(str(unknown),)])
        return [Heading(text=note.name), note]
    if criteria is None:
        return []
    blocks: list[Block] = []
    for block in criteria_document(criteria).blocks:
        if isinstance(block, Table):
            blocks.append(replace(block, name=f"เกณฑ์ {year} {block.name}"))
        elif isinstance(block, Heading):
            blocks.append(block)
    return blocks


def _entry(entry: Entry) -> str | Number:
    return EXCLUDED_WORD if entry is EXCLUDED else Number(entry)


def _number(value: Decimal | None) -> str | Number:
    return "" if value is None else Number(value)
