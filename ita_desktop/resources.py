"""Where plain files (fonts, icons, help, licences) are: in a checkout, a wheel, the bundle."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def _root() -> Path:
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for example ``resource("fonts", "Sarabun-Regular.ttf")``.

    Raises FileNotFoundError when the program is incomplete.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
