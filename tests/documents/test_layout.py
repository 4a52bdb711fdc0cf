"""Layouts: what is kept is read back, and what no table could be made from is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.layout import (
    EXTRA,
    MOST_COLUMNS,
    OFFICIAL,
    SOURCES,
    Grouping,
    Layout,
    LayoutColumn,
    RowOf,
    check_layout,
    copy_layout,
    official_layout,
    official_layouts,
    read_layout,
    write_layout,
)
from ita_desktop.documents.model import Align, Digits, Orientation
from ita_desktop.errors import ClerkError

CALENDAR = ("order", "stage", "period", "method")
words = st.text(alphabet='กขคง่้ABC12 \n"\\{}', min_size=1, max_size=12).filter(str.strip)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    row_of = draw(st.sampled_from(RowOf))
    calendar = row_of is RowOf.CALENDAR
    known = CALENDAR if calendar else tuple(s for s in SOURCES if s not in ("stage", "method"))
    sources = draw(st.lists(st.sampled_from(known), min_size=2, max_size=6, unique=True))
    sources += [EXTRA + name for name in draw(st.lists(words, max_size=2, unique=True))]
    heads = draw(
        st.lists(
            words,
            min_size=len(sources),
            max_size=len(sources),
            unique_by=lambda head: "".join(head.split()),
        )
    )
    columns = tuple(
        LayoutColumn(
            source=source,
            head=head,
            width=draw(st.floats(0.5, 999)),
            align=draw(st.sampled_from(Align)),
            known_as=tuple(draw(st.lists(words, max_size=2))),
        )
        for source, head in zip(sources, heads, strict=True)
    )
    base = draw(st.sampled_from(OFFICIAL))
    texts: dict[str, str] = {
        name: draw(words) for name in draw(st.sets(st.sampled_from(("title", "lead"))))
    }
    return Layout(
        id=f"{base}~{draw(st.integers(2, 99))}",
        base=base,
        name=draw(words),
        row_of=row_of,
        columns=columns,
        grouping=draw(st.sampled_from(Grouping)),
        orientation=draw(st.sampled_from(Orientation)),
        digits=draw(st.sampled_from((None, *Digits))),
        cover=draw(st.booleans()),
        code_prefix=draw(st.sampled_from(("", "ข้อ "))),
        capital_codes=draw(st.booleans()),
        number_measures=draw(st.booleans()),
        tag_instrument=draw(st.booleans()),
        texts=texts,
    )


@given(layout=layouts())
def test_a_layout_that_was_written_is_read_back_unchanged(layout: Layout) -> None:
    assert read_layout(write_layout(layout)) == layout


@pytest.mark.parametrize("layout", official_layouts(), ids=OFFICIAL)
def test_what_ships_is_sound_and_is_read_back(layout: Layout) -> None:
    check_layout(layout)
    assert read_layout(write_layout(layout)) == layout
    assert not layout.is_own
    assert official_layout(layout.id) == layout


def test_a_copy_is_the_offices_own_under_an_id_of_its_own() -> None:
    plan = official_layout("measures-plan")
    copy = copy_layout(plan, 2, "แบบของเรา")
    assert (copy.id, copy.base, copy.name, copy.is_own) == (
        *("measures-plan~2", "measures-plan", "แบบของเรา"),
        True,
    )
    assert copy_layout(copy, 3, "อีกแบบ").id == "measures-plan~3"
    assert copy.columns == plan.columns


def test_no_layout_has_an_id_that_none_has() -> None:
    with pytest.raises(LookupError):
        official_layout("measures-plan~2")


def column(source: str, head: str, width: float = 10) -> LayoutColumn:
    return LayoutColumn(source=source, head=head, width=width)


PLAN = official_layout("measures-plan")
TWO = (column("measure", "มาตรการ"), column("steps", "ขั้นตอน"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (replace(PLAN, name=" "), "ตั้งชื่อ"),
        (replace(PLAN, columns=TWO[:1]), "2 ถึง 16 คอลัมน์"),
        (
            replace(
                PLAN, columns=tuple(column(f"extra:{n}", str(n)) for n in range(MOST_COLUMNS + 1))
            ),
            "2 ถึง 16 คอลัมน์",
        ),
        (replace(PLAN, columns=(*TWO, column("units", " \n"))), "ยังไม่มีหัวตาราง"),
        (replace(PLAN, columns=(*TWO, column("units", "ขั้น ตอน"))), "ซ้ำกัน"),
        (replace(PLAN, columns=(*TWO, column("steps", "อื่น"))), "ซ้ำกับอีกคอลัมน์"),
        (replace(PLAN, columns=(*TWO, column("stage", "อื่น"))), "ใช้กับแบบตารางนี้ไม่ได้"),
        (replace(PLAN, columns=(*TWO, column("colour", "สี"))), "ใช้กับแบบตารางนี้ไม่ได้"),
        (replace(PLAN, row_of=RowOf.CALENDAR), "ใช้กับแบบตารางนี้ไม่ได้"),
        (replace(PLAN, columns=(*TWO, column("units", "ใคร", 0))), "ความกว้าง"),
        (replace(PLAN, columns=(*TWO, column("units", "ใคร", -3))), "ความกว้าง"),
        (replace(PLAN, columns=(*TWO, column("units", "ใคร", float("nan")))), "ความกว้าง"),
        (replace(PLAN, columns=(*TWO, column("units", "ใคร", float("inf")))), "ความกว้าง"),
        (replace(PLAN, columns=(*TWO, column("extra:", "ใคร"))), "ยังไม่มีชื่อ"),
    ],
)
def test_what_no_table_can_be_made_from_is_refused(changed: Layout, said: str) -> None:
    with pytest.raises(ClerkError, match=said):
        check_layout(changed)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"id": "a", "name": "ก", "row_of": "moon", "columns": []}', "null"]
)
def test_what_no_release_wrote_is_no_layout(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        read_layout(text)


def test_a_free_column_says_its_name() -> None:
    assert column("extra:งบประมาณ", "งบ").extra == "งบประมาณ"
    assert column("units", "ใคร").extra == ""
