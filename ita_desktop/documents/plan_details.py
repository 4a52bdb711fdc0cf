"""Part 3 of the plan: every project on a page of its own, under its sections, with nine headings.

The form is that of seed 004 (domain facts 2.3). A heading nothing was written under stands with a
dotted line: nothing is made up, and what is missing can be seen and written in.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Document,
    Heading,
    NewPage,
    Paragraph,
    Section,
    Stop,
)
from ita_desktop.documents.plan_cells import costs
from ita_desktop.documents.plan_lists import TEXT_WIDTH, list_paragraphs, plain
from ita_desktop.documents.plan_paper import plan_document, titles
from ita_desktop.documents.plan_projects import NO_DIMENSIONS, NO_PROJECTS
from ita_desktop.documents.source import PlanSource
from ita_desktop.documents.text import Run, runs
from ita_desktop.documents.text import plain as plain_letters
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
from ita_desktop.domain.plan_period import period_words
from ita_desktop.domain.project import Project

ID: Final = "plan-details"
NAME: Final = "รายละเอียดโครงการของแผน"
TITLE: Final = "รายละเอียดโครงการ/กิจกรรม/มาตรการ ตามแผนปฏิบัติการป้องกันการทุจริต"
ORDER: Final = "ลำดับที่ {number}"
HEADINGS: Final = (
    "ชื่อโครงการ",
    "หลักการและเหตุผล/ที่มาของโครงการ",
    "วัตถุประสงค์",
    "กลุ่มเป้าหมาย",
    "วิธีดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "งบประมาณดำเนินการ",
    "ผู้รับผิดชอบโครงการ",
    "ผลผลิต/ผลลัพธ์",
)
"""As the plan of seed 004 prints them, in order; their numbers are 1 to 9."""
_BESIDE: Final = frozenset({HEADINGS[0], HEADINGS[3], *HEADINGS[5:8]})
"""What is short stands on the line of its heading where it is a single text."""
OUTPUTS: Final = "ผลผลิต"
OUTCOMES: Final = "ผลลัพธ์"
_ELSEWHERE: Final = "โครงการตามหัวข้อนี้: {projects}"
_ALSO: Final = "(ใช้กับหัวข้อ {sections} ด้วย)"
_SOURCE: Final = "แหล่งงบประมาณ: {source}"
_COUNT: Final = "จำนวน {count} คน"
_LINE: Final = Stop(at=TEXT_WIDTH, align=Align.RIGHT, leader=True)


def plan_details(source: PlanSource) -> Document:
    """Return part 3 as a paper of its own."""
    section = Section(blocks=(*titles(source, TITLE), *detail_blocks(source)))
    return plan_document(source, ID, (section,), TITLE)


def project_details(source: PlanSource, project: int) -> Document:
    """Return the pages of one project as part 3 has them. Raises LookupError where it is gone."""
    for one in source.plan.placed():
        if one.project.id == project:
            blocks = tuple(project_blocks(source.plan, one))
            return plan_document(source, ID, (Section(blocks=blocks),), one.project.name)
    raise LookupError(project)


def detail_blocks(source: PlanSource) -> Iterator[Block]:
    """Give all sections with their projects, each of which begins a page.

    Headings stand on the page of the project they are over; one without projects says so.
    """
    plan = source.plan
    if not plan.sections:
        yield Paragraph(text=NO_DIMENSIONS, align=Align.CENTER)
        return
    by_section: dict[int, list[Placed]] = {}
    for one in plan.placed():
        by_section.setdefault(one.section.id, []).append(one)
    numbers, on_paper = section_numbers(plan), levels(plan)
    begun = False
    waiting: list[Block] = []
    for section in plan.sections:
        title = section_title(section, numbers[section.id], on_paper[section.id])
        is_dimension = on_paper[section.id] == 1
        waiting.append(
            Heading(text=title, level=min(on_paper[section.id] + 1, 3), listed=is_dimension)
        )
        own = by_section.get(section.id, ())
        waiting += _instead(plan, section, own)
        for one in own:
            if begun:
                yield NewPage()
            yield from waiting
            yield from project_blocks(plan, one, numbers)
            begun, waiting = True, []
    if begun and waiting:
        yield NewPage()
    yield from waiting


def _instead(plan: Plan, section: PlanSection, own: Sequence[Placed]) -> Iterator[Block]:
    """Give the line under a heading without projects of its own: whose stand there, or none."""
    others = [one for one in standing_under(plan, section) if one.section.id != section.id]
    if others:
        named = ", ".join(
            f"{ORDER.format(number=one.number)} {one.project.name}".rstrip() for one in others
        )
        yield Paragraph(text=_ELSEWHERE.format(projects=named), left=8, before=0)
    elif not own and len(under(plan, section)) == 1:
        yield Paragraph(text=NO_PROJECTS, left=8, before=0)


def project_blocks(
    plan: Plan, placed: Placed, numbers: Mapping[int, str] | None = None
) -> Iterator[Block]:
    """Give one project: its number through the plan, other sections it serves, nine headings."""
    project = placed.project
    numbers = section_numbers(plan) if numbers is None else numbers
    yield Paragraph(
        text=ORDER.format(number=placed.number),
        align=Align.CENTER,
        bold=True,
        keep_with_next=True,
    )
    others = [numbers[one] for one in project.places if one in numbers and one != placed.section.id]
    if others:
        also = _ALSO.format(sections=", ".join(others))
        yield Paragraph(text=also, align=Align.CENTER, before=0, keep_with_next=True)
    bodies = (
        _lines(project.name),
        _lines(project.rationale),
        tuple(list_paragraphs(project.objectives)),
        tuple(_target(project)),
        tuple(list_paragraphs(project.steps)),
        _lines(period_words(project, plan.years)),
        _lines("\n".join(_money(project, plan))),
        tuple(list_paragraphs(project.units)),
        tuple(_effects(project)),
    )
    for number, (words, body) in enumerate(zip(HEADINGS, bodies, strict=True), start=1):
        yield from _heading(f"{number}. {words}", body, beside=words in _BESIDE)


def _heading(words: str, body: Sequence[Paragraph], *, beside: bool) -> Iterator[Block]:
    """Give a heading with what stands under it, or ``beside`` it; dots where there is nothing."""
    if not body:
        yield _dotted(words)
        return
    if beside and len(body) == 1 and "\t" not in plain_letters(body[0].text):
        yield Paragraph(text=(Run(f"{words}: ", bold=True), *runs(body[0].text)))
        return
    yield Paragraph(text=words, bold=True, keep_with_next=True)
    yield from body


def _dotted(words: str, left: float = 0.0) -> Paragraph:
    """Return words with a dotted line behind them, to be written on."""
    return Paragraph(text=(Run(words, bold=True), Run(" \t")), left=left, stops=(_LINE,))


def _lines(text: str) -> tuple[Paragraph, ...]:
    return tuple(plain(line) for line in text.split("\n") if line.strip())


def _target(project: Project) -> Iterator[Paragraph]:
    """Give whom a project is for, else the groups that are ticked, and how many they are."""
    groups = "\n".join(group.words for group in project.target_groups)
    yield from list_paragraphs(project.target or groups)
    if project.target_count is not None:
        yield plain(_COUNT.format(count=f"{project.target_count:,}"))


def _money(project: Project, plan: Plan) -> Iterator[str]:
    yield costs(project, plan.years)
    if project.source:
        yield _SOURCE.format(source=project.source)


def _effects(project: Project) -> Iterator[Paragraph]:
    """Give outputs and outcomes under their names; dots for the one nobody wrote."""
    if not project.outputs and not project.outcomes:
        return
    for words, text in ((OUTPUTS, project.outputs), (OUTCOMES, project.outcomes)):
        entries = tuple(list_paragraphs(text))
        if not entries:
            yield _dotted(words, left=8)
            continue
        yield Paragraph(text=words, bold=True, left=8, before=2, keep_with_next=True)
        yield from entries
