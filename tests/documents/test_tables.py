import pytest

from ita_desktop.documents.model import Cell, Column, Row, Unit
from ita_desktop.documents.tables import column_widths, grey_rows

PLAIN, GROUP = Row(cells=(Cell(),)), Row(cells=(Cell(),), group=True)


def mm(width: float) -> Column:
    return Column(width=width, unit=Unit.MILLIMETRE)


def test_millimetres_are_kept_and_the_others_share_the_rest() -> None:
    columns = (mm(22), Column(width=1), mm(38), Column(width=3))
    assert column_widths(columns, 160) == pytest.approx((22, 25, 38, 75))
    assert column_widths((mm(22), mm(38)), 160) == (22, 38)


def test_nothing_is_narrower_than_the_least_where_there_is_room() -> None:
    widths = column_widths((mm(1), Column(width=0), Column(width=9)), 100, least=5, least_share=8)
    assert widths == pytest.approx((5, 8, 87))
    assert column_widths((mm(90), mm(90), Column(width=1)), 100, least_share=8) == pytest.approx(
        (46, 46, 8)
    )


@pytest.mark.parametrize(
    ("rows", "zebra", "grey"),
    [
        ((PLAIN,) * 4, False, [0, 0, 0, 0]),
        ((PLAIN,) * 4, True, [0, 1, 0, 1]),
        ((GROUP, PLAIN, GROUP), False, [1, 0, 1]),
        ((PLAIN, PLAIN, GROUP, PLAIN, PLAIN, PLAIN, GROUP), True, [0, 1, 1, 0, 1, 0, 1]),
    ],
)
def test_grey_are_groups_and_every_second_row_of_a_zebra(
    rows: tuple[Row, ...], *, zebra: bool, grey: list[int]
) -> None:
    assert [*grey_rows(rows, zebra=zebra)] == [bool(one) for one in grey]
