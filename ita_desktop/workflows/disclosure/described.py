"""How OIT items of a year and the contents that are ticked in them are said."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.described_rows import Described, Field, Row, find_above


def _state(value: object) -> str:
    known = {one.value: one.words for one in PublishState}
    return known.get(str(value), str(value))


def _content(row: Row) -> str:
    """Return a required content by its own words; those of what it is a part of are left out."""
    words = quoted(str(row["text"]).rpartition("\n")[2])
    return f"องค์ประกอบ {words} ของ {row['of']}" if row["of"] else f"องค์ประกอบ {words}"


DISCLOSURE_DESCRIBED: Final[Mapping[str, Described]] = {
    "oit_item": Described(
        "การเปิดเผยข้อมูล (OIT)",
        lambda row: f"OIT {row['code']} ปี {row['fiscal_year']}",
        key=("fiscal_year", "code"),
        fields={
            column: Field(words, _state if column == "state" else str)
            for column, words in FIELD_WORDS.items()
        },
    ),
    "oit_content": Described(
        "องค์ประกอบของ OIT ที่มีแล้ว",
        _content,
        key=("oit_item", "text"),
        above=find_above(("oit_item", "oit_item")),
    ),
}
"""By table."""
