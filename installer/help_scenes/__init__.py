"""The pictures of the help, a module a page; every page's SCENES are listed here."""

from collections.abc import Sequence

from installer.help_scenes import scores
from installer.help_shot import Scene

SCENES: Sequence[Scene] = (*scores.SCENES,)
