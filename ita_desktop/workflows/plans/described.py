"""How the rows of a plan are said: by their names, with the plan or project they are of."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.project import ProjectKind, ProjectState, Reason, TargetGroup
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.described_rows import (
    POSITION,
    Described,
    Field,
    Row,
    find_above,
    named,
    say_number,
    say_position,
)
from ita_desktop.workflows.plans.fields import PLAN_FIELD_WORDS

_KINDS: Final = {one.value: one.words for one in ProjectKind}
_STATES: Final = {one.value: one.words for one in ProjectState}
_REASONS: Final = {one.value: one.words for one in Reason}
_GROUPS: Final = {one.value: one.words for one in TargetGroup}
_PAPERS: Final = {one.value: one.words for one in AnnouncementKind}


def _yes(value: object) -> str:
    return "ใช่" if value else ""


def _groups(value: object) -> str:
    return ", ".join(_GROUPS.get(name, name) for name in str(value).split())


def _quarters(value: object) -> str:
    """Return quarters as people list them: "ไตรมาส 1, 2"."""
    return f"ไตรมาส {', '.join(str(value))}" if value else ""


def _from(words: Mapping[str, str]) -> Field:
    return Field("", lambda value: words.get(str(value), str(value)))


def _fields(*names: str, **more: Field) -> dict[str, Field]:
    """Return fields by their usual words; ``more`` say how the values of some are said."""
    found = {name: Field(PLAN_FIELD_WORDS.get(name) or _WORDS[name]) for name in names}
    for name, one in more.items():
        words = one.name or PLAN_FIELD_WORDS.get(name) or _WORDS[name]
        found[name] = Field(words, one.say, one.on_its_own)
    return found


_WORDS: Final = {
    "result": "ผลการดำเนินการ",
    "problem": "ปัญหา/อุปสรรค",
    "suggestion": "ข้อเสนอแนะ",
    "text": "ข้อความ",
}


def _of(words: str, row: Row) -> str:
    """Return words and what the row belongs to, where that is known."""
    return f"{words} ของ{row['of']}" if row["of"] else words


def _section(row: Row) -> str:
    """Return a section by its name; without any by its place in the plan."""
    name = str(row["name"] or "")
    return f"หัวข้อ {quoted(name)}" if name else f"หัวข้อลำดับที่ {say_position(row['position'])}"


def _result(row: Row) -> str:
    months = row["round"] if row["round"] in ROUNDS else f"{row['round']}"
    return _of(f"ผลปี {row['fiscal_year']} รอบ {months} เดือน", row)


def _paper(row: Row) -> str:
    kind = _PAPERS.get(str(row["kind"]), str(row["kind"]))
    subject = str(row["subject"] or "")
    words = f"{kind} {quoted(subject)}" if subject else kind
    return f"{words} ปี {row['fiscal_year']}"


PLANS_DESCRIBED: Final[Mapping[str, Described]] = {
    "plan": Described(
        "แผนปฏิบัติการป้องกันการทุจริต",
        lambda row: f"แผนที่เริ่มปี {row['first_year']}",
        key=("first_year",),
        fields={
            "last_year": Field("ปีสุดท้าย"),
            "title": Field("ชื่อแผน"),
            "risk_year": Field("ปีของตารางความเสี่ยง"),
        },
    ),
    "plan_text": Described(
        "ข้อความประกอบแผน",
        lambda row: _of("ข้อความ", row),
        key=("plan", "name"),
        above=find_above(("plan", "plan")),
        fields={"text": Field("ข้อความ")},
    ),
    "goal": Described(
        "เป้าหมายของแผน",
        named("เป้าหมาย"),
        key=("id",),
        names=("text", "plan"),
        above=find_above(("plan", "plan")),
        fields={"text": Field("ข้อความ"), **POSITION},
    ),
    "goal_year": Described(
        "เป้าหมายรายปี",
        lambda row: _of(f"เป้าหมายปี {row['fiscal_year']}", row),
        key=("goal", "fiscal_year"),
        above=find_above(("goal", "goal")),
        fields={"aim": Field("เป้าหมาย")},
    ),
    "section": Described(
        "มิติและหัวข้อของแผน",
        _section,
        key=("id",),
        names=("name", "position", "plan"),
        above=find_above(("plan", "plan")),
        fields={
            "name": Field("ชื่อ"),
            "level": Field("ระดับหัวข้อ", on_its_own=False),
            "marker": Field("เลขหัวข้อ", on_its_own=False),
            **POSITION,
        },
    ),
    "project": Described(
        "โครงการตามแผนปฏิบัติการ",
        named("โครงการ", "name"),
        key=("id",),
        names=("name", "section"),
        above=find_above(("section", "section")),
        fields={
            **_fields("name", kind=_from(_KINDS)),
            **_fields("rationale", "objectives", "target", "target_count"),
            **_fields(target_groups=Field("", _groups)),
            **_fields("steps", "period", no_budget=Field("", _yes)),
            **_fields("amount", "source", "units", "outputs", "outcomes", "note"),
            "section": Field("หัวข้อ", say_number, on_its_own=False),
            "previous": Field("โครงการเดิมในแผนก่อน", say_number, on_its_own=False),
            **POSITION,
        },
    ),
    "project_year": Described(
        "ปีและงบประมาณของโครงการ",
        lambda row: _of(f"ปี {row['fiscal_year']}", row),
        key=("project", "fiscal_year"),
        above=find_above(("project", "project")),
        fields=_fields("amount", runs=Field("", _yes), quarters=Field("", _quarters)),
    ),
    "project_place": Described(
        "หัวข้ออื่นที่โครงการอยู่ด้วย",
        lambda row: _of("หัวข้ออื่น", row),
        key=("project", "section"),
        above=find_above(("project", "project")),
        fields={"section": Field("หัวข้อ", say_number)},
    ),
    "project_item": Described(
        "ข้อ OIT ที่โครงการรองรับ",
        lambda row: _of(f"ข้อ {row['code']} ปี {row['criteria_year']}", row),
        key=("project", "criteria_year", "code"),
        above=find_above(("project", "project")),
    ),
    "project_risk": Described(
        "ความเสี่ยงที่โครงการจัดการ",
        lambda row: _of("ความเสี่ยง", row),
        key=("project", "risk"),
        above=find_above(("project", "project")),
        fields={"risk": Field("ความเสี่ยง", say_number)},
    ),
    "treatment_project": Described(
        "มาตรการควบคุมที่เป็นโครงการ",
        lambda row: _of("โครงการ", row),
        key=("id",),
        above=lambda row: ("treatment", row["id"]) if isinstance(row["id"], int) else None,
        fields={"project": Field("โครงการตามแผน", say_number)},
    ),
    "project_result": Described(
        "ผลการดำเนินโครงการ",
        _result,
        key=("project", "fiscal_year", "round"),
        above=find_above(("project", "project")),
        fields={
            **_fields(state=_from(_STATES), in_ordinance=Field("", _yes)),
            **_fields("planned", "granted", "spent", "result", "problem", "suggestion"),
            **_fields("reason_text", "note", reason=_from(_REASONS)),
        },
    ),
    "announcement": Described(
        "ประกาศ",
        _paper,
        key=("id",),
        names=("kind", "subject", "fiscal_year"),
        fields={
            "subject": Field("เรื่อง"),
            "number": Field("เลขที่"),
            "dated": Field("ลงวันที่"),
            "month_word": Field("มีคำว่าเดือน", _yes, on_its_own=False),
            "text": Field("ข้อความ"),
            "signer": Field("ผู้ลงนาม"),
            "signer_title": Field("ตำแหน่งผู้ลงนาม"),
            "issued": Field("ออกประกาศเมื่อ"),
            "plan": Field("แผน", say_number, on_its_own=False),
            "sha256": Field("เนื้อหา", lambda value: f"รหัส {str(value)[:8]}…", on_its_own=False),
        },
    ),
}
"""By table."""
