"""Papers of plans of any size and period: what is counted, summed, said and left empty."""

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.documents.catalogue import FromPlan, paper
from ita_desktop.documents.model import Digits, Document, Heading, Paragraph
from ita_desktop.documents.plan_cells import sum_words
from ita_desktop.documents.plan_details import project_details
from ita_desktop.documents.plan_texts import PLACES, TEXTS, UNKNOWN, filled_text, places_of
from ita_desktop.documents.text import plain
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.plan_money import sums_of
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.pdf.write import make_pdf, write_pdf
from ita_desktop.typesetting.faces import bundled_typeface

from .measure_reading import shown
from .plan_reading import bare, figures, lost_texts, pages_of
from .plans import many_projects, plan_source
from .risk_registers import OFFICE
from .test_references import compare, spread

PAPERS = ("plan", "plan-projects", "plan-details")
poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")


def build(
    paper_id: str, plan: Plan, *, risks: bool = True, digits: Digits = Digits.THAI
) -> Document:
    made = paper(paper_id).made
    assert isinstance(made, FromPlan)
    return made.build(plan_source(plan, risks=risks, digits=digits))


def words(document: Document) -> str:
    """Return all headings and paragraphs of a paper, a line each."""
    return "\n".join(
        plain(block.text) for block in document.blocks if isinstance(block, Heading | Paragraph)
    )


