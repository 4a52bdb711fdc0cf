"""What a project is joined with: risks of the plan's years, items of their criteria."""

from collections.abc import Mapping, Sequence

from ita_desktop.domain.nameless import TEXTLESS
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.ui.fields.choosing import Choice
from ita_desktop.ui.session import Session

Item = tuple[int, str]


def risk_choices(session: Session, plan: Plan) -> tuple[Choice, ...]:
    """Return the risks of the registers of the plan's years, with year, number and words."""
    from ita_desktop.workflows.risks.register import register_of  # noqa: PLC0415 - not at the start

    found: list[Choice] = []
    years = [plan.risk_year] if plan.risk_year is not None else []
    for year in sorted({*years, *plan.years} & set(session.years)):
        register = (
            session.register if year == session.fiscal_year else register_of(session.file, year)
        )
        found += [
            Choice(one.risk.id, (str(year), str(one.number), one.risk.text or TEXTLESS))
            for one in register.risks()
        ]
    return tuple(found)


def risk_words(choices: Sequence[Choice], project: Project) -> tuple[str, ...]:
    """Return the risks a project is against, a line each: "2566 ข้อ 3 นำรถราชการไปใช้"."""
    known = {one.key: one.cells for one in choices}
    return tuple(
        f"{known[risk][1]}. {' '.join(known[risk][2].split())} (ปี {known[risk][0]})"
        if risk in known
        else "ความเสี่ยงของปีอื่น"
        for risk in project.risks
    )


def item_choices(session: Session, plan: Plan, project: Project) -> tuple[Choice, ...]:
    """Return the items of the criteria of the plan's years: year, code and words."""
    found: dict[Item, Choice] = {}
    years = {*plan.years} & set(session.years)
    for year in sorted({*years, *(year for year, _ in project.items)}):
        for code, text in _items_of(session, year).items():
            found[year, code] = Choice((year, code), (str(year), code, text))
    for year, code in project.items:
        found.setdefault((year, code), Choice((year, code), (str(year), code, "")))
    return tuple(found.values())


def _items_of(session: Session, year: int) -> Mapping[str, str]:
    from ita_desktop.workflows.criteria.in_force import criteria_of  # noqa: PLC0415 - not at the start

    try:
        criteria = (
            session.criteria if year == session.fiscal_year else criteria_of(session.file, year)
        )
    except ClerkError:
        return {}
    return {one.code: one.text for one in criteria.items if one.code.upper().startswith("O")}


def item_words(choices: Sequence[Choice], project: Project) -> tuple[str, ...]:
    """Return the items a project serves, a line each: "O36 แผนปฏิบัติการ… (ปี 2566)"."""
    known = {one.key: one.cells for one in choices}
    return tuple(
        f"{code} {_without_year(known.get((year, code), ('', '', ''))[2], year)} (ปี {year})"
        for year, code in project.items
    )


def _without_year(text: str, year: int) -> str:
    """Return the words of an item on a line, without the year that some criteria put behind."""
    return " ".join(text.split()).removesuffix(f"({year})").rstrip()
