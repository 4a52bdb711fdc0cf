"""Pictures of pages: what is wanted is drawn, what is not seen is forgotten."""

# pyright: reportPrivateUsage=false
# A test looks at what is kept.

from collections.abc import Callable
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.ui import work
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.pictures import Pictures, Strip, strips

MEGABYTE = 1024 * 1024
Settled = Callable[[], None]


def whole(page: int) -> Strip:
    return Strip(page, 200, 0, 283)


def test_strips_cover_the_page_and_none_is_large(long: PdfFile) -> None:
    for width in (96, 800, 3_000, 6_000):
        parts = strips(long, 0, width)
        assert parts[0].top == 0
        assert all(a.top + a.height == b.top for a, b in pairwise(parts))
        assert parts[-1].top + parts[-1].height == round(width * 841.8898 / 595.2756)
        assert all(part.width * part.height * 4 <= 8 * MEGABYTE for part in parts)
    assert len(strips(long, 0, 800)) == 1


def test_what_is_wanted_is_drawn_in_that_order(long: PdfFile, qtbot: QtBot) -> None:
    pictures = Pictures(long, 64 * MEGABYTE)
    drawn: list[int] = []
    pictures.drawn.connect(drawn.append)
    pictures.want([whole(2), whole(1), whole(3)])
    assert pictures.picture(whole(2)) is None
    qtbot.waitUntil(lambda: len(drawn) == 3)
    assert drawn == [2, 1, 3]
    assert pictures.picture(whole(2)) is not None
    pictures.want([whole(1), whole(4)])
    qtbot.waitUntil(lambda: len(drawn) == 4)
    assert drawn[-1] == 4


def test_what_is_not_wanted_any_more_is_left_out(
    long: PdfFile, qtbot: QtBot, settled: Settled
) -> None:
    pictures = Pictures(long, 64 * MEGABYTE)
    drawn: list[int] = []
    pictures.drawn.connect(drawn.append)
    pictures.want([whole(page) for page in range(40)])
    pictures.want([whole(50)])
    qtbot.waitUntil(lambda: 50 in drawn)
    settled()
    assert drawn == [0, 50]  # the first one had begun


def test_what_was_not_seen_longest_is_forgotten(long: PdfFile, settled: Settled) -> None:
    each = 200 * 283 * 4
    pictures = Pictures(long, 3 * each)
    pictures.want([whole(page) for page in range(3)])
    settled()
    assert pictures.held == 3 * each
    pictures.picture(whole(0))
    pictures.want([whole(3)])
    settled()
    assert pictures.held == 3 * each
    kept = [page for page in range(4) if pictures.picture(whole(page)) is not None]
    assert kept == [0, 2, 3]


def test_another_size_stands_in(long: PdfFile, settled: Settled) -> None:
    pictures = Pictures(long, 64 * MEGABYTE)
    pictures.want([whole(0)])
    settled()
    assert pictures.stand_in(0) is pictures.picture(whole(0))
    assert pictures.stand_in(1) is None


def test_a_damaged_page_is_told_once(damaged_pdf: bytes, settled: Settled) -> None:
    pictures = Pictures(PdfFile(damaged_pdf), 64 * MEGABYTE)
    drawn: list[int] = []
    pictures.drawn.connect(drawn.append)
    for _ in range(2):
        pictures.want([whole(0), whole(1)])
        settled()
    assert drawn == [0, 1]
    assert list(pictures.troubles) == [0]
    assert "แสดงหน้า 1 ไม่ได้ กรุณา" in pictures.troubles[0]


def test_nothing_is_told_after_stopping(long: PdfFile, settled: Settled) -> None:
    pictures = Pictures(long, 64 * MEGABYTE)
    told: list[int] = []
    pictures.drawn.connect(told.append)
    pictures.want([whole(page) for page in range(9)])
    pictures.stop()
    settled()
    assert (pictures.held, told) == (0, [])


def test_pictures_that_are_gone_disturb_nobody(long: PdfFile, qtbot: QtBot) -> None:
    pictures = Pictures(long, 64 * MEGABYTE)
    gone: list[object] = []
    pictures.destroyed.connect(lambda: gone.append(1))
    pictures.want([whole(page) for page in range(9)])
    pictures.deleteLater()
    qtbot.waitUntil(lambda: bool(gone) and not work._running)


def test_a_fault_of_our_own_is_not_hidden(
    long: PdfFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(PdfFile, "draw", fail)
    pictures = Pictures(long, 64 * MEGABYTE)
    with qtbot.captureExceptions() as caught:
        pictures.want([whole(0), whole(1)])
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError
