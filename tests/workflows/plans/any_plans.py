"""Plans for tests: any that a clerk could have made, and how they are put into a file."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from ita_desktop.db import plans as plan_table
from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.domain.outline import read_outline, write_outline
from ita_desktop.domain.plan import Goal, Plan, Section
from ita_desktop.domain.project import Project, ProjectKind, ProjectYear, TargetGroup
from ita_desktop.thai.text import normalise, one_line
from tests.workflows.measures.trackers import maybe

YEARS: tuple[int, ...] = (2566, 2567, 2568)
TEXTS: tuple[str, ...] = ("preface", "objectives")
lines = maybe.map(one_line)
lists = st.one_of(
    maybe,
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(("ก", "(1) ข", "๒.๑ ค", "ง\t๒ คน", "- จ"))),
        max_size=4,
    ).map(lambda found: "\n".join("\t" * level + text for level, text in found)),
).map(lambda text: write_outline(read_outline(normalise(text).strip())))
amounts = st.none() | st.sampled_from(("0", "1", "20000", "100.5", "999999.99"))
quarters = st.sets(st.integers(1, 4)).map(sorted).map(tuple)


@st.composite
def project_years(draw: st.DrawFn) -> dict[int, ProjectYear]:
    found: dict[int, ProjectYear] = {}
    for year in YEARS:
        amount = draw(amounts)
        one = ProjectYear(
            runs=draw(st.booleans()),
            quarters=draw(quarters),
            amount=None if amount is None else Decimal(amount),
        )
        if one != ProjectYear():
            found[year] = one
    return found


@st.composite
def projects(draw: st.DrawFn) -> Project:
    amount = draw(amounts)
    no_budget = draw(st.booleans())
    return Project(
        id=0,
        kind=draw(st.sampled_from(ProjectKind)),
        name=draw(lines),
        rationale=draw(maybe),
        objectives=draw(lists),
        target=draw(lists),
        target_count=draw(st.none() | st.integers(0, 9999)),
        target_groups=tuple(one for one in TargetGroup if draw(st.booleans())),
        steps=draw(lists),
        period=draw(st.just("") | maybe),
        years=draw(project_years()),
        no_budget=no_budget,
        amount=None if no_budget or amount is None else Decimal(amount),
        source=draw(lines),
        units=draw(maybe),
        outputs=draw(lists),
        outcomes=draw(lists),
        note=draw(maybe),
        items=draw(st.sampled_from(((), ((2566, "O36"),), ((2566, "O36"), (2567, "O39"))))),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Return a plan of three years; ``places`` name sections by their place in it, from 1."""
    count = draw(st.integers(0, 4))
    sections = tuple(
        Section(
            id=number,
            level=1 if number == 1 else draw(st.integers(1, 4)),
            marker=draw(st.sampled_from(("", "", "", "9.9", "ก"))),
            name=draw(lines),
            projects=tuple(
                replace(one, places=draw(st.just(()) | st.just((1,))) if number > 1 else ())
                for one in draw(st.lists(projects(), max_size=2))
            ),
        )
        for number in range(1, count + 1)
    )
    goals = draw(
        st.lists(
            st.tuples(maybe, st.dictionaries(st.sampled_from(YEARS), maybe.filter(bool))),
            max_size=2,
        )
    )
    return Plan(
        id=0,
        first_year=YEARS[0],
        last_year=YEARS[-1],
        title=draw(lines),
        risk_year=draw(st.none() | st.just(2566)),
        texts=draw(st.dictionaries(st.sampled_from(TEXTS), maybe)),
        goals=tuple(Goal(id=0, text=text, aims=aims) for text, aims in goals),
        sections=sections,
    )


def put_plan(file: DataFile, plan: Plan) -> Plan:
    """Put a plan in the place of the file's and return it with its numbers, as one deed."""
    with file.deed("วางแผน"):
        for one in plans_of(file):
            plan_table.remove_plan(file, one.id)
        number = plan_table.add_plan(file, plan.first_year, plan.last_year, plan.title)
        plan_table.change_plan(file, number, {"risk_year": plan.risk_year})
        for name, text in plan.texts.items():
            plan_table.put_plan_text(file, number, name, text)
        for goal in plan.goals:
            row = table.add_row(file, Kind.GOAL, number, {"text": goal.text})
            for year, aim in goal.aims.items():
                plan_table.put_aim(file, row, year, aim)
        made: dict[int, int] = {}
        for section in plan.sections:
            values = {"level": section.level, "marker": section.marker, "name": section.name}
            made[section.id] = table.add_row(file, Kind.SECTION, number, values)
        for section in plan.sections:
            for project in section.projects:
                _put(file, made, made[section.id], project)
    return load_plan(file, number)


def _put(file: DataFile, made: dict[int, int], section: int, project: Project) -> None:
    names = ("name", "rationale", "objectives", "target", "steps", "period", "source", "units")
    values: dict[str, table.Value] = {name: getattr(project, name) for name in names}
    values |= {name: getattr(project, name) for name in ("outputs", "outcomes", "note")}
    values |= {
        "kind": project.kind.value,
        "target_count": project.target_count,
        "target_groups": "\n".join(project.target_groups),
        "no_budget": int(project.no_budget),
        "amount": "" if project.amount is None else f"{project.amount:f}",
    }
    row = table.add_row(file, Kind.PROJECT, section, values)
    for year, one in project.years.items():
        told: dict[str, table.Value] = {
            "runs": int(one.runs),
            "quarters": "".join(map(str, one.quarters)),
            "amount": "" if one.amount is None else f"{one.amount:f}",
        }
        project_table.put_project_year(file, row, year, told)
    project_table.put_links(file, "project_place", row, [(made[one],) for one in project.places])
    project_table.put_links(file, "project_item", row, project.items)
