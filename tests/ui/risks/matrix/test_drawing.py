"""What is drawn: every size of matrix, colours and patterns, and no more than what changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bench.many_risks import made_register
from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.risk_method import Color, LevelBand, Pattern, RiskMethod, ScaleStep
from ita_desktop.domain.risks import Process, Register, Risk
from ita_desktop.ui import theme
from ita_desktop.ui.level_colors import chip_colors, level_colors
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.drawing import draw_chip
from ita_desktop.ui.risks.matrix.legend import items_of
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.patterns import draw_filled
from ita_desktop.ui.risks.matrix.seating import LEAST, Chip, lines_of, seating_of
from ita_desktop.ui.risks.matrix.seats import Cell, in_cells, seats_of
from ita_desktop.ui.risks.matrix.shape import shape_of
from ita_desktop.ui.settings import Settings

Show = Callable[..., MatrixCard]
METHOD = preset_methods()[0]


def sized(tall: int, wide: int) -> RiskMethod:
    """Return the first method with other scales; its highest products have no level."""
    likelihood = tuple(ScaleStep(value=value, name=f"ขั้น {value}") for value in range(1, tall + 1))
    impact = tuple(ScaleStep(value=value, name=f"ขั้น {value}") for value in range(1, wide + 1))
    return replace(METHOD, likelihood=likelihood, impact=impact)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    theme.dress(qapp, Qt.ColorScheme.Dark)
    yield
    theme.dress(qapp, Qt.ColorScheme.Light)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""

    def light(name: str) -> float:
        color = QColor(name)
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (color.redF(), color.greenF(), color.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def hold_contrast() -> None:
    for color in (*Color, None):
        colors = level_colors(color)
        assert contrast(colors.ink, colors.ground) >= 4.5
        assert contrast(colors.mark, colors.ground) >= 1.2
    ground, ink = chip_colors()
    assert contrast(ink.name(), ground.name()) >= 4.5


def test_words_of_levels_can_be_read_in_light() -> None:
    hold_contrast()


@pytest.mark.usefixtures("dark")
def test_words_of_levels_can_be_read_in_dark() -> None:
    hold_contrast()


def test_in_grey_the_four_patterns_are_four_pictures() -> None:
    found: list[bytes] = []
    for pattern in Pattern:
        image = QImage(QSize(60, 60), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_filled(painter, QRectF(0, 0, 60, 60), level_colors(Color.YELLOW), pattern)
        painter.end()
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        found.append(bytes(grey.constBits()))
        shades = {grey.pixelColor(x, 30 + y).lightness() for x in range(60) for y in range(9)}
        assert (max(shades) - min(shades) >= 10) == (pattern is not Pattern.PLAIN)
    assert all(one != other for one, other in combinations(found, 2))


@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 100), st.integers(0, 40))
def test_in_every_size_chips_are_in_their_cell_and_nobody_is_lost(
    tall: int, wide: int, count: int, unplaced: int
) -> None:
    register = made_register(count, method=sized(tall, wide), unplaced=min(unplaced, count))
    for arrows in Arrows:
        hold_seating(register, arrows)


def hold_seating(register: Register, arrows: Arrows) -> None:
    seats = seats_of(register, arrows)
    shape = shape_of(register.method, 530, 500, 90)
    seating = seating_of(seats, shape)
    cells = in_cells(seats)
    for cell, content in seating.items():
        box = QRectF(shape.box(cell))
        assert content.risks == tuple(seat.risk for seat in cells.get(cell, ()))
        shown = tuple(chip.risk for chip in content.chips if not chip.ghost)
        assert shown == (() if content.too_full else content.risks)
        for chip in content.chips:
            assert box.contains(chip.box)
            assert chip.box.height() >= LEAST
        for one, other in combinations(content.chips, 2):
            assert not one.box.intersects(other.box)


@pytest.mark.parametrize(("tall", "wide"), [(2, 2), (3, 3), (3, 5), (9, 9)])
def test_every_cell_is_found_where_it_is_drawn(show: Show, tall: int, wide: int) -> None:
    board = show(made_register(20, method=sized(tall, wide))).matrix.board
    shape = board.shape
    assert shape is not None
    assert set(shape.cells) == set(product(range(1, tall + 1), range(1, wide + 1)))
    for cell in shape.cells:
        assert shape.cell_at(QPointF(shape.box(cell).center())) == cell
        assert board.rect().contains(shape.box(cell))
    top, low = shape.box((tall, 1)), shape.box((1, 1))
    assert top.bottom() < low.top()
    assert shape.box((1, wide)).left() > low.left()
    assert not board.grab().isNull()


def test_cells_have_the_colour_of_their_level(show: Show) -> None:
    board = show(made_register(0)).matrix.board
    assert board.shape is not None
    picture = board.grab().toImage()
    for cell, color in (((1, 1), Color.GREEN), ((5, 5), Color.RED), ((2, 4), Color.YELLOW)):
        box = board.shape.box(cell)
        area = picture.copy(box.adjusted(5, 30, -5, -5))
        colors = {area.pixelColor(x, y).name() for x in range(40) for y in range(20)}
        assert level_colors(color).ground in colors


def test_a_cell_of_no_level_says_so(show: Show) -> None:
    method = replace(METHOD, bands=METHOD.bands[:3])
    card = show(made_register(3, method=method))
    words = [words for _, words in items_of(method)]
    assert words[-1] == "ไม่มีระดับ ๑๕–๒๕"
    card.matrix.board.setFocus()
    card.matrix.board.set_current((5, 5))
    assert "ไม่มีระดับในเกณฑ์นี้" in card.matrix.board.accessibleDescription()


def test_the_legend_says_levels_limits_and_whose_method(show: Show) -> None:
    legend = show(made_register(3)).matrix.legend
    assert "ต่ำ ๑–๓, ปานกลาง ๔–๘, สูง ๙–๑๔, สูงมาก ๑๕–๒๕" in legend.accessibleName()
    assert legend.accessibleName().endswith("เกณฑ์ของปี ๒๕๖๖ (แบบ A)")
    assert "ยังไม่ได้ตรวจกับคู่มือ" in legend.toolTip()


def test_a_level_of_one_product_has_one_limit() -> None:
    band = LevelBand(name="ต่ำ", color=Color.GREEN, first=1, last=1)
    assert items_of(replace(METHOD, bands=(band,)))[0][1] == "ต่ำ ๑"


class Painted(QObject):
    """Keeps what a widget was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return super().eventFilter(watched, event)


