"""What the work sheets of units are of, as their dialog asks: measures of a round, or OIT items."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtWidgets import QWidget

from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import Round
from ita_desktop.ui.units.returns_dialog import ReturnsDialog
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.units.writing import SheetToWrite

UNKNOWN: Final = "ไม่อยู่ในรายชื่อหน่วยงาน"
"""Beside a unit that is named somewhere and is none of the office's."""


class SheetSubject(Protocol):
    """What the sheets are of: measures of a round, or OIT items of a year."""

    @property
    def title(self) -> str:
        """The title of the dialog."""
        ...

    @property
    def about(self) -> str:
        """What the sheets are for, in words."""
        ...

    @property
    def empty(self) -> str:
        """What to do where no unit has anything to report."""
        ...

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the table of units."""
        ...

    @property
    def rounds(self) -> tuple[Round, ...]:
        """The rounds there are to choose from, none where there are none."""
        ...

    @property
    def first_round(self) -> Round:
        """The round that is chosen first; 12 where there are none."""
        ...

    def works(self, months: Round, /) -> Sequence[tuple[str, tuple[str, ...]]]:
        """Return each unit that has something to report, and its cells."""
        ...

    def nobodys(self, months: Round, /) -> str:
        """Return how much is in no unit's sheet, in words; "" for nothing."""
        ...

    def usual_due(self, months: Round, /) -> date:
        """Return until when sheets usually come back."""
        ...

    def closed(self, months: Round, /) -> str:
        """Return why sheets are neither made nor taken, "" where they are."""
        ...

    def freeze(
        self, months: Round, units: Collection[str], digits: Digits, due: str, /
    ) -> Sequence[SheetToWrite]:
        """Return the sheets as things stand. Raises ClerkError or MachineError."""
        ...

    def show_returns(
        self, notice: Notice, paths: tuple[Path, ...], months: Round, parent: QWidget, /
    ) -> ReturnsDialog | None:
        """Open what came back."""
        ...
