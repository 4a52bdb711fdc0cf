"""Which rows are shown, and in which order."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ita_desktop.domain.bands import Band
from ita_desktop.ui.scores.model import Column, ScoreTableModel
from ita_desktop.ui.scores.proxy import ScoreProxy, Shown
from ita_desktop.ui.scores.rows import Kind, ScoreRow
from ita_desktop.ui.scores.shown import ShownRow
from ita_desktop.ui.session import Session


@pytest.fixture
def proxy(sample: Session) -> ScoreProxy:
    model = ScoreTableModel(sample)
    made = ScoreProxy(model)
    sample.scores_changed.connect(model.refresh)
    return made


def codes(proxy: ScoreProxy) -> list[str]:
    return [proxy.source_row(row).code for row in range(proxy.rowCount())]


def model(proxy: ScoreProxy) -> ScoreTableModel:
    found = proxy.sourceModel()
    assert isinstance(found, ScoreTableModel)
    return found


def shown(proxy: ScoreProxy, row: ScoreRow) -> ShownRow:
    return model(proxy).shown(model(proxy).row_of(row.code))


@pytest.mark.parametrize("wanted", list(Shown))
def test_is_sound_whatever_is_shown(
    proxy: ScoreProxy, wanted: Shown, qtmodeltester: ModelTester
) -> None:
    proxy.show(wanted)
    assert proxy.shown is wanted
    qtmodeltester.check(proxy)


def test_everything_is_shown_at_first(proxy: ScoreProxy) -> None:
    assert codes(proxy) == [row.code for row in model(proxy).rows]


def test_weak_items_stand_under_their_heads(proxy: ScoreProxy) -> None:
    proxy.show(Shown.URGENT)
    rows = [proxy.source_row(row) for row in range(proxy.rowCount())]
    items = [row for row in rows if row.kind is Kind.ITEM]
    assert items
    assert {shown(proxy, row).band for row in items} == {Band.URGENT}
    assert not {row.kind for row in rows} & {Kind.TOTAL, Kind.PART}
    for row in items:
        assert row.item is not None
        assert codes(proxy).index(str(row.item.indicator)) < codes(proxy).index(row.code)
    everything = [row for row in model(proxy).rows if row.kind is Kind.ITEM]
    assert len(items) == sum(shown(proxy, row).band is Band.URGENT for row in everything)


def test_weak_and_middling(proxy: ScoreProxy) -> None:
    proxy.show(Shown.WEAK)
    bands = {
        shown(proxy, row).band
        for place in range(proxy.rowCount())
        if (row := proxy.source_row(place)).kind is Kind.ITEM
    }
    assert bands == {Band.URGENT, Band.IMPROVE}


def test_indicators_alone(proxy: ScoreProxy) -> None:
    proxy.show(Shown.INDICATORS)
    assert codes(proxy) == [
        *("total", "IIT", "1", "2", "3", "4", "5"),
        *("EIT", "6", "7", "8", "OIT", "9", "10"),
    ]


def test_what_is_not_entered_yet(proxy: ScoreProxy, sample: Session, empty: Session) -> None:
    proxy.show(Shown.EMPTY)
    assert codes(proxy) == []
    sample.put_scores({"i7": None}, "ลบ")
    proxy.show(Shown.EMPTY)
    assert codes(proxy) == ["IIT", "2", "i7"]
    all_empty = ScoreProxy(ScoreTableModel(empty))
    all_empty.show(Shown.EMPTY)
    items = [c for c in codes(all_empty) if c in empty.criteria.item_by_code]
    assert len(items) == 88


def test_texts_to_check(proxy: ScoreProxy, sample: Session) -> None:
    proxy.show(Shown.UNCHECKED)
    items = [c for c in codes(proxy) if c in sample.criteria.item_by_code]
    assert items == [i.code for i in sample.criteria.items if not i.status.checked]


def test_a_row_stays_while_it_is_worked_on(proxy: ScoreProxy, sample: Session) -> None:
    """What was typed would vanish under the clerk's hands, and Enter would skip a row."""
    sample.put_scores({"i7": None, "i8": None}, "ลบ")
    proxy.show(Shown.EMPTY)
    before = codes(proxy)
    sample.set_score("i7", "88.13")
    assert codes(proxy) == before
    proxy.show(Shown.EMPTY)
    assert "i7" not in codes(proxy)


@pytest.mark.parametrize("column", [Column.SCORE, Column.BEFORE, Column.CHANGE, Column.BAND])
def test_sorted_by_a_head_only_items_are_left(proxy: ScoreProxy, column: Column) -> None:
    proxy.order_by(column, Qt.SortOrder.DescendingOrder)
    rows = [proxy.source_row(row) for row in range(proxy.rowCount())]
    assert {row.kind for row in rows} == {Kind.ITEM}
    assert len(rows) == 88
    keys = [float(proxy.index(row, column).data(proxy.sortRole())) for row in range(len(rows))]
    assert keys == sorted(keys, reverse=True)
    proxy.order_by(column, Qt.SortOrder.AscendingOrder)
    keys = [float(proxy.index(row, column).data(proxy.sortRole())) for row in range(len(rows))]
    assert keys == sorted(keys)


def test_sorted_by_code_is_the_order_of_the_paper(proxy: ScoreProxy, sample: Session) -> None:
    proxy.order_by(Column.CODE, Qt.SortOrder.AscendingOrder)
    assert codes(proxy) == [item.code for item in sample.criteria.items]
    proxy.order_by(Column.CODE, Qt.SortOrder.DescendingOrder)
    assert codes(proxy)[0] == sample.criteria.items[-1].code


def test_back_from_sorting(proxy: ScoreProxy) -> None:
    before = codes(proxy)
    proxy.order_by(Column.SCORE, Qt.SortOrder.AscendingOrder)
    proxy.order_by(-1, Qt.SortOrder.AscendingOrder)
    assert codes(proxy) == before


def test_the_order_stays_while_it_is_worked_on(proxy: ScoreProxy, sample: Session) -> None:
    proxy.order_by(Column.SCORE, Qt.SortOrder.DescendingOrder)
    before = codes(proxy)
    sample.put_scores({"i1": Decimal(1)}, "ทดลอง")
    assert codes(proxy) == before


def test_sorted_and_filtered(proxy: ScoreProxy) -> None:
    proxy.show(Shown.URGENT)
    proxy.order_by(Column.SCORE, Qt.SortOrder.AscendingOrder)
    scores = [shown(proxy, proxy.source_row(r)).score for r in range(proxy.rowCount())]
    found = [score for score in scores if score is not None]
    assert found == sorted(found)
    assert max(found) < 90


def test_another_year_is_filtered_the_same(
    open_session: Callable[[Path], Session], sample_path: Path
) -> None:
    session = open_session(sample_path)
    model_ = ScoreTableModel(session)
    proxy_ = ScoreProxy(model_)
    session.year_changed.connect(model_.reload)
    proxy_.show(Shown.INDICATORS)
    session.select_year(2564)
    assert proxy_.rowCount() == 14
