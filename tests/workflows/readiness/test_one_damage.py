"""A clean year and one damage, anywhere: what is found names that damage and nothing else."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.disclosure import Content, asked_contents, data_dates, oit_items
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.office import OfficeKind
from ita_desktop.workflows.check import check
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field, tick_contents
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.workflows.clean_year import OFFICE, TODAY, YEAR, clean_file

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
Found = tuple[Severity, str, int, str, str]
"""How grave a finding is, and kind, number, field and code of its place."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What is typed into a field, and how grave it is that it is so."""

    field: str
    text: str
    severity: Severity
    words: str
    """What the finding says."""
    at: str = ""
    """The field where it is mended, where that is another."""


OIT: Final = (
    Damage("state", "อยู่ระหว่างจัดทำ", ERROR, "อยู่ระหว่างจัดทำ เลยกำหนดเผยแพร่ 30 เม.ย. 66 แล้ว"),
    Damage("state", "", ERROR, "ยังไม่เริ่ม เลยกำหนดเผยแพร่ 30 เม.ย. 66 แล้ว"),
    Damage("units", "", WARNING, "ยังไม่มีหน่วยงานรับผิดชอบ"),
    Damage("units", "กองคลัง\nกองช่าง", NOTE, "ไม่อยู่ในรายชื่อของหน่วยงาน: กองช่าง"),
    Damage("addresses", "", ERROR, "ยังไม่มีที่อยู่หน้าเว็บไซต์"),
    Damage("addresses", "อยู่ในเว็บไซต์", WARNING, "ที่อยู่หน้าเว็บไซต์ที่ไม่ถูกต้อง"),
    Damage("checked", "", WARNING, "ยังไม่มีวันที่ตรวจสอบหน้าเว็บไซต์"),
    Damage("checked", "3 พ.ค. 2566", WARNING, "วันที่ตรวจสอบ 3 พ.ค. 66 ซึ่งยังมาไม่ถึง"),
    Damage("due", "30 ก.ย. 2565", WARNING, "อยู่นอกปีงบประมาณ 2566"),
    Damage("due", "1 ต.ค. 2566", WARNING, "อยู่นอกปีงบประมาณ 2566"),
)
DATED: Final = Damage(
    *("dated", "21 เม.ย. 2566", WARNING, "วันที่ตรวจสอบ 20 เม.ย. 66 ก่อนวันที่ของเอกสาร", "checked")
)
ROWS: Final[Mapping[Kind, tuple[Damage, ...]]] = {
    Kind.ITEM: (
        Damage("finding", "", WARNING, "ยังไม่มีข้อค้นพบ"),
        Damage("score", "91.00", WARNING, "มีคะแนน 91"),
    ),
    Kind.MEASURE: (
        Damage("units", "", ERROR, "ยังไม่มีผู้รับผิดชอบ"),
        Damage("units", "กองช่าง", NOTE, "ไม่อยู่ในรายชื่อของหน่วยงาน: กองช่าง"),
        Damage("period", "", WARNING, "ยังไม่มีระยะเวลาดำเนินการ"),
        Damage("period", "ต.ค. ๖๖", WARNING, "อยู่นอกปีงบประมาณ 2566"),
        Damage("period", "เมื่อพร้อม", NOTE, "ไม่เข้าใจระยะเวลา"),
        Damage("follow_up", "", ERROR, "ยังไม่มีแนวทางการกำกับติดตาม"),
        Damage("text", "เปิดเผยแผนของเทศบาลเมืองปรกฟ้าให้ทราบ", WARNING, "มีชื่อหน่วยงานอื่น"),
    ),
    Kind.STEP: (
        Damage("text", "", WARNING, "ขั้นตอนที่ยังไม่มีข้อความ"),
        Damage("text", "เสนอนายกองค์การบริหารส่วนตำบลลงนาม", NOTE, "ใช้คำของหน่วยงานประเภทอื่น"),
    ),
    Kind.CALENDAR: (Damage("period", "ม.ค. ๖๘", WARNING, "ปฏิทินการดำเนินงานอยู่นอกปีงบประมาณ"),),
    Kind.TREATMENT: (
        Damage("period", "", WARNING, "ยังไม่มีระยะเวลาดำเนินการ"),
        Damage("period", "ต.ค. ๖๕-ธ.ค. ๖๖", WARNING, "อยู่นอกปีงบประมาณ 2566"),
    ),
    Kind.PROCESS: (Damage("units", "กองช่าง", NOTE, "ไม่อยู่ในรายชื่อของหน่วยงาน: กองช่าง"),),
}


