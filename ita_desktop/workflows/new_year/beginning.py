"""A fiscal year begins: what it takes over is listed, then written as one deed."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.layouts import put_paper_text
from ita_desktop.db.rounds import edited_texts_of_year
from ita_desktop.db.scores import add_fiscal_year, fiscal_years
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_years
from ita_desktop.workflows.disclosure.carry import (
    CarryDutiesPlan,
    plan_duties,
    write_carry_duties,
)
from ita_desktop.workflows.measures.calendar import rows_from, write_rows
from ita_desktop.workflows.measures.carry_over import write_carry_over
from ita_desktop.workflows.new_year import listing
from ita_desktop.workflows.new_year.plan_years import new_plan_years, plan_lines
from ita_desktop.workflows.new_year.risk_links import renew_risk_links, risks_of
from ita_desktop.workflows.new_year.values import (
    Fate,
    NewYearLine,
    NewYearPart,
    NewYearPlan,
    NewYearWish,
    Part,
)
from ita_desktop.workflows.plans.carry import CarryWish, write_begin_from
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import write_carry_risks


def plan_new_year(
    file: DataFile, from_year: int, to_year: int, wish: NewYearWish | None = None
) -> NewYearPlan:
    """Return what ``begin_new_year`` would do; nothing is written. Raises as that does."""
    wish = wish or NewYearWish()
    _refuse(file, from_year, to_year)
    duties = _duties(file, from_year, to_year)
    no_criteria = () if duties is not None else (_no_duties(from_year),)
    lines = {
        Part.YEAR: listing.year_lines(file, from_year, to_year),
        Part.OFFICE: listing.office_lines(file),
        Part.MEASURES: listing.measure_lines(file, from_year, to_year),
        Part.CALENDAR: listing.calendar_lines(file, from_year, to_year),
        Part.RISKS: listing.risk_lines(file, from_year, to_year, done=wish.done_treatments),
        Part.PLAN: plan_lines(file, to_year, money=wish.plan_money),
        Part.DUTIES: no_criteria if duties is None else listing.duty_lines(duties),
        Part.TEXTS: listing.text_lines(file, from_year, to_year),
    }
    parts = [NewYearPart(part=part, lines=tuple(found)) for part, found in lines.items()]
    return NewYearPlan(
        from_year=from_year,
        to_year=to_year,
        parts=tuple(
            part if part.part in wish.parts or not part.can_be_left else part.left_out()
            for part in parts
        ),
        unmapped=() if duties is None else listing.unmapped_items(duties),
    )


def begin_new_year(
    file: DataFile, from_year: int, to_year: int, wish: NewYearWish | None = None
) -> NewYearPlan:
    """Let a fiscal year take over what an earlier one leaves to it, as one deed.

    Returns what came and what did not. What it has already, by an earlier time or by hand, is not
    made twice. Raises ClerkError where the file has no such year to begin from, the new one is not
    later, or has no criteria.
    """
    wish = wish or NewYearWish()
    plan = plan_new_year(file, from_year, to_year, wish)
    if plan.count(Fate.COMES):
        with file.deed(f"เริ่มปีงบประมาณ {to_year} จากปี {from_year}"):
            add_fiscal_year(file, to_year)
            _write(file, plan, wish)
    return plan


def _write(file: DataFile, plan: NewYearPlan, wish: NewYearWish) -> None:
    """Write the parts that come, those first that others are linked to."""
    from_year, to_year = plan.from_year, plan.to_year
    coming = {one.part for one in plan.parts if one.of(Fate.COMES)}
    if Part.MEASURES in coming:
        write_carry_over(file, from_year, to_year)
    if Part.CALENDAR in coming:
        write_rows(file, to_year, rows_from(file, from_year, to_year))
    years = new_plan_years(file, to_year)
    begun = None
    if Part.PLAN in coming and years is not None:
        money = CarryWish(money=wish.plan_money)
        begun = write_begin_from(file, years.before, years.first_year, years.last_year, money)
    there = risks_of(file, to_year)
    if Part.RISKS in coming:
        write_carry_risks(file, from_year, to_year, CarryWith(done=wish.done_treatments))
    renew_risk_links(file, from_year, to_year, made=risks_of(file, to_year) - there, begun=begun)
    if Part.DUTIES in coming:
        write_carry_duties(file, from_year, to_year)
    if Part.TEXTS in coming:
        _write_texts(file, from_year, to_year)


def _write_texts(file: DataFile, from_year: int, to_year: int) -> None:
    there = edited_texts_of_year(file, to_year)
    for key, texts in edited_texts_of_year(file, from_year).items():
        for name, text in texts.items():
            if name not in there.get(key, {}):
                put_paper_text(file, to_year, key, name, text)


def _refuse(file: DataFile, from_year: int, to_year: int) -> None:
    years = fiscal_years(file)
    if from_year not in years:
        known = ", ".join(map(str, years))
        raise ClerkError(f"ไฟล์นี้ไม่มีปีงบประมาณ {from_year} กรุณาเลือกปีที่มีในไฟล์: {known}")
    if to_year <= from_year:
        raise ClerkError(f"เริ่มปี {to_year} จากปี {from_year} ไม่ได้ กรุณาเลือกปีใหม่ที่อยู่หลังปี {from_year}")
    if to_year not in criteria_years(file):
        raise ClerkError(
            f"ยังไม่มีเกณฑ์ประเมินปี {to_year} จึงยังเริ่มปีนี้ไม่ได้ กรุณานำเข้าชุดเกณฑ์ของปีนั้นก่อน"
            " (เมนู › เกณฑ์ประเมินของปีนี้ › นำเข้าจากไฟล์…) หรือเลือกปีอื่น"
        )


def _duties(file: DataFile, from_year: int, to_year: int) -> CarryDutiesPlan | None:
    """Return what becomes of the OIT items; None where the old year has no criteria."""
    if from_year not in criteria_years(file):
        return None
    return plan_duties(file, from_year, to_year)


def _no_duties(from_year: int) -> NewYearLine:
    return NewYearLine(
        what="ข้อ OIT", fate=Fate.STAYS, why=f"ยังไม่มีเกณฑ์ประเมินปี {from_year} จึงเทียบข้อไม่ได้"
    )
