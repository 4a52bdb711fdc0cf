"""Each required content of O34–O38, O42 and O43 of 2566: broken alone, it alone is found."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.domain.disclosure import asked_contents
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.required_contents import Need
from ita_desktop.workflows.check import check
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field, tick_contents
from ita_desktop.workflows.opening import open_file
from ita_desktop.workflows.plans.making import change_years, plan_of, remove_plan
from ita_desktop.workflows.readiness.reading import Reading
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, remove_rows, set_field
from ita_desktop.workflows.scores.year_scores import put_entries
from tests.workflows.clean_year import TODAY, YEAR, clean_file
from tests.workflows.readiness.required import REQUIRED

Break = Callable[[DataFile], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed file whose year lacks nothing."""
    path = tmp_path_factory.mktemp("clean") / "ครบ.ita"
    clean_file(path).close()
    return path


@pytest.fixture
def clean(made: Path, tmp_path: Path) -> Iterator[DataFile]:
    """Return a file of its own whose year lacks nothing."""
    file = open_file(Path(shutil.copy(made, tmp_path / "ครบ.ita")))
    yield file
    file.close()


def first_row(file: DataFile, kind: Kind) -> int:
    """Return the number of the newest row of a kind."""
    return int(file.read(f"SELECT max(id) FROM {kind}")[0][0])  # noqa: S608 - a table of ours


def typed(kind: Kind, field: str, text: str, months: int | None = None) -> Break:
    """Return what types into a field of the newest row of a kind."""

    def broken(file: DataFile) -> None:
        round_ = None if months is None else 6 if months == 6 else 12
        number = first_row(file, kind)
        set_field(file, Edit(kind=kind, number=number, field=field, text=text, months=round_))

    return broken


def emptied(kind: Kind, *fields: str, months: int | None = None) -> Break:
    """Return what empties fields of the newest row of a kind."""

    def broken(file: DataFile) -> None:
        for field in fields:
            typed(kind, field, "", months)(file)

    return broken


def removed(kind: Kind, *, every: bool = False) -> Break:
    """Return what removes the newest row of a kind, or every one."""

    def broken(file: DataFile) -> None:
        numbers = [row[0] for row in file.read(f"SELECT id FROM {kind} ORDER BY id")]  # noqa: S608 - a table of ours
        remove_rows(file, kind, numbers if every else numbers[-1:])

    return broken


def dated(code: str, day: str) -> Break:
    """Return what says of which day the document of an item is."""
    return lambda file: set_oit_field(file, YEAR, OitEdit(code=code, field="dated", text=day))


def _projects(file: DataFile, year: int) -> list[int]:
    plan = plan_of(file, year)
    assert plan is not None
    return [one.project.id for one in plan.placed()]


def reported(year: int, months: int, *, first: bool = False, **texts: str) -> Break:
    """Return what types into the reports of the projects of a year's plan, or of the first."""

    def broken(file: DataFile) -> None:
        projects = _projects(file, year)
        edits = [
            Edit(
                kind=Kind.PROJECT,
                number=number,
                field=f"{field}:{year}",
                text=text,
                months=6 if months == 6 else 12,
            )
            for number in (projects[:1] if first else projects)
            for field, text in texts.items()
        ]
        apply_edits(file, edits, "แก้ผล")

    return broken


_REPORT: Final = ("state", "result", "granted", "spent", "problem", "suggestion")
_NOTHING: Final = dict.fromkeys(_REPORT, "")


def _no_plan(file: DataFile) -> None:
    for plan in plans_of(file):
        remove_plan(file, plan.id)


def _later_plan(file: DataFile) -> None:
    change_years(file, plans_of(file)[-1].id, 2567, 2571)


def _no_projects(file: DataFile) -> None:
    remove_rows(file, Kind.PROJECT, _projects(file, YEAR))


def _no_period(file: DataFile) -> None:
    project = _projects(file, YEAR)[0]
    fields = {"no_budget": "1"} | {f"runs:{year}": "" for year in range(2566, 2571)}
    fields |= {
        f"{name}:{year}": "" for name in ("quarters", "amount") for year in range(2566, 2571)
    }
    edits = [
        Edit(kind=Kind.PROJECT, number=project, field=field, text=text)
        for field, text in fields.items()
    ]
    apply_edits(file, edits, "ลบช่วงเวลา")


def _no_amount(file: DataFile) -> None:
    project = _projects(file, YEAR)[0]
    edits = [
        Edit(kind=Kind.PROJECT, number=project, field=f"amount:{year}", text="")
        for year in range(2566, 2571)
    ]
    apply_edits(file, edits, "ลบงบประมาณ")


def _no_scores(file: DataFile) -> None:
    entries = Reading(file).result(YEAR - 1)
    assert entries is not None
    put_entries(file, YEAR - 1, dict.fromkeys(entries.entries), "ลบคะแนน")


def _weaker(code: str, score: str) -> Break:
    def broken(file: DataFile) -> None:
        put_entries(file, YEAR - 1, {code: Decimal(score)}, "แก้คะแนน")

    return broken


