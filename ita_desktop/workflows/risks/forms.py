"""Forms of the tables of risks: by what heads offices print, whatever sheet they stand on."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ita_desktop.xlsx.table_forms import ColumnForm, TableForm

PLAN_TABLE: Final = "risk-plan-table"
REGISTER: Final = "risk-register"
PROGRESS: Final = "risk-progress"
KINDS: Final = (PLAN_TABLE, REGISTER, PROGRESS)
"""What tables of risks are called: the ids of the papers that print them."""

_AFTER: Final = ("หลังจัดการ", "หลังการจัดการ", "หลังการควบคุม", "คงเหลือ", "ที่เหลืออยู่", "หลังดำเนินการ")
_SCALES: Final = ("", "(1-5)", "(1–5)", "(1-3)", "(1–3)", "(1-4)", "(1–4)")
_LIKELIHOOD: Final = (
    *("โอกาส", "โอกาสเกิด", "โอกาสที่เกิด", "โอกาสที่จะเกิด", "โอกาสในการเกิด", "โอกาสที่จะเกิดความเสี่ยง"),
    *("Likelihood", "L", "โอกาส (Likelihood)", "โอกาส (L)", "โอกาสเกิด (L)", "Likelihood (โอกาส)"),
    *("Likelihood (L)", "โอกาสที่จะเกิด (Likelihood)", "โอกาสเกิด (Likelihood)", "โอกาสที่จะเกิด (L)"),
    *("ระดับโอกาส", "ความจำเป็นของการเฝ้าระวัง", "ระดับความจำเป็นของการเฝ้าระวัง"),
)
_IMPACT: Final = (
    *("ผลกระทบ", "ความรุนแรง", "ความรุนแรงของผลกระทบ", "ระดับผลกระทบ", "ระดับความรุนแรงของผลกระทบ"),
    *("Impact", "I", "ผลกระทบ (Impact)", "ผลกระทบ (I)", "Impact (ผลกระทบ)", "Impact (I)"),
    *("ความรุนแรง (Impact)", "ความรุนแรง (I)", "ผลกระทบที่เกิด", "ระดับความรุนแรง"),
)
_LEVEL: Final = (
    *("Risk Score", "Risk Score (L x I)", "Risk Score (LxI)", "Risk Score (L×I)", "RiskScore(Lxl)"),
    *("ระดับ", "คะแนน", "ระดับความเสี่ยง", "คะแนนความเสี่ยง", "ค่าความเสี่ยง", "ค่าความเสี่ยงรวม"),
    *("ผลคูณ/ระดับ", "ผลคูณ", "ระดับ/คะแนน", "คะแนน/ระดับ", "ระดับคะแนน", "คะแนน (L x I)"),
    *("ระดับของความเสี่ยง", "คะแนนและระดับความเสี่ยง", "ระดับความเสี่ยง (L x I)", "ระดับ (L x I)"),
    *("ระดับความเสี่ยง (Risk Score)", "Risk Score/ระดับความเสี่ยง", "Risk Score (ระดับความเสี่ยง)"),
)
_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "order": ("ลำดับที่", "ลำดับ", "ที่", "No.", "ข้อ", "ข้อที่"),
    "area": ("ด้าน", "ด้านความเสี่ยง", "ประเภทความเสี่ยง", "ด้านของความเสี่ยง"),
    "step": (
        *("ขั้นตอนการดำเนินงาน", "ชื่อหัวข้อ การดำเนินงาน", "ขั้นตอน/กระบวนงาน", "ขั้นตอน", "กระบวนงาน"),
        *("ขั้นตอนการปฏิบัติงาน", "กระบวนการ", "กระบวนงาน/ขั้นตอน", "ขั้นตอน/กระบวนการ", "ภารกิจ/กระบวนงาน"),
        *("กระบวนการ/ขั้นตอน", "งาน/กระบวนงาน", "ขั้นตอนการดำเนินการ", "โครงการ/กิจกรรม/กระบวนงาน"),
    ),
    "event": (
        *("ประเด็นความเสี่ยงการทุจริต", "เหตุการณ์ความเสี่ยง/รูปแบบพฤติการณ์", "ประเด็นความเสี่ยง"),
        *("เหตุการณ์ความเสี่ยง", "รูปแบบพฤติการณ์", "รูปแบบพฤติการณ์ความเสี่ยงการทุจริต", "ความเสี่ยง"),
        *("รูปแบบ พฤติการณ์ความเสี่ยงการทุจริต", "ความเสี่ยงการทุจริต", "โอกาส/ความเสี่ยงการทุจริต"),
        *("เหตุการณ์ความเสี่ยงการทุจริต", "เหตุการณ์ความเสี่ยงที่อาจจะเกิดขึ้น", "พฤติการณ์ความเสี่ยง"),
        *("เหตุการณ์ความเสี่ยง/รูปแบบพฤติการณ์ความเสี่ยงการทุจริต", "ประเด็น/เหตุการณ์ความเสี่ยง"),
        *("เหตุการณ์/พฤติการณ์ความเสี่ยง", "รายการความเสี่ยง", "ประเด็นความเสี่ยงต่อการทุจริต"),
    ),
    "cause": ("สาเหตุ", "สาเหตุของความเสี่ยง", "ปัจจัยเสี่ยง", "สาเหตุ/ปัจจัยเสี่ยง", "สาเหตุความเสี่ยง"),
    "control": (
        *("การควบคุมที่มีอยู่", "มาตรการควบคุมที่มีอยู่", "การควบคุมภายในที่มีอยู่", "การควบคุมเดิม"),
        *("การควบคุมที่มีอยู่แล้ว", "มาตรการควบคุมภายในที่มีอยู่", "การควบคุมในปัจจุบัน"),
    ),
    "control_quality": ("คุณภาพการควบคุม", "คุณภาพการจัดการ", "คุณภาพของการควบคุม"),
    "likelihood": tuple(dict.fromkeys(f"{one}{scale}" for one in _LIKELIHOOD for scale in _SCALES)),
    "impact": tuple(dict.fromkeys(f"{one}{scale}" for one in _IMPACT for scale in _SCALES)),
    "level": tuple(dict.fromkeys(f"{one}{scale}" for one in _LEVEL for scale in ("", "(1-25)"))),
    "treatments": (
        *("มาตรการควบคุมความเสี่ยงการทุจริต", "มาตรการควบคุม", "มาตรการควบคุมความเสี่ยง", "แนวทาง/มาตรการ"),
        *("มาตรการป้องกันการทุจริต", "มาตรการจัดการความเสี่ยง", "มาตรการป้องกัน", "มาตรการ"),
        *("มาตรการบริหารจัดการความเสี่ยง", "มาตรการ/แนวทาง", "แนวทางการจัดการความเสี่ยง", "แนวทางแก้ไข"),
        *("มาตรการป้องกันความเสี่ยงการทุจริต", "มาตรการในการบริหารจัดการความเสี่ยง", "วิธีจัดการความเสี่ยง"),
        *("มาตรการควบคุม/ป้องกันการทุจริต", "มาตรการเพิ่มเติม", "มาตรการจัดการ", "แนวทางการควบคุม"),
    ),
    "units": (
        *("ผู้รับผิดชอบ", "หน่วยงาน", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "หน่วยงานผู้รับผิดชอบ"),
        *("เจ้าของความเสี่ยง", "ผู้รับผิดชอบความเสี่ยง", "Risk Owner"),
    ),
    "period": ("ระยะเวลา", "ระยะเวลาดำเนินการ", "ระยะเวลาการดำเนินการ", "กำหนดเวลา", "กำหนดแล้วเสร็จ"),
    "result": ("การดำเนินการ", "ผลการดำเนินการ", "สิ่งที่ดำเนินการ", "ผลการดำเนินงาน", "การดำเนินงาน"),
    "state": ("สถานะ", "สถานะการดำเนินการ"),
    "outcome": ("ผล", "ผลลัพธ์", "ผลที่ได้รับ", "ผลที่เกิดขึ้น", "ผลสำเร็จ"),
    "percent": ("ร้อยละ", "ร้อยละความก้าวหน้า"),
    "problem": ("ปัญหา/อุปสรรค", "ปัญหาและอุปสรรค", "ปัญหาอุปสรรค"),
    "suggestion": ("ข้อเสนอแนะ",),
}
"""Heads under which offices print a column; a second row of heads is known alone or with the one
over it."""
_REPORT: Final = frozenset({"result", "state", "outcome", "percent", "problem", "suggestion"})
_NUMBERS: Final = frozenset({"likelihood", "impact"})
_FORMS: Final = (
    (PLAN_TABLE, frozenset({"step", "event", "level", "treatments"})),
    (PLAN_TABLE, frozenset({"event", "level", "treatments"})),
    (REGISTER, frozenset({"step", "event", "likelihood", "impact", "treatments"})),
    (REGISTER, frozenset({"event", "likelihood", "impact", "treatments"})),
    (REGISTER, frozenset({"event", "likelihood", "impact"})),
    (PROGRESS, frozenset({"event", "treatments", "result", "state"})),
    (PROGRESS, frozenset({"event", "treatments", "result"})),
)
"""What a table of each kind has at least."""


def risk_forms(kinds: tuple[str, ...] = KINDS) -> tuple[TableForm, ...]:
    """Return the forms of tables of risks; a form's fields are what ``table_rows`` reads."""
    return tuple(_form(kind, required) for kind, required in _FORMS if kind in kinds)


@cache  # thousands of heads, the same for every workbook
def _form(kind: str, required: frozenset[str]) -> TableForm:
    return TableForm(kind=kind, columns=tuple(_columns(kind, required)))


def _columns(kind: str, required: frozenset[str]) -> Iterator[ColumnForm]:
    for field, heads in _HEADS.items():
        if (kind == PLAN_TABLE and field in _NUMBERS) or (kind != PROGRESS and field in _REPORT):
            continue
        yield ColumnForm(field=field, heads=heads, required=field in required)
    for field, heads in (("likelihood", _LIKELIHOOD), ("impact", _IMPACT), ("level", _LEVEL)):
        yield ColumnForm(field=f"after_{field}", heads=tuple(_after(heads)), required=False)


def _after(heads: tuple[str, ...]) -> Iterator[str]:
    """Give the heads of a step or level after treatment, on one row and on two."""
    for head in heads:
        for after in _AFTER:
            yield from (f"{head}{after}", f"{head} ({after})")
            for lead in ("", "ความเสี่ยง", "การประเมินความเสี่ยง", "ระดับความเสี่ยง", "ประเมินความเสี่ยง"):
                yield f"{lead}{after}{head}"
