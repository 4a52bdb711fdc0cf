"""What the items O34–O38, O42 and O43 of 2566 must show, each content by the words it begins with.

Every rule about these items names the content it is of by a ``Need``; ``Asked.content`` finds the
content itself, so that other wordings of the same (another year's number) are told as they stand.
Later items go on from these by the crosswalk; where their criteria do not tell what they must show,
no content is told.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Need(StrEnum):
    """A required content; the value is how its own words begin."""

    RISKS = "แสดงผลการประเมินความเสี่ยง"
    RISK_LEVELS = "เหตุการณ์ความเสี่ยงและระดับ"
    RISK_MEASURES = "มาตรการและการดำเนินการในการบริหารจัดการความเสี่ยง"
    RISKS_DONE = "เป็นกิจกรรมหรือการดำเนินการที่สอดคล้อง"
    OF_YEAR = "เป็นการดำเนินการในปี"
    """Of O34, O35 and O43 alike."""
    PLAN = "แสดงแผนปฏิบัติการ"
    PLAN_PROJECTS = "โครงการ/กิจกรรม"
    PLAN_BUDGET = "งบประมาณ"
    PLAN_PERIOD = "ช่วงเวลาดำเนินการ"
    PLAN_COVERS = "เป็นแผนที่มีระยะเวลาบังคับใช้"
    HALF = "แสดงรายงานความก้าวหน้า"
    HALF_PROGRESS = "ความก้าวหน้าการดำเนินการแต่ละ"
    HALF_SPENT = "รายละเอียดงบประมาณที่ใช้"
    HALF_COVERS = "สามารถจัดทำข้อมูล"
    ANNUAL = "แสดงรายงานผลการดำเนินงานตามแผน"
    ANNUAL_RESULTS = "ผลการดำเนินโครงการ"
    ANNUAL_SPENT = "ผลการใช้จ่ายงบประมาณ"
    ANNUAL_PROBLEMS = "ปัญหา/อุปสรรค"
    ANNUAL_SUGGESTIONS = "ข้อเสนอแนะ"
    ANNUAL_YEAR = "เป็นรายงานผลของปี"
    ANALYSIS = "แสดงการวิเคราะห์ผลการประเมิน"
    WEAK_POINTS = "ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อน"
    TO_IMPROVE = "ประเด็นที่จะต้องพัฒนา"
    OWNERS = "การกำหนดผู้รับผิดชอบ"
    STEPS = "การกำหนดขั้นตอน"
    FOLLOW_UP = "การกำหนดแนวทางการกำกับติดตาม"
    PROGRESS = "แสดงความก้าวหน้าหรือผลการดำเนินการตามมาตรการ"
    QR_CODE = "แสดง QR code"


REQUIRED: Final[Mapping[str, tuple[Need, ...]]] = {
    "O34": (Need.RISKS, Need.RISK_LEVELS, Need.RISK_MEASURES, Need.OF_YEAR),
    "O35": (Need.RISKS_DONE, Need.OF_YEAR),
    "O36": (
        *(Need.PLAN, Need.PLAN_PROJECTS, Need.PLAN_BUDGET, Need.PLAN_PERIOD),
        Need.PLAN_COVERS,
    ),
    "O37": (Need.HALF, Need.HALF_PROGRESS, Need.HALF_SPENT, Need.HALF_COVERS),
    "O38": (
        *(Need.ANNUAL, Need.ANNUAL_RESULTS, Need.ANNUAL_SPENT, Need.ANNUAL_PROBLEMS),
        *(Need.ANNUAL_SUGGESTIONS, Need.ANNUAL_YEAR),
    ),
    "O42": (
        *(Need.ANALYSIS, Need.WEAK_POINTS, Need.TO_IMPROVE, Need.OWNERS, Need.STEPS),
        Need.FOLLOW_UP,
    ),
    "O43": (Need.PROGRESS, Need.QR_CODE, Need.OF_YEAR),
}
"""The needs of each item of 2566, in the order of its contents."""