def _no_qr_code(file: DataFile) -> None:
    criteria = shipped_criteria(YEAR)
    assert criteria is not None
    contents = asked_contents(criteria.item_by_code["O43"])
    texts = [one.text for one in contents if one.words.startswith(Need.QR_CODE)]
    tick_contents(file, YEAR, "O43", texts, there=False)


BREAKS: Final[Mapping[tuple[str, Need], Break]] = {
    ("O34", Need.RISKS): removed(Kind.PROCESS, every=True),
    ("O34", Need.RISK_LEVELS): emptied(
        Kind.RISK, "likelihood", "impact", "after_likelihood", "after_impact"
    ),
    ("O34", Need.RISK_MEASURES): removed(Kind.TREATMENT),
    ("O34", Need.OF_YEAR): dated("O34", "1 ก.ย. 2565"),
    ("O35", Need.RISKS_DONE): emptied(Kind.TREATMENT, "state", "result", "percent", months=6),
    ("O35", Need.OF_YEAR): typed(Kind.TREATMENT, "period", "ต.ค. ๖๔-มี.ค. ๖๖"),
    ("O36", Need.PLAN): _no_plan,
    ("O36", Need.PLAN_PROJECTS): _no_projects,
    ("O36", Need.PLAN_BUDGET): _no_amount,
    ("O36", Need.PLAN_PERIOD): _no_period,
    ("O36", Need.PLAN_COVERS): _later_plan,
    ("O37", Need.HALF): reported(YEAR, 6, **_NOTHING),
    ("O37", Need.HALF_PROGRESS): reported(YEAR, 6, first=True, result=""),
    ("O37", Need.HALF_SPENT): reported(YEAR, 6, first=True, spent=""),
    ("O37", Need.HALF_COVERS): dated("O37", "15 ม.ค. 2566"),
    ("O38", Need.ANNUAL): reported(YEAR - 1, 12, **_NOTHING),
    ("O38", Need.ANNUAL_RESULTS): reported(YEAR - 1, 12, first=True, result=""),
    ("O38", Need.ANNUAL_SPENT): reported(YEAR - 1, 12, first=True, spent=""),
    ("O38", Need.ANNUAL_PROBLEMS): reported(YEAR - 1, 12, problem=""),
    ("O38", Need.ANNUAL_SUGGESTIONS): reported(YEAR - 1, 12, suggestion=""),
    ("O38", Need.ANNUAL_YEAR): dated("O38", "1 มี.ค. 2565"),
    ("O42", Need.ANALYSIS): _no_scores,
    ("O42", Need.WEAK_POINTS): _weaker("i8", "79.01"),
    ("O42", Need.TO_IMPROVE): emptied(Kind.ITEM, "finding"),
    ("O42", Need.OWNERS): emptied(Kind.MEASURE, "units"),
    ("O42", Need.STEPS): emptied(Kind.STEP, "text"),
    ("O42", Need.FOLLOW_UP): emptied(Kind.MEASURE, "follow_up"),
    ("O43", Need.PROGRESS): emptied(Kind.STEP, "state", "result", "percent", months=6),
    ("O43", Need.QR_CODE): _no_qr_code,
    ("O43", Need.OF_YEAR): typed(Kind.MEASURE, "period", "ต.ค. ๖๖"),
}
"""What breaks each content of each item, and nothing else of them."""


def contents(lacks: tuple[Lack, ...]) -> set[tuple[str, str]]:
    """Return the contents of the seven items that lacks are about."""
    return {(one.item, one.content) for one in lacks if one.item in REQUIRED and one.content}


def test_the_clean_year_lacks_nothing_at_all(clean: DataFile) -> None:
    assert check(clean, YEAR, TODAY) == ()


def test_the_needs_are_the_contents_of_the_criteria_each_once_and_in_order() -> None:
    criteria = shipped_criteria(2566)
    assert criteria is not None
    for code, needs in REQUIRED.items():
        told = asked_contents(criteria.item_by_code[code])
        assert len(told) == len(needs)
        for content, need in zip(told, needs, strict=True):
            assert content.words.startswith(need)
            assert sum(one.words.startswith(need) for one in told) == 1


def test_every_need_of_every_item_has_its_break() -> None:
    assert set(BREAKS) == {(code, need) for code, needs in REQUIRED.items() for need in needs}


@pytest.mark.parametrize(("code", "need"), BREAKS, ids=lambda one: getattr(one, "name", one))
def test_what_breaks_one_content_is_found_as_that_content_and_no_other(
    clean: DataFile, code: str, need: Need
) -> None:
    BREAKS[code, need](clean)
    found = check(clean, YEAR, TODAY)
    ((item, content),) = contents(found)
    assert item == code
    assert content.rpartition("\n")[2].startswith(need)
    (first, *_) = (one for one in found if one.content)
    assert first.points == (2 if code in ("O42", "O43") else 1.25)
    assert first.message
