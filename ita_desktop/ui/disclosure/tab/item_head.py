"""The head of an item's card: what it is, what it was last year, whether its text is checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.tab.item_facts import before_words, facts_of, unchecked_words
from ita_desktop.ui.disclosure.tab.link import link
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label


class ItemHead(QWidget):
    """Where the text of an item is a draft, it says so and offers to read and confirm it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = label("", "cardTitle", wrap=True)
        self.facts = label("", "quiet", wrap=True)
        self.before = label("", "note", wrap=True)
        self.draft = label("", "warning", wrap=True)
        self.confirm = link("อ่าน แก้ไข หรือยืนยันข้อความ (F4)")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 8)
        rows.setSpacing(2)
        for part in (self.title, self.facts, self.before, self.draft):
            rows.addWidget(part)
        rows.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, session: Session, standing: ItemStanding, *, anew: bool) -> None:
        """Show an item; ``anew``: it is another one, and was another one the year before."""
        item, criteria = standing.item, session.criteria
        self.title.setText(wording.shown(f"{item.code}  {' '.join(item.text.split())}"))
        self.facts.setText(wording.shown(facts_of(criteria, standing)))
        if anew:
            self.before.setText(wording.shown(before_words(session.file, criteria, item)))
            self.before.setVisible(bool(self.before.text()))
        draft = unchecked_words(item)
        self.draft.setText(wording.shown(draft))
        self.draft.setVisible(bool(draft))
        self.confirm.setVisible(bool(draft))
