"""The grammar of the command line."""

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from ita_desktop import __version__
from ita_desktop.errors import ClerkError


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"ใช้คำสั่งไม่ถูกต้อง: {message}\nดูวิธีใช้ด้วย ita-desktop --help\n")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the command and its options; exits with 2 on wrong usage."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="ita-desktop",
        description="งาน ITA ขององค์กรปกครองส่วนท้องถิ่น ใช้ได้โดยไม่ต้องต่ออินเทอร์เน็ต",
        epilog="ita-desktop [FILE] โดยไม่มีคำสั่ง: เปิดหน้าต่างโปรแกรม",
    )
    parser.add_argument("--version", action="version", version=f"ITA Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="สร้างไฟล์ข้อมูลใหม่")
    new.add_argument("file", metavar="FILE", type=Path)
    new.add_argument("--sample", action="store_true", help="ใส่ข้อมูลเทศบาลตัวอย่างสามปีงบประมาณ")

    info = commands.add_parser("info", help="หน่วยงาน ปีงบประมาณ จำนวนแถว และสภาพไฟล์")
    info.add_argument("file", metavar="FILE", type=Path)

    take = commands.add_parser("import", help="นำเข้าแผ่นงาน Excel ทั้งหมดหรือไม่นำเข้าเลย")
    take.add_argument("file", metavar="FILE", type=Path)
    take.add_argument("workbook", metavar="WORKBOOK", type=Path)
    take.add_argument("--year", metavar="Y", type=_fiscal_year, help="ปีงบประมาณ (พ.ศ.)")
    take.add_argument("--dry-run", action="store_true", help="ตรวจอย่างเดียว ไม่บันทึก")

    commands.add_parser("documents", help="รายชื่อเอกสารที่ออกได้")

    export = commands.add_parser("export", help="ออกเอกสารหนึ่งฉบับ")
    export.add_argument("file", metavar="FILE", type=Path)
    export.add_argument("document", metavar="DOCUMENT")
    export.add_argument("--year", metavar="Y", type=_fiscal_year, required=True)
    export.add_argument(
        "--round", type=int, choices=(6, 12), help="รอบของรายงาน มีผลเฉพาะเอกสารที่มีรอบ"
    )
    export.add_argument("--format", choices=("pdf", "xlsx"), help="ไม่ระบุ: ตามนามสกุลของ OUT")
    export.add_argument("--digits", choices=("thai", "arabic"), default="thai")
    export.add_argument("--font", metavar="FILE_OR_NAME", help="แบบอักษรของ PDF")
    export.add_argument("-o", "--out", metavar="OUT", type=Path, required=True)

    dump = commands.add_parser("dump", help="ข้อมูลทั้งหมดเป็น JSON")
    dump.add_argument("file", metavar="FILE", type=Path)
    dump.add_argument("--year", metavar="Y", type=_fiscal_year)

    commands.add_parser("self-check", help="โปรแกรมตรวจตัวเองด้วยข้อมูลตัวอย่างชั่วคราว")

    demo = commands.add_parser("demo", help="เปิดข้อมูลตัวอย่าง")
    demo.add_argument(
        "--out", metavar="DIR", type=Path, help="ไม่เปิดหน้าต่าง แต่บันทึกเอกสารและภาพทุกแท็บลงโฟลเดอร์นี้"
    )
    return parser


def _fiscal_year(text: str) -> int:
    from ita_desktop.thai.fiscal import parse_fiscal_year  # noqa: PLC0415 - not for the window

    try:
        return parse_fiscal_year(text)
    except ClerkError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
