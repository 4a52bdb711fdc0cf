"""What the items O34–O38, O42 and O43 of 2566 must show, each content by the words it begins with.

Every rule about these items names the content it is of by a ``Need``; ``Asked.content`` finds the
content itself, so that other wordings of the same (another year's number) are told as they stand.
Later items go on from these by the crosswalk; where their criteria do not tell what they must show,
no content is told.
"""

from enum import StrEnum


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
