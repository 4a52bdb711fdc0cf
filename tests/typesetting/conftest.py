from pathlib import Path

import pytest

SHARED_FONTS = Path(__file__).resolve().parents[3] / "shared" / "fonts"


@pytest.fixture(scope="session")
def official_font() -> Path:
    """TH Sarabun New, where the folder of measuring fonts is."""
    path = SHARED_FONTS / "THSarabunNew.ttf"
    if not path.exists():
        pytest.skip("the fonts for measuring are not here")
    return path
