"""What follows from the scores, beside the table and in the charts."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.ui import wording
from ita_desktop.ui.scores.charts import IndicatorBars, YearsChart
from ita_desktop.ui.scores.loss_card import LossRow
from ita_desktop.ui.scores.panel import ResultPanel
from ita_desktop.ui.session import Session

MakePanel = Callable[[Session], ResultPanel]


@pytest.fixture
def make_panel(qtbot: QtBot) -> MakePanel:
    def make(session: Session) -> ResultPanel:
        panel = ResultPanel(session)
        qtbot.addWidget(panel)
        session.scores_changed.connect(panel.refresh)
        session.year_changed.connect(panel.refresh)
        return panel

    return make


def words(panel: QWidget) -> list[str]:
    """Return every word that is not hidden."""
    return [
        label.text()
        for label in panel.findChildren(QLabel)
        if label.text() and not label.isHidden()
    ]


def put(session: Session, scores: dict[str, str]) -> None:
    session.put_scores({code: Decimal(score) for code, score in scores.items()}, "ทดลอง")


def losses(panel: ResultPanel) -> list[str]:
    return [row.accessibleName() for row in panel.findChildren(LossRow) if not row.isHidden()]


def test_seed_001_as_it_was_published(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
    make_panel: MakePanel,
) -> None:
    session = open_session(year_path(2565))
    panel = make_panel(session)
    put(session, {**seed_001, "EIT": "95.65"})
    shown = words(panel)
    assert {"๙๕.๘๒", "AA"} <= set(shown)
    table = shown[shown.index("แบบวัด") : shown.index("แบบวัด") + 16]
    assert table == [
        *("แบบวัด", "น้ำหนัก", "คะแนน", "ถ่วงน้ำหนัก"),
        *("IIT ภายใน", "๓๐", "๙๐.๔๒", "๒๗.๑๓"),
        *("EIT ภายนอก", "๓๐", "๙๕.๖๕", "๒๘.๖๙"),
        *("OIT เปิดเผยข้อมูล", "๔๐", "๑๐๐.๐๐", "๔๐.๐๐"),
    ]
    bars = panel.findChildren(IndicatorBars)[0]
    assert bars.accessibleDescription().split(" · ")[3] == "๔ การใช้ทรัพย์สินของราชการ ๘๘.๐๙"
    years = panel.findChildren(YearsChart)[0]
    assert years.accessibleDescription() == "ปี ๒๕๖๕ ๙๕.๘๒ AA"


@pytest.mark.parametrize(
    ("scores", "total", "level"),
    [
        (("80", "97", "100"), "๙๓.๑๐", "ผ่าน"),
        (("95", "95", "95"), "๙๕.๐๐", "ผ่านดีเยี่ยม"),
        (("94.99", "96", "96"), "๙๕.๗๐", "ผ่านดี"),
    ],
)
def test_the_levels_of_2566_look_at_each_instrument(
    empty: Session,
    make_panel: MakePanel,
    scores: tuple[str, str, str],
    total: str,
    level: str,
) -> None:
    panel = make_panel(empty)
    put(empty, dict(zip(("IIT", "EIT", "OIT"), scores, strict=True)))
    assert {total, level} <= set(words(panel))
    badge = next(label for label in panel.findChildren(QLabel) if label.text() == level)
    assert badge.accessibleName() == f"ระดับ {level}"


def test_what_is_missing_is_named(empty: Session, make_panel: MakePanel) -> None:
    panel = make_panel(empty)
    shown = words(panel)
    assert "–" in shown
    assert "ยังไม่มีคะแนน IIT, EIT, OIT จึงยังไม่มีคะแนนรวม" in shown
    assert "กรอกคะแนนรายข้อ เพื่อดูว่าข้อใดเสียคะแนนมากที่สุด" in shown
    assert losses(panel) == []
    put(empty, {"i1": "90"})
    assert "ยังไม่มีคะแนน EIT, OIT จึงยังไม่มีคะแนนรวม" in words(panel)
    put(empty, {"EIT": "90", "OIT": "90"})
    assert any(text.startswith("คะแนนเบื้องต้น") for text in words(panel))
    assert any("จะถึงระดับ" in text for text in words(panel))


def test_the_dearest_items_come_first(sample: Session, make_panel: MakePanel) -> None:
    panel = make_panel(sample)
    names = losses(panel)
    assert len(names) == 5
    assert names[0].startswith("ไปที่ข้อ O43 ")
    assert names[0].endswith("เสีย −๒.๐๐ คะแนน")
    sample.put_scores({"O43": Decimal(100)}, "ทดลอง")
    assert not losses(panel)[0].startswith("ไปที่ข้อ O43 ")
    assert len(losses(panel)) == 5


def test_last_year_and_every_year(sample: Session, make_panel: MakePanel) -> None:
    panel = make_panel(sample)
    before = sample.result_of(2565).total.shown
    assert before is not None
    now = sample.result.total.shown
    assert now is not None
    assert f"{wording.signed(now - before)} จากปี ๒๕๖๕" in words(panel)
    chart = panel.findChildren(YearsChart)[0]
    assert [part[:7] for part in chart.accessibleDescription().split(" · ")] == [
        "ปี ๒๕๖๔",
        "ปี ๒๕๖๕",
        "ปี ๒๕๖๖",
    ]
    sample.select_year(2564)
    assert not any("จากปี" in text for text in words(panel))


def test_an_unchecked_rule_is_said(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    make_panel: MakePanel,
) -> None:
    session = open_session(year_path(2569))
    panel = make_panel(session)
    assert any("ยังไม่พบเกณฑ์ระดับของปี ๒๕๖๙" in text for text in words(panel))
    put(session, {"IIT": "90", "EIT": "90", "OIT": "90"})
    assert "๙๐.๐๐" in words(panel)


def picture(widget: QWidget) -> QImage:
    widget.resize(widget.sizeHint())
    return widget.grab().toImage()


def test_bars_are_drawn_longer_for_more(qtbot: QtBot) -> None:
    pictures: list[QImage] = []
    for score in (None, "10", "90"):
        bars = IndicatorBars()
        qtbot.addWidget(bars)
        value = None if score is None else Decimal(score)
        bar = Bar(words="1 การปฏิบัติหน้าที่", score=value, before=Decimal(50))
        bars.show_chart(BarChart(caption="", bars=(bar,), limit=Decimal(85)))
        pictures.append(picture(bars))
        assert ("ยังไม่มีคะแนน" in bars.accessibleDescription()) is (score is None)
    assert pictures[0] != pictures[1] != pictures[2]


def test_charts_without_anything_are_drawn(qtbot: QtBot) -> None:
    for chart in (IndicatorBars(), YearsChart()):
        qtbot.addWidget(chart)
        assert not picture(chart).isNull()


def test_a_weak_bar_is_striped_and_not_only_red(qtbot: QtBot) -> None:
    pictures: list[QImage] = []
    for weak in (False, True):
        bars = IndicatorBars()
        qtbot.addWidget(bars)
        bar = Bar(words="1", score=Decimal(80), weak=weak)
        bars.show_chart(BarChart(caption="", bars=(bar,)))
        pictures.append(picture(bars).convertToFormat(QImage.Format.Format_Grayscale8))
    plain, striped = ({one.pixelColor(x, 13).value() for x in range(60, 90)} for one in pictures)
    assert len(plain) == 1
    assert len(striped) > 1


def test_the_years_are_said_as_the_window_writes_them(qtbot: QtBot) -> None:
    chart = YearsChart()
    qtbot.addWidget(chart)
    pillars = (
        Pillar(words="2563", score=Decimal(83), below="A"),
        Pillar(words="2568", score=None, below="ยังไม่ครบ", current=True),
    )
    chart.show_chart(PillarChart(caption="", pillars=pillars, floor=50, limit=Decimal(85)))
    assert chart.accessibleDescription() == "ปี ๒๕๖๓ ๘๓.๐๐ A · ปี ๒๕๖๘  ยังไม่ครบ"
    assert not picture(chart).isNull()


def test_the_bands_are_counted_and_the_indicators_ranked(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
    make_panel: MakePanel,
) -> None:
    session = open_session(year_path(2565))
    put(session, seed_001)
    panel = make_panel(session)
    assert "ต้องแก้ไข ๒ · พัฒนา ๔ · รักษาไว้ ๔ ตัวชี้วัด\nสูงสุด ๑๐๐.๐๐ ต่ำสุด ๘๘.๐๙" in words(panel)
    panel._ranked.setChecked(True)
    said = panel._bars.accessibleDescription()
    order = [part.partition(" ")[0] for part in said.split(" · ")]
    assert order == ["๙", "๑๐", "๗", "๖", "๘", "๑", "๓", "๕", "๒", "๔"]