def found(lacks: tuple[Lack, ...]) -> set[Found]:
    return {
        (one.severity, one.place.kind, one.place.number, one.place.field, one.place.code)
        for one in lacks
    }


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    """Return a file whose year lacks nothing; what damages it is taken back."""
    file = clean_file(tmp_path_factory.mktemp("clean") / "ครบ.ita")
    yield file
    file.close()


@contextmanager
def damaged(file: DataFile, damage: Callable[[], object]) -> Generator[tuple[Lack, ...]]:
    """Give what is found of a damage, which is one deed; then take it back."""
    newest = file.latest_deed()
    damage()
    assert file.latest_deed() != newest
    try:
        yield check(file, YEAR, TODAY)
    finally:
        file.undo()


def hold(file: DataFile, damage: Callable[[], object], one: Found, words: str) -> None:
    """Assert that of a damage this is found alone, and nothing once it is taken back."""
    with damaged(file, damage) as lacks:
        assert found(lacks) == {one}
        (lack,) = lacks
        assert words in lack.message
    assert check(file, YEAR, TODAY) == ()


HEADS: Final = {
    OfficeKind.CITY: "นายกเทศมนตรีนคร",
    OfficeKind.TOWN: "นายกเทศมนตรีเมือง",
    OfficeKind.SUBDISTRICT: "นายกเทศมนตรีตำบล",
    OfficeKind.TAMBON: "นายกองค์การบริหารส่วนตำบล",
    OfficeKind.PROVINCE: "นายกองค์การบริหารส่วนจังหวัด",
}


@pytest.mark.parametrize("kind", HEADS)
def test_the_clean_year_of_an_office_of_any_kind_lacks_nothing(
    tmp_path: Path, kind: OfficeKind
) -> None:
    title = f"{HEADS[kind]}บ้านทดสอบ"
    office = replace(OFFICE, name=f"{kind}บ้านทดสอบ", kind=kind, executive_title=title)
    file = clean_file(tmp_path / "ครบ.ita", office)
    assert check(file, YEAR, TODAY) == ()
    file.close()


def test_an_office_without_units_is_told_once_where_something_is_to_be_done(tmp_path: Path) -> None:
    file = clean_file(tmp_path / "ไม่มีกอง.ita", replace(OFFICE, units=()))
    assert found(check(file, YEAR, TODAY)) == {(WARNING, "office", 0, "units", "")}
    assert "units" not in {one.place.field for one in check(file, YEAR + 9, TODAY)}
    file.close()


def hold_of_item(file: DataFile, code: str, damage: Damage) -> None:
    edit = OitEdit(code=code, field=damage.field, text=damage.text)
    one = (damage.severity, "oit_item", YEAR, damage.at or damage.field, code)
    hold(file, lambda: set_oit_field(file, YEAR, edit), one, damage.words)


_codes = st.integers(1, 43).map(lambda number: f"O{number}")
_slowly = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@settings(_slowly, max_examples=40)
@given(code=_codes, damage=st.sampled_from(OIT))
def test_one_damage_to_a_field_of_an_oit_item_is_found_alone(
    clean: DataFile, code: str, damage: Damage
) -> None:
    hold_of_item(clean, code, damage)


@pytest.mark.slow
def test_each_damage_to_each_field_of_every_oit_item_is_found_alone(clean: DataFile) -> None:
    for item in oit_items(criteria_of(clean, YEAR)):
        for damage in OIT:
            hold_of_item(clean, item.code, damage)


