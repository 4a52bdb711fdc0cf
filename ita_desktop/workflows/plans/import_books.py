"""Where the changes of each table of a plan are written down, and how their values are told."""

from collections.abc import Callable, Mapping, Sequence

from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.findings import Finding
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import ProjectKind, TargetGroup
from ita_desktop.workflows.plans.fields import plan_value
from ita_desktop.workflows.plans.link_fields import LINK_FIELDS
from ita_desktop.workflows.plans.project_fields import MONEY_WANTED, QUARTERS_WANTED
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.changes import RowChange
from ita_desktop.workflows.rows.deeds import KIND_WORDS
from ita_desktop.xlsx.tables import FoundTable


def import_books(
    tables: Sequence[FoundTable], plan: Plan, findings: list[Finding]
) -> tuple[list[RowBook], list[RowChange]]:
    """Return a book for each table, and the list of changes that all of them fill, in order."""
    changes: list[RowChange] = []
    changed: dict[tuple[Kind, int, str], RowChange] = {}
    wanted = _wanted(plan)
    names = _which(plan)
    books = [
        RowBook(
            sheet=table.sheet,
            months=12,
            closed=frozenset(),
            value_of=_value,
            wanted=wanted,
            which=names,
            changes=changes,
            findings=findings,
            changed=changed,
        )
        for table in tables
    ]
    return books, changes


def _value(name: str, text: str) -> Value:
    return text if name in LINK_FIELDS else plan_value(name, text)


def _wanted(plan: Plan) -> Mapping[str, str]:
    wanted = {
        "kind": ", ".join(one.words for one in ProjectKind if one),
        "target_count": "จำนวนเต็ม เช่น 150",
        "target_groups": ", ".join(one.words for one in TargetGroup),
        "amount": MONEY_WANTED,
        "level": "ระดับหัวข้อ 1 ถึง 4 (1 คือมิติ)",
    }
    for year in plan.years:
        wanted |= {f"amount:{year}": MONEY_WANTED, f"quarters:{year}": QUARTERS_WANTED}
    return wanted


def _which(plan: Plan) -> Callable[[Kind, int], str]:
    numbers = {(Kind.PROJECT, one.project.id): one.number for one in plan.placed()}
    numbers |= {(Kind.GOAL, one.id): at for at, one in enumerate(plan.goals, start=1)}

    def which(kind: Kind, number: int) -> str:
        known = numbers.get((kind, number))
        return KIND_WORDS[kind] if known is None else f"{KIND_WORDS[kind]} {known}"

    return which
