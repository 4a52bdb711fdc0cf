"""The pages of the help: their order, their files, and which one belongs to what is seen.

A page is a Markdown file ``resources/help/<id>.md`` whose first line is its title; the page of keys
has no file, it is made from the table of keys.
"""

from functools import cache
from pathlib import Path
from typing import Final

from ita_desktop.resources import resource
from ita_desktop.ui.tab_names import Tab

KEYS: Final = "keys"
START: Final = "start"
PAGES: Final = (
    START,
    "overview",
    "scores",
    "measures",
    "risks",
    "plan",
    "disclosure",
    "papers",
    KEYS,
    "backups",
    "moving",
    "handover",
)
"""The ids in the order of the list."""

_OF_TABS: Final = {
    Tab.OVERVIEW: "overview",
    Tab.SCORES: "scores",
    Tab.MEASURES: "measures",
    Tab.RISKS: "risks",
    Tab.PLAN: "plan",
    Tab.OIT: "disclosure",
}
OF_DIALOGS: Final = {
    "ita_desktop.ui.analysis": "papers",
    "ita_desktop.ui.backups": "backups",
    "ita_desktop.ui.dialogs.office": START,
    "ita_desktop.ui.dialogs.paper_settings": "papers",
    "ita_desktop.ui.dialogs.paste": "scores",
    "ita_desktop.ui.disclosure": "disclosure",
    "ita_desktop.ui.help": KEYS,
    "ita_desktop.ui.history": "handover",
    "ita_desktop.ui.measures.layouts": "papers",
    "ita_desktop.ui.measures": "measures",
    "ita_desktop.ui.new_year": "handover",
    "ita_desktop.ui.opening": "backups",
    "ita_desktop.ui.overview": "overview",
    "ita_desktop.ui.plan.announcements": "papers",
    "ita_desktop.ui.plan": "plan",
    "ita_desktop.ui.preview": "papers",
    "ita_desktop.ui.risks": "risks",
    "ita_desktop.ui.scores": "scores",
}
"""The page of a dialog by the package or module it is written in, the narrower before the wider.

Any other dialog has the page of its tab.
"""


def page_of_tab(tab: Tab) -> str:
    """Return the id of a tab's page."""
    return _OF_TABS[tab]


def page_of_dialog(module: str) -> str:
    """Return the id of the page of a dialog that is written in a module; "" for none of its own."""
    for place, page in OF_DIALOGS.items():
        if module == place or module.startswith(f"{place}."):
            return page
    return ""


def pages_there() -> tuple[str, ...]:
    """Return the ids of the pages that ship, in order."""
    return tuple(page for page in PAGES if page == KEYS or _file(page).is_file())


@cache
def source_of(page: str) -> str:
    """Return a page as Markdown, as it was written. Raises LookupError where there is none."""
    if page == KEYS:
        from ita_desktop.ui.help.keys_page import keys_page  # noqa: PLC0415 - when it is looked at

        return keys_page()
    try:
        return _file(page).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LookupError(page) from None


def title_of(page: str) -> str:
    """Return what the first line of a page calls it."""
    return source_of(page).partition("\n")[0].lstrip("# ").strip()


def picture_file(name: str) -> Path | None:
    """Return the file of a picture that a page names ("pictures/scores.png"); None without one."""
    folder = _file(START).parent.resolve()
    found = (folder / name).resolve()
    return found if folder in found.parents and found.is_file() else None


def page_of_link(address: str) -> str:
    """Return the id of the page that a link leads to ("risks.md"); "" where it leads to none."""
    name, dot, ending = address.partition("#")[0].rpartition(".")
    return name if dot and ending == "md" and name in pages_there() else ""


def _file(page: str) -> Path:
    return resource("help") / f"{page}.md"
