"""The outline of a plan: sections and projects added, moved, joined, copied, taken away."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.plan import DEEPEST, Section, levels, under
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.plans.fields import plan_value

GONE: Final = "หัวข้อหรือโครงการนี้ถูกลบไปแล้ว กรุณาเลือกรายการอื่น"


def add_section(
    file: DataFile, plan: int, level: int, name: str = "", before: int | None = None
) -> int:
    """Add a section before another, or at the end, as one deed; return its number."""
    with file.deed("เพิ่มหัวข้อแผน"):
        values: dict[str, Value] = {"level": level, "name": plan_value("name", name)}
        return table.add_row(file, Kind.SECTION, plan, values, before)


def remove_section(file: DataFile, section: int) -> None:
    """Take a section away with all sections and projects under it, as one deed."""
    _, those = _with_under(file, section)
    with file.deed(f"ลบหัวข้อแผน {those[0].name}".rstrip()):
        for one in those:
            table.remove_row(file, Kind.SECTION, one.id)


def move_section(file: DataFile, section: int, before: int | None, level: int) -> None:
    """Put a section with all under it before another, or at the end, at a level; one deed.

    What is under it goes as much deeper or higher. Raises ClerkError where it would stand under
    itself or deeper than ``DEEPEST``.
    """
    plan, those = _with_under(file, section)
    moved = [one.id for one in those]
    if before in moved[1:]:
        raise ClerkError("ย้ายหัวข้อไปไว้ใต้ตัวเองไม่ได้ กรุณาเลือกตำแหน่งอื่น")
    kept = load_plan(file, plan)
    on_paper = levels(kept)
    deeper = level - on_paper[section]
    if not all(1 <= on_paper[one] + deeper <= DEEPEST for one in moved):
        raise ClerkError(f"หัวข้อซ้อนกันได้ไม่เกิน {DEEPEST} ระดับ กรุณาเลือกตำแหน่งอื่น")
    others = [one.id for one in kept.sections if one.id not in moved]
    place = others.index(before) if before in others else len(others)
    if before == section:
        place = next((at for at, one in enumerate(kept.sections) if one.id == section), len(others))
    with file.deed("ย้ายหัวข้อแผน"):
        for one in kept.sections:  # also of others: what is kept too deep would go with the place
            wanted = on_paper[one.id] + (deeper if one.id in moved else 0)
            if one.level != wanted:
                table.change_row(file, Kind.SECTION, one.id, {"level": wanted})
        table.order_rows(file, Kind.SECTION, (*others[:place], *moved, *others[place:]))


def _with_under(file: DataFile, section: int) -> tuple[int, tuple[Section, ...]]:
    """Return the plan of a section, and the section with all under it. Raises ClerkError."""
    number = table.parent_of(file, Kind.SECTION, section)
    if number is None:
        raise ClerkError(GONE)
    plan = load_plan(file, number)
    return number, under(plan, next(one for one in plan.sections if one.id == section))


def add_project(
    file: DataFile, section: int, texts: Mapping[str, str] | None = None, before: int | None = None
) -> int:
    """Add a project to a section with the texts given, as one deed; return its number.

    It runs in no year yet. Raises ClerkError.
    """
    values = {field: plan_value(field, text) for field, text in (texts or {}).items()}
    if table.parent_of(file, Kind.SECTION, section) is None:
        raise ClerkError(GONE)
    with file.deed("เพิ่มโครงการ"):
        return table.add_row(file, Kind.PROJECT, section, values, before)


def move_projects(
    file: DataFile, projects: Sequence[int], section: int, before: int | None = None
) -> None:
    """Put projects before another of a section, or at its end, in the order given; one deed.

    A section they also stood under, that they now are in, is not named twice. Raises ClerkError
    where the section is gone.
    """
    if table.parent_of(file, Kind.SECTION, section) is None:
        raise ClerkError(GONE)
    with file.deed("ย้ายโครงการ" + (f" {len(projects)} โครงการ" if len(projects) > 1 else "")):
        for project in projects:
            if table.parent_of(file, Kind.PROJECT, project) != section:
                table.change_parent(file, Kind.PROJECT, project, section)
                file.connection.execute(
                    "DELETE FROM project_place WHERE project = ? AND section = ?",
                    (project, section),
                )
        others = [
            one for one in table.siblings_of(file, Kind.PROJECT, section) if one not in projects
        ]
        place = others.index(before) if before in others else len(others)
        table.order_rows(file, Kind.PROJECT, (*others[:place], *projects, *others[place:]))


def duplicate_project(file: DataFile, project: int) -> int:
    """Write a project again right after itself, without what was reported; return its number."""
    with file.deed("ทำสำเนาโครงการ"):
        return copy_project(file, project, None)


def copy_project(file: DataFile, project: int, section: int | None) -> int:
    """Copy a project inside a deed: texts, years, links; not its reports.

    ``section`` where it goes, at its end; None: behind the original. Raises ClerkError where it is
    gone.
    """
    home = table.parent_of(file, Kind.PROJECT, project)
    if home is None:
        raise ClerkError(GONE)
    values = project_table.project_texts(file, project)
    following = None
    if section is None:
        siblings = table.siblings_of(file, Kind.PROJECT, home)
        place = siblings.index(project) + 1
        following = siblings[place] if place < len(siblings) else None
    number = table.add_row(file, Kind.PROJECT, section or home, values, following)
    for year, runs, quarters, amount in file.read(
        "SELECT fiscal_year, runs, quarters, amount FROM project_year WHERE project = ?", (project,)
    ):
        told = {"runs": runs, "quarters": quarters, "amount": amount}
        project_table.put_project_year(file, number, year, told)
    for name in project_table.LINKS:
        if name == "project_place" and section is not None:
            continue  # those are sections of another plan
        project_table.put_links(file, name, number, project_table.links_of(file, name, project))
    return number


def remove_projects(file: DataFile, projects: Sequence[int]) -> None:
    """Take projects away with all that belongs to them, as one deed."""
    many = f" {len(projects)} โครงการ" if len(projects) > 1 else ""
    with file.deed(f"ลบโครงการ{many}"):
        for project in projects:
            table.remove_row(file, Kind.PROJECT, project)


def put_places(file: DataFile, project: int, sections: Iterable[int]) -> None:
    """Let a project stand under these sections besides its own, as one deed."""
    home = table.parent_of(file, Kind.PROJECT, project)
    with file.deed("เลือกหัวข้อที่โครงการอยู่ด้วย"):
        wanted = [(section,) for section in sections if section != home]
        project_table.put_links(file, "project_place", project, wanted)


def put_items(file: DataFile, project: int, items: Iterable[tuple[int, str]]) -> None:
    """Say which items of which criteria year a project serves, as one deed."""
    with file.deed("เลือกข้อ OIT ของโครงการ"):
        project_table.put_links(file, "project_item", project, items)


def put_risks(file: DataFile, project: int, risks: Iterable[int]) -> None:
    """Say which risks a project is against, as one deed."""
    with file.deed("เลือกความเสี่ยงของโครงการ"):
        project_table.put_links(file, "project_risk", project, [(risk,) for risk in risks])
