"""What a clerk says of OIT items: their fields and the contents that are there, as named deeds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.disclosure import asked_contents
from ita_desktop.domain.disclosure_entry import FIELD_WORDS, disclosure_value
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OitEdit:
    """A field of an item ("units") and the text it is to have, as typed."""

    code: str
    field: str
    text: str


def set_oit_field(file: DataFile, fiscal_year: int, edit: OitEdit) -> None:
    """Write one field as typed, as one deed. Raises as ``apply_oit_edits`` does."""
    name = f"แก้{FIELD_WORDS[edit.field]} {edit.code}"
    apply_oit_edits(file, fiscal_year, [edit], name)


def apply_oit_edits(
    file: DataFile,
    fiscal_year: int,
    edits: Iterable[OitEdit],
    deed: str,
    complete: Collection[str] = (),
) -> None:
    """Write many fields as one deed, all or none.

    ``complete``: codes of items whose required contents are all there, which is written with them.
    Raises ClerkError, with nothing changed, for a text that cannot be taken or a code that the
    year's criteria do not have, MachineError where the disk refuses.
    """
    checked = [(edit, disclosure_value(edit.field, edit.text)) for edit in edits]
    refuse_unknown(file, fiscal_year, {*(edit.code for edit, _ in checked), *complete})
    asked = _asked_of(file, fiscal_year, complete)
    with file.deed(deed):
        add_fiscal_year(file, fiscal_year)
        for edit, value in checked:
            put_item(file, fiscal_year, edit.code, {edit.field: value})
        for code, texts in asked.items():
            put_contents(file, fiscal_year, code, texts, there=True)


def tick_contents(
    file: DataFile, fiscal_year: int, code: str, texts: Collection[str], *, there: bool
) -> None:
    """Say of required contents, by ``Content.text``, that they are there or not; one deed.

    Raises ClerkError for a content that the item does not ask for.
    """
    refuse_unknown(file, fiscal_year, {code})
    item = criteria_of(file, fiscal_year).item_by_code[code]
    asked = {one.text for one in asked_contents(item)}
    if there and not asked.issuperset(texts):
        raise ClerkError(f"ข้อ {code} ปี {fiscal_year} ไม่มีองค์ประกอบนี้ กรุณาเลือกจากรายการที่แสดง")
    what = "มี" if there else "ไม่มี"
    with file.deed(f"บันทึกว่า{what}องค์ประกอบของ {code}"):
        add_fiscal_year(file, fiscal_year)
        put_contents(file, fiscal_year, code, texts, there=there)


def _asked_of(file: DataFile, fiscal_year: int, codes: Collection[str]) -> dict[str, list[str]]:
    """Return the contents that items must show, of those that must show any."""
    if not codes:
        return {}
    items = criteria_of(file, fiscal_year).item_by_code
    asked = {code: [one.text for one in asked_contents(items[code])] for code in codes}
    return {code: texts for code, texts in asked.items() if texts}


def refuse_unknown(file: DataFile, fiscal_year: int, codes: Collection[str]) -> None:
    """Raise ClerkError where the year has no criteria or no such OIT items."""
    criteria = criteria_of(file, fiscal_year)
    for code in codes:
        item = criteria.item_by_code.get(code)
        if item is None or not item.is_oit:
            raise ClerkError(f"เกณฑ์ปี {fiscal_year} ไม่มีข้อ {code} กรุณาเลือกข้อที่มีในตาราง")