@pytest.mark.parametrize("paper_id", PAPERS)
@poppler
def test_the_pages_read_as_before(paper_id: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_pdf(
        build(paper_id, many_projects(4), risks=False), path, bundled_typeface(), OFFICE.own_words
    )
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare(f"{paper_id}-4.txt", "\n".join(spread(done.stdout.decode())) + "\n")


@pytest.mark.parametrize("paper_id", PAPERS)
@pytest.mark.parametrize(
    ("projects", "first", "last"),
    [(0, 2566, 2570), (1, 2566, 2570), (12, 2561, 2564), (9, 2566, 2580), (7, 2566, 2566)],
)
@poppler
def test_no_text_and_no_figure_is_lost(
    paper_id: str, projects: int, first: int, last: int, tmp_path: Path
) -> None:
    document = build(paper_id, many_projects(projects, first, last))
    path = tmp_path / "paper.pdf"
    report = write_pdf(document, path, bundled_typeface(), OFFICE.own_words)
    assert report.missing == ()
    pages = pages_of(path)
    assert lost_texts(document, pages) == []
    letters = "".join(text for _, text in pages)
    assert [one for one in figures(document) if one not in letters] == []


@pytest.mark.parametrize("paper_id", PAPERS)
def test_an_empty_plan_says_that_it_is(paper_id: str) -> None:
    empty = Plan(id=1, first_year=2566, last_year=2570)
    document = build(paper_id, empty, risks=False)
    assert "ยังไม่ได้กำหนดมิติและโครงการของแผน" in words(document)
    _, report = make_pdf(document, bundled_typeface(), OFFICE.own_words)
    assert report.pages >= 1
    if paper_id == "plan":
        assert "ยังไม่ได้จัดทำทะเบียนความเสี่ยง" in words(document)
        assert "ยังไม่ได้กำหนดเป้าหมายรายปี" in words(document)


def test_a_plan_of_four_years_has_the_names_of_its_template() -> None:
    template = next(one for one in plan_templates() if one.first_year == 2561)
    sections = tuple(
        Section(id=number, level=one.level, name=one.name)
        for number, one in enumerate(template.headings, start=1)
    )
    plan = Plan(id=1, first_year=2561, last_year=2564, sections=sections)
    document = build("plan", plan, digits=Digits.ARABIC)
    said = words(document)
    for number, one in enumerate(plan.dimensions, start=1):
        assert f"มิติที่ {number} {one.name}" in said
    assert "(พ.ศ. 2561 – 2564)" in said
    assert "2566" not in said.replace("ประจำปีงบประมาณ พ.ศ. 2566", "")  # the year of the risks
    header = next(one for one in document.tables() if one.name == "มิติที่ 1").header
    years = [shown(cell) for cell in header[0].cells if cell is not None]
    assert years[2:-1] == ["ปี 2561", "ปี 2562", "ปี 2563", "ปี 2564"]


def test_sums_come_from_the_projects() -> None:
    plan = many_projects(36)
    document = build("plan-projects", plan, digits=Digits.ARABIC)
    sums = next(one for one in document.tables() if one.name == "รวมงบประมาณ")
    total = sum(
        (year.amount or Decimal(0) for one in plan.placed() for year in one.project.years.values()),
        Decimal(0),
    )
    *dimensions, whole, in_words = sums.rows
    assert shown(whole.cells[-1]) == str(total)
    assert shown(in_words.cells[1]).startswith(f"{total:,} บาท (")
    by_dimension = [Decimal(shown(row.cells[-1])) for row in dimensions]
    assert sum(by_dimension) == total


def test_money_that_is_not_used_is_said_and_never_a_naught() -> None:
    document = build("plan-projects", many_projects(12))
    cells = [shown(cell) for table in document.tables() for row in table.rows for cell in row.cells]
    assert "ไม่ใช้งบประมาณ" in cells
    assert not {"0", "0.00"} & set(cells)


def test_a_sum_says_of_how_many_projects_nothing_was_told() -> None:
    free, untold = Project(id=1, no_budget=True), Project(id=2)
    naught = Project(id=3, years={2566: ProjectYear(amount=Decimal(0))})
    groups = ((free, naught), (free, untold), (untold,))
    told = [sum_words(sums_of(some, [2566])) for some in groups]
    assert told == [
        "ไม่ใช้งบประมาณ",
        "ไม่ใช้งบประมาณ 1 โครงการ ยังไม่ระบุ 1 โครงการ",
        "ยังไม่ระบุงบประมาณ",
    ]


def test_money_in_some_years_leaves_a_dash_where_the_project_does_not_run() -> None:
    plan = _with_years({2567: ProjectYear(amount=Decimal(500)), 2568: ProjectYear(runs=True)})
    row = next(one for one in build("plan-projects", plan).tables()[0].rows if "project" in one.key)
    assert [shown(cell) for cell in row.cells[2:7]] == ["-", "500", "", "-", "-"]


def test_money_not_given_by_year_stands_once_over_the_years_it_runs_in() -> None:
    years = {year: ProjectYear(runs=True) for year in (2567, 2568)}
    plan = _with_years(years, amount=Decimal(20000))
    table = build("plan-projects", plan).tables()[0]
    row = next(one for one in table.rows if "project" in one.key)
    assert [(shown(cell), cell.columns) for cell in row.cells[2:7] if cell is not None] == [
        ("-", 1),
        ("20000", 2),
        ("-", 1),
        ("-", 1),
    ]
    assert "ไม่ได้แยกรายปี" in table.note


def _with_years(years: dict[int, ProjectYear], amount: Decimal | None = None) -> Plan:
    plan = many_projects(12)
    sections = tuple(
        replace(
            one,
            projects=tuple(
                replace(project, years=years, amount=amount, no_budget=False)
                for project in one.projects
            ),
        )
        for one in plan.sections
    )
    return replace(plan, sections=sections)


def test_every_place_of_the_texts_is_known_and_filled() -> None:
    places = places_of(plan_source(many_projects(12)))
    assert places.keys() == PLACES.keys()
    for one in TEXTS.values():
        assert "{" not in filled_text(one.starting, places)


def test_a_plan_without_money_says_so_in_its_preface() -> None:
    plan = many_projects(6)
    without = tuple(
        replace(one, projects=tuple(replace(x, years={}, no_budget=True) for x in one.projects))
        for one in plan.sections
    )
    assert "งบประมาณของแผน: ไม่ใช้งบประมาณ" in words(build("plan", replace(plan, sections=without)))
    assert "งบประมาณของแผน: ยังไม่ระบุงบประมาณ" in words(build("plan", many_projects(0)))


def test_a_place_nobody_knows_stays_and_one_without_a_value_has_dots() -> None:
    said = filled_text("{หน่วยงาน} {ไม่รู้จัก} {}", {"หน่วยงาน": ""})
    assert said == f"{UNKNOWN} {{ไม่รู้จัก}} {{}}"


def test_texts_of_the_office_take_the_place_of_ours() -> None:
    plan = replace(
        many_projects(3), texts={"preface": "ถึงทุกคนใน{หน่วยงาน}", "objectives": "เพื่อหนึ่ง\n\tเพื่อย่อย"}
    )
    said = words(build("plan", plan))
    assert f"ถึงทุกคนใน{OFFICE.name}" in said
    assert "เพื่อย่อย" in said
    assert "ขอขอบคุณผู้บริหาร" not in said


def test_a_project_has_pages_of_its_own_for_who_writes_it() -> None:
    source = plan_source(many_projects(12), digits=Digits.ARABIC)
    document = project_details(source, 7)
    assert words(document).startswith("ลำดับที่ 7\n1. ชื่อโครงการ: ")
    with pytest.raises(LookupError):
        project_details(source, 99)


@poppler
def test_three_hundred_projects_of_ten_years_are_whole(tmp_path: Path) -> None:
    plan = many_projects(300, 2566, 2575)
    document = build("plan", plan)
    path = tmp_path / "paper.pdf"
    shares: list[float] = []
    report = write_pdf(document, path, bundled_typeface(), OFFICE.own_words, shares.append)
    pages = pages_of(path)
    assert report.pages == len(pages) > 300
    letters = "".join(text for _, text in pages)
    found = [letters.count(bare(f"ลำดับที่ {n} 1. ชื่อโครงการ")) for n in (1, 150, 300)]
    assert found == [1, 1, 1]
    assert shares == sorted(shares)
    while_drawn = {one for one in shares if 0.5 < one < 0.98}
    assert len(while_drawn) > report.pages  # the contents ask for a pass before: half of the time
    assert max(after - before for before, after in pairwise(shares)) < 0.1


def test_giving_up_ends_the_work() -> None:
    class GivenUp(Exception):  # noqa: N818 - as the window's own
        pass

    def give_up(share: float) -> None:
        if share > 0.3:
            raise GivenUp

    document = build("plan", many_projects(40))
    with pytest.raises(GivenUp):
        make_pdf(document, bundled_typeface(), OFFICE.own_words, give_up)
