"""What a deed changed, in words: one description per table, as data.

A later table adds one entry to ``DESCRIBED``. Digits are Arabic here; the screen turns them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ita_desktop.db.change_log import Change
from ita_desktop.domain.measures import State
from ita_desktop.domain.score_entry import EXCLUDED_WORD
from ita_desktop.workflows.scores import score_name

Row = Mapping[str, object]
Say = Callable[[object], str]


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


@dataclass(frozen=True, slots=True)
class Field:
    """How a column is called and how its values are said."""

    name: str
    say: Say = str
    on_its_own: bool = True
    """Whether it is worth a line when its whole row comes or goes."""


@dataclass(frozen=True, slots=True)
class Described:
    """How a table and its rows are said: ``place`` is told the columns of ``key``."""

    name: str
    place: Callable[[Row], str]
    key: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])


def size_in_words(count: int) -> str:
    """Return a number of bytes as people say it: ``812 ไบต์``, ``35 กิโลไบต์``, ``1.2 เมกะไบต์``."""
    if count < 1_000:
        return f"{count} ไบต์"
    if count < 1_000_000:
        return f"{round(count / 1_000)} กิโลไบต์"
    return f"{count / 1_000_000:.1f} เมกะไบต์"


def lines_of(change: Change, key: Row) -> tuple[Line, ...]:
    """Return what a change did, a line for each field; ``key`` are the columns of its row's key.

    A table that is not described (of a newer program) is said by its name.
    """
    described = DESCRIBED.get(
        change.table, Described(change.table, lambda _row: f"ตาราง {change.table}")
    )
    place = described.place(key)
    old, new = change.old or {}, change.new or {}
    verb = "เพิ่ม" if change.old is None else "ลบ" if change.new is None else "แก้ไข"
    whole = change.old is None or change.new is None
    lines: list[Line] = []
    for column in {**old, **new}:
        named = described.fields.get(column)
        if column == "id" or (whole and named is None and column in described.key):
            continue  # the place says it
        named = named or Field(column)
        if named.on_its_own or not whole:
            before, after = _said(named, old, column), _said(named, new, column)
            lines.append(Line(verb, place, named.name, before, after))
    told = [line for line in lines if line.before != line.after]
    return tuple(told) if told else (Line(verb, place, "", "", ""),)


def summary(table: str, values: Row) -> str:
    """Return a whole row in one line: which it is, and what it says."""
    described = _described(table)
    said = (
        _said(named, values, column)
        for column, named in described.fields.items()
        if named.on_its_own and column not in described.key
    )
    words = " · ".join(text for text in said if text)
    place = described.place({column: values.get(column) for column in described.key})
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


def _size(what: str) -> Say:
    def say(value: object) -> str:
        count = len(value) if isinstance(value, bytes) else len(str(value).encode(errors="replace"))
        return f"{what} {size_in_words(count)}"

    return say


def _position(value: object) -> str:
    return str(value + 1) if isinstance(value, int) else str(value)


def _of_year(words: str) -> Callable[[Row], str]:
    return lambda row: f"{words} {row['code']} ปี {row['fiscal_year']}"


def _band(value: object) -> str:
    return _BANDS.get(str(value), str(value))


_BANDS = {"": "ตามคะแนน", "urgent": "ต้องแก้ไข", "improve": "พัฒนา", "keep": "รักษาไว้"}
_POSITION: Mapping[str, Field] = {"position": Field("ลำดับที่", _position, on_its_own=False)}
_EXTRA: Mapping[str, Field] = {"extra": Field("คอลัมน์เพิ่มเติม")}
_DONE: Mapping[str, Field] = {
    "text": Field("ข้อความ"),
    "marker": Field("เลขลำดับ", on_its_own=False),
    "units": Field("ผู้รับผิดชอบ"),
    "period": Field("ระยะเวลา"),
    "follow_up": Field("การกำกับติดตาม"),
    **_EXTRA,
    **_POSITION,
}

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
        fields={"name": Field("ชื่อ"), "position": Field("ลำดับที่", _position, on_its_own=False)},
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
        fields={"document": Field("ชุดเกณฑ์", _size("ชุดเกณฑ์"))},
    ),
    "item_text": Described(
        "ถ้อยคำของข้อที่แก้ไว้",
        _of_year("ข้อความข้อ"),
        key=("fiscal_year", "code"),
        fields={"text": Field("ข้อความ")},
    ),
    "mark": Described(
        "ตราของหน่วยงาน", lambda _row: "ตราของหน่วยงาน", fields={"picture": Field("รูป", _size("รูป"))}
    ),
    "evidence": Described(
        "ไฟล์หลักฐาน",
        _of_year("หลักฐานของข้อ"),
        key=("fiscal_year", "code"),
        fields={
            "name": Field("ชื่อไฟล์"),
            "sha256": Field("เนื้อหา", lambda value: f"รหัส {str(value)[:8]}…", on_its_own=False),
            "added": Field("วันที่เพิ่ม", on_its_own=False),
        },
    ),
    "topic": Described(
        "ประเด็นของมาตรการ",
        lambda row: f"ประเด็นปี {row['fiscal_year']}",
        key=("fiscal_year",),
        fields={
            "title": Field("ชื่อประเด็น"),
            "heading": Field("หัวในช่อง"),
            "group_lines": Field("บรรทัดหัวกลุ่ม"),
            "instrument": Field("แบบวัด"),
            "band": Field("กลุ่ม", _band),
            **_POSITION,
        },
    ),
    "topic_item": Described(
        "ข้อคำถามของประเด็น",
        lambda row: f"ข้อ {row['code'] or 'อื่น'} ของมาตรการ",
        key=("code",),
        fields={
            "topic": Field("ประเด็น", on_its_own=False),
            "criteria_year": Field("เกณฑ์ปี", on_its_own=False),
            "text": Field("ข้อความ"),
            "score": Field("คะแนน"),
            "finding": Field("ข้อค้นพบ"),
            **_EXTRA,
            **_POSITION,
        },
    ),
    "measure": Described(
        "มาตรการ",
        lambda _row: "มาตรการ",
        fields={"topic": Field("ประเด็น", on_its_own=False), **_DONE},
    ),
    "step": Described(
        "ขั้นตอนของมาตรการ",
        lambda _row: "ขั้นตอน",
        fields={"measure": Field("มาตรการ", on_its_own=False), **_DONE},
    ),
    "step_result": Described(
        "ผลการดำเนินการ",
        lambda row: f"ผลรอบ {row['round']} เดือน",
        key=("round",),
        fields={
            "measure": Field("มาตรการ", on_its_own=False),
            "step": Field("ขั้นตอน", on_its_own=False),
            "state": Field("สถานะ", lambda value: State(str(value)).words),
            "result": Field("ผลการดำเนินการ"),
            "problem": Field("ปัญหา/อุปสรรค"),
            "suggestion": Field("ข้อเสนอแนะ"),
            "outcome": Field("ผลลัพธ์"),
            "percent": Field("ร้อยละ"),
        },
    ),
    "closed_round": Described(
        "รอบรายงานที่ปิดแล้ว",
        lambda row: f"รอบ {row['round']} เดือน ปี {row['fiscal_year']}",
        key=("fiscal_year", "round"),
        fields={
            "closed": Field("ปิดเมื่อ", on_its_own=False),
            "snapshot": Field("รายงานที่เก็บไว้", _size("รายงาน")),
        },
    ),
    "layout": Described(
        "แบบตารางของหน่วยงาน",
        lambda row: f"แบบตาราง {row['key']}",
        key=("key",),
        fields={"document": Field("แบบตาราง", _size("แบบตาราง"))},
    ),
    "paper_text": Described(
        "ถ้อยคำบนเอกสาร",
        lambda row: f"ถ้อยคำบนเอกสาร ปี {row['fiscal_year']}",
        key=("fiscal_year", "paper", "name"),
        fields={"text": Field("ข้อความ")},
    ),
    "suggestion": Described(
        "ตัวอย่างมาตรการของหน่วยงาน",
        lambda row: f"ตัวอย่างมาตรการ ตัวชี้วัดที่ {row['indicator']}",
        key=("indicator",),
        fields={
            "finding": Field("ข้อค้นพบ"),
            "measure": Field("มาตรการ"),
            "steps": Field("ขั้นตอน"),
            "follow_up": Field("การกำกับติดตาม"),
            "replaces": Field("แทนตัวอย่าง", on_its_own=False),
        },
    ),
    "calendar_row": Described(
        "ขั้นตอนและระยะเวลาของปี",
        lambda row: f"ขั้นตอนของปี {row['fiscal_year']}",
        key=("fiscal_year",),
        fields={
            "stage": Field("ขั้นตอน"),
            "period": Field("ระยะเวลา"),
            "method": Field("วิธีปฏิบัติ"),
            **_POSITION,
        },
    ),
}
"""By table. A key column that is ``id`` is the row's own number."""
