"""``python -m bench.risk_work``: the matrix of 100 risks drawn first, and after each move.

One process, the widget as large as in a window of 1366x768. What a deed writes is not in it: a move
is another register shown and what changed drawn. Figures as JSON on standard output, in seconds.
"""

import gc
import json
import time

from PySide6.QtWidgets import QApplication

from bench.many_risks import made_register
from ita_desktop.app import start_qt
from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.settings import Settings

RISKS = 100
MOVES = 60
_SIZE = (560, 620)


def main() -> dict[str, list[float]]:
    """Return what first drawings and moves took, in each way of looking."""
    app, settings = start_qt()
    there = [made_register(RISKS, unplaced=5, shift=shift) for shift in range(5)]
    found: dict[str, list[float]] = {"first": [], "move": []}
    for arrows in Arrows:
        for _ in range(3):
            found["first"].append(_first(app, settings, arrows, there[0]))
        found["move"] += _moves(app, settings, arrows, there)
    return found


def _first(app: QApplication, settings: Settings, arrows: Arrows, register: Register) -> float:
    start = time.perf_counter()
    card = _card(settings, arrows, register)
    app.processEvents()
    took = time.perf_counter() - start
    card.close()
    return took


def _moves(
    app: QApplication, settings: Settings, arrows: Arrows, there: list[Register]
) -> list[float]:
    card = _card(settings, arrows, there[0])
    app.processEvents()
    gc.freeze()  # as the program does after its first paint
    took: list[float] = []
    for number in range(1, MOVES + 1):
        start = time.perf_counter()
        card.show_register(there[number % len(there)])
        app.processEvents()
        took.append(time.perf_counter() - start)
    card.close()
    return took


def _card(settings: Settings, arrows: Arrows, register: Register) -> MatrixCard:
    card = MatrixCard(settings)
    card.choose(arrows)
    card.resize(*_SIZE)
    card.show_register(register)
    card.show()
    return card


if __name__ == "__main__":
    print(json.dumps(main()))
