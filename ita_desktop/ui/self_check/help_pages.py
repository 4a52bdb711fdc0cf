"""The help, read as a clerk may read it: every page is there, and every picture it names."""

import re

from PySide6.QtWidgets import QApplication

from ita_desktop.ui.help.pages import PAGES, picture_file, source_of
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.self_check.failure import expect
from ita_desktop.ui.self_check.shipped import is_whole_png
from ita_desktop.ui.settings import Settings

_PICTURE = re.compile(r"!\[[^]]*]\(([^)]+)\)")


def read_help(settings: Settings) -> dict[str, int]:
    """Show every page of the help; return how many pictures each has.

    Raises MachineError for a page or a picture that is missing or damaged.
    """
    window = HelpWindow(settings)
    window.show()
    pictures: dict[str, int] = {}
    for page in PAGES:
        window.show_page(page)
        QApplication.sendPostedEvents()
        shown = window.view.page == page and not window.grab().isNull()
        expect(shown and not window.view.document().isEmpty(), f"แสดงคู่มือหน้า {page}")
        named = _PICTURE.findall(source_of(page))
        for name in named:
            picture = picture_file(name)
            whole = picture is not None and is_whole_png(picture.read_bytes())
            expect(whole, f"อ่านภาพ {name} ของคู่มือ")
        pictures[page] = len(named)
    window.close()
    window.deleteLater()
    return pictures