def _dated(file: DataFile) -> list[str]:
    """Return the items that ask for data of a time and have a document's day."""
    known, items = load_disclosure(file, YEAR), oit_items(criteria_of(file, YEAR))
    return [one.code for one in items if data_dates(one) and known.of(one.code).dated]


def test_a_page_looked_at_before_its_document_was_made_is_found_at_every_item(
    clean: DataFile,
) -> None:
    codes = _dated(clean)
    assert len(codes) > 20
    for code in codes:
        hold_of_item(clean, code, DATED)


def _contents(file: DataFile) -> list[tuple[str, tuple[Content, ...]]]:
    items = oit_items(criteria_of(file, YEAR))
    return [(one.code, asked) for one in items if (asked := asked_contents(one))]


@settings(_slowly, max_examples=25)
@given(draw=st.data())
def test_contents_that_are_not_ticked_are_found_each_by_itself_or_all_together(
    clean: DataFile, draw: st.DataObject
) -> None:
    code, asked = draw.draw(st.sampled_from(_contents(clean)))
    gone = draw.draw(st.lists(st.sampled_from(asked), min_size=1, unique=True))
    texts = [one.text for one in gone]
    with damaged(clean, lambda: tick_contents(clean, YEAR, code, texts, there=False)) as lacks:
        assert {one[1:] for one in found(lacks)} == {("oit_item", YEAR, "contents", code)}
        if len(gone) == len(asked) > 1:
            (lack,) = lacks
            assert (lack.severity, lack.content) == (ERROR, "")
            assert f"จากทั้ง {len(asked)} รายการ" in lack.message
        else:
            severity = {one.text: NOTE if one.is_optional else ERROR for one in gone}
            assert {one.content: one.severity for one in lacks} == severity
    assert check(clean, YEAR, TODAY) == ()


def _told_at(file: DataFile, kind: Kind, number: int, damage: Damage) -> tuple[str, int]:
    """Return the row where it is mended: what neither a measure nor its one step says, there."""
    if kind is Kind.MEASURE and not damage.text:
        ((step,),) = file.read("SELECT id FROM step WHERE measure = ?", (number,))
        return "step", int(step)
    return str(kind), number


@pytest.mark.parametrize(
    ("kind", "severity", "item", "at"),
    [
        (AnnouncementKind.NO_GIFT, NOTE, "O31", ("fiscal_year", "announcements")),
        (AnnouncementKind.MEASURES, WARNING, "", ("fiscal_year", "announcements")),
        (AnnouncementKind.PLAN, WARNING, "", ("plan", "announcement")),
    ],
)
def test_an_announcement_that_is_gone_is_found_alone(
    clean: DataFile, kind: AnnouncementKind, severity: Severity, item: str, at: tuple[str, str]
) -> None:
    def damage() -> None:
        with clean.deed("ลบ"):
            clean.connection.execute("DELETE FROM announcement WHERE kind = ?", (kind.value,))

    with damaged(clean, damage) as lacks:
        (lack,) = lacks
        assert (lack.severity, lack.item) == (severity, item)
        assert (lack.place.kind, lack.place.field) == at
    assert check(clean, YEAR, TODAY) == ()


_damages = [(kind, damage) for kind, damages in ROWS.items() for damage in damages]


@pytest.mark.parametrize(("kind", "damage"), _damages)
def test_one_damage_to_each_row_of_a_kind_is_found_alone(
    clean: DataFile, kind: Kind, damage: Damage
) -> None:
    for (number,) in clean.read(f"SELECT id FROM {kind} ORDER BY id"):  # noqa: S608 - a table of ours
        edit = Edit(kind=kind, number=number, field=damage.field, text=damage.text)
        at = damage.at or damage.field
        row = _told_at(clean, kind, number, damage)
        one = (damage.severity, *row, at, "")
        hold(clean, lambda edit=edit: set_field(clean, edit), one, damage.words)
