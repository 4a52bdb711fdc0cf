"""Which pictures a view of pages needs: what is seen, and the edges of the pages beside it."""

from ita_desktop.ui.preview.layout import Layout
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.pictures import Strip, strips

_WIDEST = 6000  # pixels of a picture; what is larger on the screen is enlarged from that


def strips_of(file: PdfFile, layout: Layout, page: int, pixel_ratio: float) -> list[Strip]:
    """Return a page in strips, as fine as a screen of that pixel ratio shows it."""
    width = round(layout.pages[page].width() * pixel_ratio)
    return strips(file, page, min(width, _WIDEST))


def strips_seen(
    file: PdfFile, layout: Layout, top: int, bottom: int, pixel_ratio: float
) -> list[Strip]:
    """Return what shows between two heights of the ground, then what is next to it."""
    seen = layout.between(top, bottom)
    wanted = [
        strip
        for page in seen
        for strip in strips_of(file, layout, page, pixel_ratio)
        if _shows(layout, strip, top, bottom)
    ]
    if seen.stop < len(layout.pages):
        wanted.append(strips_of(file, layout, seen.stop, pixel_ratio)[0])
    if seen.start > 0:
        wanted.append(strips_of(file, layout, seen.start - 1, pixel_ratio)[-1])
    return wanted


def _shows(layout: Layout, strip: Strip, top: int, bottom: int) -> bool:
    page = layout.pages[strip.page]
    pixel = page.width() / strip.width
    upper = page.top() + strip.top * pixel
    return upper < bottom and upper + strip.height * pixel > top
