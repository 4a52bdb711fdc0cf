"""What each command does: values in, plain data for standard output out."""

import argparse
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast, get_args

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.catalogue import PAPERS, Format, Paper, paper
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError
from ita_desktop.whole_file import held_sentence
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.info import info
from ita_desktop.workflows.opening import new_file, new_sample_file, open_to_read, open_to_write

Command = Callable[[argparse.Namespace], Any]


class RefusedWithResultError(ClerkError):
    """A refusal that has more to say than its sentence: ``result`` is for standard output."""

    def __init__(self, sentence: str, result: dict[str, Any]) -> None:
        super().__init__(sentence)
        self.result = result


@dataclass(frozen=True, slots=True)
class ErrorsFound:
    """A result whose command was carried out and found errors in the data: code 3."""

    result: dict[str, Any]


def _new(options: argparse.Namespace) -> dict[str, Any]:
    path = cast("Path", options.file)
    file = new_sample_file(path) if options.sample else new_file(path)
    with _closing(file):
        return info(file)


def _info(options: argparse.Namespace) -> dict[str, Any]:
    with _read(options) as file:
        return info(file)


def _import(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows.disclosure.import_unit_sheet import (  # noqa: PLC0415 - likewise
        import_oit_sheet,
    )
    from ita_desktop.workflows.disclosure.unit_reading import is_oit_sheet  # noqa: PLC0415 - likewise
    from ita_desktop.workflows.import_workbook import import_workbook  # noqa: PLC0415 - openpyxl
    from ita_desktop.workflows.units.import_sheet import import_unit_sheet  # noqa: PLC0415 - likewise
    from ita_desktop.workflows.units.reading import is_unit_sheet  # noqa: PLC0415 - likewise

    workbook = cast("Path", options.workbook)
    with _read(options) if options.dry_run else _written(options) as file:
        take = import_oit_sheet if is_oit_sheet(workbook) else import_workbook
        if is_unit_sheet(workbook):
            take = import_unit_sheet
        outcome = take(file, workbook, options.year, dry_run=options.dry_run)
    if outcome.errors:
        raise RefusedWithResultError(
            f"ไม่ได้นำเข้า {options.workbook.name} เพราะมีข้อผิดพลาด {len(outcome.errors)} จุด"
            f" กรุณาแก้แล้วนำเข้าใหม่ จุดแรกคือ {outcome.errors[0].message}",
            outcome.as_plain(),
        )
    return outcome.as_plain()


def _documents(_options: argparse.Namespace) -> list[dict[str, Any]]:
    return [{"id": p.id, "title": p.title, "formats": list(p.formats)} for p in PAPERS]


def _export(options: argparse.Namespace) -> dict[str, Any]:
    out = cast("Path", options.out)
    known = _paper(options)
    wanted: str = options.format or out.suffix.lower().removeprefix(".")
    if not wanted:
        raise ClerkError(
            f"ชื่อไฟล์ “{out}” ไม่มีนามสกุล กรุณาเติมนามสกุล {' หรือ '.join(known.formats)} หรือระบุ --format"
        )
    if wanted not in known.formats:
        raise ClerkError(
            f"ออกเอกสาร “{known.title}” เป็น “{wanted}” ไม่ได้ กรุณาเลือก {' หรือ '.join(known.formats)}"
        )
    if out.suffix.lower() == ".ita" or _is_same(out, cast("Path", options.file)):
        raise ClerkError(f"{out.name} เป็นไฟล์ข้อมูล จึงไม่เขียนเอกสารทับ กรุณาตั้งชื่อใหม่ เช่น เอกสาร.{wanted}")
    named = out.suffix.lower().removeprefix(".")
    if named in get_args(Format) and named != wanted:
        raise ClerkError(
            f"{out.name} ลงท้ายด้วย .{named} แต่ขอเป็น {wanted} กรุณาตั้งชื่อให้ตรงกัน เช่น {out.stem}.{wanted}"
        )
    with _read(options) as file:
        frozen = freeze(
            file,
            known.id,
            options.year,
            Digits(options.digits),
            months=options.round,
            kind=wanted,
        )
    drawn = draw(frozen, wanted, out, options.font)
    if drawn.held:
        print(drawn.held, file=sys.stderr)
    return {
        "document": known.id,
        "format": wanted,
        "file": str(drawn.path),
        "pages": drawn.pages,
        "missing_letters": list(drawn.missing_letters),
    }


def _paper(options: argparse.Namespace) -> Paper:
    """Return the paper asked for: one that ships, or that an own layout of the file makes."""
    if "~" not in options.document:
        return paper(options.document)
    from ita_desktop.workflows.layouts import own_layouts  # noqa: PLC0415 - seldom needed

    with _read(options) as file:
        return paper(options.document, own_layouts(file))


def _dump(options: argparse.Namespace) -> dict[str, Any]:
    with _read(options) as file:
        return dump(file, options.year)


def _check(options: argparse.Namespace) -> dict[str, Any] | ErrorsFound:
    from ita_desktop.workflows.check import check_years  # noqa: PLC0415 - seldom needed

    with _read(options) as file:
        found = check_years(file, options.year, datetime.now().astimezone().date())
    return ErrorsFound(found) if found["counts"]["error"] else found


def _new_year(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows.new_year.beginning import (  # noqa: PLC0415 - seldom needed
        begin_new_year,
        plan_new_year,
    )

    years = cast("int", options.from_year), cast("int", options.to_year)
    if options.dry_run:
        with _read(options) as file:
            return plan_new_year(file, *years).as_plain()
    with _written(options) as file:
        return begin_new_year(file, *years).as_plain()


def _backup(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows.backups import back_up_to  # noqa: PLC0415 - seldom needed

    made = back_up_to(cast("Path", options.file), cast("Path", options.out))
    return {"file": str(made.path), **made.manifest.as_plain()}


def _restore(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows.restore import restore_file  # noqa: PLC0415 - seldom needed

    return restore_file(cast("Path", options.backup), cast("Path", options.out))


def _verify(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows import verify  # noqa: PLC0415 - seldom needed

    path = cast("Path", options.file)
    proof = verify.verify(path)
    plain = verify.as_plain(path, proof)
    if not proof.sound:
        raise RefusedWithResultError(verify.unsound_sentence(path, proof), plain)
    return plain


def _export_all(options: argparse.Namespace) -> dict[str, Any]:
    from ita_desktop.workflows.everything import export_everything  # noqa: PLC0415 - openpyxl

    out = cast("Path", options.out)
    if out.suffix.lower() != ".xlsx":
        raise ClerkError(f"ชื่อไฟล์ “{out}” ต้องลงท้ายด้วย .xlsx กรุณาตั้งชื่อใหม่ เช่น {out.stem}.xlsx")
    written = export_everything(cast("Path", options.file), out)
    if held := held_sentence(out, written):
        print(held, file=sys.stderr)
    return {"file": str(written)}


def _is_same(out: Path, file: Path) -> bool:
    try:
        return out.samefile(file)
    except OSError:  # one of them is not there yet
        return False


COMMANDS: dict[str, Command] = {
    "new": _new,
    "info": _info,
    "import": _import,
    "documents": _documents,
    "export": _export,
    "dump": _dump,
    "check": _check,
    "new-year": _new_year,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
    "export-all": _export_all,
}


@contextmanager
def _read(options: argparse.Namespace) -> Generator[DataFile]:
    """Give a copy of the data file as it is now, whoever works in it; it is not written to."""
    with _closing(open_to_read(cast("Path", options.file))) as file:
        yield file


@contextmanager
def _written(options: argparse.Namespace) -> Generator[DataFile]:
    with _closing(open_to_write(cast("Path", options.file))) as file:
        yield file


@contextmanager
def _closing(file: DataFile) -> Generator[DataFile]:
    try:
        yield file
    finally:
        file.close()
