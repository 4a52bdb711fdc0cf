"""``python -m bench.deeds FOLDER``: what a deed costs with the change log and without.

One process, turn by turn: rounds of single scores written as deeds, and the same writes into the
same tables without triggers. The 95th percentile of each round is JSON on standard output.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import put_score
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.scores.year_scores import put_entries

ROUNDS = 15
DEEDS = 60  # a round
_YEAR = 2566


def main(folder: Path) -> dict[str, list[float]]:
    """Return the 95th percentiles of the rounds, in seconds."""
    logged = new_sample_file(folder / "logged.ita")
    plain = _without_log(new_sample_file(folder / "plain.ita"))
    with_log: list[float] = []
    without: list[float] = []
    for turn in range(ROUNDS + 1):
        without.append(_round(turn, lambda code, value: _plain_write(plain, code, value)))
        with_log.append(_round(turn, lambda code, value: _deed(logged, code, value)))
    logged.close()
    plain.close()
    return {"without": without[1:], "with": with_log[1:]}  # the first warms up


def _without_log(file: DataFile) -> DataFile:
    for table in LOGGED_TABLES:
        for event in ("insert", "update", "delete"):
            file.connection.execute(f'DROP TRIGGER "log_{table}_{event}"')
    return file


def _deed(file: DataFile, code: str, value: Decimal) -> None:
    put_entries(file, _YEAR, {code: value}, f"แก้คะแนน {code}")


def _plain_write(file: DataFile, code: str, value: Decimal) -> None:
    file.connection.execute("BEGIN IMMEDIATE")
    put_score(file, _YEAR, code, value)
    file.connection.execute("COMMIT")


def _round(turn: int, write: Callable[[str, Decimal], None]) -> float:
    seconds: list[float] = []
    for number in range(DEEDS):
        code, value = f"i{number % 30 + 1}", Decimal((turn * DEEDS + number) % 10_000) / 100
        start = time.perf_counter()
        write(code, value)
        seconds.append(time.perf_counter() - start)
    return statistics.quantiles(seconds, n=20)[-1]


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
