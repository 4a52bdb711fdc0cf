"""Reads and writes of the picture of the office's mark."""

from ita_desktop.db.data_file import DataFile


def load_mark(file: DataFile) -> bytes:
    """Return the picture as PNG, empty where the office has loaded none."""
    return next((bytes(row[0]) for row in file.read("SELECT picture FROM mark")), b"")


def save_mark(file: DataFile, picture: bytes) -> None:
    """Write the picture, a PNG of at most ``LARGEST_MARK`` bytes of step 2; inside a deed."""
    file.connection.execute(
        "INSERT INTO mark (id, picture) VALUES (1, ?)"
        " ON CONFLICT (id) DO UPDATE SET picture = excluded.picture",
        (picture,),
    )


def remove_mark(file: DataFile) -> None:
    """Take the picture away; inside a deed."""
    file.connection.execute("DELETE FROM mark")
