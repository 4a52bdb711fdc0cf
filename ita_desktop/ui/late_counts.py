"""How much is late, said on the tabs of measures and of OIT items."""

from collections.abc import Container

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabBar

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab


class LateCounts(QObject):
    """Counts for the tabs whose pages are not built yet; pages that are say their own."""

    def __init__(self, session: Session, tabs: QTabBar, built: Container[Tab]) -> None:
        super().__init__(tabs)
        self._session, self._tabs, self._built = session, tabs, built
        for changed in (
            session.measures_changed,
            session.year_changed,
            session.disclosure_changed,
            session.scores_changed,
        ):
            changed.connect(self.count)

    def count(self) -> None:
        """Say how much is late of what has no page yet."""
        if not self._session.is_open:
            return
        for tab, count in ((Tab.MEASURES, self._count_steps), (Tab.OIT, self._count_items)):
            if tab not in self._built:
                try:
                    count()
                except (ClerkError, MachineError):  # the page says so when it is shown
                    continue

    def show_steps(self, late: int) -> None:
        """Say on the tab of measures how many steps are late."""
        self._say(Tab.MEASURES, late, "ขั้นตอน")

    def show_items(self, late: int) -> None:
        """Say on the tab of OIT how many items are late."""
        self._say(Tab.OIT, late, "ข้อ")

    def _count_steps(self) -> None:
        from ita_desktop.domain.due import late_steps  # noqa: PLC0415 - after the first paint
        from ita_desktop.ui.today import today  # noqa: PLC0415 - after the first paint

        self.show_steps(late_steps(self._session.tracker, today()))

    def _count_items(self) -> None:
        from ita_desktop.domain.disclosure import late_items  # noqa: PLC0415 - after the first paint
        from ita_desktop.ui.today import today  # noqa: PLC0415 - after the first paint

        session = self._session
        result = session.result
        self.show_items(late_items(result.criteria, session.disclosure, result.entries, today()))

    def _say(self, tab: Tab, late: int, what: str) -> None:
        words = f"{tab.words} ({late})" if late else tab.words
        self._tabs.setTabText(tab, wording.shown(words))
        said = wording.shown(f"เกินกำหนด {late} {what}") if late else ""
        self._tabs.setTabToolTip(tab, f"{said} ({tab.keys})" if said else tab.keys)
