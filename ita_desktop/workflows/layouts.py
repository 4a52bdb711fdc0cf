"""Table layouts an office can print: the official ones and its own; the texts on their papers."""

from collections.abc import Mapping

from ita_desktop.db import layouts as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.layout import (
    Layout,
    check_layout,
    copy_layout,
    official_layouts,
    read_layout,
    write_layout,
)
from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.errors import ClerkError


def layouts_of(file: DataFile) -> tuple[Layout, ...]:
    """Return the official layouts, each followed by the office's copies of it."""
    own = own_layouts(file)
    return tuple(
        one
        for official in official_layouts()
        for one in (official, *(copy for copy in own if copy.base == official.id))
    )


def own_layouts(file: DataFile) -> tuple[Layout, ...]:
    """Return the office's layouts. Raises ClerkError where a newer program wrote one."""
    with file.understanding("แบบตาราง"):
        return tuple(read_layout(text) for text in table.own_layouts(file).values())


def free_columns(file: DataFile) -> tuple[str, ...]:
    """Return the names of the office's free columns, in the order of its layouts; none twice."""
    names = (column.extra for layout in own_layouts(file) for column in layout.columns)
    return tuple(dict.fromkeys(name for name in names if name))


def layout_of(file: DataFile, layout_id: str) -> Layout | None:
    """Return the layout with an id, or None where there is none."""
    return next((one for one in layouts_of(file) if one.id == layout_id), None)


def add_copy(file: DataFile, layout: Layout, name: str) -> Layout:
    """Keep a copy of a layout under a name, as one deed; return it. Raises ClerkError."""
    own = [one.id for one in own_layouts(file)]
    number = 2
    while f"{layout.base}~{number}" in own:
        number += 1
    copy = copy_layout(layout, number, name)
    save_layout(file, copy, f"คัดลอกแบบตาราง {name}")
    return copy


def save_layout(file: DataFile, layout: Layout, deed: str = "") -> None:
    """Keep an own layout as one deed. Raises ClerkError where it makes no sense or is official."""
    if not layout.is_own:
        raise ClerkError("แบบตารางมาตรฐานแก้ไขไม่ได้ กรุณาคัดลอกเป็นแบบของหน่วยงานก่อนแก้ไข")
    check_layout(layout)
    if any(o.name == layout.name and o.id != layout.id for o in layouts_of(file)):
        raise ClerkError(f"มีแบบตารางชื่อ “{layout.name}” อยู่แล้ว กรุณาตั้งชื่ออื่น")
    with file.deed(deed or f"แก้แบบตาราง {layout.name}"):
        table.put_layout(file, layout.id, write_layout(layout))


def remove_layout(file: DataFile, layout: Layout) -> None:
    """Take an own layout away, as one deed."""
    with file.deed(f"ลบแบบตาราง {layout.name}"):
        table.remove_layout(file, layout.id)


def text_key(layout_id: str, months: Round | None) -> str:
    """Return under which name the texts of a paper are kept; each round has its own."""
    return layout_id if months is None else f"{layout_id}/{months}"


def read_text_key(key: str) -> tuple[str, Round | None]:
    """Return the layout and the round that ``text_key`` named."""
    layout_id, _, said = key.partition("/")
    return layout_id, next((months for months in ROUNDS if said == str(months)), None)


def edited_texts(
    file: DataFile, fiscal_year: int, layout_id: str, months: Round | None
) -> Mapping[str, str]:
    """Return the texts the office edited on a paper of a year and a round, by name."""
    return table.paper_texts(file, fiscal_year, text_key(layout_id, months))


def edit_texts(
    file: DataFile,
    fiscal_year: int,
    layout_id: str,
    months: Round | None,
    texts: Mapping[str, str | None],
) -> None:
    """Keep edited texts, or go back to the usual ones with None; as one deed."""
    key = text_key(layout_id, months)
    with file.deed("แก้ถ้อยคำบนเอกสาร"):
        for name, text in texts.items():
            table.put_paper_text(file, fiscal_year, key, name, text)
