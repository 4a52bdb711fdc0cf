"""The Garuda or the office's mark at the head of a page."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.model import Align, Mark, PageSetup
from ita_desktop.errors import ClerkError
from ita_desktop.pdf.measures import MILLIMETRE
from ita_desktop.pdf.paper_canvas import paper_of

_FROM_THE_EDGE = 15.0  # millimetres from the upper edge of the sheet to the mark
_BELOW = 3.0  # and from the mark to the text
_WIDEST = 2.0  # times its height


class MarkPlace(Flowable):
    """Begins a page: reaches into its upper margin. White where there is no picture.

    Raises ClerkError for a picture that is damaged.
    """

    def __init__(self, mark: Mark, picture: bytes, setup: PageSetup) -> None:
        super().__init__()
        self._mark = mark
        self._picture = _opened(picture) if picture else None
        self._up = (setup.top - _FROM_THE_EDGE) * MILLIMETRE
        self._size = mark.height * MILLIMETRE

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height that the mark takes of the text area."""
        self.width = aW
        self.height = max(0.0, self._size + _BELOW * MILLIMETRE - self._up)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture as high as it is to be, in its own proportions."""
        canvas = paper_of(self.canv)
        picture = self._picture
        if canvas.quiet or picture is None:
            return
        across, down = picture.getSize()
        height = self._size
        width = height * across / down
        if width > height * _WIDEST:
            width, height = height * _WIDEST, height * _WIDEST * down / across
        spare = self.width - width
        left = {Align.CENTER: spare / 2, Align.RIGHT: spare}.get(self._mark.align, 0.0)
        bottom = self.height + self._up - self._size + (self._size - height) / 2
        canvas.drawImage(picture, left, bottom, width, height, mask="auto")


def _opened(picture: bytes) -> ImageReader:
    """Return the picture, read to its end: the damage of a file may lie anywhere."""
    try:
        opened = ImageReader(BytesIO(picture))
        opened.getRGBData()
    except (OSError, ValueError, SyntaxError, EOFError) as error:  # whatever a decoder stumbles on
        raise ClerkError(
            "รูปตราของหน่วยงานในไฟล์นี้เสียหาย กรุณาเลือกรูปตราใหม่ แล้วออกเอกสารอีกครั้ง"
        ) from error
    return opened
