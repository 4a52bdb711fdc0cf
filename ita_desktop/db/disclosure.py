"""Reads and writes of what is published of the OIT items of a year."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem, PublishState

COLUMNS: Final = ("state", "units", "addresses", "due", "dated", "checked", "note")
"""What is kept of an item, in the order of its row."""


def load_disclosure(file: DataFile, fiscal_year: int) -> Disclosure:
    """Return what is known of the items of a year.

    An item whose fields are all empty again is one that nobody said anything of.
    """
    ticks: dict[int, set[str]] = {}
    for number, text in file.read(
        "SELECT oit_item, text FROM oit_content JOIN oit_item ON oit_item.id = oit_item"
        " WHERE fiscal_year = ?",
        (fiscal_year,),
    ):
        ticks.setdefault(int(number), set()).add(str(text))
    rows = file.read(
        f"SELECT id, code, {', '.join(COLUMNS)} FROM oit_item WHERE fiscal_year = ? ORDER BY id",
        (fiscal_year,),
    )
    with file.understanding("การเปิดเผยข้อมูล"):
        items = (_item(row[1], row[2:], frozenset(ticks.get(row[0], ()))) for row in rows)
        said = {one.code: one for one in items if one != DisclosureItem(code=one.code)}
        return Disclosure(fiscal_year=fiscal_year, items=said)


def _item(code: str, values: tuple[str, ...], contents: frozenset[str]) -> DisclosureItem:
    state, units, addresses, due, dated, checked, note = values
    return DisclosureItem(
        code=code,
        state=PublishState(state),
        units=units,
        addresses=addresses,
        due=_day(due),
        dated=_day(dated),
        checked=_day(checked),
        note=note,
        contents=contents,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def put_item(file: DataFile, fiscal_year: int, code: str, values: Mapping[str, str]) -> None:
    """Write columns of an item, inside a deed; it gets its row with the first."""
    number = _row_of(file, fiscal_year, code)
    if number is None:
        if not any(values.values()):
            return
        number = _add(file, fiscal_year, code)
    if values:
        sets = ", ".join(f"{column} = ?" for column in values)
        file.connection.execute(
            f"UPDATE oit_item SET {sets} WHERE id = ?", (*values.values(), number)
        )


def put_contents(
    file: DataFile, fiscal_year: int, code: str, texts: Collection[str], *, there: bool
) -> None:
    """Tick required contents of an item, or take their ticks away; inside a deed."""
    number = _row_of(file, fiscal_year, code)
    if number is None:
        if not there:
            return
        number = _add(file, fiscal_year, code)
    for text in texts:
        if there:
            file.connection.execute(
                "INSERT INTO oit_content (oit_item, text) VALUES (?, ?)"
                " ON CONFLICT (oit_item, text) DO NOTHING",
                (number, text),
            )
        else:
            file.connection.execute(
                "DELETE FROM oit_content WHERE oit_item = ? AND text = ?", (number, text)
            )


def item_of_row(file: DataFile, change: Change) -> tuple[int, str] | None:
    """Return the fiscal year and the code that a change of these tables is about.

    None where its item is gone.
    """
    values = {**(change.old or {}), **(change.new or {})}
    if change.table == "oit_item" and "code" in values and "fiscal_year" in values:
        return int(str(values["fiscal_year"])), str(values["code"])
    number = values.get("oit_item") if change.table == "oit_content" else change.row
    if change.table == "oit_content" and number is None:
        known = file.read("SELECT oit_item FROM oit_content WHERE id = ?", (change.row,))
        number = known[0][0] if known else None
    rows = file.read("SELECT fiscal_year, code FROM oit_item WHERE id = ?", (number,))
    return (int(rows[0][0]), str(rows[0][1])) if rows else None


def _row_of(file: DataFile, fiscal_year: int, code: str) -> int | None:
    rows = file.read(
        "SELECT id FROM oit_item WHERE fiscal_year = ? AND code = ?", (fiscal_year, code)
    )
    return int(rows[0][0]) if rows else None


def _add(file: DataFile, fiscal_year: int, code: str) -> int:
    cursor = file.connection.execute(
        "INSERT INTO oit_item (fiscal_year, code) VALUES (?, ?)", (fiscal_year, code)
    )
    return int(cursor.lastrowid or 0)
