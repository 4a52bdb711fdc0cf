"""Part 2 of the plan: a table a dimension, a row a project, its money in the columns of the years.

As the plans before it have it (domain facts 2.2): two header rows, the mission in one cell over its
projects. Sums come from the data; money that is not used is said in words, never 0.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Number,
    Paragraph,
    Row,
    Section,
    Table,
    Vertical,
)
from ita_desktop.documents.plan_cells import NOT_RUN, Amount, amounts, baht, baht_words, sum_words
from ita_desktop.documents.plan_paper import LANDSCAPE, plan_document, titles
from ita_desktop.documents.plan_widths import Names, project_columns, sum_columns, year_parts
from ita_desktop.documents.source import PlanSource
from ita_desktop.documents.table_rows import AGAIN, head_row, row_key
from ita_desktop.domain.plan import (
    Placed,
    Plan,
    levels,
    section_numbers,
    section_title,
    standing_under,
    under,
)
from ita_desktop.domain.plan import Section as PlanSection
from ita_desktop.domain.plan_money import Sums, dimension_sums, plan_sums

ID: Final = "plan-projects"
NAME: Final = "โครงการและงบประมาณของแผน"
_TITLE: Final = "โครงการ/กิจกรรม/มาตรการ และจำนวนงบประมาณที่ดำเนินการ แยกตาม {dimensions} มิติ"
MISSION: Final = "ภารกิจตามมิติ"
PROJECT: Final = "โครงการ/กิจกรรม/มาตรการ"
MONEY: Final = "งบประมาณ (บาท)"
NOTE: Final = "หมายเหตุ"
YEAR: Final = "ปี {year}"
SUMS: Final = "สรุปงบประมาณของแผนแยกตามมิติ (บาท)"
NO_PROJECTS: Final = "ยังไม่มีโครงการในหัวข้อนี้"
NO_DIMENSIONS: Final = "ยังไม่ได้กำหนดมิติและโครงการของแผน"
UNDIVIDED: Final = "หมายเหตุ: จำนวนเงินที่อยู่ในช่องเดียวหลายปีเป็นงบประมาณที่ไม่ได้แยกรายปี"


def plan_projects(source: PlanSource) -> Document:
    """Return part 2 as a paper of its own."""
    blocks = (*titles(source, part_title(source.plan)), *project_tables(source))
    return plan_document(
        source, ID, (Section(blocks=blocks, page=LANDSCAPE),), part_title(source.plan)
    )


def part_title(plan: Plan) -> str:
    """Return what part 2 shows, with the number of dimensions it is parted by."""
    return _TITLE.format(dimensions=len(plan.dimensions))


def project_tables(source: PlanSource) -> Iterator[Block]:
    """Give each dimension under its title, and the sums of all of them."""
    plan = source.plan
    if not plan.dimensions:
        yield Paragraph(text=NO_DIMENSIONS, align=Align.CENTER)
        return
    numbers = section_numbers(plan)
    parts = year_parts(plan)
    names = _names(plan)
    columns = {years: project_columns(plan, years, names) for years in parts}
    for dimension in plan.dimensions:
        for years in parts:
            title = section_title(dimension, numbers[dimension.id], 1)
            yield Heading(text=title + _span(years, parts), listed=False)
            yield dimension_table(source, dimension, years, columns[years])
    for years in parts:
        yield Heading(text=SUMS + _span(years, parts), listed=False)
        yield sums_table(plan, years)


def _span(years: Sequence[int], parts: Sequence[Sequence[int]]) -> str:
    """Return which years these are; "" where all of them stand beside each other."""
    if len(parts) < 2:
        return ""
    span = f"{years[0]} – {years[-1]}" if len(years) > 1 else str(years[0])
    return f" (ปีงบประมาณ พ.ศ. {span})"


def dimension_table(
    source: PlanSource, dimension: PlanSection, years: Sequence[int], columns: tuple[Column, ...]
) -> Table:
    """Return the projects of a dimension with their money in these years, and what they cost.

    A project that also stands under another section is named there without its money. Rows carry
    the key of their project, those without one of their own that of their section.
    """
    plan = source.plan
    numbers = section_numbers(plan)
    rows: list[Row] = []
    for section, mission in _missions(plan, dimension):
        rows += _section_rows(plan, section, mission, years, source.file_mark)
    sums = dimension_sums(plan)[dimension.id]
    return Table(
        name=f"มิติที่ {numbers[dimension.id]}",
        columns=columns,
        header=_header(years),
        rows=(*rows, *_sum_rows(plan, sums, years, f"รวมมิติที่ {numbers[dimension.id]}")),
        note=UNDIVIDED if sums.undivided and len(years) > 1 and years[0] == plan.first_year else "",
    )


def _missions(plan: Plan, dimension: PlanSection) -> Iterator[tuple[PlanSection, str]]:
    """Give the sections that have rows, with their titles under those that have others only."""
    numbers, on_paper = section_numbers(plan), levels(plan)
    sections = under(plan, dimension)
    over: list[str] = []
    for place, section in enumerate(sections):
        title = section_title(section, numbers[section.id], on_paper[section.id])
        inner = (
            place + 1 < len(sections) and on_paper[sections[place + 1].id] > on_paper[section.id]
        )
        if inner and not standing_under(plan, section):
            over += [title] if place else []  # the dimension's own stands over the table
            continue
        yield section, "\n".join((*over, title))
        over = []


def _names(plan: Plan) -> Names:
    """Return all missions with the projects beside them, as the tables print them."""
    return [
        (mission, [_name(one) for one in standing_under(plan, section)])
        for dimension in plan.dimensions
        for section, mission in _missions(plan, dimension)
    ]


def _name(placed: Placed) -> str:
    return f"{placed.number}. {placed.project.name}".rstrip()


def sums_table(plan: Plan, years: Sequence[int]) -> Table:
    """Return what the dimensions cost in these years; beside the last one also in all."""
    is_last = years[-1] == plan.last_year
    numbers, sums = section_numbers(plan), dimension_sums(plan)
    whole = plan_sums(plan)
    rows = [
        _sums_row(section_title(one, numbers[one.id], 1), sums[one.id], years, with_total=is_last)
        for one in plan.dimensions
    ]
    rows.append(_sums_row("รวมทุกมิติ", whole, years, with_total=is_last, bold=True))
    width = 2 + len(years) + is_last
    if is_last:
        words = Cell(content=sum_words(whole), align=Align.CENTER, bold=True, columns=width - 1)
        label = Cell(content="รวมงบประมาณทั้งแผน", bold=True)
        rows.append(Row(cells=(label, words, *[None] * (width - 2))))
    heads = ("มิติ", "จำนวนโครงการ", *(YEAR.format(year=year) for year in years))
    undivided = f"หมายเหตุ: ยอดรวมมีงบประมาณที่ไม่ได้แยกรายปี {baht_words(whole.undivided)}"
    return Table(
        name="รวมงบประมาณ",
        columns=sum_columns(plan, len(years), with_total=is_last),
        header=(head_row((*heads, "รวม") if is_last else heads),),
        rows=(rows[0], *(replace(row, closing=True) for row in rows[1:])),  # on one page
        note=undivided if whole.undivided and is_last else "",
    )


def _sums_row(
    title: str, sums: Sums, years: Sequence[int], *, with_total: bool, bold: bool = False
) -> Row:
    cells = [
        Cell(content=title, bold=bold),
        Cell(content=Number(Decimal(sums.projects), 0), bold=bold),
        *(_sum(sums.by_year[year], bold=bold) for year in years),
    ]
    if with_total:
        cells.append(_sum(sums.total, bold=bold))
    return Row(cells=tuple(cells))


def _sum(amount: Decimal, *, bold: bool) -> Cell:
    if amount:
        return Cell(content=baht(amount), bold=bold)
    return Cell(content=NOT_RUN, align=Align.CENTER, bold=bold)


def _header(years: Sequence[int]) -> tuple[Row, Row]:
    """Return both rows of the head; the money is named once for all years."""

    def head(words: str, *, rows: int = 1, columns: int = 1) -> Cell:
        middle = Vertical.MIDDLE
        return Cell(
            content=words,
            align=Align.CENTER,
            vertical=middle,
            bold=True,
            rows=rows,
            columns=columns,
        )

    upper = (
        head(MISSION, rows=2),
        head(PROJECT, rows=2),
        *(head(YEAR.format(year=year)) for year in years),
        head(NOTE, rows=2),
    )
    money = (head(MONEY, columns=len(years)), *[None] * (len(years) - 1))
    return Row(cells=upper), Row(cells=(None, None, *money, None))


def _section_rows(
    plan: Plan, section: PlanSection, mission: str, years: Sequence[int], mark: str
) -> Iterator[Row]:
    """Give a row for each project under a section; one that says so where there is none."""
    standing = standing_under(plan, section)
    section_key = row_key("section", section.id, mark)
    if not standing:
        nothing = _over_years([Amount(len(years), NOT_RUN)])
        cells = (Cell(content=mission), Cell(content=NO_PROJECTS), *nothing, Cell())
        yield Row(cells=cells, key=section_key)
        return
    numbers = section_numbers(plan)
    again = f"{mission.rpartition(chr(10))[2]} {AGAIN}" if len(standing) > 1 else ""
    first: Cell | None = Cell(content=mission, rows=len(standing), again=again)
    for one in standing:
        if one.section.id == section.id:
            key = row_key("project", one.project.id, mark)
            money = _over_years(amounts(one.project, years, plan.years))
            note = one.project.note
        else:
            key = row_key("section", f"{section.id}.{one.project.id}", mark)
            money = _over_years([Amount(len(years), f"ดูหัวข้อ {numbers[one.section.id]}")])
            note = ""
        yield Row(cells=(first, Cell(content=_name(one)), *money, Cell(content=note)), key=key)
        first = None


def _over_years(money: Iterable[Amount]) -> Iterator[Cell | None]:
    """Give the cells of the years; those that a wider one covers are None."""
    for one in money:
        is_text = isinstance(one.content, str)
        align = Align.CENTER if is_text or one.years > 1 else None
        yield Cell(content=one.content, align=align, columns=one.years)
        yield from [None] * (one.years - 1)


def _sum_rows(plan: Plan, sums: Sums, years: Sequence[int], words: str) -> Iterator[Row]:
    """Give the sums under the projects: by year where any was told, and all in figures and words.

    All of it stands under the last years only.
    """
    if any(sums.by_year.values()):
        by_year = (_sum(sums.by_year[year], bold=True) for year in years)
        yield Row(cells=(_label("รวมรายปี"), None, *by_year, Cell()), closing=True)
    if years[-1] == plan.last_year:
        # Over one year or two the words have no room: there they begin under the projects.
        before = 1 if len(years) < 3 else 2
        width = len(years) + 3 - before
        label = _label(f"{words} ({sums.projects} โครงการ)", before)
        total = Cell(content=sum_words(sums), align=Align.CENTER, bold=True, columns=width)
        covered: list[Cell | None] = [None] * (width - 1)
        yield Row(cells=(label, *[None] * (before - 1), total, *covered), closing=True)


def _label(words: str, columns: int = 2) -> Cell:
    return Cell(content=words, align=Align.CENTER, bold=True, columns=columns)
