"""A data file of ten fiscal years and 100,000 rows, made by plain SQL in a second or two."""

from pathlib import Path

from ita_desktop.db.change_log import begin, end
from ita_desktop.workflows.opening import new_sample_file, open_file

YEARS = range(2557, 2567)
ROWS = 100_000
_OF_ONE_DEED = 9  # scores; with their records in the log and the deed itself: 19 rows


def make_large(path: Path, rows: int = ROWS) -> None:
    """Make the file: scores of ten years, written in small deeds as a clerk does."""
    new_sample_file(path).close()
    file = open_file(path)
    connection = file.connection
    connection.execute("PRAGMA synchronous = OFF")  # a fixture; nobody pulls the plug
    connection.execute("BEGIN")
    deeds = rows // (2 * _OF_ONE_DEED + 1)
    written = 0
    for number in range(deeds):
        deed = begin(connection, f"แก้คะแนนครั้งที่ {number}", "สมชาย")
        year = YEARS[number % len(YEARS)]
        connection.execute("INSERT OR IGNORE INTO fiscal_year (id) VALUES (?)", (year,))
        for _ in range(_OF_ONE_DEED):
            written += 1
            connection.execute(
                "INSERT INTO score (fiscal_year, code, value) VALUES (?, ?, ?)",
                (year, f"x{written}", f"{written % 101}"),
            )
        end(connection, deed)
    connection.execute("COMMIT")
    file.close()
