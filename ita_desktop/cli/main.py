"""Run one command: JSON on standard output, one Thai sentence on standard error, an exit code."""

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable
from typing import Any

from ita_desktop.cli.commands import COMMANDS, ErrorsFound, RefusedWithResultError
from ita_desktop.errors import ClerkError, MachineError

DONE, REFUSED, FOUND_ERRORS = 0, 1, 3


def run(options: argparse.Namespace) -> int:
    """Carry out a command that opens no window and return its exit code: 0, 1 or 3."""
    return report(lambda: COMMANDS[options.command](options))


def report(work: Callable[[], Any]) -> int:
    """Do the work and print what it returns.

    A refusal becomes its sentence and code 1, errors that a check found code 3.
    """
    try:
        result = work()
        if isinstance(result, ErrorsFound):
            _printed(result.result)
            return FOUND_ERRORS
        return _printed(result)
    except (ClerkError, MachineError) as refusal:
        if isinstance(refusal, RefusedWithResultError):
            _printed(refusal.result)
        print(refusal, file=sys.stderr)
        if isinstance(refusal, MachineError):
            from ita_desktop.fault_log import note_machine_error  # noqa: PLC0415 - seldom

            note_machine_error(refusal)
        return REFUSED


def _printed(result: object) -> int:
    try:
        print(json.dumps(result, ensure_ascii=False, indent=1), flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left goes nowhere
        if error.errno == errno.ENOSPC:
            raise MachineError("พื้นที่ดิสก์ไม่พอสำหรับผลลัพธ์ กรุณาลบไฟล์ที่ไม่ใช้แล้วทำใหม่") from error
    return DONE  # a closed pipe: whoever reads has heard enough; the work itself is done
