"""What is told when a step of the self-check finds something wrong."""

import errno
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from ita_desktop.errors import ClerkError, MachineError

_OF_THE_MACHINE = (errno.EACCES, errno.EIO, errno.ENOSPC, errno.EPERM, errno.EROFS)
"""A new installation would not help; a library that is damaged has other numbers."""


def expect(held: bool, what: str) -> None:
    """Raise MachineError, naming the step in Thai, where something does not hold."""
    if not held:
        raise failed(what)


def failed(what: str) -> MachineError:
    """Return the error that names the step of the self-check that went wrong."""
    return MachineError(f"โปรแกรมตรวจตัวเองไม่ผ่านที่ขั้น “{what}” กรุณาติดตั้งโปรแกรมใหม่")


@contextmanager
def step_called(what: str, heard: Sequence[BaseException] = ()) -> Generator[None]:
    """Let whatever goes wrong inside be MachineError: a file or a library of ours may be damaged.

    ``heard`` grows by what goes wrong beside the step, in a slot or a thread: the step fails, too.
    """
    try:
        yield
    except (ClerkError, MachineError):
        raise
    except OSError as error:
        raise (_refused(what) if error.errno in _OF_THE_MACHINE else failed(what)) from error
    except Exception as fault:  # what is damaged shows itself by any of them
        raise failed(what) from fault
    if heard:
        raise failed(what) from heard[0]


def _refused(what: str) -> MachineError:
    return MachineError(
        f"โปรแกรมตรวจตัวเองไม่ได้ที่ขั้น “{what}” เพราะเครื่องอ่านหรือเขียนไฟล์ไม่ได้"
        " กรุณาตรวจพื้นที่ว่างของดิสก์และสิทธิ์ของโฟลเดอร์ชั่วคราว"
    )
