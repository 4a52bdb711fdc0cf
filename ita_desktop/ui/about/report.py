"""What whoever mends the program asks first: versions, and where faults are written down."""

from ita_desktop.fault_log import log_file
from ita_desktop.fault_report import versions


def problem_report() -> str:
    """Return the versions and the place of the log of faults, three lines to be copied."""
    return "\n".join([*versions(), f"บันทึกข้อผิดพลาด: {_log()}"])


def _log() -> str:
    try:
        path = log_file()
    except RuntimeError:  # a user without a home
        return "ไม่มี เพราะไม่พบโฟลเดอร์ของผู้ใช้"
    return str(path) if path.exists() else f"{path} (ยังไม่เคยมีข้อผิดพลาด)"
