"""The colours of levels of risk by what they say, in light and dark.

Words on their ground have 4.5:1 or more; the patterns over it are there for grey paper and for
readers who do not see the colours, so they differ from the ground in lightness.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from ita_desktop.domain.risk_method import Color
from ita_desktop.ui import theme


@dataclass(frozen=True, slots=True)
class LevelColors:
    """Words, what they stand on, and the dots and lines of the pattern."""

    ink: str
    ground: str
    mark: str


_LIGHT = {
    Color.GREEN: LevelColors("#14602f", "#dff3e6", "#b5dfc4"),
    Color.LIGHT_GREEN: LevelColors("#3f5f10", "#edf6d8", "#cfe3a4"),
    Color.YELLOW: LevelColors("#6f4e00", "#fdf3cd", "#ecd68a"),
    Color.ORANGE: LevelColors("#8f3a05", "#fde3d0", "#f2b98f"),
    Color.RED: LevelColors("#97180f", "#fad5d2", "#eda39d"),
}
_DARK = {
    Color.GREEN: LevelColors("#8fe0b0", "#173a27", "#2a5c40"),
    Color.LIGHT_GREEN: LevelColors("#c3dd8c", "#2d3a17", "#4a5d28"),
    Color.YELLOW: LevelColors("#f3d27f", "#43370f", "#6b5a1f"),
    Color.ORANGE: LevelColors("#fbb98a", "#4d2c16", "#7a4926"),
    Color.RED: LevelColors("#ffaaa2", "#521f1c", "#85362f"),
}
_NONE_LIGHT = LevelColors("#4f5b6a", "#f1f3f6", "#c3ccd6")
_NONE_DARK = LevelColors("#b3bdcb", "#232d3a", "#425065")
_CHIP_LIGHT = ("#ffffff", "#1d2939")
_CHIP_DARK = ("#e9edf3", "#141a22")


def level_colors(color: Color | None) -> LevelColors:
    """Return the colours of a level in the scheme the window is in; None: of no level."""
    if color is None:
        return _NONE_DARK if theme.is_dark() else _NONE_LIGHT
    return (_DARK if theme.is_dark() else _LIGHT)[color]


def chip_colors() -> tuple[QColor, QColor]:
    """Return ground and ink of a risk's numbered chip: light in both schemes."""
    ground, ink = _CHIP_DARK if theme.is_dark() else _CHIP_LIGHT
    return QColor(ground), QColor(ink)
