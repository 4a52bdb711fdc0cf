"""Old deeds are forgotten: the data stay, and so does all that can still be undone or redone."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from ita_desktop.db.change_log import Read
from ita_desktop.db.stored_content import drop_unnamed

_OF_A_ROW = 77
"""Bytes that a deed and its change take beside their texts, indexes included; measured."""


@dataclass(frozen=True, slots=True)
class OldHistory:
    """What would be forgotten: all deeds before number ``cut``."""

    cut: int
    deeds: int
    bytes: int
    """About how much smaller the file gets."""
    kept_for_redo: bool
    """Whether older deeds than these stay because they are undone and may be done again."""


def older_than(read: Read, moment: datetime) -> OldHistory:
    """Return what is older than a moment, as far as it can be forgotten.

    Deeds are forgotten from the first on, so that where a clock jumped fewer of them go. An undone
    deed that can be done again stays, and all after it.
    """
    (last,) = read("SELECT coalesce(max(id), 0) + 1 FROM deed", ())[0]
    at = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    (young,) = read("SELECT min(id) FROM deed WHERE at >= ?", (at,))[0]
    (waiting,) = read("SELECT min(id) FROM deed WHERE state = 'undone'", ())[0]
    wanted = last if young is None else young
    cut = wanted if waiting is None else min(wanted, waiting)
    ((deeds, names),) = read(
        "SELECT count(*), total(length(name) + length(person)) FROM deed WHERE id < ?", (cut,)
    )
    ((changes, texts),) = read(
        "SELECT count(*), total(length(CAST(coalesce(old, '') AS BLOB))"
        " + length(CAST(coalesce(new, '') AS BLOB))) FROM change WHERE deed < ?",
        (cut,),
    )
    size = int(names) + int(texts) + _OF_A_ROW * (deeds + changes)
    return OldHistory(cut, deeds, size, waiting is not None and waiting < wanted)


def forget(connection: sqlite3.Connection, cut: int) -> None:
    """Take the deeds before number ``cut`` and their changes off the log; in a transaction.

    Numbers are not given again. Content that neither a row nor the log names any more goes too.
    """
    connection.execute("DELETE FROM change WHERE deed < ?", (cut,))
    connection.execute("UPDATE deed SET of_deed = NULL WHERE of_deed < ?", (cut,))
    connection.execute("DELETE FROM deed WHERE id < ?", (cut,))
    drop_unnamed(connection)


def shrink(connection: sqlite3.Connection) -> bool:
    """Give the room that was freed back to the disk; False where the disk does not allow it.

    The file is whole either way: what is free in it is used by what is written next.
    """
    try:
        connection.execute("VACUUM")
    except sqlite3.OperationalError:
        return False
    return True