def test_a_move_paints_only_the_two_cells(show: Show, qtbot: QtBot) -> None:
    card = show(made_register(100))
    board = card.matrix.board
    painted = Painted()
    board.installEventFilter(painted)
    moved = made_register(100, shift=1)
    begin, end = (seats_of(one, Arrows.NONE)[0].cell for one in (made_register(100), moved))
    card.show_register(moved)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    board.removeEventFilter(painted)
    assert board.shape is not None
    assert begin is not None
    assert end is not None
    allowed = QRegion()
    for cell in (begin, end):
        allowed += board.shape.box(cell).adjusted(-2, -2, 2, 2)
    assert painted.region.subtracted(allowed).isEmpty()


def test_a_cell_that_a_dragged_risk_leaves_is_painted_again(show: Show, qtbot: QtBot) -> None:
    board = show(made_register(10)).matrix.board
    assert board.shape is not None
    first, second = board.shape.box((5, 1)), board.shape.box((1, 5))
    board.lifting.lift(1, first.center().toPointF())
    board.repaint()
    painted = Painted()
    board.installEventFilter(painted)
    board.lifting.carry(second.center().toPointF())
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    board.removeEventFilter(painted)
    assert board.lifting.target == (1, 5)
    for box in (first, second):
        assert QRegion(box).subtracted(painted.region).isEmpty()


def test_the_same_register_again_paints_nothing(show: Show) -> None:
    card = show(made_register(100))
    painted = Painted()
    card.matrix.board.installEventFilter(painted)
    card.show_register(made_register(100))
    QApplication.sendPostedEvents()
    card.matrix.board.removeEventFilter(painted)
    assert painted.region.isEmpty()


def risk_with(place: Cell, after: Cell | None = None) -> Register:
    risk = Risk(id=1, text="เหตุการณ์", previous=9, likelihood=place[0], impact=place[1])
    if after is not None:
        risk = replace(risk, after_likelihood=after[0], after_impact=after[1])
    before = Risk(id=9, likelihood=5, impact=5, after_likelihood=4, after_impact=2)
    return Register(
        fiscal_year=2566,
        method=METHOD,
        processes=(Process(id=1, fiscal_year=2566, risks=(risk,)),),
        before={9: before},
        comparable=frozenset({9}),
    )


def test_an_arrow_of_years_begins_where_last_year_ended() -> None:
    (seat,) = seats_of(risk_with((3, 3)), Arrows.YEARS)
    assert (seat.origin, seat.cell) == ((4, 2), (3, 3))


def test_a_year_of_another_size_has_no_arrow(show: Show) -> None:
    register = replace(risk_with((3, 3)), comparable=frozenset())
    (seat,) = seats_of(register, Arrows.YEARS)
    assert seat.origin is None
    card = show(register)
    card.choose(Arrows.YEARS)
    assert "ขนาดอื่น" in card.caption.text()


def test_a_risk_that_stayed_has_no_arrow_and_the_card_says_so(show: Show) -> None:
    (seat,) = seats_of(risk_with((4, 2)), Arrows.YEARS)
    assert (seat.origin, seat.cell) == (None, (4, 2))
    card = show(risk_with((4, 2)))
    card.choose(Arrows.YEARS)
    assert card.caption.text() == "ทุกข้อที่ยกมาอยู่ที่เดิม จึงไม่มีลูกศร"
    card.show_register(risk_with((4, 3)))
    assert card.caption.text() == "ลากหมายเลขเพื่อเปลี่ยนระดับ"


