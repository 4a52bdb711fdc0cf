"""What is tried of the year looked at: nothing of it is ever written."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.moved_figures import Change
from ita_desktop.domain.scores import YearResult
from ita_desktop.domain.tried_scores import Tried, can_be_tried
from ita_desktop.domain.what_if import Gain, Step, WhatIf, best_steps, gain_of, ranked, what_if


class Trial(QObject):
    """The changes that are tried on a result, and what they give."""

    changed = Signal()
    """Something else is tried."""

    def __init__(self, result: YearResult, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.result = result
        self.tried: tuple[Tried, ...] = can_be_tried(result)
        self.now: WhatIf = what_if(result, {})
        self._changes: dict[str, Change] = {}
        self._gains: dict[str, Gain] = {}
        self._offered = {one.code: one.usual for one in self.tried if one.lost > 0}
        self._ranked: tuple[Gain, ...] | None = None

    @property
    def changes(self) -> Mapping[str, Change]:
        """What is tried, by code."""
        return self._changes

    def put(self, changes: Mapping[str, Change | None]) -> None:
        """Try other scores; None goes back to the present one."""
        before = dict(self._changes)
        for code, change in changes.items():
            if change is None:
                self._changes.pop(code, None)
            else:
                self._changes[code] = change
        if before != self._changes:
            for code in changes:
                self._gains.pop(code, None)
            self.now = what_if(self.result, self._changes)
            self.changed.emit()

    def reset(self) -> None:
        """Go back to the present scores."""
        self.put(dict.fromkeys(self._changes))

    def gain(self, code: str) -> Decimal | None:
        """Return what the change of a code brings by itself; None where it is not changed."""
        change = self._changes.get(code)
        if change is None:
            return None
        if code not in self._gains:
            self._gains[code] = gain_of(self.result, code, change)
        return self._gains[code].shown

    def best(self) -> tuple[Step, ...]:
        """Return what is worth most on top of what is tried."""
        if self._ranked is None:
            self._ranked = ranked(self.result, self._offered)
        return best_steps(self.result, self._changes, self._offered, self._ranked)
