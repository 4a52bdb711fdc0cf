"""The yardstick of the start: the least window of PySide6 that shows a table of 30 x 4.

Ends as soon as the table has been painted for the first time.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem


class _Table(QTableWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    """Show the window and return the code to exit with."""
    application = QApplication(sys.argv)
    window = _Table(30, 4)
    for row in range(30):
        for column in range(4):
            window.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    window.resize(1366, 768)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
