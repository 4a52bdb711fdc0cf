"""The grammar of the command line."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from ita_desktop import __version__
from ita_desktop.cli.wrong_usage import in_thai
from ita_desktop.errors import ClerkError

_DATA_FILE = "ไฟล์ข้อมูล (.ita)"
_YEAR = "ปีงบประมาณ (พ.ศ.)"


class _ThaiHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "วิธีใช้: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - they go on to argparse
        super().__init__(**settings, formatter_class=_ThaiHelp, add_help=False)
        self._positionals.title = "สิ่งที่ต้องระบุ"
        self._optionals.title = "ตัวเลือก"
        self.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้นี้")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"ใช้คำสั่งไม่ถูกต้อง: {in_thai(message)}\nดูวิธีใช้ด้วย {self.prog} --help\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the command and its options; exits with 2 on wrong usage."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ita-desktop",
        description="งาน ITA ขององค์กรปกครองส่วนท้องถิ่น ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต",
        epilog="ita-desktop [FILE] โดยไม่มีคำสั่ง: เปิดหน้าต่างโปรแกรม",
    )
    version = f"ITA Desktop {__version__}"
    parser.add_argument("--version", action="version", version=version, help="แสดงรุ่นของโปรแกรม")
    commands = parser.add_subparsers(title="คำสั่ง", dest="command", required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="สร้างไฟล์ข้อมูลใหม่", description="สร้างไฟล์ข้อมูลใหม่")
    new.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    new.add_argument("--sample", action="store_true", help="ใส่ข้อมูลเทศบาลตัวอย่างสามปีงบประมาณ")

    info = commands.add_parser(
        "info",
        help="หน่วยงาน ปีงบประมาณ จำนวนแถว และสภาพไฟล์",
        description="หน่วยงาน ปีงบประมาณ จำนวนแถว และสภาพไฟล์",
    )
    info.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)

    take = commands.add_parser(
        "import",
        help="นำเข้าแผ่นงาน Excel ทั้งหมดหรือไม่นำเข้าเลย",
        description="นำเข้าแผ่นงาน Excel ทั้งหมดหรือไม่นำเข้าเลย",
    )
    take.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    take.add_argument("workbook", metavar="WORKBOOK", type=Path, help="แผ่นงาน (.xlsx)")
    take.add_argument(
        "--year", metavar="Y", type=_fiscal_year, help=f"{_YEAR} ไม่ระบุ: ตามหัวเรื่องของแผ่นงาน"
    )
    take.add_argument("--dry-run", action="store_true", help="ตรวจอย่างเดียว ไม่บันทึก")

    commands.add_parser("documents", help="รายชื่อเอกสารที่ออกได้", description="รายชื่อเอกสารที่ออกได้")

    export = commands.add_parser("export", help="ออกเอกสารหนึ่งฉบับ", description="ออกเอกสารหนึ่งฉบับ")
    export.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    export.add_argument("document", metavar="DOCUMENT", help="ชื่อเอกสารตามคำสั่ง documents")
    export.add_argument("--year", metavar="Y", type=_fiscal_year, required=True, help=_YEAR)
    export.add_argument(
        "--round",
        type=int,
        choices=(6, 12),
        help="รอบของรายงาน (เดือน) มีผลกับเอกสารที่แบ่งเป็นรอบ ไม่ระบุ: รอบล่าสุดที่มีผล",
    )
    export.add_argument("--format", choices=("pdf", "xlsx"), help="ไม่ระบุ: ตามนามสกุลของ OUT")
    export.add_argument(
        "--digits", choices=("thai", "arabic"), default="thai", help="ชนิดตัวเลข ไม่ระบุ: เลขไทย"
    )
    export.add_argument("--font", metavar="FILE_OR_NAME", help="แบบอักษรของ PDF")
    export.add_argument("-o", "--out", metavar="OUT", type=Path, required=True, help="ไฟล์ที่จะเขียน")

    dump = commands.add_parser("dump", help="ข้อมูลทั้งหมดเป็น JSON", description="ข้อมูลทั้งหมดเป็น JSON")
    dump.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    dump.add_argument("--year", metavar="Y", type=_fiscal_year, help=f"{_YEAR} ไม่ระบุ: ทุกปี")

    words = "ตรวจความพร้อม: สิ่งที่ยังขาดหรือขัดกัน เรียงจากที่เสียคะแนนมาก"
    check = commands.add_parser("check", help=words, description=words)
    check.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    check.add_argument(
        "--year", metavar="Y", type=_fiscal_year, help=f"{_YEAR} ไม่ระบุ: ปีล่าสุดและทุกปีที่มีมาตรการ"
    )

    words = "เริ่มปีงบประมาณใหม่: ยกสิ่งที่ใช้ต่อจากปีก่อน พร้อมรายการที่ยกและไม่ยก"
    begin = commands.add_parser("new-year", help=words, description=words)
    begin.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    begin.add_argument(
        "--from", dest="from_year", metavar="Y", type=_fiscal_year, required=True, help="ปีที่ยกมา"
    )
    begin.add_argument(
        "--to", dest="to_year", metavar="Y", type=_fiscal_year, required=True, help="ปีใหม่"
    )
    begin.add_argument("--dry-run", action="store_true", help="แสดงรายการอย่างเดียว ไม่บันทึก")

    _add_backups(commands)
    words = "ข้อมูลทั้งหมดเป็นแผ่นงาน Excel ที่อ่านได้โดยไม่ใช้โปรแกรมนี้"
    whole = commands.add_parser("export-all", help=words, description=words)
    whole.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    whole.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="แผ่นงาน (.xlsx) ที่จะเขียน"
    )

    words = "โปรแกรมตรวจตัวเองด้วยข้อมูลตัวอย่างชั่วคราว"
    examine = commands.add_parser("self-check", help=words, description=words)
    examine.add_argument(
        "--keep", metavar="DIR", type=Path, help="เก็บเอกสารและไฟล์ข้อมูลที่จัดทำขึ้นไว้ในโฟลเดอร์นี้"
    )

    demo = commands.add_parser("demo", help="เปิดข้อมูลตัวอย่าง", description="เปิดข้อมูลตัวอย่าง")
    demo.add_argument(
        "--out", metavar="DIR", type=Path, help="ไม่เปิดหน้าต่าง แต่บันทึกเอกสารและภาพทุกแท็บลงโฟลเดอร์นี้"
    )
    return parser


def _add_backups(commands: Any) -> None:  # noqa: ANN401 - argparse keeps its type to itself
    words = "สำรองไฟล์ข้อมูล พร้อมหลักฐานว่าครบถ้วน"
    backup = commands.add_parser("backup", help=words, description=words)
    backup.add_argument("file", metavar="FILE", type=Path, help=_DATA_FILE)
    backup.add_argument(
        "-o", "--out", metavar="OUT", type=Path, required=True, help="ไฟล์สำรองที่จะเขียน"
    )
    words = "คืนข้อมูลจากไฟล์สำรอง โดยเก็บไฟล์เดิมไว้"
    restore = commands.add_parser("restore", help=words, description=words)
    restore.add_argument("backup", metavar="BACKUP", type=Path, help="ไฟล์สำรอง (.ita)")
    restore.add_argument(
        "-o", "--out", metavar="FILE", type=Path, required=True, help="ไฟล์ข้อมูลที่จะคืนข้อมูลลง"
    )
    words = "ตรวจว่าไฟล์ข้อมูลหรือไฟล์สำรองสมบูรณ์"
    verify = commands.add_parser("verify", help=words, description=words)
    verify.add_argument("file", metavar="FILE", type=Path, help="ไฟล์ข้อมูลหรือไฟล์สำรอง (.ita)")


def _fiscal_year(text: str) -> int:
    from ita_desktop.thai.fiscal import parse_fiscal_year  # noqa: PLC0415 - not for the window

    try:
        return parse_fiscal_year(text)
    except ClerkError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
