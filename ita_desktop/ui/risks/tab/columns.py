"""The columns of the register, and of what is done about the risks."""

from typing import Final

from ita_desktop.ui.rows.column import EVIDENCE, LINK, NUMBER, SCORE, Column
from ita_desktop.workflows.rows.deeds import FIELD_WORDS

REGISTER_COLUMNS: Final = (
    Column(NUMBER, "ที่", 44, 40),
    Column("area", FIELD_WORDS["area"], 160, 120, share=1, may_hide=True),
    Column("text", "เหตุการณ์/พฤติการณ์", 216, 152, share=5),
    Column("cause", FIELD_WORDS["cause"], 160, 130, share=2, may_hide=True),
    Column("control", FIELD_WORDS["control"], 160, 130, share=2, may_hide=True),
    Column("control_quality", FIELD_WORDS["control_quality"], 138, 138, may_hide=True),
    Column("likelihood", "โอกาส", 64, 64, figures=True),
    Column("impact", "ผลกระทบ", 82, 82, figures=True),
    Column(SCORE, "คะแนน", 68, 68, figures=True),
    Column("level", "ระดับ", 108, 104),
    Column("units", FIELD_WORDS["units"], 130, 110, may_hide=True),
    Column(
        "after_likelihood", FIELD_WORDS["after_likelihood"], 128, 128, may_hide=True, figures=True
    ),
    Column("after_impact", FIELD_WORDS["after_impact"], 148, 148, may_hide=True, figures=True),
    Column("after_level", FIELD_WORDS["after_level"], 128, 128, may_hide=True),
)
TREATMENT_COLUMNS: Final = (
    Column(NUMBER, "ที่", 44, 36),
    Column("text", "มาตรการควบคุม", 200, 121, share=4),
    Column("risk", "ความเสี่ยงที่", 106, 92),
    Column("units", FIELD_WORDS["units"], 116, 93),
    Column("period", FIELD_WORDS["period"], 112, 80),
    Column("state", FIELD_WORDS["state"], 136, 88),
    Column("result", FIELD_WORDS["result"], 150, 125, share=3),
    Column("outcome", FIELD_WORDS["outcome"], 130, 110, may_hide=True),
    Column("problem", FIELD_WORDS["problem"], 130, 110, may_hide=True),
    Column("suggestion", FIELD_WORDS["suggestion"], 130, 110, may_hide=True),
    Column("percent", FIELD_WORDS["percent"], 80, 80, may_hide=True, figures=True),
    Column("project", FIELD_WORDS["project"], 140, 120, may_hide=True),
    Column(LINK, "มาตรการที่เชื่อมไว้", 160, 150, may_hide=True),
    Column(EVIDENCE, "หลักฐาน", 84, 84, may_hide=True),
)
