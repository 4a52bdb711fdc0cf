"""What the clerk sees of a fault of ours: a sentence, and where its report is."""

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication

from ita_desktop.fault_log import write_report
from ita_desktop.ui import messages

_SENTENCE = (
    "โปรแกรมพบข้อผิดพลาดที่ไม่คาดคิด ข้อมูลที่บันทึกแล้วยังอยู่ครบ"
    " กรุณาปิดแล้วเปิดโปรแกรมใหม่ รายละเอียดสำหรับผู้พัฒนาอยู่ในไฟล์\n{}"
)


def report_faults() -> None:
    """Have faults that nobody caught written to a file and told, instead of passing unseen.

    A program without a console has nowhere to print them.
    """
    told: set[str] = set()

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = "".join(traceback.format_exception(kind, fault, trace))
        if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] - pythonw has none
            sys.stderr.write(report)
        if report not in told:  # a fault while drawing comes again with every frame
            told.add(report)
            path = write_report(report)
            messages.say(QApplication.activeWindow(), "ขออภัย", _SENTENCE.format(path))

    sys.excepthook = hook
