"""Headings that never stand alone at the foot of a page."""

from copy import copy
from typing import Final

from reportlab.platypus.flowables import Flowable

_ROUNDING = 1e-6


class Kept(Flowable):
    """Headings (and a table's caption) on the same page as the beginning of what they head.

    ``whole_if_small``: what is not higher than half a page is never cut.
    """

    def __init__(
        self,
        heads: list[Flowable],
        body: Flowable,
        page_height: float,
        *,
        whole_if_small: bool = False,
    ) -> None:
        super().__init__()
        self._whole_if_small = whole_if_small
        self.heads: Final = heads
        self.body: Final = body
        self._parts = [*heads, body]
        self._page_height = page_height
        self.spaceBefore = self._parts[0].getSpaceBefore()
        self.spaceAfter = body.getSpaceAfter()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Return the width given and the height of all parts with the space between them."""
        self.width = aW
        self.height = self._above_body(aW, aH) + self._parts[-1].wrap(aW, aH)[1]
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: N803
        """Return the headings with the first part of the body, and the rest of the body."""
        height = self.wrap(aW, aH)[1]
        if height <= aH + _ROUNDING:
            return [self]
        fresh_page = aH >= self._page_height - _ROUNDING
        if self._whole_if_small and height <= self._page_height / 2 and not fresh_page:
            return []  # a small table is read at one glance
        *heads, body = self._parts
        room = aH - self._above_body(aW, aH)
        parts = body.split(aW, room) if room > 0 else []
        if parts:
            return [Kept(heads, parts[0], self._page_height), *parts[1:]]
        if not fresh_page:
            return []
        first, *others = heads  # not even an empty page has room for all of it
        rest = Kept(others[-1:], body, self._page_height) if others else body
        # Platypus marks what it moves on, and the next pass lays out the same parts: copies.
        return [copy(one) for one in (*(first.split(aW, aH) or [first]), *others[:-1], rest)]

    def draw(self) -> None:
        """Draw the parts one below the other."""
        top = self.height
        for number, part in enumerate(self._parts):
            top -= self._gap(number) + part.wrap(self.width, top)[1]
            part.drawOn(self.canv, 0, top)

    def _above_body(self, width: float, available: float) -> float:
        heads = self._parts[:-1]
        heights = (head.wrap(width, available)[1] for head in heads)
        return sum(heights) + sum(map(self._gap, range(len(self._parts))))

    def _gap(self, number: int) -> float:
        """Return the space above a part; the first one's is Platypus's concern."""
        if number == 0:
            return 0.0
        above, part = self._parts[number - 1 : number + 1]
        return max(above.getSpaceAfter(), part.getSpaceBefore())
