"""What a deed changed, in words.

A later table adds its description to ``DESCRIBED``. Digits are Arabic here; the screen turns them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.db.change_log import Change
from ita_desktop.domain.evidence import row_of_code
from ita_desktop.domain.score_entry import EXCLUDED_WORD
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.analysis.described import ANALYSIS_DESCRIBED
from ita_desktop.workflows.described_rows import (
    POSITION,
    Above,
    Described,
    Field,
    Row,
    say_size,
)
from ita_desktop.workflows.disclosure.described import DISCLOSURE_DESCRIBED
from ita_desktop.workflows.evidence import place
from ita_desktop.workflows.measures.described import MEASURES_DESCRIBED
from ita_desktop.workflows.plans.described import PLANS_DESCRIBED
from ita_desktop.workflows.risks.described import RISKS_DESCRIBED
from ita_desktop.workflows.scores.year_scores import score_name


@dataclass(frozen=True, slots=True)
class Line:
    """One field that a deed changed; ``before`` or ``after`` are empty where there was nothing."""

    verb: str
    """เพิ่ม, แก้ไข or ลบ."""
    place: str
    """Which row: "คะแนน i7 ปี 2566"."""
    field: str
    before: str
    after: str


def lines_of(change: Change, key: Row) -> tuple[Line, ...]:
    """Return what a change did, a line for each field; ``key``: what ``Described.place`` is told.

    A table that is not described (of a newer program) is said by its name.
    """
    described = _described(change.table)
    place = described.place(key)
    old, new = change.old or {}, change.new or {}
    verb = "เพิ่ม" if change.old is None else "ลบ" if change.new is None else "แก้ไข"
    whole = change.old is None or change.new is None
    lines: list[Line] = []
    for column in {**old, **new}:
        named = described.fields.get(column)
        if column == "id" or (whole and named is None and column in described.told):
            continue  # the place says it
        named = named or Field(column)
        if named.on_its_own or not whole:
            before, after = _said(named, old, column), _said(named, new, column)
            lines.append(Line(verb, place, named.name, before, after))
    told = [line for line in lines if line.before != line.after]
    return tuple(told) if told else (Line(verb, place, "", "", ""),)


def place_of(table: str, values: Row, of: str = "") -> str:
    """Return which row it is, in words; ``of``: the words for the row above it."""
    described = _described(table)
    return described.place({column: values.get(column) for column in described.told} | {"of": of})


def row_above(table: str, values: Row) -> Above | None:
    """Return the row whose words the words for this one need, if any."""
    return _described(table).above(values)


def summary(table: str, values: Row, of: str = "") -> str:
    """Return a whole row in one line: which it is, and what it says."""
    described = _described(table)
    said = (
        _said(named, values, column)
        for column, named in described.fields.items()
        if named.on_its_own and column not in described.told
    )
    words = " · ".join(text for text in map(one_line, said) if text)
    place = place_of(table, values, of)
    return f"{place}: {words}" if words else place


def _described(table: str) -> Described:
    return DESCRIBED.get(table, Described(table, lambda _row: f"ตาราง {table}"))


def _said(named: Field, values: Row, column: str) -> str:
    value = values.get(column)
    return "" if value is None else named.say(value)


def _score(value: object) -> str:
    """Return a score as the table shows it, with two decimals."""
    if value == "excluded":
        return EXCLUDED_WORD
    try:
        return f"{Decimal(str(value)):.2f}"
    except ArithmeticError:  # a record that no release of this program wrote
        return str(value)


def _of_year(words: str) -> Callable[[Row], str]:
    return lambda row: f"{words} {row['code']} ปี {row['fiscal_year']}"


def _proved(row: Row) -> str:
    """Return what evidence proves: an item, the year, or a step by its words."""
    return place(str(row["code"]), str(row["of"] or ""))


DESCRIBED: Mapping[str, Described] = {
    "office": Described(
        "ข้อมูลหน่วยงาน",
        lambda _row: "ข้อมูลหน่วยงาน",
        fields={
            "name": Field("ชื่อหน่วยงาน"),
            "kind": Field("ประเภท"),
            "district": Field("อำเภอ"),
            "province": Field("จังหวัด"),
            "executive": Field("ผู้บริหาร"),
            "executive_title": Field("ตำแหน่งผู้บริหาร"),
            "urgent_below": Field("ต้องแก้ไขเมื่อต่ำกว่า"),
            "keep_from": Field("รักษาไว้ตั้งแต่"),
        },
    ),
    "unit": Described(
        "หน่วยงานผู้รับผิดชอบ",
        lambda row: f"หน่วยงานผู้รับผิดชอบ {row['name']}",
        key=("name",),
        fields={"name": Field("ชื่อ"), **POSITION},
    ),
    "fiscal_year": Described("ปีงบประมาณ", lambda row: f"ปีงบประมาณ {row['id']}", key=("id",)),
    "score": Described(
        "คะแนน",
        lambda row: f"คะแนน {score_name(str(row['code']))} ปี {row['fiscal_year']}",
        key=("fiscal_year", "code"),
        fields={"value": Field("คะแนน", _score)},
    ),
    "criteria_set": Described(
        "ชุดเกณฑ์ประเมิน",
        lambda row: f"เกณฑ์ประเมินปี {row['id']}",
        key=("id",),
        fields={"document": Field("ชุดเกณฑ์", say_size("ชุดเกณฑ์"))},
    ),
    "item_text": Described(
        "ถ้อยคำของข้อที่แก้ไว้",
        _of_year("ข้อความข้อ"),
        key=("fiscal_year", "code"),
        fields={"text": Field("ข้อความ")},
    ),
    "mark": Described(
        "ตราของหน่วยงาน",
        lambda _row: "ตราของหน่วยงาน",
        fields={"picture": Field("รูป", say_size("รูป"))},
    ),
    "evidence": Described(
        "ไฟล์หลักฐาน",
        lambda row: f"หลักฐานของ{_proved(row)} ปี {row['fiscal_year']}",
        key=("fiscal_year", "code"),
        above=lambda row: row_of_code(str(row["code"])),
        fields={
            "name": Field("ชื่อไฟล์"),
            "sha256": Field("เนื้อหา", lambda value: f"รหัส {str(value)[:8]}…", on_its_own=False),
            "added": Field("วันที่เพิ่ม", on_its_own=False),
        },
    ),
    **MEASURES_DESCRIBED,
    **RISKS_DESCRIBED,
    **PLANS_DESCRIBED,
    **DISCLOSURE_DESCRIBED,
    **ANALYSIS_DESCRIBED,
}
"""By table."""
