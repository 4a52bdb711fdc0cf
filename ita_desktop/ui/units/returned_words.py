"""What is said of what came back from the units: in one line, and beside each row."""

from collections.abc import Mapping
from typing import Any, Final

from ita_desktop.ui import wording
from ita_desktop.workflows.units.plan import PlanLineOf, ReturnedPlan, Verdict

_UNCHOSEN: Final = "แก้ไขทั้งสองฝ่าย ยังไม่ได้เลือก"


def summary_of(plan: ReturnedPlan[Any]) -> str:
    """Return in one line what came back."""
    new, conflicts = len(plan.of(Verdict.NEW)), len(plan.of(Verdict.CONFLICT))
    refused, noted = len(plan.of(Verdict.REFUSED)), len(plan.of(Verdict.NOTED))
    parts = [f"อ่านแล้ว {len(plan.sheets)} ไฟล์", f"ใหม่ {new} ช่อง"]
    if conflicts:
        parts.append(f"แก้ไขทั้งสองฝ่าย {conflicts} ช่อง")
    if refused:
        parts.append(f"รับไม่ได้ {refused} รายการ")
    if noted:
        parts.append(f"ควรทราบ {noted} รายการ")
    parts.append(f"เหมือนเดิม {plan.unchanged} แถว")
    return "  ·  ".join(parts)


def state_words(line: PlanLineOf[Any], choices: Mapping[Any, str]) -> str:
    """Return what becomes of a row; ``choices``: the texts that were chosen, by place."""
    match line.verdict:
        case Verdict.REFUSED:
            place = f"เซลล์ {line.address} " if line.address else ""
            return wording.shown(f"รับไม่ได้: {place}{line.why}")
        case Verdict.NOTED:
            return wording.shown(line.why)
        case Verdict.NEW:
            return "ใหม่" if not line.before else "เปลี่ยน"
        case Verdict.CONFLICT:
            if line.place is None or line.place not in choices:
                return f"{line.why} กรุณาเลือก" if line.why else _UNCHOSEN
            text = choices[line.place]
            words = next(one.label for one in line.options if one.text == text)
            return wording.shown(f"เลือกแล้ว: {words}")