def test_before_and_after_treatment_have_an_arrow(show: Show) -> None:
    register = risk_with((5, 4), (2, 1))
    card = show(register)
    assert card.matrix.board.lines == ()
    card.choose(Arrows.TREATMENT)
    (line,) = card.matrix.board.lines
    shape = card.matrix.board.shape
    assert shape is not None
    assert shape.cell_at(line.begin) == (5, 4)
    assert shape.cell_at(line.end) == (2, 1)
    card.choose(Arrows.NONE)
    assert card.matrix.board.lines == ()


def test_a_place_that_the_method_does_not_have_is_none() -> None:
    (seat,) = seats_of(risk_with((7, 1)), Arrows.NONE)
    assert seat.cell is None


def test_the_way_to_look_is_remembered(show: Show, settings: Settings, qtbot: QtBot) -> None:
    show(made_register(3)).choose(Arrows.TREATMENT)
    again = MatrixCard(settings)
    qtbot.addWidget(again)
    assert again.matrix.arrows is Arrows.TREATMENT
    assert again.ways.text() == Arrows.TREATMENT.words
    assert again.actions_of[Arrows.TREATMENT].isChecked()


@pytest.mark.usefixtures("dark")
def test_in_dark_it_is_drawn_in_dark_colours(show: Show) -> None:
    board = show(made_register(0)).matrix.board
    assert board.shape is not None
    box = board.shape.box((1, 1))
    ground = board.grab().toImage().pixelColor(box.center()).name()
    assert ground == level_colors(Color.GREEN).ground != "#dff3e6"


def test_other_colours_are_taken_up_while_it_is_seen(
    show: Show, qapp: QApplication, qtbot: QtBot
) -> None:
    board = show(made_register(0)).matrix.board
    assert board.shape is not None
    center = board.shape.box((1, 1)).center()
    theme.dress(qapp, Qt.ColorScheme.Dark)
    try:
        dark_ground = level_colors(Color.GREEN).ground
        qtbot.waitUntil(lambda: board.grab().toImage().pixelColor(center).name() == dark_ground)
    finally:
        theme.dress(qapp, Qt.ColorScheme.Light)


def test_another_method_lays_the_cells_out_anew_and_leaves_the_cell(
    show: Show, qtbot: QtBot
) -> None:
    card = show(made_register(10))
    card.matrix.board.choose_cell((5, 5))
    with qtbot.waitSignal(card.matrix.cells_left):
        card.show_register(made_register(10, method=sized(3, 3)))
    assert card.matrix.cell is None
    assert card.matrix.board.shape is not None
    assert len(card.matrix.board.shape.cells) == 9


def test_chips_are_so_large_that_no_cell_loses_its_word(show: Show) -> None:
    contents = show(made_register(40, unplaced=3)).matrix.board.seating.values()
    assert all(content.head for content in contents)
    sizes = {chip.box.height() for content in contents for chip in content.chips}
    assert len(sizes) == 1


def test_a_number_stands_in_the_middle_of_its_ring_and_leaves_it_free() -> None:
    image = QImage(22, 22, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_chip(painter, Chip(1, 88, QRectF(0, 0, 22, 22)))
    painter.end()
    around = [(x, y) for x in range(22) for y in range(22)]
    inside = [(x, y) for x, y in around if (x - 10.5) ** 2 + (y - 10.5) ** 2 < 9**2]
    dark = [(x, y) for x, y in inside if image.pixelColor(x, y).lightness() < 128]
    across, down = ([place[way] for place in dark] for way in (0, 1))
    assert abs((min(down) + max(down)) / 2 - 10.5) <= 1.5
    assert abs((min(across) + max(across)) / 2 - 10.5) <= 1.5
    edge = [(x, y) for x, y in dark if (x - 10.5) ** 2 + (y - 10.5) ** 2 > 8.5**2]
    assert edge == []


def test_arrows_of_a_cell_without_its_chips_are_bound_at_its_edge() -> None:
    register = made_register(100)
    seats = seats_of(register, Arrows.TREATMENT)
    shape = shape_of(register.method, 530, 500, 90)
    seating = seating_of(seats, shape)
    ghosts = {chip.risk for content in seating.values() for chip in content.chips if chip.ghost}
    loose = [
        (line, seat)
        for line in lines_of(seats, seating, shape)
        for seat in seats
        if seat.risk == line.risk and line.risk not in ghosts
    ]
    assert loose
    for line, seat in loose:
        assert seat.origin is not None
        assert shape.cell_at(line.begin) == seat.origin
        assert line.begin != QRectF(shape.box(seat.origin)).center()
