import pytest

from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import Line, Measure, break_lines
from ita_desktop.typesetting.tabs import DEFAULT_STEP, TabStop, next_stop, way_to

FACE = bundled_typeface()


def lines(text: str, width: float, *stops: TabStop, indent: float = 0.0) -> tuple[Line, ...]:
    return break_lines(text, Measure(width, indent=indent, stops=stops), FACE)


def ends(line: Line) -> list[float]:
    """Return where each piece of the line ends, in points from the left edge."""
    x = line.indent
    found: list[float] = []
    for piece in line.pieces:
        x += piece.width
        found.append(x)
    return found


def test_without_stops_a_tab_leads_to_the_next_step() -> None:
    (line,) = lines("ก\tข", 400)
    assert ends(line)[1] == pytest.approx(DEFAULT_STEP)
    (line,) = lines("การประเมินคุณธรรม\tข", 400)
    assert ends(line)[-2] % DEFAULT_STEP == pytest.approx(0, abs=1e-6)


def test_text_begins_is_centred_or_ends_at_its_stop() -> None:
    (line,) = lines("ก\tขขข", 400, TabStop(100))
    assert ends(line)[1] == pytest.approx(100)
    (line,) = lines("ก\tขขข", 400, TabStop(100, 0.5))
    begins, stops = ends(line)[1:3]
    assert (begins + stops) / 2 == pytest.approx(100)
    (line,) = lines("ก\tขขข", 400, TabStop(100, 1.0))
    assert ends(line)[-1] == pytest.approx(100)


def test_dots_fill_the_way_of_a_leader_only() -> None:
    (line,) = lines("ก\tข\tค", 400, TabStop(100, leader=True), TabStop(200))
    assert [piece.leader for piece in line.pieces] == [False, True, False, False, False]


def test_a_leader_at_the_end_is_drawn_and_a_plain_tab_there_is_not() -> None:
    (line,) = lines("ลงชื่อ\t", 400, TabStop(200, 1.0, leader=True))
    assert ends(line)[-1] == pytest.approx(200)
    (line,) = lines("ลงชื่อ\t", 400, TabStop(200))
    assert line.words == ("ลงชื่อ",)
    assert line.text == "ลงชื่อ\t"


def test_a_number_without_room_goes_to_the_next_line_at_its_stop() -> None:
    text = "การประเมินคุณธรรมและความโปร่งใส\t๑๒"
    first, second = lines(text, 160, TabStop(160, 1.0, leader=True), indent=20)
    assert first.text + second.text == text
    assert second.indent == 20
    assert ends(second)[-1] == pytest.approx(160)


def test_a_stop_beyond_the_edge_is_the_edge() -> None:
    assert next_stop((TabStop(500),), 10, 200) == TabStop(200, 1.0)
    assert next_stop((), 195, 200).at == 200


def test_a_way_without_room_is_the_least_one() -> None:
    way, fits = way_to(TabStop(100, 1.0), 90, 50)
    assert way > 0
    assert not fits
    assert way_to(TabStop(100), 90, 50) == (10, True)
