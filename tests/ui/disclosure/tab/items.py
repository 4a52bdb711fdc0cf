"""Items of the tab: what the file has, and making one current."""

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.disclosure import DisclosureItem, asked_contents
from ita_desktop.ui.disclosure.tab.page import DisclosurePage


def contents(code: str, year: int = 2566) -> tuple[str, ...]:
    """Return the required contents of an item, as the file keeps them."""
    criteria = shipped_criteria(year)
    assert criteria is not None
    return tuple(one.text for one in asked_contents(criteria.item_by_code[code]))


def known(page: DisclosurePage, code: str) -> DisclosureItem:
    """Return what the file knows of an item."""
    return page._session.disclosure.of(code)  # pyright: ignore[reportPrivateUsage]


def go(page: DisclosurePage, code: str, field: str = "state") -> None:
    """Make a field of an item the current cell."""
    assert page.go_to(code, field)
    page.table.setFocus()


def shown(page: DisclosurePage, code: str, field: str) -> str:
    """Return what a cell says."""
    place = page.model.place_of(code)
    return page.model.index(place, page.model.column_of(field)).data()


def seen(page: DisclosurePage) -> list[str]:
    """Return the codes of the items that are seen."""
    return [line.key for line in page.model.items()]


def last_deed(page: DisclosurePage) -> str:
    """Return the name of the last deed that can be undone."""
    deed = page._session.next_undo()  # pyright: ignore[reportPrivateUsage]
    return "" if deed is None else deed.name
