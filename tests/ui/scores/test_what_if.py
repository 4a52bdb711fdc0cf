"""Trying other scores on the tab: real keys, nothing saved, and it ends where the year is left."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.domain.moved_figures import By
from ita_desktop.domain.scores import compute
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.scores.what_if_page import WhatIfPage
from ita_desktop.ui.scores.what_if_rows import FigureRow, ItemRow
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.widgets.score_box import ScoreBox

Press = Callable[[str], None]


@pytest.fixture
def trying(page: ScorePage, press: Press) -> WhatIfPage:
    """Return the place where scores are tried, opened by its keys."""
    press("Ctrl+L")
    assert page.trying is not None
    return page.trying


def item(trying: WhatIfPage, code: str) -> ItemRow:
    return next(row for row in trying.items if row.one.code == code)


def figure(trying: WhatIfPage, code: str) -> FigureRow:
    return next(row for row in trying.figures if row.one.code == code)


def words(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.text() and one.isVisible()]


def total(trying: WhatIfPage) -> Decimal:
    shown = trying.trial.now.after.total.shown
    assert shown is not None
    return shown


def test_the_dearest_item_stands_first_and_space_publishes_it(
    page: ScorePage, trying: WhatIfPage, press: Press
) -> None:
    session = page._session
    before, first = session.result.total.shown, trying.items[0]
    assert before is not None
    assert first.one.code == "O43"
    assert first.tick.hasFocus()
    worths = [row.one.worth for row in trying.items]
    assert worths == sorted(worths, reverse=True)
    press("Space")
    assert total(trying) == before + 2
    assert first.gain.text() == "+๒.๐๐"
    assert trying.result.figure.text() == "๙๓.๘๗"
    assert "๙๑.๘๗" in words(trying.result)  # the present one stays in sight
    press("Space")
    assert (total(trying), first.gain.text()) == (before, "")
    assert not trying.trial.changes


def test_keys_move_a_slider_and_a_figure_is_typed_in_thai_digits(
    trying: WhatIfPage, press: Press, type_: Callable[[str], None]
) -> None:
    row = figure(trying, "i7")
    now = row.one.now
    assert now == Decimal("79.01")
    row.slider.setFocus()
    press("Right")
    assert trying.trial.changes["i7"] == By(Decimal(1))
    press("PgUp")
    assert row.box.value() == 8501
    assert row.gain.text() == "+๐.๐๖"
    press("Tab")
    assert row.box.hasFocus()
    press("Ctrl+A")
    type_("๙๐.๕")
    press("Enter")
    assert trying.trial.changes["i7"] == By(Decimal("11.49"))
    assert row.slider.value() == 9050
    press("Tab")
    assert row.more.hasFocus()
    press("Space")
    assert row.box.text() == "๙๕.๕๐"
    press("Space")
    assert row.box.text() == "๑๐๐.๐๐"
    assert not row.more.isEnabled()


def test_a_handle_that_is_drawn_takes_whole_points(trying: WhatIfPage) -> None:
    row = figure(trying, "i7")
    row.slider.setSliderDown(True)
    row.slider.setSliderPosition(8437)
    assert row.box.value() == 8400
    row.slider.setSliderDown(False)
    assert trying.trial.changes["i7"] == By(Decimal("4.99"))


@pytest.mark.parametrize("typed", ["101", "x", "", "."])
def test_what_is_no_score_is_not_taken(
    trying: WhatIfPage, press: Press, type_: Callable[[str], None], typed: str
) -> None:
    row = figure(trying, "i7")
    row.box.setFocus()
    press("Ctrl+A")
    press("Delete")
    type_(typed)
    press("Tab")
    assert not trying.trial.changes
    assert row.box.text() == "๗๙.๐๑"


def test_nothing_that_is_tried_is_saved(
    page: ScorePage, trying: WhatIfPage, press: Press, sample_path: Path
) -> None:
    session = page._session
    content, deed, entries = sample_path.read_bytes(), session.next_undo(), session.result.entries
    press("Space")
    for row in trying.figures[:5]:
        row.more.click()
    trying.best.all.click()
    assert len(trying.trial.changes) > 6
    press("Esc")
    assert page.trying is None
    assert page.table.hasFocus()
    assert sample_path.read_bytes() == content
    assert (session.next_undo(), session.result.entries) == (deed, entries)


def test_begin_anew_goes_back_to_the_present_scores(page: ScorePage, trying: WhatIfPage) -> None:
    assert not trying.reset.isEnabled()
    trying.items[1].tick.click()
    figure(trying, "i7").more.click()
    trying.reset.click()
    assert trying.trial.now.after == page._session.result
    assert figure(trying, "i7").box.value() == 7901
    assert not any(row.tick.isChecked() for row in trying.items)


def test_published_items_can_be_taken_back(trying: WhatIfPage) -> None:
    before, count = total(trying), len(trying.items)
    trying.published.click()
    assert len(trying.items) > count
    row = item(trying, "O1")
    assert row.tick.isChecked()
    row.tick.click()
    assert total(trying) == before - Decimal("0.40")
    assert row.gain.text() == "−๐.๔๐"
    trying.published.click()
    assert not row.isHidden()  # what is tried stays in sight


def test_indicators_are_called_so_and_estimated_points_are_a_draft(
    page: ScorePage, press: Press
) -> None:
    session = page._session
    session.add_year(2567)
    scores = {**{str(number): "80" for number in range(1, 9)}, "OIT": "50"}
    session.put_scores({code: Decimal(text) for code, text in scores.items()}, "ทดลอง")
    page.table.setFocus()
    press("Ctrl+L")
    trying = page.trying
    assert trying is not None
    row = figure(trying, "1")
    assert row.code.text() == "ตัวชี้วัดที่ ๑"
    assert row.code.width() >= row.code.sizeHint().width()
    row.more.click()
    assert row.gain.text() == "+๐.๓๐"
    o1 = item(trying, "O1")
    assert not o1.one.words.startswith("(ร่าง)"), "its own words were held against the handbook"
    worth = next(text for text in words(o1) if text.startswith("(ร่าง)"))
    o1.tick.click()
    assert o1.gain.text() == f"(ร่าง) +{worth.removeprefix('(ร่าง) ')}"
    assert "โดยประมาณ" in o1.tick.toolTip()
    assert all("(ร่าง)" in " ".join(words(one)) for one in trying.best._rows if one.code[0] == "O")


def test_what_is_worth_most_is_tried_by_a_click(trying: WhatIfPage) -> None:
    steps = trying.best.steps
    assert [step.code for step in steps][:2] == ["O43", "O37"]
    trying.best._rows[0].click()
    assert item(trying, "O43").tick.isChecked()
    assert trying.best.steps[0].code == "O37"
    assert trying.best.reached.text().startswith("ทำครบ")


def test_words_of_a_step_end_in_dots_also_where_its_points_grow(
    trying: WhatIfPage, qtbot: QtBot
) -> None:
    row = trying.best._rows[0]
    for points in ("+๑", "(ร่าง) +๑๐.๐๐"):
        row.show_gain("O43", "O43", "เผยแพร่ รายงานผลการดำเนินการตามมาตรการ" * 3, points)

        def ends(points: str = points) -> bool:
            room = row._text.fontMetrics().horizontalAdvance(row._text.shown)
            right = row._points.fontMetrics().horizontalAdvance(points)
            held = room <= row._text.width() and right <= row._points.width()
            return held and row._text.shown.endswith("…")

        qtbot.waitUntil(ends)


def test_the_next_level_and_what_is_missing_for_it_follow(
    make_window: Callable[[Path | None], MainWindow], sample_path: Path, press: Press
) -> None:
    window = make_window(sample_path)
    assert window.workspace is not None
    page, session = window.workspace.scores, window.workspace.session
    scores = {"IIT": "80", "EIT": "96", "OIT": "80"}
    session.put_scores({code: Decimal(text) for code, text in scores.items()}, "ทดลอง")
    page.table.setFocus()
    press("Ctrl+L")
    trying = page.trying
    assert trying is not None
    assert trying.result.level.text() == "ต้องปรับปรุง"
    assert trying.result.missing.text() == "ยังขาด คะแนนรวม ๐.๒๐ คะแนน จึงจะถึงระดับ ผ่าน"
    assert "ยังไม่ได้ตรวจกับคู่มือ" in trying.result.caution.text()
    assert trying.best.reached.text() == "ทำครบ ๑ ข้อนี้ ได้ ๘๖.๘๐ ถึงระดับ ผ่าน"
    press("Space")  # O43: 84.80 and 2.00
    assert trying.result.level.text() == "ผ่าน"
    assert trying.result.level_now.text() == "ต้องปรับปรุง"
    assert "IIT ๕.๐๐" in trying.result.missing.text()


def test_another_tab_another_year_and_a_real_score_end_it(
    window: MainWindow, page: ScorePage, press: Press
) -> None:
    assert window.workspace is not None
    session = page._session

    def other_tab() -> None:
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(Tab.RISKS)
        window.workspace.tabs.setCurrentIndex(Tab.SCORES)

    for leave in (
        other_tab,
        lambda: session.select_year(2565),
        lambda: session.set_score("i1", "90"),
        session.undo,
        lambda: page.go_to("O1"),
    ):
        page.table.setFocus()
        press("Ctrl+L")
        assert page.trying is not None
        press("Space")
        leave()
        assert page.trying is None
        assert page.table.isVisible()


def test_a_search_goes_from_line_to_line(page: ScorePage, trying: WhatIfPage) -> None:
    assert page.find_text("o43") == (1, 1)
    assert item(trying, "O43").tick.hasFocus()
    place, count = page.find_text("หน่วยงานของท่าน")
    assert (place, count > 3) == (1, True)
    assert page.find_text("หน่วยงานของท่าน") == (2, count)
    assert page.find_text("หน่วยงานของท่าน", step=-1) == (1, count)
    assert page.find_text("หน่วยงานของท่าน", step=-1) == (count, count)
    assert page.find_text("ไม่มีคำนี้") == (0, 0)


def test_without_a_total_it_says_what_is_wanted_first(empty_page: ScorePage, press: Press) -> None:
    empty_page.table.setFocus()
    press("Ctrl+L")
    trying = empty_page.trying
    assert trying is not None
    assert any("กรอกคะแนนในตารางก่อน" in text for text in words(trying))
    assert trying.end.hasFocus()
    press("Space")
    assert empty_page.trying is None


def test_only_indicators_known_are_moved_themselves(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
    qtbot: QtBot,
) -> None:
    session = open_session(year_path(2565))
    session.put_scores({code: Decimal(text) for code, text in seed_001.items()}, "ทดลอง")
    trying = WhatIfPage(session.result)
    qtbot.addWidget(trying)
    codes = [row.one.code for row in trying.figures]
    assert sorted(codes) == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert codes[0] == "4"  # 88.09
    figure(trying, "4").more.click()
    assert trying.trial.gain("4") == Decimal("0.30")
    figure(trying, "7").more.click()
    assert figure(trying, "7").box.text() == "๑๐๐.๐๐"
    changed = compute(
        session.criteria, {**session.result.entries, "7": Decimal(100), "4": Decimal("93.09")}
    )
    assert trying.trial.now.after.total.value == changed.total.value


def test_a_narrow_window_says_the_result_in_a_line(
    window: MainWindow, page: ScorePage, trying: WhatIfPage
) -> None:
    assert not trying.short.isVisible()
    window.resize(683, 600)
    assert trying.short.isVisible()
    trying.items[0].tick.click()
    assert trying.short.text().startswith("๙๑.๘๗ → ๙๓.๘๗ ผ่านดี +๒.๐๐")
    assert not trying.result.isVisible()
    assert page.isVisible()


def test_every_control_has_a_name(trying: WhatIfPage) -> None:
    for widget in trying.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget


def test_a_move_is_quick(trying: WhatIfPage) -> None:
    row = figure(trying, "i7")
    took: list[float] = []
    for value in range(8000, 9000, 100):
        begun = perf_counter()
        row.slider.setValue(value)
        took.append(perf_counter() - begun)
    assert sorted(took)[len(took) // 2] < 0.1  # 5 ms on a quiet machine


def test_a_box_moves_by_points_and_keeps_two_decimals(qtbot: QtBot) -> None:
    box = ScoreBox()
    qtbot.addWidget(box)
    box.setValue(7901)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.text() == "๘๐.๐๑"
    QTest.keyClick(box, Qt.Key.Key_PageDown)
    assert box.text() == "๗๐.๐๑"
