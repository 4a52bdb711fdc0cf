"""The score table: what each cell says, shows and remembers of last year."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from ita_desktop.db.scores import put_score
from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.criteria import Status
from ita_desktop.domain.office import Office
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.ui.scores.model import Column, Role, ScoreTableModel
from ita_desktop.ui.scores.rows import Kind
from ita_desktop.ui.scores.shown import Chip
from ita_desktop.ui.session import Session

Refusal = tuple[str, str]
ROWS = {2564: 111, 2565: 111, 2566: 111, 2567: 82, 2568: 75, 2569: 49}
ITEMS = {2564: 88, 2565: 88, 2566: 88, 2567: 59, 2568: 52, 2569: 26}


def model_of(session: Session) -> tuple[ScoreTableModel, list[Refusal]]:
    refusals: list[Refusal] = []

    def refused(_cell: QModelIndex, typed: str, why: str) -> None:
        refusals.append((typed, why))

    model = ScoreTableModel(session)
    model.score_refused.connect(refused)
    return model, refusals


def shown(model: ScoreTableModel, code: str, column: Column, role: int = 0) -> object:
    return model.index(model.row_of(code), column).data(role)


def put(session: Session, scores: dict[str, str], deed: str = "ทดลอง") -> None:
    session.put_scores({code: Decimal(score) for code, score in scores.items()}, deed)


@pytest.fixture
def seed(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
) -> Session:
    """Return FY2565 with the ten indicators of seed 001 and EIT as it was published."""
    session = open_session(year_path(2565))
    put(session, {**seed_001, "EIT": "95.65"})
    return session


@pytest.mark.parametrize("fiscal_year", range(2564, 2570))
def test_is_a_sound_model_in_every_year(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    fiscal_year: int,
    qtmodeltester: ModelTester,
) -> None:
    model, _ = model_of(open_session(year_path(fiscal_year)))
    qtmodeltester.check(model)
    kinds = [row.kind for row in model.rows]
    assert model.rowCount() == ROWS[fiscal_year]
    assert kinds.count(Kind.ITEM) == ITEMS[fiscal_year]
    assert kinds.count(Kind.INDICATOR) == 10
    assert [row.code for row in model.rows if row.kind is Kind.INSTRUMENT] == ["IIT", "EIT", "OIT"]
    assert model.rows[0].kind is Kind.TOTAL
    assert model.row_of("ไม่มี") == -1


def test_a_cell_outside_the_table_says_nothing(sample: Session) -> None:
    model, _ = model_of(sample)
    outside = QModelIndex()
    assert model.data(outside) is None
    assert model.flags(outside) == Qt.ItemFlag.NoItemFlags
    assert not model.setData(outside, "88.13")
    inside = model.index(0, 0)
    assert model.rowCount(inside) == model.columnCount(inside) == 0


def test_heads_name_last_year(sample: Session) -> None:
    model, _ = model_of(sample)
    across = Qt.Orientation.Horizontal
    heads = [model.headerData(column, across) for column in Column]
    assert heads == ["ข้อ", "ข้อคำถาม", "คะแนน", "ปี ๒๕๖๕", "เพิ่ม/ลด", "กลุ่ม"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    sides = [
        model.headerData(column, across, Qt.ItemDataRole.TextAlignmentRole) for column in Column
    ]
    right = Qt.AlignmentFlag.AlignRight
    assert [bool(side & right) for side in sides] == [False, False, True, True, True, False]


def test_scores_are_shown_in_thai_digits_with_two_decimals(sample: Session) -> None:
    model, _ = model_of(sample)
    sample.put_scores({"O1": EXCLUDED, "i1": Decimal(7)}, "ทดลอง")
    assert shown(model, "i1", Column.CODE) == "i1"
    assert shown(model, "i1", Column.SCORE) == "๗.๐๐"
    assert shown(model, "O1", Column.SCORE) == "ไม่คิดคะแนน"
    assert shown(model, "O2", Column.SCORE) == "๑๐๐.๐๐"
    assert shown(model, "O16", Column.SCORE) == "๐.๐๐"
    assert shown(model, "7", Column.CODE) == "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"
    said = shown(model, "i1", Column.SCORE, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "i1 คะแนน ๗.๐๐"


def test_copying_and_editing_give_arabic_figures_as_entered(sample: Session) -> None:
    model, _ = model_of(sample)
    edit = Qt.ItemDataRole.EditRole
    sample.put_scores({"O1": EXCLUDED, "i1": Decimal(7)}, "ทดลอง")
    assert shown(model, "i1", Column.SCORE, edit) == "7"
    assert shown(model, "O1", Column.SCORE, edit) == "ไม่คิดคะแนน"
    assert shown(model, "1", Column.SCORE, edit) == ""  # computed: there is nothing of her own
    assert shown(model, "i2", Column.BEFORE, edit) == "91.44"
    assert shown(model, "i2", Column.CHANGE, edit) == "+3.42"
    assert shown(model, "i7", Column.CODE, edit) == "i7"
    text = shown(model, "i7", Column.TEXT, edit)
    assert text == sample.criteria.item_by_code["i7"].text


@pytest.mark.parametrize(
    ("score", "chip"),
    [
        ("89.99", Chip("ต้องแก้ไข", Band.URGENT)),
        ("90", Chip("พัฒนา", Band.IMPROVE)),
        ("94.99", Chip("พัฒนา", Band.IMPROVE)),
        ("95", Chip("รักษาไว้", Band.KEEP)),
        ("0", Chip("ต้องแก้ไข", Band.URGENT)),
    ],
)
def test_bands_at_the_limits(empty: Session, score: str, chip: Chip) -> None:
    model, _ = model_of(empty)
    put(empty, {"i1": score, "5": score, "EIT": score})
    for code in ("i1", "5", "EIT"):
        assert shown(model, code, Column.BAND) == chip.word
        assert shown(model, code, Column.BAND, Role.CHIP) == chip
    assert shown(model, "i2", Column.BAND) == ""
    assert shown(model, "i1", Column.SCORE, Role.CHIP) is None


def test_the_offices_own_limits_decide(empty: Session, office: Office) -> None:
    model, _ = model_of(empty)
    put(empty, {"i1": "86"})
    limits = BandLimits(Decimal(80), Decimal("85.5"))
    empty.set_office(
        Office(name=office.name, kind=office.kind, limits=limits),
    )
    assert shown(model, "i1", Column.BAND) == "รักษาไว้"
    tip = shown(model, "i1", Column.BAND, Qt.ItemDataRole.ToolTipRole)
    assert tip == "ต้องแก้ไข: ต่ำกว่า ๘๐\nพัฒนา: ๘๐ ถึงน้อยกว่า ๘๕.๕\nรักษาไว้: ตั้งแต่ ๘๕.๕"


def test_oit_items_say_what_their_absence_costs(empty: Session) -> None:
    model, _ = model_of(empty)
    oit = [item.code for item in empty.criteria.items if item.is_oit]
    last = [item.code for item in empty.criteria.items if item.sub_indicator == "10.2"]
    put(empty, dict.fromkeys(oit, "100"))
    assert shown(model, oit[0], Column.BAND, Role.CHIP) == Chip("เผยแพร่แล้ว", Band.KEEP)
    put(empty, {last[0]: "0"})
    assert shown(model, last[0], Column.BAND, Role.CHIP) == Chip("ขาด −๒.๐๐", Band.URGENT)
    assert shown(model, "10", Column.SCORE) == "๙๐.๐๐"
    empty.put_scores({last[0]: EXCLUDED}, "ทดลอง")
    assert shown(model, last[0], Column.BAND) == ""


def test_one_missing_item_of_2565_as_the_handbook_computes_it(
    open_session: Callable[[Path], Session], year_path: Callable[[int], Path]
) -> None:
    session = open_session(year_path(2565))
    model, _ = model_of(session)
    items = session.criteria.items
    put(session, {item.code: "100" for item in items if item.is_oit})
    for sub, indicator, score in (("9.3", "9", "๙๗.๑๔"), ("10.1", "10", "๙๓.๗๕")):
        code = next(item.code for item in items if item.sub_indicator == sub)
        put(session, {code: "0"})
        assert shown(model, indicator, Column.SCORE) == score
        put(session, {code: "100"})


def test_last_year_follows_the_item_not_its_number(sample: Session) -> None:
    model, _ = model_of(sample)
    before = sample.last_year
    assert before is not None
    # O19 of 2566 was O21 of 2565; O22 of 2565 was not published and is O20 now
    assert sample.criteria.item_by_code["O20"].previous == ("O22",)
    assert before.entries["O20"] == 100
    assert shown(model, "O20", Column.BEFORE) == "๐.๐๐"
    assert shown(model, "O20", Column.CHANGE) == "+๑๐๐.๐๐"
    assert shown(model, "O19", Column.CHANGE) == "±๐.๐๐"
    assert shown(model, "O20", Column.CHANGE, Role.MOVE) == 100
    # O12 goes on from O11 (0) and O19 (100): there is no one score to compare with
    assert shown(model, "O12", Column.BEFORE) == ""
    assert shown(model, "O12", Column.CHANGE) == ""


def test_change_of_questions_indicators_and_total(sample: Session) -> None:
    model, _ = model_of(sample)
    assert shown(model, "i7", Column.BEFORE) == "๗๑.๒๐"
    assert shown(model, "i7", Column.CHANGE) == "+๗.๘๑"
    sample.put_scores({"i7": Decimal("70.56")}, "ทดลอง")
    assert shown(model, "i7", Column.CHANGE) == "−๐.๖๔"
    assert shown(model, "9.1", Column.BEFORE) == ""  # sub-indicators changed their items
    last_year = sample.last_year
    assert last_year is not None
    for code in ("1", "EIT", "total"):
        past = last_year.figure(code)
        assert past is not None
        moved = shown(model, code, Column.CHANGE, Role.MOVE)
        now = model.shown(model.row_of(code)).score
        assert now is not None
        assert moved == now - (past.shown or 0)


def test_the_first_year_has_nothing_to_compare_with(sample: Session) -> None:
    sample.select_year(2564)
    model, _ = model_of(sample)
    assert {shown(model, row.code, Column.BEFORE) for row in model.rows} == {""}
    assert {shown(model, row.code, Column.CHANGE) for row in model.rows} == {""}


def test_seed_001_shows_what_was_published_and_what_is_computed(seed: Session) -> None:
    model, _ = model_of(seed)
    expected = {"IIT": "๙๐.๔๒", "EIT": "๙๕.๖๕", "OIT": "๑๐๐.๐๐", "total": "๙๕.๘๒"}
    assert {code: shown(model, code, Column.SCORE) for code in expected} == expected
    suffix = shown(model, "EIT", Column.CODE, Role.QUIET_SUFFIX)
    assert suffix == "คำนวณได้ ๙๕.๖๖ ต่าง −๐.๐๑"
    assert shown(model, "IIT", Column.CODE, Role.QUIET_SUFFIX) == ""
    assert shown(model, "IIT", Column.SCORE, Role.COMPUTED) is True
    assert shown(model, "EIT", Column.SCORE, Role.COMPUTED) is False
    words = [shown(model, str(number), Column.BAND) for number in range(1, 11)]
    assert [words.count(word) for word in ("ต้องแก้ไข", "พัฒนา", "รักษาไว้")] == [2, 4, 4]
    put(seed, {"2": "88.13"})
    seed.put_scores({"EIT": None}, "ลบ")
    assert shown(model, "EIT", Column.SCORE) == "๙๕.๖๖"


def test_what_was_not_checked_is_marked(sample: Session) -> None:
    model, _ = model_of(sample)
    items = sample.criteria.items
    marked = [
        item.code
        for item in items
        if shown(model, item.code, Column.TEXT, Role.QUIET_SUFFIX) == "(ร่าง)"
    ]
    assert marked == [item.code for item in items if not item.status.checked]
    assert len(marked) == 45
    tip = shown(model, marked[0], Column.TEXT, Qt.ItemDataRole.ToolTipRole)
    assert isinstance(tip, str)
    assert "F4" in tip
    sample.correct_text(marked[0], "ข้อความที่ตรวจแล้ว")
    model.reload()
    row = model.rows[model.row_of(marked[0])]
    assert row.item is not None
    assert row.item.status is Status.OFFICE
    assert shown(model, marked[0], Column.TEXT, Role.QUIET_SUFFIX) == ""
    assert shown(model, marked[0], Column.TEXT, Qt.ItemDataRole.ToolTipRole) is None


def test_tool_tips_say_where_a_figure_comes_from(seed: Session) -> None:
    model, _ = model_of(seed)
    tip = Qt.ItemDataRole.ToolTipRole
    assert "คำนวณจากคะแนนที่กรอกไว้" in str(shown(model, "IIT", Column.SCORE, tip))
    assert "กด Delete" in str(shown(model, "EIT", Column.SCORE, tip))
    assert "กรอกเองไม่ได้" in str(shown(model, "9.1", Column.SCORE, tip))
    assert shown(model, "i1", Column.SCORE, tip) is None


def test_only_scores_can_be_typed_and_no_sub_indicator(sample: Session) -> None:
    model, _ = model_of(sample)
    editable = Qt.ItemFlag.ItemIsEditable
    for place, row in enumerate(model.rows):
        for column in Column:
            may = bool(model.index(place, column).flags() & editable)
            assert may is (column is Column.SCORE and row.kind is not Kind.SUB_INDICATOR)


@pytest.mark.parametrize("typed", ["88.13", "๘๘.๑๓", " 88.13 ", "88.13\u200b"])
def test_typing_writes(empty: Session, typed: str) -> None:
    model, refusals = model_of(empty)
    assert model.setData(model.index(model.row_of("i7"), Column.SCORE), typed)
    assert empty.result.entries["i7"] == Decimal("88.13")
    assert not refusals
    assert model.setData(model.index(model.row_of("i7"), Column.SCORE), "")
    assert "i7" not in empty.result.entries


def test_other_columns_and_roles_take_nothing(empty: Session) -> None:
    model, _ = model_of(empty)
    row = model.row_of("i7")
    assert not model.setData(model.index(row, Column.TEXT), "88.13")
    assert not model.setData(model.index(row, Column.SCORE), "88.13", Qt.ItemDataRole.DisplayRole)
    assert not empty.result.entries


def test_what_stays_the_same_is_no_deed(sample: Session) -> None:
    model, _ = model_of(sample)
    cell = model.index(model.row_of("i1"), Column.SCORE)
    assert model.setData(cell, cell.data(Qt.ItemDataRole.EditRole))
    assert sample.next_undo() is None


def test_a_refused_score_is_told_and_not_written(sample: Session) -> None:
    model, refusals = model_of(sample)
    assert not model.setData(model.index(model.row_of("i1"), Column.SCORE), "101")
    assert not model.setData(model.index(model.row_of("O1"), Column.SCORE), "50")
    assert sample.result.entries["i1"] == Decimal("95.20")
    assert [typed for typed, _ in refusals] == ["101", "50"]
    assert "เกิน 100" in refusals[0][1]
    assert "O1" in refusals[1][1]


def test_a_score_is_told_to_the_rows_that_follow_from_it(sample: Session) -> None:
    model, _ = model_of(sample)
    told: list[tuple[int, int, int, int]] = []

    def hear(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), first.column(), last.row(), last.column()))

    model.dataChanged.connect(hear)
    model.refresh()
    assert told == [(0, Column.SCORE, model.rowCount() - 1, Column.BAND)]


def test_a_year_without_criteria_of_its_levels_still_shows(
    open_session: Callable[[Path], Session], year_path: Callable[[int], Path]
) -> None:
    session = open_session(year_path(2569))
    model, _ = model_of(session)
    put(session, {"IIT": "90", "EIT": "90", "OIT": "90"})
    assert shown(model, "total", Column.SCORE) == "๙๐.๐๐"
    assert shown(model, "total", Column.BAND) == ""


def test_the_file_is_read_again_after_a_deed(sample: Session) -> None:
    model, _ = model_of(sample)
    with sample.file.deed("นอกหน้าต่าง"):
        put_score(sample.file, 2566, "i1", Decimal(1))
    sample.refresh()
    assert shown(model, "i1", Column.SCORE) == "๑.๐๐"
