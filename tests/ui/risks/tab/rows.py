"""Rows of the tab: what the file has, and making one current."""

from ita_desktop.domain.risks import Process, Register, Risk
from ita_desktop.ui.risks.tab.page import RisksPage


def register_of(page: RisksPage) -> Register:
    """Return the register as the file has it."""
    return page._session.register  # pyright: ignore[reportPrivateUsage]


def process_of(page: RisksPage, place: int = 0) -> Process:
    """Return a process as the file has it."""
    return register_of(page).processes[place]


def risk_of(page: RisksPage, number: int) -> Risk:
    """Return the risk with a number in the matrix."""
    return next(one.risk for one in register_of(page).risks() if one.number == number)


def go(page: RisksPage, number: int, field: str = "text") -> None:
    """Make a field of the risk with a number the current cell."""
    assert page.go_to(f"risk:{risk_of(page, number).id}", field)
    page.table.setFocus()


def seen(page: RisksPage) -> list[str]:
    """Return the keys of the rows that are seen, without those that add."""
    return [line.key for line in page.model.lines if not line.adds]


def last_deed(page: RisksPage) -> str:
    """Return the name of the last deed that can be undone."""
    deed = page._session.next_undo()  # pyright: ignore[reportPrivateUsage]
    return "" if deed is None else deed.name
