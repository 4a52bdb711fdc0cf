"""Where faults of our own are written down, for the window and for the command line."""

from datetime import datetime

from ita_desktop.user_folder import user_folder

_LARGEST = 1_000_000


def write_report(report: str) -> str:
    """Append a report to the log of faults and return where it is, to be told to a person.

    At 1 MB the log is put aside as ``faults.1.log``. Where it cannot be written the reason stands
    in brackets instead: that is to be no second fault.
    """
    moment = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n"
    try:
        path = user_folder() / "faults.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_name("faults.1.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{moment}{report}\n")
    except OSError as trouble:
        return f"({trouble.strerror})"
    except RuntimeError as trouble:  # a user without a home
        return f"({trouble})"
    return str(path)
